import { newCount } from '../allocation/count.ts'
import type { Model } from '../allocation/model.ts'
import { setOut } from '../allocation/one-person.ts'
import { newFigures, reckon } from '../allocation/reckon.ts'
import { MID, NIGHT } from '../allocation/slots.ts'
import { figure, type Tables, tablesOf } from '../allocation/tables.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type Figures, factsOf } from './figures.ts'

/**
 * How much help somebody needs, so that money can be held against it. Hours are counted as if nobody helped; `given` is what
 * unpaid carers are willing and able to give and have agreed to.
 */
export type Need = {
  readonly hours: number
  readonly nights: number
  readonly given: number
  /** steps of the ladder below "on my own", over the ten outcomes */
  readonly steps: number
  readonly topics: number
  /**
   * What the published model gives for all that, in pence a week: the hours by who would come (an agency, an assistant, awake or
   * asleep), after unpaid help. An hour is not an hour to the model, and needs that are met in different ways are not the same.
   */
  readonly published: number
}

/** The model's tables by day: laid out once for all days between two changes of a price. */
function tablesByDay(model: Model): (day: PlainDate) => Tables {
  const changes = [...new Set(model.prices.map(({ from }) => from))].toSorted()
  const known = new Map<PlainDate, Tables>()
  return (day) => {
    const since = changes.findLast((from) => from <= day) ?? changes[0] ?? day
    const tables = known.get(since) ?? tablesOf(model, since)
    known.set(since, tables)
    return tables
  }
}

/** Somebody's need by the model and its prices on a day, or undefined where nothing of it can be counted yet. */
export function needsBy(model: Model): (one: Figures, on: PlainDate) => Need | undefined {
  const tablesOn = tablesByDay(model)
  const count = newCount()
  const figures = newFigures()
  return (one, on) => {
    const facts = factsOf(one)
    setOut(tablesOn(on), count, facts, () => undefined)
    if (count.size === 0) return undefined
    let minutes = 0
    let nights = 0
    for (let index = 0; index < count.size; index += 1) {
      const slot = count.places[index] ?? 0
      if (slot === NIGHT) nights = figure(count.times, MID, slot)
      else minutes += figure(count.minutes, MID, slot)
    }
    reckon(tablesOn(on), count, facts.givers, figures)
    const given = one.help.reduce((sum, help) => sum + help.minutes, 0)
    const steps = one.needs.reduce((sum, { level }) => sum + (level === null ? 0 : 4 - level), 0)
    return {
      hours: minutes / 60,
      nights,
      given: given / 60,
      steps,
      topics: one.needs.length,
      published: figures.total[MID] ?? 0,
    }
  }
}

/** The columns that a regression on need goes by. Money grows with hours neither in a straight line nor without end. */
export const needColumns = ({ hours, nights, given, steps, published }: Need): readonly number[] => {
  const size = Math.log1p(hours)
  return [size, size * size, nights, Math.log1p(given), steps, Math.log1p(published)]
}

/** Hours a week at which how often something happens may begin to rise or fall otherwise. */
const BENDS = [2, 4, 8, 16, 32].map((hours) => Math.log1p(hours))

/**
 * The same for what happens or does not: to be found not eligible is common with few hours and unknown with many, which no straight
 * line follows. What a straight line leaves would be laid at the door of whichever group has few hours.
 */
export const needBends = (need: Need): readonly number[] => {
  const size = Math.log1p(need.hours)
  return [...needColumns(need), ...BENDS.map((bend) => Math.max(0, size - bend))]
}
