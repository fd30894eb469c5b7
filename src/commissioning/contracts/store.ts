/**
 * The ledgers of contracts in the database: append and read, as `record/log.ts` is for records. Nothing else writes to a
 * contract. Everything that is read comes through the database's own walls (migration 0007): what a reader may not see is not
 * in what they get. The parts are in the files beside this one.
 */
export type { Way } from './ways.ts'
export {
  type ContractLine,
  type OpenContract,
  type PersonSeen,
  contractOfRecord,
  contractsSeen,
  contractsStanding,
  openContract,
} from './store-read.ts'
export { type SumsKept, type SumsSoFar, sumsKept } from './sums-kept.ts'
export { ledgerWithVisits } from './store-ledger.ts'
export { type AppendedToContract, type Adding, appendToContract, takeSeat } from './store-append.ts'
export {
  type ByCouncil,
  type OpenedLedger,
  addByCouncil,
  letIn,
  openLedger,
  whoCanSit,
  wasSent,
} from './store-council.ts'
export { type Candidates, candidateBy, candidatesFor } from './store-candidates.ts'
export {
  type ContractIncoming,
  exportContract,
  importContracts,
  importContractsWithin,
  linkPerson,
} from './store-import.ts'
export {
  type VisitsAdded,
  type VisitsAsked,
  addVisits,
  importVisits,
  visitLog,
  visitsOf,
} from './store-visits.ts'
export type { KeptVisit, NewVisit, VisitState } from './view-visits.ts'
export type { Note, NoteBody } from './view-notes.ts'
export { addNote, notesOf, wasNoted } from './store-notes.ts'
export { type ContractFault, type ContractsVerified, verifyContracts } from './store-verify.ts'
