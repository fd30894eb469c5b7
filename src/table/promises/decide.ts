import type { Refusal } from '../../domain/answer.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { readLater, writeLater } from '../../record/told-later.ts'
import { maySettle, openPromises } from './view.ts'

/** What somebody will do, and by when; written down by them or by whoever was told. */
export type MakePromise = {
  readonly stamp: Stamp
  readonly step: string
  /** a party of the record */
  readonly party: string
  readonly by: PlainDate
}

/** One line, without the full stop that the sentence around it has. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '')

export function makePromise({ stamp, step, party, by }: MakePromise, state: RecordState): Decision {
  const refusals: Refusal[] = []
  const what = oneLine(step)
  if (what === '') refusals.push({ says: 'Say what will be done.' })
  if (!state.parties.has(party)) refusals.push({ says: 'Choose who does it.' })
  if (by < stamp.on) refusals.push({ says: `${dateInWords(by)} has passed.` })
  const same = openPromises(state).find((one) => one.step === what && one.party === party && one.by === by)
  if (same !== undefined) refusals.push({ says: 'This is in the record already, with the same day.' })
  if (refusals.length > 0) return refuse(...refusals)
  const text = writeLater({ kind: 'promised', step: what, party, by, says: '' })
  // Words that would be read back as something else are not kept: nothing may change by being written down.
  const read = readLater({ text })
  if (read?.kind !== 'promised' || read.step !== what) {
    return refuse({ says: 'Say what will be done in other words: these cannot be read back.' })
  }
  return done({ ...stamped(stamp), kind: 'note', text })
}

/** What became of a promise: it was done, or it will not be, with the reason. */
export type SettlePromise = {
  readonly stamp: Stamp
  /** the note that holds it */
  readonly promise: string
  readonly became: 'done' | 'not-done'
  readonly says: string
  readonly isWorker: boolean
}

export function settlePromise(
  { stamp, promise, became, says, isWorker }: SettlePromise,
  state: RecordState,
): Decision {
  const found = openPromises(state).find(({ told }) => told.note.id === promise)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose a promise that is open.' })
  else if (!maySettle(found, stamp.by, isWorker)) {
    refusals.push({ says: 'Only whoever promised it, whoever wrote that down, or the worker can say this.' })
  }
  if (became === 'not-done' && says.trim() === '') {
    refusals.push({ says: 'Say why it was not done. The person reads it.' })
  }
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  const { step, party } = found
  return done({
    ...stamped(stamp),
    kind: 'note',
    text: writeLater(
      became === 'done'
        ? { kind: 'kept', step, says }
        : { kind: 'handed-back', step, party, says: says.trim() },
    ),
  })
}
