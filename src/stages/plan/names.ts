import type { Names } from '../../record/plan-difference.ts'
import type { Funder } from '../../record/plan-words.ts'
import type { AtTable } from '../../table/at-table.ts'
import { isThePerson, nameWithin } from '../../table/reader.ts'
import { FUNDER_WORDS } from './words.ts'

/** The person in the middle of a sentence: `you`, or their name. */
export const personWithin = ({ reader, state }: AtTable): string =>
  isThePerson(reader) ? 'you' : state.person.name

export const personFirst = ({ reader, state }: AtTable): string =>
  isThePerson(reader) ? 'You' : state.person.name

/** `You` or a name where the person pays; the others by what they are. */
export const payerFirst = (table: AtTable, funder: Funder): string =>
  funder === 'person' ? personFirst(table) : FUNDER_WORDS[funder]

/** A need or a goal in its own words, where the reader may see it. */
export function entryWords({ state }: AtTable, id: string): string | undefined {
  const entry = state.byId.get(id)
  return entry?.kind === 'need' ? entry.text : entry?.kind === 'goal' ? entry.words : undefined
}

export const namesFor = (table: AtTable): Names => ({
  person: personWithin(table),
  party: (id) => nameWithin(table.reader, table.state, id),
  entry: (id) => entryWords(table, id),
  standing: (id) => table.state.byId.get(id)?.id ?? id,
})
