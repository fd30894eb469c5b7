import { DIVISIONS, type Division, GROUPS, type Kinds } from './groups.ts'

// Who gains and who loses between two sums for everybody. Bare arithmetic over typed arrays, so that a browser can do it again
// at every move of a slider.

/** Some people together: pence a week under each of the two models. `belowCost`: whose sum is less than what their needs cost. */
export type Gains = {
  readonly people: number
  readonly lose: number
  readonly gain: number
  readonly before: number
  readonly after: number
  readonly belowCostBefore: number
  readonly belowCostAfter: number
}

/** Pence a week by person. A NaN in `after` or `before` is a sum that is not known: that person is left out. */
export type Weeks = {
  readonly before: Float64Array
  readonly after: Float64Array
  /** what meeting the needs costs; NaN where nobody knows */
  readonly cost: Float64Array
}

/**
 * People by the kind that they are of and by what happens to them, as four bits: loses, gains, was below cost, is below cost. One
 * count and two sums for each person are all that a move of a price has to write.
 */
export type Tally = {
  readonly people: Uint32Array
  readonly before: Float64Array
  readonly after: Float64Array
}

const LOSES = 1
const GAINS = 2
const WAS_BELOW = 4
const IS_BELOW = 8
const WAYS = 16

export const newTally = (kinds: number): Tally => ({
  people: new Uint32Array(kinds * WAYS),
  before: new Float64Array(kinds),
  after: new Float64Array(kinds),
})

/** Adds everybody up by the kind of person they are. `tally` is used again and again. */
export function tallyGains({ before, after, cost }: Weeks, kind: Uint16Array, tally: Tally): void {
  const { people, before: was, after: is } = tally
  people.fill(0)
  was.fill(0)
  is.fill(0)
  for (let person = 0; person < kind.length; person += 1) {
    const from = before[person] ?? Number.NaN
    const to = after[person] ?? Number.NaN
    const needs = cost[person] ?? Number.NaN
    const sum = from + to
    // Not a number, where one of the two is not known.
    if (sum !== sum) continue
    const of = kind[person] ?? 0
    // Numbers and no questions: a processor that has to guess who loses is three times as slow.
    const way =
      Number(to < from) | (Number(to > from) << 1) | (Number(from < needs) << 2) | (Number(to < needs) << 3)
    people[of * WAYS + way] = (people[of * WAYS + way] ?? 0) + 1
    was[of] = (was[of] ?? 0) + from
    is[of] = (is[of] ?? 0) + to
  }
}

/** The kinds that `take` says, together. */
export function gainsOf({ people, before, after }: Tally, take: (kind: number) => boolean): Gains {
  const ways = new Float64Array(WAYS)
  let [was, is] = [0, 0]
  for (let kind = 0; kind < before.length; kind += 1) {
    if (!take(kind)) continue
    was += before[kind] ?? 0
    is += after[kind] ?? 0
    for (let way = 0; way < WAYS; way += 1) ways[way] = (ways[way] ?? 0) + (people[kind * WAYS + way] ?? 0)
  }
  const counted = (bits: number): number =>
    ways.reduce((sum, count, way) => sum + ((way & bits) === bits ? count : 0), 0)
  return {
    people: counted(0),
    lose: counted(LOSES),
    gain: counted(GAINS),
    before: was,
    after: is,
    belowCostBefore: counted(WAS_BELOW),
    belowCostAfter: counted(IS_BELOW),
  }
}

export type GroupGains = Gains & { readonly division: Division; readonly group: string }

/** Every group of every division in which there is somebody. */
export const gainsByGroup = (tally: Tally, { groups }: Kinds): readonly GroupGains[] =>
  DIVISIONS.flatMap((division) =>
    GROUPS[division].flatMap((group) => {
      const gains = gainsOf(tally, (kind) => groups[kind]?.[division] === group)
      return gains.people === 0 ? [] : [{ division, group, ...gains }]
    }),
  )
