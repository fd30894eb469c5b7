import {
  type NewVisit,
  type SumsKept,
  addNote,
  addVisits,
  appendToContract,
  contractsSeen,
  ledgerWithVisits,
  notesOf,
  openContract,
  visitsOf,
  wasNoted,
} from './commissioning/contracts/store.ts'
import { howSaid, named } from './commissioning/contracts/view-evidence.ts'
import { periodsOf, settlementFor } from './commissioning/contracts/view-periods.ts'
import { besideFrom } from './commissioning/contracts/said.ts'
import { ratesOn, termsInWords } from './commissioning/contracts/view-terms.ts'
import { linesShown, notPaidShown } from './commissioning/contracts/view-settlement.ts'
import { isAsPlanned, visitsInBrief, whenOf } from './commissioning/contracts/view-visits.ts'
import type { Ledgers, VisitKept } from './commissioning/providers/door.ts'
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
export const providerLedgers = (sums: SumsKept): Ledgers => ({
  list: contractsSeen,
  open: openContract,
  ledger: ledgerWithVisits,
  periods: periodsOf,
  sums,
  owed: settlementFor,
  terms: (ledger, on) => ({
    terms: termsInWords(ledger),
    prices: ratesOn(ledger, on < ledger.span.to ? on : ledger.span.to),
  }),
  said: ({ typedIn }) => howSaid(typedIn),
  lines: linesShown,
  notPaid: notPaidShown,
  inWords: named,
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
  asPlanned: (visit) => isAsPlanned(told(visit)),
  inBrief: (visits) => visitsInBrief(visits.map(told)),
  beside: async (query, contract) => besideFrom(await notesOf(query, contract)),
  say: async (query, contract, says, key) => (await addNote(query, contract, says, key)).kind === 'kept',
  wasSaid: wasNoted,
  look: (query, record, page) => keepLook(query, record, page, 'provider'),
})
