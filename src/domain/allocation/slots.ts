import { ADULT_OUTCOMES, CARER_OUTCOMES, type AdultOutcome, type CarerOutcome } from '../outcomes/topics.ts'

/**
 * The topics that a budget has lines for, each with its place in the tables: the ten outcomes of an adult, the night, and the
 * eight outcomes of a carer, whose sum is their own. A place rather than a name is what lets one sum serve one person and a million.
 */
export const SLOTS = [...ADULT_OUTCOMES, 'night', ...CARER_OUTCOMES] as const
export type BudgetTopic = AdultOutcome | 'night' | CarerOutcome

export const SLOT_COUNT = SLOTS.length
export const NIGHT = ADULT_OUTCOMES.length

const PLACES: ReadonlyMap<string, number> = new Map(SLOTS.map((topic, slot) => [topic, slot]))

/** The place of a topic in the tables; `undefined` for a topic that no budget has a line for, such as `history`. */
export const slotOf = (topic: string): number | undefined => PLACES.get(topic)

/** Whether a topic is one of a carer's own. */
export const isOfACarer = (topic: string): boolean => (PLACES.get(topic) ?? 0) > NIGHT

/** @throws if there is no such place: a bug. */
export function topicAt(slot: number): BudgetTopic {
  const topic = SLOTS[slot]
  if (topic === undefined) throw new RangeError(`no topic at place ${slot}`)
  return topic
}

/** The levels of the ladder at which help may be needed. Level 4 is "on my own", and has no line in the model. */
export const NEED_LEVELS = [0, 1, 2, 3] as const
export type NeedLevel = (typeof NEED_LEVELS)[number]

/** The three sums that every budget has: with the lowest, the stated and the highest figures. */
export const LOW = 0
export const MID = 1
export const HIGH = 2
export const SCENARIOS = [LOW, MID, HIGH] as const
export type Scenario = (typeof SCENARIOS)[number]
