import type { Entry, EntryOf, Party, RecordFile } from '../../../record/entries.ts'
import type { Kind } from '../../../record/kinds.ts'
import { whenOfDay } from '../../../record/stamp.ts'
import { FORMAT } from '../../../record/entries.ts'
import { type PlainDate, dayFromNumber } from '../../dates/plain-date.ts'
import type { FaultName, Faults, Planted } from './faults.ts'
import type { Chance } from './chance.ts'
import type { Someone } from './someone.ts'

/** What an entry of a kind holds beside who wrote it and when. */
export type Own<K extends Kind> = Omit<EntryOf<K>, 'id' | 'kind' | 'on' | 'by' | 'corrects'>

/**
 * A record while it is being told. Time goes forward only; a step that would lie after today is not taken, and nothing is
 * told after it: that person is waiting for it.
 */
export type Sheet = {
  readonly who: Someone
  readonly chance: Chance
  readonly faults: Faults
  /** day numbers */
  readonly today: number
  readonly now: () => number
  readonly day: () => PlainDate
  /** The record ends today: what is owed by a later day is done on the last one, and nothing is left open. */
  readonly ends: boolean
  /** The day on which something due on that day is done; undefined where it lies ahead. */
  readonly doneBy: (day: number) => number | undefined
  /** Goes on by so many days, or not at all where that is after today. @returns whether it did */
  readonly wait: (days: number) => boolean
  /** What happens on a day that may lie before `now`; the record is put in order of days at the end. @returns the id */
  readonly add: <K extends Kind>(kind: K, by: string, own: Own<K>, on?: number) => string
  /** Whether a fault is to be planted here; asked once for each who could have it. */
  readonly plants: (fault: FaultName) => boolean
  readonly plant: (planted: Planted) => void
  readonly planted: readonly Planted[]
  readonly entries: readonly Entry[]
  readonly party: (party: Party) => string
  readonly parties: ReadonlyMap<string, Party>
  readonly record: () => RecordFile
}

export function newSheet(
  who: Someone,
  chance: Chance,
  faults: Faults,
  days: { readonly from: number; readonly today: number; readonly ends: boolean },
): Sheet {
  let now = days.from
  const counts = new Map<Kind, number>()
  const entries: Entry[] = []
  const planted: Planted[] = []
  const parties = new Map<string, Party>()
  const party = (one: Party): string => {
    if (!parties.has(one.id)) parties.set(one.id, one)
    return one.id
  }
  party({ id: who.id, name: who.name, role: 'person' })
  return {
    who,
    chance,
    faults,
    today: days.today,
    ends: days.ends,
    doneBy: (day) => (day <= days.today ? day : days.ends ? days.today : undefined),
    now: () => now,
    day: () => dayFromNumber(now),
    wait: (more) => {
      if (now + more > days.today) return false
      now += more
      return true
    },
    add: (kind, by, own, on = now) => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      const id = `${kind}-${count}`
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a kind with what that kind holds is an entry
      entries.push({ id, kind, on: whenOfDay(dayFromNumber(on)), by, ...own } as unknown as Entry)
      return id
    },
    plants: (fault) => faults[fault] > 0 && chance.happens(faults[fault]),
    plant: (one) => void planted.push(one),
    planted,
    entries,
    party,
    parties,
    record: () => ({
      format: FORMAT,
      person: personOf(who),
      parties: [...parties.values()],
      // A stable order: what was told first on a day stays first.
      entries: entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    }),
  }
}

const personOf = ({ id, name, born, formats, language }: Someone): RecordFile['person'] => ({
  id,
  name,
  born: whenOfDay(born),
  ...(formats.length === 0 && language === undefined
    ? {}
    : {
        communication: {
          ...(language === undefined ? {} : { language, interpreter: language }),
          ...(formats.length === 0 ? {} : { formats: [...formats] }),
        },
      }),
})
