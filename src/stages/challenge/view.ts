import { dateInWords } from '../../domain/dates/plain-date.ts'
import { addWorkingDays, workingDaysBetween } from '../../domain/dates/working-days.ts'
import type { Entry } from '../../record/entries.ts'
import { restingOn } from '../../record/resting.ts'
import type { Dispute, RecordState } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** The council's own time for an answer, in working days, unless the record's policy says otherwise. */
const ANSWER_DAYS = 20

/** Whose move it is and how long it has been: "day 6 of 20 working days", never a bare status. */
export type Clock = { readonly late: number; readonly says: string }

/** Undefined where the years of the calendar of bank holidays do not reach: then no day is promised. */
export function clockOf(state: RecordState, { dispute }: Dispute): Clock | undefined {
  const since = dayOfWhen(dispute.on)
  const of = state.policy?.standards?.['answer-days'] ?? ANSWER_DAYS
  const day = workingDaysBetween(since, state.on)
  const due = addWorkingDays(since, of)
  if (day === undefined || due === undefined) return undefined
  const late = Math.max(0, day - of)
  const says =
    late > 0
      ? `An answer was due on ${dateInWords(due)}. It is ${late} working ${late === 1 ? 'day' : 'days'} late.`
      : `Day ${day} of ${of} working days. An answer is due by ${dateInWords(due)}.`
  return { late, says }
}

/** What rests on the disputed entry, and would have to be looked at again. */
export const restsOn = (state: RecordState, { of }: Dispute): readonly Entry[] =>
  of === undefined ? [] : restingOn(state, of.id)
