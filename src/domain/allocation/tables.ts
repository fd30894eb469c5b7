import type { PlainDate } from '../dates/plain-date.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES } from '../outcomes/topics.ts'
import type { LevelRow, Model, NightCover } from './model.ts'
import { type OwnPrice, type PriceInForce, priceInForce } from './prices.ts'
import {
  HIGH,
  LOW,
  MID,
  NEED_LEVELS,
  NIGHT,
  SCENARIOS,
  SLOT_COUNT,
  SLOTS,
  type Scenario,
  slotOf,
} from './slots.ts'
import type { Form } from './support.ts'

/** One figure for each of the low, the stated and the high sum. */
export type Three = readonly [Float64Array, Float64Array, Float64Array]

export const WAKING = 0
export const SLEEP_IN = 1

/**
 * A model on one day, laid out for arithmetic. `rate` is pence an hour, `once` pence, both by place x 4 + level (the night's rate: by
 * place x 4 + cover); `trip` is pence for the travel of one time. NaN stands for "not published", never for nought.
 */
export type Tables = {
  readonly model: Model
  readonly on: PlainDate
  readonly own: readonly OwnPrice[]
  readonly rate: Three
  readonly once: Three
  readonly trip: Three
  /** The price that an hour goes by, by the same places as `rate`; a hole where none is published on the day. */
  readonly priced: (PriceInForce | undefined)[]
  readonly typicalTimes: Float64Array
  readonly typicalMinutes: Float64Array
  readonly typicalHelpers: Float64Array
  readonly cover: Uint8Array
  readonly nightMinutes: number
  readonly awakeFrom: number
  readonly mostSharing: Uint8Array
  /** The order in which unpaid help comes off, then the night, then a carer's own topics. */
  readonly order: Uint8Array
  /** Where in that order a place stands. */
  readonly rank: Uint8Array
  readonly contingencyPercent: number
}

export const at = (slot: number, level: number): number => slot * 4 + level

const ends = { [LOW]: 'low', [MID]: 'price', [HIGH]: 'high' } as const
/** Room for one figure at every place, in all three sums. */
export const newThree = (length: number, value = 0): Three => [
  new Float64Array(length).fill(value),
  new Float64Array(length).fill(value),
  new Float64Array(length).fill(value),
]

const NO_PRICES: readonly OwnPrice[] = []

/** The model as it was last laid out, without anybody's own prices: one day's records nearly all go by the same. */
const lastLaidOut = new WeakMap<Model, Tables>()

export function tablesOf(model: Model, on: PlainDate, own: readonly OwnPrice[] = NO_PRICES): Tables {
  if (own.length > 0) return layOut(model, on, own)
  const last = lastLaidOut.get(model)
  if (last?.on === on) return last
  const tables = layOut(model, on, NO_PRICES)
  lastLaidOut.set(model, tables)
  return tables
}

function layOut(model: Model, on: PlainDate, own: readonly OwnPrice[]): Tables {
  const size = SLOT_COUNT * 4
  const order = orderOf(model)
  const tables: Tables = {
    model,
    on,
    own,
    rate: newThree(size, Number.NaN),
    once: newThree(size),
    trip: newThree(SLOT_COUNT),
    priced: [],
    typicalTimes: new Float64Array(size).fill(Number.NaN),
    typicalMinutes: new Float64Array(size).fill(Number.NaN),
    typicalHelpers: new Float64Array(size).fill(1),
    cover: new Uint8Array(4),
    nightMinutes: model.nights['hours-a-night'] * 60,
    awakeFrom: model.nights['awake-from-minutes'],
    mostSharing: new Uint8Array(SLOT_COUNT).fill(1),
    order,
    rank: Uint8Array.from(SLOTS, (_, slot) => order.indexOf(slot)),
    contingencyPercent: model['contingency-percent'],
  }
  const hourly = new Map<Form, PriceInForce | undefined>()
  const byTheHour = (form: Form): PriceInForce | undefined => {
    if (!hourly.has(form)) hourly.set(form, priceInForce(model, own, { form, unit: 'hour' }, on))
    return hourly.get(form)
  }
  for (const topic of [...ADULT_OUTCOMES, ...CARER_OUTCOMES]) {
    fillTopic(tables, slotOf(topic) ?? 0, model.topics[topic], byTheHour)
  }
  fillNights(tables)
  for (const { topics, 'units-each-time': units, ...priced } of model.travel) {
    const price = priceInForce(model, own, priced, on)
    for (const topic of topics) {
      for (const end of SCENARIOS) {
        tables.trip[end][slotOf(topic) ?? 0] = price === undefined ? Number.NaN : price[ends[end]] * units
      }
    }
  }
  for (const topic of model.sharing.topics)
    tables.mostSharing[slotOf(topic) ?? 0] = model.sharing['most-people']
  return tables
}

function orderOf(model: Model): Uint8Array {
  const rest = SLOTS.map((_, slot) => slot).filter((slot) => slot >= NIGHT)
  return Uint8Array.from([...model['unpaid-help'].order.map((topic) => slotOf(topic) ?? 0), ...rest])
}

function fillOnce(tables: Tables, place: number, rows: LevelRow['once']): void {
  for (const row of rows) {
    for (const end of SCENARIOS) {
      tables.once[end][place] = (tables.once[end][place] ?? 0) + row[ends[end]]
    }
  }
}

function fillTopic(
  tables: Tables,
  slot: number,
  levels: Model['topics'][keyof Model['topics']],
  byTheHour: (form: Form) => PriceInForce | undefined,
): void {
  for (const level of NEED_LEVELS) {
    const place = at(slot, level)
    const { form, typical, once } = levels[level]
    const price = byTheHour(form)
    tables.priced[place] = price
    for (const end of SCENARIOS) tables.rate[end][place] = price === undefined ? Number.NaN : price[ends[end]]
    if (typical !== null) {
      tables.typicalTimes[place] = typical.times
      tables.typicalMinutes[place] = typical.minutes
      tables.typicalHelpers[place] = typical.helpers
    }
    fillOnce(tables, place, once)
  }
  for (const end of SCENARIOS)
    neverLessBelow(
      tables.rate[end],
      [3, 2, 1, 0].map((l) => at(slot, l)),
    )
}

/**
 * A published model's prices never fall as the need grows. A record's own prices could: then the dearer price of a lesser need
 * stands for the greater need too, because more need must never give less money.
 */
function neverLessBelow(rates: Float64Array, upward: readonly number[]): void {
  let most = Number.NaN
  for (const place of upward) {
    const rate = rates[place] ?? Number.NaN
    if (rate < most) rates[place] = most
    else if (!Number.isNaN(rate)) most = rate
  }
}

const COVERS: readonly NightCover[] = ['waking', 'sleep-in']
export const coverAt = (cover: number): NightCover => (cover === WAKING ? 'waking' : 'sleep-in')

/** The price that an hour of night cover goes by. A record's own price for a whole night stays a price for the night here. */
const nightPriceOf = (tables: Tables, cover: number): PriceInForce | undefined =>
  priceInForce(
    tables.model,
    tables.own,
    { form: tables.model.nights.form, unit: 'hour', night: coverAt(cover) },
    tables.on,
  )

function fillNights(tables: Tables): void {
  for (const level of NEED_LEVELS) {
    const { cover, typical, once } = tables.model.nights.levels[level]
    tables.cover[level] = COVERS.indexOf(cover)
    if (typical !== null) {
      tables.typicalTimes[at(NIGHT, level)] = typical.nights
      tables.typicalHelpers[at(NIGHT, level)] = typical.helpers
    }
    fillOnce(tables, at(NIGHT, level), once)
  }
  for (const cover of [WAKING, SLEEP_IN]) {
    const price = nightPriceOf(tables, cover)
    tables.priced[at(NIGHT, cover)] = price
    if (price === undefined) continue
    const hours = price.unit === 'night' ? tables.model.nights['hours-a-night'] : 1
    for (const end of SCENARIOS) tables.rate[end][at(NIGHT, cover)] = price[ends[end]] / hours
  }
}

export const figure = (figures: Three, end: Scenario, place: number): number =>
  figures[end][place] ?? Number.NaN
