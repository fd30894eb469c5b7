import type { Refusal } from '../../domain/answer.ts'
import type { Level } from '../../domain/outcomes/ladder.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { sideOf } from './view.ts'

/** How it goes with a goal, as one of three sees it: the person, a worker, or whoever gives support. */
export type TellProgress = {
  readonly stamp: Stamp
  readonly goal: string
  readonly says: string
  readonly level?: Level | undefined
  /** from -2, much less than hoped for, to 2, much more */
  readonly attained?: number | undefined
}

export function tellProgress(
  { stamp, goal, says, level, attained }: TellProgress,
  state: RecordState,
): Decision {
  const refusals: Refusal[] = []
  const found = find(state, 'goal', goal)
  const seenBy = sideOf(state, stamp.by)
  if (found === undefined) refusals.push({ says: 'Choose the goal that you speak of.' })
  if (seenBy === undefined) {
    refusals.push({
      says: 'This is for the person, the worker and whoever gives support. Say what you see in the conversation.',
    })
  }
  if (says.trim() === '') refusals.push({ says: 'Say in a few words how it goes.' })
  if (refusals.length > 0 || found === undefined || seenBy === undefined) return refuse(...refusals)
  return done({
    ...stamped(stamp),
    kind: 'progress',
    goal: found.id,
    'seen-by': seenBy,
    ...(level === undefined ? {} : { level }),
    ...(attained === undefined ? {} : { attained }),
    says: says.trim(),
  })
}
