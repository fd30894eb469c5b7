import type { Entry } from '../../record/entries.ts'
import type { RecordState } from '../../record/state.ts'

// What came before what. On one day the order of the record decides, so this asks for places and not for days.

const places = new WeakMap<RecordState, ReadonlyMap<Entry, number>>()

/** The place of an entry among those that stand; -1 where there is no entry, which is before everything. */
export function placeOf(state: RecordState, entry: Entry | undefined): number {
  let known = places.get(state)
  if (known === undefined) {
    known = new Map(state.entries.map((each, place) => [each, place]))
    places.set(state, known)
  }
  return entry === undefined ? -1 : (known.get(entry) ?? -1)
}

export const comesAfter = (state: RecordState, entry: Entry, other: Entry | undefined): boolean =>
  placeOf(state, entry) > placeOf(state, other)

/** Those that came after `from` (from the beginning where there is none) and before `to` (to the end where there is none). */
export const between = <E extends Entry>(
  state: RecordState,
  entries: readonly E[],
  from: Entry | undefined,
  to?: Entry,
): readonly E[] =>
  entries.filter(
    (entry) => comesAfter(state, entry, from) && (to === undefined || comesAfter(state, to, entry)),
  )

/** The entry that stands under a reference is this one, also where either was corrected. */
export const refersTo = (state: RecordState, reference: string | undefined, entry: Entry): boolean =>
  reference !== undefined && state.byId.get(reference)?.id === entry.id
