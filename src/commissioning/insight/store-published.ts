import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import type { AccuracyTable } from '../../domain/population/accuracy.ts'
import { type KeptYear, keptRows } from '../../domain/population/earlier.ts'
import { DIVISIONS } from '../../domain/population/groups.ts'
import { lastPublished } from '../../record/log.ts'
import type { Query } from '../../platform/database/database.ts'

// The open statistics as they were published: files, just as they are handed out. What the page shows is read from them, so
// that page and files cannot differ.

const openFile = z.object({ name: z.string(), type: z.string(), text: z.string() })

const one = z.object({
  people: z.number(),
  meanError: z.number(),
  medianShareOff: z.number(),
  bias: z.number(),
  within10: z.number(),
  within20: z.number(),
  sufficient: z.number(),
  slope: z.number(),
})
const accuracy = z.object({
  // JSON leaves out what there is too little of.
  all: one.optional(),
  later: one.optional(),
  since: z.string().transform((text) => day(text)),
  groups: z.array(one.extend({ division: z.enum(DIVISIONS), group: z.string() })),
})

const byGroup = z.record(z.string(), z.number().nullable())
const keptYears = z.array(
  z.object({
    from: z.string(),
    to: z.string(),
    tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), byGroup))),
  }),
)

const carried = z.object({ years: keptYears.optional() })
const body = z.object({ files: z.array(openFile), accuracy })

const row = z.object({
  category: z.string(),
  category_words: z.string(),
  // Not in publications from before groups could be told widely.
  detail: z.enum(['narrow', 'wide', 'all']).optional(),
  by: z.string(),
  group: z.string(),
  group_words: z.string(),
  people: z.number().nullable(),
  status: z.enum(['zero', 'rounded', 'suppressed']),
})

const statistics = z.object({
  council: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  rules: z.array(z.string()),
  divisions: z.array(z.object({ id: z.string(), words: z.string() })),
  tables: z.array(z.object({ id: z.string(), title: z.string(), about: z.string(), rows: z.array(row) })),
})

/**
 * What stands published of the years before, the last publication with them: what the next one is held against. One from before this
 * was kept with it has its own numbers in its files.
 */
export async function keptBefore(query: Query): Promise<readonly KeptYear[]> {
  const last = await lastPublished(query)
  if (last === undefined) return []
  const { years } = carried.parse(last.body)
  if (years !== undefined) return years
  return [keptYearOf(statisticsIn(body.parse(last.body).files))]
}

/** The numbers of a publication as they are kept, from what its JSON file says. */
export const keptYearOf = ({ period, tables }: OpenStatistics): KeptYear =>
  keptRows(
    period,
    tables.flatMap(({ id, rows }) =>
      rows.map(({ category, by, group, people }) => ({ table: id, category, by, group, people })),
    ),
  )

export type OpenFile = z.output<typeof openFile>
export type OpenRow = z.output<typeof row>
export type OpenStatistics = z.output<typeof statistics>

export const STATISTICS_FILE = 'statistics.json'

/** What the JSON file says. @throws where it is not one of ours: a bug */
export const statisticsIn = (files: readonly OpenFile[]): OpenStatistics =>
  statistics.parse(JSON.parse(files.find(({ name }) => name === STATISTICS_FILE)?.text ?? '{}'))

/** What was published last. */
export type Publication = {
  readonly on: string
  readonly by: string
  readonly files: readonly OpenFile[]
  readonly statistics: OpenStatistics
  /** what was published before it, where that is known: by table, category, division and group */
  readonly before: KeptYear | undefined
  /** how near the model in force came to what plans cost */
  readonly accuracy: AccuracyTable
}

export async function publication(query: Query): Promise<Publication | undefined> {
  const last = await lastPublished(query)
  if (last === undefined) return undefined
  const { files, accuracy: near } = body.parse(last.body)
  const { years } = carried.parse(last.body)
  const open = statisticsIn(files)
  return {
    on: last.on_day,
    by: last.name,
    files,
    statistics: open,
    before: years?.findLast(({ to }) => to < open.period.to),
    accuracy: { ...near, all: near.all, later: near.later },
  }
}
