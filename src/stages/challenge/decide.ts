import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'

/** The answer to a dispute, by somebody other than the one who raised it, always with a reason. */
export type AnswerDispute = {
  readonly stamp: Stamp
  readonly dispute: string
  readonly outcome: EntryOf<'dispute-answered'>['outcome']
  readonly why: string
}

export function answerDispute(command: AnswerDispute, state: RecordState): Decision {
  const found = state.disputes.find(({ dispute }) => dispute.id === command.dispute)
  if (found === undefined) return refuse({ says: 'That dispute is not in the record.' })
  const refusals: Refusal[] = []
  if (!found.open) refusals.push({ says: 'This has been answered already.' })
  if (found.dispute.by === command.stamp.by) {
    refusals.push({ says: 'Whoever raised it cannot answer it: somebody else must.' })
  }
  if (command.why.trim() === '') refusals.push({ says: 'Give the reason. They will read it.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'dispute-answered',
    dispute: found.dispute.id,
    outcome: command.outcome,
    why: command.why.trim(),
  })
}
