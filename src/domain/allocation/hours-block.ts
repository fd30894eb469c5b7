import { newCount, pricedLevel } from './count.ts'
import { aMinuteOf, contingencyOf, exactOf, sharingOf, travelOf } from './line-sum.ts'
import { type CompactFacts, setOut } from './one-person.ts'
import { newFigures, paidTimes, reckon } from './reckon.ts'
import { MID, NIGHT, SLOT_COUNT } from './slots.ts'
import { at, figure, type Tables } from './tables.ts'
import { pennyFrom0 } from '../money/pence.ts'

// Many people's paid hours as typed arrays: laid out once by the same steps as the explained sum, then priced as often as
// somebody moves a price. What a price is worked on does not change with it, so only this last step is done again.

export const PLACES = SLOT_COUNT * 4

/** Everybody with paid support at one place of the price list (topic and level; for nights, the cover). */
export type Column = {
  readonly place: number
  /** in rising order, each once */
  readonly person: Uint32Array
  /** minutes a week that are paid for */
  readonly minutes: Float64Array
}

/** `columns` and everything beside them hold people by their number, from 0 up to `count`. */
export type HoursBlock = {
  readonly count: number
  readonly columns: readonly Column[]
  /** those who share a worker: which place, how many minutes, how many people */
  readonly shared: readonly {
    readonly person: number
    readonly place: number
    readonly minutes: number
    readonly people: number
  }[]
  /** times a week that are travelled and paid for, by topic */
  readonly trips: readonly {
    readonly slot: number
    readonly person: Uint32Array
    readonly times: Float64Array
  }[]
  /** how many lines each person has; 0 where nothing could be counted, which is not the same as a week of nothing */
  readonly counted: Uint8Array
}

/** What a price list comes to: pence an hour by place, pence a trip by topic, per cent on top. All that a move of a price changes. */
export type PriceList = {
  readonly rate: Float64Array
  readonly trip: Float64Array
  readonly contingencyPercent: number
}

export const priceListOf = (tables: Tables): PriceList => ({
  rate: tables.rate[MID],
  trip: tables.trip[MID],
  contingencyPercent: tables.contingencyPercent,
})

type Growing = { readonly person: number[]; readonly figure: number[] }
const growing = (length: number): readonly Growing[] =>
  Array.from({ length }, () => ({ person: [], figure: [] }))

/** Lays out everybody's paid hours under a model: `setOut` and `reckon`, as for one person. */
export function layOutHours(tables: Tables, people: Iterable<CompactFacts>): HoursBlock {
  const count = newCount()
  const figures = newFigures()
  const hours = growing(PLACES)
  const travelled = growing(SLOT_COUNT)
  const shared: HoursBlock['shared'][number][] = []
  const counted: number[] = []
  let person = 0
  for (const one of people) {
    setOut(tables, count, one, () => undefined)
    counted.push(count.size)
    reckon(tables, count, one.givers, figures)
    for (let index = 0; index < count.size; index += 1) {
      const slot = count.places[index] ?? 0
      const minutes = figure(figures.paid, MID, slot)
      if (minutes <= 0) continue
      const place = slot === NIGHT ? at(NIGHT, count.cover[MID] ?? 0) : at(slot, levelAt(one, slot))
      hours[place]?.person.push(person)
      hours[place]?.figure.push(minutes)
      const sharers = count.sharers[slot] ?? 1
      if (sharers > 1) shared.push({ person, place, minutes, people: sharers })
      const times = paidTimes(minutes, figure(count.minutes, MID, slot), figure(count.times, MID, slot))
      if ((tables.trip[MID][slot] ?? 0) > 0 && times > 0) {
        travelled[slot]?.person.push(person)
        travelled[slot]?.figure.push(times)
      }
    }
    person += 1
  }
  return {
    count: person,
    columns: hours.flatMap((column, place) =>
      column.person.length === 0
        ? []
        : [{ place, person: Uint32Array.from(column.person), minutes: Float64Array.from(column.figure) }],
    ),
    shared,
    trips: travelled.flatMap((column, slot) =>
      column.person.length === 0
        ? []
        : [{ slot, person: Uint32Array.from(column.person), times: Float64Array.from(column.figure) }],
    ),
    counted: Uint8Array.from(counted),
  }
}

function levelAt({ topics }: CompactFacts, slot: number): number {
  for (const topic of topics) {
    if (topic.slot === slot) return pricedLevel(topic.lead.level)
  }
  return 3
}

/** So many people at a time: their weeks stay in the processor's own memory while every column adds to them. */
const AT_ONCE = 16_384

/** Everybody’s week at a price list, in whole pence, into `week`. The lines add up as they do for one person: each is rounded once. */
export function priceHours(hours: HoursBlock, prices: PriceList, week: Float64Array): void {
  const { columns } = hours
  const reached = new Uint32Array(columns.length)
  const aMinute = columns.map(({ place }) => aMinuteOf(prices.rate[place] ?? Number.NaN))
  for (let first = 0; first < hours.count; first += AT_ONCE) {
    week.fill(0, first, first + AT_ONCE)
    columns.forEach((column, index) => {
      const from = reached[index] ?? 0
      const to = placeOf(column.person, first + AT_ONCE, from)
      addColumn(column, aMinute[index] ?? Number.NaN, week, from, to)
      reached[index] = to
    })
  }
  for (const { person, place, minutes, people } of hours.shared) {
    week[person] =
      (week[person] ?? 0) + sharingOf(exactOf(minutes, aMinuteOf(prices.rate[place] ?? Number.NaN)), people)
  }
  for (const { slot, person, times } of hours.trips) {
    const trip = prices.trip[slot] ?? Number.NaN
    for (let index = 0; index < person.length; index += 1) {
      const who = person[index] ?? 0
      week[who] = (week[who] ?? 0) + travelOf(trip, times[index] ?? 0)
    }
  }
  if (prices.contingencyPercent === 0) return
  for (let who = 0; who < hours.count; who += 1) {
    const sum = week[who] ?? 0
    week[who] = sum + contingencyOf(sum, prices.contingencyPercent)
  }
}

/** Where in a column the people from `number` on begin, found by halves; `from` is not behind it. */
function placeOf(person: Uint32Array, number: number, from: number): number {
  let [low, high] = [from, Math.min(person.length, from + AT_ONCE)]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((person[middle] ?? number) < number) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Adds a part of one column to the weeks of its people; a column holds nobody without minutes. Nobody stands in a column twice,
 * so that four people at a time can be read before any of them is written: the processor need not wait for what it wrote.
 */
function addColumn(
  { person, minutes }: Column,
  aMinute: number,
  week: Float64Array,
  from: number,
  to: number,
): void {
  let line = from
  for (; line + 3 < to; line += 4) {
    const a = person[line] ?? 0
    const b = person[line + 1] ?? 0
    const c = person[line + 2] ?? 0
    const d = person[line + 3] ?? 0
    const weekA = (week[a] ?? 0) + pennyFrom0((minutes[line] ?? 0) * aMinute)
    const weekB = (week[b] ?? 0) + pennyFrom0((minutes[line + 1] ?? 0) * aMinute)
    const weekC = (week[c] ?? 0) + pennyFrom0((minutes[line + 2] ?? 0) * aMinute)
    const weekD = (week[d] ?? 0) + pennyFrom0((minutes[line + 3] ?? 0) * aMinute)
    week[a] = weekA
    week[b] = weekB
    week[c] = weekC
    week[d] = weekD
  }
  for (; line < to; line += 1) {
    const who = person[line] ?? 0
    week[who] = (week[who] ?? 0) + pennyFrom0((minutes[line] ?? 0) * aMinute)
  }
}

/** The two models count the same hours for everybody, so that only their prices differ. */
export function countSameHours(a: Tables, b: Tables): boolean {
  const priced = (tables: Tables): readonly boolean[] =>
    [...tables.rate[MID], ...tables.trip[MID]].map((price) => Number.isNaN(price))
  const travelled = (tables: Tables): readonly boolean[] => [...tables.trip[MID]].map((price) => price > 0)
  return (
    a.nightMinutes === b.nightMinutes &&
    a.awakeFrom === b.awakeFrom &&
    same(a.typicalTimes, b.typicalTimes) &&
    same(a.typicalMinutes, b.typicalMinutes) &&
    same(a.typicalHelpers, b.typicalHelpers) &&
    same(a.cover, b.cover) &&
    same(a.mostSharing, b.mostSharing) &&
    same(a.order, b.order) &&
    same(priced(a), priced(b)) &&
    same(travelled(a), travelled(b))
  )
}

const same = <T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean =>
  a.length === b.length && Array.from(a).every((value, index) => Object.is(value, b[index]))
