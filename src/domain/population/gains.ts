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
export function tallyGains(weeks: Weeks, kind: Uint16Array, tally: Tally): void {
  tally.people.fill(0)
  tally.before.fill(0)
  tally.after.fill(0)
  let person = 0
  while (person < kind.length) {
    person = tallyFours(weeks, kind, tally, person)
    const end = Math.min(person + 4, kind.length)
    tallyEach(weeks, kind, tally, person, end)
    person = end
  }
}

/** What happens to somebody, in bits. Numbers and no questions: a processor that has to guess who loses is three times as slow. */
const wayOf = (from: number, to: number, needs: number): number =>
  Number(to < from) | (Number(to > from) << 1) | (Number(from < needs) << 2) | (Number(to < needs) << 3)

function tallyEach(
  { before, after, cost }: Weeks,
  kind: Uint16Array,
  tally: Tally,
  first: number,
  end: number,
): void {
  const { people, before: was, after: is } = tally
  for (let person = first; person < end; person += 1) {
    const from = before[person] ?? Number.NaN
    const to = after[person] ?? Number.NaN
    if (Number.isNaN(from + to)) continue
    const of = kind[person] ?? 0
    const place = of * WAYS + wayOf(from, to, cost[person] ?? Number.NaN)
    people[place] = (people[place] ?? 0) + 1
    was[of] = (was[of] ?? 0) + from
    is[of] = (is[of] ?? 0) + to
  }
}

/**
 * The same four people at a time, for as long as all their sums are known. What four people have is read before anything is written,
 * so that no read has to wait for a write: that is a fifth of the time.
 * @returns where it stopped
 */
function tallyFours({ before, after, cost }: Weeks, kind: Uint16Array, tally: Tally, first: number): number {
  const { people, before: was, after: is } = tally
  let person = first
  for (; person + 3 < kind.length; person += 4) {
    const fromA = before[person] ?? Number.NaN
    const fromB = before[person + 1] ?? Number.NaN
    const fromC = before[person + 2] ?? Number.NaN
    const fromD = before[person + 3] ?? Number.NaN
    const toA = after[person] ?? Number.NaN
    const toB = after[person + 1] ?? Number.NaN
    const toC = after[person + 2] ?? Number.NaN
    const toD = after[person + 3] ?? Number.NaN
    const all = fromA + fromB + fromC + fromD + toA + toB + toC + toD
    // Not a number, where one of the eight is not known.
    if (all !== all) return person
    const a = kind[person] ?? 0
    const b = kind[person + 1] ?? 0
    const c = kind[person + 2] ?? 0
    const d = kind[person + 3] ?? 0
    const placeA = a * WAYS + wayOf(fromA, toA, cost[person] ?? Number.NaN)
    const placeB = b * WAYS + wayOf(fromB, toB, cost[person + 1] ?? Number.NaN)
    const placeC = c * WAYS + wayOf(fromC, toC, cost[person + 2] ?? Number.NaN)
    const placeD = d * WAYS + wayOf(fromD, toD, cost[person + 3] ?? Number.NaN)
    people[placeA] = (people[placeA] ?? 0) + 1
    people[placeB] = (people[placeB] ?? 0) + 1
    people[placeC] = (people[placeC] ?? 0) + 1
    people[placeD] = (people[placeD] ?? 0) + 1
    was[a] = (was[a] ?? 0) + fromA
    was[b] = (was[b] ?? 0) + fromB
    was[c] = (was[c] ?? 0) + fromC
    was[d] = (was[d] ?? 0) + fromD
    is[a] = (is[a] ?? 0) + toA
    is[b] = (is[b] ?? 0) + toB
    is[c] = (is[c] ?? 0) + toC
    is[d] = (is[d] ?? 0) + toD
  }
  return person
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
