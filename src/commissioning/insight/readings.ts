import { setTimeout as pause } from 'node:timers/promises'
import {
  type CouncilFigures,
  type Oversight,
  type SeenFigures,
  figuresSeen,
  figuresVersion,
} from '../../record/log.ts'
import type { Query } from '../../platform/database/database.ts'

// Everybody's figures as they were read the last time. Where the database says that something has changed they are read again: a
// team's within the page; the council's behind it, who has changed and nobody else. Whoever asks waits a moment for that, then
// sees the last ones and is told so, or after a start is told that they are still being read.

type Known = { readonly version: string; readonly people: readonly SeenFigures[] }

export type Reading = {
  readonly people: readonly SeenFigures[]
  /** whether something was changed since, and they are being read anew */
  readonly isBehind: boolean
}

/** Each manager's team, and the council: more would be kept for nobody. */
const MOST_KEPT = 32

/** Milliseconds that somebody waits for figures that may be read by then. */
const A_MOMENT = 1_200

const keyOf = (of: Oversight): string => (of.kind === 'council' ? 'council' : `team ${of.team}`)

export type Readings = {
  /** Undefined where the council's have to be read first; that is not done in anybody's turn with the database. */
  readonly now: (query: Query, of: Oversight) => Promise<Reading | undefined>
  /** Reads the council's behind the page. @returns after it is done, or after a moment */
  readonly wait: () => Promise<void>
  /** What there is of the council's meanwhile: the last ones, or nothing yet. */
  readonly meanwhile: () => Reading | undefined
  readonly progress: CouncilFigures['progress']
}

export function keepReadings(council: CouncilFigures, moment: number = A_MOMENT): Readings {
  const known = new Map<string, Known>()
  /** as the database said when the council's were last begun to be read */
  let wanted = ''
  const keep = (key: string, reading: Known): void => {
    known.delete(key)
    known.set(key, reading)
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KEPT) break
      known.delete(oldest)
    }
  }
  const readCouncil = async (): Promise<void> => {
    const version = wanted
    keep('council', { version, people: await council.read() })
  }
  return {
    now: async (query, of) => {
      const key = keyOf(of)
      const version = await figuresVersion(query)
      const last = known.get(key)
      if (last?.version === version) {
        keep(key, last)
        return { people: last.people, isBehind: false }
      }
      if (of.kind === 'council') {
        wanted = version
        return undefined
      }
      const people = await figuresSeen(query)
      keep(key, { version, people })
      return { people, isBehind: false }
    },
    wait: async () => {
      const reading = readCouncil()
      // Where it goes on behind the page, what goes wrong there goes wrong for the next page as well.
      reading.catch(() => undefined)
      await Promise.race([reading, pause(moment)])
    },
    meanwhile: () => {
      const last = known.get('council')
      return last && { people: last.people, isBehind: last.version !== wanted }
    },
    progress: council.progress,
  }
}
