import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { isDoubtAboutPerson } from './advocacy.ts'
import { comesAfter } from './order.ts'
import { isMadeForCarer } from './whose.ts'

type Capacity = EntryOf<'capacity'>
export type Decides = Capacity['for'][number]

/** The latest finding of the person's capacity for a kind of decision: as things stand, or before an entry. */
export const capacityFor = (state: RecordState, what: Decides, before?: Entry): Capacity | undefined =>
  all(state, 'capacity').findLast(
    (capacity) =>
      capacity.for.includes(what) &&
      (before === undefined || comesAfter(state, before, capacity)) &&
      !isMadeForCarer(state, capacity),
  )

/** Found to lack capacity for a kind of decision. Capacity is about one decision: no finding for another says it. */
export const lacksCapacityFor = (state: RecordState, what: Decides, before?: Entry): boolean =>
  capacityFor(state, what, before)?.['has-capacity'] === false

/** What was said that doubts the person's capacity. */
export const doubtsOfCapacity = (state: RecordState): readonly EntryOf<'statement'>[] =>
  all(state, 'statement').filter(
    (said) => (said.doubts ?? []).includes('capacity') && isDoubtAboutPerson(state, said),
  )
