import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { chance } from '../../../bench/chance.ts'
import { openSolver } from '../../exchange/solver.ts'
import { parseModel } from '../allocation/model.ts'
import { day } from '../dates/plain-date.ts'
import { aPerson } from './a-person.ts'
import { type Outcome, accuracyOf, accuracyTable, outcomesOf } from './accuracy.ts'
import { calibrate, leastErrorOverSpread, leastSquaresProblem, quantileProblem } from './calibrate.ts'
import type { PlanFigure } from './figures.ts'

const read = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (read.kind === 'invalid') throw new Error(JSON.stringify(read.errors))
const MODEL = read.model
const ON = day('2026-11-22')
const SINCE = day('2026-07-01')
const solve = await openSolver()

const groups = (sex: string) => ({
  age: '65-84',
  sex,
  ethnicity: 'white',
  reason: 'physical',
  area: 'old-town',
  advocate: 'no',
  'clued-up': 'no',
})
const outcome = (estimate: number, actual: number, on = '2026-05-01', sex = 'female'): Outcome => ({
  estimate,
  actual,
  on: day(on),
  groups: groups(sex),
})

describe('accuracy, by hand', () => {
  // Ten times each of: £100 for £100, £90 for £100, £120 for £100, £100 for £200.
  const forty = Array.from({ length: 10 }, () => [
    outcome(10_000, 10_000),
    outcome(9000, 10_000),
    outcome(12_000, 10_000),
    outcome(10_000, 20_000),
  ]).flat()

  test('each figure', () => {
    const accuracy = accuracyOf(forty)
    expect(accuracy).toMatchObject({
      people: 40,
      // Off by £0, £10, £20 and £100.
      meanError: 3250,
      // 0, 0.1, 0.2 and 0.5 of the cost: half way between 0.1 and 0.2.
      within10: 0.5,
      within20: 0.75,
      sufficient: 0.5,
    })
    expect(accuracy?.medianShareOff).toBeCloseTo(0.15, 12)
    // £410 of £500.
    expect(accuracy?.bias).toBeCloseTo(0.82, 12)
    // Estimates 100, 90, 120, 100, mean 102.5; costs 100, 100, 100, 200, mean 125. Together (-2.5 x -25) + (-12.5 x -25) + (17.5 x -25)
    // + (-2.5 x 75) = -250; alone 6.25 + 156.25 + 306.25 + 6.25 = 475.
    expect(accuracy?.slope).toBeCloseTo(-250 / 475, 12)
  })

  test('of fewer than twenty nothing is told', () => expect(accuracyOf(forty.slice(0, 19))).toBeUndefined())

  test('by group, and for plans made later', () => {
    const men = Array.from({ length: 23 }, () => outcome(8000, 10_000, '2026-08-01', 'male'))
    const table = accuracyTable([...forty, ...men], SINCE)
    expect(table.all?.people).toBe(65)
    expect(table.later).toMatchObject({ people: 25, sufficient: 0, meanError: 2000 })
    expect(table.groups.find(({ group }) => group === 'male')).toMatchObject({
      division: 'sex',
      people: 25,
      bias: 0.8,
    })
    expect(table.groups.find(({ group }) => group === '85-and-over')).toBeUndefined()
  })

  test.each([
    [0.5, 0.87, 1],
    [0.7, 0.71, 0.77],
    [0.8, 0.6, 0.63],
    [0.9, 0.44, 0.45],
  ])(
    'need and cost go together by %d: no model is nearer than %d, and percentile matching %d',
    (r, regression, matching) => {
      const least = leastErrorOverSpread(r)
      expect(least.regression).toBeCloseTo(regression, 2)
      expect(least.percentileMatching).toBeCloseTo(matching, 2)
    },
  )
})

describe('the solver, on problems done by hand', () => {
  test('least squares: a price that would be below nought is nought', () => {
    // One kind of hours: 10 hours cost £100, 20 hours £100: (10 x 100 + 20 x 100) / (100 + 400) = £6 an hour.
    const one = [
      { hours: [10], actual: 10_000 },
      { hours: [20], actual: 10_000 },
    ]
    expect((solve(leastSquaresProblem(one, 1))?.get('p0') ?? 0) * 1000).toBeCloseTo(600, 3)
    // A second kind that would have to be below nought: 10 and 0 cost £100, 10 and 10 cost £50. Without it: £7.50 an hour.
    const two = [
      { hours: [10, 0], actual: 10_000 },
      { hours: [10, 10], actual: 5000 },
    ]
    const found = solve(leastSquaresProblem(two, 2))
    expect((found?.get('p0') ?? 0) * 1000).toBeCloseTo(750, 2)
    expect(found?.get('p1')).toBeCloseTo(0, 6)
  })

  test('the 80% quantile of five prices an hour is the fourth', () => {
    const five = [1000, 1100, 1200, 1300, 9000].map((price) => ({ hours: [10], actual: price * 10 }))
    const price = (solve(quantileProblem(five, 1, 0.79))?.get('p0') ?? 0) * 1000
    expect(price).toBeCloseTo(1300, 3)
  })

  test('a problem without an answer gives none', () => {
    expect(solve('Minimize\n obj: x\nSubject To\n c: x >= 2\nBounds\n 0 <= x <= 1\nEnd')).toBeUndefined()
  })
})

describe('prices that fit the plans that were agreed', () => {
  const planOf = (weekly: number, on: string): PlanFigure => ({
    on: day(on),
    version: '1',
    broughtOver: false,
    weekly,
    council: weekly,
    reviewBy: null,
    lines: [],
    budget: null,
  })
  const council = (price: (hours: number, next: () => number) => number) => {
    const next = chance(7)
    return Array.from({ length: 600 }, (_, index) => {
      const [home, out] = [1 + Math.floor(12 * next()), Math.floor(6 * next())]
      const weekly = Math.round(price(home, next) * home + 2100 * out)
      return aPerson({
        needs: [
          { topic: 'hygiene', level: 1, times: home, minutes: 60, people: null },
          ...(out === 0
            ? []
            : [{ topic: 'community' as const, level: 2 as const, times: out, minutes: 60, people: null }]),
        ],
        plans: [planOf(weekly, index % 2 === 0 ? '2026-05-01' : '2026-09-01')],
      })
    })
  }
  const priceOf = (found: ReturnType<typeof calibrate>, id: string, of: 'leastSquares' | 'enough') =>
    found?.[of]?.prices[found.kinds.findIndex((kind) => kind.id === id)]

  test('plans that truly cost £30 and £21 an hour: both are found, and later plans are met to the penny', () => {
    const found = calibrate(
      MODEL,
      ON,
      SINCE,
      council(() => 3000),
      solve,
    )
    expect(found).toMatchObject({ fittedOn: 300, heldAgainst: 300, since: SINCE })
    expect(found?.kinds.map(({ id, inForce }) => [id, inForce])).toEqual([
      ['agency', 2760],
      ['personal-assistant', 1920],
    ])
    expect([
      priceOf(found, 'agency', 'leastSquares'),
      priceOf(found, 'personal-assistant', 'leastSquares'),
    ]).toEqual([3000, 2100])
    expect(found?.leastSquares?.accuracy.all).toMatchObject({ within10: 1, people: 300 })
    // The model in force gives less than every one of these plans costs.
    expect(found?.inForce.all).toMatchObject({ sufficient: 0 })
    expect(found?.inForce.all?.bias).toBeLessThan(0.93)
  })

  test('where costs spread, least squares is enough for about half and the quantile for about four in five, out of time', () => {
    const found = calibrate(
      MODEL,
      ON,
      SINCE,
      council((_, next) => 2000 + 2000 * next()),
      solve,
    )
    expect(found?.leastSquares?.accuracy.all?.sufficient).toBeGreaterThan(0.35)
    expect(found?.leastSquares?.accuracy.all?.sufficient).toBeLessThan(0.65)
    expect(found?.enough?.accuracy.all?.sufficient).toBeGreaterThan(0.72)
    expect(found?.enough?.accuracy.all?.sufficient).toBeLessThan(0.88)
    expect(priceOf(found, 'agency', 'enough')).toBeGreaterThan(priceOf(found, 'agency', 'leastSquares') ?? 0)
  })

  test('too few plans are not fitted on', () => {
    expect(calibrate(MODEL, ON, SINCE, council(() => 3000).slice(0, 60), solve)).toBeUndefined()
  })

  test('what the model said, beside what the plan costs: only of people with both', () => {
    const [one] = council(() => 3000)
    if (one === undefined) throw new Error('nobody')
    const outcomes = outcomesOf({ kind: 'built-up', model: MODEL }, ON, [
      one,
      aPerson(),
      aPerson({ plans: [planOf(5000, '2026-05-01')] }),
    ])
    expect(outcomes).toHaveLength(1)
    expect(outcomes[0]?.actual).toBe(one.figures.plans[0]?.weekly)
  })
})
