import type { Beside, Unsaid } from '../domain/contracts/beside.ts'
import type { ContractEntry, ContractFile, ContractRole } from '../domain/contracts/entries.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { Query } from '../platform/database/database.ts'

// What a page of a record may know of the contracts under which the person is supported. The ledgers are kept by
// commissioning; the app hands them in, since a page of a record knows no other room.

/** A contract under which the person of the record is supported, as far as the reader may see it. */
export type UnderContract = {
  readonly id: string
  /** where its ledger stood when it was read */
  readonly head: number
  readonly file: ContractFile
  /** how the reader stands to it: `person`, `worker`, … */
  readonly ways: readonly string[]
  /** the parties of the contract as which the reader acts */
  readonly mine: readonly string[]
  /** the reference under which the person is known there */
  readonly person: string
  /** what is said beside the ledger before it counts: notice, and where the person’s support goes */
  readonly beside: readonly Beside[]
}

export type AddedToLedger =
  | { readonly kind: 'kept' }
  | { readonly kind: 'overtaken'; readonly since: readonly ContractEntry[] }
  | { readonly kind: 'wrong'; readonly mistakes: readonly { readonly says: string }[] }
  | { readonly kind: 'denied' }
  | { readonly kind: 'key-reused' }

export type Adding = { readonly expectedHead?: number | undefined; readonly key?: string | undefined }

/** One visit, as planned and as logged. Moments are ISO 8601 in UTC; both of the logged ones, or neither. */
export type VisitSeen = {
  readonly visit: string
  readonly day: PlainDate
  readonly service: string
  readonly worker: string
  readonly plannedStart: string
  readonly plannedEnd: string
  readonly started?: string | undefined
  readonly ended?: string | undefined
  readonly state: 'made' | 'missed' | 'cancelled' | 'no-log'
  /** why it was put right, where it was */
  readonly why?: string | undefined
}

/** Everything of a record that has to do with contracts; each look at it is read anew. */
export type Contracts = {
  readonly under: () => Promise<readonly UnderContract[]>
  readonly visits: (
    under: UnderContract,
    span: { readonly from: PlainDate; readonly to: PlainDate },
  ) => Promise<readonly VisitSeen[]>
  /** in the same transaction as what is added to the record */
  readonly add: (
    contract: string,
    entries: readonly ContractEntry[],
    adding: Adding,
  ) => Promise<AddedToLedger>
  /** who supports the person next, or what they say of it, beside the ledger; the same form sent twice says it once */
  readonly say: (contract: string, says: Unsaid<'next' | 'word'>, key: string) => Promise<boolean>
  /** the reader’s own seat at a contract, as what they are; undefined where there is none for them */
  readonly seat: (
    contract: string,
    role: Exclude<ContractRole, 'provider' | 'reviewer'>,
  ) => Promise<string | undefined>
}

/** How the ledgers are reached from the transaction in which a record is open. */
export type ReachContracts = (query: Query, record: string) => Contracts

/** Where no ledgers are kept. */
export const noContracts: ReachContracts = () => ({
  under: async () => [],
  visits: async () => [],
  add: async () => ({ kind: 'denied' }),
  say: async () => false,
  seat: async () => undefined,
})
