import { type Oversight, type SeenFigures, figuresSeen, figuresVersion } from '../../record/log.ts'
import type { Query } from '../../platform/database/database.ts'

// Everybody's figures as they were read the last time. Where the database says that something has changed they are read again;
// and where that takes long, as of twenty thousand people, whoever asks sees the last ones meanwhile and is told so.

type Known = {
  readonly version: string
  readonly people: readonly SeenFigures[]
  /** milliseconds that reading them took, and the moment by the process's own clock */
  readonly took: number
  readonly at: number
}

export type Reading = {
  readonly people: readonly SeenFigures[]
  /** whether something was changed since, and they are being read anew behind the page */
  readonly isBehind: boolean
}

/** Each manager's team, and the council: more would be kept for nobody. */
const MOST_KEPT = 32

export type Patience = {
  /** milliseconds of reading for which somebody waits */
  readonly waits: number
  /** what is older than this, in milliseconds, is not shown any more: whoever comes waits for it */
  readonly tooOld: number
}
const USUAL: Patience = { waits: 1_000, tooOld: 3_600_000 }

const keyOf = (of: Oversight): string => (of.kind === 'council' ? 'council' : `team ${of.team}`)

/** Does a piece of work in a turn of its own with the database, as whoever asks. */
type Behind = (work: (query: Query) => Promise<void>) => Promise<void>

export type Readings = (query: Query, of: Oversight, behind: Behind) => Promise<Reading>

export function keepReadings({ waits, tooOld }: Patience = USUAL): Readings {
  const known = new Map<string, Known>()
  const underWay = new Set<string>()
  const keep = (key: string, reading: Known): void => {
    known.delete(key)
    known.set(key, reading)
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KEPT) break
      known.delete(oldest)
    }
  }
  const read = async (query: Query, key: string, version: string): Promise<Known> => {
    const began = performance.now()
    const people = await figuresSeen(query)
    const at = performance.now()
    const reading = { version, people, took: at - began, at }
    keep(key, reading)
    return reading
  }
  const readBehind = (key: string, behind: Behind): void => {
    if (underWay.has(key)) return
    underWay.add(key)
    // What goes wrong there goes wrong for the next page as well, which waits and says so.
    void behind(async (query) => void (await read(query, key, await figuresVersion(query))))
      .catch(() => known.delete(key))
      .finally(() => underWay.delete(key))
  }
  return async (query, of, behind) => {
    const key = keyOf(of)
    const version = await figuresVersion(query)
    const last = known.get(key)
    if (last?.version === version) {
      keep(key, last)
      return { people: last.people, isBehind: false }
    }
    if (last !== undefined && last.took > waits && performance.now() - last.at < tooOld) {
      readBehind(key, behind)
      return { people: last.people, isBehind: true }
    }
    return { people: (await read(query, key, version)).people, isBehind: false }
  }
}
