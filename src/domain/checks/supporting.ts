import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { dateInWords, dayFromNumber, dayNumber, weekday } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry, dueInMonths } from './clocks.ts'
import { unitsInWords } from './council-support.ts'
import { comesAfter, refersTo } from './order.ts'
import { type Plan, type PlanLine, isCouncilFunded, isNamed, lineOf } from './plan-lines.ts'
import { namesOf, unique } from './telling.ts'

type Delivered = EntryOf<'support-delivered'>

/** What was planned and given under one line, a period an entry. */
type Delivery = { readonly plan: Plan; readonly line: PlanLine; readonly periods: readonly Delivered[] }

function deliveriesIn(state: RecordState): readonly Delivery[] {
  const each = new Map<PlanLine, { plan: Plan; line: PlanLine; periods: Delivered[] }>()
  for (const period of all(state, 'support-delivered')) {
    const plan = find(state, 'plan', period.plan)
    const line = lineOf(plan, period.line)
    if (plan === undefined || line === undefined || daysOf(period) < 1) continue
    const known = each.get(line) ?? { plan, line, periods: [] }
    known.periods.push(period)
    each.set(line, known)
  }
  return [...each.values()]
}

const firstDay = (period: Delivered): number => dayNumber(dayOfWhen(period.from))
const lastDay = (period: Delivered): number => dayNumber(dayOfWhen(period.to))
/** A period is given as a whole; what lies half in a window counts by its days. */
const daysOf = (period: Delivered): number => lastDay(period) - firstDay(period) + 1

const WINDOW = 28

type Window = {
  readonly first: number
  readonly planned: number
  readonly delivered: number
  readonly periods: readonly Delivered[]
}

const isWeekend = (number: number): boolean => weekday(dayFromNumber(number)) > 5

/** The sums of the 28 days from a first day; nothing where some day of them, a weekend apart, is in no period. */
function windowFrom(periods: readonly Delivered[], first: number): Window | undefined {
  const last = first + WINDOW - 1
  const inside = periods.filter((period) => firstDay(period) <= last && lastDay(period) >= first)
  const told = new Set<number>()
  let planned = 0
  let delivered = 0
  for (const period of inside) {
    const from = Math.max(first, firstDay(period))
    const to = Math.min(last, lastDay(period))
    for (let number = from; number <= to; number += 1) told.add(number)
    planned += (period.planned * (to - from + 1)) / daysOf(period)
    delivered += (period.delivered * (to - from + 1)) / daysOf(period)
  }
  for (let number = first; number <= last; number += 1) {
    if (!told.has(number) && !isWeekend(number)) return undefined
  }
  return { first, planned, delivered, periods: inside }
}

/** The windows that begin or end where a period does: none between them can be worse at both ends. */
const windowsOf = (periods: readonly Delivered[]): readonly Window[] =>
  unique(periods.flatMap((period) => [firstDay(period), lastDay(period) - WINDOW + 1])).flatMap(
    (first) => windowFrom(periods, first) ?? [],
  )

/** An entry after it that names the line, the need or the entry; a complaint, a review, a new version, another provider. */
function isActedOn(state: RecordState, { plan, line }: Delivery, periods: readonly Delivered[]): boolean {
  const last = periods.reduce((a, b) => (comesAfter(state, b, a) ? b : a))
  const named = [plan.id, ...line.needs, ...periods.map(({ id }) => id)]
  const isNamedIn = (reference: string | undefined): boolean =>
    reference !== undefined && named.some((id) => state.byId.get(id) === state.byId.get(reference))
  return state.entries
    .filter((entry) => comesAfter(state, entry, last))
    .some((entry) => {
      if (entry.kind === 'complaint' || entry.kind === 'review' || entry.kind === 'plan') return true
      if (entry.kind === 'note' || entry.kind === 'dispute') return isNamedIn(entry.of)
      if (entry.kind === 'support-ended')
        return refersTo(state, entry.plan, plan) && isNamed(line, entry.line)
      return entry.kind === 'support-started' && isNamed(line, entry.line) && entry.provider !== line.provider
    })
}

const isShort = ({ planned, delivered }: Window, share: number): boolean =>
  planned > 0 && delivered < planned * share - 1e-9

export const notDelivered: Check = {
  id: 'not-delivered',
  level: 'must',
  cites: ['CA s18'],
  when: 'What was delivered is under the standard over four weeks, and nothing was done about it.',
  find: (state, standards) =>
    deliveriesIn(state)
      .filter(({ line }) => isCouncilFunded(line))
      .flatMap((delivery): readonly Hit[] => {
        const short = windowsOf(delivery.periods)
          .filter((window) => isShort(window, standards['delivered-share']))
          .filter((window) => !isActedOn(state, delivery, window.periods))
        const worst = short.toSorted((a, b) => a.delivered / a.planned - b.delivered / b.planned)[0]
        if (worst === undefined) return []
        const from = dateInWords(dayFromNumber(worst.first))
        const given = `${unitsInWords(worst.delivered, 'week')} of ${unitsInWords(worst.planned, delivery.line.unit)}`
        return [
          {
            entries: unique([
              ...short.flatMap(({ periods }) => periods.map(({ id }) => id)),
              delivery.plan.id,
            ]),
            worker: `“${delivery.line.what}”: in the four weeks from ${from} only ${given} were delivered, and nothing in the record was done about it since.`,
            person: `In the four weeks from ${from} you got ${given} that were planned for “${delivery.line.what}”. The record does not show that anything was done about it.`,
            mend: {
              says: 'Ask the person and the provider what happened, and see that the need is met.',
              where: 'support',
            },
          },
        ]
      }),
}

export const invoicedUndelivered: Check = {
  id: 'invoiced-undelivered',
  level: 'should',
  cites: ['G4'],
  when: 'More was invoiced than was delivered.',
  find: (state) =>
    all(state, 'support-delivered').flatMap((period): readonly Hit[] => {
      if (period.invoiced === undefined || period.invoiced <= period.delivered) return []
      const line = lineOf(find(state, 'plan', period.plan), period.line)
      if (line === undefined) return []
      const invoiced = unitsInWords(period.invoiced, line.unit)
      const dates = `${dateInWords(dayOfWhen(period.from))} to ${dateInWords(dayOfWhen(period.to))}`
      return [
        {
          entries: [period.id],
          worker: `“${line.what}”, ${dates}: ${invoiced} invoiced, ${period.delivered} delivered.`,
          person: `For ${dates} the provider of “${line.what}” asked to be paid for ${invoiced} and gave you ${period.delivered}. You should not pay for what you did not get.`,
          mend: { says: 'Query the invoice, and correct any charge to the person.', where: 'support' },
        },
      ]
    }),
}

const WEEK_AT_MOST = 10
const MANY_WORKERS = 6
const LATE_SHARE = 0.15

/** Visits in a period. A visit is not shorter than half an hour (NICE NG21), so hours hold two visits each at most. */
function visitsIn(period: Delivered, line: PlanLine): number | undefined {
  if (line.unit === 'visit' || line.unit === 'day' || line.unit === 'night') return period.delivered
  return line.unit === 'hour' ? period.delivered * 2 : undefined
}

function handsIn(period: Delivered, line: PlanLine): string | undefined {
  const visits = visitsIn(period, line)
  if ((period.workers ?? 0) > MANY_WORKERS) return `${period.workers} different workers came in a week`
  return visits !== undefined && visits > 0 && (period.late ?? 0) > visits * LATE_SHARE
    ? `${period.late} visits were late`
    : undefined
}

export const manyHands: Check = {
  id: 'many-hands',
  level: 'look',
  cites: ['G4', 'NICE NG21'],
  when: 'More than six different workers come in a week, or over 15% of visits are late.',
  find: (state) =>
    deliveriesIn(state).flatMap(({ line, periods }) =>
      periods.flatMap((period): readonly Hit[] => {
        const says = daysOf(period) > WEEK_AT_MOST ? undefined : handsIn(period, line)
        if (says === undefined) return []
        const from = dateInWords(dayOfWhen(period.from))
        return [
          {
            entries: [period.id],
            worker: `“${line.what}”, the week from ${from}: ${says}.`,
            person: `In the week from ${from}, ${says}. Help works best when the same few people come, and come on time.`,
            mend: {
              says: 'Talk with the person and the provider about a smaller team and the times.',
              where: 'support',
            },
          },
        ]
      }),
    ),
}

const CHURN = 3

export const workerChurn: Check = {
  id: 'worker-churn',
  level: 'look',
  cites: ['G6'],
  when: 'Three or more different workers were allocated in the last 12 months.',
  find: (state) => {
    const events = all(state, 'worker').filter((event) => {
      const end = dueInMonths(state, dayOfEntry(event), 12)
      return event.event === 'allocated' && (end === undefined || state.on < end)
    })
    const workers = unique(events.map(({ worker }) => worker))
    if (workers.length < CHURN) return []
    const last = events.at(-1)
    return [
      {
        entries: events.map(({ id }) => id),
        worker: `${workers.length} workers were allocated in 12 months: ${namesOf(state, workers)}.`,
        person: `You have had ${workers.length} workers in a year${last === undefined ? '' : `, the last from ${dated(last)}`}. You should not have to tell your story again each time.`,
        mend: {
          says: 'Keep one worker where it can be done, and hand over with the person there.',
          where: 'support',
        },
      },
    ]
  },
}
