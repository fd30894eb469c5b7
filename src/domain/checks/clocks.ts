import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen, isDay } from '../../record/values.ts'
import {
  type PlainDate,
  addMonths,
  dateInWords,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
} from '../dates/plain-date.ts'
import { addWorkingDays, workingDaysBetween } from '../dates/working-days.ts'

// The day after counts as day 1; done on the last day is in time. A hold that the person was told of, with a reason
// and an end date, stops the clock of its own stage until that date, or until it was resumed; no other hold does.

export type HoldStage = EntryOf<'hold'>['stage']

/** What became of a standard that has ended without the thing being done. */
export type Lateness = {
  /** the last day on which it would have been in time */
  readonly due: PlainDate
  /** the day on which it was done in the end; undefined where it still is not */
  readonly done: PlainDate | undefined
  /** calendar days after `due`: to `done`, or to the day that the record is read on */
  readonly days: number
}

const days = new WeakMap<Entry, PlainDate>()

/** The day in London on which an entry happened. A moment's is kept, since reading it is slow and every check asks. */
export function dayOfEntry(entry: Entry): PlainDate {
  if (isDay(entry.on)) return entry.on
  const known = days.get(entry)
  if (known !== undefined) return known
  const found = dayOfWhen(entry.on)
  days.set(entry, found)
  return found
}

export const hasWords = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/** A hold that stops a clock: told, with a reason and an end. */
const stopsClock = (hold: EntryOf<'hold'>): boolean =>
  hold.told && hasWords(hold.why) && hold.until !== undefined

/** The entry that ended a hold, where there is one. */
export const resumeOf = (state: RecordState, hold: EntryOf<'hold'>): EntryOf<'resume'> | undefined =>
  all(state, 'resume').find((resume) => state.byId.get(resume.hold)?.id === hold.id)

type Stopped = { readonly from: PlainDate; readonly to: PlainDate }

/** The stretches of time, in order and apart from each other, for which the clock of these stages stands still. */
function stoppedFor(state: RecordState, stages: readonly HoldStage[]): readonly Stopped[] {
  const each = all(state, 'hold')
    .filter((hold) => stages.includes(hold.stage) && stopsClock(hold))
    .map((hold): Stopped => {
      const until = hold.until === undefined ? dayOfEntry(hold) : dayOfWhen(hold.until)
      const resume = resumeOf(state, hold)
      const resumed = resume === undefined ? until : dayOfEntry(resume)
      return { from: dayOfEntry(hold), to: resumed < until ? resumed : until }
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const apart: Stopped[] = []
  for (const next of each) {
    const last = apart.at(-1)
    if (last === undefined || next.from > last.to) apart.push(next)
    else if (next.to > last.to) apart.splice(-1, 1, { from: last.from, to: next.to })
  }
  return apart
}

/** Moves a deadline on by the time for which the clock stood still before it. */
function pushed(
  due: PlainDate | undefined,
  from: PlainDate,
  stopped: readonly Stopped[],
  pushOn: (due: PlainDate, from: PlainDate, to: PlainDate) => PlainDate | undefined,
): PlainDate | undefined {
  let end = due
  for (const stop of stopped) {
    const start = stop.from > from ? stop.from : from
    if (end === undefined || start >= end) return end
    if (stop.to > start) end = pushOn(end, start, stop.to)
  }
  return end
}

const FIRST_DAY = dayNumber(day('0000-01-01'))
const LAST_DAY = dayNumber(day('9999-12-31'))
const dayOrNone = (number: number): PlainDate | undefined =>
  number >= FIRST_DAY && number <= LAST_DAY ? dayFromNumber(number) : undefined

const later = (date: PlainDate, by: number): PlainDate | undefined => dayOrNone(dayNumber(date) + by)

/**
 * The last day in time, so many calendar days after `from`; part of a day is dropped. `undefined` where no calendar
 * reaches so far: then nothing is ever late.
 */
export const dueInDays = (
  state: RecordState,
  from: PlainDate,
  count: number,
  ...stages: readonly HoldStage[]
): PlainDate | undefined =>
  pushed(later(from, Math.floor(count)), from, stoppedFor(state, stages), (due, start, to) =>
    later(due, daysBetween(start, to)),
  )

export const dueInWeeks = (
  state: RecordState,
  from: PlainDate,
  count: number,
  ...stages: readonly HoldStage[]
) => dueInDays(state, from, count * 7, ...stages)

/** The last day in time, so many working days in England after `from`; `undefined` outside the calendar of bank holidays. */
export const dueInWorkingDays = (
  state: RecordState,
  from: PlainDate,
  count: number,
  ...stages: readonly HoldStage[]
): PlainDate | undefined =>
  pushed(addWorkingDays(from, Math.floor(count)), from, stoppedFor(state, stages), (due, start, to) =>
    addWorkingDays(due, Math.max(0, workingDaysBetween(start, to) ?? 0)),
  )

/** The last day in time, so many months after `from`: the same day of the month, or the month's last. */
export const dueInMonths = (
  state: RecordState,
  from: PlainDate,
  count: number,
  ...stages: readonly HoldStage[]
): PlainDate | undefined =>
  pushed(monthsLater(from, Math.floor(count)), from, stoppedFor(state, stages), (due, start, to) =>
    later(due, daysBetween(start, to)),
  )

/** No standard of a thousand years means anything, and the calendar ends with the year 9999. */
const monthsLater = (from: PlainDate, months: number): PlainDate | undefined =>
  months > 12_000 || Number(from.slice(0, 4)) + months / 12 >= 9999 ? undefined : addMonths(from, months)

/** How late it was, or is on the day that the record is read on; `undefined` where it was in time or still can be. */
export function lateness(
  state: Pick<RecordState, 'on'>,
  due: PlainDate | undefined,
  done: PlainDate | undefined,
): Lateness | undefined {
  const end = done ?? state.on
  return due === undefined || end <= due ? undefined : { due, done, days: daysBetween(due, end) }
}

export const daysInWords = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** Ends a sentence: `it was opened on 4 May 2026, 12 days late`, or `it is still not opened, 12 days late so far`. */
export const lateInWords = (late: Lateness, done: string, notDone: string): string =>
  late.done === undefined
    ? `${notDone}, ${daysInWords(late.days)} late so far`
    : `${done} on ${dateInWords(late.done)}, ${daysInWords(late.days)} late`

/** The day of an entry, as a sentence says it. */
export const dated = (entry: Entry): string => dateInWords(dayOfEntry(entry))
