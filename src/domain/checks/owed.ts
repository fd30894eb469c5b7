import type { Entry, Standard } from '../../record/entries.ts'
import {
  type RecordState,
  all,
  assessmentsOf,
  closingOf,
  decisionOn,
  openComplaints,
  openOptions,
  openReviewRequests,
} from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type HoldStage, dayOfEntry } from './clocks.ts'
import { comesAfter } from './order.ts'
import { issuedPlans, plansMade } from './plan-lines.ts'
import { standardsFor } from './standards.ts'
import { STEP_IS, rounds } from './steps.ts'
import { standsWithPerson } from './their-side.ts'
import { endedTrials } from './trials.ts'
import { type Waiting, waitingFor } from './waiting.ts'

/** Something that has still to be done: what, whose move it is, since when, and its clock where it has one. */
export type Owed = {
  /** `The end of the assessment`, to begin a sentence with */
  readonly what: string
  readonly whose: 'council' | 'person'
  readonly since: PlainDate
  readonly waiting: Waiting | undefined
}

type Clock = {
  readonly standard: Standard
  readonly unit: 'days' | 'working-days'
  readonly stages: readonly HoldStage[]
}

const clocked = (state: RecordState, from: Entry, what: string, clock: Clock): Owed => {
  const since = dayOfEntry(from)
  const count = standardsFor(state.policy)[clock.standard]
  return {
    what,
    whose: 'council',
    since,
    waiting: waitingFor(state, { from: since, count, unit: clock.unit, stages: clock.stages, what }),
  }
}

const unclocked = (from: Entry, what: string, whose: Owed['whose']): Owed => ({
  what,
  whose,
  since: dayOfEntry(from),
  waiting: undefined,
})

const ANSWER: Clock = { standard: 'answer-days', unit: 'working-days', stages: [] }

/** The steps of the way to support that are waited for, and the decision between them, which has no time of its own. */
function steps(state: RecordState): readonly Owed[] {
  const waited = (rounds(state)[0]?.steps ?? [])
    .filter(({ done }) => done === undefined)
    .map(
      ({ name, from, waiting }): Owed => ({
        what: STEP_IS[name],
        whose: 'council',
        since: dayOfEntry(from),
        waiting,
      }),
    )
  const opened = assessmentsOf(state, state.person.id).at(-1)
  const closing = opened === undefined ? undefined : closingOf(state, opened)
  const isUndecided =
    opened !== undefined && closing?.outcome === 'completed' && decisionOn(state, opened) === undefined
  return closing !== undefined && isUndecided
    ? [...waited, unclocked(closing, 'A decision on eligibility', 'council')]
    : waited
}

/** A next version that is still a draft, and an issued plan that waits for the person. */
function aroundThePlan(state: RecordState): readonly Owed[] {
  const last = plansMade(state).at(-1)
  if (last === undefined || last['brought-over'] === true) return []
  if (last.status === 'draft')
    return issuedPlans(state).length === 0 ? [] : [unclocked(last, 'The next version of the plan', 'council')]
  const answered = all(state, 'response').some((response) => {
    const to = state.byId.get(response.to)
    return to?.kind === 'plan' && !comesAfter(state, last, response)
  })
  return answered ? [] : [unclocked(last, 'An answer to the plan', 'person')]
}

/** Whatever somebody asked and nobody has answered. */
function answers(state: RecordState): readonly Owed[] {
  const requests = openReviewRequests(state).filter(
    (asked) => !all(state, 'review').some((review) => comesAfter(state, review, asked)),
  )
  const ideas = openOptions(state).filter(
    (option) => option.form === 'own-idea' && standsWithPerson(state, option['proposed-by']),
  )
  const complaint: Clock = { standard: 'complaint-days', unit: 'working-days', stages: [] }
  return [
    ...state.disputes
      .filter(({ open }) => open)
      .map(({ dispute }) => clocked(state, dispute, 'An answer to a disagreement', ANSWER)),
    ...openComplaints(state).map((one) => clocked(state, one, 'An answer to a complaint', complaint)),
    ...requests.map((one) =>
      clocked(state, one, 'An answer about a review', { ...ANSWER, stages: ['review'] }),
    ),
    ...ideas.map((one) => clocked(state, one, 'An answer to an idea', ANSWER)),
  ]
}

/** A trial that both agreed is asked about again after its last day. */
const trials = (state: RecordState): readonly Owed[] =>
  endedTrials(state).map(
    ({ until }): Owed => ({
      what: 'A word with the person on how their trial went',
      whose: 'council',
      since: until,
      waiting: undefined,
    }),
  )

const late = ({ waiting }: Owed): number => waiting?.late ?? 0

/** What is owed in a record today: what is latest first, then what has waited longest. Nothing in a closed record. */
export const owed = (state: RecordState): readonly Owed[] =>
  state.standing === 'closed'
    ? []
    : [...steps(state), ...aroundThePlan(state), ...answers(state), ...trials(state)].toSorted(
        (a, b) => late(b) - late(a) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
      )
