import { type HoursBlock, layOutHours, priceHours, priceListOf } from '../allocation/hours-block.ts'
import type { Model } from '../allocation/model.ts'
import type { OwnPrice } from '../allocation/prices.ts'
import { tablesOf } from '../allocation/tables.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type Figures, factsOf } from './figures.ts'
import { type Gains, gainsOf, newTally, tallyGains } from './gains.ts'
import type { Prepared } from './what-if.ts'

// Everybody's paid hours for a browser, in one piece of bytes: sent once, and priced there at every move of a slider. It
// holds hours and what needs cost, in an order that tells nothing, and no trait of anybody: groups are the server's to say.

/** Some people whose lines go by the same prices. `who` is where each of them stands among all. */
type Part = {
  /** prices that their records give for themselves */
  readonly own: readonly OwnPrice[]
  readonly who: Uint32Array
  readonly hours: HoursBlock
}

/** What a browser prices. */
export type Moving = {
  readonly model: Model
  readonly on: PlainDate
  readonly seesEach: boolean
  readonly notCounted: number
  readonly parts: readonly Part[]
  readonly before: Float64Array
  readonly cost: Float64Array
}

/** Those with prices of their own, those with the same ones together. */
function partsApart(
  all: readonly { readonly figures: Figures }[],
  apart: readonly number[],
  model: Model,
  on: PlainDate,
): readonly Part[] {
  const alike = new Map<string, { readonly own: readonly OwnPrice[]; readonly who: number[] }>()
  for (const person of apart) {
    const own = all[person]?.figures.prices ?? []
    const key = JSON.stringify(own)
    const same = alike.get(key) ?? { own, who: [] }
    same.who.push(person)
    alike.set(key, same)
  }
  return [...alike.values()].map(({ own, who }) => ({
    own,
    who: Uint32Array.from(who),
    hours: layOutHours(
      tablesOf(model, on, own),
      who.flatMap((person) => all[person] ?? []).map(({ figures }) => factsOf(figures)),
    ),
  }))
}

/** What the browser is sent. `all` are those whom `prepared` was made of, in the same order. */
export function movingFrom(
  prepared: Prepared,
  all: readonly { readonly figures: Figures }[],
  model: Model,
  on: PlainDate,
  seesEach: boolean,
): Moving | undefined {
  const { hours, apart, before, cost } = prepared
  if (hours === undefined) return undefined
  return {
    model,
    on,
    seesEach,
    notCounted: before.reduce((sum, week) => sum + (Number.isNaN(week) ? 1 : 0), 0),
    parts: [
      // The first is everybody; those with prices of their own have no hours in it.
      { own: [], who: new Uint32Array(), hours },
      ...partsApart(all, apart, model, on),
    ],
    before,
    cost,
  }
}

/** Tries one model after another on the same people. Only prices may differ: hours are as they were laid out. */
export function mover({ parts, before, cost, on }: Moving): (model: Model) => Gains {
  const after = new Float64Array(before.length)
  const weeks = parts.map(({ hours }) => new Float64Array(hours.count))
  const tally = newTally(1)
  const kind = new Uint16Array(before.length)
  return (model) => {
    parts.forEach(({ own, who, hours }, index) => {
      const isAll = index === 0
      const week = isAll ? after : (weeks[index] ?? new Float64Array(hours.count))
      priceHours(hours, priceListOf(tablesOf(model, on, own)), week)
      if (isAll) return
      who.forEach((person, place) => {
        after[person] = week[place] ?? Number.NaN
      })
    })
    for (let who = 0; who < after.length; who += 1) if (Number.isNaN(before[who])) after[who] = Number.NaN
    tallyGains({ before, after, cost }, kind, tally)
    return gainsOf(tally, () => true)
  }
}

const HEAD = 4

type Sizes = readonly (readonly [place: number, length: number])[]
type PackedPart = {
  readonly own: readonly OwnPrice[]
  readonly who: number
  readonly count: number
  readonly columns: Sizes
  readonly trips: Sizes
  readonly shared: HoursBlock['shared']
}
type Head = Pick<Moving, 'model' | 'on' | 'seesEach' | 'notCounted'> & {
  readonly people: number
  readonly parts: readonly PackedPart[]
}

const headOf = ({ model, on, seesEach, notCounted, parts, before }: Moving): Head => ({
  model,
  on,
  seesEach,
  notCounted,
  people: before.length,
  parts: parts.map(({ own, who, hours }) => ({
    own,
    who: who.length,
    count: hours.count,
    columns: hours.columns.map(({ place, person }) => [place, person.length]),
    trips: hours.trips.map(({ slot, person }) => [slot, person.length]),
    shared: hours.shared,
  })),
})

/** The arrays in the order in which they are packed: first all of eight bytes, so that each stands where its size divides the place. */
const arraysOf = ({ before, cost, parts }: Moving): readonly (Float64Array | Uint32Array)[] => [
  before,
  cost,
  ...parts.flatMap(({ hours }) => [
    ...hours.columns.map(({ minutes }) => minutes),
    ...hours.trips.map(({ times }) => times),
  ]),
  ...parts.flatMap(({ hours, who }) => [
    ...hours.columns.map(({ person }) => person),
    ...hours.trips.map(({ person }) => person),
    who,
  ]),
]

export function pack(moving: Moving): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(headOf(moving)))
  const arrays = arraysOf(moving)
  let at = Math.ceil((HEAD + head.length) / 8) * 8
  const bytes = new Uint8Array(at + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0))
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, HEAD)
  for (const each of arrays) {
    bytes.set(new Uint8Array(each.buffer, each.byteOffset, each.byteLength), at)
    at += each.byteLength
  }
  return bytes
}

/** The same again, without copying. @throws where the bytes are not what `pack` made */
export function unpack(buffer: ArrayBuffer): Moving {
  const length = new DataView(buffer).getUint32(0, true)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own bytes, from our own server, by `pack`
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, HEAD, length))) as Head
  let at = Math.ceil((HEAD + length) / 8) * 8
  const eight = (count: number): Float64Array => {
    const found = new Float64Array(buffer, at, count)
    at += found.byteLength
    return found
  }
  const four = (count: number): Uint32Array => {
    const found = new Uint32Array(buffer, at, count)
    at += found.byteLength
    return found
  }
  const [before, cost] = [eight(head.people), eight(head.people)]
  const figures = head.parts.map(({ columns, trips }) => ({
    columns: columns.map(([place, count]) => ({ place, minutes: eight(count) })),
    trips: trips.map(([slot, count]) => ({ slot, times: eight(count) })),
  }))
  const parts = head.parts.map(({ own, who, count, shared }, index): Part => {
    const { columns = [], trips = [] } = figures[index] ?? {}
    return {
      own,
      hours: {
        count,
        shared,
        counted: new Uint8Array(),
        columns: columns.map((column) => ({ ...column, person: four(column.minutes.length) })),
        trips: trips.map((each) => ({ ...each, person: four(each.times.length) })),
      },
      who: four(who),
    }
  })
  const { model, on, seesEach, notCounted } = head
  return { model, on, seesEach, notCounted, before, cost, parts }
}
