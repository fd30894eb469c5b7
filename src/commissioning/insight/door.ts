import type { Model } from '../../domain/allocation/model.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import {
  type Oversight,
  type SeenFigures,
  figuresSeen,
  figuresVersion,
  oversight,
  publishFigures,
} from '../../record/log.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import type { KeptYear } from '../../domain/population/earlier.ts'
import { notFound } from '../../platform/web/answer.ts'
import { keptBefore } from './store-published.ts'
import type { Enter, Page } from '../../platform/web/page.ts'

/** What every page of figures gets: those whom its reader oversees, with no name. */
export type AtInsight = {
  readonly of: Oversight
  readonly people: readonly SeenFigures[]
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

type Known = { readonly version: string; readonly people: readonly SeenFigures[] }

/** Each manager's team, and the council: more would be kept for nobody. */
const MOST_KEPT = 32

const keyOf = (of: Oversight): string => (of.kind === 'council' ? 'council' : `team ${of.team}`)

/** The figures as they were read the last time, where the database says that nothing has changed since. */
async function peopleSeen(
  query: Query,
  known: Map<string, Known>,
  of: Oversight,
): Promise<readonly SeenFigures[]> {
  const key = keyOf(of)
  const version = await figuresVersion(query)
  const last = known.get(key)
  known.delete(key)
  const now = last?.version === version ? last : { version, people: await figuresSeen(query) }
  known.set(key, now)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KEPT) break
    known.delete(oldest)
  }
  return now.people
}

/** Opens to those who oversee a team or the council; to everybody else there is nothing here. */
export const enterInsight = (database: Database, model: Model): Enter<AtInsight> => {
  const known = new Map<string, Known>()
  return async ({ session, today }, inside) =>
    session === undefined
      ? notFound
      : database.scoped(session, async (query) => {
          const of = await oversight(query)
          if (of === undefined) return notFound
          return inside({
            of,
            people: await peopleSeen(query, known, of),
            model,
            today: day(today),
            before: () => keptBefore(query),
            publish: (body) => publishFigures(query, today, body),
          })
        })
}
