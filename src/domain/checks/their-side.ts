import type { Role } from '../../record/entries.ts'
import type { RecordState } from '../../record/state.ts'
import { speaksForPerson } from './whose.ts'

const WITH_THE_PERSON: readonly Role[] = [
  'person',
  'carer',
  'family',
  'friend',
  'advocate',
  'attorney',
  'deputy',
]

/**
 * The person and everyone who stands with them, not only who may act for them: an idea "for the person" may come from a
 * daughter, and a family may ask for a review.
 */
export const standsWithPerson = (state: RecordState, party: string): boolean => {
  const role = state.parties.get(party)?.role
  return (role !== undefined && WITH_THE_PERSON.includes(role)) || speaksForPerson(state, party)
}
