import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../test/a-second-plan.ts'
import { FORMS, UNITS } from '../domain/allocation/support.ts'
import { pence } from '../domain/money/pence.ts'
import { FUNDERS } from './kinds.ts'
import { type Names, type PlanDifference, planDifference, sentenceOf } from './plan-difference.ts'
import { type Plan, type PlanLine, weeklyOf } from './plan-words.ts'
import { type RecordState, find } from './state.ts'

const namesIn = (state: RecordState): Names => ({
  person: 'Ada Brook',
  party: (id) => state.parties.get(id)?.name ?? 'somebody',
  entry: (id) => {
    const entry = state.byId.get(id)
    return entry?.kind === 'need' ? entry.text : entry?.kind === 'goal' ? entry.words : undefined
  },
  standing: (id) => state.byId.get(id)?.id ?? id,
})

function differenceOf(
  lines: Parameters<typeof withSecondPlan>[1],
  fields: Readonly<Record<string, unknown>> = {},
): PlanDifference {
  const state = withSecondPlan(aRecord().planned(), lines, fields).state()
  const [before, after] = [find(state, 'plan', 'plan-1'), find(state, 'plan', 'plan-2')]
  if (before === undefined || after === undefined) throw new Error('two plans are needed')
  return planDifference(before, after, namesIn(state))
}

const changed = (difference: PlanDifference): readonly string[] =>
  difference.lines.filter(({ kind }) => kind !== 'same').map((each) => sentenceOf(each))

// The first plan has 7 hours of home care a week at £25 (£175), and a day at the club at £60.
describe('what changed, in sentences', () => {
  test.each<
    [string, Parameters<typeof withSecondPlan>[1], Readonly<Record<string, unknown>>, readonly string[]]
  >([
    ['nothing', [line('L1'), line('L2')], {}, []],
    [
      'fewer hours, with the reason',
      [line('L1', { amount: 5 }), line('L2')],
      { changes: [{ line: 'L1', why: 'She washes herself on two days.' }] },
      ['Home care each morning: was 7 hours a week, now 5. Why: She washes herself on two days.'],
    ],
    [
      'fewer hours, with none',
      [line('L1', { amount: 1 }), line('L2')],
      {},
      ['Home care each morning: was 7 hours a week, now 1. No reason is given.'],
    ],
    [
      'a reason of white space is none',
      [line('L1', { amount: 5 }), line('L2')],
      { changes: [{ line: 'L1', why: '  ' }] },
      ['Home care each morning: was 7 hours a week, now 5. No reason is given.'],
    ],
    [
      'another price for the same hours',
      [line('L1', { price: 26.5 }), line('L2')],
      { changes: [{ line: 'L1', why: 'The price went up in April.' }] },
      [
        'Home care each morning: the price was £25.00 an hour, now £26.50 an hour. Why: The price went up in April.',
      ],
    ],
    [
      'hours become visits',
      [line('L1', { unit: 'visit', amount: 7, price: 15 }), line('L2')],
      {},
      [
        'Home care each morning: was 7 hours a week, now 7 visits a week. The price was £25.00 an hour, now £15.00 a visit. No reason is given.',
      ],
    ],
    [
      'the person pays, and arranges it',
      [line('L1', { funder: 'person', way: 'self' }), line('L2')],
      {},
      [
        'Home care each morning: paid by the council before, by Ada Brook now. Was arranged by the council, now arranged by the person or those around them. No reason is given.',
      ],
    ],
    [
      'a line that has gone, and one that is new',
      [line('L1'), newLine('A grab rail', { unit: 'once', amount: 2, price: 40, why: 'For the bath.' })],
      { changes: [{ line: 'L2', why: 'She has left the club.' }] },
      [
        'A grab rail: new: 2, once, £80.00 once, paid by the council. Why: For the bath.',
        'The club, with its bus: gone: was 1 day a week, £60.00 a week, paid by the council. Why: She has left the club.',
      ],
    ],
    [
      'other needs and another provider',
      [line('L1', { needs: [], provider: 'club' }), line('L2')],
      {},
      [
        'Home care each morning: given by Brightwater Home Care before, by Mill Lane Club now. No longer for the need “Help to wash and dress in the morning”.',
      ],
    ],
    [
      'other words alone',
      [line('L1', { why: 'Because she asked.' }), line('L2')],
      {},
      ['Home care each morning: the words are not the same.'],
    ],
  ])('%s', (_name, lines, fields, sentences) => {
    expect(changed(differenceOf(lines, fields))).toEqual(sentences)
  })

  test('of the plan as a whole: the review and who it was made with', () => {
    expect(
      differenceOf([line('L1'), line('L2')], { 'review-by': '2027-09-01', involved: ['p', 'mgr'] }).says,
    ).toEqual([
      'Review: was 13 April 2026, now 1 September 2027.',
      'Now also made with Lena Osei.',
      'No longer made with Noor Haddad.',
    ])
  })

  test('in the text, word by word', () => {
    const { texts } = differenceOf([line('L1'), line('L2')], {
      contingency: 'Brightwater sends nobody else.',
      prevent: undefined,
    })
    expect(texts.map(({ of, after }) => [of, after])).toEqual([
      ['What the person wants', ''],
      ['If something goes wrong', 'Brightwater sends nobody else.'],
      ['What could prevent or delay needs', ''],
    ])
  })
})

describe('what changed, in money', () => {
  test('line by line, by who pays, what is bought once apart', () => {
    const { total, council, byFunder, once, lines } = differenceOf([
      line('L1', { amount: 5 }),
      line('L2', { funder: 'person' }),
      newLine('A rail', { unit: 'once', amount: 2, price: 40.05 }),
    ])
    expect(total).toEqual({ before: 23_500, after: 18_500, by: -5_000 })
    expect(council).toEqual({ before: 23_500, after: 12_500, by: -11_000 })
    expect(byFunder).toEqual([
      { funder: 'council', weekly: { before: 23_500, after: 12_500, by: -11_000 } },
      { funder: 'person', weekly: { before: 0, after: 6_000, by: 6_000 } },
    ])
    expect(once).toEqual({ before: 0, after: 8_010, by: 8_010 })
    expect(lines.map(({ weekly }) => weekly.by)).toEqual([-5_000, 0, 0])
  })
})

const aLine = fc
  .record({
    line: fc.nat(60),
    needs: fc.subarray(['n1', 'n2', 'n3']),
    what: fc.string({ maxLength: 12 }),
    form: fc.constantFrom(...FORMS),
    unit: fc.constantFrom(...UNITS),
    amount: fc.nat(4_000).map((hundredths) => hundredths / 100),
    price: fc.nat(9_999).map((amount) => pence<'unit'>(amount)),
    funder: fc.constantFrom(...FUNDERS),
    way: fc.constantFrom('managed', 'direct-payment', 'isf', 'self', 'none'),
    why: fc.lorem({ maxCount: 12 }),
  })
  .map((fields): PlanLine => ({ ...fields, weekly: weeklyOf(fields) }))

const [planned] = [find(aRecord().planned().state(), 'plan', 'plan-1')]
const aPlan = fc
  .record({
    lines: fc.uniqueArray(aLine, { selector: (each) => each.line, maxLength: 12 }),
    contingency: fc.option(fc.lorem({ maxCount: 8 }), { nil: undefined }),
  })
  .map((fields): Plan => {
    if (planned === undefined) throw new Error('the story has a plan')
    return { ...planned, ...fields }
  })
const NAMES: Names = { person: 'you', party: (id) => id, entry: (id) => id, standing: (id) => id }

describe('for any two plans', () => {
  test('a plan does not differ from itself', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const difference = planDifference(plan, structuredClone(plan), NAMES)
        expect(difference.isSame).toBe(true)
        expect(changed(difference)).toEqual([])
        expect([difference.total.by, difference.council.by, difference.once.by]).toEqual([0, 0, 0])
      }),
    )
  })

  test('the lines and the payers add up to the whole, to the penny, and back is the opposite of there', () => {
    fc.assert(
      fc.property(aPlan, aPlan, (before, after) => {
        const there = planDifference(before, after, NAMES)
        const back = planDifference(after, before, NAMES)
        const by = (changes: readonly { readonly by: number }[]) =>
          changes.reduce((all, each) => all + each.by, 0)
        expect(by(there.lines.map(({ weekly }) => weekly))).toBe(there.total.by)
        expect(by(there.byFunder.map(({ weekly }) => weekly))).toBe(there.total.by)
        expect(there.total.after - there.total.before).toBe(there.total.by)
        expect(back.total.by + there.total.by).toBe(0)
        expect(there.lines).toHaveLength(
          new Set([...before.lines, ...after.lines].map((each) => each.line)).size,
        )
      }),
    )
  })
})
