import type { Refusal } from '../domain/answer.ts'
import { KIND_ACCESS, type Relationship, anyAllows, placeOf } from './access.ts'
import type { Entry } from './entries.ts'
import { KIND_NAMES, type Kind } from './kinds.ts'
import {
  type RecordState,
  all,
  closingOf,
  decisionOn,
  latest,
  openComplaints,
  openHolds,
  openOptions,
  openReviewRequests,
  planInForce,
} from './state.ts'

/** What must stand before an entry of a kind can be added: nothing where it may, a refusal in a sentence where it may not. */
type Condition = (state: RecordState) => Refusal | undefined

const always: Condition = () => undefined
const unless =
  (holds: (state: RecordState) => boolean, says: string): Condition =>
  (state) =>
    holds(state) ? undefined : { says }

const assessments = (state: RecordState) => all(state, 'assessment-opened')
const anOpenAssessment = (state: RecordState) =>
  assessments(state).some((opened) => closingOf(state, opened) === undefined)
const anUndecidedAssessment = (state: RecordState) =>
  assessments(state).some(
    (opened) => closingOf(state, opened)?.outcome === 'completed' && decisionOn(state, opened) === undefined,
  )
const aNeed = (state: RecordState) => all(state, 'need').length > 0
/** Who may not read needs, as a broker, still knows of one by the options and the plan that name it. */
const aNeedOrWhatRestsOnOne = (state: RecordState) =>
  aNeed(state) || all(state, 'option').length > 0 || all(state, 'plan').length > 0
const aPlan = (state: RecordState) => all(state, 'plan').length > 0
const anIssuedPlan = (state: RecordState) => planInForce(state) !== undefined
const aStartedLine = (state: RecordState) => all(state, 'support-started').length > 0
/** What is to start on a day to come can be taken back before it. */
const aStartedLineOrOneToCome = (state: RecordState) =>
  aStartedLine(state) || state.ahead.some(({ kind }) => kind === 'support-started')
const something = (state: RecordState) => state.entries.length > 0

const NO_ASSESSMENT = 'No assessment is open.'
const NO_PLAN = 'There is no plan yet.'
const NO_ISSUED_PLAN = 'No plan has been issued yet.'

/** One condition for each kind; the type makes the list complete. */
const CONDITIONS: Readonly<Record<Kind, Condition>> = {
  contact: always,
  advice: always,
  hold: unless(something, 'There is nothing yet to put on hold.'),
  resume: unless((state) => openHolds(state).length > 0, 'Nothing is on hold.'),
  moved: always,
  hospital: always,
  'assessment-opened': always,
  statement: always,
  dispute: unless(something, 'There is nothing yet to disagree with.'),
  'dispute-answered': unless(
    (state) => state.disputes.some((dispute) => dispute.open),
    'No dispute is open.',
  ),
  'carer-identified': always,
  advocacy: always,
  capacity: always,
  liberty: always,
  risk: always,
  need: unless(anOpenAssessment, NO_ASSESSMENT),
  'assessment-closed': unless(anOpenAssessment, NO_ASSESSMENT),
  eligibility: unless(anUndecidedAssessment, 'No completed assessment is waiting for a decision.'),
  copy: unless(something, 'There is nothing yet to send a copy of.'),
  'indicative-budget': unless(aNeed, 'No need has been recorded yet.'),
  'financial-assessment': always,
  option: unless(aNeedOrWhatRestsOnOne, 'No need has been recorded yet.'),
  'option-answered': unless((state) => openOptions(state).length > 0, 'No option waits for an answer.'),
  goal: always,
  plan: unless(
    (state) => aNeed(state) || latest(state, 'moved') !== undefined,
    'No need has been recorded yet.',
  ),
  'personal-budget': unless(aPlan, NO_PLAN),
  response: unless(something, 'There is nothing yet to answer.'),
  'sign-off': unless(aPlan, NO_PLAN),
  'support-started': unless(anIssuedPlan, NO_ISSUED_PLAN),
  'support-delivered': unless(aStartedLine, 'No support has started yet.'),
  'support-ended': unless(aStartedLineOrOneToCome, 'No support has started yet.'),
  'direct-payment': unless(anIssuedPlan, NO_ISSUED_PLAN),
  progress: unless((state) => all(state, 'goal').length > 0, 'No goal has been recorded yet.'),
  measure: always,
  review: unless(aPlan, NO_PLAN),
  'review-asked': unless(aPlan, NO_PLAN),
  'review-answered': unless(
    (state) => openReviewRequests(state).length > 0,
    'Nobody is waiting for an answer about a review.',
  ),
  complaint: always,
  'complaint-answered': unless(
    (state) => openComplaints(state).length > 0,
    'No complaint waits for an answer.',
  ),
  safeguarding: always,
  worker: always,
  note: always,
  closed: unless((state) => state.standing !== 'closed', 'This record is closed already.'),
}

/** A closed record can be asked for again, disputed, and taken further; it is not worked on. */
const WHILE_CLOSED: readonly Kind[] = [
  'contact',
  'dispute',
  'dispute-answered',
  'complaint',
  'complaint-answered',
  'note',
  'copy',
  'worker',
  'assessment-opened',
]

/** What can stand in a carer's own part of the record, or speak of something there: see `placeOf`. */
const IN_CARERS_OWN: readonly Kind[] = [
  'assessment-opened',
  'statement',
  'need',
  'assessment-closed',
  'eligibility',
  'dispute',
  'dispute-answered',
  'response',
  'note',
  'copy',
]

/** Why an entry of this kind cannot be added now by someone who stands so to the record; nothing where it can. */
export function refusalOf(
  state: RecordState,
  kind: Kind,
  relationships: readonly Relationship[],
): Refusal | undefined {
  const { resource, action } = KIND_ACCESS[kind]
  const inCarersOwn = IN_CARERS_OWN.includes(kind) && anyAllows(relationships, 'carers-own', action)
  if (!anyAllows(relationships, resource, action) && !inCarersOwn) {
    return { says: 'This is not yours to add.' }
  }
  return refusalNow(state, kind)
}

/** Why nobody can add an entry of this kind now. */
const refusalNow = (state: RecordState, kind: Kind): Refusal | undefined =>
  state.standing === 'closed' && !WHILE_CLOSED.includes(kind)
    ? { says: 'This record is closed.' }
    : CONDITIONS[kind](state)

/**
 * Why this entry cannot be added now. What speaks of another entry belongs where that one belongs: whoever may add it there
 * may, also where the kind by itself would stand in a part that is not theirs.
 */
export function refusalOfEntry(
  state: RecordState,
  entry: Entry,
  relationships: readonly Relationship[],
): Refusal | undefined {
  const place = placeOf(entry, (id) => state.byId.get(id))
  const isSpokenOf = place.resource !== KIND_ACCESS[entry.kind].resource
  return isSpokenOf && anyAllows(relationships, place.resource, place.action)
    ? refusalNow(state, entry.kind)
    : refusalOf(state, entry.kind, relationships)
}

/** What may be done next, by someone who stands so to the record. */
export const allowed = (state: RecordState, relationships: readonly Relationship[]): readonly Kind[] =>
  KIND_NAMES.filter((kind) => refusalOf(state, kind, relationships) === undefined)

/** A decision about the record: what is added to it, or why not. */
export type Decision =
  | { readonly kind: 'done'; readonly entries: readonly Entry[] }
  | { readonly kind: 'refused'; readonly because: readonly Refusal[] }

export const done = (...entries: readonly Entry[]): Decision => ({ kind: 'done', entries })
export const refuse = (...because: readonly Refusal[]): Decision => ({ kind: 'refused', because })
