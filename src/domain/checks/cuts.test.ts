import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { cutNeedsSame, cutNotDiscussed, cutUnreasoned, cutWellbeing, cutWithoutReassessment } from './cuts.ts'

// From 7 hours a week at home to 4, half a year after the first plan.
const reviewed = aRecord().reviewed()
const smaller = [line('L1', { amount: 4 }), line('L2')]
const cut = (record: ARecord = reviewed, fields: Readonly<Record<string, unknown>> = {}) =>
  withSecondPlan(record, smaller, fields)
const EVERY_CUT = [cutWithoutReassessment, cutUnreasoned, cutNeedsSame, cutNotDiscussed, cutWellbeing]
const LESS = 'Home care each morning (3 hours a week less)'

const said = (record: ARecord, topic: string, level?: number, by = 'p', on = '2026-08-10') =>
  record.add('statement', { on, topic, 'said-by': by, basis: 'lived', text: 'As it is.', level })

const opened = (record: ARecord, fields: Readonly<Record<string, unknown>> = {}) =>
  record.add('assessment-opened', {
    id: 'again',
    on: '2026-08-03',
    of: 'reassessment',
    subject: 'p',
    way: 'face-to-face',
    assessor: 'sw',
    ...fields,
  })
const reassessed = (record: ARecord, outcome = 'completed', on = '2026-08-24') =>
  opened(record).add('assessment-closed', { on, assessment: 'again', outcome })

test('nothing is a cut where the plan gives as much, whatever it costs, or where something of equal effect comes', () => {
  const records = [
    withSecondPlan(reviewed, [line('L1'), line('L2')], { involved: ['sw'] }),
    withSecondPlan(reviewed, [line('L1', { price: 20 }), line('L2')], { involved: ['sw'] }),
    withSecondPlan(reviewed, [newLine('L3', { form: 'technology', unit: 'once', amount: 1 }), line('L2')]),
    withSecondPlan(reviewed, smaller, { 'brought-over': true }),
    withSecondPlan(reviewed, smaller, { status: 'draft' }),
  ]
  for (const record of records) {
    expect(EVERY_CUT.flatMap((check) => hits(check, record))).toEqual([])
  }
})

describe('cut-without-reassessment', () => {
  test('neither a reassessment nor an asked-for change between', () => {
    expect(hits(cutWithoutReassessment, cut())).toEqual([
      {
        entries: ['plan-1', 'plan-2'],
        worker: `The plan of 14 September 2026 gives less than the one before: ${LESS}. Between the two there was no reassessment, and nobody on the person’s side asked for a change.`,
        person: `Your plan of 14 September 2026 gives you less than before: ${LESS}. Before it takes support away the council must look again at what you need. It did not.`,
        mend: { says: 'Put the support back, and reassess before any change.', where: 'conversation' },
      },
    ])
  })

  const review = (type: string) =>
    reviewed.add('review', {
      on: '2026-08-03',
      type,
      changed: true,
      found: 'Less needed.',
      'leads-to': 'revise-plan',
      involved: ['p'],
    })
  const asked = (by: string) =>
    reviewed.with('review-asked', { on: '2026-08-03', by, why: 'Fewer mornings, please.' })

  test.each([
    ['she was reassessed', cut(reassessed(reviewed))],
    ['she asked for a change', cut(asked('p'))],
    ['her son asked for her', cut(asked('son'))],
    ['the review was a requested one', cut(review('requested'))],
  ])('not where %s', (_, record) => {
    expect(hits(cutWithoutReassessment, record)).toEqual([])
  })

  test.each([
    ['a review of the council’s own', cut(review('planned'))],
    ['a request by the provider', cut(asked('care'))],
    ['a reassessment that is not closed', cut(opened(reviewed))],
    ['one that was closed after the plan', cut(reassessed(reviewed, 'completed', '2026-10-01'))],
    ['one that was withdrawn', cut(reassessed(reviewed, 'withdrawn'))],
    [
      'the carer’s assessment',
      cut(
        opened(reviewed, { of: 'carer', subject: 'son' }).add('assessment-closed', {
          on: '2026-08-24',
          assessment: 'again',
          outcome: 'completed',
        }),
      ),
    ],
  ])('%s is not enough', (_, record) => {
    expect(hitEntries(cutWithoutReassessment, record)).toEqual([['plan-1', 'plan-2']])
  })

  test('a cut from a plan that is older than the record counts', () => {
    expect(hits(cutWithoutReassessment, cut(reviewed.but('plan-1', { 'brought-over': true })))).toHaveLength(
      1,
    )
  })
})

describe('cut-unreasoned', () => {
  const because = (why: string, id = 'L1') => cut(reviewed, { changes: [{ line: id, why }] })

  test('the changes give no reason', () => {
    expect(hits(cutUnreasoned, cut())[0]?.person).toBe(
      `Your plan of 14 September 2026 gives you less than before: ${LESS}. Nobody wrote down why. You have a right to the reason.`,
    )
    expect(hits(cutUnreasoned, because(''))).toHaveLength(1)
    expect(hits(cutUnreasoned, because('She goes out more.', 'L2'))).toHaveLength(1)
  })

  test('not with a reason, be it a poor one', () => {
    expect(hits(cutUnreasoned, because('Brought into line with the budget.'))).toEqual([])
  })

  test('only the lines without a reason are told', () => {
    const gone = withSecondPlan(reviewed, [line('L1', { amount: 4 })], {
      changes: [{ line: 'L2', why: 'The club has closed and she wants no other.' }],
    })
    expect(hits(cutUnreasoned, gone)[0]?.worker).toContain(`${LESS}. Its changes`)
  })

  test('a reason given for the new line that came instead is a reason', () => {
    const instead = (why: string) =>
      withSecondPlan(reviewed, [newLine('L3', { amount: 4 }), line('L2')], { changes: [{ line: 'L3', why }] })
    expect(hits(cutUnreasoned, instead('She showers herself three days a week.'))).toEqual([])
    expect(hits(cutUnreasoned, instead(''))).toHaveLength(1)
  })
})

describe('cut-needs-same', () => {
  test('nothing newer was said: the level is the one that the first plan rested on', () => {
    expect(hits(cutNeedsSame, cut())).toEqual([
      {
        entries: ['plan-1', 'plan-2', 'statement-1', 'statement-2'],
        worker: `The plan of 14 September 2026 gives less than the one before: ${LESS}. What was said of washing and keeping clean and dressing shows no less need than before.`,
        person: `Your plan of 14 September 2026 gives you less than before: ${LESS}. What is written about washing and keeping clean and dressing says that you need as much help as before.`,
        mend: { says: 'Put the support back, or show what else now meets the same need.', where: 'plan' },
      },
    ])
  })

  test('the same or a lower level was said since', () => {
    expect(hits(cutNeedsSame, cut(said(reviewed, 'hygiene', 1)))).toHaveLength(1)
    expect(hits(cutNeedsSame, cut(said(reviewed, 'hygiene', 0)))).toHaveLength(1)
  })

  test('not where a topic of the line has become easier, or where no level was ever given', () => {
    expect(hits(cutNeedsSame, cut(said(reviewed, 'hygiene', 2)))).toEqual([])
    const silent = reviewed.but('statement-1', { level: undefined }).but('statement-2', { level: undefined })
    expect(hits(cutNeedsSame, cut(silent))).toEqual([])
    expect(hits(cutNeedsSame, cut(said(silent, 'hygiene', 1)))).toEqual([])
  })

  test('what was said after the cut does not make it right', () => {
    expect(hits(cutNeedsSame, said(cut(), 'hygiene', 3, 'p', '2026-10-01'))).toHaveLength(1)
  })
})

describe('cut-not-discussed', () => {
  test('the person is not among those involved', () => {
    expect(hitEntries(cutNotDiscussed, cut(reviewed, { involved: ['sw', 'mgr'] }))).toEqual([
      ['plan-1', 'plan-2'],
    ])
    expect(hits(cutNotDiscussed, cut())).toEqual([])
  })

  test('an attorney may be, where she was found to lack capacity for it, and only there', () => {
    const capacity = (yes: boolean, decides = 'support') =>
      reviewed.party({ id: 'lpa', role: 'attorney' }).add('capacity', {
        on: '2026-08-01',
        decision: 'Her support',
        for: [decides],
        'help-given': ['A morning visit'],
        understands: yes,
        retains: yes,
        weighs: yes,
        communicates: yes,
        because: 'Dementia',
        'has-capacity': yes,
      })
    const involved = ['lpa', 'sw']
    expect(hits(cutNotDiscussed, cut(capacity(false), { involved }))).toEqual([])
    expect(hits(cutNotDiscussed, cut(capacity(true), { involved }))).toHaveLength(1)
    expect(hits(cutNotDiscussed, cut(capacity(false, 'money'), { involved }))).toHaveLength(1)
  })
})

describe('cut-wellbeing', () => {
  const risk = (on: string) =>
    reviewed.add('risk', {
      on,
      activity: 'Three mornings alone',
      wish: 'To try',
      good: 'Her own pace',
      harm: 'A fall',
      safeguards: ['Alarm'],
      decision: 'go-ahead-with-safeguards',
      why: 'She wants it.',
    })

  test('nothing speaks of it', () => {
    expect(hitEntries(cutWellbeing, cut())).toEqual([['plan-1', 'plan-2']])
    expect(hits(cutWellbeing, cut(said(reviewed, 'hygiene', 1)))).toHaveLength(1)
  })

  test('what was said before the first plan is not about the cut', () => {
    expect(hits(cutWellbeing, cut(said(reviewed, 'about-me', undefined, 'p', '2026-01-14')))).toHaveLength(1)
    expect(hits(cutWellbeing, cut(risk('2026-01-20')))).toHaveLength(1)
  })

  test('nor what was said before the reassessment', () => {
    const before = said(reassessed(reviewed), 'about-me', undefined, 'p', '2026-07-01')
    expect(hits(cutWellbeing, cut(before))).toHaveLength(1)
  })

  test.each([
    ['a risk was weighed', cut(risk('2026-08-10'))],
    ['she spoke of herself', cut(said(reviewed, 'about-me'))],
    ['her family was heard', cut(said(reviewed, 'family', undefined, 'son'))],
    [
      'she answered the smaller plan',
      cut().with('response', {
        on: '2026-09-20',
        by: 'p',
        to: 'plan-2',
        extent: 'disagrees',
        says: 'I lose my bath.',
      }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(cutWellbeing, record)).toEqual([])
  })
})
