import { Temporal } from 'temporal-polyfill'

/** A day, `YYYY-MM-DD`, without time or zone. Days compare as text. */
export type PlainDate = string & { readonly __plainDate: true }

/** The day that `text` names, or `undefined` where there is no such day. */
export function plainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is given
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate
  } catch {
    return undefined
  }
}

/** For days that are written out in code and tests. @throws if there is no such day. */
export function day(text: string): PlainDate {
  const date = plainDate(text)
  if (date === undefined) throw new RangeError(`no such day: ${text}`)
  return date
}

const temporal = (date: PlainDate) => Temporal.PlainDate.from(date)
const back = (date: Temporal.PlainDate): PlainDate => day(date.toString())

export const addDays = (date: PlainDate, days: number): PlainDate => back(temporal(date).add({ days }))
/** The same day of the month, or the month's last day: 31 January and one month is 28 (or 29) February. */
export const addMonths = (date: PlainDate, months: number): PlainDate => back(temporal(date).add({ months }))
/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => temporal(from).until(temporal(to)).days
/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: PlainDate): number => temporal(date).dayOfWeek
/** Whole years of age on a day. */
export const ageOn = (born: PlainDate, on: PlainDate): number =>
  temporal(born).until(temporal(on), { largestUnit: 'years' }).years

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/** The day in London on which an ISO 8601 moment with an offset falls; `undefined` where there is no such moment. */
export function dayOfMoment(text: string): PlainDate | undefined {
  if (!MOMENT.test(text)) return undefined
  try {
    return plainDate(Temporal.Instant.from(text).toZonedDateTimeISO('Europe/London').toPlainDate().toString())
  } catch {
    return undefined
  }
}

/** The day of a date or a moment, as a record file gives them. */
export const dayOf = (text: string): PlainDate | undefined => plainDate(text) ?? dayOfMoment(text)

/** `3 March 2026` */
export function dateInWords(date: PlainDate): string {
  return temporal(date).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}
