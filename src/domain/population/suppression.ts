// Small numbers that somebody could be known by. Every count is rounded to the nearest 5 by itself; from 1 to 4 it is
// suppressed, and so are as many others as it takes that nobody can work it out again: not from a total less its parts, and
// not from one table beside another. A true nought is published as nought, and is never mistaken for a suppressed count.

/**
 * A count that is to be published: `id` names it wherever it stands, so that one count is never published in two ways. What was
 * published of it before stands: `shown`, everybody knows it and to hide it now is of no use; `hidden`, it is not published now
 * and was not then. `withheld`: there is no place for it, so that not even whether it is nought is told, and still nobody may work
 * it out.
 */
export type Count = {
  readonly id: string
  readonly people: number
  readonly before?: 'shown' | 'hidden' | 'withheld'
  /** told of everybody, and read most: hidden beside a small one only where nothing else can be */
  readonly dear?: boolean
}

/** A total and the parts that it is made of, all by their ids. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

export type Published =
  | { readonly status: 'zero'; readonly people: 0 }
  | { readonly status: 'rounded'; readonly people: number }
  | { readonly status: 'suppressed'; readonly people: null }

/** Counts from 1 up to this are never published. */
export const MOST_SUPPRESSED = 4
export const ROUNDED_TO = 5

/** The nearest 5. */
export const rounded = (people: number): number => Math.round(people / ROUNDED_TO) * ROUNDED_TO

/** What somebody outside knows of a count: it lies between these two. */
type Range = { low: number; high: number }

const isSmall = (people: number): boolean => people > 0 && people <= MOST_SUPPRESSED

/** What a published count gives away by itself. A suppressed one is somebody, and may be many; only of a handful a nought is too. */
function rangeOf(people: number, suppressed: boolean): Range {
  if (suppressed) return { low: people === 0 ? 0 : 1, high: Number.POSITIVE_INFINITY }
  if (people === 0) return { low: 0, high: 0 }
  const shown = rounded(people)
  const apart = (ROUNDED_TO - 1) / 2
  return { low: Math.max(MOST_SUPPRESSED + 1, shown - apart), high: shown + apart }
}

/** Two lists of counts that come to the same, by their ids. */
type Equal = { readonly left: readonly string[]; readonly right: readonly string[] }

const equalOf = ({ total, parts }: Sum): Equal => ({ left: parts, right: [total] })

type Bounds = { low: number; high: number; open: number }

/** What a list of counts comes to; `open` of them have no upper end, and are not in `high`. */
function boundsOf(ranges: readonly Range[]): Bounds {
  const all: Bounds = { low: 0, high: 0, open: 0 }
  for (const { low, high } of ranges) {
    all.low += low
    if (high === Number.POSITIVE_INFINITY) all.open += 1
    else all.high += high
  }
  return all
}

const highOf = ({ high, open }: Bounds): number => (open > 0 ? Number.POSITIVE_INFINITY : high)

/** Narrows each of one list by the rest of it and the whole of the other. */
function narrowSide(own: readonly Range[], other: readonly Range[]): boolean {
  const [mine, theirs] = [boundsOf(own), boundsOf(other)]
  let narrower = false
  for (const range of own) {
    const isOpen = range.high === Number.POSITIVE_INFINITY
    const restHigh =
      mine.open - (isOpen ? 1 : 0) > 0 ? Number.POSITIVE_INFINITY : mine.high - (isOpen ? 0 : range.high)
    const restLow = mine.low - range.low
    if (tighten(range, theirs.low - restHigh, highOf(theirs) - restLow)) {
      narrower = true
      // What was narrowed changes what is left for the others: they are looked at again in the next turn.
      return narrower
    }
  }
  return narrower
}

/** Narrows the ranges of one equation by each other. @returns whether something became narrower */
function narrow({ left, right }: Equal, ranges: Map<string, Range>): boolean {
  const [some, others] = [left, right].map((side) => side.flatMap((id) => ranges.get(id) ?? []))
  if (some === undefined || others === undefined) return false
  let narrower = false
  // Once for each count: what follows after that comes with the next turn of the others.
  for (let turn = some.length + others.length; turn > 0; turn -= 1) {
    if (!narrowSide(some, others) && !narrowSide(others, some)) break
    narrower = true
  }
  return narrower
}

/**
 * What follows from two sums that have counts in common: those fall out, and what is left is equal. So counts that nobody knows, and
 * that are the same in two publications, give away how others changed.
 */
function lessCommon(a: Sum, b: Sum, hidden: ReadonlySet<string>): Equal | undefined {
  const common = new Set(a.parts.filter((id) => b.parts.includes(id)))
  const sameTotal = a.total === b.total
  if ((common.size === 0 && !sameTotal) || (sameTotal && common.size === a.parts.length)) return undefined
  const [mine, theirs] = [a.parts.filter((id) => !common.has(id)), b.parts.filter((id) => !common.has(id))]
  const totals = sameTotal ? [] : [a.total, b.total]
  if (![...mine, ...theirs, ...totals].some((id) => hidden.has(id))) return undefined
  return {
    left: sameTotal ? mine : [...mine, b.total],
    right: sameTotal ? theirs : [...theirs, a.total],
  }
}

function tighten(range: Range, low: number, high: number): boolean {
  const [from, to] = [Math.max(range.low, low), Math.min(range.high, high)]
  // Nothing follows from what cannot be: a count that was put right since may contradict what was published.
  if (from > to) return false
  const narrower = from > range.low || to < range.high
  range.low = from
  range.high = to
  return narrower
}

/** Sums that say the same of different years, each with each. */
export type Repeated = readonly (readonly Sum[])[]

/** What can be worked out of each count from everything that is published. Sums are gone through until nothing more follows. */
function worksOut(
  counts: readonly Count[],
  sums: readonly Sum[],
  repeated: Repeated,
  hidden: ReadonlySet<string>,
): Map<string, Range> {
  const ranges = new Map(
    counts.map(({ id, people, before }): [string, Range] => [
      id,
      before === 'withheld' ? { low: 0, high: Number.POSITIVE_INFINITY } : rangeOf(people, hidden.has(id)),
    ]),
  )
  const equations = [
    ...sums.map(equalOf),
    ...repeated.flatMap((years) =>
      years.flatMap((one, place) =>
        years.slice(place + 1).flatMap((other) => lessCommon(one, other, hidden) ?? []),
      ),
    ),
  ]
  const ofCount = new Map<string, Equal[]>()
  for (const equation of equations) {
    for (const id of [...equation.left, ...equation.right]) {
      const there = ofCount.get(id)
      if (there === undefined) ofCount.set(id, [equation])
      else there.push(equation)
    }
  }
  const waiting = new Set(equations)
  // Each pass narrows a whole number, so it ends; the bound is for figures that contradict each other and climb without end.
  for (let turn = 50 * equations.length; waiting.size > 0 && turn > 0; turn -= 1) {
    const [equation] = waiting
    if (equation === undefined) break
    waiting.delete(equation)
    if (!narrow(equation, ranges)) continue
    for (const id of [...equation.left, ...equation.right]) {
      for (const other of ofCount.get(id) ?? []) waiting.add(other)
    }
  }
  return ranges
}

/** It may be few or not so few, and nobody can tell within four: nothing was given away. */
const isSafe = ({ low, high }: Range, margin: number): boolean =>
  high > MOST_SUPPRESSED + margin && high - low >= MOST_SUPPRESSED - 1 + margin

/** What it costs to hide each count that can still be hidden, by its id: what everybody knows cannot. Nought cannot either. */
type Costs = ReadonlyMap<string, number>

/**
 * With fewer people nearly every number hangs together with small ones, and what can be worked out of one sum after the other is less
 * than what can be worked out of all at once: there more is hidden than seems needed.
 */
const FEW_PEOPLE = 400
const MARGIN = 3

/** More than any number of people: what is dear comes after all that is not. */
const DEAR = 1e9

const costsOf = (counts: readonly Count[], isFew: boolean): Costs =>
  new Map(
    counts.flatMap(({ id, people, before, dear }) =>
      before === 'shown' || people === 0
        ? []
        : [[id, people + (dear === true && !isFew ? DEAR : 0)] as const],
    ),
  )

/** The count that costs least to hide: the smallest that is not hidden yet; its parts before a total. */
function nextToHide(sum: Sum, costs: Costs, hidden: ReadonlySet<string>): string | undefined {
  const open = (id: string): boolean => !hidden.has(id) && costs.has(id)
  let least: string | undefined
  for (const id of sum.parts)
    if (open(id) && (least === undefined || (costs.get(id) ?? 0) < (costs.get(least) ?? 0))) least = id
  return least ?? (open(sum.total) ? sum.total : undefined)
}

/** In every sum, one suppressed count alone would be the total less the rest: another is suppressed beside it. */
function hideInPairs(sums: readonly Sum[], costs: Costs, hidden: Set<string>): void {
  for (let changed = true; changed; ) {
    changed = false
    for (const sum of sums) {
      const there = [sum.total, ...sum.parts].filter((id) => hidden.has(id))
      if (there.length !== 1) continue
      const next = nextToHide(sum, costs, hidden)
      // All the rest are true noughts: the total and its only part are one count, and are hidden together.
      if (next === undefined) continue
      hidden.add(next)
      changed = true
    }
  }
}

/** In every sum that a count in danger is in, another one. @returns whether there was anything left to hide */
function hideAround(
  unsafe: ReadonlySet<string>,
  groups: Repeated,
  costs: Costs,
  hidden: Set<string>,
): boolean {
  const before = hidden.size
  for (const years of groups) {
    if (!years.some(({ total, parts }) => unsafe.has(total) || parts.some((id) => unsafe.has(id)))) continue
    for (const sum of years) {
      const next = nextToHide(sum, costs, hidden)
      if (next !== undefined) hidden.add(next)
    }
  }
  return hidden.size > before
}

/**
 * For each count that is in danger the one that costs least to hide, of all sums that it is in: one at a time, as it may be enough.
 * What was published cannot be taken back: where that is in danger, the same sum of this year says less.
 * @returns whether there was anything left to hide
 */
function hideFor(unsafe: ReadonlySet<string>, groups: Repeated, costs: Costs, hidden: Set<string>): boolean {
  const touched = new Set<readonly Sum[]>()
  let isLess = false
  for (const id of unsafe) {
    const own = groups.filter((years) => years.some(({ total, parts }) => total === id || parts.includes(id)))
    // Its neighbours may just have been hidden for another: first see whether that is enough.
    if (own.some((years) => touched.has(years))) continue
    const cheapest = own
      .flatMap((years) => years.map((sum) => nextToHide(sum, costs, hidden)))
      .flatMap((next) => next ?? [])
      .toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))[0]
    if (cheapest === undefined) continue
    hidden.add(cheapest)
    isLess = true
    for (const years of own) touched.add(years)
  }
  return isLess
}

/**
 * What to publish of each count, by its id.
 * @param sums every way in which counts add up, within a table and across tables
 * @param repeated those of them that say the same of different years
 */
export function suppress(
  counts: readonly Count[],
  sums: readonly Sum[],
  repeated: Repeated = [],
): ReadonlyMap<string, Published> {
  const isFew = counts.every(({ people }) => people < FEW_PEOPLE)
  const costs = costsOf(counts, isFew)
  const groups: Repeated = [...repeated, ...sums.map((sum) => [sum])]
  const small = counts.filter((count) => isSmall(count.people)).map(({ id }) => id)
  const hidden = new Set([
    ...small,
    ...counts.filter(({ before }) => before === 'hidden' || before === 'withheld').map(({ id }) => id),
  ])
  hideInPairs(sums, costs, hidden)
  for (;;) {
    const ranges = worksOut(counts, sums, repeated, hidden)
    const unsafe = new Set(
      small.filter((id) => !isSafe(ranges.get(id) ?? { low: 0, high: 0 }, isFew ? MARGIN : 0)),
    )
    if (unsafe.size === 0) break
    // Everything that could be hidden is: what is left to work out is what its own total, hidden too, gives away.
    if (!(isFew ? hideAround : hideFor)(unsafe, groups, costs, hidden)) break
    hideInPairs(sums, costs, hidden)
  }
  return new Map(counts.map((count) => [count.id, publish(count, hidden.has(count.id))]))
}

function publish({ people }: Count, isHidden: boolean): Published {
  if (isHidden) return { status: 'suppressed', people: null }
  return people === 0 ? { status: 'zero', people: 0 } : { status: 'rounded', people: rounded(people) }
}
