import { addMonths, type PlainDate } from '../dates/plain-date.ts'
import { type Before, knownBefore, publishBeside } from './across-months.ts'
import { type Detail, detailFor } from './detail.ts'
import type { OnePerson } from './figures.ts'
import type { OpenLinear } from './linear.ts'
import { type By, type Laid, type Period, EVERYBODY, layOut } from './lay-out.ts'
import { TABLES, type Table } from './statistics-tables.ts'
import type { Published } from './suppression.ts'

// How the Act is applied, as numbers that anybody may have. Every table counts people and not events, and everybody once, so
// that one person with six contacts is still one; all tables have the same people, so that they can be laid side by side.

export { ALL, EVERYBODY, type Period } from './lay-out.ts'

/** One number of a table: of everybody, or of one group. `category` is `all` for everybody in the table. */
export type Cell = {
  readonly table: string
  readonly category: string
  readonly division: By
  readonly group: string
} & Published

export type Statistics = {
  readonly period: Period
  readonly tables: readonly Table[]
  /** how finely groups are told; everybody is always told in full */
  readonly detail: Detail
  readonly cells: readonly Cell[]
}

/** The year that ends on a day. */
export const yearTo = (to: PlainDate): Period => ({ from: addMonths(to, -12), to })

/** Statistics as they were published for another year. */
export type Earlier = Pick<Statistics, 'period' | 'cells'>

/** What is to be published, counted and held against what was: plain data, so that another thread can decide what to hide. */
export type ToPublish = {
  readonly period: Period
  readonly detail: Detail
  readonly now: Laid
  readonly before: readonly Before[]
}

/** As an earlier publication told its groups: a wide one has categories by group that are none of the narrow ones. */
function detailOf({ cells }: Earlier, tables: readonly Table[]): Detail {
  const wide = new Set(
    tables.flatMap(({ id, wider = [] }) => wider.map((category) => `${id}/${category.id}`)),
  )
  return cells.some(
    ({ table, category, division }) => division !== EVERYBODY && wide.has(`${table}/${category}`),
  )
    ? 'wide'
    : 'narrow'
}

export type HowToPublish = {
  readonly tables?: readonly Table[]
  /**
   * what was published before; years that overlap are held against each other, so that nothing small comes out by taking one
   * publication from another
   */
  readonly earlier?: readonly Earlier[]
  /** by how many people there are, where it is left out */
  readonly detail?: Detail
}

/**
 * Counts a year, and every earlier one that overlaps it, one after the other: each turn takes its time at many people, and whoever
 * runs in the thread of a service lets others in between.
 */
export function* countYears(
  people: readonly OnePerson[],
  period: Period,
  { tables = TABLES, earlier = [], detail = detailFor(people.length) }: HowToPublish = {},
): Generator<void, ToPublish, undefined> {
  const overlapping = earlier
    .filter((each) => each.period.to > period.from && each.period.to < period.to)
    .toSorted((a, b) => (a.period.to < b.period.to ? -1 : 1))
    .map((each) => ({ ...each, detail: detailOf(each, tables) }))
  const isMixed = overlapping.some((each) => each.detail !== detail)
  const detailsOf = (own: Detail): readonly [Detail, ...Detail[]] =>
    isMixed ? [own, own === 'wide' ? 'narrow' : 'wide'] : [own]
  const now = layOut(people, period, tables, detailsOf(detail))
  const before: Before[] = []
  for (const each of overlapping) {
    yield
    before.push(knownBefore(each, layOut(people, each.period, tables, detailsOf(each.detail))))
  }
  return { period, detail, now, before }
}

/** What is published of it, small numbers suppressed across all tables and years at once. The dear part, and no person in it. */
export function hideSmall({ now, before }: ToPublish, open: OpenLinear): readonly Cell[] {
  const published = publishBeside(now, before, open)
  return now.places.map(
    ({ id, few, ...place }): Cell => ({
      ...place,
      ...((few ? undefined : published.get(id)) ?? { status: 'suppressed', people: null }),
    }),
  )
}

/** The open statistics of a year, safe to publish. */
export function statistics(
  people: readonly OnePerson[],
  period: Period,
  how: HowToPublish & { readonly open: OpenLinear },
): Statistics {
  const counting = countYears(people, period, how)
  for (;;) {
    const { done, value } = counting.next()
    if (done === true)
      return { period, tables: how.tables ?? TABLES, detail: value.detail, cells: hideSmall(value, how.open) }
  }
}
