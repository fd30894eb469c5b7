import { allows, placeOf } from './access.ts'
import type { Entry } from './entries.ts'
import { accessRows } from './standing.ts'
import { type RecordState, foldRecord } from './state.ts'

// The same as the database's policies, said once more of somebody who need not be signed in: for what is sent to them.

/**
 * The record as one of its parties sees it, as far as it is seen here: without what is withheld from them and without the
 * parts that are not theirs to read. Nobody sees more by this than by their own sign-in.
 */
export function seenBy(state: RecordState, party: string): RecordState {
  const seats = accessRows(state, { accountOf: (id) => id, teamOf: () => undefined }, state.on).filter(
    (row) => row.party === party,
  )
  const entries = state.told
    .map(({ entry }) => entry)
    .filter((entry) => {
      if (entry.withheld?.from.some((from) => seats.some(({ seesAs }) => seesAs.includes(from))) === true) {
        return false
      }
      const { resource, owner } = placeOf(entry, (id) => state.told.find((one) => one.entry.id === id)?.entry)
      return seats.some(
        ({ relationship }) =>
          allows(relationship, resource, 'read') ||
          (owner === party && allows(relationship, resource, 'read-own')),
      )
    })
  return withEntries(state, entries)
}

/** The record without what is withheld from somebody: for what another's letter says when a copy goes to them. */
export const withoutWithheld = (state: RecordState, party: string): RecordState =>
  state.told.some(({ entry }) => entry.withheld?.from.includes(party) === true)
    ? withEntries(
        state,
        state.told.map(({ entry }) => entry).filter((entry) => entry.withheld?.from.includes(party) !== true),
      )
    : state

const withEntries = ({ person, parties, policy, on }: RecordState, entries: readonly Entry[]): RecordState =>
  foldRecord(
    { person, parties: [...parties.values()], entries, ...(policy === undefined ? {} : { policy }) },
    on,
  )
