import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, nameOf } from '../../record/state.ts'
import { isSendable } from './letter-of.ts'

export type CopyForm = EntryOf<'copy'>['as']

/** That a copy went to somebody, and in which form (Care Act 2014, sections 12(3), 13(2), 17(6), 25(9)). */
export type SendCopy = {
  readonly stamp: Stamp
  readonly of: string
  readonly to: string
  readonly as: CopyForm
  /** somebody has read over what the product put into easy read */
  readonly readOver: boolean
}

export function sendCopy({ stamp, of, to, as, readOver }: SendCopy, state: RecordState): Decision {
  const entry = state.byId.get(of)
  if (entry === undefined || !isSendable(entry)) return refuse({ says: 'That is not in the record.' })
  const refusals: Refusal[] = []
  if (!state.parties.has(to)) refusals.push({ says: 'Choose who it went to.' })
  if (entry.withheld?.from.includes(to) === true) {
    refusals.push({ says: `This is withheld from ${nameOf(state, to)}, so no copy of it can go to them.` })
  }
  if (as === 'easy-read' && !readOver) {
    refusals.push({
      says: 'Read the easy read version over, row by row, before it goes out. It was made by the computer.',
    })
  }
  return refusals.length > 0
    ? refuse(...refusals)
    : done({ ...stamped(stamp), kind: 'copy', of: entry.id, to, as })
}
