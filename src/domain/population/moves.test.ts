import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { linearSolver } from '../../exchange/linear-solver.ts'
import { type Filled, openMoves } from './moves.ts'

vi.setConfig({ testTimeout: 60_000 })
const open = await linearSolver()

/** Two columns that make a third; one of each can be from nought to ten. */
const SUM: Filled = {
  low: [0, 0, 0],
  high: [10, 10, 10],
  rows: [
    [
      [0, 1],
      [1, 1],
      [2, -1],
    ],
  ],
  truth: [2, 3, 5],
}

describe('by hand', () => {
  test('what moves is as little as can be, and it adds up', () => {
    const moves = openMoves(SUM, open)
    const way = moves.toward(0, [5, 5])
    // Three more of the first: three fewer of the second, or three more of both together.
    expect(way?.get(0)).toBe(5)
    expect([
      new Map([
        [0, 5],
        [1, 0],
      ]),
      new Map([
        [0, 5],
        [2, 8],
      ]),
    ]).toContainEqual(way)
    expect(moves.toward(0, [2, 2])).toEqual(new Map())
    expect(moves.toward(0, [11, 20])).toBeUndefined()
    moves.close()
  })

  test('what is kept does not move, and what is held between narrower numbers stays there', () => {
    const moves = openMoves(SUM, open)
    expect(moves.toward(0, [5, 5], [2])).toEqual(
      new Map([
        [0, 5],
        [1, 0],
      ]),
    )
    moves.within(2, 5, 6)
    expect(moves.toward(0, [6, 6])).toEqual(
      new Map([
        [0, 6],
        [1, 0],
        [2, 6],
      ]),
    )
    expect(moves.toward(0, [7, 7])).toBeUndefined()
    moves.close()
  })

  test('three that pairwise make one: by fractions each could be a half, in whole people none can', () => {
    // a + b = c, b + d = c, a + d = c with c at most 1: a half each, or nobody at all.
    const pairs: Filled = {
      low: [0, 0, 0, 0],
      high: [9, 9, 1, 9],
      rows: [
        [
          [0, 1],
          [1, 1],
          [2, -1],
        ],
        [
          [1, 1],
          [3, 1],
          [2, -1],
        ],
        [
          [0, 1],
          [3, 1],
          [2, -1],
        ],
      ],
      truth: [0, 0, 0, 0],
    }
    const fractions = open(pairs)
    expect(fractions.best('most', [2])?.values[0]).toBeCloseTo(0.5)
    fractions.close()
    const moves = openMoves(pairs, open)
    expect(moves.toward(2, [1, 1])).toBeUndefined()
    expect(moves.near([0.5, 0.5, 1, 0.5], { goal: 'most', columns: [2] })).toBeUndefined()
    moves.within(2, 0, 2)
    expect(moves.toward(2, [1, 2])).toEqual(
      new Map([
        [0, 1],
        [1, 1],
        [2, 2],
        [3, 1],
      ]),
    )
    moves.close()
  })

  test('near a way of fractions what is whole stays, and the rest is rounded so that it adds up', () => {
    const moves = openMoves(SUM, open)
    const way = moves.near([4.5, 3.5, 8], { goal: 'most', columns: [2] })
    expect(way?.get(2)).toBe(8)
    expect((way?.get(0) ?? 2) + (way?.get(1) ?? 3)).toBe(8)
    moves.close()
  })
})

describe('every system of a few columns', () => {
  const COLUMNS = 4
  const MOST = 4
  const row = fc.array(fc.constantFrom(-1, 0, 1), { minLength: COLUMNS, maxLength: COLUMNS })
  const column = fc.integer({ min: 0, max: MOST })
  const system = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
    low: fc.array(column, { minLength: COLUMNS, maxLength: COLUMNS }),
    high: fc.array(column, { minLength: COLUMNS, maxLength: COLUMNS }),
    to: column,
  })

  /** Each way of filling four columns from 0 to 4. */
  const everyWay = Array.from({ length: (MOST + 1) ** COLUMNS }, (_, at) =>
    Array.from({ length: COLUMNS }, (__, place) => Math.floor(at / (MOST + 1) ** place) % (MOST + 1)),
  )

  test('a way is found where trying each finds one, and it is one of those', () => {
    let [found, none] = [0, 0]
    fc.assert(
      fc.property(system, ({ rows, low, high, to }) => {
        const [from, upTo] = [
          low.map((one, at) => Math.min(one, high[at] ?? 0)),
          low.map((one, at) => Math.max(one, high[at] ?? 0)),
        ]
        const possible = everyWay.filter(
          (way) =>
            way.every((is, at) => is >= (from[at] ?? 0) && is <= (upTo[at] ?? 0)) &&
            rows.every(
              (each) => each.reduce<number>((sum, times, at) => sum + times * (way[at] ?? 0), 0) === 0,
            ),
        )
        const [truth] = possible
        if (truth === undefined) return
        const moves = openMoves(
          {
            low: from,
            high: upTo,
            rows: rows.map((each) =>
              each.map((times, at) => [at, times] as const).filter(([, times]) => times !== 0),
            ),
            truth,
          },
          open,
        )
        const way = moves.toward(0, [to, to])
        moves.close()
        const wanted: readonly (readonly number[])[] = possible.filter(([first]) => first === to)
        if (wanted.length === 0) {
          none += 1
          expect(way).toBeUndefined()
        } else {
          found += 1
          expect(wanted).toContainEqual(truth.map((is, at) => way?.get(at) ?? is))
        }
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(found).toBeGreaterThan(30)
    expect(none).toBeGreaterThan(30)
  })
})
