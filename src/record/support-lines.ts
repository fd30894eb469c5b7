import type { SupportUnit } from '../domain/allocation/support.ts'
import { dayOfEntry } from '../domain/checks/clocks.ts'
import { unitsInWords } from '../domain/checks/council-support.ts'
import { comesAfter } from '../domain/checks/order.ts'
import { type Plan, type PlanLine, isNamed, issuedPlans, lineOf } from '../domain/checks/plan-lines.ts'
import { standardsFor } from '../domain/checks/standards.ts'
import { type Waiting, waitingFor } from '../domain/checks/waiting.ts'
import { type PlainDate, dateInWords, daysBetween } from '../domain/dates/plain-date.ts'
import type { EntryOf } from './entries.ts'
import { type Dispute, type RecordState, all, find, openDisputesOf, planInForce } from './state.ts'
import { dayOfWhen } from './values.ts'

// What the plan gives and what came of it: for the support’s own pages, and for every first page on which a gap is told.

/** What a provider told of one stretch of time, held against the plan. */
export type Period = {
  readonly entry: EntryOf<'support-delivered'>
  readonly from: PlainDate
  readonly to: PlainDate
  /** what the plan gives in these days, in the line's unit; nothing where the line is not weekly */
  readonly agreed: number | undefined
  /** what was to come: what the plan gives, or what the provider planned where that is more */
  readonly due: number
  readonly delivered: number
  /** `due` less `delivered`; 0 where all of it came */
  readonly gap: number
  /** the provider planned less than the plan gives */
  readonly plannedLess: boolean
  readonly disputes: readonly Dispute[]
}

/** A line of the plan, and what became of it. */
export type SupportLine = {
  readonly plan: Plan
  readonly line: PlanLine
  readonly started: EntryOf<'support-started'> | undefined
  readonly ended: EntryOf<'support-ended'> | undefined
  readonly standing: 'waiting' | 'running' | 'ended'
  /** the start that is written down for a day to come, where it was not taken back */
  readonly coming: EntryOf<'support-started'> | undefined
  /** the end that is written down for a day to come, of a line that runs */
  readonly ending: EntryOf<'support-ended'> | undefined
  /** how long its start has been waited for */
  readonly clock: Waiting | undefined
  /** the latest first */
  readonly periods: readonly Period[]
}

/** Counts with fractions of hours: what differs by less is the same. */
const SAME = 1e-6
const DAYS_A_WEEK = 7

/** What is counted in these is given by the day: a week's amount can be shared out over some days. */
const BY_THE_WEEK: readonly SupportUnit[] = ['hour', 'night', 'day', 'visit', 'mile', 'week']

const roundToHundredth = (amount: number): number => Math.round(amount * 100) / 100

const agreedIn = (line: PlanLine, days: number): number | undefined =>
  BY_THE_WEEK.includes(line.unit) ? roundToHundredth((line.amount * days) / DAYS_A_WEEK) : undefined

function periodOf(state: RecordState, entry: EntryOf<'support-delivered'>, line: PlanLine): Period {
  const from = dayOfWhen(entry.from)
  const to = dayOfWhen(entry.to)
  const days = daysBetween(from, to) + 1
  // A stretch of some days says little of a week’s plan: visits need not be spread evenly.
  const agreed = days % DAYS_A_WEEK === 0 ? agreedIn(line, days) : undefined
  const due = Math.max(entry.planned, agreed ?? 0)
  return {
    entry,
    from,
    to,
    agreed,
    due,
    delivered: entry.delivered,
    gap: entry.delivered < due - SAME ? roundToHundredth(due - entry.delivered) : 0,
    plannedLess: agreed !== undefined && entry.planned < agreed - SAME,
    disputes: openDisputesOf(state, entry.id),
  }
}

/**
 * The start of a line, in whatever version of the plan: the same id is the same line. Where the same provider began earlier
 * than was written down first, the earlier day counts; after an end, what began after it.
 */
function lastStart(state: RecordState, line: PlanLine): EntryOf<'support-started'> | undefined {
  const starts = all(state, 'support-started').filter((started) => isNamed(line, started.line))
  const ends = all(state, 'support-ended').filter((ended) => isNamed(line, ended.line))
  let first = starts.at(-1)
  for (const earlier of starts.toReversed().slice(1)) {
    const later = first
    if (later === undefined || earlier.provider !== later.provider) break
    if (ends.some((end) => comesAfter(state, end, earlier) && comesAfter(state, later, end))) break
    first = earlier
  }
  return first
}

/** What is written down for days to come. A start with an end on the same day was taken back. */
function aheadOf(state: RecordState, line: PlanLine): Pick<SupportLine, 'coming' | 'ending'> {
  const starts = state.ahead.filter((entry) => entry.kind === 'support-started')
  const ends = state.ahead.filter((entry) => entry.kind === 'support-ended')
  const ofLine = <E extends { readonly line: string | number }>(entries: readonly E[]) =>
    entries.filter((entry) => isNamed(line, entry.line))
  const ending = ofLine(ends).filter((end) => !starts.some((start) => takenBack(start, end)))
  return {
    coming: ofLine(starts).find((start) => !ends.some((end) => takenBack(start, end))),
    ending: ending[0],
  }
}

const takenBack = (start: EntryOf<'support-started'>, end: EntryOf<'support-ended'>): boolean =>
  String(start.line) === String(end.line) && dayOfEntry(start) === dayOfEntry(end)

const endAfter = (state: RecordState, line: PlanLine, started: EntryOf<'support-started'> | undefined) =>
  all(state, 'support-ended').findLast(
    (ended) => isNamed(line, ended.line) && comesAfter(state, ended, started),
  )

function supportLine(state: RecordState, plan: Plan, line: PlanLine): SupportLine {
  const started = lastStart(state, line)
  const ended = endAfter(state, line, started)
  const standing = ended !== undefined ? 'ended' : started === undefined ? 'waiting' : 'running'
  const { coming, ending } = aheadOf(state, line)
  const clock =
    standing === 'waiting' && line.funder === 'council'
      ? waitingFor(state, {
          from: dayOfEntry(plan),
          count: standardsFor(state.policy)['start-days'],
          unit: 'days',
          stages: ['support'],
          what: 'Its start',
        })
      : undefined
  const periods = all(state, 'support-delivered')
    .filter((entry) => isNamed(line, entry.line))
    // What came under an earlier version is held against what that version gave.
    .map((entry) => periodOf(state, entry, lineOf(find(state, 'plan', entry.plan), entry.line) ?? line))
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  return {
    plan,
    line,
    started,
    ended,
    standing,
    coming,
    ending: standing === 'running' ? ending : undefined,
    clock,
    periods,
  }
}

/** The lines of the plan in force. */
export function supportLines(state: RecordState): readonly SupportLine[] {
  const plan = planInForce(state)
  return plan === undefined ? [] : plan.lines.map((line) => supportLine(state, plan, line))
}

/** Lines of earlier plans that are in no plan any more, and that something came of. */
export function earlierLines(state: RecordState): readonly SupportLine[] {
  const now = planInForce(state)?.lines ?? []
  const seen = new Set(now.map(({ line }) => String(line)))
  return issuedPlans(state)
    .toReversed()
    .flatMap((plan) =>
      plan.lines.flatMap((line): readonly SupportLine[] => {
        if (seen.has(String(line.line))) return []
        seen.add(String(line.line))
        const support = supportLine(state, plan, line)
        return support.started === undefined ? [] : [support]
      }),
    )
}

export type Gap = { readonly support: SupportLine; readonly period: Period }

const LATELY = 28

/** What did not come in the last four weeks that were told of, the latest first: for everybody to see at once. */
export const gaps = (state: RecordState): readonly Gap[] =>
  [...supportLines(state), ...earlierLines(state)]
    .flatMap((support) => {
      const last = support.periods[0]?.to
      return support.periods
        .filter(({ gap, to }) => gap > 0 && last !== undefined && daysBetween(to, last) < LATELY)
        .map((period) => ({ support, period }))
    })
    .toSorted((a, b) => (a.period.to < b.period.to ? 1 : a.period.to > b.period.to ? -1 : 0))

/** `5 of 7 hours` */
export const cameInWords = ({ delivered, due }: Pick<Period, 'delivered' | 'due'>, line: PlanLine): string =>
  `${roundToHundredth(delivered)} of ${unitsInWords(due, line.unit)}`

/** `2 to 8 November 2026`, or with both months where they differ. */
export function daysInWords({ from, to }: Pick<Period, 'from' | 'to'>): string {
  if (from === to) return dateInWords(from)
  const [day = '', month = '', year = ''] = dateInWords(from).split(' ')
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day} to ${dateInWords(to)}`
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${day} ${month} to ${dateInWords(to)}`
    : `${day} ${month} ${year} to ${dateInWords(to)}`
}
