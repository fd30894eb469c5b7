import { type PlainDate, addMonths } from '../dates/plain-date.ts'
import type { Figures, OnePerson } from './figures.ts'
import { DIVISIONS, type Division, GROUPS, type GroupsOf, groupsOf } from './groups.ts'
import { knownBefore, publishBeside } from './across-months.ts'
import { type Published, MOST_SUPPRESSED, type Sum } from './suppression.ts'
import { TABLES, type Table } from './statistics-tables.ts'

// How the Act is applied, as numbers that anybody may have. Every table counts people and not events, and everybody once, so
// that one person with six contacts is still one; all tables have the same people, so that they can be laid side by side.

/** The twelve months that the tables are about. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** One number of a table: of everybody, or of one group. `category` is `all` for everybody in the table. */
export type Cell = {
  readonly table: string
  readonly category: string
  readonly division: Division | 'everybody'
  readonly group: string
} & Published

export type Statistics = {
  readonly period: Period
  readonly tables: readonly Table[]
  readonly cells: readonly Cell[]
}

export const ALL = 'all'
export const EVERYBODY = 'everybody'

/** The year that ends on a day. */
export const yearTo = (to: PlainDate): Period => ({ from: addMonths(to, -12), to })

/** Where a count stands. A category that is the same people in two tables has one id; so has everybody of a group. */
const idOf = (category: string, division: string, group: string): string => `${category} ${division} ${group}`

const nameOf = (table: Table, category: Table['categories'][number]): string =>
  category.id === ALL ? ALL : (category.same ?? `${table.id}/${category.id}`)

type Divided = { readonly division: Division | 'everybody'; readonly groups: readonly string[] }

/** Only groups in which there is somebody: an area that a council has not got is not a row of noughts. */
const dividedBy = (people: readonly GroupsOf[]): readonly Divided[] => [
  { division: EVERYBODY, groups: [EVERYBODY] },
  ...DIVISIONS.map((division) => ({
    division,
    groups: GROUPS[division].filter((group) => people.some((groups) => groups[division] === group)),
  })),
]

type Counted = { readonly figures: Figures; readonly groups: GroupsOf }

function countTable(table: Table, people: readonly Counted[], period: Period): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const { figures, groups } of people) {
    const category = table.categories.find(({ id }) => id === table.of(figures, period))
    if (category === undefined) throw new RangeError(`${table.id}: somebody is in no category`)
    for (const name of [nameOf(table, category), ALL]) {
      add(idOf(name, EVERYBODY, EVERYBODY))
      for (const division of DIVISIONS) add(idOf(name, division, groups[division]))
    }
  }
  return counts
}

/** Every way in which the counts of a table add up: categories to all, groups to everybody. */
function sumsOf(table: Table, divided: readonly Divided[]): readonly Sum[] {
  const names = [...new Set(table.categories.map((category) => nameOf(table, category)))]
  return [
    ...divided.flatMap(({ division, groups }) =>
      groups.map(
        (group): Sum => ({
          total: idOf(ALL, division, group),
          parts: names.map((name) => idOf(name, division, group)),
        }),
      ),
    ),
    ...[...names, ALL].flatMap((name) =>
      divided
        .filter(({ division }) => division !== EVERYBODY)
        .map(
          ({ division, groups }): Sum => ({
            total: idOf(name, EVERYBODY, EVERYBODY),
            parts: groups.map((group) => idOf(name, division, group)),
          }),
        ),
    ),
  ]
}

/** A sum that another table has too is looked at once. */
const once = (sums: readonly Sum[]): readonly Sum[] => [
  ...new Map(sums.map((sum) => [`${sum.total}=${sum.parts.join('+')}`, sum])).values(),
]

/** A place in the tables, and the count that stands in it. */
type Standing = Pick<Cell, 'table' | 'category' | 'division' | 'group'> & {
  readonly id: string
  /** of a handful of people, or fewer */
  readonly few: boolean
}

/** Everything of one year: who is counted where, and how the counts add up. */
type Laid = {
  readonly known: ReadonlyMap<string, number>
  readonly places: readonly Standing[]
  readonly sums: readonly Sum[]
}

function layOut(people: readonly OnePerson[], period: Period, tables: readonly Table[]): Laid {
  const counted = people.map((one): Counted => ({ figures: one.figures, groups: groupsOf(one, period.to) }))
  const divided = dividedBy(counted.map(({ groups }) => groups))
  const known = new Map<string, number>()
  for (const table of tables)
    for (const [id, count] of countTable(table, counted, period)) known.set(id, count)
  // Of a handful of people even a nought would tell: where all others are nought, it says who they are.
  const isFew = (name: string): boolean => {
    const all = known.get(idOf(name, EVERYBODY, EVERYBODY)) ?? 0
    return all > 0 && all <= MOST_SUPPRESSED
  }
  const places = tables.flatMap((table) =>
    [...table.categories, { id: ALL, words: 'Everybody' }].flatMap((category) =>
      divided.flatMap(({ division, groups }) =>
        groups.map(
          (group): Standing => ({
            table: table.id,
            category: category.id,
            division,
            group,
            id: idOf(nameOf(table, category), division, group),
            few: division !== EVERYBODY && isFew(nameOf(table, category)),
          }),
        ),
      ),
    ),
  )
  return { known, places, sums: once(tables.flatMap((table) => sumsOf(table, divided))) }
}

/** Statistics as they were published for another year. */
export type Earlier = Pick<Statistics, 'period' | 'cells'>

/**
 * The open statistics of a year, safe to publish: what is small is suppressed across all tables at once.
 * @param earlier what was published before; years that overlap are held against each other, so that nothing small comes out by
 * taking one publication from another
 */
export function statistics(
  people: readonly OnePerson[],
  period: Period,
  tables: readonly Table[] = TABLES,
  earlier: readonly Earlier[] = [],
): Statistics {
  const now = layOut(people, period, tables)
  const overlapping = earlier
    .filter((each) => each.period.to > period.from && each.period.to < period.to)
    .toSorted((a, b) => (a.period.to < b.period.to ? -1 : 1))
  const before = overlapping.map((each) => knownBefore(each, layOut(people, each.period, tables)))
  const published = publishBeside(now, before)
  const cells = now.places.map(
    ({ id, few, ...place }): Cell => ({
      ...place,
      ...((few ? undefined : published.get(id)) ?? { status: 'suppressed', people: null }),
    }),
  )
  return { period, tables, cells }
}
