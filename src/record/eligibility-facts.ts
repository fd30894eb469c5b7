import type { AdultNeed, CarerNeed, NeedFacts } from '../domain/care-act/need-facts.ts'
import { isAdultOutcome, isCarerOutcome } from '../domain/outcomes/topics.ts'
import type { EntryOf } from './entries.ts'
import { disputesBeneath, statementsBehind } from './resting.ts'
import { type RecordState, all, assessmentsOf } from './state.ts'

/**
 * The needs that a decision about somebody is made on: those found since their latest assessment was opened, or, where
 * it has found none yet, those that stood before it.
 */
export function needsOf(state: RecordState, subject: string): readonly EntryOf<'need'>[] {
  const theirs = all(state, 'need').filter((need) => (need.of ?? state.person.id) === subject)
  const opened = assessmentsOf(state, subject).at(-1)
  const since = opened === undefined ? -1 : state.entries.indexOf(opened)
  const latest = theirs.filter((need) => state.entries.indexOf(need) > since)
  return latest.length > 0 ? latest : theirs
}

/** An empty text means that none was given: a fact still to be asked for. */
const given = (key: 'cause' | 'impactWhy' | 'over', words: string | undefined) =>
  words === undefined || words.trim() === '' ? {} : { [key]: words }

/** Who meets a need without pay. Where they have spoken of their help since, their last word counts: it may have ended. */
function metBy(state: RecordState, need: EntryOf<'need'>): Pick<NeedFacts<string>, 'metBy'> {
  const met = need['met-by']
  if (met === undefined) return {}
  const at = state.entries.indexOf(need)
  const since = all(state, 'carer-identified').findLast(
    (help) => help.carer === met.carer && state.entries.indexOf(help) > at,
  )
  const name = state.parties.get(met.carer)?.name
  const { willing, able } = since ?? met
  return { metBy: { carer: met.carer, willing, able, ...(name === undefined ? {} : { name }) } }
}

function factsOf<Outcome extends string>(
  state: RecordState,
  need: EntryOf<'need'>,
  outcomes: readonly Outcome[],
): NeedFacts<Outcome> {
  return {
    id: need.id,
    text: need.text,
    outcomes,
    ...given('cause', need.cause),
    test: need.test,
    wellbeing: need.wellbeing,
    impact: need.impact,
    ...given('impactWhy', need['impact-why']),
    ...given('over', need.over),
    statements: statementsBehind(need, state),
    ...metBy(state, need),
    disputed: disputesBeneath(state, need.id).length > 0,
  }
}

export const adultNeeds = (state: RecordState): readonly AdultNeed[] =>
  needsOf(state, state.person.id).map((need) => factsOf(state, need, need.topics.filter(isAdultOutcome)))

export const carerNeeds = (state: RecordState, carer: string): readonly CarerNeed[] =>
  needsOf(state, carer).map((need) => factsOf(state, need, need.topics.filter(isCarerOutcome)))

/** The carers who have an assessment or needs of their own in this record. */
export const carersHeard = (state: RecordState): readonly string[] => [
  ...new Set([
    ...all(state, 'assessment-opened').flatMap((opened) => (opened.of === 'carer' ? [opened.subject] : [])),
    ...all(state, 'need').flatMap((need) => (need.of === undefined ? [] : [need.of])),
  ]),
]
