import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import type { Topic } from '../outcomes/topics.ts'
import { hasWords } from './clocks.ts'
import { likedNow } from './liked.ts'
import { comesAfter, refersTo } from './order.ts'
import { type Need, type Plan, type PlanLine, issuedPlans, serves } from './plan-lines.ts'
import { standsWithPerson } from './their-side.ts'

// The ways of meeting a need that were laid on the table, what was said to each, and what counts as meeting the need.

export type Option = EntryOf<'option'>
export type OptionAnswer = EntryOf<'option-answered'>

/** The latest answer to an option. */
export const answerTo = (state: RecordState, option: Option): OptionAnswer | undefined =>
  all(state, 'option-answered').findLast((answer) => refersTo(state, answer.option, option))

export const optionsFor = (state: RecordState, need: Need): readonly Option[] =>
  all(state, 'option').filter((option) => option.needs.some((id) => refersTo(state, id, need)))

export const needsOfOption = (state: RecordState, option: Option): readonly Need[] =>
  option.needs.flatMap((id) => find(state, 'need', id) ?? [])

export const topicsOfOption = (state: RecordState, option: Option): readonly Topic[] => [
  ...new Set(needsOfOption(state, option).flatMap((need) => need.topics)),
]

/** Paid by the person or the family. */
export const isTheirOwn = (line: PlanLine): boolean => line.funder === 'person' || line.funder === 'family'

/** What came of the option is a line that somebody else pays: choosing it was no choice to pay. */
const isGiven = (state: RecordState, option: Option, need: Need): boolean =>
  issuedPlans(state).some(
    (plan) =>
      comesAfter(state, plan, option) &&
      plan.lines.some((line) => !isTheirOwn(line) && line.form === option.form && serves(state, line, need)),
  )

/**
 * The person or the family chose to meet a need themselves: by an accepted option for it that their side proposed, or
 * that the person liked most, and that nobody else gives.
 */
export const isChosen = (state: RecordState, need: Need): boolean =>
  optionsFor(state, need).some(
    (option) =>
      answerTo(state, option)?.outcome === 'accepted' &&
      (likedNow(state, option) === 1 || standsWithPerson(state, option['proposed-by'])) &&
      !isGiven(state, option, need),
  )

/** A line that gives something towards a need. One that the person or the family pays counts only where they chose it. */
export const meets = (state: RecordState, line: PlanLine, need: Need): boolean =>
  line.amount > 0 && serves(state, line, need) && (!isTheirOwn(line) || isChosen(state, need))

/** A carer meets the need, able and willing, and nothing later says that they no longer are. */
export function isMetByCarer(state: RecordState, need: Need): boolean {
  const met = need['met-by']
  if (met === undefined || !met.willing || !met.able) return false
  const since = all(state, 'carer-identified').findLast(
    (identified) => identified.carer === met.carer && comesAfter(state, identified, need),
  )
  return since === undefined || (since.willing && since.able)
}

export const isMetUnder = (state: RecordState, plan: Plan | undefined, need: Need): boolean =>
  isMetByCarer(state, need) || (plan?.lines.some((line) => meets(state, line, need)) ?? false)

/** Good and harm were both put into words. */
export const isWeighed = (risk: EntryOf<'risk'>): boolean => hasWords(risk.good) && hasWords(risk.harm)
