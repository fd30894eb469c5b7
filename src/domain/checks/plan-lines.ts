import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Topic } from '../outcomes/topics.ts'
import { dayOfEntry } from './clocks.ts'
import { comesAfter, refersTo } from './order.ts'

export type Plan = EntryOf<'plan'>
export type PlanLine = Plan['lines'][number]
export type Need = EntryOf<'need'>

/** The plans that were issued, in order: what was given and what became of it. */
export const issuedPlans = (state: RecordState): readonly Plan[] =>
  all(state, 'plan').filter((plan) => plan.status === 'issued')

/** The issued plans that were made in this record. How a plan was made that is older than the record is never checked. */
export const plansMade = (state: RecordState): readonly Plan[] =>
  issuedPlans(state).filter((plan) => plan['brought-over'] !== true)

/** The plan that was in force until this one. */
export const planBefore = (state: RecordState, plan: Plan): Plan | undefined =>
  issuedPlans(state).findLast((earlier) => comesAfter(state, plan, earlier))

/** The plan that took the place of this one. */
export const planAfter = (state: RecordState, plan: Plan): Plan | undefined =>
  issuedPlans(state).find((later) => comesAfter(state, later, plan))

export const isCouncilFunded = (line: PlanLine): boolean => line.funder === 'council'

/** The same line of another version: the same id. Files write ids as text or as a number. */
export const isNamed = (line: PlanLine, id: string | number): boolean => String(line.line) === String(id)
export const lineOf = (plan: Plan | undefined, id: string | number): PlanLine | undefined =>
  plan?.lines.find((line) => isNamed(line, id))

export const needsOf = (state: RecordState, line: PlanLine): readonly Need[] =>
  line.needs.flatMap((need) => find(state, 'need', need) ?? [])

export const topicsOf = (state: RecordState, line: PlanLine): readonly Topic[] => [
  ...new Set(needsOf(state, line).flatMap((need) => need.topics)),
]

export const serves = (state: RecordState, line: PlanLine, need: Need): boolean =>
  line.needs.some((id) => refersTo(state, id, need))

/** The personal budget of a plan as it stands; of several, the latest. */
export const budgetOf = (state: RecordState, plan: Plan): EntryOf<'personal-budget'> | undefined =>
  all(state, 'personal-budget').findLast((budget) => refersTo(state, budget.plan, plan))

/** The drafts of a plan: those between it and the plan before it. */
export const draftsOf = (state: RecordState, plan: Plan): readonly Plan[] => {
  const before = planBefore(state, plan)
  return all(state, 'plan').filter(
    (draft) => draft.status === 'draft' && comesAfter(state, draft, before) && comesAfter(state, plan, draft),
  )
}

/** A line of a plan was ended by that day. */
export const isEndedBy = (state: RecordState, plan: Plan, line: PlanLine, by: PlainDate): boolean =>
  all(state, 'support-ended').some(
    (ended) => refersTo(state, ended.plan, plan) && isNamed(line, ended.line) && dayOfEntry(ended) <= by,
  )

/** From a day on, nothing is owed under a plan: the record was closed, the person moved away, or every line was ended. */
export function planEndedOn(state: RecordState, plan: Plan): PlainDate | undefined {
  const over = state.entries.find(
    (entry) =>
      comesAfter(state, entry, plan) &&
      (entry.kind === 'closed' || (entry.kind === 'moved' && entry.direction === 'out')),
  )
  const ends = all(state, 'support-ended').filter((ended) => refersTo(state, ended.plan, plan))
  const last = ends.at(-1)
  const allEnded =
    last !== undefined && plan.lines.every((line) => ends.some((ended) => isNamed(line, ended.line)))
  const days = [over, allEnded ? last : undefined].flatMap((entry) =>
    entry === undefined ? [] : [dayOfEntry(entry)],
  )
  return days.toSorted()[0]
}
