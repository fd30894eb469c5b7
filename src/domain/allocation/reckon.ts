import { nearestPenny } from '../money/pence.ts'
import type { Count } from './count.ts'
import { aMinuteOf, contingencyOf, exactOf, sharingOf, travelOf } from './line-sum.ts'
import { HIGH, LOW, MID, SCENARIOS, type Scenario, SLOT_COUNT } from './slots.ts'
import { figure, newThree, type Tables, type Three } from './tables.ts'

/** What one unpaid carer gives: minutes a week, and the places they may come off, as bits. */
export type Giver = { readonly mask: number; readonly minutes: number }

/** The figures of one sum, by place: minutes, then pence. Used again and again. */
export type Figures = {
  readonly offset: Three
  readonly paid: Three
  readonly weekly: Three
  readonly sharing: Three
  readonly travel: Three
  readonly contingency: Float64Array
  readonly total: Float64Array
  readonly once: Float64Array
  /** The week as if nobody helped unpaid. */
  alone: number
  /** Minutes that each giver gives at each place in the stated sum: giver x places + place. */
  readonly given: number[]
  readonly left: number[]
}

export const newFigures = (): Figures => ({
  offset: newThree(SLOT_COUNT),
  paid: newThree(SLOT_COUNT),
  weekly: newThree(SLOT_COUNT),
  sharing: newThree(SLOT_COUNT),
  travel: newThree(SLOT_COUNT),
  contingency: new Float64Array(3),
  total: new Float64Array(3),
  once: new Float64Array(3),
  alone: 0,
  given: [],
  left: [],
})

/**
 * Takes unpaid help off, topic by topic in the published order and giver by giver: never more than the need, never more than the
 * giver has, each minute once. Because each topic takes what is left, a greater need anywhere never lowers what is paid anywhere.
 */
function takeHelpOff(count: Count, givers: readonly Giver[], end: Scenario, out: Figures): void {
  const { left, given } = out
  const [minutes, offset, paid] = [count.minutes[end], out.offset[end], out.paid[end]]
  for (let g = 0; g < givers.length; g += 1) left[g] = givers[g]?.minutes ?? 0
  for (let index = 0; index < count.size; index += 1) {
    const slot = count.places[index] ?? 0
    let need = minutes[slot] ?? 0
    let off = 0
    for (let g = 0; g < givers.length; g += 1) {
      const mask = givers[g]?.mask ?? 0
      const mine = (mask & (1 << slot)) === 0 ? 0 : Math.min(need, left[g] ?? 0)
      left[g] = (left[g] ?? 0) - mine
      need -= mine
      off += mine
      if (end === MID) given[g * SLOT_COUNT + slot] = mine
    }
    offset[slot] = off
    paid[slot] = need
  }
}

function asIfNobodyHelped(count: Count, end: Scenario, out: Figures): void {
  const [minutes, offset, paid] = [count.minutes[end], out.offset[end], out.paid[end]]
  for (let index = 0; index < count.size; index += 1) {
    const slot = count.places[index] ?? 0
    offset[slot] = 0
    paid[slot] = minutes[slot] ?? 0
  }
}

/** The times a week that are paid for: those with somebody unpaid are not counted. */
export const paidTimes = (paid: number, minutes: number, times: number): number =>
  paid > 0 ? times * (paid / minutes) : 0

/** Prices what is paid: every line is rounded once, and the sum is of the rounded lines, so that they always add up. */
function price(tables: Tables, count: Count, end: Scenario, out: Figures): void {
  const [minutes, rate, times, onceOnly] = [
    count.minutes[end],
    count.rate[end],
    count.times[end],
    count.once[end],
  ]
  const [paidOut, weeklyOut, sharingOut, travelOut] = [
    out.paid[end],
    out.weekly[end],
    out.sharing[end],
    out.travel[end],
  ]
  const trips = tables.trip[end]
  let sum = 0
  let once = 0
  for (let index = 0; index < count.size; index += 1) {
    const slot = count.places[index] ?? 0
    const paid = paidOut[slot] ?? 0
    const exact = exactOf(paid, aMinuteOf(rate[slot] ?? Number.NaN))
    const weekly = nearestPenny(exact)
    const sharing = sharingOf(exact, count.sharers[slot] ?? 1)
    const trip = trips[slot] ?? 0
    const travel = trip > 0 ? travelOf(trip, paidTimes(paid, minutes[slot] ?? paid, times[slot] ?? 0)) : 0
    weeklyOut[slot] = weekly
    sharingOut[slot] = sharing
    travelOut[slot] = travel
    sum += weekly + sharing + travel
    once += onceOnly[slot] ?? 0
  }
  const contingency = contingencyOf(sum, tables.contingencyPercent)
  out.contingency[end] = contingency
  out.total[end] = sum + contingency
  out.once[end] = once
}

/** The sum: hours less help, times price, plus its own lines. One definition, for the explained sum and the fast one. */
export function reckon(tables: Tables, count: Count, givers: readonly Giver[], out: Figures): void {
  asIfNobodyHelped(count, MID, out)
  price(tables, count, MID, out)
  out.alone = out.total[MID] ?? 0
  for (const end of SCENARIOS) {
    if (givers.length > 0) takeHelpOff(count, givers, end, out)
    else if (end !== MID) asIfNobodyHelped(count, end, out)
    else continue
    price(tables, count, end, out)
  }
}

/** The three ends of one figure at a place. */
export const threeAt = (figures: Three, slot: number): readonly [number, number, number] => [
  figure(figures, LOW, slot),
  figure(figures, MID, slot),
  figure(figures, HIGH, slot),
]
