import type { Model } from '../../domain/allocation/model.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import { type Oversight, type SeenFigures, oversight, publishFigures } from '../../record/log.ts'
import type { Database } from '../../platform/database/database.ts'
import type { KeptYear } from '../../domain/population/earlier.ts'
import { notFound } from '../../platform/web/answer.ts'
import { type Readings, keepReadings } from './readings.ts'
import { keptBefore } from './store-published.ts'
import type { Enter, Page } from '../../platform/web/page.ts'

/** What every page of figures gets: those whom its reader oversees, with no name. */
export type AtInsight = {
  readonly of: Oversight
  readonly people: readonly SeenFigures[]
  /** whether something has changed since they were read, and they are being read anew */
  readonly isBehind: boolean
  readonly model: Model
  readonly today: PlainDate
  /** What stands published of the years before: what the next publication is held against. */
  readonly before: () => Promise<readonly KeptYear[]>
  /** Publishes in the reader's name; false where this month's statistics are out. */
  readonly publish: (body: object) => Promise<boolean>
}

/** What it takes is being a manager or a commissioner; the database says so, and the door asks it. */
export type InsightPage = Page<AtInsight, { readonly resource: 'figures'; readonly action: 'read' }>
export const READS = { resource: 'figures', action: 'read' } as const
export const AUDITED = 'figures of many, with no name'

/** Opens to those who oversee a team or the council; to everybody else there is nothing here. */
export const enterInsight = (database: Database, model: Model): Enter<AtInsight> => {
  const readings: Readings = keepReadings()
  return async ({ session, today }, inside) =>
    session === undefined
      ? notFound
      : database.scoped(session, async (query) => {
          const of = await oversight(query)
          if (of === undefined) return notFound
          return inside({
            of,
            ...(await readings(query, of, (work) => database.scoped(session, work))),
            model,
            today: day(today),
            before: () => keptBefore(query),
            publish: (body) => publishFigures(query, today, body),
          })
        })
}
