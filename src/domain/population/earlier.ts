import { day } from '../dates/plain-date.ts'
import { DIVISIONS, type Division } from './groups.ts'
import { type Period, EVERYBODY } from './lay-out.ts'
import type { Cell, Earlier, Statistics } from './statistics.ts'
import type { Published } from './suppression.ts'

// Publications are held against those before, so each carries what was published of the years that overlap it: the numbers, by
// table, category, division and group, as everybody could read them, and `null` for what was suppressed.

type ByGroup = Readonly<Record<string, number | null>>
export type KeptYear = {
  readonly from: string
  readonly to: string
  readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, ByGroup>>>>>>
}

type RowAsRead = {
  readonly table: string
  readonly category: string
  /** the division, or `everybody` */
  readonly by: string
  readonly group: string
  readonly people: number | null
}

/** Numbers as anybody reads them, in the shape in which they are kept. */
export function keptRows(
  { from, to }: { readonly from: string; readonly to: string },
  rows: readonly RowAsRead[],
): KeptYear {
  const tables: Record<string, Record<string, Record<string, Record<string, number | null>>>> = {}
  for (const { table, category, by, group, people } of rows) {
    const byGroup = (((tables[table] ??= {})[category] ??= {})[by] ??= {})
    byGroup[group] = people
  }
  return { from, to, tables }
}

export const keptYear = ({ period, cells }: Pick<Statistics, 'period' | 'cells'>): KeptYear =>
  keptRows(
    period,
    cells.map(({ division, ...cell }) => ({ ...cell, by: division })),
  )

const publishedAs = (people: number | null): Published => {
  if (people === null) return { status: 'suppressed', people }
  return people === 0 ? { status: 'zero', people } : { status: 'rounded', people }
}

const isDivision = (name: string): name is Division | typeof EVERYBODY =>
  name === EVERYBODY || DIVISIONS.some((division) => division === name)

/** The same again, as far as it is of divisions that there still are. */
export const earlierFrom = ({ from, to, tables }: KeptYear): Earlier => ({
  period: { from: day(from), to: day(to) },
  cells: Object.entries(tables).flatMap(([table, categories]) =>
    Object.entries(categories).flatMap(([category, divisions]) =>
      Object.entries(divisions).flatMap(([division, groups]) =>
        isDivision(division)
          ? Object.entries(groups).map(
              ([group, people]): Cell => ({ table, category, division, group, ...publishedAs(people) }),
            )
          : [],
      ),
    ),
  ),
})

/** What the next publication has to carry: this one, and those before it whose years may still overlap the next. */
export const keptAfter = (
  made: Pick<Statistics, 'period' | 'cells'>,
  before: readonly KeptYear[],
): readonly KeptYear[] => [...before.filter(({ to }) => overlaps(to, made.period)), keptYear(made)]

const overlaps = (to: string, { from }: Period): boolean => to > from
