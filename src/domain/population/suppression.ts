// Small numbers that somebody could be known by. Every count is rounded to the nearest 5 by itself; from 1 to 4 it is
// suppressed, and so are as many others as it takes that nobody can work it out again: not from a total less its parts, and
// not from one table beside another. A true nought is published as nought, and is never mistaken for a suppressed count.

/** A count that is to be published: `id` names it wherever it stands, so that one count is never published in two ways. */
export type Count = { readonly id: string; readonly people: number }

/** A total and the parts that it is made of, all by their ids. */
export type Sum = { readonly total: string; readonly parts: readonly string[] }

export type Published =
  | { readonly status: 'zero'; readonly people: 0 }
  | { readonly status: 'rounded'; readonly people: number }
  | { readonly status: 'suppressed'; readonly people: null }

/** Counts from 1 up to this are never published. */
export const MOST_SUPPRESSED = 4
export const ROUNDED_TO = 5

const rounded = (people: number): number => Math.round(people / ROUNDED_TO) * ROUNDED_TO

/** What somebody outside knows of a count: it lies between these two. */
type Range = { low: number; high: number }

const isSmall = (people: number): boolean => people > 0 && people <= MOST_SUPPRESSED

/** What a published count gives away by itself. A suppressed one is somebody, and may be many. */
function rangeOf(people: number, suppressed: boolean): Range {
  if (suppressed) return { low: 1, high: Number.POSITIVE_INFINITY }
  if (people === 0) return { low: 0, high: 0 }
  const shown = rounded(people)
  const apart = (ROUNDED_TO - 1) / 2
  return { low: Math.max(MOST_SUPPRESSED + 1, shown - apart), high: shown + apart }
}

/** Narrows the ranges of one sum by each other. @returns whether something became narrower */
function narrow({ total, parts }: Sum, ranges: Map<string, Range>): boolean {
  const whole = ranges.get(total)
  const members = parts.flatMap((part) => ranges.get(part) ?? [])
  if (whole === undefined) return false
  const low = members.reduce((sum, range) => sum + range.low, 0)
  const open = members.filter(({ high }) => high === Number.POSITIVE_INFINITY).length
  const high = members.reduce((sum, range) => sum + (Number.isFinite(range.high) ? range.high : 0), 0)
  let narrower = tighten(whole, low, open > 0 ? Number.POSITIVE_INFINITY : high)
  for (const range of members) {
    const isOpen = range.high === Number.POSITIVE_INFINITY
    const othersLow = low - range.low
    const othersHigh =
      open - (isOpen ? 1 : 0) > 0 ? Number.POSITIVE_INFINITY : high - (isOpen ? 0 : range.high)
    if (tighten(range, whole.low - othersHigh, whole.high - othersLow)) narrower = true
  }
  return narrower
}

function tighten(range: Range, low: number, high: number): boolean {
  const [from, to] = [Math.max(range.low, low), Math.min(range.high, high)]
  const narrower = from > range.low || to < range.high
  range.low = from
  range.high = to
  return narrower
}

/** What can be worked out of each count from everything that is published. Sums are gone through until nothing more follows. */
function worksOut(
  counts: readonly Count[],
  sums: readonly Sum[],
  hidden: ReadonlySet<string>,
): Map<string, Range> {
  const ranges = new Map(counts.map(({ id, people }) => [id, rangeOf(people, hidden.has(id))]))
  const ofCount = new Map<string, Sum[]>()
  for (const sum of sums) {
    for (const id of [sum.total, ...sum.parts]) ofCount.set(id, [...(ofCount.get(id) ?? []), sum])
  }
  const waiting = new Set(sums)
  // Each pass narrows a whole number, so it ends; the bound is for a mistake of ours, not for the arithmetic.
  for (let turn = 0; waiting.size > 0 && turn < 1_000_000; turn += 1) {
    const [sum] = waiting
    if (sum === undefined) break
    waiting.delete(sum)
    if (!narrow(sum, ranges)) continue
    for (const id of [sum.total, ...sum.parts]) {
      for (const other of ofCount.get(id) ?? []) if (other !== sum) waiting.add(other)
    }
  }
  return ranges
}

/** It may be few or not so few, and nobody can tell within four: nothing was given away. */
const isSafe = ({ low, high }: Range): boolean => high > MOST_SUPPRESSED && high - low >= MOST_SUPPRESSED - 1

type Plain = ReadonlyMap<string, number>

/** The count that costs least to hide: the smallest that is not nought and not hidden yet; its parts before a total. */
function nextToHide(sum: Sum, people: Plain, hidden: ReadonlySet<string>): string | undefined {
  const open = (id: string): boolean => !hidden.has(id) && (people.get(id) ?? 0) > 0
  const smallest = sum.parts.filter(open).toSorted((a, b) => (people.get(a) ?? 0) - (people.get(b) ?? 0))[0]
  return smallest ?? (open(sum.total) ? sum.total : undefined)
}

/** In every sum, one suppressed count alone would be the total less the rest: another is suppressed beside it. */
function hideInPairs(sums: readonly Sum[], people: Plain, hidden: Set<string>): void {
  for (let changed = true; changed; ) {
    changed = false
    for (const sum of sums) {
      const there = [sum.total, ...sum.parts].filter((id) => hidden.has(id))
      if (there.length !== 1) continue
      const next = nextToHide(sum, people, hidden)
      // All the rest are true noughts: the total and its only part are one count, and are hidden together.
      if (next === undefined) continue
      hidden.add(next)
      changed = true
    }
  }
}

/** What to publish of each count, by its id. @param sums every way in which counts add up, within a table and across tables */
export function suppress(counts: readonly Count[], sums: readonly Sum[]): ReadonlyMap<string, Published> {
  const people: Plain = new Map(counts.map((count) => [count.id, count.people]))
  const small = counts.filter((count) => isSmall(count.people)).map(({ id }) => id)
  const hidden = new Set(small)
  hideInPairs(sums, people, hidden)
  for (;;) {
    const ranges = worksOut(counts, sums, hidden)
    const unsafe = new Set(small.filter((id) => !isSafe(ranges.get(id) ?? { low: 0, high: 0 })))
    if (unsafe.size === 0) break
    const before = hidden.size
    for (const sum of sums) {
      if (![sum.total, ...sum.parts].some((id) => unsafe.has(id))) continue
      const next = nextToHide(sum, people, hidden)
      if (next !== undefined) hidden.add(next)
    }
    // Everything that could be hidden is: what is left to work out is what its own total, hidden too, gives away.
    if (hidden.size === before) break
    hideInPairs(sums, people, hidden)
  }
  return new Map(counts.map((count) => [count.id, publish(count, hidden.has(count.id))]))
}

function publish({ people }: Count, isHidden: boolean): Published {
  if (isHidden) return { status: 'suppressed', people: null }
  return people === 0 ? { status: 'zero', people: 0 } : { status: 'rounded', people: rounded(people) }
}
