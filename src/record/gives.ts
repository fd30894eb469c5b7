import type { Answer } from '../domain/answer.ts'
import { adultEligibility } from '../domain/care-act/adult-eligibility.ts'
import { carerEligibility, type CarerCircumstance } from '../domain/care-act/carer-eligibility.ts'
import { type Comparison, compareWithDecision } from '../domain/care-act/compare-with-decision.ts'
import type { Eligibility } from '../domain/care-act/eligibility.ts'
import { ageOn } from '../domain/dates/plain-date.ts'
import type { AdultOutcome } from '../domain/outcomes/topics.ts'
import { adultNeeds, carerNeeds } from './eligibility-facts.ts'
import type { EntryOf } from './entries.ts'
import { type RecordState, assessmentsOf, decisionOn, find } from './state.ts'
import { dayOfWhen } from './values.ts'

/** What the recorded facts give under the regulations, and the council's decision beside it. The software decides neither. */
export type EligibilityGiven<Row extends string> = {
  readonly subject: string
  readonly assessment: EntryOf<'assessment-opened'> | undefined
  readonly given: Answer<Eligibility<Row>>
  readonly decided: EntryOf<'eligibility'> | undefined
  readonly compared: Answer<Comparison> | undefined
}

function besideDecision<Row extends string>(
  state: RecordState,
  subject: string,
  given: Answer<Eligibility<Row>>,
): EligibilityGiven<Row> {
  const assessment = assessmentsOf(state, subject).at(-1)
  const decided = assessment === undefined ? undefined : decisionOn(state, assessment)
  const compared =
    decided === undefined
      ? undefined
      : compareWithDecision(
          given,
          {
            id: decided.id,
            eligible: decided.eligible,
            needs: decided.needs.map(({ need, eligible, why }) => ({
              need: state.byId.get(need)?.id ?? need,
              eligible,
              why,
            })),
          },
          (need) => find(state, 'need', need)?.text,
        )
  return { subject, assessment, given, decided, compared }
}

export function personEligibility(state: RecordState): EligibilityGiven<AdultOutcome> {
  const assessed = assessmentsOf(state, state.person.id).length > 0
  return besideDecision(state, state.person.id, adultEligibility({ assessed, needs: adultNeeds(state) }))
}

export function carersEligibility(state: RecordState, carer: string): EligibilityGiven<CarerCircumstance> {
  const assessed = assessmentsOf(state, carer).length > 0
  // A party who cares is taken to be grown up; the age of the person cared for is on record.
  const adultForAdult = ageOn(dayOfWhen(state.person.born), state.on) >= 18
  return besideDecision(
    state,
    carer,
    carerEligibility({ assessed, adultForAdult, needs: carerNeeds(state, carer) }),
  )
}
