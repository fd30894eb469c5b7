import { type AtTable, mayDo } from '../../table/at-table.ts'
import { isThePerson, nameFor, nameWithin } from '../../table/reader.ts'
import { mayHandBack } from './decide-ahead.ts'
import { openAhead } from './view-ahead.ts'
import type { Sees, Telling } from './view-path.ts'

export const seesOf =
  (table: AtTable): Sees =>
  (resource) =>
    mayDo(table, resource, 'read')

/** To the person: “you”. To everybody else: their name. */
export const tellingOf = ({ reader, state }: AtTable): Telling => {
  const mine = isThePerson(reader)
  return {
    turn: (you, they) => (mine ? you : they),
    person: mine ? 'You' : state.person.name,
    name: (party) => nameFor(reader, state, party),
    within: (party) => nameWithin(reader, state, party),
  }
}

/** Is there a step ahead that the reader can hand back? */
export const mayHandSomethingBack = (table: AtTable): boolean => {
  const isWorker = mayDo(table, 'asking', 'judge')
  return openAhead(table.state).some((step) => mayHandBack(step, table.reader.party, isWorker))
}
