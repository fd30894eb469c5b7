/** A day, `YYYY-MM-DD`, without time or zone. Days compare as text. */
export type PlainDate = string & { readonly __plainDate: true }

// Sums on day numbers, not a date library: a population run does these millions of times, and the command line
// should not wait for one to load. The tests hold every function here equal to Temporal's.
const MS_A_DAY = 86_400_000
const MS_AN_HOUR = 3_600_000
/** The calendar repeats after 400 years; `Date.UTC` reads the years 0 to 99 as 1900 to 1999, so we ask 400 years on. */
const DAYS_IN_400_YEARS = 146_097
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** `month` is 1 to 12. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
const monthOf = (date: string): number => Number(date.slice(5, 7))
const dayOfMonth = (date: string): number => Number(date.slice(8, 10))

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is given
const branded = (text: string): PlainDate => text as PlainDate

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const fromParts = (year: number, month: number, dayNo: number): PlainDate =>
  branded(`${two(Math.floor(year / 100))}${two(year % 100)}-${two(month)}-${two(dayNo)}`)

/** The number that two digits write; not a number where they are none. Every day of every record is read here. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN
}

/** The day that `text` names, or `undefined` where there is no such day. */
export function plainDate(text: string): PlainDate | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const dayNo = twoDigits(text, 8)
  // Not a number is neither below nor above: each comparison asks for what must be.
  const isDay = year >= 0 && month >= 1 && month <= 12 && dayNo >= 1 && dayNo <= daysInMonth(year, month)
  return isDay ? branded(text) : undefined
}

/** For days that are written out in code and tests. @throws if there is no such day. */
export function day(text: string): PlainDate {
  const date = plainDate(text)
  if (date === undefined) throw new RangeError(`no such day: ${text}`)
  return date
}

/** Days since 1 January 1970; negative before it. For sums over many days. */
export const dayNumber = (date: PlainDate): number =>
  Date.UTC(yearOf(date) + 400, monthOf(date) - 1, dayOfMonth(date)) / MS_A_DAY - DAYS_IN_400_YEARS

/** The day of a day number. @throws if it is not a whole number, or lies outside the years 0000 to 9999. */
export function dayFromNumber(number: number): PlainDate {
  const instant = new Date(number * MS_A_DAY)
  const year = instant.getUTCFullYear()
  if (!Number.isInteger(number) || !(year >= 0 && year <= 9999))
    throw new RangeError(`no such day: ${number}`)
  return fromParts(year, instant.getUTCMonth() + 1, instant.getUTCDate())
}

/** @throws where the result lies outside the years 0000 to 9999. */
export const addDays = (date: PlainDate, days: number): PlainDate => dayFromNumber(dayNumber(date) + days)

/**
 * The same day of the month, or the month's last day: 31 January and one month is 28 (or 29) February.
 * @throws where `months` is not whole, or the result lies outside the years 0000 to 9999.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  if (!Number.isInteger(count) || year < 0 || year > 9999)
    throw new RangeError(`no such day: ${date} and ${months} months`)
  return fromParts(year, month, Math.min(dayOfMonth(date), daysInMonth(year, month)))
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: PlainDate): number {
  // 1 January 1970 was a Thursday. The remainder of a negative number is negative: hence the second one.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/**
 * Whole years of age on a day; negative before birth. Who was born on 29 February comes of age on 1 March where the
 * year has no such day.
 */
export function ageOn(born: PlainDate, on: PlainDate): number {
  if (on < born) return 0 - ageOn(on, born)
  const years = yearOf(on) - yearOf(born)
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):(\d\d))$/

/**
 * The day in London on which an ISO 8601 moment with an offset falls; `undefined` where there is no such moment.
 * A moment is what a clock wrote down, so one before 1900 is taken for a slip and refused.
 */
export function dayOfMoment(text: string): PlainDate | undefined {
  const [, onDay = '', hour, minute, second = '0', sign = '+', aheadHours = '0', aheadMinutes = '0'] =
    MOMENT.exec(text) ?? []
  const date = plainDate(onDay)
  if (date === undefined || yearOf(date) < 1900) return undefined
  // A second 60 is a leap second, which counts with the second before it.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  if (Number(aheadHours) > 23 || Number(aheadMinutes) > 59) return undefined
  const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes))
  const seconds = (Number(hour) * 60 + Number(minute) - ahead) * 60 + Math.min(Number(second), 59)
  const moment = dayNumber(date) * MS_A_DAY + seconds * 1000
  // Since 1972 London has been at Greenwich time or an hour ahead, so that only the last hour of a day is in doubt.
  const sinceMidnight = ((moment % MS_A_DAY) + MS_A_DAY) % MS_A_DAY
  const year = yearOf(date)
  if (year > 1972 && year < 9999 && sinceMidnight < MS_A_DAY - MS_AN_HOUR)
    return dayFromNumber((moment - sinceMidnight) / MS_A_DAY)
  return dayInLondon(moment)
}

let london: Intl.DateTimeFormat | undefined

function dayInLondon(milliseconds: number): PlainDate | undefined {
  // Made when first asked for: it is the one slow thing here.
  london ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of london.formatToParts(milliseconds)) part[type] = value
  return plainDate(`${part.year}-${part.month}-${part.day}`)
}

/** The day of a date or a moment, as a record file gives them. */
export const dayOf = (text: string): PlainDate | undefined => plainDate(text) ?? dayOfMoment(text)

/** `3 March 2026` */
export const dateInWords = (date: PlainDate): string =>
  `${twoDigits(date, 8)} ${MONTHS[twoDigits(date, 5) - 1] ?? ''} ${date.slice(0, 4)}`

/** `October 2026`, of `2026-10` or a day in it. */
export const monthInWords = (month: string): string => `${MONTHS[monthOf(month) - 1] ?? ''} ${yearOf(month)}`
