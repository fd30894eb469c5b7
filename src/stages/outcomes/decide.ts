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
  /** how the person told it to a worker, who typed it and read it back; undefined where it is the writer's own view */
  readonly channel?: string | undefined
}

export function tellProgress(
  { stamp, goal, says, level, attained, channel }: TellProgress,
  state: RecordState,
): Decision {
  const refusals: Refusal[] = []
  const found = find(state, 'goal', goal)
  const side = sideOf(state, stamp.by)
  // A worker may type what the person says. Whoever is paid for the support may not: it would be their own work.
  const typed = channel !== undefined && side === 'worker'
  const seenBy = typed ? 'person' : side
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
    ...(typed ? { note: channel } : {}),
  })
}
