import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { stepDoneText, stepText, takenBackText } from '../../domain/outcomes/steps.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { mayTakeBack, stepsOf } from './view-steps.ts'

/** One step towards a goal: what, who does it, by when. */
export type AddStep = {
  readonly stamp: Stamp
  readonly goal: string
  readonly what: string
  readonly who: string
  readonly by?: PlainDate | undefined
}

export function addStep({ stamp, goal, what, who, by }: AddStep, state: RecordState): Decision {
  const found = find(state, 'goal', goal)
  const refusals: Refusal[] = []
  if (found === undefined) refusals.push({ says: 'That goal is not in the record.' })
  if (!hasWords(what)) refusals.push({ says: 'Say what will be done.' })
  if (!state.parties.has(who)) refusals.push({ says: 'Choose who does it.' })
  if (by !== undefined && by < state.on) refusals.push({ says: 'The day of the step has passed.' })
  if (refusals.length > 0 || found === undefined) return refuse(...refusals)
  return done({ ...stamped(stamp), kind: 'note', of: found.id, text: stepText({ what, who, by }) })
}

/** That a step is done, in the words of the one who says so. */
export type FinishStep = {
  readonly stamp: Stamp
  readonly goal: string
  /** the note in which the step stands */
  readonly step: string
  readonly says: string
}

export function finishStep({ stamp, goal, step, says }: FinishStep, state: RecordState): Decision {
  const found = find(state, 'goal', goal)
  const view = found === undefined ? undefined : stepsOf(state, found).find(({ note }) => note.id === step)
  if (found === undefined || view === undefined) return refuse({ says: 'Choose the step that is done.' })
  if (view.done !== undefined) return refuse({ says: 'That step is done already.' })
  return done({
    ...stamped(stamp),
    kind: 'note',
    of: found.id,
    text: stepDoneText({ step: view.note.id, says }),
  })
}

/** A step, or the word that it is done, taken back by the one who said so. Both stay in the record. */
export type TakeBack = {
  readonly stamp: Stamp
  readonly goal: string
  /** the note in which it stands */
  readonly note: string
  readonly why: string
}

export function takeBack({ stamp, goal, note, why }: TakeBack, state: RecordState): Decision {
  const found = find(state, 'goal', goal)
  const named = find(state, 'note', note)
  const mine = found === undefined ? [] : mayTakeBack(state, found, stamp.by)
  const back = mine.find((each) => each.note.id === named?.id)
  if (found === undefined || named === undefined || back === undefined) {
    const others = found !== undefined && named !== undefined && named.by !== stamp.by
    return refuse({
      says: others
        ? 'Only the one who said it can take it back. You can say that it is wrong.'
        : 'Choose what you take back.',
    })
  }
  if (!hasWords(why)) return refuse({ says: 'Say why you take it back.' })
  const step =
    back.of === 'step' ? undefined : stepsOf(state, found).find((view) => view.done?.note === back.note)
  return done({
    ...stamped(stamp),
    kind: 'note',
    corrects: named.id,
    why: why.trim(),
    of: found.id,
    text: takenBackText(
      step === undefined ? { kind: 'step', what: back.what } : { kind: 'done', step: step.note.id },
    ),
  })
}
