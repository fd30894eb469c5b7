import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { Topic } from '../domain/outcomes/topics.ts'
import type { EntryOf } from './entries.ts'
import { type RecordState, all } from './state.ts'
import { dayOfWhen } from './values.ts'

// Who somebody is, before what they need: what they and others said of them, the person's own words first.

/** The parts of the page, in order, each with the topic under which it is said. */
export const ABOUT_ME = [
  { part: 'matters', topic: 'about-me' },
  { part: 'bring', topic: 'strengths' },
  { part: 'people', topic: 'family' },
  { part: 'talk', topic: 'communication' },
  { part: 'before', topic: 'history' },
] as const satisfies readonly { readonly part: string; readonly topic: Topic }[]
export type AboutPart = (typeof ABOUT_ME)[number]['part']
export type AboutTopic = (typeof ABOUT_ME)[number]['topic']
export const ABOUT_TOPICS = ABOUT_ME.map(({ topic }) => topic)

export type AboutWords = {
  readonly entry: EntryOf<'statement'>
  readonly on: PlainDate
  readonly own: boolean
}

/** Days that are not all alike, as somebody said it of a part of life. */
export type GoodAndBad = {
  readonly entry: EntryOf<'statement'>
  readonly topic: Topic
  readonly varies: string
}

/** The latest that each said of a topic, the person's own first. */
export function wordsAbout(state: RecordState, topic: Topic): readonly AboutWords[] {
  const latest = new Map<string, EntryOf<'statement'>>()
  for (const said of all(state, 'statement')) if (said.topic === topic) latest.set(said['said-by'], said)
  return [...latest.values()]
    .map((entry) => ({ entry, on: dayOfWhen(entry.on), own: entry['said-by'] === state.person.id }))
    .toSorted((a, b) => Number(b.own) - Number(a.own))
}

/** What was said of good days and bad days, the latest of each topic. */
export function goodAndBad(state: RecordState): readonly GoodAndBad[] {
  const latest = new Map<Topic, GoodAndBad>()
  for (const entry of all(state, 'statement')) {
    const { topic, varies } = entry
    if (varies !== undefined && varies.trim() !== '') latest.set(topic, { entry, topic, varies })
  }
  return [...latest.values()]
}
