import { type Ledger, foldContract } from '../../domain/contracts/ledger.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Query } from '../../platform/database/database.ts'
import type { OpenContract } from './store-read.ts'
import { visitLog } from './store-visits.ts'
import { spansOfVisits } from './view-periods.ts'

/**
 * A contract as known on a day. What was given is in the entries; for days of which no entry tells, it is in the visits. Only those
 * days are read from the visits, so that nothing is counted twice. Undefined where it was not awarded yet.
 */
export async function ledgerWithVisits(
  query: Query,
  opened: Pick<OpenContract, 'id' | 'file'>,
  on: PlainDate,
): Promise<Ledger | undefined> {
  const written = foldContract(opened.file, on)
  if (written === undefined) return undefined
  const spans = spansOfVisits(written, on)
  if (spans.length === 0) return written
  const units = new Map(written.award.terms.services.map(({ id, unit }) => [id, unit]))
  const log = await visitLog(query, opened.id, spans, units)
  return log === undefined ? written : (foldContract(opened.file, on, log) ?? written)
}
