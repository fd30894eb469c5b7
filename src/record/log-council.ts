import { setImmediate as breath } from 'node:timers/promises'
import type { Database } from '../platform/database/database.ts'
import { type KeptFigures, type SeenFigures, traitsReader } from './log-figures.ts'

/** Everybody as a commissioner sees them, kept in step with the database: who has changed is read, and nobody else. */
export type CouncilFigures = {
  /** Reads what has changed, a few hundred people a turn, so that others come in between. */
  readonly read: () => Promise<readonly SeenFigures[]>
  /** How far a reading is that is under way. */
  readonly progress: () => { readonly here: number; readonly of: number }
}

type Standing = {
  readonly record: string
  /** changes with the figures */
  readonly mark: string
  readonly team: string | null
  readonly traits: unknown
}
type Kept = { readonly mark: string; readonly figures: KeptFigures }

const A_TURN = 250

/**
 * Of twenty thousand people the figures are 63 MB of text, which takes seconds to write and to read. So they are held, as the owner
 * sees them and without a name or a record in what is given; whether somebody may see them is asked of the database at every page.
 */
export function followCouncil(db: Database): CouncilFigures {
  let kept: ReadonlyMap<string, Kept> = new Map()
  let now = { here: 0, of: 0 }
  let underWay: Promise<readonly SeenFigures[]> | undefined
  let queued: Promise<readonly SeenFigures[]> | undefined
  const read = async (): Promise<readonly SeenFigures[]> => {
    const rows = await db.asOwner((query) =>
      query<Standing>(
        `select f.record, concat_ws(' ', f.head, f.kept_in) as mark, f.traits,
           (select a.team from roundtable.account a where a.id = s.worker) as team
         from guarded.figures f join roundtable.standing s on s.record = f.record
         order by md5(f.record::text || f.head::text)`,
      ),
    )
    const next = new Map<string, Kept>()
    const marks = new Map<string, string>()
    for (const { record, mark } of rows) {
      const known = kept.get(record)
      if (known?.mark === mark) next.set(record, known)
      else marks.set(record, mark)
    }
    const changed = [...marks.keys()]
    now = { here: next.size, of: rows.length }
    for (let at = 0; at < changed.length; at += A_TURN) {
      const turn = changed.slice(at, at + A_TURN)
      const made = await db.asOwner((query) =>
        query<{ readonly record: string; readonly figures: KeptFigures }>(
          'select record, figures from guarded.figures where record = any ($1::uuid[])',
          [turn],
        ),
      )
      for (const { record, figures } of made) next.set(record, { mark: marks.get(record) ?? '', figures })
      now = { here: next.size, of: rows.length }
      await breath()
    }
    kept = next
    const traitsOf = traitsReader()
    return rows.flatMap(({ record, team, traits }): readonly SeenFigures[] => {
      const figures = next.get(record)?.figures
      return figures === undefined
        ? []
        : [{ record: null, worker: null, team, figures, traits: traitsOf(traits) }]
    })
  }
  const begin = (): Promise<readonly SeenFigures[]> => {
    const begun = read().finally(() => {
      if (underWay === begun) underWay = undefined
    })
    underWay = begun
    return begun
  }
  return {
    // One that is under way may have begun before what somebody has seen to have changed: theirs comes after it.
    read: () => {
      if (underWay === undefined) return begin()
      queued ??= underWay
        .catch(() => undefined)
        .then(() => {
          queued = undefined
          return begin()
        })
      return queued
    },
    progress: () => now,
  }
}
