import { chanceFrom } from '../../integrity/remeasure.ts'
import { type Assumptions, CHANCES } from './assumptions.ts'

/** What is left to chance about a person. Each is drawn once, so that the same person meets every provider and every contract. */
export type Draw =
  | 'accepted'
  | 'cut'
  | 'reached'
  | 'excluded'
  | 'answers'
  | 'day'
  | 'level'
  | 'score'
  | 'leant'
  | 'attained'
  | `quarter-${1 | 2 | 3 | 4}`

/** Somebody who does not exist. `hours` a week are what they need; `chance` is how likely good support is to bring their outcome. */
export type InventedPerson = {
  readonly id: string
  readonly hours: number
  readonly chance: number
  /** the ladder before, 1 to 3 */
  readonly before: 1 | 2 | 3
  /** from 0 up to 1, the same whenever it is asked for */
  readonly draw: Readonly<Record<Draw, number>>
}

/** Home care hours lie about their mean as a long tail does: many people with few hours, few with many. */
const SPREAD = 0.5
const LEAST_HOURS = 2
const MOST_HOURS = 42

/** Half an hour is the shortest step in which support is planned. */
const inHalves = (hours: number): number => Math.round(hours * 2) / 2

const LEVELS = [1, 2, 3] as const

/** The same people for the same seed, whoever supports them and however they are paid. */
export function inventedPeople({ people, hours }: Assumptions, seed: number): readonly InventedPerson[] {
  const middle = Math.log(hours) - SPREAD ** 2 / 2
  return Array.from({ length: people }, (_, n): InventedPerson => {
    // Streams of their own: one person more does not change the others.
    const chance = chanceFrom(Math.imul(seed, 0x9e37_79b1) + Math.imul(n + 1, 0x85eb_ca6b))
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    const weekly = inHalves(Math.exp(middle + SPREAD * normal))
    const likely = CHANCES.least + (CHANCES.most - CHANCES.least) * chance()
    const before = LEVELS[Math.floor(chance() * LEVELS.length)] ?? 1
    const draw: Record<Draw, number> = {
      accepted: chance(),
      cut: chance(),
      reached: chance(),
      excluded: chance(),
      answers: chance(),
      day: chance(),
      level: chance(),
      score: chance(),
      leant: chance(),
      attained: chance(),
      'quarter-1': chance(),
      'quarter-2': chance(),
      'quarter-3': chance(),
      'quarter-4': chance(),
    }
    return {
      id: `p-${n + 1}`,
      hours: Math.min(MOST_HOURS, Math.max(LEAST_HOURS, weekly)),
      chance: likely,
      before,
      draw,
    }
  })
}
