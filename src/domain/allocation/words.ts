import { dateInWords, type PlainDate } from '../dates/plain-date.ts'
import { inWords, pence } from '../money/pence.ts'
import { LADDER, LEVELS } from '../outcomes/ladder.ts'
import type { Said } from './facts.ts'
import type { SupportUnit } from './support.ts'

/** At most two decimals, and none that say nothing: 8, 2.5, 0.33. */
const plain = (n: number): string => (Number.isInteger(n) ? String(n) : String(Number(n.toFixed(2))))
const several = (n: number, one: string, many: string): string => `${plain(n)} ${n === 1 ? one : many}`

/** A sum says many such words, so that those of the first whole numbers are written once. */
function counted(most: number, one: string, many: string): (n: number) => string {
  const written = Array.from({ length: most + 1 }, (_, n) => several(n, one, many))
  return (n) => (Number.isInteger(n) ? written[n] : undefined) ?? several(n, one, many)
}
const HOURS_A_WEEK = 168
const hoursInWords = counted(HOURS_A_WEEK, 'hour', 'hours')
const minutesInWords = counted(60, 'minute', 'minutes')

/** `6 hours`, `45 minutes`, `5 hours 15 minutes`; `no time` for nought. */
export function timeInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60 + 1e-9)
  const rest = minutes - hours * 60
  if (hours <= 0) return rest <= 0.004 ? 'no time' : minutesInWords(rest)
  return rest <= 0.004 ? hoursInWords(hours) : `${hoursInWords(hours)} ${minutesInWords(rest)}`
}

let lastDay: { readonly date: PlainDate; readonly words: string } | undefined

/** `3 March 2026`. What is said for one sum is mostly said on one day, so the last one is kept. */
export function dayInWords(date: PlainDate): string {
  if (lastDay?.date !== date) lastDay = { date, words: dateInWords(date) }
  return lastDay.words
}

export const timesInWords = counted(HOURS_A_WEEK, 'time a week', 'times a week')
export const nightsInWords = (nights: number): string => `${several(nights, 'night', 'nights')} a week`
export const helpersInWords = counted(2, 'helper', 'helpers at once')

const LEVEL_WORDS: readonly string[] = LEVELS.map((level) => `level ${level}, “${LADDER[level]}”`)
export const levelInWords = (level: number): string =>
  (Number.isNaN(level) ? undefined : LEVEL_WORDS[level]) ?? 'no level'
export const money = (amount: number): string => inWords(pence<'week'>(amount))

export const UNIT_WORDS: Readonly<Record<SupportUnit, string>> = {
  hour: 'an hour',
  night: 'a night',
  day: 'a day',
  week: 'a week',
  visit: 'a trip',
  mile: 'a mile',
  month: 'a month',
  once: 'once',
}

/** `Karan Vallory, 2 April 2026` */
export const saidInWords = (said: Pick<Said, 'saidByName' | 'on'>): string =>
  `${said.saidByName}, ${dayInWords(said.on)}`
