import { describe, expect, test } from 'vitest'
import { beyondAnyway, funnelLimits, goalAttainment, shrunk } from './measures.ts'

describe('funnel limits', () => {
  const limits = (n: number) => funnelLimits(Array.from({ length: n }, () => 0.75))
  // The half-widths that are published for p = 0.75.
  test.each([
    [20, 0.19, 0.3],
    [50, 0.12, 0.19],
    [100, 0.085, 0.134],
    [200, 0.06, 0.095],
  ])('%i people: 0.75 give or take %d, and %d', (n, narrow, wide) => {
    const found = limits(n)
    expect(found?.expected).toBe(0.75)
    expect(0.75 - (found?.limits95[0] ?? 0)).toBeCloseTo(narrow, 2)
    expect(0.75 - (found?.limits998[0] ?? 0)).toBeCloseTo(wide, 2)
  })

  test('they never leave 0 to 1, and there are none of nobody', () => {
    expect(limits(4)?.limits998[1]).toBe(1)
    expect(funnelLimits([])).toBeUndefined()
  })

  test('people of unlike chances spread less than people who are alike', () => {
    const unlike = funnelLimits([
      ...Array.from({ length: 25 }, () => 0.5),
      ...Array.from({ length: 25 }, () => 1),
    ])
    // 25 x 0.25 = 6.25; sqrt = 2.5; 1.96 x 2.5 / 50 = 0.098.
    expect(unlike?.expected).toBe(0.75)
    expect(unlike?.limits95[0]).toBeCloseTo(0.652, 3)
  })
})

test.each([
  [[[1, -1]], 40],
  [
    [
      [1, -1],
      [1, -1],
    ],
    37.6,
  ],
  [
    [
      [1, -1],
      [1, -1],
      [1, -1],
    ],
    36.3,
  ],
  [
    [
      [2, 1],
      [1, 0],
      [1, -1],
    ],
    53.33,
  ],
  [
    [
      [3, 0],
      [1, 1],
    ],
    52.91,
  ],
  [
    [
      [1, -1],
      [2, 0],
      [3, 2],
    ],
    61.02,
  ],
  [
    [
      [1, 0],
      [4, 0],
    ],
    50,
  ],
])('goal attainment of weights and attainments %j is %d', (goals, score) => {
  const of = goals.map(([weight = 0, attained = 0]) => ({ weight, attained }))
  expect(goalAttainment(of)).toBeCloseTo(score, score % 1 === 0 ? 6 : 1)
})

test('no goals have no attainment', () => {
  expect(goalAttainment([])).toBeUndefined()
  expect(goalAttainment([{ weight: 0, attained: 1 }])).toBeUndefined()
})

test.each([
  [60, 0.25, 100, 35, 'sixty of a hundred, where 25 would have'],
  [20, 0.25, 100, 0, 'fewer than would have anyway'],
  [100, 0, 100, 100, 'where nothing would have happened anyway'],
])('%d achieved less %d of %d is %d: %s', (achieved, anyway, eligible, counts) => {
  expect(beyondAnyway(achieved, anyway, eligible)).toBe(counts)
})

test('the cap holds', () => {
  expect(beyondAnyway(90, 0.1, 100, 50)).toBe(50)
})

test.each([
  [50, 50, 0.5, 0.75, 'at 50 people half is its own'],
  [0, 0, 0.6, 0.6, 'of nobody it is the group’s'],
  [0, 150, 0.8, 0.2, 'at 150 three quarters are its own'],
])('%i of %i people, the group at %d: %d, %s', (reached, people, group, value) => {
  expect(shrunk(reached, people, group)).toBeCloseTo(value, 10)
})
