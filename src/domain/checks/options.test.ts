import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { budgetAsCeiling, optionsUnpriced, ownIdeaUnanswered } from './options.ts'

const tooDear = { outcome: 'refused', ground: 'cost', why: 'Above the limit of £200 a week.' }

describe('budget-as-ceiling', () => {
  test('an option is refused for its cost and nothing else in the plan meets the need', () => {
    const record = aRecord()
      .planned()
      .but('option-answered-3', tooDear)
      .but('plan-1', { lines: [line('L1')] })
    expect(hits(budgetAsCeiling, record)).toEqual([
      {
        entries: ['option-answered-3', 'need-2'],
        worker:
          'On 9 February 2026 the option was turned down for its cost, and nothing else in the plan meets “Getting to the club”.',
        person:
          'The council said no to support because of what it costs, and has not put anything else in its place for: “Getting to the club”. It may look at cost to choose between ways of helping you, but it must meet your need in some way.',
        mend: { says: 'Plan another way that meets the need, or fund this one.', where: 'plan' },
      },
    ])
  })

  test('before the plan: not while another option is accepted or not answered yet', () => {
    const before = aRecord().budgeted().but('option-answered-3', tooDear)
    expect(hits(budgetAsCeiling, before.without('option-answered-2'))).toEqual([])
    expect(hitEntries(budgetAsCeiling, before)).toEqual([['option-answered-3', 'need-2']])
  })

  test('once the plan is issued, an option that still waits is no line', () => {
    const waiting = aRecord()
      .planned()
      .without('option-answered-2')
      .but('option-answered-3', tooDear)
      .but('plan-1', { lines: [line('L1')] })
    expect(hitEntries(budgetAsCeiling, waiting)).toEqual([['option-answered-3', 'need-2']])
  })

  test.each([
    ['the need has another line', aRecord().planned().but('option-answered-3', tooDear)],
    [
      'the need is not eligible',
      aRecord()
        .planned()
        .but('option-answered-3', tooDear)
        .but('plan-1', { lines: [line('L1')] })
        .but('eligibility-1', {
          needs: [
            { need: 'need-1', eligible: true, why: 'She cannot wash without help.' },
            { need: 'need-2', eligible: false, why: 'She can take the door-to-door bus.' },
          ],
        }),
    ],
    [
      'the ground is another one',
      aRecord()
        .planned()
        .but('option-answered-3', { ...tooDear, ground: 'not-available' })
        .but('plan-1', { lines: [line('L1')] }),
    ],
    [
      'a willing and able carer meets it',
      aRecord()
        .planned()
        .but('option-answered-3', tooDear)
        .but('plan-1', { lines: [line('L1')] })
        .but('need-2', { 'met-by': { carer: 'son', willing: true, able: true } }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(budgetAsCeiling, record)).toEqual([])
  })

  const returned = aRecord()
    .planned()
    .but('plan-1', { status: 'draft' })
    .but('sign-off-1', { decision: 'returned', ground: 'cost', why: 'Too much for the panel.' })

  test('a plan is sent back for its cost, and no plan meets its needs', () => {
    expect(hitEntries(budgetAsCeiling, returned)).toEqual([['sign-off-1', 'need-1', 'need-2']])
  })

  test('a later plan that meets the needs in another way puts it right; one that leaves a need out does not', () => {
    const other = line('L2', { form: 'community', price: 20 })
    expect(hits(budgetAsCeiling, withSecondPlan(returned, [line('L1'), other]))).toEqual([])
    expect(hitEntries(budgetAsCeiling, withSecondPlan(returned, [line('L1')]))).toEqual([
      ['sign-off-1', 'need-2'],
    ])
  })

  test('a plan that was approved after all is not refused', () => {
    const approved = returned.with('sign-off', {
      on: '2026-02-20',
      of: 'plan-1',
      decision: 'approved',
      why: 'It meets every need.',
    })
    expect(hits(budgetAsCeiling, approved)).toEqual([])
  })
})

describe('own-idea-unanswered', () => {
  // Proposed on Wednesday 4 February 2026; twenty working days end on Wednesday 4 March.
  const waiting = aRecord().budgeted().without('option-answered-3')

  test('no answer after twenty working days', () => {
    expect(hits(ownIdeaUnanswered, waiting, '2026-03-04')).toEqual([])
    expect(hits(ownIdeaUnanswered, waiting, '2026-03-05')).toEqual([
      {
        entries: ['option-3'],
        worker:
          'Ada Brook proposed “The club, with its bus” on 4 February 2026. The standard for an answer is 20 working days; it has no answer, 1 day late so far.',
        person:
          'There was an idea for your support: “The club, with its bus”. The council says that it answers within 20 working days; it has not answered, 1 day late so far.',
        mend: { says: 'Answer the idea: accepted, or refused with the reason.', where: 'plan' },
      },
    ])
  })

  test('an answer that came late is said to be late', () => {
    const late = aRecord().budgeted().but('option-answered-3', { on: '2026-03-09' })
    expect(hits(ownIdeaUnanswered, late)[0]?.worker).toContain('it was answered on 9 March 2026, 5 days late')
  })

  test('refused with no reason', () => {
    const refused = (why: string) =>
      aRecord().budgeted().but('option-answered-3', { outcome: 'refused', why, ground: 'not-available' })
    expect(hitEntries(ownIdeaUnanswered, refused(''))).toEqual([['option-3', 'option-answered-3']])
    expect(hits(ownIdeaUnanswered, refused('The club is full until May.'))).toEqual([])
  })

  test('family speak for the person too; the council’s own options are another matter', () => {
    const by = (party: string) => waiting.but('option-3', { 'proposed-by': party })
    expect(hitEntries(ownIdeaUnanswered, by('son'), '2026-03-05')).toEqual([['option-3']])
    expect(hits(ownIdeaUnanswered, by('sw'), '2026-03-05')).toEqual([])
  })

  test('a hold that the person was told of stops the clock', () => {
    const held = (told: boolean) =>
      waiting.with('hold', {
        on: '2026-02-09',
        stage: 'plan',
        why: 'She is with her sister.',
        until: '2026-02-16',
        told,
      })
    expect(hits(ownIdeaUnanswered, held(true), '2026-03-10')).toEqual([])
    expect(hits(ownIdeaUnanswered, held(false), '2026-03-10')).toHaveLength(1)
  })
})

describe('options-unpriced', () => {
  test('one way of meeting a need, or no price to compare', () => {
    const one = aRecord().planned().without('option-2', 'option-answered-2')
    expect(hitEntries(optionsUnpriced, one)).toEqual([['plan-1', 'need-1', 'need-2']])
    const unpriced = aRecord().planned().but('option-3', { price: undefined, weekly: undefined })
    expect(hitEntries(optionsUnpriced, unpriced)).toEqual([['plan-1', 'need-2']])
  })

  test('not with two priced options for each need, nor before the plan is issued', () => {
    expect(hits(optionsUnpriced, aRecord().planned())).toEqual([])
    const draft = aRecord().planned().without('option-2').but('plan-1', { status: 'draft' })
    expect(hits(optionsUnpriced, draft)).toEqual([])
  })
})
