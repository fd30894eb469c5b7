import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { disagreementUnanswered, planNotAgreed, planSwapped } from './agreement.ts'

describe('plan-not-agreed', () => {
  // In force from 16 February 2026; 14 days end on 2 March.
  const silent = aRecord().planned().without('response')

  test('nobody asked what the person thinks', () => {
    expect(hits(planNotAgreed, silent, '2026-03-02')).toEqual([])
    expect(hits(planNotAgreed, silent, '2026-03-03')).toEqual([
      {
        entries: ['plan-1'],
        worker:
          'The plan of 16 February 2026 is in force. The record shows neither what Ada Brook said to it nor a step to agree it.',
        person:
          'Your plan began on 16 February 2026. The council must try to agree it with you, and the record does not show that anyone asked what you think of it.',
        mend: {
          says: 'Ask the person what they think of the plan, and write down what they say.',
          where: 'plan',
        },
      },
    ])
  })

  const says = (by: string, to = 'plan-1') =>
    silent.with('response', { on: '2026-02-20', by, to, extent: 'disagrees', says: 'No.' })

  test.each([
    ['she answered, and be it no', says('p')],
    ['she answered to the budget', says('p', 'personal-budget-1')],
    ['her advocate answered', says('adv')],
    [
      'she disputed it',
      silent.with('dispute', { on: '2026-02-20', by: 'p', of: 'plan-1', says: 'No.', wants: 'Evenings.' }),
    ],
    [
      'somebody noted a talk about it',
      silent.with('note', { on: '2026-02-20', text: 'Rang her.', of: 'plan-1' }),
    ],
    [
      'it was looked at with her',
      silent.with('review', {
        on: '2026-03-01',
        type: 'light-touch',
        changed: false,
        found: 'Fine.',
        'leads-to': 'no-change',
        involved: ['p'],
      }),
    ],
    [
      'it was only in force for a week',
      withSecondPlan(silent, [line('L1')], { on: '2026-02-23' }).with('response', {
        by: 'p',
        to: 'plan-2',
        extent: 'agrees',
        says: 'Yes.',
      }),
    ],
    ['it is older than the record', silent.but('plan-1', { 'brought-over': true })],
  ])('not where %s', (_, record) => {
    expect(hits(planNotAgreed, record.party({ id: 'adv', role: 'advocate' }), '2026-03-20')).toEqual([])
  })

  test('an answer to a dispute is a step where the dispute was about the plan', () => {
    const answered = (of: string) =>
      silent
        .with('dispute', { on: '2026-02-19', by: 'son', of, says: 'No.', wants: 'Evenings.' })
        .with('dispute-answered', {
          on: '2026-02-24',
          by: 'mgr',
          dispute: 'dispute-1',
          outcome: 'refused',
          why: 'Met.',
        })
    expect(hits(planNotAgreed, answered('plan-1'), '2026-03-20')).toEqual([])
    expect(hits(planNotAgreed, answered('statement-1'), '2026-03-20')).toHaveLength(1)
  })

  test('what others say, or a note about something else, is no agreement', () => {
    expect(hits(planNotAgreed, says('son'), '2026-03-20')).toHaveLength(1)
    const note = silent.with('note', { on: '2026-02-20', text: 'The form is with the panel.' })
    expect(hits(planNotAgreed, note, '2026-03-20')).toHaveLength(1)
  })
})

describe('plan-swapped', () => {
  const draft = (extent: 'agrees' | 'partly') =>
    aRecord().planned().but('plan-1', { status: 'draft' }).but('response-1', { extent })
  const issued = (extent: 'agrees' | 'partly', amount: number, changes?: readonly unknown[]) =>
    withSecondPlan(draft(extent), [line('L1', { amount }), line('L2')], { on: '2026-02-25', changes })

  test('less than the draft that was agreed, and no reason', () => {
    expect(hits(planSwapped, issued('agrees', 4))).toEqual([
      {
        entries: ['plan-1', 'plan-2'],
        worker:
          'Ada Brook agreed to the draft of 16 February 2026; the plan of 25 February 2026 gives less, with no reason: Home care each morning (3 hours a week less).',
        person:
          'You agreed to a plan on paper, and the one that you were then given has less in it: Home care each morning (3 hours a week less). Nobody wrote down why.',
        mend: {
          says: 'Issue what was agreed, or give the reasons and agree the change with the person.',
          where: 'plan',
        },
      },
    ])
  })

  test.each([
    ['it gives as much', issued('agrees', 7)],
    ['a reason stands', issued('agrees', 4, [{ line: 'L1', why: 'Her sister comes on Sundays.' }])],
    ['she had not agreed to the draft', issued('partly', 4)],
  ])('not where %s', (_, record) => {
    expect(hits(planSwapped, record)).toEqual([])
  })

  test('of two drafts that she agreed to, the last one counts', () => {
    const [first, last] = [line('L1', { amount: 9 }), line('L1', { amount: 4 })]
    const two = withSecondPlan(
      draft('agrees').but('plan-1', { lines: [first, line('L2')] }),
      [last, line('L2')],
      {
        on: '2026-02-20',
        status: 'draft',
      },
    )
      .with('response', { on: '2026-02-21', by: 'p', to: 'plan-2', extent: 'agrees', says: 'Yes, fewer.' })
      .add('plan', {
        on: '2026-02-25',
        version: 3,
        status: 'issued',
        lines: [last, line('L2')],
        involved: ['p'],
      })
    expect(hits(planSwapped, two)).toEqual([])
    expect(hitEntries(planSwapped, two.without('plan-2', 'response-2'))).toEqual([['plan-1', 'plan-3']])
  })

  test('an empty reason is none', () => {
    expect(hitEntries(planSwapped, issued('agrees', 4, [{ line: 'L1', why: ' ' }]))).toHaveLength(1)
  })
})

describe('disagreement-unanswered', () => {
  // Disagreed on Wednesday 18 February 2026; twenty working days end on Wednesday 18 March.
  const disagrees = (extent: 'partly' | 'disagrees' = 'disagrees') =>
    aRecord().planned().but('response-1', { extent })

  test('nothing answers it within the standard', () => {
    expect(hits(disagreementUnanswered, disagrees(), '2026-03-18')).toEqual([])
    expect(hits(disagreementUnanswered, disagrees('partly'), '2026-03-19')).toEqual([
      {
        entries: ['response-1', 'plan-1'],
        worker:
          'The disagreement of 18 February 2026 was to be answered within 20 working days; nothing has answered it, 1 day late so far.',
        person:
          'On 18 February 2026 you said that you did not agree. The council says that it answers within 20 working days; it has not answered, 1 day late so far.',
        mend: { says: 'Talk with the person, and answer what they disagree with.', where: 'challenge' },
      },
    ])
  })

  const dispute = (record: ReturnType<typeof disagrees>) =>
    record
      .with('dispute', { on: '2026-02-18', by: 'p', of: 'plan-1', says: 'No.', wants: 'Evenings.' })
      .with('dispute-answered', {
        on: '2026-03-10',
        by: 'mgr',
        dispute: 'dispute-1',
        outcome: 'refused',
        why: 'Evenings are met.',
      })

  test.each([
    ['her dispute was answered', dispute(disagrees())],
    [
      'a conversation was noted to it',
      disagrees().with('note', { on: '2026-03-10', text: 'Talked it through.', of: 'response-1' }),
    ],
    ['a new version came', withSecondPlan(disagrees(), [line('L1')], { on: '2026-03-10' })],
    [
      'it was reviewed',
      disagrees().with('review', {
        on: '2026-03-10',
        type: 'requested',
        changed: false,
        found: 'Gone through.',
        'leads-to': 'no-change',
        involved: ['p'],
      }),
    ],
    [
      'it was signed off again',
      disagrees().with('sign-off', {
        on: '2026-03-10',
        by: 'mgr',
        of: 'plan-1',
        decision: 'approved',
        why: 'Talked over with her.',
      }),
    ],
    ['she agreed', aRecord().planned()],
    ['it is not hers', disagrees().but('response-1', { by: 'son' })],
  ])('not where %s', (_, record) => {
    expect(hits(disagreementUnanswered, record, '2026-04-20')).toEqual([])
  })

  test('a note about something else answers nothing; an answer after the standard is late', () => {
    const other = disagrees().with('note', { on: '2026-03-10', text: 'Hoist ordered.' })
    expect(hits(disagreementUnanswered, other, '2026-04-20')).toHaveLength(1)
    const late = disagrees().with('note', { on: '2026-03-20', text: 'Talked.', of: 'plan-1' })
    expect(hits(disagreementUnanswered, late)[0]?.worker).toContain(
      'it was answered on 20 March 2026, 2 days late',
    )
  })

  test('a budget that she disagrees with is answered by a new one, or by what is said of its plan', () => {
    const budget = disagrees().but('response-1', { to: 'personal-budget-1' })
    const again = { plan: 'plan-1', weekly: 235, council: 195, person: 40, lines: [] }
    expect(hitEntries(disagreementUnanswered, budget, '2026-04-20')).toEqual([
      ['response-1', 'personal-budget-1'],
    ])
    expect(
      hits(
        disagreementUnanswered,
        budget.with('personal-budget', { on: '2026-03-10', ...again }),
        '2026-04-20',
      ),
    ).toEqual([])
    expect(hits(disagreementUnanswered, dispute(budget), '2026-04-20')).toEqual([])
    const other = dispute(budget).but('dispute-1', { of: 'statement-1' })
    expect(hits(disagreementUnanswered, other, '2026-04-20')).toHaveLength(1)
  })

  test('with eligibility she disagrees until it is decided again; a budget is no answer to that', () => {
    const decision = disagrees().but('response-1', { to: 'eligibility-1' })
    const budget = { on: '2026-03-10', plan: 'plan-1', weekly: 235, council: 195, person: 40, lines: [] }
    expect(hits(disagreementUnanswered, decision.with('personal-budget', budget), '2026-04-20')).toHaveLength(
      1,
    )
    const again = {
      on: '2026-03-10',
      assessment: 'assessment-opened-1',
      eligible: true,
      needs: [],
      reasons: 'Again.',
    }
    expect(hits(disagreementUnanswered, decision.with('eligibility', again), '2026-04-20')).toEqual([])
  })

  test('the decision that follows an assessment is the next step, not an answer', () => {
    const record = aRecord().foundEligible().with('response', {
      on: '2026-01-27',
      by: 'p',
      to: 'assessment-opened-1',
      extent: 'disagrees',
      says: 'No.',
    })
    expect(hitEntries(disagreementUnanswered, record, '2026-03-20')).toEqual([
      ['response-1', 'assessment-opened-1'],
    ])
  })

  test('in a carer’s assessment it is the carer who disagrees', () => {
    const carers = (by: string) =>
      aRecord()
        .withCarer()
        .with('response', { on: '2026-02-02', by, to: 'decided-carer', extent: 'disagrees', says: 'No.' })
    expect(hits(disagreementUnanswered, carers('husband'), '2026-04-01')).toHaveLength(1)
    expect(hits(disagreementUnanswered, carers('p'), '2026-04-01')).toEqual([])
  })
})
