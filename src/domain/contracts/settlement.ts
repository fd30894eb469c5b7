import type { Answer, Step } from '../answer.ts'
import type { Pence } from '../money/pence.ts'
import type { Ledger } from './ledger.ts'
import type { Span } from './span.ts'
import type { Model, Terms } from './terms.ts'

export type LineKind =
  | 'care'
  | 'upfront'
  | 'outcome'
  | 'anyway'
  | 'value'
  | 'needs'
  | 'population'
  | 'risk-share'
  | 'pool'
  | 'adjusted'
  | 'floor'
  | 'difference'

/** One line of what is paid. A line may take off (a share of the risk, an adjustment, a difference). */
export type Line = {
  readonly kind: LineKind
  readonly what: string
  readonly amount: Pence<'once'>
  readonly because: readonly Step[]
  /** of a difference: the period that was worked out again */
  readonly period?: Span
}

/** Money that is not paid now, and why. `owner` is the party that it waits for. */
export type NotPaid = {
  readonly what: string
  readonly amount: Pence<'once'>
  readonly why: string
  readonly owner?: string
  readonly entries: readonly string[]
}

/** A figure that is shown beside the money, and that no money of this line hangs on. */
export type Shown = {
  readonly measure: string
  readonly value: number
  /** what was expected of these very people, where it is known */
  readonly expected?: number
  /** within which 95% lie by chance alone; for a guard measure, up to where it may go */
  readonly limits?: readonly [low: number, high: number]
  /** within which 99.8% lie by chance alone */
  readonly wideLimits?: readonly [low: number, high: number]
  readonly because: readonly Step[]
}

/** Something that a person should look at before this is paid. It changes nothing by itself. */
export type Warning = {
  readonly flag: 'under-cost' | 'blocked' | 'again' | 'open'
  readonly because: readonly Step[]
}

/** What a model makes of a period, before the floor. What is paid, held and withheld adds up to `worth`. */
export type Worked = {
  readonly lines: readonly Line[]
  readonly held: readonly NotPaid[]
  readonly withheld: readonly NotPaid[]
  readonly shown: readonly Shown[]
  readonly warnings: readonly Warning[]
}

/**
 * What a period is owed. The lines add up to `payable`. Where the period was not settled before, what is paid for it, what is
 * held and what is withheld add up to `worth`: the most that the terms could bring for it, or the floor where that is more.
 */
export type Settlement = Worked & {
  readonly model: Model
  readonly period: Span
  readonly worth: Pence<'once'>
  /** what the period is owed in all, as the facts stand today */
  readonly due: Pence<'once'>
  /** what was settled for it before */
  readonly before: Pence<'once'>
  readonly payable: Pence<'once'>
}

/** How each of the four models is worked out: from the terms and what happened to what the period brings. */
export type Work<T extends Terms> = (terms: T, ledger: Ledger, period: Span) => Answer<Worked>

export const NOTHING: Worked = { lines: [], held: [], withheld: [], shown: [], warnings: [] }
