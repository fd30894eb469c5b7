import { type PlainDate, addDays, addMonths, dateInWords, daysBetween } from '../dates/plain-date.ts'
import { type Pence, type Period, pence, roundToPenny } from '../money/pence.ts'

/** Days from one to another, both of them included: a pay period, a contract, a year of it. */
export type Span = { readonly from: PlainDate; readonly to: PlainDate }

export const daysIn = ({ from, to }: Span): number => daysBetween(from, to) + 1

export const isWithin = (inner: Span, outer: Span): boolean =>
  inner.from >= outer.from && inner.to <= outer.to

export const touches = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to

/** A part of `other` lies inside the period and a part outside: neither could be paid without guessing. */
export const cutsThrough = (period: Span, other: Span): boolean =>
  touches(period, other) && !isWithin(other, period)

export const isSame = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to

export const holdsDay = ({ from, to }: Span, day: PlainDate): boolean => from <= day && day <= to

export const spanInWords = ({ from, to }: Span): string => `${dateInWords(from)} to ${dateInWords(to)}`

/** What two spans have in common. */
export function overlap(a: Span, b: Span): Span | undefined {
  if (!touches(a, b)) return undefined
  return { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }
}

/**
 * The part of a sum that falls on some of the days that it is for. What is due up to each day is rounded, and a part is
 * the difference of two such sums: so parts that lie side by side always add up to the whole, to the penny.
 */
export function partOf(total: Pence<Period>, whole: Span, part: Span): Pence<'once'> {
  const both = overlap(whole, part)
  if (both === undefined) return pence<'once'>(0)
  const before = daysBetween(whole.from, both.from)
  const upTo = (days: number) => roundToPenny<'once'>((total * days) / daysIn(whole))
  return pence<'once'>(upTo(before + daysIn(both)) - upTo(before))
}

/** A year of a contract: `full` is always twelve months, `days` the part of it that the contract lasts. */
export type ContractYear = { readonly number: number; readonly full: Span; readonly days: Span }

/** The years of a contract, from its first day on: number 0 is the first. */
export function yearsOf(contract: Span): readonly ContractYear[] {
  const years: ContractYear[] = []
  for (let number = 0; ; number += 1) {
    const from = addMonths(contract.from, 12 * number)
    if (from > contract.to) return years
    const full = { from, to: addDays(addMonths(contract.from, 12 * (number + 1)), -1) }
    const days = overlap(full, contract)
    if (days !== undefined) years.push({ number, full, days })
  }
}
