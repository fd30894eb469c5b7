import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  binomialAtLeast,
  continuity,
  correlation,
  discoveries,
  logitSlope,
  meanAboveNought,
  normalAbove,
  standardisedDifference,
} from './statistics.ts'

test.each([
  [0, 0.5],
  [1.644_854, 0.05],
  [1.959_964, 0.025],
  [3.090_232, 0.001],
  [-1.281_552, 0.9],
])('above %d lies %d of a normal', (z, share) => {
  expect(normalAbove(z)).toBeCloseTo(share, 6)
})

describe('so many or more of n', () => {
  test.each([
    [1, 59, 0.05, 0.951_5, '59 find an error of 5% with 95% probability'],
    [1, 149, 0.02, 0.950_7, '149 one of 2%'],
    [1, 29, 0.1, 0.952_9, '29 one of 10%'],
    [3, 3, 0.5, 0.125, 'all three of three'],
    [0, 10, 0.2, 1, 'none or more'],
    [1, 2_000, 0.9, 1, 'far below the middle it is sure'],
    [2, 4, 0.25, 0.261_7, '1 - 0.75^4 - 4 x 0.25 x 0.75^3'],
  ])('%i of %i at %d: %d, %s', (hits, n, p, chance) => {
    expect(binomialAtLeast(hits, n, p)).toBeCloseTo(chance, 4)
  })

  test('among many it is as near as the normal', () => {
    expect(binomialAtLeast(2_600, 10_000, 0.25)).toBeCloseTo(0.0108, 3)
  })

  test('it falls as the number rises, and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, p) => {
          let before = 1
          for (let hits = 0; hits <= n; hits += Math.max(1, Math.floor(n / 9))) {
            const chance = binomialAtLeast(hits, n, p)
            expect(chance).toBeGreaterThanOrEqual(0)
            expect(chance).toBeLessThanOrEqual(before + 1e-6)
            before = chance
          }
        },
      ),
    )
  })
})

describe('continuity', () => {
  test.each([
    [[14], 1],
    [[7, 7], 0.462],
    [[10, 3, 1], 0.527],
    [Array.from({ length: 14 }, () => 1), 0],
  ])('visits by worker %j: %d', (visits, value) => {
    expect(continuity(visits)).toBeCloseTo(value, 3)
  })

  test('of one visit there is none', () => {
    expect(continuity([1])).toBeUndefined()
  })
})

test('a difference is counted in standard deviations', () => {
  const { difference, chance } = standardisedDifference([3, 4, 5, 6, 7], [1, 2, 3, 4, 5])
  // Both have variance 2.5: 2 / 1.5811 = 1.2649; t = 2 with 8 degrees of freedom, of which a table says 0.0403.
  expect(difference).toBeCloseTo(1.2649, 4)
  expect(Math.abs(chance - 0.0403)).toBeLessThan(0.002)
})

test('a correlation of what rises together is 1, of what falls -1', () => {
  const rising = [1, 2, 3, 4, 5, 6].map((x) => [x, 2 * x] as const)
  expect(correlation(rising).difference).toBeCloseTo(1, 5)
  expect(correlation(rising.map(([x, y]) => [x, -y] as const)).difference).toBeCloseTo(-1, 5)
  expect(correlation([[1, 1]])).toEqual({ difference: 0, chance: 1 })
})

test('five who all stand one above nought are no accident', () => {
  expect(meanAboveNought([1, 1, 1, 1, 1])).toEqual({ difference: 1, chance: 0 })
  expect(meanAboveNought([-1, 1, -1, 1, -1, 1]).chance).toBeCloseTo(0.5, 6)
})

test('the slope of the log-odds: 1 of 4 at nought, 3 of 4 at one, is 2 ln 3', () => {
  const pairs = [0, 1].flatMap((x) => [0, 1, 2, 3].map((n) => [x, n < (x === 0 ? 1 : 3)] as const))
  expect(logitSlope(pairs)).toBeCloseTo(2 * Math.log(3), 6)
})

describe('many tests at once', () => {
  test('the published example of Benjamini and Hochberg: of fifteen four stand at 5%', () => {
    const chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]
    expect(discoveries(chances, 0.05).filter(Boolean)).toHaveLength(4)
  })

  test('the smallest chances stand, and none does where there are none', () => {
    expect(discoveries([0.9, 0.001, 0.5], 0.05)).toEqual([false, true, false])
    expect(discoveries([], 0.05)).toEqual([])
  })
})
