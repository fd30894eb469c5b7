import {
  type NewVisit,
  addVisits,
  appendToContract,
  contractsSeen,
  openContract,
  visitLog,
  visitsOf,
} from './commissioning/contracts/store.ts'
import { periodsOf, spansOfVisits } from './commissioning/contracts/view-periods.ts'
import { linesShown, notPaidShown } from './commissioning/contracts/view-settlement.ts'
import { visitsInBrief, whenOf } from './commissioning/contracts/view-visits.ts'
import type { Ledgers, VisitKept } from './commissioning/providers/door.ts'
import { foldContract } from './domain/contracts/ledger.ts'
import { visitsIn } from './exchange/visits-in.ts'
import { keepLook } from './record/log.ts'

type Kept = NewVisit & { readonly turn: number; readonly batch: number }

/** The same visit, as far as it is told in words. */
const told = (visit: VisitKept): Kept => ({
  person: '',
  service: '',
  line: '',
  agreed: 0,
  turn: 0,
  batch: 0,
  ...visit,
})

/** The ledgers of contracts, for the room of whoever gives support: settled and shown as the council settles and sees them. */
export const providerLedgers: Ledgers = {
  list: contractsSeen,
  open: openContract,
  ledger: async (query, opened, on) => {
    const written = foldContract(opened.file, on)
    if (written === undefined) return undefined
    const spans = spansOfVisits(written, on)
    if (spans.length === 0) return written
    const units = new Map(written.award.terms.services.map(({ id, unit }) => [id, unit]))
    const log = await visitLog(query, opened.id, spans, units)
    return log === undefined ? written : (foldContract(opened.file, on, log) ?? written)
  },
  periods: periodsOf,
  lines: linesShown,
  notPaid: notPaidShown,
  add: appendToContract,
  visits: visitsOf,
  bring: async (query, { opened, ledger }, text, why) => {
    const read = await visitsIn(text, ledger)
    if (read.kind === 'refused') return { kind: 'wrong', says: read.says }
    const added = await addVisits(
      query,
      opened.id,
      why === undefined ? read.visits : read.visits.map((visit) => ({ ...visit, why })),
      'pasted in',
    )
    return added.kind === 'wrong'
      ? { kind: 'wrong', says: added.mistakes.map(({ path, says }) => `${path}: ${says}`) }
      : added
  },
  whenOf: (visit) => whenOf(told(visit)),
  inBrief: (visits) => visitsInBrief(visits.map(told)),
  look: (query, record, page) => keepLook(query, record, page, 'provider'),
}
