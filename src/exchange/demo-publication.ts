import type { Model } from '../domain/allocation/model.ts'
import { type PlainDate, addDays } from '../domain/dates/plain-date.ts'
import { accuracyTable, outcomesOf } from '../domain/population/accuracy.ts'
import { type KeptYear, earlierFrom, keptAfter } from '../domain/population/earlier.ts'
import type { Database } from '../platform/database/database.ts'
import { everyFigure } from '../record/log.ts'
import { openStatistics } from './open-statistics.ts'
import { statisticsBehind } from './open-statistics-thread.ts'

/** Who publishes in the demonstration. */
const BY = { id: 'ama-boateng', name: 'Ama Boateng' }

/** The last day of the month before. */
const lastMonthsEnd = (on: PlainDate): PlainDate => addDays(on, -Number(on.slice(8)))

/** Two months, so that one can be read beside the other; this month's is left for whoever tries the service out to publish. */
const monthsBefore = (on: PlainDate): readonly PlainDate[] => {
  const last = lastMonthsEnd(on)
  return [lastMonthsEnd(last), last]
}

/** So that the public page has something to read: the statistics of the two months before, where nobody has published any yet. */
export async function publishDemo(database: Database, model: Model, on: PlainDate): Promise<boolean> {
  const there = await database.asOwner(async (query) => {
    const [row] = await query<{ there: boolean }>('select exists (select from guarded.publication) as there')
    return row?.there === true
  })
  if (there) return false
  const people = await everyFigure(database)
  let years: readonly KeptYear[] = []
  for (const to of monthsBefore(on)) {
    const made = await statisticsBehind(people, to, years.map(earlierFrom))
    years = keptAfter(made, years)
    const files = openStatistics(made, model.council)
    const accuracy = accuracyTable(outcomesOf({ kind: 'built-up', model }, to, people), model.from)
    await database.asOwner((query) =>
      query(
        `insert into guarded.publication (on_day, body, published_by, name)
         select $1, $2, a.id, $4 from roundtable.account a where a.id = $3 on conflict do nothing`,
        [to, JSON.stringify({ files, years, accuracy }), BY.id, BY.name],
      ),
    )
  }
  return true
}
