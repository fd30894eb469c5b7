import type { Check, Hit } from '../src/domain/checks/check.ts'
import { standardsFor } from '../src/domain/checks/standards.ts'
import type { ARecord } from './a-record.ts'

/** What one check finds in a record as it stood on a day: that of its last entry where none is given. */
export function hits(check: Check, record: ARecord, on?: string): readonly Hit[] {
  const state = record.state(on)
  return check.find(state, standardsFor(state.policy))
}

/** The entries that it finds something about, for the shortest tests. */
export const hitEntries = (check: Check, record: ARecord, on?: string): readonly (readonly string[])[] =>
  hits(check, record, on).map(({ entries }) => entries)
