import { newCount } from '../allocation/count.ts'
import type { Model } from '../allocation/model.ts'
import { setOut } from '../allocation/one-person.ts'
import { MID, NIGHT } from '../allocation/slots.ts'
import { figure, tablesOf } from '../allocation/tables.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type Figures, factsOf } from './figures.ts'

/**
 * How much help somebody needs, with no price and no pound in it, so that money can be held against it. Hours are counted as if
 * nobody helped; `given` is what unpaid carers are willing and able to give and have agreed to.
 */
export type Need = {
  readonly hours: number
  readonly nights: number
  readonly given: number
  /** steps of the ladder below "on my own", over the ten outcomes */
  readonly steps: number
  readonly topics: number
}

/** Somebody's need, or undefined where nothing of it can be counted yet. */
export function needsBy(model: Model, on: PlainDate): (one: Figures) => Need | undefined {
  const tables = tablesOf(model, on)
  const count = newCount()
  return (one) => {
    const facts = factsOf(one)
    setOut(tables, count, facts, () => undefined)
    if (count.size === 0) return undefined
    let minutes = 0
    let nights = 0
    for (let index = 0; index < count.size; index += 1) {
      const slot = count.places[index] ?? 0
      if (slot === NIGHT) nights = figure(count.times, MID, slot)
      else minutes += figure(count.minutes, MID, slot)
    }
    const given = one.help.reduce((sum, help) => sum + help.minutes, 0)
    const steps = one.needs.reduce((sum, { level }) => sum + (level === null ? 0 : 4 - level), 0)
    return { hours: minutes / 60, nights, given: given / 60, steps, topics: one.needs.length }
  }
}

/** The columns that a regression on need goes by. Money grows with hours neither in a straight line nor without end. */
export const needColumns = ({ hours, nights, given, steps }: Need): readonly number[] => {
  const size = Math.log1p(hours)
  return [size, size * size, nights, Math.log1p(given), steps]
}
