import { describe, expect, test } from 'vitest'
import type { Gap } from '../../domain/population/gaps.ts'
import { byDivision, foundIn, gapInWords, reachOf } from './view-fairness.ts'

const gap = (over: Partial<Gap> = {}): Gap => ({
  division: 'sex',
  group: 'female',
  people: 100,
  others: 100,
  raw: -0.1,
  explained: -0.02,
  unexplained: -0.08,
  low: -0.12,
  high: -0.04,
  chance: 0.001,
  found: true,
  ...over,
})

describe('a gap in words', () => {
  test.each([
    [0.1, 'share', '10% more'],
    [-0.083, 'share', '8.3% less'],
    [0.0004, 'share', 'none'],
    [0.05, 'points', '5 more in every 100'],
    [-0.012, 'points', '1.2 fewer in every 100'],
  ] as const)('%d of %s: %s', (size, unit, says) => {
    expect(gapInWords(size, unit)).toBe(says)
  })
})

test('the picture reaches past every interval, the same on both sides, and never without end', () => {
  expect(reachOf([gap()])).toBeCloseTo(0.15)
  expect(reachOf([gap({ low: 0.01, high: 0.02, raw: 0.01 })])).toBeCloseTo(0.05)
  expect(reachOf([gap({ high: 40 })])).toBe(2)
})

test('what was found, the greatest first, and each division in its place', () => {
  const small = gap({ group: 'male', unexplained: 0.02 })
  const area = gap({ division: 'area', group: 'highmoor', found: false })
  const fairness = { measure: 'cut', people: 200, gaps: [small, gap(), area], lean: undefined } as const
  expect(foundIn([fairness]).map((found) => found.gap.group)).toEqual(['female', 'male'])
  expect(byDivision(fairness).map(({ division, gaps }) => [division, gaps.length])).toEqual([
    ['sex', 2],
    ['area', 1],
  ])
})
