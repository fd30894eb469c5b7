import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { LADDER, type Level } from '../../domain/outcomes/ladder.ts'
import type { Topic } from '../../domain/outcomes/topics.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type Stamp, stamped, whenOfDay } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'

export type KeepGoal = {
  readonly stamp: Stamp
  /** the goal that this one takes the place of, and why */
  readonly corrects?: { readonly goal: string; readonly why: string } | undefined
  readonly words: string
  readonly topics: readonly Topic[]
  readonly type: EntryOf<'goal'>['type']
  readonly now: Level | undefined
  readonly hoped: Level | undefined
  readonly agreed: Level | undefined
  readonly byWhen: PlainDate | undefined
  readonly talked: string | undefined
  /** how it came to be typed, where somebody typed what the person said */
  readonly channel?: string | undefined
}

/** A goal in the person's own words. What they hope for is kept apart from what is agreed: neither is written over. */
export function keepGoal(command: KeepGoal, state: RecordState): Decision {
  const { corrects, type, byWhen, now, hoped, agreed, talked, channel } = command
  const old = corrects === undefined ? undefined : find(state, 'goal', corrects.goal)
  const refusals: Refusal[] = []
  if (corrects !== undefined && old === undefined) refusals.push({ says: 'That goal is not in the record.' })
  if (corrects !== undefined && !hasWords(corrects.why)) refusals.push({ says: 'Say why the goal changes.' })
  if (!hasWords(command.words)) refusals.push({ says: 'Write the goal in the person’s own words.' })
  if (command.topics.length === 0) refusals.push({ says: 'Choose which part of life the goal is about.' })
  if (
    type !== 'slow-decline' &&
    type !== 'experience' &&
    hoped !== undefined &&
    now !== undefined &&
    hoped < now
  ) {
    refusals.push({
      says: `What is hoped for, “${LADDER[hoped]}”, is below how it is now, “${LADDER[now]}”. If it is about losing it more slowly, choose that kind of goal.`,
    })
  }
  if (byWhen !== undefined && byWhen < state.on) refusals.push({ says: 'The day of the goal has passed.' })
  if (refusals.length > 0) return refuse(...refusals)
  return done({
    ...stamped(command.stamp),
    kind: 'goal',
    ...(old === undefined ? {} : { corrects: old.id, why: corrects?.why.trim() }),
    words: command.words.trim(),
    topics: [...command.topics],
    type,
    ...(now === undefined ? {} : { now }),
    ...(hoped === undefined ? {} : { hoped }),
    ...(agreed === undefined ? {} : { agreed }),
    ...(byWhen === undefined ? {} : { 'by-when': whenOfDay(byWhen) }),
    ...(hasWords(talked) ? { talked: talked?.trim() } : {}),
    ...(hasWords(channel) ? { note: channel?.trim() } : {}),
  })
}
