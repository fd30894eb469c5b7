import type { EntryOf, Role } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { readTalk } from '../outcomes/talk.ts'
import type { Topic } from '../outcomes/topics.ts'
import { refersTo } from './order.ts'

/** A trial of some weeks whose last day has come, and about which nobody has asked since. */
export type EndedTrial = {
  readonly note: EntryOf<'note'>
  readonly topic: Topic
  readonly what: string
  readonly until: PlainDate
}

/** The person, and who speaks for them: what a carer or a worker sees is a view of their own. */
const ANSWERS_FOR: readonly Role[] = ['person', 'attorney', 'deputy', 'advocate']
const saysForThePerson = (state: RecordState, party: string): boolean =>
  ANSWERS_FOR.some((role) => role === state.parties.get(party)?.role)

/** Somebody on the person's side has spoken of it since: a new hope or how it is, or how it goes with the goal. */
export function wasAskedSince(state: RecordState, topic: Topic, until: PlainDate): boolean {
  const said = all(state, 'statement').some(
    (each) => each.topic === topic && dayOfWhen(each.on) >= until && saysForThePerson(state, each['said-by']),
  )
  const goals = all(state, 'goal').filter(({ topics }) => topics.includes(topic))
  return (
    said ||
    all(state, 'progress').some(
      (each) =>
        each['seen-by'] === 'person' &&
        dayOfWhen(each.on) >= until &&
        goals.some((goal) => refersTo(state, each.goal, goal)),
    )
  )
}

/** Of each part of life the last talk counts: a later one, with a trial or without, is the answer to the one before. */
export function endedTrials(state: RecordState): readonly EndedTrial[] {
  const last = new Map<Topic, EndedTrial | undefined>()
  for (const note of all(state, 'note')) {
    const talk = readTalk(note.text)
    if (talk === undefined) continue
    const { topic, trial } = talk
    last.set(topic, trial === undefined ? undefined : { note, topic, ...trial })
  }
  return [...last.values()].filter(
    (trial): trial is EndedTrial =>
      trial !== undefined && trial.until <= state.on && !wasAskedSince(state, trial.topic, trial.until),
  )
}
