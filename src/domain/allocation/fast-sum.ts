import type { PlainDate } from '../dates/plain-date.ts'
import { type Count, clearCount, countNight, countTopic, newCount, type Voice } from './count.ts'
import type { Model } from './model.ts'
import { type CompactFacts, setOut } from './one-person.ts'
import type { OwnPrice } from './prices.ts'
import { type Figures, newFigures, reckon } from './reckon.ts'
import { HIGH, LOW, MID, NIGHT } from './slots.ts'
import { type Tables, tablesOf } from './tables.ts'

/** One sum without its reasons: whole pence a week, and once; `lacking` places could not be counted, as `stillNeeds` says. */
export type FastSum = {
  readonly weekly: number
  readonly low: number
  readonly high: number
  readonly asIfNoCarer: number
  readonly once: number
  readonly lacking: number
}

/** The ten outcomes and the night: what a block holds for each person. */
export const BLOCK_SLOTS = NIGHT + 1

/**
 * Many people, one voice each, as columns. By person x 11 + place: `level` -1 where there is no need; `times`, `minutes` NaN and
 * `people` 0 where it was not said. By person: `help` hours a week of agreed unpaid help, `helpFor` its places as bits (0: not named).
 */
export type PeopleBlock = {
  readonly count: number
  readonly level: Int8Array
  readonly times: Float64Array
  readonly minutes: Float64Array
  readonly people: Uint8Array
  readonly help: Float64Array
  readonly helpFor: Uint32Array
}

/** Pence, by person. */
export type SumBlock = {
  readonly weekly: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly asIfNoCarer: Float64Array
  readonly once: Float64Array
  readonly lacking: Uint8Array
}

export type CompiledModel = {
  readonly tables: Tables
  readonly sum: (person: CompactFacts) => FastSum
  readonly sumBlock: (people: PeopleBlock, out: SumBlock) => void
}

export const newSumBlock = (count: number): SumBlock => ({
  weekly: new Float64Array(count),
  low: new Float64Array(count),
  high: new Float64Array(count),
  asIfNoCarer: new Float64Array(count),
  once: new Float64Array(count),
  lacking: new Uint8Array(count),
})

/**
 * The same model and the same arithmetic as the explained sum (`setOut`, then `reckon`), with nothing written down on the way. The
 * function keeps its working space, so it is for one thread at a time.
 */
export function compileModel(model: Model, on: PlainDate, own: readonly OwnPrice[] = []): CompiledModel {
  const tables = tablesOf(model, on, own)
  const count = newCount()
  const figures = newFigures()
  return {
    tables,
    sum: (person) => {
      let lacking = 0
      setOut(tables, count, person, () => {
        lacking += 1
      })
      reckon(tables, count, person.givers, figures)
      return {
        weekly: figures.total[MID] ?? 0,
        low: figures.total[LOW] ?? 0,
        high: figures.total[HIGH] ?? 0,
        asIfNoCarer: figures.alone,
        once: figures.once[MID] ?? 0,
        lacking,
      }
    },
    sumBlock: (people, out) => sumBlock(tables, count, figures, people, out),
  }
}

const ADULT_DAY = (1 << NIGHT) - 1
const NO_VOICES: readonly Voice[] = []

function sumBlock(tables: Tables, count: Count, figures: Figures, people: PeopleBlock, out: SumBlock): void {
  // One object of each shape, filled again and again: a million people leave nothing behind to clear away.
  const lead = { level: 0, times: 0, minutes: 0, people: 0 }
  const topic = { slot: 0, lead, voices: NO_VOICES, timesSaid: false }
  const nights = [topic]
  const giver = { mask: 0, minutes: 0 }
  const givers = [giver]
  const nobody: typeof givers = []
  for (let person = 0; person < people.count; person += 1) {
    clearCount(count)
    let lacking = 0
    for (let slot = 0; slot < BLOCK_SLOTS; slot += 1) {
      const cell = person * BLOCK_SLOTS + slot
      const level = people.level[cell] ?? -1
      if (level < 0) continue
      lead.level = level
      lead.times = people.times[cell] ?? Number.NaN
      lead.minutes = people.minutes[cell] ?? Number.NaN
      lead.people = (people.people[cell] ?? 0) === 0 ? Number.NaN : (people.people[cell] ?? 1)
      topic.slot = slot
      topic.timesSaid = !Number.isNaN(lead.times)
      const missing = slot === NIGHT ? countNight(tables, count, nights) : countTopic(tables, count, topic)
      if (missing !== 0) lacking += 1
    }
    const hours = people.help[person] ?? 0
    giver.minutes = hours * 60
    giver.mask = (people.helpFor[person] ?? 0) === 0 ? ADULT_DAY : (people.helpFor[person] ?? 0)
    reckon(tables, count, hours > 0 ? givers : nobody, figures)
    out.weekly[person] = figures.total[MID] ?? 0
    out.low[person] = figures.total[LOW] ?? 0
    out.high[person] = figures.total[HIGH] ?? 0
    out.asIfNoCarer[person] = figures.alone
    out.once[person] = figures.once[MID] ?? 0
    out.lacking[person] = lacking
  }
}
