import type { Step } from '../answer.ts'
import type { Ledger } from '../contracts/ledger.ts'

export const FLAGS = [
  'creaming',
  'parking',
  'exclusions',
  'threshold',
  'last-minute',
  'marking-own-work',
  'easy-goals',
  'relapse',
  'clipped-visits',
  'many-faces',
  'under-cost',
  'concentration',
] as const
export type FlagId = (typeof FLAGS)[number]

/**
 * What one look at a contract found: the figure, and the limit beside it. `chance` is how likely so much is where nothing but
 * chance is at work; it is left out where the figure is plain fact (a price, a share of hours).
 */
export type Look = {
  readonly value: number
  readonly limit: number
  readonly isBeyond: boolean
  readonly chance?: number
  readonly because: readonly Step[]
}

/** A contract's figures held against one way of gaming. Pure. It decides nothing and changes no payment. */
export type IntegrityTest = {
  readonly id: FlagId
  /** what it looks at, in a sentence, for the list of tests */
  readonly looksAt: string
  /** what to talk about with the provider where it shows */
  readonly ask: string
  /** `zone`: the other contracts in the same place */
  readonly find: (ledger: Ledger, zone: readonly Ledger[]) => readonly Look[]
}

/** A figure beyond its limit that chance does not explain: the start of a conversation, and no more. */
export type Flag = Look & { readonly flag: FlagId; readonly ask: string }
