import type { PlainDate } from '../dates/plain-date.ts'
import type { Pence } from '../money/pence.ts'
import type { Level } from '../outcomes/ladder.ts'
import type { Terms } from './terms.ts'

// Everything that can happen to a contract. The file format (src/commissioning/contracts/kinds.ts) is held to these types by the
// compiler. People are known by a reference alone: a contract file holds nobody's name.

/** What every entry holds. `on` is the day it happened, `recorded` the day it was written down where that was later. */
type Every = {
  readonly id: string
  readonly on: PlainDate
  readonly by: string
  readonly recorded?: PlainDate | undefined
  /** the id of an earlier entry of the same kind, which this one takes the place of */
  readonly corrects?: string | undefined
  readonly why?: string | undefined
}

/** So many units of a service. */
export type Amount = { readonly service: string; readonly units: number }

export const RATE_KINDS = ['contract', 'sustainable', 'in-house'] as const
/** What the contract pays, what the council publishes as sustainable, and what it costs the council to do itself. */
export type RateKind = (typeof RATE_KINDS)[number]

/** Reasons that are not the provider's doing: an outcome that falls away for one of them is not held against anybody. */
export const EXCLUSION_REASONS = ['death', 'hospital', 'change-of-mind', 'moved', 'other'] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** Why somebody has fewer hours than before. Only the first is an outcome. */
export const SAVINGS = ['progressed', 'price-or-setting', 'fewer-people', 'cut'] as const
export type Saving = (typeof SAVINGS)[number]

type Kinds = {
  awarded: {
    readonly provider: string
    /** who at the council answers for the contract: whatever waits, waits for them unless somebody else is named */
    readonly manager: string
    readonly from: PlainDate
    readonly to: PlainDate
    readonly zone?: string | undefined
    readonly population?: string | undefined
    readonly terms: Terms
  }
  'rate-set': {
    readonly rate: RateKind
    readonly service: string
    readonly amount: Pence<'unit'>
    readonly from: PlainDate
    readonly source?: string | undefined
  }
  /** `needs`: units a week that meet the person's eligible needs. `chance`: of success, as predicted from the case mix. */
  referred: {
    readonly person: string
    readonly needs?: readonly Amount[] | undefined
    readonly chance?: number | undefined
  }
  accepted: { readonly referral: string }
  declined: { readonly referral: string; readonly why: string }
  /** Outcomes that were agreed together are one package; their weights add up to 1. */
  'outcome-agreed': {
    readonly person: string
    readonly package: string
    readonly goal: string
    readonly weight: number
    readonly from: PlainDate
    readonly due: PlainDate
    readonly estimate: readonly Amount[]
    readonly measure?: string | undefined
    readonly chance?: number | undefined
  }
  /** Care given to one person in some days, in units of the service. `unlogged`: planned, and no log says if it was given. */
  delivered: {
    readonly person: string
    readonly service: string
    readonly line: string
    readonly from: PlainDate
    readonly to: PlainDate
    readonly planned: number
    readonly delivered: number
    readonly unlogged?: number | undefined
    readonly visits?: number | undefined
    readonly missed?: number | undefined
    readonly short?: number | undefined
    readonly workers?: readonly { readonly worker: string; readonly visits: number }[] | undefined
  }
  claimed: {
    readonly outcome: string
    readonly level?: Level | undefined
    readonly says?: string | undefined
  }
  /** `attained`: the goal attainment scale, -2 to 2, 0 as hoped for. For planning; no money hangs on it. */
  confirmed: {
    readonly outcome: string
    readonly reached: boolean
    readonly level?: Level | undefined
    readonly attained?: number | undefined
  }
  contested: { readonly of: string; readonly why: string }
  excluded: {
    readonly outcome: string
    readonly reason: ExclusionReason
    readonly why: string
    /** who at the council approved it, by name */
    readonly approver: string
  }
  remeasured: {
    readonly person: string
    readonly outcome?: string | undefined
    readonly reached?: boolean | undefined
    readonly before?: Level | undefined
    readonly level: Level
  }
  subcontracted: {
    readonly from: string
    readonly to: string
    readonly people: readonly string[]
    readonly rates?: readonly { readonly service: string; readonly amount: Pence<'unit'> }[] | undefined
  }
  challenged: { readonly person: string; readonly says: string; readonly owner?: string | undefined }
  answered: { readonly of: string; readonly upheld: boolean; readonly says: string }
  /** A person's needs change, or the numbers of a population. Less for a person says which kind of less it is. */
  varied: {
    readonly from: PlainDate
    readonly says: string
    readonly person?: string | undefined
    readonly needs?: readonly Amount[] | undefined
    readonly saved?: Saving | undefined
    readonly remeasured?: string | undefined
    readonly groups?: readonly { readonly group: string; readonly people: number }[] | undefined
  }
  'handed-back': { readonly person: string; readonly why: string }
  /** `parts`: what the sum is for, by period: the settled one, and those that were worked out again with it. */
  settled: {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly amount: Pence<'once'>
    readonly parts: readonly {
      readonly from: PlainDate
      readonly to: PlainDate
      readonly amount: Pence<'once'>
    }[]
    /** the care given was read from a log of visits that is not in this file */
    readonly visits?: boolean | undefined
  }
  paid: { readonly settlement: string; readonly amount: Pence<'once'> }
  adjusted: {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly amount: Pence<'once'>
    readonly why: string
    readonly approver: string
  }
  ended: { readonly why: string }
}

export type ContractKind = keyof Kinds
export type ContractEntryOf<K extends ContractKind> = {
  [P in K]: Every & { readonly kind: P } & Kinds[P]
}[K]
export type ContractEntry = ContractEntryOf<ContractKind>

export const CONTRACT_ROLES = [
  'provider',
  'commissioner',
  'manager',
  'social-worker',
  'finance',
  'reviewer',
  'advocate',
  'attorney',
  'deputy',
] as const
export type ContractRole = (typeof CONTRACT_ROLES)[number]
export type ContractParty = { readonly id: string; readonly name: string; readonly role: ContractRole }

/** A contract as its file holds it. */
export type ContractFile = {
  readonly format: 'roundtable/contract@1'
  readonly contract: { readonly id: string; readonly name: string; readonly council: string }
  readonly parties: readonly ContractParty[]
  readonly entries: readonly ContractEntry[]
}
