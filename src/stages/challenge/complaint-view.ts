import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { refersTo } from '../../domain/checks/order.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { type Waiting, tookUntil, waitingFor } from '../../domain/checks/waiting.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'

/** A complaint, what was answered, and the time that it has taken. */
export type Complaint = {
  readonly complaint: EntryOf<'complaint'>
  readonly answers: readonly EntryOf<'complaint-answered'>[]
  /** of an answer that is still owed */
  readonly clock: Waiting | undefined
  /** how long the answer took */
  readonly took: string | undefined
}

/** Every complaint, the latest first. */
export const complaints = (state: RecordState): readonly Complaint[] =>
  all(state, 'complaint')
    .map((complaint): Complaint => {
      const answers = all(state, 'complaint-answered').filter((answer) =>
        refersTo(state, answer.complaint, complaint),
      )
      const [first] = answers
      const allowance = {
        from: dayOfEntry(complaint),
        count: standardsFor(state.policy)['complaint-days'],
        unit: 'working-days',
        stages: [],
        what: 'An answer',
      } as const
      return {
        complaint,
        answers,
        clock: first === undefined ? waitingFor(state, allowance) : undefined,
        took: first === undefined ? undefined : tookUntil(state, allowance, dayOfEntry(first)),
      }
    })
    .toReversed()
