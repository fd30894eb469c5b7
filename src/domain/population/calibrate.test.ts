import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { afterAll, describe, expect, test } from 'vitest'
import { chance } from '../../../bench/chance.ts'
import { openSolver } from '../../exchange/solver.ts'
import { parseModel } from '../allocation/model.ts'
import { parsePointsModel } from '../allocation/points.ts'
import { day } from '../dates/plain-date.ts'
import { isLevel } from '../outcomes/ladder.ts'
import { aPerson } from './a-person.ts'
import { type ToFit, fit, leastSquaresProblem, quantileProblem } from './calibrate-fit.ts'
import { type Calibration, calibrate, calibrateCurve } from './calibrate.ts'
import type { PlanFigure } from './figures.ts'

const published = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../allocation/${name}.yaml`, import.meta.url), 'utf8'))
const read = parseModel(published('northmoor-2026-27'))
if (read.kind === 'invalid') throw new Error(JSON.stringify(read.errors))
const MODEL = read.model
const readPoints = parsePointsModel(published('northmoor-points-2026-27'))
if (readPoints.kind === 'invalid') throw new Error(JSON.stringify(readPoints.errors))
const POINTS = readPoints.model
const ON = day('2026-11-22')
const SINCE = day('2026-07-01')
const solver = openSolver()
const { solve } = solver
afterAll(() => solver.close())

const FREE = undefined
const plan = (actual: number, ...amounts: readonly number[]) => ({ amounts, actual })

describe('fits done by hand, in pence an hour', () => {
  const cases: readonly (readonly [string, ToFit, readonly number[]])[] = [
    [
      // (10 x 100 + 20 x 100) / (100 + 400) = £6 an hour.
      '10 hours cost £100, and 20 hours £100',
      { bought: [plan(10_000, 10), plan(10_000, 20)], held: [FREE], order: [] },
      [600],
    ],
    [
      // The second kind would come to £5 below nought. Without it: (1,000 + 500) / 200 = £7.50 an hour.
      'a price that would be below nought is nought',
      { bought: [plan(10_000, 10, 0), plan(5000, 10, 10)], held: [FREE, FREE], order: [] },
      [750, 0],
    ],
    [
      // £10 are held for each hour of the second kind: £100 less £50 are £50 for 10 hours.
      'a price that is held comes off first',
      { bought: [plan(10_000, 10, 5)], held: [FREE, 1000], order: [] },
      [500, 1000],
    ],
    [
      // By themselves £10 and £20. The first may not be cheaper: both £15.
      'an order is kept',
      { bought: [plan(10_000, 10, 0), plan(20_000, 0, 10)], held: [FREE, FREE], order: [[0, 1]] },
      [1500, 1500],
    ],
    [
      'an order against a price that is held',
      { bought: [plan(10_000, 10, 0)], held: [FREE, 1200], order: [[0, 1]] },
      [1200, 1200],
    ],
    ['nothing to find', { bought: [plan(10_000, 10)], held: [1234], order: [] }, [1234]],
  ]
  test.each(cases)('nearest: %s', async (_, toFit, expected) => {
    const found = await fit(toFit, 'nearest', solve)
    expect(found).toHaveLength(expected.length)
    expected.forEach((price, place) => expect(found?.[place]).toBeCloseTo(price, 1))
  })

  test('enough for four in five: of five prices an hour the fourth, whatever the fifth', async () => {
    const priced = (last: number): ToFit => ({
      bought: [1000, 1100, 1200, 1300, last].map((price) => plan(price * 10, 10)),
      held: [FREE],
      order: [],
    })
    for (const last of [1400, 90_000]) {
      const solved = await solve(quantileProblem(priced(last), 0.79))
      expect((solved?.worth.get('p0') ?? 0) * 1000).toBeCloseTo(1300, 6)
    }
  })

  test('enough: what is held and an order hold there too', async () => {
    const held = { bought: [plan(10_000, 10, 5)], held: [FREE, 1000], order: [] }
    expect((await fit(held, 'enough', solve))?.[0]).toBeCloseTo(500, 6)
    const order: ToFit = {
      bought: [plan(10_000, 10, 0), plan(20_000, 0, 10), plan(20_000, 0, 10)],
      held: [FREE, FREE],
      order: [[0, 1]],
    }
    const [dearer = 0, cheaper = 0] = (await fit(order, 'enough', solve)) ?? []
    expect(dearer).toBeGreaterThanOrEqual(cheaper - 1e-6)
    expect(cheaper).toBeCloseTo(2000, 6)
  })

  test('an order that what is held breaks has no answer', async () => {
    const toFit: ToFit = {
      bought: [plan(1000, 1, 1, 1)],
      held: [500, FREE, 900],
      order: [
        [0, 1],
        [1, 2],
      ],
    }
    expect(await fit(toFit, 'nearest', solve)).toBeUndefined()
    expect(await fit(toFit, 'enough', solve)).toBeUndefined()
  })

  test('no other prices are better, whatever the plans', async () => {
    const bought = fc.array(
      fc.record({
        amounts: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 2 }),
        actual: fc.integer({ min: 100, max: 200_000 }),
      }),
      { minLength: 6, maxLength: 25 },
    )
    const nudges = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 2, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(bought, nudges, async (plans, nudge) => {
        // Each kind has to be in some plan, or any price does.
        const toFit: ToFit = {
          bought: [...plans, plan(20_000, 8, 3), plan(9000, 2, 7)],
          held: [FREE, FREE],
          order: [],
        }
        const loss = (prices: readonly number[], of: (short: number) => number): number =>
          toFit.bought.reduce(
            (sum, { amounts, actual }) =>
              sum + of(actual - amounts.reduce((all, amount, at) => all + amount * (prices[at] ?? 0), 0)),
            0,
          )
        const square = (short: number): number => short * short
        const tilted = (short: number): number => (short > 0 ? 0.8 * short : -0.2 * short)
        for (const [aim, of] of [
          ['nearest', square],
          ['enough', tilted],
        ] as const) {
          const found = await fit(toFit, aim, solve)
          const other = found?.map((price, at) => Math.max(0, price + (nudge[at] ?? 0))) ?? []
          expect(found?.every((price) => price >= 0)).toBe(true)
          expect(loss(found ?? [], of)).toBeLessThanOrEqual(loss(other, of) * (1 + 1e-6) + 1)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a problem without an answer gives none, and one that is none is a bug', async () => {
    expect(
      await solve('Minimize\n obj: x\nSubject To\n c: x >= 2\nBounds\n 0 <= x <= 1\nEnd'),
    ).toBeUndefined()
    const other = openSolver()
    await expect(other.solve('Minimize\n obj: [ x')).rejects.toThrow('the solver')
    await other.close()
    const toFit: ToFit = { bought: [plan(10_000, 10)], held: [FREE], order: [] }
    expect((await solve(leastSquaresProblem(toFit)))?.values.get('p0')).toBeCloseTo(1, 6)
  })
})

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

describe('prices that fit the plans that were agreed', () => {
  type Prices = { readonly agency: (next: () => number) => number; readonly assistant: number }
  const council = (people: number, { agency, assistant }: Prices, out = true) => {
    const next = chance(7)
    return Array.from({ length: people }, (_, index) => {
      const [home, away] = [1 + Math.floor(12 * next()), out ? Math.floor(6 * next()) : 0]
      const weekly = Math.round(agency(next) * home + assistant * away)
      return aPerson({
        needs: [
          { topic: 'hygiene', level: 1, times: home, minutes: 60, people: null },
          ...(away === 0
            ? []
            : [{ topic: 'community' as const, level: 2 as const, times: away, minutes: 60, people: null }]),
        ],
        plans: [planOf(weekly, index % 2 === 0 ? '2026-05-01' : '2026-09-01')],
      })
    })
  }
  const fitted = (people: number, prices: Prices, out?: boolean) =>
    calibrate(MODEL, ON, SINCE, council(people, prices, out), solve)
  const priceOf = (found: Calibration | undefined, id: string, of: 'leastSquares' | 'enough') =>
    found?.[of]?.prices[found.kinds.findIndex((kind) => kind.id === id)]

  test('plans that truly cost £30 and £21 an hour: both are found, and later plans are met to the penny', async () => {
    const found = await fitted(600, { agency: () => 3000, assistant: 2100 })
    expect(found).toMatchObject({ fittedOn: 300, heldAgainst: 300, since: SINCE })
    expect(found?.kinds).toEqual([
      { id: 'agency', words: 'Home care from an agency', inForce: 2760, held: false },
      { id: 'personal-assistant', words: 'A personal assistant', inForce: 1920, held: false },
      // Nobody has nights: their prices stay.
      { id: 'agency-waking', words: 'Home care from an agency, awake at night', inForce: 2172, held: true },
      {
        id: 'agency-sleep-in',
        words: 'Home care from an agency, asleep in the house at night',
        inForce: 1284,
        held: true,
      },
    ])
    expect(found?.leastSquares?.prices).toEqual([3000, 2100, 2172, 1284])
    expect(found?.enough?.prices).toEqual([3000, 2100, 2172, 1284])
    expect(found?.leastSquares?.accuracy.all).toMatchObject({ within10: 1, people: 300, sufficient: 1 })
    // The model in force gives less than every one of these plans costs.
    expect(found?.inForce.all).toMatchObject({ sufficient: 0 })
    expect(found?.inForce.all?.bias).toBeLessThan(0.93)
  })

  test('the model that it gives is the one in force with these prices, and keeps every promise', async () => {
    const found = await fitted(600, { agency: () => 3300, assistant: 2500 })
    const tried = found?.leastSquares?.model
    expect(found?.leastSquares?.broken).toEqual([])
    expect(
      tried?.prices.map(({ price }) => price).filter((price, at) => price !== MODEL.prices[at]?.price),
    ).toEqual([3300, 2500])
    expect({ ...tried, prices: MODEL.prices }).toEqual(MODEL)
    // Above the highest that was published: the range goes with it.
    expect(tried?.prices[0]).toMatchObject({ low: 2410, price: 3300, high: 3300 })
  })

  test('where assistants cost more than the agency, more need would give less: both get one price instead', async () => {
    const found = await fitted(600, { agency: () => 2000, assistant: 3000 })
    expect(found?.leastSquares?.broken).toEqual([])
    expect(priceOf(found, 'agency', 'leastSquares')).toBe(
      priceOf(found, 'personal-assistant', 'leastSquares'),
    )
    expect(priceOf(found, 'agency', 'leastSquares')).toBeGreaterThan(2000)
    expect(priceOf(found, 'agency', 'leastSquares')).toBeLessThan(3000)
  })

  test('where costs spread, least squares is enough for about half and the quantile for about four in five, out of time', async () => {
    const found = await fitted(600, { agency: (next) => 2000 + 2000 * next(), assistant: 2100 })
    expect(found?.leastSquares?.accuracy.all?.sufficient).toBeGreaterThan(0.35)
    expect(found?.leastSquares?.accuracy.all?.sufficient).toBeLessThan(0.65)
    expect(found?.enough?.accuracy.all?.sufficient).toBeGreaterThan(0.72)
    expect(found?.enough?.accuracy.all?.sufficient).toBeLessThan(0.88)
    expect(priceOf(found, 'agency', 'enough')).toBeGreaterThan(priceOf(found, 'agency', 'leastSquares') ?? 0)
    for (const price of found?.enough?.prices ?? []) expect(price % 5 === 0 || price % 2 === 0).toBe(true)
    expect((priceOf(found, 'agency', 'enough') ?? 1) % 5).toBe(0)
  })

  test('a price that nineteen plans speak for stays where it is: one of them could be read off it', async () => {
    const prices: Prices = { agency: () => 3000, assistant: 2100 }
    const [with19, with20] = [38, 40].map((some) => [
      ...council(300, prices, false),
      ...council(200, prices)
        .filter(({ figures }) => figures.needs.length > 1)
        .slice(0, some)
        .map((one, index) => ({
          ...one,
          figures: {
            ...one.figures,
            plans: one.figures.plans.map((each) => ({
              ...each,
              on: day(index % 2 === 0 ? '2026-05-01' : '2026-09-01'),
            })),
          },
        })),
    ])
    const of = async (people: typeof with19) =>
      (await calibrate(MODEL, ON, SINCE, people ?? [], solve))?.kinds.map(({ held }) => held)
    expect(await of(with19)).toEqual([false, true, true, true])
    expect(await of(with20)).toEqual([false, false, true, true])
  })

  test('plans of a year ago are raised as the published prices have risen since', async () => {
    // All at an agency, £26.30 until March 2026 and £27.60 since: whoever was given £26.30 an hour then is given £27.60 now.
    const people = council(300, { agency: () => 2630, assistant: 0 }, false).map((one, index) => ({
      ...one,
      figures: {
        ...one.figures,
        plans: one.figures.plans.map((each) => ({
          ...each,
          on: day(index % 2 === 0 ? '2025-11-03' : '2026-09-01'),
        })),
      },
    }))
    const found = await calibrate(MODEL, ON, SINCE, people, solve)
    expect([priceOf(found, 'agency', 'leastSquares'), priceOf(found, 'agency', 'enough')]).toEqual([
      2760, 2760,
    ])
  })

  test('a place in a care home says nothing of the price of an hour', async () => {
    const atHome = council(300, { agency: () => 3000, assistant: 2100 })
    const inHomes = council(200, { agency: () => 9000, assistant: 100 }).map((one) => ({
      ...one,
      figures: {
        ...one.figures,
        plans: one.figures.plans.map((each) => ({
          ...each,
          lines: [
            {
              form: 'care-home' as const,
              unit: 'week' as const,
              amount: 1,
              price: each.weekly,
              weekly: each.weekly,
              payer: 'council' as const,
              way: 'managed',
              effect: null,
              topics: [],
              provider: null,
            },
          ],
        })),
      },
    }))
    const found = await calibrate(MODEL, ON, SINCE, [...atHome, ...inHomes], solve)
    expect(found).toMatchObject({ fittedOn: 150, heldAgainst: 150 })
    expect(found?.leastSquares?.prices).toEqual([3000, 2100, 2172, 1284])
  })

  test('too few plans are not fitted on', async () => {
    expect(await fitted(98, { agency: () => 3000, assistant: 2100 })).toBeUndefined()
    expect(await fitted(100, { agency: () => 3000, assistant: 2100 })).toBeDefined()
  })
})

describe('a curve from points to pounds', () => {
  // Northmoor's knots: 0, 10, 25, 45, 70 and 100 points.
  const TRUE = [0, 10_000, 30_000, 80_000, 120_000, 120_000]
  const weekAt = (points: number): number => {
    const knots = [0, 10, 25, 45, 70, 100]
    const next = knots.findIndex((knot) => knot >= points)
    const [from, to] = [knots[next - 1] ?? 0, knots[next] ?? 100]
    const [low, high] = [TRUE[next - 1] ?? 0, TRUE[next] ?? 0]
    return next <= 0 ? 0 : low + ((high - low) * (points - from)) / (to - from)
  }
  const someone = (next: () => number, index: number, most: number) => {
    const levels = Array.from({ length: 10 }, () => {
      const level = 4 - Math.floor(most * next())
      return isLevel(level) ? level : null
    })
    const points = levels.reduce<number>((sum, level, place) => {
      const topic = Object.values(POINTS.questions)[place]
      return sum + (level === null ? 0 : (topic?.[level] ?? 0))
    }, 0)
    const plans = [planOf(Math.round(weekAt(points)) + 1, index % 2 === 0 ? '2026-05-01' : '2026-09-01')]
    return aPerson({ levels, plans })
  }
  const council = (people: number, most: number) => {
    const next = chance(9)
    return Array.from({ length: people }, (_, index) => someone(next, index, most))
  }

  test('the curve that plans truly follow is found, between the same points', async () => {
    const found = await calibrateCurve(POINTS, ON, SINCE, council(800, 5), solve)
    expect(found?.points).toEqual([0, 10, 25, 45, 70, 100])
    expect(found?.curve).toEqual([0, 6000, 28_000, 64_000, 105_000, 170_000])
    found?.leastSquares?.prices.forEach((week, place) => {
      if (found.held[place] === false) expect(Math.abs(week - (TRUE[place] ?? 0))).toBeLessThanOrEqual(1000)
    })
    expect(found?.held.filter((held) => !held).length).toBeGreaterThanOrEqual(3)
    expect(found?.leastSquares?.accuracy.all?.within10).toBeGreaterThan(0.95)
    expect(found?.inForce.all?.within10).toBeLessThan(0.5)
  })

  test('it never falls, whatever the plans are', async () => {
    const next = chance(10)
    const people = council(400, 4).map((one) => ({
      ...one,
      figures: {
        ...one.figures,
        plans: one.figures.plans.map((each) => ({ ...each, weekly: Math.round(1000 + 150_000 * next()) })),
      },
    }))
    const found = await calibrateCurve(POINTS, ON, SINCE, people, solve)
    for (const { prices } of [found?.leastSquares, found?.enough].flatMap((each) => each ?? []))
      expect(prices).toEqual(prices.toSorted((a, b) => a - b))
    expect(found?.enough).toBeDefined()
  })

  test('where few people reach, it rises as it does in force', async () => {
    const found = await calibrateCurve(POINTS, ON, SINCE, council(800, 2), solve)
    const [last = 0, before = 0] = found?.leastSquares?.prices.toReversed() ?? []
    expect(found?.held.at(-1)).toBe(true)
    expect(last - before).toBe(65_000)
  })

  test('matching by place among past cases has no curve', async () => {
    const percentile = {
      ...POINTS,
      money: {
        by: 'percentile' as const,
        'people-points': [1, 2],
        'people-weekly': [],
        'contingency-percent': 0,
      },
    }
    expect(await calibrateCurve(percentile, ON, SINCE, council(200, 5), solve)).toBeUndefined()
  })
})
