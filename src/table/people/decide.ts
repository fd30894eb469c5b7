import type { Refusal } from '../../domain/answer.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { Entry } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, nameOf, workerOf } from '../../record/state.ts'

/** Who works with the person from today on, and what whoever comes next should know. */
export type HandOver = {
  readonly stamp: Stamp
  readonly note: Stamp
  /** a party of the record, or one that is given a seat together with this */
  readonly to: string
  readonly toName: string
  /** The person reads it, so it is written to be read by them. */
  readonly says: string
}

/** The one who worked with the person until now leaves, and the next is allocated: never a day with nobody. */
export function handOver({ stamp, note, to, toName, says }: HandOver, state: RecordState): Decision {
  const now = workerOf(state)
  const refusals: Refusal[] = []
  if (to === now) {
    refusals.push({ says: `${nameOf(state, to)} works with ${state.person.name} already.` })
  }
  if (now !== undefined && says.trim() === '') {
    refusals.push({ says: `Say what ${toName} should know, so that nobody has to tell it again.` })
  }
  if (refusals.length > 0) return refuse(...refusals)
  const left: readonly Entry[] =
    now === undefined
      ? []
      : [{ ...stamped({ ...stamp, id: `left-${stamp.id}` }), kind: 'worker', worker: now, event: 'left' }]
  const told: readonly Entry[] =
    says.trim() === '' ? [] : [{ ...stamped(note), kind: 'note', text: says.trim() }]
  return done(...left, { ...stamped(stamp), kind: 'worker', worker: to, event: 'allocated' }, ...told)
}
