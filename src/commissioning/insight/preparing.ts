import { setTimeout as pause } from 'node:timers/promises'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { type AccuracyTable, accuracyTable, outcomesOf } from '../../domain/population/accuracy.ts'
import { type KeptYear, earlierFrom, keptAfter } from '../../domain/population/earlier.ts'
import type { OnePerson } from '../../domain/population/figures.ts'
import type { Earlier, Statistics } from '../../domain/population/statistics.ts'
import type { SeenFigures } from '../../record/log.ts'
import type { AtInsight } from './door.ts'
import type { OpenFile } from './store-published.ts'

// What is to be published takes seconds to make. It is made behind the page, once for as long as the figures stay as they are,
// and what is published is what was shown.

/** Stands beyond the walls of these rooms, and is passed in. */
export type Preparing = {
  /** the statistics of the year to a day, made without holding anybody up */
  readonly makeStatistics: (
    people: readonly OnePerson[],
    to: PlainDate,
    earlier: readonly Earlier[],
  ) => Promise<Statistics>
  /** the files that are handed out */
  readonly makeFiles: (made: Statistics, council: string) => readonly OpenFile[]
}

export type Prepared = {
  readonly on: PlainDate
  readonly files: readonly OpenFile[]
  /** what the next publication will be held against */
  readonly years: readonly KeptYear[]
  readonly accuracy: AccuracyTable
}

type Kept = {
  /** what it was, or is being, made of */
  readonly of: readonly SeenFigures[]
  readonly on: PlainDate
  readonly work: Promise<Prepared>
  done?: Prepared
}

/** Milliseconds that somebody waits for work that may be done by then. */
const A_MOMENT = 1_800

async function make(at: AtInsight, years: readonly KeptYear[], tools: Preparing): Promise<Prepared> {
  const { people, model, today } = at
  const all = await tools.makeStatistics(people, today, years.map(earlierFrom))
  return {
    on: today,
    files: tools.makeFiles(all, model.council),
    years: keptAfter(all, years),
    accuracy: accuracyTable(outcomesOf({ kind: 'built-up', model }, today, people), model.from),
  }
}

export type ReadyToPublish = {
  /** what would be published today; undefined while it is being made */
  readonly toShow: (at: AtInsight) => Promise<Prepared | undefined>
  /** what was shown last today: somebody else's entry since then changes nothing of what they read */
  readonly shown: (at: AtInsight) => Prepared | undefined
}

export function preparing(tools: Preparing): ReadyToPublish {
  let kept: Kept | undefined
  let last: Prepared | undefined
  const settle = async (began: Kept): Promise<void> => {
    try {
      began.done = await began.work
      last = began.done
    } catch {
      // The next page begins anew, and says what goes wrong.
      if (kept === began) kept = undefined
    }
  }
  const toShow: ReadyToPublish['toShow'] = async (at) => {
    const isFor = (one: Kept | undefined): one is Kept => one?.of === at.people && one.on === at.today
    if (!isFor(kept)) {
      // Read here and not behind: the turn with the database ends with the page.
      const years = await at.before()
      const began: Kept = { of: at.people, on: at.today, work: make(at, years, tools) }
      kept = began
      void settle(began)
    }
    const { work, done } = kept
    return done ?? Promise.race([work, pause(A_MOMENT, undefined)])
  }
  return { toShow, shown: ({ today }) => (last?.on === today ? last : undefined) }
}
