import { isCarerOutcome } from '../domain/outcomes/topics.ts'
import type { Entry, EntryOf } from './entries.ts'
import type { RecordState } from './state.ts'

/** The entries that an entry rests on: a need on statements, a decision on needs, a plan line on needs. */
function supportsOf(entry: Entry, state: RecordState): readonly string[] {
  if (entry.kind === 'need') return statementsBehind(entry, state)
  if (entry.kind === 'eligibility') return [entry.assessment, ...entry.needs.map(({ need }) => need)]
  if (entry.kind === 'option') return entry.needs
  if (entry.kind === 'option-answered') return [entry.option]
  if (entry.kind === 'plan') return entry.lines.flatMap((line) => [...line.needs, ...(line.goals ?? [])])
  if (entry.kind === 'personal-budget' || entry.kind === 'direct-payment') return [entry.plan]
  if (entry.kind === 'sign-off') return [entry.of]
  if (entry.kind === 'response') return [entry.to]
  if (entry.kind === 'assessment-closed') return [entry.assessment]
  return []
}

/**
 * The statements that a need rests on: those that it names, and where it names none, what was said of its topics, about
 * the one whose need it is, before it was written.
 */
export function statementsBehind(need: EntryOf<'need'>, state: RecordState): readonly string[] {
  const named = need.statements ?? []
  if (named.length > 0) return named.map((id) => state.byId.get(id)?.id ?? id)
  const whose = need.of ?? state.person.id
  return state.entries
    .slice(0, state.entries.indexOf(need))
    .filter(
      (entry) =>
        entry.kind === 'statement' && need.topics.includes(entry.topic) && isAbout(entry, state) === whose,
    )
    .map((entry) => entry.id)
}

const isAbout = (statement: EntryOf<'statement'>, state: RecordState): string =>
  statement.about ?? (isCarerOutcome(statement.topic) ? statement['said-by'] : state.person.id)

/**
 * Everything that rests on an entry, near and far, in the order of the record: what is marked while the entry is
 * disputed, and what must be looked at again when the dispute is accepted.
 */
export function restingOn(state: RecordState, id: string): readonly Entry[] {
  const first = state.byId.get(id)?.id ?? id
  const reached = new Set<string>([first])
  // Almost always one pass in order reaches everything; a correction stands in an early place and may name a later entry.
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const entry of state.entries) {
      if (reached.has(entry.id)) continue
      if (supportsOf(entry, state).some((support) => reached.has(state.byId.get(support)?.id ?? support))) {
        reached.add(entry.id)
      }
    }
  }
  return state.entries.filter((entry) => entry.id !== first && reached.has(entry.id))
}

/** The open disputes on anything that an entry rests on, the entry itself included. */
export function disputesBeneath(state: RecordState, id: string) {
  return state.disputes.filter(
    (dispute) =>
      dispute.open &&
      dispute.of !== undefined &&
      (dispute.of.id === id || restingOn(state, dispute.of.id).some((entry) => entry.id === id)),
  )
}
