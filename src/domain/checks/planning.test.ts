import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import {
  lineUnneeded,
  needUnplanned,
  planIncomplete,
  planNoContingency,
  planNoReviewDate,
} from './planning.ts'

const planned = aRecord().planned()
const withLines = (...lines: readonly ReturnType<typeof line>[]) => planned.but('plan-1', { lines })

describe('need-unplanned', () => {
  test('an eligible need has no line', () => {
    expect(hits(needUnplanned, withLines(line('L1')))).toEqual([
      {
        entries: ['need-2', 'plan-1', 'eligibility-1'],
        worker:
          '“Getting to the club” was found eligible on 28 January 2026; nothing in the plan of 16 February 2026 meets it, and no carer who is willing and able does.',
        person:
          'The council agreed that you need help with this: “Getting to the club”. Your plan does not say how you will get it. The council must see that you do.',
        mend: {
          says: 'Add a line that meets the need, or record the carer who is willing and able to.',
          where: 'plan',
        },
      },
    ])
  })

  test('a carer who cannot, or who later says no, does not meet it', () => {
    const metBy = (willing: boolean, able: boolean) =>
      withLines(line('L1')).but('need-2', { 'met-by': { carer: 'son', willing, able } })
    expect(hits(needUnplanned, metBy(true, true))).toEqual([])
    expect(hits(needUnplanned, metBy(true, false))).toHaveLength(1)
    expect(hits(needUnplanned, metBy(false, true))).toHaveLength(1)
    const tired = metBy(true, true).with('carer-identified', {
      on: '2026-02-20',
      carer: 'son',
      provides: 'Lifts',
      willing: false,
      able: true,
      assessment: 'declined',
    })
    expect(hits(needUnplanned, tired)).toHaveLength(1)
    const rested = tired.with('carer-identified', {
      on: '2026-03-20',
      carer: 'son',
      provides: 'Lifts',
      willing: true,
      able: true,
      assessment: 'declined',
    })
    expect(hits(needUnplanned, rested)).toEqual([])
  })

  test('the person’s own money or family counts only where they chose it', () => {
    const paid = (funder: string) => withLines(line('L1'), line('L2', { funder }))
    expect(hits(needUnplanned, paid('nhs'))).toEqual([])
    expect(hits(needUnplanned, paid('community'))).toEqual([])
    expect(hits(needUnplanned, paid('person'))).toEqual([])
    const notTheirs = { 'proposed-by': 'sw', liked: 2 }
    expect(hits(needUnplanned, paid('person').but('option-3', notTheirs))).toHaveLength(1)
    expect(hits(needUnplanned, paid('family').but('option-3', notTheirs))).toHaveLength(1)
    const refused = { outcome: 'refused', why: 'It costs too much.', ground: 'cost' }
    expect(hits(needUnplanned, paid('person').but('option-answered-3', refused))).toHaveLength(1)
  })

  test('a liked option that the council gave is no choice to pay for something else', () => {
    // She chose the agency, which the council paid for; nobody asked her whether she would pay for a sitter instead.
    const sitter = withSecondPlan(planned, [line('L1', { form: 'community', funder: 'person' }), line('L2')])
    expect(hitEntries(needUnplanned, sitter)).toEqual([['need-1', 'plan-2', 'eligibility-1']])
  })

  test('a need found later has the time that a plan has', () => {
    // 28 days from 1 June end on 29 June.
    const later = withLines(line('L1'))
      .but('eligibility-1', {
        needs: [
          { need: 'need-1', eligible: true, why: 'She cannot wash without help.' },
          { need: 'need-2', eligible: false, why: 'She still takes the bus.' },
        ],
      })
      .with('eligibility', {
        on: '2026-06-01',
        assessment: 'assessment-opened-1',
        eligible: true,
        needs: [
          { need: 'need-1', eligible: true, why: 'As before.' },
          { need: 'need-2', eligible: true, why: 'The bus has been taken off.' },
        ],
        reasons: 'Looked at again.',
      })
    expect(hits(needUnplanned, later, '2026-06-29')).toEqual([])
    expect(hitEntries(needUnplanned, later, '2026-06-30')).toEqual([['need-2', 'plan-1', 'eligibility-2']])
  })

  test('a plan older than the record is not asked how it was made', () => {
    expect(hits(needUnplanned, withLines(line('L1')).but('plan-1', { 'brought-over': true }))).toEqual([])
  })

  test('not for a need that is not eligible any more', () => {
    const none = withLines(line('L1')).but('eligibility-1', {
      needs: [
        { need: 'need-1', eligible: true, why: 'She cannot wash without help.' },
        { need: 'need-2', eligible: false, why: 'She takes the bus.' },
      ],
    })
    expect(hits(needUnplanned, none)).toEqual([])
    expect(hits(needUnplanned, planned)).toEqual([])
  })
})

describe('line-unneeded', () => {
  test('a line that names no need', () => {
    const spare = withLines(line('L1'), line('L2', { needs: [] }))
    expect(hits(lineUnneeded, spare)[0]?.worker).toBe(
      '“The club, with its bus” is funded in the plan and names no need that it meets.',
    )
    expect(hits(lineUnneeded, withLines(line('L1'), line('L2', { needs: [], funder: 'person' })))).toEqual([])
    expect(hits(lineUnneeded, planned)).toEqual([])
  })
})

describe('plan-incomplete', () => {
  test.each<readonly [name: string, record: typeof planned, lacks: string]>([
    ['needs', withLines(line('L1', { needs: [] })), 'the needs'],
    ['which are eligible', planned.without('eligibility-1'), 'which needs are eligible'],
    ['how a need is met', withLines(line('L1', { what: ' ' })), 'how they are met'],
    ['any line', withLines(), 'the needs and how they are met'],
    ['the personal budget', planned.without('personal-budget'), 'the personal budget'],
    [
      'advice',
      planned.without('advice').but('plan-1', { prevent: '' }),
      'advice on preventing and delaying needs',
    ],
  ])('without %s', (_, record, lacks) => {
    expect(hits(planIncomplete, record)[0]?.worker).toBe(`The plan of 16 February 2026 lacks ${lacks}.`)
  })

  test('the person is told what is missing', () => {
    expect(hits(planIncomplete, planned.without('personal-budget'))[0]?.person).toBe(
      'Your plan of 16 February 2026 must say everything that the law asks for. It does not say your personal budget.',
    )
  })

  test.each<readonly [name: string, record: typeof planned]>([
    ['everything is there', planned],
    ['advice was given since the assessment', planned.but('plan-1', { prevent: undefined })],
    ['the plan says it itself', planned.without('advice')],
    [
      'nothing costs the council anything',
      withLines(line('L1', { funder: 'nhs' })).without('personal-budget'),
    ],
    ['it is a draft', planned.without('personal-budget').but('plan-1', { status: 'draft' })],
    [
      'it is older than the record',
      planned.without('personal-budget').but('plan-1', { 'brought-over': true }),
    ],
    [
      'its needs came with the plan before, and so did the decision on them',
      withSecondPlan(planned.without('eligibility-1').but('plan-1', { 'brought-over': true }), [
        line('L1'),
      ]).with('personal-budget', {
        plan: 'plan-2',
        weekly: 175,
        council: 175,
        person: 0,
        lines: [{ line: 'L1', weekly: 175 }],
      }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(planIncomplete, record)).toEqual([])
  })
})

describe('plan-no-contingency', () => {
  test('nothing is said of what happens when support fails', () => {
    expect(hitEntries(planNoContingency, planned.but('plan-1', { contingency: undefined }))).toEqual([
      ['plan-1'],
    ])
    expect(hitEntries(planNoContingency, planned.but('plan-1', { contingency: '  ' }))).toEqual([['plan-1']])
    expect(hits(planNoContingency, planned)).toEqual([])
    const draft = planned.but('plan-1', { contingency: '', status: 'draft' })
    expect(hits(planNoContingency, draft)).toEqual([])
  })
})

describe('plan-no-review-date', () => {
  const by = (day: string | undefined) => planned.but('plan-1', { 'review-by': day })

  test('no date, or one beyond twelve months', () => {
    expect(hits(planNoReviewDate, by(undefined))[0]?.worker).toBe(
      'The plan of 16 February 2026 has no review date; the standard is 12 months.',
    )
    expect(hits(planNoReviewDate, by('2027-02-17'))[0]?.worker).toBe(
      'The plan of 16 February 2026 is to be reviewed by 17 February 2027; the standard is 12 months.',
    )
    expect(hits(planNoReviewDate, by('2027-02-16'))).toEqual([])
  })

  test('the council’s own standard is the measure', () => {
    expect(hits(planNoReviewDate, by('2026-09-01').standards({ 'review-months': 6 }))).toHaveLength(1)
  })
})
