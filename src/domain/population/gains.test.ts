import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gainsOf, newTally, tallyGains, type Weeks } from './gains.ts'

const KINDS = 3
const week = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)
const person = fc.record({ before: week, after: week, cost: week, kind: fc.nat(KINDS - 1) })
type Person = {
  readonly before: number
  readonly after: number
  readonly cost: number
  readonly kind: number
}

const weeksOf = (people: readonly Person[]): Weeks => ({
  before: Float64Array.from(people, ({ before }) => before),
  after: Float64Array.from(people, ({ after }) => after),
  cost: Float64Array.from(people, ({ cost }) => cost),
})

/** The same, asked of one person after another. */
function countedOut(people: readonly Person[], kind: number) {
  const known = people.filter((one) => one.kind === kind && !Number.isNaN(one.before + one.after))
  const count = (is: (one: Person) => boolean): number => known.filter(is).length
  const sum = (of: (one: Person) => number): number => known.reduce((total, one) => total + of(one), 0)
  return {
    people: known.length,
    lose: count(({ before, after }) => after < before),
    gain: count(({ before, after }) => after > before),
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    belowCostBefore: count(({ before, cost }) => before < cost),
    belowCostAfter: count(({ after, cost }) => after < cost),
  }
}

test('people who are taken four at a time are counted as if each were asked, whoever is not known', () => {
  const tally = newTally(KINDS)
  fc.assert(
    fc.property(fc.array(person, { maxLength: 23 }), (people) => {
      tallyGains(
        weeksOf(people),
        Uint16Array.from(people, ({ kind }) => kind),
        tally,
      )
      for (let kind = 0; kind < KINDS; kind += 1) {
        expect(gainsOf(tally, (one) => one === kind)).toEqual(countedOut(people, kind))
      }
    }),
    { numRuns: 2_000 },
  )
})

test('five people: one loses and falls below cost, one gains, one keeps it, two are not known', () => {
  const people = [
    { before: 100, after: 90, cost: 95, kind: 0 },
    { before: 100, after: 110, cost: 120, kind: 0 },
    { before: 50, after: 50, cost: Number.NaN, kind: 0 },
    { before: Number.NaN, after: 10, cost: 10, kind: 0 },
    { before: 10, after: Number.NaN, cost: 10, kind: 0 },
  ]
  const tally = newTally(1)
  tallyGains(weeksOf(people), new Uint16Array(5), tally)
  expect(gainsOf(tally, () => true)).toEqual({
    people: 3,
    lose: 1,
    gain: 1,
    before: 250,
    after: 250,
    belowCostBefore: 1,
    belowCostAfter: 2,
  })
})
