import type { Pence } from '../money/pence.ts'

/** The four ways of paying, as councils in England have used them (docs/contracts.md says which council, and what came of it). */
export const MODELS = ['indicators', 'outcome-fee', 'tapering', 'lead-provider'] as const
export type Model = (typeof MODELS)[number]

/** What support is counted and priced in. */
export const SERVICE_UNITS = ['hour', 'visit', 'night', 'day', 'week'] as const
export type ServiceUnit = (typeof SERVICE_UNITS)[number]

export type Service = { readonly id: string; readonly what: string; readonly unit: ServiceUnit }

/**
 * `sustainable-rate`: what is paid for a period is never below the care given at the council's published sustainable
 * rate. `none`: terms as they were once written, loaded to be studied.
 */
export const FLOORS = ['sustainable-rate', 'none'] as const
export type FloorRule = (typeof FLOORS)[number]

/** Measures that no money is paid for, and that stop outcome money where they get worse. */
export const GUARD_MEASURES = ['waits', 'hand-backs', 'complaints', 'missed-visits'] as const
export type GuardMeasure = (typeof GUARD_MEASURES)[number]

/**
 * `baseline` is where the measure stood before the contract, `allowed` how much worse it may get before money waits.
 * Waits are days from referral to acceptance; the others are shares from 0 to 1.
 */
export type Guard = {
  readonly measure: GuardMeasure
  readonly baseline: number
  readonly allowed: number
}

/** An outcome that is counted over people. No money hangs on it. */
export type Indicator = { readonly id: string; readonly what: string }

/** An outcome that a part of a pool hangs on. Shares from 0 to 1; the weights of all measures add up to 1. */
export type PoolMeasure = Indicator & {
  readonly weight: number
  readonly floor: number
  readonly target: number
  /** what would have happened anyway; never above the floor, so that nothing is paid for it */
  readonly anyway: number
}

export const PAY_PERIODS = ['week', 'month', 'quarter', 'year'] as const

type EveryTerms = {
  readonly services: readonly Service[]
  readonly floor: FloorRule
  readonly guards: readonly Guard[]
  /** how often it is settled */
  readonly settled: (typeof PAY_PERIODS)[number]
}

export type IndicatorTerms = EveryTerms & {
  readonly model: 'indicators'
  readonly measures: readonly Indicator[]
}

export type OutcomeFeeTerms = EveryTerms & {
  readonly model: 'outcome-fee'
  readonly measures: readonly Indicator[]
  /** the share of the value that no outcome hangs on, 0 to 1 */
  readonly upfront: number
  /** the share of outcomes that would have been reached anyway, 0 to 1: nothing is paid for it */
  readonly anyway: number
  /** days after an outcome was reached when it is looked at again */
  readonly again: number
}

/** Each year after the first: the share that the value falls by, and the uplift on top, both 0 to 1. */
export type TaperYear = { readonly falls: number; readonly uplift: number }

export type TaperingTerms = EveryTerms & {
  readonly model: 'tapering'
  readonly measures: readonly Indicator[]
  readonly value: Pence<'year'>
  readonly years: readonly TaperYear[]
}

/** A group of the population, how many people are in it and what is paid for one of them a year. */
export type Group = {
  readonly id: string
  readonly what: string
  readonly people: number
  readonly each: Pence<'year'>
}

/** What terms here always leave with the council. Whoever does it for a council, it answers for it (Care Act s5, s9, s13, s79). */
export const COUNCIL_DUTIES = ['assessment', 'eligibility', 'sufficiency'] as const

export type LeadProviderTerms = EveryTerms & {
  readonly model: 'lead-provider'
  readonly measures: readonly PoolMeasure[]
  readonly groups: readonly Group[]
  /** the council's share of what the actual cost differs by, 0 to 1 */
  readonly share: number
  /** how far the actual cost is followed, as a share of the sum for the population, 0 to 1 */
  readonly corridor: number
  readonly pool: Pence<'year'>
  readonly council: readonly (typeof COUNCIL_DUTIES)[number][]
}

export type Terms = IndicatorTerms | OutcomeFeeTerms | TaperingTerms | LeadProviderTerms
