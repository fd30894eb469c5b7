import type { Entry } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { dayOfEntry } from './clocks.ts'
import { comesAfter } from './order.ts'
import { issuedPlans, planEndedOn } from './plan-lines.ts'
import { personsAssessments } from './whose.ts'

/** A look at a plan: a new plan, a review, or a reassessment of the person once there is a plan. */
export function looksIn(state: RecordState): readonly Entry[] {
  const first = issuedPlans(state)[0]
  const looks: readonly Entry[] = [
    ...issuedPlans(state),
    ...all(state, 'review'),
    ...personsAssessments(state).filter((opened) => comesAfter(state, opened, first)),
  ]
  return first === undefined
    ? []
    : looks
        .filter((look) => look === first || comesAfter(state, look, first))
        .toSorted((a, b) => (comesAfter(state, a, b) ? 1 : -1))
}

/** Nothing is owed once the record was closed, the person moved away, or every line was ended. */
export function owesNoLook(state: RecordState, from: Entry, due: PlainDate): boolean {
  const plan = issuedPlans(state).findLast((each) => each === from || comesAfter(state, from, each))
  const ended = plan === undefined ? undefined : planEndedOn(state, plan)
  return ended !== undefined && ended >= dayOfEntry(from) && ended <= due
}
