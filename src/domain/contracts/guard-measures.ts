import { daysBetween } from '../dates/plain-date.ts'
import { careIn } from './care.ts'
import { type Ledger, entryOf, every, peopleOn } from './ledger.ts'
import type { Shown } from './settlement.ts'
import { type Span, holdsDay } from './span.ts'
import type { Guard, GuardMeasure, Terms } from './terms.ts'

/** With fewer people than this no money hangs on a rate: at 50 people the 95% limits round 0.75 are still 0.12 wide each way. */
export const FEWEST_PEOPLE = 50

/** What is watched, over how many people. */
type Seen = { readonly value: number; readonly people: number; readonly entries: readonly string[] }

const MEASURE: Readonly<Record<GuardMeasure, (ledger: Ledger, period: Span) => Seen>> = {
  waits: (ledger, period) => {
    const waits = every(ledger, 'accepted')
      .filter(({ on }) => holdsDay(period, on))
      .flatMap((accepted) => {
        const referred = entryOf(ledger, 'referred', accepted.referral)
        return referred === undefined
          ? []
          : [{ days: daysBetween(referred.on, accepted.on), id: accepted.id }]
      })
    const total = waits.reduce((sum, { days }) => sum + days, 0)
    return {
      value: waits.length === 0 ? 0 : total / waits.length,
      people: waits.length,
      entries: waits.map(({ id }) => id),
    }
  },
  'hand-backs': (ledger, period) => {
    const back = every(ledger, 'handed-back').filter(({ on }) => holdsDay(period, on))
    const people = new Set([...peopleOn(ledger, period.to), ...back.map(({ person }) => person)]).size
    return {
      value: people === 0 ? 0 : back.length / people,
      people,
      entries: back.map(({ id }) => id),
    }
  },
  complaints: (ledger, period) => {
    const complaints = [...every(ledger, 'challenged'), ...every(ledger, 'contested')].filter(({ on }) =>
      holdsDay(period, on),
    )
    const people = peopleOn(ledger, period.to).length
    return {
      value: people === 0 ? 0 : complaints.length / people,
      people,
      entries: complaints.map(({ id }) => id),
    }
  },
  'missed-visits': (ledger, period) => {
    const care = careIn(ledger, period).filter(({ visits }) => visits > 0)
    const visits = care.reduce((sum, each) => sum + each.visits, 0)
    const missed = care.reduce((sum, each) => sum + each.missed, 0)
    return {
      value: visits === 0 ? 0 : missed / visits,
      people: new Set(care.map(({ person }) => person)).size,
      entries: care.filter((each) => each.missed > 0).flatMap(({ entries }) => entries),
    }
  },
}

const WORDS: Readonly<Record<GuardMeasure, string>> = {
  waits: 'Time from referral to acceptance',
  'hand-backs': 'People handed back',
  complaints: 'Challenges and contests for each person',
  'missed-visits': 'Visits missed',
}

const round = (value: number): number => Math.round(value * 1000) / 1000

const inWords = (measure: GuardMeasure, value: number): string =>
  measure === 'waits' ? `${Math.round(value * 10) / 10} days` : `${Math.round(value * 1000) / 10}%`

export type GuardSeen = { readonly guard: Guard; readonly isWorse: boolean; readonly counts: boolean } & Shown

/** Where the measures stand that nobody is paid for. With few people they are shown, and stop nothing. */
export const guardsIn = (terms: Terms, ledger: Ledger, period: Span): readonly GuardSeen[] =>
  terms.guards.map((guard) => {
    const { value, people, entries } = MEASURE[guard.measure](ledger, period)
    const limit = guard.baseline + guard.allowed
    const isWorse = value > limit
    const counts = people >= FEWEST_PEOPLE
    const seen =
      people === 0
        ? 'nobody to count in this period'
        : `${inWords(guard.measure, value)} over ${people === 1 ? '1 person' : `${people} people`}`
    const few = counts ? '' : ` With fewer than ${FEWEST_PEOPLE} people it stops no money.`
    return {
      guard,
      isWorse,
      counts,
      measure: guard.measure,
      value: round(value),
      limits: [0, round(limit)],
      because: [
        {
          says: `${WORDS[guard.measure]}: ${seen}; ${inWords(guard.measure, guard.baseline)} before the contract, and up to ${inWords(guard.measure, limit)} is allowed.${few}`,
          from: [
            { name: 'people', value: people, unit: 'count' },
            { name: 'before', value: guard.baseline, unit: guard.measure === 'waits' ? 'count' : 'share' },
          ],
          gives: { name: guard.measure, value, unit: guard.measure === 'waits' ? 'count' : 'share' },
          entries,
        },
      ],
    }
  })
