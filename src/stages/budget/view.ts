import type { Answer } from '../../domain/answer.ts'
import { type BothWays, bothWays } from '../../domain/allocation/both-ways.ts'
import type { IndicativeBudget } from '../../domain/allocation/budget.ts'
import { type AllocationFacts, PERSON, type Whose } from '../../domain/allocation/facts.ts'
import type { Model } from '../../domain/allocation/model.ts'
import {
  type Comparison,
  compareWithBuiltUp,
  type PointsModel,
  type PointsOpinion,
  pointsOpinion,
} from '../../domain/allocation/points.ts'
import { type Change, changeFinder } from '../../domain/allocation/what-would-change.ts'
import { ADULT_OUTCOMES, type AdultOutcome } from '../../domain/outcomes/topics.ts'
import { allocationFacts } from '../../record/allocation-facts.ts'
import { carersHeard } from '../../record/eligibility-facts.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Dispute, type RecordState, all } from '../../record/state.ts'

/** A budget with everything that its page shows: the sum both ways, and what would change each line. */
export type BudgetView = {
  readonly whose: Whose
  readonly both: BothWays
  readonly changes: ReadonlyMap<string, readonly Change[]>
  /** the open disputes that the sum rests on: those that would change it, and those that would not */
  readonly disputes: readonly Dispute[]
  /** the same facts by the council's points: shown beside the sum, and deciding nothing */
  readonly second: SecondOpinion | undefined
}

export type SecondOpinion = {
  readonly opinion: Answer<PointsOpinion>
  readonly compared: Answer<Comparison> | undefined
}

const budgetOf = (answer: Answer<IndicativeBudget>): IndicativeBudget | undefined =>
  answer.kind === 'known' ? answer.value : undefined

function viewOf(model: Model, state: RecordState, facts: AllocationFacts, whose: Whose): BudgetView {
  const both = bothWays(model, facts, whose)
  const budget = budgetOf(both.setAside)
  const changesOf = changeFinder(model, facts, whose, both.setAside)
  const changes = new Map((budget?.lines ?? []).map(({ id }) => [id, changesOf(id)] as const))
  const spoken = new Set([
    ...both.each.map(({ entry }) => entry),
    ...(budget?.lines.flatMap((line) => line.restsOn) ?? []),
  ])
  const disputes = state.disputes.filter(({ open, of }) => open && of !== undefined && spoken.has(of.id))
  return { whose, both, changes, disputes, second: undefined }
}

export function personBudget(model: Model, state: RecordState, points?: PointsModel): BudgetView {
  const facts = allocationFacts(state)
  const view = viewOf(model, state, facts, PERSON)
  const tolerance = model['second-opinion']?.['tolerance-percent']
  if (points === undefined || tolerance === undefined) return view
  const opinion = pointsOpinion(points, facts)
  const sum = budgetOf(view.both.setAside)
  const compared =
    opinion.kind === 'known' && sum !== undefined
      ? compareWithBuiltUp(sum, opinion.value, tolerance)
      : undefined
  return { ...view, second: { opinion, compared } }
}

/** Each carer's own sum, for those who may see it. */
export const carerBudgets = (
  model: Model,
  state: RecordState,
  carers: readonly string[],
): readonly BudgetView[] => {
  const facts = allocationFacts(state)
  return carersHeard(state)
    .filter((carer) => carers.includes(carer))
    .map((carer) => viewOf(model, state, facts, { whose: 'carer', carer }))
}

/** What the council has put in writing about money, latest first. */
export const recordedBudgets = (
  state: RecordState,
): readonly (EntryOf<'indicative-budget'> | EntryOf<'personal-budget'>)[] =>
  [...all(state, 'indicative-budget'), ...all(state, 'personal-budget')].toSorted(
    (a, b) => state.entries.indexOf(b) - state.entries.indexOf(a),
  )

/** The parts of daily life that nobody has spoken of yet: they are not in the sum, and not nothing. */
export const notSpokenOf = (state: RecordState): readonly AdultOutcome[] => {
  const spoken = new Set(all(state, 'statement').map(({ topic }) => topic))
  return ADULT_OUTCOMES.filter((topic) => !spoken.has(topic))
}
