import type { PlainDate } from '../dates/plain-date.ts'
import type { Level } from '../outcomes/ladder.ts'
import type { Topic } from '../outcomes/topics.ts'
import type { OwnPrice } from './prices.ts'

/**
 * One thing that somebody said about a topic. `times` is how often a week help is needed, `minutes` how long each time, `people`
 * how many helpers at once. A statement that is `disputed` is never counted. `hoped` is carried so that a test can show that it
 * moves nothing: nobody's budget falls for hoping little.
 */
export type Said = {
  readonly entry: string
  readonly topic: Topic
  /** A party's id, and the name that a reason gives. */
  readonly saidBy: string
  readonly saidByName: string
  readonly on: PlainDate
  readonly level?: Level
  readonly times?: number
  readonly minutes?: number
  readonly people?: 1 | 2
  readonly night?: boolean
  readonly disputed?: boolean
  readonly hoped?: Level
  /** The disputed entry that this was said against: if that one stands, this gives way to it. */
  readonly against?: string
  /** The carer whom the statement is about; it is then for the carer's own sum alone. */
  readonly about?: string
}

/**
 * What somebody unpaid gives. It comes off only where they are willing and able and have agreed, it is not disputed, and the hours
 * are known. Of several for one carer the last stands. Without `topics` the model's published order says where it comes off.
 */
export type Help = {
  readonly entry: string
  readonly carer: string
  readonly carerName: string
  readonly topics?: readonly Topic[]
  readonly hoursAWeek?: number
  readonly willing: boolean
  readonly able: boolean
  readonly agreed: boolean
  readonly disputed?: boolean
}

/** A need as it was recorded; `of` is the carer, where it is a carer's own need. */
export type RecordedNeed = { readonly id: string; readonly topics: readonly Topic[]; readonly of?: string }

/** That the person has agreed to share a worker with others: `people` in all, themselves included. */
export type Shared = {
  readonly entry: string
  readonly topic: Topic
  readonly people: number
  readonly agreed: boolean
}

/** Everything that an indicative budget is built from. `said` and `help` are oldest first, as a record gives them. */
export type AllocationFacts = {
  readonly needs: readonly RecordedNeed[]
  readonly said: readonly Said[]
  readonly help: readonly Help[]
  readonly on: PlainDate
  readonly prices?: readonly OwnPrice[]
  readonly shared?: readonly Shared[]
}

/** Whose budget: the person's own, or that of one unpaid carer, with the eight carer topics. */
export type Whose = { readonly whose: 'person' } | { readonly whose: 'carer'; readonly carer: string }
export const PERSON: Whose = { whose: 'person' }
