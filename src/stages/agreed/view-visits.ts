import type { ContractEntryOf } from '../../domain/contracts/entries.ts'
import { type Ledger, every } from '../../domain/contracts/ledger.ts'
import { type Span, holdsDay } from '../../domain/contracts/span.ts'
import { type PlainDate, addDays, addMonths, dateInWords, day } from '../../domain/dates/plain-date.ts'
import { visitWords } from './words-visits.ts'

/** One visit, as planned and as logged. Moments are ISO 8601. */
export type VisitSeen = {
  readonly visit: string
  readonly day: PlainDate
  readonly plannedStart: string
  readonly plannedEnd: string
  readonly started?: string | undefined
  readonly ended?: string | undefined
  readonly state: 'made' | 'missed' | 'cancelled' | 'no-log'
  readonly why?: string | undefined
}

/** Under this share of its time a visit is short: the same as where it is paid for. */
const WHOLE = 0.8
/** So many minutes after its time somebody is late: a choice of ours, as most contracts have it. */
const LATE = 15

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const clock = (moment: string): string => CLOCK.format(Date.parse(moment))
const minutes = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

/** A visit in plain words. */
export type VisitTold = {
  readonly visit: string
  readonly day: PlainDate
  /** `08:15 to 09:05` */
  readonly planned: string
  /** `08:40 to 09:05, 25 of 50 minutes`, or that nobody came, or that there is no log */
  readonly came: string
  /** late, short, or put right: each as a sentence */
  readonly notes: readonly string[]
  readonly plannedMinutes: number
  /** as far as it was planned: a long visit does not make up for a short one */
  readonly givenMinutes: number
  readonly state: VisitSeen['state']
  readonly isLate: boolean
  readonly isShort: boolean
}

export function toldOf(seen: VisitSeen): VisitTold {
  const { plannedStart, plannedEnd, started, ended, state, why } = seen
  const planned = minutes(plannedStart, plannedEnd)
  const isLogged = state === 'made' && started !== undefined && ended !== undefined
  const took = isLogged ? minutes(started, ended) : 0
  const after = isLogged ? minutes(plannedStart, started) : 0
  const isLate = after >= LATE
  const isShort = isLogged && took < WHOLE * planned
  return {
    visit: seen.visit,
    day: seen.day,
    planned: `${clock(plannedStart)} to ${clock(plannedEnd)}`,
    came: isLogged
      ? `${clock(started)} to ${clock(ended)}, ${took} of ${planned} minutes`
      : visitWords.states[state],
    notes: [
      ...(isLate ? [visitWords.late(after)] : []),
      ...(isShort ? [visitWords.short(planned - took)] : []),
      ...(why === undefined ? [] : [`${visitWords.putRight} ${why}`]),
    ],
    plannedMinutes: state === 'cancelled' ? 0 : planned,
    givenMinutes: Math.min(took, planned),
    state,
    isLate,
    isShort,
  }
}

export type MonthOfVisits = {
  readonly visits: readonly VisitTold[]
  /** `60 hours and 30 minutes` */
  readonly planned: string
  readonly given: string
  readonly missed: number
  readonly noLog: number
  readonly late: number
  readonly short: number
}

/** `60 hours and 30 minutes` */
export function timeInWords(total: number): string {
  const hours = Math.floor(total / 60)
  const rest = total % 60
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  if (hours === 0) return counted(rest, 'minute')
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} and ${counted(rest, 'minute')}`
}

/** A month’s visits, as planned and as given beside each other. */
export function monthOfVisits(seen: readonly VisitSeen[]): MonthOfVisits {
  const visits = seen.map(toldOf)
  const sumOf = (of: (visit: VisitTold) => number) => visits.reduce((sum, visit) => sum + of(visit), 0)
  const countOf = (is: (visit: VisitTold) => boolean) => visits.filter(is).length
  return {
    visits,
    planned: timeInWords(sumOf(({ plannedMinutes }) => plannedMinutes)),
    given: timeInWords(sumOf(({ givenMinutes }) => givenMinutes)),
    missed: countOf(({ state }) => state === 'missed'),
    noLog: countOf(({ state }) => state === 'no-log'),
    late: countOf(({ isLate }) => isLate),
    short: countOf(({ isShort }) => isShort),
  }
}

/** The months of a contract up to today, the latest first: `2026-11`, `2026-10` … */
export function monthsOf({ span }: Pick<Ledger, 'span'>, today: PlainDate): readonly string[] {
  const months: string[] = []
  const last = span.to < today ? span.to : today
  for (let at = day(`${span.from.slice(0, 7)}-01`); at <= last; at = addMonths(at, 1))
    months.push(at.slice(0, 7))
  return months.toReversed()
}

/** The first day to the last of a month such as `2026-10`. */
export const daysOfMonth = (month: string): Span => {
  const from = day(`${month}-01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The month that is asked for, where the contract has it; the latest where none is. */
export const monthAsked = (months: readonly string[], asked: string): string | undefined =>
  months.includes(asked) ? asked : months[0]

/** What the provider reported as given on a day: what is contested where a visit of that day was not so. */
export const careOn = (
  ledger: Ledger,
  person: string,
  on: PlainDate,
): ContractEntryOf<'delivered'> | undefined =>
  every(ledger, 'delivered').findLast((each) => each.person === person && holdsDay(each, on))

/** `3 October 2026, 08:15 to 09:05` */
export const visitInWords = ({ day: on, planned }: Pick<VisitTold, 'day' | 'planned'>): string =>
  `${dateInWords(on)}, ${planned}`
