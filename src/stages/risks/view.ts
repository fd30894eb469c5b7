import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import { type PlainDate, daysBetween } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Headed, dayFromWords, readHeaded } from '../../record/headed-words.ts'
import { type RecordState, all, foldRecord } from '../../record/state.ts'
import { type Told, toldLater } from '../../record/told-later.ts'

/** What a weighed risk keeps in its note, since its kind has no key for it. */
export const RISK_HEADINGS = {
  whom: 'For whom:',
  understands: 'What the person understands:',
  again: 'Look at it again on:',
} as const

export type RiskView = {
  readonly risk: EntryOf<'risk'>
  readonly told: Headed<keyof typeof RISK_HEADINGS>
  /** the day on which it is to be looked at again */
  readonly again: PlainDate | undefined
  /** that day has come, and nobody has looked since it was weighed */
  readonly due: boolean
  /** the latest of each party, in the order in which they first spoke */
  readonly views: readonly Told<'view'>[]
  /** what somebody thought before and no longer says */
  readonly earlier: readonly Told<'view'>[]
  readonly happened: readonly Told<'happened'>[]
  readonly looked: readonly Told<'looked'>[]
}

export function riskView(state: RecordState, risk: EntryOf<'risk'>): RiskView {
  const told = readHeaded(RISK_HEADINGS, risk.note)
  const again = dayFromWords(told.again)
  const every = toldLater(state, 'view', risk)
  const last = new Map(every.map((view) => [view.later.party, view]))
  const looked = toldLater(state, 'looked', risk)
  const since = looked.at(-1)
  return {
    risk,
    told,
    again,
    due: again !== undefined && again <= state.on && (since === undefined || dayOfEntry(since.note) < again),
    views: [...last.values()],
    earlier: every.filter((view) => last.get(view.later.party) !== view),
    happened: toldLater(state, 'happened', risk),
    looked,
  }
}

/** Every risk that was weighed, the latest first. */
export const risks = (state: RecordState): readonly RiskView[] =>
  all(state, 'risk')
    .map((risk) => riskView(state, risk))
    .toReversed()

/** The record again as it stood, and as far as it was known, on an earlier day. */
export const stateOn = (state: RecordState, on: PlainDate): RecordState =>
  foldRecord(
    {
      person: state.person,
      parties: [...state.parties.values()],
      entries: state.told.map(({ entry }) => entry),
      ...(state.policy === undefined ? {} : { policy: state.policy }),
    },
    on,
  )

/** A risk as it was known and decided on the day when something happened; nothing of it where it was not weighed yet. */
export type KnownThen = {
  readonly decided: RiskView | undefined
  /** the latest finding for each decision that the person was asked about by then */
  readonly capacity: readonly EntryOf<'capacity'>[]
  /** what is in the record today of those days, and was written down only after it */
  readonly later: readonly EntryOf<'statement'>[]
}

/** What was said so long before belongs to the day still. */
const DAYS_BEFORE = 28

export function knownThen(state: RecordState, { risk }: RiskView, on: PlainDate): KnownThen {
  const then = stateOn(state, on)
  // By the id under which it was told: on that day it may not yet have been put right.
  const before = all(then, 'risk').find(({ id }) => state.byId.get(id)?.id === risk.id)
  const byDecision = new Map(all(then, 'capacity').map((found) => [found.decision, found]))
  const later = state.told.flatMap(({ entry, day, recorded }) =>
    entry.kind === 'statement' && day <= on && recorded > on && daysBetween(day, on) <= DAYS_BEFORE
      ? [entry]
      : [],
  )
  return {
    decided: before === undefined ? undefined : riskView(then, before),
    capacity: [...byDecision.values()],
    later,
  }
}

/** A later weighing of the same thing: what was decided anew. */
export const weighedAnew = (state: RecordState, { risk }: RiskView): EntryOf<'risk'> | undefined =>
  all(state, 'risk').findLast(
    (other) =>
      comesAfter(state, other, risk) &&
      other.activity.trim().toLowerCase() === risk.activity.trim().toLowerCase(),
  )
