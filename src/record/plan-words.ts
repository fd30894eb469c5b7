import type { SupportUnit } from '../domain/allocation/support.ts'
import { type Pence, inWords, roundToPenny } from '../domain/money/pence.ts'
import type { EntryOf } from './entries.ts'

export type Plan = EntryOf<'plan'>
export type PlanLine = Plan['lines'][number]
export type Funder = PlanLine['funder']
export type Way = PlanLine['way']

const COUNTED: Readonly<Partial<Record<SupportUnit, readonly [one: string, more: string]>>> = {
  hour: ['hour', 'hours'],
  night: ['night', 'nights'],
  day: ['day', 'days'],
  visit: ['visit', 'visits'],
  mile: ['mile', 'miles'],
}

/** `10.75`, `14`: at most two decimals, and none where there is nothing to say. */
const number = (amount: number): string => String(Math.round(amount * 100) / 100)

/** `14 hours`, `1 visit`; `by the week`, `once`. Without "a week". */
export function unitsInWords(amount: number, unit: SupportUnit): string {
  const words = COUNTED[unit]
  if (words !== undefined) return `${number(amount)} ${words[amount === 1 ? 0 : 1]}`
  if (unit === 'once') return amount === 1 ? 'once' : `${number(amount)}, once`
  return amount === 1 ? `by the ${unit}` : `${number(amount)} by the ${unit}`
}

/** `14 hours a week`; what is bought once, or by the week, says so by itself. */
export const amountInWords = ({ amount, unit }: Pick<PlanLine, 'amount' | 'unit'>): string =>
  COUNTED[unit] === undefined ? unitsInWords(amount, unit) : `${unitsInWords(amount, unit)} a week`

/** `£27.60 an hour`; `£186.00 each` where it is bought once. */
export function priceInWords({ price, unit }: Pick<PlanLine, 'price' | 'unit'>): string {
  if (unit === 'once') return `${inWords(price)} each`
  return `${inWords(price)} ${unit === 'hour' ? 'an' : 'a'} ${unit}`
}

/** What a line that is bought once comes to. Never part of a week. */
export const onceOf = ({ amount, price, unit }: Pick<PlanLine, 'amount' | 'price' | 'unit'>): Pence<'once'> =>
  roundToPenny<'once'>(unit === 'once' ? amount * price : 0)

/** What a line comes to a week: amount x price to the penny, and nothing for what is bought once. */
export const weeklyOf = ({
  amount,
  price,
  unit,
}: Pick<PlanLine, 'amount' | 'price' | 'unit'>): Pence<'week'> =>
  roundToPenny<'week'>(unit === 'once' ? 0 : amount * price)

/** `14 hours a week at £27.60 an hour: £386.40 a week`: the whole sum of a line. */
export const sumInWords = (line: Pick<PlanLine, 'amount' | 'price' | 'unit' | 'weekly'>): string =>
  line.unit === 'once'
    ? `${unitsInWords(line.amount, line.unit)} at ${priceInWords(line)}: ${inWords(onceOf(line))} once`
    : `${amountInWords(line)} at ${priceInWords(line)}: ${inWords(line.weekly)} a week`

/** Who pays, in the middle of a sentence; `person` is how the reader speaks of the person: `you`, or a name. */
export const payerInWords = (funder: Funder, person: string): string =>
  ({ council: 'the council', person, nhs: 'the NHS', family: 'the family', community: 'the community' })[
    funder
  ]

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  managed: 'arranged by the council',
  'direct-payment': 'bought with a direct payment',
  isf: 'held in an individual service fund',
  self: 'arranged by the person or those around them',
  none: 'nothing has to be arranged',
}
