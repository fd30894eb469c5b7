import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { complaints } from './complaint-view.ts'

/** What somebody complains of, and what would put it right. */
export type Complain = { readonly stamp: Stamp; readonly about: string; readonly wants: string }

export function complain({ stamp, about, wants }: Complain): Decision {
  if (about.trim() === '') return refuse({ says: 'Say what you complain about.' })
  return done({ ...stamped(stamp), kind: 'complaint', about: about.trim(), wants: wants.trim() })
}

/**
 * The council's answer in writing, by somebody other than whoever complained, with the reason and with the way to the
 * Ombudsman (Local Authority Social Services and NHS Complaints (England) Regulations 2009).
 */
export type AnswerComplaint = {
  readonly stamp: Stamp
  readonly complaint: string
  readonly outcome: EntryOf<'complaint-answered'>['outcome']
  readonly why: string
  readonly ombudsmanTold: boolean
}

export function answerComplaint(command: AnswerComplaint, state: RecordState): Decision {
  const found = complaints(state).find(({ complaint }) => complaint.id === command.complaint)
  if (found === undefined) return refuse({ says: 'That complaint is not in the record.' })
  const refusals: Refusal[] = []
  if (found.answers.length > 0) refusals.push({ says: 'This has been answered already.' })
  if (found.complaint.by === command.stamp.by) {
    refusals.push({ says: 'Whoever complained cannot answer it: somebody else must.' })
  }
  if (command.why.trim() === '') refusals.push({ says: 'Give the reason. They will read it.' })
  if (!command.ombudsmanTold) {
    refusals.push({
      says: 'An answer has to say that they can go to the Ombudsman.',
      cites: ['Complaints Regulations 2009'],
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'complaint-answered',
    complaint: found.complaint.id,
    outcome: command.outcome,
    why: command.why.trim(),
    'ombudsman-told': true,
  })
}
