import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import type { RecordState } from '../../record/state.ts'
import { writeLater } from '../../record/told-later.ts'
import { type OpenStep, openAhead, plannedMoves } from './view-ahead.ts'

/** A move on a day to come. */
export type PlanMove = {
  readonly stamp: Stamp
  readonly direction: EntryOf<'moved'>['direction']
  readonly other: string
  readonly day: PlainDate
  readonly says?: string | undefined
}

export function planMove(
  { stamp, direction, other, day, says = '' }: PlanMove,
  state: RecordState,
): Decision {
  const refusals: Refusal[] = []
  if (day <= stamp.on)
    refusals.push({ says: 'That day has come. Write down the move itself, not the plan of one.' })
  if (!hasWords(other)) refusals.push({ says: 'Enter the name of the other council.' })
  const [already] = plannedMoves(state).filter(({ later }) => later.direction === direction)
  if (already !== undefined) {
    refusals.push({
      says: `A move is planned already, for ${dateInWords(already.later.day)}. If it is another day or council now, call that one off first.`,
    })
  }
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    text: writeLater({ kind: 'planned', day, direction, other, says }),
  })
}

/** Who does a step that lies ahead, and by when: never later than the day itself. */
export type PromiseStep = {
  readonly stamp: Stamp
  /** the value of an open step */
  readonly step: string
  readonly party: string
  readonly by: PlainDate
  readonly says?: string | undefined
}

const stepOf = (state: RecordState, value: string): OpenStep | undefined =>
  openAhead(state).find((step) => step.value === value)

const note = (stamp: Stamp, { anchor }: OpenStep, text: string): Decision =>
  done({ ...stamped(stamp), kind: 'note', ...(anchor === undefined ? {} : { of: anchor.id }), text })

export function promiseStep(
  { stamp, step, party, by, says = '' }: PromiseStep,
  state: RecordState,
): Decision {
  const found = stepOf(state, step)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose a step that is not done.' })
  if (!state.parties.has(party)) refusals.push({ says: 'Choose who does it.' })
  if (by < stamp.on) refusals.push({ says: 'That day has passed.' })
  if (found !== undefined && by > found.day) {
    refusals.push({
      says: `That is after the day itself, ${dateInWords(found.day)}. In between there would be a gap.`,
      cites: found.anchor === undefined ? ['CA s58'] : ['CA s37', 'CA s38'],
    })
  }
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  return note(stamp, found, writeLater({ kind: 'promised', step: found.name, party, by, says }))
}

/** Whoever has taken a step on no longer does it. By them, by whoever wrote that down, or by a worker. */
export type HandBack = {
  readonly stamp: Stamp
  readonly step: string
  readonly why: string
  readonly isWorker: boolean
}

/** May this party hand it back? */
export const mayHandBack = ({ promised }: OpenStep, party: string | undefined, isWorker: boolean): boolean =>
  promised !== undefined &&
  (isWorker || (party !== undefined && (promised.later.party === party || promised.note.by === party)))

export function handBack({ stamp, step, why, isWorker }: HandBack, state: RecordState): Decision {
  const found = stepOf(state, step)
  const promised = found?.promised
  const refusals: Refusal[] = []
  if (found === undefined || promised === undefined)
    refusals.push({ says: 'Choose a step that somebody has taken on.' })
  else if (!mayHandBack(found, stamp.by, isWorker))
    refusals.push({ says: 'Only whoever has it, whoever wrote that down, or the worker can hand it back.' })
  if (!hasWords(why)) refusals.push({ says: 'Say why it is handed back.' })
  if (refusals.length > 0 || found === undefined || promised === undefined) return refuse(...refusals)
  const { party } = promised.later
  return note(stamp, found, writeLater({ kind: 'handed-back', step: found.name, party, says: why }))
}

/** A step before a planned move is done. What leads to 18 is done by what is in the record itself. */
export type KeepStep = { readonly stamp: Stamp; readonly step: string; readonly says?: string | undefined }

export function keepStep({ stamp, step, says = '' }: KeepStep, state: RecordState): Decision {
  const found = stepOf(state, step)
  if (found === undefined) return refuse({ says: 'Choose a step that is not done.' })
  if (found.anchor === undefined)
    return refuse({
      says: 'This is done when it is in the record: the assessment, the decision, the plan.',
    })
  return note(stamp, found, writeLater({ kind: 'kept', step: found.name, says }))
}

/** A planned move is called off, by whoever planned it or by the worker. It stays in the record, struck out. */
export type CallOff = {
  readonly stamp: Stamp
  readonly planned: string
  readonly why: string
  readonly isWorker: boolean
}

export function callOff({ stamp, planned, why, isWorker }: CallOff, state: RecordState): Decision {
  const found = plannedMoves(state).find((move) => move.note.id === planned)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'Choose which move is called off.' })
  else if (!isWorker && found.note.by !== stamp.by)
    refusals.push({ says: 'Only whoever wrote it down, or the worker, can call it off.' })
  if (!hasWords(why)) refusals.push({ says: 'Say why it is called off.' })
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'note',
    corrects: found.note.id,
    why: why.trim(),
    text: `The move that was planned for ${dateInWords(found.later.day)} is called off.`,
  })
}
