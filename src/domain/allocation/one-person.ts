import { clearCount, type Count, countNight, countTopic, type HeardTopic, NOTHING } from './count.ts'
import type { AllocationFacts, Whose } from './facts.ts'
import type { Giver } from './reckon.ts'
import { NIGHT, slotOf } from './slots.ts'
import type { Tables } from './tables.ts'
import { giversOf, hear, helpHeard } from './voices.ts'

/** One person's facts as bare figures: what the fast sum takes. An invented person can be made of these directly. */
export type CompactFacts = {
  readonly topics: readonly HeardTopic[]
  readonly nights: readonly HeardTopic[]
  readonly shared: readonly { readonly slot: number; readonly people: number }[]
  readonly givers: readonly Giver[]
}

const NOTHING_SHARED: CompactFacts['shared'] = []

/** That somebody agreed to share, at the places that a line may stand. The last word on each topic stands. */
export function sharedOf({ shared: all = [] }: AllocationFacts): CompactFacts['shared'] {
  if (all.length === 0) return NOTHING_SHARED
  const last = new Map(all.map((shared) => [slotOf(shared.topic), shared]))
  return [...last].flatMap(([slot, { agreed, people }]) =>
    agreed && slot !== undefined ? [{ slot, people }] : [],
  )
}

/** The facts of a record, made compact. A carer's own sum has no unpaid help to take off. */
export function compactFacts(facts: AllocationFacts, whose: Whose): CompactFacts {
  const hearing = hear(facts, whose)
  return {
    topics: hearing.topics,
    nights: hearing.nights,
    shared: sharedOf(facts),
    givers: whose.whose === 'person' ? giversOf(helpHeard(facts)) : [],
  }
}

/** Sets one person out for the sum. `lacking` hears of every place that cannot be counted, and what is missing, as bits. */
export function setOut(
  tables: Tables,
  count: Count,
  person: CompactFacts,
  lacking: (slot: number, missing: number) => void,
): void {
  clearCount(count)
  for (const topic of person.topics) {
    const missing = countTopic(tables, count, topic)
    if (missing !== NOTHING) lacking(topic.slot, missing)
  }
  if (person.nights.length > 0) {
    const missing = countNight(tables, count, person.nights)
    if (missing !== NOTHING) lacking(NIGHT, missing)
  }
  for (const { slot, people } of person.shared) {
    if (count.counted[slot] === 1)
      count.sharers[slot] = Math.max(1, Math.min(people, tables.mostSharing[slot] ?? 1))
  }
}
