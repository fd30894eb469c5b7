import { nearestPenny } from '../money/pence.ts'

// What one line comes to, in pence a week: the arithmetic that the explained sum and the sums over a population share.

/** What so many paid minutes a week cost, before rounding. `aMinute` is pence: a sixtieth of the price of an hour. */
export const exactOf = (minutes: number, aMinute: number): number => (minutes > 0 ? minutes * aMinute : 0)
export const aMinuteOf = (rate: number): number => rate / 60

/** What sharing takes off is the difference of two rounded sums, so that a penny of more need is never a penny less. */
export const sharingOf = (exact: number, sharers: number): number =>
  sharers > 1 ? nearestPenny(exact / sharers) - nearestPenny(exact) : 0

/** Travel for the times that are paid for. `trip` is pence for one time. */
export const travelOf = (trip: number, times: number): number => (times > 0 ? nearestPenny(trip * times) : 0)

export const contingencyOf = (sum: number, percent: number): number =>
  percent === 0 ? 0 : nearestPenny((sum * percent) / 100)
