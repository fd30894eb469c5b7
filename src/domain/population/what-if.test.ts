import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test, vi } from 'vitest'
import { indicativeBudget } from '../allocation/built-up.ts'
import type { AllocationFacts, Help, Said } from '../allocation/facts.ts'
import { type Model, parseModel } from '../allocation/model.ts'
import { parsePointsModel, pointsOpinion } from '../allocation/points.ts'
import type { OwnPrice } from '../allocation/prices.ts'
import { addDays, day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { ADULT_OUTCOMES, type Topic } from '../outcomes/topics.ts'
import { aPerson } from './a-person.ts'
import type { NeedFigure, PlanFigure } from './figures.ts'
import { moneyFacts } from './money-facts.ts'
import { type AnyModel, mayBeCompared, prepareWhatIf } from './what-if.ts'

vi.setConfig({ testTimeout: 120_000 })
const read = (file: string): Record<string, unknown> =>
  parse(readFileSync(new URL(`../../../allocation/${file}`, import.meta.url), 'utf8'))
const published = read('northmoor-2026-27.yaml')
type Row = Record<string, unknown> & {
  form: string
  unit: string
  night?: string
  low: number
  price: number
  high: number
}
const rows = published['prices'] as readonly Row[]

function modelWith(changes: Record<string, unknown>): Model {
  const parsed = parseModel({ ...published, ...changes })
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
  return parsed.model
}
const priced = (change: (row: Row) => Row): Record<string, unknown> => ({ prices: rows.map(change) })
const toPenny = (pounds: number): number => Math.round(pounds * 100) / 100
const dearer = (row: Row, by: number): Row => ({
  ...row,
  low: toPenny(row.low + by),
  price: toPenny(row.price + by),
  high: toPenny(row.high + by),
})
const ON = day('2026-05-20')
const IN_FORCE = modelWith({})
const builtUp = (model: Model): AnyModel => ({ kind: 'built-up', model })

/** Every hour of home care by day costs £1 less. */
const CHEAPER = modelWith(
  priced((row) =>
    row.form === 'agency' && row.unit === 'hour' && row.night === undefined ? dearer(row, -1) : row,
  ),
)

const needs = (
  ...given: readonly (readonly [NeedFigure['topic'], 0 | 1 | 2 | 3, number, number])[]
): readonly NeedFigure[] =>
  given.map(([topic, level, times, minutes]) => ({ topic, level, times, minutes, people: null }))
const planOf = (weekly: number): PlanFigure => ({
  on: day('2026-04-10'),
  version: '1',
  broughtOver: false,
  weekly,
  council: weekly,
  reviewBy: null,
  lines: [],
  budget: null,
})

describe('home care at £26.60 an hour instead of £27.60', () => {
  // Washing, 7 times half an hour: 3.5 hours x £27.60 = £96.60, then x £26.60 = £93.10.
  const washing = needs(['hygiene', 1, 7, 30])
  // Going out, twice two hours with a personal assistant at £19.20: £76.80, and no change.
  const out = needs(['community', 1, 2, 120])
  const people = [
    aPerson({ needs: washing, born: '1940-01' }, { sex: 'female' }),
    aPerson({ needs: out, born: '1990-01' }, { sex: 'male' }),
    aPerson({ needs: [...washing, ...out], born: '1990-01', plans: [planOf(17_200)] }, { sex: 'male' }),
    aPerson({ needs: [] }),
  ]
  const before = prepareWhatIf(builtUp(IN_FORCE), ON, people)
  const found = before.against(builtUp(CHEAPER))

  test('who is counted, the totals, and who loses', () => {
    expect(found).toMatchObject({
      people: 3,
      notCounted: 1,
      lose: 2,
      gain: 0,
      // £96.60 + £76.80 + £173.40
      before: 9660 + 7680 + 17_340,
      // £93.10 + £76.80 + £169.90
      after: 9310 + 7680 + 16_990,
    })
  })

  test('whose sum would fall below what their needs cost: a plan’s cost where there is one', () => {
    // The third plan costs £172.00: below the sum of £173.40, above that of £169.90. The first has no plan: £96.60 is the cost.
    expect(found).toMatchObject({ belowCostBefore: 0, belowCostAfter: 2 })
    expect(before.one(2)).toEqual({ person: 2, before: 17_340, after: 16_990, cost: 17_200 })
    expect(before.one(1)).toEqual({ person: 1, before: 7680, after: 7680, cost: 7680 })
  })

  test('each group', () => {
    const of = (division: string, group: string) =>
      found.groups.find((each) => each.division === division && each.group === group)
    expect(of('sex', 'female')).toMatchObject({ people: 1, lose: 1, before: 9660, after: 9310 })
    expect(of('sex', 'male')).toMatchObject({ people: 2, lose: 1, before: 25_020, after: 24_670 })
    expect(of('age', '85-and-over')).toMatchObject({ people: 1, lose: 1 })
    expect(of('age', '18-64')).toMatchObject({ people: 2, lose: 1, belowCostAfter: 1 })
    expect(of('advocate', 'no')).toMatchObject({ people: 3 })
    expect(of('advocate', 'yes')).toBeUndefined()
  })

  test('the same model again changes nothing for anybody', () => {
    const same = prepareWhatIf(builtUp(IN_FORCE), ON, people).against(builtUp(modelWith({})))
    expect(same).toMatchObject({ lose: 0, gain: 0, belowCostAfter: 0 })
    expect(same.after).toBe(same.before)
  })
})

test('a price of their own stands before the council’s, whatever the council changes', () => {
  const own: OwnPrice = { form: 'agency', unit: 'hour', price: pence<'hour'>(3000), from: day('2026-04-01') }
  const prepared = prepareWhatIf(builtUp(IN_FORCE), ON, [
    aPerson({ needs: needs(['hygiene', 1, 7, 30]), prices: [own] }),
  ])
  // 3.5 hours x £30.00
  expect(prepared.against(builtUp(CHEAPER))).toMatchObject({
    people: 1,
    lose: 0,
    before: 10_500,
    after: 10_500,
  })
})

test('a rule that counts other hours is laid out anew', () => {
  const topics = published['topics'] as Record<string, Record<string, Record<string, unknown>>>
  const longer = modelWith({
    topics: {
      ...topics,
      hygiene: {
        ...topics['hygiene'],
        0: { ...topics['hygiene']?.['0'], typical: { times: 14, minutes: 45, helpers: 1 } },
        1: { ...topics['hygiene']?.['1'], typical: { times: 14, minutes: 45, helpers: 1 } },
      },
    },
  })
  const typical = [{ topic: 'hygiene', level: 1, times: null, minutes: null, people: null }] as const
  const prepared = prepareWhatIf(builtUp(IN_FORCE), ON, [aPerson({ needs: typical })])
  // 7 x 45 minutes = 5.25 hours, £144.90; 14 x 45 minutes = 10.5 hours, £289.80.
  expect(prepared.against(builtUp(longer))).toMatchObject({ gain: 1, before: 14_490, after: 28_980 })
})

describe('a model of points', () => {
  const file = read('northmoor-points-2026-27.yaml')
  const pointsOf = (value: unknown) => {
    const parsed = parsePointsModel(value)
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
    return parsed.model
  }
  const inForce = pointsOf(file)
  const questions = file['questions'] as Record<string, Record<string, number>>
  const lighter = pointsOf({
    ...file,
    questions: { ...questions, hygiene: { 0: 12, 1: 6, 2: 4, 3: 1, 4: 0 } },
  })

  test('a weight is changed: 10 points give £60, 8 give £48', () => {
    // Washing at level 1 is 8 points and going out at level 3 is 1, the home at level 3 is 1; then 6, 1 and 1.
    const levels = [4, 1, 4, 4, 4, 3, 4, 4, 3, 4] as const
    const prepared = prepareWhatIf({ kind: 'points', model: inForce }, ON, [
      aPerson({ levels }),
      aPerson({ levels: [null, ...levels.slice(1)] }),
    ])
    expect(prepared.against({ kind: 'points', model: lighter })).toMatchObject({
      people: 1,
      notCounted: 1,
      lose: 1,
      before: 6000,
      after: 4800,
    })
  })

  test('it is never held against a built-up one', () => {
    const points: AnyModel = { kind: 'points', model: inForce }
    expect(mayBeCompared(builtUp(IN_FORCE), points).map(({ path }) => path)).toEqual(['questions'])
    expect(() => prepareWhatIf(points, ON, []).against(builtUp(IN_FORCE))).toThrow(TypeError)
  })

  test('the points of everybody are those of the opinion on one', () => {
    const said = fc.array(fc.constantFrom(0, 1, 2, 3, 4), { minLength: 10, maxLength: 10 }).map(
      (levels): AllocationFacts => ({
        on: ON,
        needs: [],
        help: [],
        said: levels.map((level, index) => ({
          entry: `said-${index}`,
          topic: ADULT_OUTCOMES[index] ?? 'hygiene',
          saidBy: 'p',
          saidByName: 'P',
          on: ON,
          level: level as 0,
        })),
      }),
    )
    fc.assert(
      fc.property(said, (facts) => {
        const opinion = pointsOpinion(inForce, facts)
        const prepared = prepareWhatIf({ kind: 'points', model: inForce }, ON, [aPerson(moneyFacts(facts))])
        expect(prepared.before[0]).toBe(opinion.kind === 'known' ? opinion.value.weekly : Number.NaN)
      }),
    )
  })
})

test.each([
  ['another council', { council: 'Southmoor Council' }, ['council']],
  ['another version', { version: 4 }, ['version']],
  ['a price alone', { 'contingency-percent': 3 }, []],
])('a model of %s', (_, change, paths) => {
  const errors = mayBeCompared(builtUp(IN_FORCE), builtUp(modelWith(change)))
  expect(errors.map(({ path }) => path)).toEqual(paths)
})

describe('what a population’s sum may never differ in from one person’s', () => {
  const TOPICS: readonly Topic[] = [...ADULT_OUTCOMES, 'night', 'health']
  const level = fc.constantFrom(0, 1, 2, 3, 4)
  const said: fc.Arbitrary<Said> = fc
    .record(
      {
        topic: fc.constantFrom(...TOPICS),
        saidBy: fc.constantFrom('p', 'k', 's'),
        days: fc.integer({ min: 0, max: 25 }),
        level,
        times: fc.oneof(fc.integer({ min: 0, max: 35 }), fc.constantFrom(0.5, 1.5, 2.25)),
        minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.constantFrom(7.5)),
        people: fc.constantFrom(1, 2),
        night: fc.constantFrom(true, false, false),
        disputed: fc.constantFrom(true, false, false, false),
      },
      { requiredKeys: ['topic', 'saidBy', 'days', 'level'] },
    )
    .map(({ days, ...one }) => ({
      ...one,
      entry: 'said',
      saidByName: one.saidBy,
      on: addDays(day('2026-04-25'), days),
    }))
  const help: fc.Arbitrary<Help> = fc
    .record(
      {
        carer: fc.constantFrom('k', 'f'),
        topics: fc.subarray([...TOPICS]),
        hoursAWeek: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0.75, 2.5)),
        willing: fc.constantFrom(true, true, false),
        able: fc.constantFrom(true, true, false),
        agreed: fc.constantFrom(true, true, false),
      },
      { requiredKeys: ['carer', 'willing', 'able', 'agreed'] },
    )
    .map((one) => ({ ...one, entry: 'help', carerName: one.carer }))
  const ownPrice: fc.Arbitrary<OwnPrice> = fc.record({
    form: fc.constantFrom('agency', 'personal-assistant', 'community'),
    unit: fc.constantFrom('hour', 'night', 'visit'),
    price: fc.integer({ min: 0, max: 6_000 }).map((n) => pence<'hour'>(n)),
    from: fc.constantFrom(day('2020-01-01'), day('2026-05-10')),
  })
  const facts: fc.Arbitrary<AllocationFacts> = fc.record({
    on: fc.constant(ON),
    needs: fc
      .array(fc.subarray([...TOPICS], { minLength: 1 }), { maxLength: 2 })
      .map((all) => all.map((topics, index) => ({ id: `need-${index}`, topics }))),
    said: fc.array(said, { maxLength: 12 }).map((all) => all.toSorted((a, b) => a.on.localeCompare(b.on))),
    help: fc.array(help, { maxLength: 2 }),
    prices: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(ownPrice, { maxLength: 2 }) },
    ),
  })
  const nights = published['nights'] as Record<string, unknown>
  const MODELS = [
    IN_FORCE,
    CHEAPER,
    modelWith({ 'contingency-percent': 7.5 }),
    modelWith(priced((row) => dearer(row, 0.37))),
    modelWith({ nights: { ...nights, 'hours-a-night': 10 } }),
    modelWith({ travel: [] }),
  ]
  const explained = (model: Model, one: AllocationFacts): number => {
    const answer = indicativeBudget(model, one)
    return answer.kind === 'known' ? answer.value.weekly : Number.NaN
  }

  test('both sums of everybody are the explained ones, to the penny', () => {
    let known = 0
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...MODELS),
        fc.constantFrom(...MODELS),
        (all, a, b) => {
          const prepared = prepareWhatIf(
            builtUp(a),
            ON,
            all.map((one) => aPerson(moneyFacts(one))),
          )
          const found = prepared.against(builtUp(b))
          const was = all.map((one) => explained(a, one))
          const is = all.map((one) => explained(b, one))
          expect([...prepared.before]).toEqual(was)
          expect([...prepared.after]).toEqual(is)
          const both = all.flatMap((_, index) => {
            const [x, y] = [was[index] ?? Number.NaN, is[index] ?? Number.NaN]
            return Number.isNaN(x - y) ? [] : [{ x, y }]
          })
          known += both.length
          expect(found).toMatchObject({
            people: both.length,
            notCounted: all.length - both.length,
            lose: both.filter(({ x, y }) => y < x).length,
            gain: both.filter(({ x, y }) => y > x).length,
            before: both.reduce((sum, { x }) => sum + x, 0),
            after: both.reduce((sum, { y }) => sum + y, 0),
          })
          for (const division of ['age', 'sex', 'clued-up']) {
            const parts = found.groups.filter((group) => group.division === division)
            expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(both.length)
            expect(parts.reduce((sum, { after }) => sum + after, 0)).toBe(found.after)
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(known).toBeGreaterThan(500)
  })
})
