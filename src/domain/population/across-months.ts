import type { OpenLinear } from './linear.ts'
import { type Count, type Published, type Sum, rounded, suppress } from './suppression.ts'

// Statistics are published month after month, over years that overlap. A count that did not change stands in several of them,
// and whoever knows that it did not can lay them over each other: what is suppressed in one may come out of another. So what is
// to be published is worked through together with everything that was, as one system in which such a count is one unknown.

/** A place in a publication, by the id of its count, with what stands there. */
type Cell = {
  readonly table: string
  readonly category: string
  readonly division: string
  readonly group: string
}
type Place = Cell & { readonly id: string; readonly few: boolean }

/** The counts of one year as they are known, where they stand, and how they add up. */
type Year = {
  readonly known: ReadonlyMap<string, number>
  readonly places: readonly Place[]
  readonly sums: readonly Sum[]
}

/** What was published for an earlier year, count by count. */
export type Before = {
  /** tells this publication's counts from another's */
  readonly name: string
  /** the counts by the records as they are now; who was published differently was put right since */
  readonly known: ReadonlyMap<string, number>
  readonly published: ReadonlyMap<string, Published>
  readonly sums: readonly Sum[]
}

const keyOf = ({ table, category, division, group }: Cell): string =>
  [table, category, division, group].join(' / ')

/** Reads an earlier publication by the counts of its own year. Where a handful of people hid a whole row, nothing is known of it. */
export function knownBefore(
  earlier: { readonly period: { readonly to: string }; readonly cells: readonly (Cell & Published)[] },
  { known, places, sums }: Year,
): Before {
  const cells = new Map(earlier.cells.map((cell) => [keyOf(cell), cell]))
  const published = new Map<string, Published>()
  for (const place of places) {
    const cell = cells.get(keyOf(place))
    if (cell !== undefined && !place.few) published.set(place.id, cell)
  }
  return { name: earlier.period.to, known, published, sums }
}

/** Whether what was published is what the records still say. */
const stillSo = (people: number, published: Published): boolean => {
  switch (published.status) {
    case 'zero':
      return people === 0
    case 'rounded':
      return people > 0 && rounded(people) === published.people
    case 'suppressed':
      // Now and then a nought had to go as well.
      return true
  }
}

const nameOf = ({ total, parts }: Sum): string => `${total}=${parts.join('+')}`

/** Gives a count its unknown in one of the years: `contacts/all sex female since 2026-09-30`. */
type Naming = (id: string) => string

/** A count that does not change from one publication to the next is one unknown; where it changes, or was put right, another begins. */
function namings(
  years: readonly { readonly name: string; readonly peopleIn: (id: string) => number | undefined }[],
): readonly Naming[] {
  const begun = new Map<string, { readonly people: number; readonly since: string }>()
  return years.map(({ name, peopleIn }) => {
    const mine = new Map<string, string>()
    return (id) => {
      const known = mine.get(id)
      if (known !== undefined) return known
      const people = peopleIn(id)
      const run = begun.get(id)
      const since = run !== undefined && people !== undefined && run.people === people ? run.since : name
      if (people === undefined) begun.delete(id)
      else begun.set(id, { people, since })
      mine.set(id, `${id} since ${since}`)
      return `${id} since ${since}`
    }
  })
}

/** An earlier publication as unknowns: what everybody knows of them, and how they add up. */
function unknownsOf({ known, published, sums }: Before, naming: Naming) {
  const unknown = new Map<string, Count>()
  for (const [id, each] of published) {
    const people = known.get(id) ?? 0
    unknown.set(id, {
      id: naming(id),
      people: stillSo(people, each) ? people : (each.people ?? 0),
      before: each.status === 'suppressed' ? 'hidden' : 'shown',
    })
  }
  // What had no place in it is a number all the same, and what adds up to it may tell it.
  for (const id of new Set(sums.flatMap(({ total, parts }) => [total, ...parts])))
    if (!unknown.has(id)) unknown.set(id, { id: naming(id), people: known.get(id) ?? 0, before: 'withheld' })
  return {
    counts: [...unknown.values()],
    sums: sums.flatMap(({ total, parts }): readonly Sum[] => {
      const [whole, members] = [unknown.get(total), parts.flatMap((part) => unknown.get(part) ?? [])]
      return whole === undefined || members.length < parts.length
        ? []
        : [{ total: whole.id, parts: members.map(({ id }) => id) }]
    }),
  }
}

const NOW = 'now'

/** What to publish of each count of a year, beside everything that was published before, the oldest first. */
export function publishBeside(
  { known, places, sums }: Year,
  before: readonly Before[],
  open: OpenLinear,
): ReadonlyMap<string, Published> {
  const ids = new Set(places.map(({ id }) => id))
  const withheld = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]).filter((id) => !ids.has(id)))
  const peopleOf = (id: string): number => known.get(id) ?? 0
  const names = namings([
    ...before.map(({ name, known: then, published }) => ({
      name,
      peopleIn: (id: string) => {
        const [people, each] = [then.get(id) ?? 0, published.get(id)]
        return each === undefined || stillSo(people, each) ? people : undefined
      },
    })),
    { name: NOW, peopleIn: peopleOf },
  ])
  const all = before.map((year, place) => unknownsOf(year, names[place] ?? ((id) => id)))
  const nowOf = names.at(-1) ?? ((id: string) => id)
  const counts = new Map<string, Count>()
  const dear = new Set(places.filter(({ division }) => division === 'everybody').map(({ id }) => id))
  // Of a handful of people not even a nought is told by groups.
  const few = new Set(places.flatMap((place) => (place.few ? [place.id] : [])))
  for (const id of ids)
    counts.set(nowOf(id), {
      id: nowOf(id),
      people: peopleOf(id),
      dear: dear.has(id),
      gone: peopleOf(id) === 0 && before.some(({ known: then }) => (then.get(id) ?? 0) > 0),
      ...(few.has(id) ? { before: 'withheld' } : {}),
    })
  const isNow = new Set([...ids].filter((id) => !few.has(id)).map(nowOf))
  for (const id of withheld)
    counts.set(nowOf(id), { id: nowOf(id), people: peopleOf(id), before: 'withheld' })
  for (const count of all.flatMap((year) => year.counts)) {
    // Shown once is shown for good. What was hidden then and would be shown now is looked at as any other.
    const tellsMore = !isNow.has(count.id) && (counts.get(count.id)?.before ?? 'withheld') === 'withheld'
    if (count.before === 'shown' || tellsMore) counts.set(count.id, count)
  }
  const now = sums.map(({ total, parts }): Sum => ({ total: nowOf(total), parts: parts.map(nowOf) }))
  const everySum = new Map([...now, ...all.flatMap((year) => year.sums)].map((sum) => [nameOf(sum), sum]))
  const published = suppress([...counts.values()], [...everySum.values()], open)
  return new Map([...ids].flatMap((id) => [[id, published.get(nowOf(id)) ?? neverPublished(id)] as const]))
}

/** @throws always: every count of the year was asked for. */
function neverPublished(id: string): never {
  throw new Error(`nothing was worked out for ${id}`)
}
