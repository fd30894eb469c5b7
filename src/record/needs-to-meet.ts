import type { NeedToMeet } from '../domain/care-act/direct-payment-needs.ts'
import type { EntryOf } from './entries.ts'
import { type RecordState, all, find, nameOf, planInForce } from './state.ts'

/** The needs that a decision found eligible, with what the plan in force gives for each. */
export const needsToMeet = (state: RecordState, decided: EntryOf<'eligibility'>): readonly NeedToMeet[] =>
  decided.needs.flatMap(({ need: id, eligible }): readonly NeedToMeet[] => {
    const need = find(state, 'need', id)
    if (!eligible || need === undefined) return []
    const { 'met-by': met } = need
    const stands = met === undefined ? undefined : helpOf(state, met.carer)
    const lines = planInForce(state)?.lines ?? []
    return [
      {
        need: need.id,
        text: need.text,
        metBy:
          met !== undefined && met.willing && met.able && stands !== false
            ? nameOf(state, met.carer)
            : undefined,
        ways: lines
          .filter((line) => line.needs.some((named) => state.byId.get(named)?.id === need.id))
          .map(({ what, form, funder }) => ({ what, form, byNhs: funder === 'nhs' })),
      },
    ]
  })

/** Whether a carer is willing and able as they last said; undefined where nobody wrote it down. */
function helpOf(state: RecordState, carer: string): boolean | undefined {
  const last = all(state, 'carer-identified').findLast((entry) => entry.carer === carer)
  return last === undefined ? undefined : last.willing && last.able
}

/** The person's own latest decision; a carer's is told to the carer. */
export const personsDecision = (state: RecordState): EntryOf<'eligibility'> | undefined =>
  all(state, 'eligibility').findLast((decided) => {
    const opened = find(state, 'assessment-opened', decided.assessment)
    return opened?.of !== 'carer'
  })
