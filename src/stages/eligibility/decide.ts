import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, closingOf, decisionOn, find } from '../../record/state.ts'

/** The council's decision on an assessment, by a named person, with a reason overall and for every need (section 13(1)-(2)). */
export type DecideEligibility = {
  readonly stamp: Stamp
  readonly assessment: string
  readonly eligible: boolean
  readonly needs: readonly { readonly need: string; readonly eligible: boolean; readonly why: string }[]
  readonly reasons: string
}

export function decideEligibility(command: DecideEligibility, state: RecordState): Decision {
  const opened = find(state, 'assessment-opened', command.assessment)
  if (opened === undefined) return refuse({ says: 'That assessment is not in the record.' })
  if (closingOf(state, opened)?.outcome !== 'completed') {
    return refuse({
      says: 'The assessment has to be completed before eligibility is decided.',
      cites: ['CA s13'],
    })
  }
  if (decisionOn(state, opened))
    return refuse({ says: 'Eligibility has been decided for this assessment already.' })
  const refusals: Refusal[] = []
  if (command.reasons.trim() === '') {
    refusals.push({ says: 'Give the reasons for the decision.', cites: ['CA s13'] })
  }
  for (const { need, why } of command.needs) {
    const found = find(state, 'need', need)
    if (found === undefined) refusals.push({ says: 'A decision can be made only on needs in this record.' })
    else if (why.trim() === '')
      refusals.push({ says: `Give the reason for “${found.text}”.`, cites: ['CA s13'] })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'eligibility',
    assessment: opened.id,
    eligible: command.eligible,
    needs: command.needs.map(({ need, eligible, why }) => ({ need, eligible, why: why.trim() })),
    reasons: command.reasons.trim(),
  })
}
