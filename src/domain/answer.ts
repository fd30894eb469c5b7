import type { CitationId } from './care-act/citations.ts'
import type { Topic } from './outcomes/topics.ts'

/** The unit a figure is in: pence (with its period), hours a week, minutes, times a week, a plain count. */
export type Unit =
  | 'pence-a-week'
  | 'pence-an-hour'
  | 'pence-once'
  | 'hours-a-week'
  | 'minutes'
  | 'times-a-week'
  | 'count'
  | 'level'
  | 'share'

export type Figure = { readonly name: string; readonly value: number; readonly unit: Unit }

/**
 * One line of a reason: a whole plain sentence, the figures that went in, the figure that came out,
 * where it stands in law or in the published model, and the entries of the record that it rests on.
 */
export type Step = {
  readonly says: string
  readonly from?: readonly Figure[]
  readonly gives?: Figure
  readonly cites?: readonly CitationId[]
  /** Where in the council's published model or price list, e.g. `Northmoor 2026-27 version 3, hygiene at level 1`. */
  readonly model?: string
  /** Ids of the record's entries that this line rests on. */
  readonly entries?: readonly string[]
}

/** A fact that a rule still lacks: the next question to ask. */
export type FactName =
  | 'level'
  | 'times'
  | 'minutes'
  | 'cause'
  | 'test'
  | 'impact'
  | 'needs'
  | 'health-at-risk'
  | 'willing'
  | 'able'
  | 'price'
  | 'rate'
  | 'cost'

/** `topic`, `entry` or `about` (in words) says what the fact is about; a page turns this into a question in plain words. */
export type MissingFact = {
  readonly fact: FactName
  readonly topic?: Topic
  readonly entry?: string
  readonly about?: string
}

/** What any rule may say. A missing fact is `needs`, never nought and never no. */
export type Answer<T> =
  | { readonly kind: 'known'; readonly value: T; readonly because: readonly Step[] }
  | { readonly kind: 'needs'; readonly facts: readonly MissingFact[] }
  | { readonly kind: 'does-not-apply'; readonly because: readonly Step[] }

export const known = <T>(value: T, because: readonly Step[]): Answer<T> => ({ kind: 'known', value, because })
export const needs = (facts: readonly MissingFact[]): Answer<never> => ({ kind: 'needs', facts })
export const doesNotApply = (because: readonly Step[]): Answer<never> => ({ kind: 'does-not-apply', because })

/** A rule's refusal: a sentence and the figures that caused it, so that a page need not work them out again. */
export type Refusal = {
  readonly says: string
  readonly figures?: readonly Figure[]
  readonly cites?: readonly CitationId[]
}
