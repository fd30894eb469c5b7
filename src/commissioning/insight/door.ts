import type { Model } from '../../domain/allocation/model.ts'
import { type PlainDate, day } from '../../domain/dates/plain-date.ts'
import {
  type CouncilFigures,
  type Oversight,
  type SeenFigures,
  oversight,
  publishFigures,
} from '../../record/log.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import type { OpenLinear } from '../../domain/population/linear.ts'
import type { KeptYear } from '../../domain/population/earlier.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { beingRead } from './laid.tsx'
import { type Reading, keepReadings } from './readings.ts'
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
  /** The solver that small numbers are hidden with. */
  readonly linearSolver: () => Promise<OpenLinear>
  /** What stands published of the years before: what the next publication is held against. */
  readonly before: () => Promise<readonly KeptYear[]>
  /** Publishes in the reader's name; false where this month's statistics are out. */
  readonly publish: (body: object) => Promise<boolean>
}

/** What it takes is being a manager or a commissioner; the database says so, and the door asks it. */
export type InsightPage = Page<AtInsight, { readonly resource: 'figures'; readonly action: 'read' }>
export const READS = { resource: 'figures', action: 'read' } as const
export const AUDITED = 'figures of many, with no name'

/** What the door needs from beyond it. */
export type AtTheDoor = {
  readonly council: CouncilFigures
  readonly linearSolver: AtInsight['linearSolver']
}

/** Opens to those who oversee a team or the council; to everybody else there is nothing here. */
export const enterInsight = (
  database: Database,
  model: Model,
  { council, linearSolver }: AtTheDoor,
): Enter<AtInsight> => {
  const readings = keepReadings(council)
  return async ({ session, today, asked }, inside) => {
    if (session === undefined) return notFound
    const open = (find: (query: Query, of: Oversight) => Promise<Reading | undefined>) =>
      database.scoped(session, async (query): Promise<Answer | undefined> => {
        const of = await oversight(query)
        if (of === undefined) return notFound
        const reading = await find(query, of)
        return reading === undefined
          ? undefined
          : inside({
              of,
              ...reading,
              model,
              today: day(today),
              linearSolver,
              before: () => keptBefore(query),
              publish: (body) => publishFigures(query, today, body),
            })
      })
    const answered = await open(readings.now)
    if (answered !== undefined) return answered
    await readings.wait()
    return (await open(async () => readings.meanwhile())) ?? beingRead(asked, readings.progress())
  }
}
