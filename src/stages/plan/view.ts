import { isMetByCarer, isMetUnder } from '../../domain/checks/alternatives.ts'
import { type Fall, fallsBetween } from '../../domain/checks/council-support.ts'
import { eligibleNeeds } from '../../domain/checks/eligible-needs.ts'
import { between, comesAfter, refersTo } from '../../domain/checks/order.ts'
import { type Need, needsOf, serves } from '../../domain/checks/plan-lines.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { waitingFor } from '../../domain/checks/waiting.ts'
import { standsWithPerson } from '../../domain/checks/their-side.ts'
import { completedAssessments, isCarers, speaksForPerson } from '../../domain/checks/whose.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type Names, planDifference } from '../../record/plan-difference.ts'
import type { Plan, PlanLine } from '../../record/plan-words.ts'
import { type RecordState, all, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

export type Response = EntryOf<'response'>
export type SignOff = EntryOf<'sign-off'>

/** Where a version stands among the others. */
export type Place = 'draft' | 'in-force' | 'earlier-draft' | 'replaced'

export type Version = {
  readonly plan: Plan
  readonly place: Place
  /** what the person, or who acts for them, said to it, in order */
  readonly answers: readonly Response[]
  /** the last answer to it, or to the draft that was issued word for word as it was agreed to */
  readonly answered: Response | undefined
  readonly signed: SignOff | undefined
}

export type Plans = {
  /** every version, oldest first */
  readonly versions: readonly Version[]
  readonly inForce: Version | undefined
  /** the version that is being written: the last one, where it is a draft */
  readonly draft: Version | undefined
}

export const answersTo = (state: RecordState, plan: Plan): readonly Response[] =>
  all(state, 'response').filter(
    (response) => refersTo(state, response.to, plan) && speaksForPerson(state, response.by),
  )

const signOffOf = (state: RecordState, plan: Plan): SignOff | undefined =>
  all(state, 'sign-off').findLast((signed) => refersTo(state, signed.of, plan))

const BARE: Names = { person: '', party: (id) => id, entry: (id) => id, standing: (id) => id }

/** The draft that a version was made from, where it was issued as it stood: what was said to the one was said to the other. */
const draftIssuedAs = (plan: Plan, before: Plan | undefined): Plan | undefined =>
  plan.status === 'issued' && before?.status === 'draft' && planDifference(before, plan, BARE).isSame
    ? before
    : undefined

export function plansIn(state: RecordState): Plans {
  const plans = all(state, 'plan')
  const last = plans.at(-1)
  const force = planInForce(state)
  const placeOf = (plan: Plan): Place => {
    if (plan === force) return 'in-force'
    if (plan.status === 'issued') return 'replaced'
    return plan === last ? 'draft' : 'earlier-draft'
  }
  const versions = plans.map((plan, index): Version => {
    const answers = answersTo(state, plan)
    const draft = draftIssuedAs(plan, plans[index - 1])
    const carried = draft === undefined ? undefined : answersTo(state, draft).at(-1)
    return {
      plan,
      place: placeOf(plan),
      answers,
      answered: answers.at(-1) ?? (carried?.extent === 'agrees' ? carried : undefined),
      signed: signOffOf(state, plan) ?? (draft === undefined ? undefined : signOffOf(state, draft)),
    }
  })
  return {
    versions,
    inForce: versions.find(({ place }) => place === 'in-force'),
    draft: versions.find(({ place }) => place === 'draft'),
  }
}

/** The version that somebody is asked to answer: the draft, or where there is none the plan in force. */
export const toAnswer = ({ draft, inForce }: Plans): Version | undefined => draft ?? inForce

/**
 * What may be said of a version in a word. It is a draft in everybody's eyes until the person, or who acts for them, has
 * answered; a plan that is older than this record is taken as it came.
 */
export type Mark =
  | { readonly kind: 'draft' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'answered'; readonly last: Response }
  | { readonly kind: 'brought-over' }
  | { readonly kind: 'replaced' }

export function markOf({ plan, place, answered }: Version): Mark {
  if (place === 'draft' || place === 'earlier-draft') return { kind: 'draft' }
  if (place === 'replaced') return { kind: 'replaced' }
  if (answered !== undefined) return { kind: 'answered', last: answered }
  return plan['brought-over'] === true ? { kind: 'brought-over' } : { kind: 'unanswered' }
}

export const isShownAsDraft = (version: Version): boolean =>
  ['draft', 'unanswered'].includes(markOf(version).kind)

/** What the person last agreed to, whole or in part, where the plan in force is another version than that. */
export function agreedBefore(state: RecordState, plans: Plans): Version | undefined {
  const issued = plans.inForce
  if (issued === undefined || (issued.answered?.extent ?? 'disagrees') !== 'disagrees') return undefined
  return plans.versions.findLast(
    ({ plan, answers }) =>
      comesAfter(state, issued.plan, plan) && (answers.at(-1)?.extent ?? 'disagrees') !== 'disagrees',
  )
}

/** How a need is met under a plan. */
export type NeedMet = {
  readonly need: Need
  readonly eligible: boolean
  /** a decision on eligibility speaks of it */
  readonly isDecided: boolean
  /** it was found after this version was made */
  readonly isNewer: boolean
  readonly lines: readonly PlanLine[]
  /** the party who meets it without pay, able and willing */
  readonly carer: string | undefined
}

/** Every eligible need, and every other need that a line is for. */
export function needsUnder(state: RecordState, plan: Plan): readonly NeedMet[] {
  const eligible = eligibleNeeds(state).map(({ need }) => need)
  const named = plan.lines.flatMap((line) => needsOf(state, line))
  return [...new Set([...eligible, ...named])].map((need) => ({
    need,
    eligible: eligible.includes(need),
    isDecided: all(state, 'eligibility').some(({ needs }) =>
      needs.some((one) => state.byId.get(one.need)?.id === need.id),
    ),
    isNewer: dayOfWhen(need.on) > dayOfWhen(plan.on),
    lines: plan.lines.filter((line) => serves(state, line, need)),
    carer: isMetByCarer(state, need) ? need['met-by']?.carer : undefined,
  }))
}

/** Eligible needs that no line names and no carer meets: a plan is not issued while there is one. */
export const needsOpen = (state: RecordState, plan: Plan): readonly Need[] =>
  needsUnder(state, plan).flatMap(({ need, eligible, lines, carer }) =>
    eligible && lines.length === 0 && carer === undefined ? [need] : [],
  )

/** Something that less support may rest on: what happened since the plan in force, with its name. */
export type Basis = { readonly id: string; readonly says: string; readonly entry: Entry }

export function basesSince(state: RecordState, before: Plan): readonly Basis[] {
  const dated = (entry: Entry) => dateInWords(dayOfWhen(entry.on))
  const assessed = completedAssessments(state)
    .filter(({ opened }) => !isCarers(opened) && comesAfter(state, opened, before))
    .map(({ opened }) => ({
      id: opened.id,
      entry: opened,
      says: `The reassessment opened on ${dated(opened)}`,
    }))
  const reviews = between(state, all(state, 'review'), before).map((review) => ({
    id: review.id,
    entry: review,
    says: `The review of ${dated(review)}`,
  }))
  const asked = between(state, all(state, 'review-asked'), before)
    .filter(({ by }) => standsWithPerson(state, by))
    .map((ask) => ({ id: ask.id, entry: ask, says: `The change asked for on ${dated(ask)}` }))
  return [...assessed, ...reviews, ...asked]
}

/** What a version gives less of, and against which version. */
export type Less = { readonly fall: Fall; readonly against: Plan }

/** What is less than in the plan in force, and than in the draft that the person agreed to since; each line once. */
export function lessIn(state: RecordState, plan: Plan): readonly Less[] {
  const plans = all(state, 'plan').filter((each) => each.id !== plan.id)
  const earlier = plans.filter(
    (each) => state.byId.get(plan.id) === undefined || comesAfter(state, plan, each),
  )
  const issued = earlier.findLast(({ status }) => status === 'issued')
  const agreed = earlier.findLast(
    (each) =>
      each.status === 'draft' &&
      (issued === undefined || comesAfter(state, each, issued)) &&
      answersTo(state, each).at(-1)?.extent === 'agrees',
  )
  const found = new Map<string, Less>()
  for (const against of [agreed, issued]) {
    if (against === undefined) continue
    for (const fall of fallsBetween(state, against, plan)) {
      found.set(String(fall.line.line), { fall, against })
    }
  }
  return [...found.values()]
}

/** Whose move it is after a disagreement, and how long it has been. */
export type Clock = {
  readonly says: string
  /** what answered it, where something has */
  readonly answer: Entry | undefined
}

export function clockOf(state: RecordState, response: Response): Clock {
  const answer = answerTo(state, response)
  const since = dayOfWhen(response.on)
  if (answer !== undefined) {
    return {
      answer,
      says: `Answered on ${dateInWords(dayOfWhen(answer.on))}, with ${ANSWER_WORDS[answer.kind] ?? 'words'}.`,
    }
  }
  const waiting = waitingFor(state, {
    from: since,
    count: standardsFor(state.policy)['answer-days'],
    unit: 'working-days',
    stages: ['plan'],
    what: 'The council’s answer',
  })
  return { answer, says: waiting?.says ?? 'The council owes an answer.' }
}

const ANSWER_WORDS: Readonly<Partial<Record<Entry['kind'], string>>> = {
  plan: 'a new version',
  review: 'a review',
  'sign-off': 'a manager’s decision',
  'dispute-answered': 'an answer to the disagreement',
  'complaint-answered': 'an answer to a complaint',
  note: 'a note of what was said',
}

/** The first thing that the council did after it that speaks to it: a version, a review, a decision, words. */
function answerTo(state: RecordState, response: Response): Entry | undefined {
  const to = state.byId.get(response.to)
  const about = (id: string | undefined) =>
    id !== undefined && [response.id, to?.id].includes(state.byId.get(id)?.id)
  return state.entries.find((entry) => {
    if (!comesAfter(state, entry, response)) return false
    if (entry.kind === 'plan' || entry.kind === 'review') return true
    if (entry.kind === 'sign-off') return about(entry.of)
    if (entry.kind === 'note') return about(entry.of) && !speaksForPerson(state, entry.by)
    if (entry.kind !== 'dispute-answered') return false
    const dispute = state.byId.get(entry.dispute)
    return dispute?.kind === 'dispute' && about(dispute.of)
  })
}

/** That the person could not answer, as the worker wrote it down: a note of the plan, which asks again. */
const COULD_NOT = 'Could not answer, because:'
export const couldNotText = (because: string): string => `${COULD_NOT} ${because.trim()}`
export type CouldNot = { readonly note: EntryOf<'note'>; readonly because: string }

export const couldNotAnswer = (state: RecordState, plan: Plan): readonly CouldNot[] =>
  all(state, 'note').flatMap((note) =>
    note.of !== undefined && refersTo(state, note.of, plan) && note.text.startsWith(COULD_NOT)
      ? [{ note, because: note.text.slice(COULD_NOT.length).trim() }]
      : [],
  )

/** Eligible needs that this version meets and that nothing else does: neither the plan in force nor a carer. */
export function needsOnlyHere(state: RecordState, plan: Plan): readonly Need[] {
  const force = planInForce(state)
  const other = force?.id === plan.id ? undefined : force
  return eligibleNeeds(state)
    .map(({ need }) => need)
    .filter((need) => plan.lines.some((line) => serves(state, line, need)) && !isMetUnder(state, other, need))
}
