import { type Count, type Standing, countOpen, standingFindings } from '../domain/checks/answered.ts'
import { type Owed, owed } from '../domain/checks/owed.ts'
import { standardsFor } from '../domain/checks/standards.ts'
import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { type CaseloadLine, type OneOfMany, openMany } from '../record/log.ts'
import { type RecordState, foldRecord, workerOf } from '../record/state.ts'
import { dayOfWhen } from '../record/values.ts'
import type { Query } from '../platform/database/database.ts'
import { sightOf } from './sight.ts'

// What the checks find across many records, for lists: only in those that the reader may read whole, since counts
// cannot say what they leave out. Nothing is shown here but numbers, so it is no look at a record.

/** How many findings are open in a record, how grave, and the day of the oldest entry that one is about. */
export type Found = {
  readonly count: Count
  readonly since: PlainDate | undefined
  /** what is owed and whose move it is, the latest first */
  readonly owed: readonly Owed[]
  /** who works with the person now, by name; nobody, where it is nobody's */
  readonly worker: string | undefined
}

/** So many records are read at one time, so that others are served in between. */
const AT_ONCE = 5
/** So many are worked out anew at one time: a page with many new records does not wait for all of them. */
export const MOST_ANEW = 20
const MOST_KEPT = 20_000

/**
 * What was found, by reader, record, where the record stood, and the day: the same again as long as none of them
 * changes. By reader, because something in a record may be withheld from one of them.
 */
export type KeptFindings = Map<string, Found>
export const keptFindings = (): KeptFindings => new Map()

type Across = {
  readonly account: string
  readonly lines: readonly CaseloadLine[]
  readonly today: PlainDate
  /** so many records are counted anew at most */
  readonly most: number
  /** the council's published model, for its prices */
  readonly model: Pick<Model, 'prices'>
}

/** What was found, and in how many records it has still to be counted. */
export type FoundAcross = { readonly found: ReadonlyMap<string, Found>; readonly left: number }

const isReadWhole = ({ relationships }: CaseloadLine): boolean => {
  const sight = sightOf(relationships)
  return sight.kind === 'all-but' && sight.parts.length === 0
}

export async function findingsAcross(
  query: Query,
  kept: KeptFindings,
  { account, lines, today, model, most }: Across,
): Promise<FoundAcross> {
  const whole = lines.filter(isReadWhole)
  const ids = whole.map(({ record }) => record)
  const heads = new Map(whole.map(({ record, head }) => [record, head]))
  const keyOf = (id: string) => `${account} ${id} ${heads.get(id)} ${today}`
  const uncounted = ids.filter((id) => !kept.has(keyOf(id)))
  const missing = uncounted.slice(0, most)
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    for (const record of await openMany(query, missing.slice(from, from + AT_ONCE))) {
      kept.set(keyOf(record.id), foundIn(record, today, model))
    }
  }
  const found = ids.flatMap((id): readonly (readonly [string, Found])[] => {
    const one = kept.get(keyOf(id))
    return one === undefined ? [] : [[id, one]]
  })
  forgetOldest(kept)
  return { found: new Map(found), left: uncounted.length - missing.length }
}

function foundIn(record: OneOfMany, today: PlainDate, model: Across['model']): Found {
  const state = foldRecord(record, today)
  const standings = standingFindings(state, standardsFor(state.policy, model))
  return {
    count: countOpen(standings),
    since: oldestDay(state, standings),
    owed: owed(state),
    worker: workerIn(state),
  }
}

const workerIn = (state: RecordState): string | undefined => {
  const worker = workerOf(state)
  return worker === undefined ? undefined : state.parties.get(worker)?.name
}

const oldestDay = (state: RecordState, standings: readonly Standing[]): PlainDate | undefined =>
  standings
    .filter(({ kind }) => kind !== 'answered')
    .flatMap(({ finding }) => finding.entries.flatMap((id) => state.byId.get(id) ?? []))
    .map((entry) => dayOfWhen(entry.on))
    .toSorted()[0]

/** A map gives back its keys in the order in which they were put in. */
function forgetOldest(kept: KeptFindings): void {
  for (const key of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(key)
  }
}
