import { dateInWords } from '../dates/plain-date.ts'
import { inWords, pence } from '../money/pence.ts'
import { isLevel, LADDER } from '../outcomes/ladder.ts'
import type { Said } from './facts.ts'
import type { SupportUnit } from './support.ts'

/** At most two decimals, and none that say nothing: 8, 2.5, 0.33. */
const plain = (n: number): string => (Number.isInteger(n) ? String(n) : String(Number(n.toFixed(2))))
const several = (n: number, one: string, many: string): string => `${plain(n)} ${n === 1 ? one : many}`

/** `6 hours`, `45 minutes`, `5 hours 15 minutes`; `no time` for nought. */
export function timeInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60 + 1e-9)
  const rest = Math.max(0, minutes - hours * 60)
  const inHours = hours > 0 ? several(hours, 'hour', 'hours') : ''
  if (rest <= 0.004) return hours > 0 ? inHours : 'no time'
  const inMinutes = several(rest, 'minute', 'minutes')
  return hours > 0 ? `${inHours} ${inMinutes}` : inMinutes
}

export { dateInWords as dayInWords } from '../dates/plain-date.ts'
export const timesInWords = (times: number): string => `${several(times, 'time', 'times')} a week`
export const nightsInWords = (nights: number): string => `${several(nights, 'night', 'nights')} a week`
export const helpersInWords = (people: number): string => several(people, 'helper', 'helpers at once')
export const levelInWords = (level: number): string =>
  isLevel(level) ? `level ${level}, “${LADDER[level]}”` : 'no level'
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
export const saidInWords = (said: Said): string => `${said.saidByName}, ${dateInWords(said.on)}`
