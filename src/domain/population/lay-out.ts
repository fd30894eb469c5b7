import type { PlainDate } from '../dates/plain-date.ts'
import { type Detail, type Part, categoriesOf, groupsIn } from './detail.ts'
import type { OnePerson } from './figures.ts'
import { DIVISIONS, type Division, type GroupsOf, groupsOf } from './groups.ts'
import type { Table } from './statistics-tables.ts'
import { type Sum, MOST_SUPPRESSED } from './suppression.ts'

// Everybody of one year counted into every place of every table, and every way in which the counts add up.

/** The twelve months that the tables are about. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }

export const ALL = 'all'
export const EVERYBODY = 'everybody'

/** By what people are divided in a table: not at all, or by one of the divisions. */
export type By = Division | typeof EVERYBODY

/** A place in the tables, and the count that stands in it. */
export type Standing = {
  readonly table: string
  readonly category: string
  readonly division: By
  readonly group: string
  readonly id: string
  /** of a handful of people, or fewer */
  readonly few: boolean
}

/** Everything of one year: how many are counted where, which of it is published, and how the counts add up. */
export type Laid = {
  readonly known: ReadonlyMap<string, number>
  readonly places: readonly Standing[]
  readonly sums: readonly Sum[]
}

/** Where a count stands. A category that is the same people in two tables has one id; so has everybody of a group. */
const idOf = (category: string, division: By, group: string): string => `${category} ${division} ${group}`

/** Not at all, and by each division: with the groups in which there is somebody. */
type Divided = { readonly division: By; readonly groups: readonly Part[] }

const EVERYONE: Divided = { division: EVERYBODY, groups: [{ id: EVERYBODY, of: [EVERYBODY] }] }

function dividedBy(people: readonly GroupsOf[], detail: Detail): readonly Divided[] {
  return [
    EVERYONE,
    ...DIVISIONS.map((division) => ({
      division,
      groups: groupsIn(division, new Set(people.map((groups) => groups[division])), detail),
    })),
  ]
}

/** How many of each narrow category are in each narrow group; `of` gives nought where nobody is. */
type Counts = { readonly of: (category: string, division: By, group: string) => number }

/** @throws RangeError where somebody is in no category: a bug of the table */
function countTable(
  table: Table,
  people: readonly OnePerson[],
  groups: readonly GroupsOf[],
  period: Period,
): Counts {
  const names = table.categories.map(({ id }) => id)
  const tallies = new Map<string, Float64Array>()
  const tally = (division: By, group: string): Float64Array => {
    const key = `${division} ${group}`
    const there = tallies.get(key)
    if (there !== undefined) return there
    const made = new Float64Array(names.length)
    tallies.set(key, made)
    return made
  }
  const whole = tally(EVERYBODY, EVERYBODY)
  const rows = DIVISIONS.map((division) => ({ division, tallies: new Map<string, Float64Array>() }))
  people.forEach(({ figures }, at) => {
    const place = names.indexOf(table.of(figures, period))
    const mine = groups[at]
    if (place < 0 || mine === undefined) throw new RangeError(`${table.id}: somebody is in no category`)
    whole[place] = (whole[place] ?? 0) + 1
    for (const row of rows) {
      const group = mine[row.division]
      const own = row.tallies.get(group) ?? tally(row.division, group)
      row.tallies.set(group, own)
      own[place] = (own[place] ?? 0) + 1
    }
  })
  return {
    of: (category, division, group) => tallies.get(`${division} ${group}`)?.[names.indexOf(category)] ?? 0,
  }
}

/** What a category counts by: its own name, another table's where it is the same people, or everybody. */
const nameOf = (table: Table, { id, of }: Part): string =>
  (of.length === 1 ? table.categories.find((category) => category.id === id)?.same : undefined) ??
  `${table.id}/${id}`

type Builder = {
  readonly known: Map<string, number>
  readonly sums: Map<string, Sum>
}

const addSum = ({ sums }: Builder, total: string, parts: readonly string[]): void => {
  // A sum that another table has too is looked at once; a count is its own only part where nothing was added together.
  if (parts.length === 1 && parts[0] === total) return
  sums.set(`${total}=${parts.join('+')}`, { total, parts })
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** Counts and sums of one table in one detail, by groups and for the whole. */
function addTable(
  built: Builder,
  table: Table,
  counts: Counts,
  divided: readonly Divided[],
  detail: Detail,
): void {
  const narrow = categoriesOf(table, 'narrow')
  const every: Part = { id: ALL, of: narrow.map(({ id }) => id) }
  const countOf = (category: Part, division: By, group: Part): number =>
    total(category.of.flatMap((one) => group.of.map((each) => counts.of(one, division, each))))
  for (const { division, groups } of divided) {
    const isWhole = division === EVERYBODY
    // The whole is told in full in either detail, and beside that as widely as the groups are.
    const categories = isWhole ? narrow : categoriesOf(table, detail)
    const wide = isWhole ? categoriesOf(table, detail).filter(({ of }) => of.length > 1) : []
    for (const group of groups) {
      const all = idOf(ALL, division, group.id)
      built.known.set(all, countOf(every, division, group))
      for (const category of [...categories, ...wide])
        built.known.set(idOf(nameOf(table, category), division, group.id), countOf(category, division, group))
      addSum(
        built,
        all,
        categories.map((category) => idOf(nameOf(table, category), division, group.id)),
      )
      for (const category of wide)
        addSum(
          built,
          idOf(nameOf(table, category), division, group.id),
          category.of.map((id) => idOf(nameOf(table, { id, of: [id] }), division, group.id)),
        )
    }
    if (isWhole) continue
    for (const name of [...categories.map((category) => nameOf(table, category)), ALL])
      addSum(
        built,
        idOf(name, EVERYBODY, EVERYBODY),
        groups.map((group) => idOf(name, division, group.id)),
      )
  }
}

/** Where one publication was told narrowly and another widely, how the numbers of the one make those of the other. */
function addLinks(built: Builder, table: Table, narrow: readonly Divided[], wide: readonly Divided[]): void {
  for (const { division, groups } of wide) {
    if (division === EVERYBODY) continue
    const own = narrow.find((each) => each.division === division)?.groups ?? []
    for (const group of groups) {
      const parts = own.filter(({ id }) => group.of.includes(id))
      for (const category of categoriesOf(table, 'wide'))
        addSum(
          built,
          idOf(nameOf(table, category), division, group.id),
          category.of.flatMap((id) =>
            parts.map((part) => idOf(nameOf(table, { id, of: [id] }), division, part.id)),
          ),
        )
      addSum(
        built,
        idOf(ALL, division, group.id),
        parts.map((part) => idOf(ALL, division, part.id)),
      )
    }
  }
}

function placesOf(
  tables: readonly Table[],
  divided: readonly Divided[],
  detail: Detail,
  known: ReadonlyMap<string, number>,
): readonly Standing[] {
  // Of a handful of people even a nought would tell: where all others are nought, it says who they are.
  const isFew = (name: string): boolean => {
    const all = known.get(idOf(name, EVERYBODY, EVERYBODY)) ?? 0
    return all > 0 && all <= MOST_SUPPRESSED
  }
  return tables.flatMap((table) =>
    divided.flatMap(({ division, groups }) => {
      const isWhole = division === EVERYBODY
      const categories = isWhole
        ? [...categoriesOf(table, 'narrow'), ...categoriesOf(table, detail).filter(({ of }) => of.length > 1)]
        : categoriesOf(table, detail)
      const named = [
        ...categories.map((category) => ({ category: category.id, name: nameOf(table, category) })),
        { category: ALL, name: ALL },
      ]
      return named.flatMap(({ category, name }) =>
        groups.map(
          (group): Standing => ({
            table: table.id,
            category,
            division,
            group: group.id,
            id: idOf(name, division, group.id),
            few: !isWhole && isFew(name),
          }),
        ),
      )
    }),
  )
}

/**
 * Counts everybody of one year.
 * @param details how the year is published, and first of all so; a second one is counted beside it where another publication,
 * which this one is held against, was told in that detail
 */
export function layOut(
  people: readonly OnePerson[],
  period: Period,
  tables: readonly Table[],
  details: readonly [Detail, ...Detail[]],
): Laid {
  const groups = people.map((one) => groupsOf(one, period.to))
  const divided = new Map(details.map((detail) => [detail, dividedBy(groups, detail)]))
  const built: Builder = { known: new Map(), sums: new Map() }
  const [narrow, wide] = [divided.get('narrow'), divided.get('wide')]
  for (const table of tables) {
    const counts = countTable(table, people, groups, period)
    for (const [detail, by] of divided) addTable(built, table, counts, by, detail)
    if (narrow !== undefined && wide !== undefined) addLinks(built, table, narrow, wide)
  }
  const own = divided.get(details[0]) ?? []
  return {
    known: built.known,
    places: placesOf(tables, own, details[0], built.known),
    sums: [...built.sums.values()],
  }
}
