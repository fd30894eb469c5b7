import { BANK_HOLIDAYS } from './bank-holidays.ts'
import { type PlainDate, day, dayFromNumber, dayNumber, weekday } from './plain-date.ts'

// Working days in England: Monday to Friday, less bank holidays. The day after counts as day 1.
//
// The calendar reaches from 2000 to 2040: one-off bank holidays are proclaimed, so they cannot be worked out for ever.
// A day outside it gives `undefined`, never a guess and never a throw: such a date in a record is a slip of the hand,
// which is no bug, and whoever asks must say what it means for them.

type Calendar = {
  /** The day number of the first day that the table covers. */
  readonly first: number
  /** The day number of each working day, in order. */
  readonly workingDays: Int32Array
  /** For each day since `first`: how many working days there are up to it, itself included. */
  readonly upTo: Int32Array
}

let made: Calendar | undefined

function calendar(): Calendar {
  made ??= makeCalendar()
  return made
}

function makeCalendar(): Calendar {
  const years = BANK_HOLIDAYS.map(([year]) => year)
  const first = dayNumber(day(`${Math.min(...years)}-01-01`))
  const last = dayNumber(day(`${Math.max(...years)}-12-31`))
  const holidays = new Set(
    BANK_HOLIDAYS.flatMap(([year, days]) => days.split(' ').map((date) => dayNumber(day(`${year}-${date}`)))),
  )
  const workingDays: number[] = []
  const upTo = new Int32Array(last - first + 1)
  let dayOfWeek = weekday(dayFromNumber(first))
  for (let number = first; number <= last; number += 1) {
    if (dayOfWeek <= 5 && !holidays.has(number)) workingDays.push(number)
    upTo[number - first] = workingDays.length
    dayOfWeek = (dayOfWeek % 7) + 1
  }
  return { first, workingDays: Int32Array.from(workingDays), upTo }
}

/** How many working days the calendar has up to a day, itself included; `undefined` outside the calendar. */
function workingDaysUpTo(date: PlainDate): number | undefined {
  const { first, upTo } = calendar()
  return upTo[dayNumber(date) - first]
}

/** Whether England works on that day; `undefined` outside the calendar. */
export function isWorkingDay(date: PlainDate): boolean | undefined {
  const upTo = workingDaysUpTo(date)
  if (upTo === undefined) return undefined
  return calendar().workingDays[upTo - 1] === dayNumber(date)
}

/**
 * The `n`th working day after `from`; `from` itself where `n` is 0, be it a working day or not. `undefined` where
 * `from` or the result lies outside the calendar.
 * @throws if `n` is not a whole number of 0 or more.
 */
export function addWorkingDays(from: PlainDate, n: number): PlainDate | undefined {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  const upTo = workingDaysUpTo(from)
  if (upTo === undefined) return undefined
  if (n === 0) return from
  const number = calendar().workingDays[upTo + n - 1]
  return number === undefined ? undefined : dayFromNumber(number)
}

/**
 * The working days after `from`, up to `to` and including it: 1 from a Friday to the next Monday, 0 from a day to
 * itself; negative where `to` is earlier. `undefined` where either lies outside the calendar.
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number | undefined {
  const before = workingDaysUpTo(from)
  const after = workingDaysUpTo(to)
  return before === undefined || after === undefined ? undefined : after - before
}
