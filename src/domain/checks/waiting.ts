import { dueInDays, dueInWorkingDays, type HoldStage } from './clocks.ts'
import { type PlainDate, dateInWords, daysBetween } from '../dates/plain-date.ts'
import { workingDaysBetween } from '../dates/working-days.ts'
import type { RecordState } from '../../record/state.ts'

/** The time that the council gives itself for a step, and what is due at its end. */
export type Allowance = {
  readonly from: PlainDate
  readonly count: number
  readonly unit: 'days' | 'working-days'
  /** a hold of these stages, told with a reason and an end, stops the clock */
  readonly stages: readonly HoldStage[]
  /** `An answer`, to begin a sentence with */
  readonly what: string
}

/** Whose move it is and how long it has been, never a bare status. */
export type Waiting = {
  readonly due: PlainDate
  /** the day it is, where the day after the first counts as day 1 */
  readonly day: number
  /** how many days there are in all, those on hold among them */
  readonly of: number
  /** days after the last one, in the unit of the allowance; 0 where it is in time */
  readonly late: number
  readonly says: string
}

const UNIT_WORDS = { days: ['day', 'days'], 'working-days': ['working day', 'working days'] } as const

/** `1 working day`, `28 days` */
export const countInUnit = (count: number, unit: Allowance['unit']): string =>
  `${count} ${UNIT_WORDS[unit][count === 1 ? 0 : 1]}`

const between = (from: PlainDate, to: PlainDate, unit: Allowance['unit']): number | undefined =>
  unit === 'days' ? daysBetween(from, to) : workingDaysBetween(from, to)

/** The last day in time; `undefined` where no calendar reaches so far: then no day is promised. */
export const dueOf = (
  state: RecordState,
  { from, count, unit, stages }: Omit<Allowance, 'what'>,
): PlainDate | undefined =>
  unit === 'days' ? dueInDays(state, from, count, ...stages) : dueInWorkingDays(state, from, count, ...stages)

/** How long a step that is not done yet has been waited for: `Day 19 of 28`. */
export function waitingFor(state: RecordState, allowance: Allowance): Waiting | undefined {
  const { from, unit, what, count } = allowance
  const due = dueOf(state, allowance)
  const day = between(from, state.on, unit)
  const of = due === undefined ? undefined : between(from, due, unit)
  if (due === undefined || day === undefined || of === undefined) return undefined
  const late = state.on > due ? Math.max(1, day - of) : 0
  const held = of - Math.floor(count)
  const stood = held > 0 ? ` The clock stood still for ${countInUnit(held, unit)}, because of a hold.` : ''
  const says =
    late > 0
      ? `${what} was due by ${dateInWords(due)}. It is ${countInUnit(late, unit)} late.${stood}`
      : `Day ${day} of ${countInUnit(of, unit)}. ${what} is due by ${dateInWords(due)}.${stood}`
  return { due, day, of, late, says }
}

/** How long a step took that is done: `It took 12 days. The council gives itself 28 days.` */
export function tookUntil(state: RecordState, allowance: Allowance, done: PlainDate): string | undefined {
  const { from, unit, count } = allowance
  const took = between(from, done, unit)
  const due = dueOf(state, allowance)
  if (took === undefined || due === undefined) return undefined
  const late = done > due ? Math.max(1, between(due, done, unit) ?? 1) : 0
  return `It took ${countInUnit(took, unit)}. The council gives itself ${countInUnit(Math.floor(count), unit)}${
    late === 0 ? '' : `, so this was ${countInUnit(late, unit)} late`
  }.`
}
