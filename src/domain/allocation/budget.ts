import type { MissingFact, Step } from '../answer.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Pence } from '../money/pence.ts'
import type { Level } from '../outcomes/ladder.ts'
import type { Topic } from '../outcomes/topics.ts'
import type { PriceInForce } from './prices.ts'
import type { Reason } from './reason.ts'
import type { BudgetTopic } from './slots.ts'
import type { Form } from './support.ts'

/** Hours a week: what is needed as if nobody helped, what unpaid help takes off, what is paid for. */
export type Hours = { readonly need: number; readonly offset: number; readonly paid: number }

/** What one unpaid carer gives to a line, in hours a week. */
export type Given = {
  readonly carer: string
  readonly carerName: string
  readonly hours: number
  readonly entry: string
}

export type LineKind = 'support' | 'night' | 'sharing' | 'travel' | 'contingency'

/**
 * One line of an indicative budget. `id` is the topic, or `sharing-community`, `travel-community`, `contingency`. `weekly` is rounded
 * once; the lines' `weekly`, `low` and `high` add up to the budget's. A sharing line is below nought; where a range spans two
 * voices its `low` belongs to the low sum and may stand above its `weekly`.
 */
export type Line = {
  readonly id: string
  readonly kind: LineKind
  readonly topic: BudgetTopic | 'contingency'
  readonly level: Level | null
  readonly hours: Hours
  readonly givenBy: readonly Given[]
  readonly form: Form | null
  /** `null` on the lines that have no price of their own: sharing and contingency. */
  readonly price: PriceInForce | null
  readonly weekly: Pence<'week'>
  readonly low: Pence<'week'>
  readonly high: Pence<'week'>
  /** Some figure of it is the model's typical support, not this person's own words. */
  readonly typical: boolean
  /** `because(line)` writes them out, where somebody reads them. */
  readonly reasons: readonly Reason[]
  /** Ids of the entries that the line rests on: if one is disputed or corrected, so is the line. */
  readonly restsOn: readonly string[]
}

/** Something bought once; summed apart, never in the week. */
export type OnceLine = {
  readonly id: string
  readonly topic: BudgetTopic
  readonly what: string
  readonly form: Form
  readonly once: Pence<'once'>
  readonly low: Pence<'once'>
  readonly high: Pence<'once'>
  readonly because: readonly Step[]
  readonly restsOn: readonly string[]
}

/**
 * What may be on the table, before a plan. Always indicative: a plan's cost decides. `stillNeeds` are facts without which a topic
 * could not be counted; the lines that are there stand without them, so that one missing fact does not hide the rest.
 */
export type IndicativeBudget = {
  readonly weekly: Pence<'week'>
  readonly low: Pence<'week'>
  readonly high: Pence<'week'>
  readonly lines: readonly Line[]
  readonly once: readonly OnceLine[]
  readonly onceTotal: {
    readonly once: Pence<'once'>
    readonly low: Pence<'once'>
    readonly high: Pence<'once'>
  }
  readonly model: { readonly name: string; readonly version: number; readonly from: PlainDate }
  readonly on: PlainDate
  /** The week as if nobody helped unpaid. */
  readonly asIfNoCarer: Pence<'week'>
  readonly stillNeeds: readonly MissingFact[]
  /** Spoken of as a need, or recorded as one, but not in the sum, and why. */
  readonly notCounted: readonly {
    readonly topic: Topic
    readonly why: 'no-need-recorded' | 'no-line-in-the-model'
    readonly entries: readonly string[]
  }[]
  readonly needsRecorded: boolean
}
