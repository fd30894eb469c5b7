import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import { comesAfter, refersTo } from './order.ts'
import type { Need } from './plan-lines.ts'
import { subjectOf } from './whose.ts'

type Decision = EntryOf<'eligibility'>

/** A need that stands as eligible, with the decision that first found it so. */
export type EligibleNeed = { readonly need: Need; readonly found: Decision }

/** Whose needs a decision is about: the person, or a carer. */
function decidedFor(state: RecordState, decision: Decision): string {
  const opened = find(state, 'assessment-opened', decision.assessment)
  return opened === undefined ? state.person.id : subjectOf(state, opened)
}

const foundEligible = (state: RecordState, decision: Decision): readonly Need[] =>
  decision.eligible
    ? decision.needs.flatMap(({ need, eligible }) => (eligible ? (find(state, 'need', need) ?? []) : []))
    : []

/**
 * The needs that the latest decision about each of them, the person and any carer, found eligible: as things stand, or
 * as they stood just before another entry.
 */
export function eligibleNeeds(state: RecordState, before?: Entry): readonly EligibleNeed[] {
  const decisions = all(state, 'eligibility').filter(
    (decision) => before === undefined || comesAfter(state, before, decision),
  )
  const latest = new Map<string, Decision>()
  for (const decision of decisions) latest.set(decidedFor(state, decision), decision)
  return [...latest.values()]
    .flatMap((decision) => foundEligible(state, decision))
    .map((need) => ({ need, found: firstToFind(state, decisions, need) }))
    .flatMap(({ need, found }) => (found === undefined ? [] : [{ need, found }]))
}

const firstToFind = (state: RecordState, decisions: readonly Decision[], need: Need): Decision | undefined =>
  decisions.find((decision) => foundEligible(state, decision).some((each) => each.id === need.id))

export const isEligible = (needs: readonly EligibleNeed[], need: Need): boolean =>
  needs.some((each) => each.need.id === need.id)

/** Some decision has said of the need whether it is eligible: yes or no. */
export const isDecided = (state: RecordState, need: Need, before: Entry): boolean =>
  all(state, 'eligibility').some(
    (decision) =>
      comesAfter(state, before, decision) && decision.needs.some((each) => refersTo(state, each.need, need)),
  )
