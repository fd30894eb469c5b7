import { type PlainDate, addMonths } from '../../domain/dates/plain-date.ts'
import { LADDER, type Level } from '../../domain/outcomes/ladder.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES, FURTHER_TOPICS, type Topic } from '../../domain/outcomes/topics.ts'
import type { EntryOf } from '../../record/entries.ts'
import {
  type Dispute,
  type RecordState,
  all,
  assessmentsOf,
  closingOf,
  openDisputesOf,
} from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** What one person said of one topic, newest first; the newest one is what counts unless it is disputed. */
export type Voice = {
  readonly party: string
  readonly latest: EntryOf<'statement'>
  readonly day: PlainDate
  readonly earlier: readonly EntryOf<'statement'>[]
  readonly disputes: readonly Dispute[]
  /** the last day on which somebody said that it is still right */
  readonly stillRightOn: PlainDate | undefined
  /** what the speaker gives as an unpaid carer, in this topic's conversation */
  readonly help: EntryOf<'carer-identified'> | undefined
}

export type TopicView = {
  readonly topic: Topic
  readonly voices: readonly Voice[]
  /** a professional thinks more possible than is hoped for, or the other way round */
  readonly hopeAndPossible: 'hope-below' | 'hope-above' | undefined
  /** the speakers give different levels for how it is now */
  readonly differ: boolean
}

export const topicsFor = (carer: boolean): readonly Topic[] => (carer ? CARER_OUTCOMES : ADULT_OUTCOMES)
export const FURTHER = FURTHER_TOPICS

/** Whose voice stands first: the person, then carers and those close to them, then professionals. */
const PLACE_AT_THE_TABLE: Readonly<Record<string, number>> = {
  person: 0,
  attorney: 1,
  deputy: 1,
  advocate: 2,
  carer: 3,
  family: 4,
  friend: 5,
}

export function topicView(state: RecordState, topic: Topic): TopicView {
  const statements = all(state, 'statement').filter((statement) => statement.topic === topic)
  const speakers = [...new Set(statements.map((statement) => statement['said-by']))]
  const place = (party: string) => PLACE_AT_THE_TABLE[state.parties.get(party)?.role ?? ''] ?? 9
  const voices = speakers
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((party) =>
      voiceOf(
        state,
        party,
        statements.filter((statement) => statement['said-by'] === party),
      ),
    )
  return { topic, voices, hopeAndPossible: hopeAndPossible(voices), differ: differ(voices) }
}

function voiceOf(state: RecordState, party: string, said: readonly EntryOf<'statement'>[]): readonly Voice[] {
  const latest = said.at(-1)
  if (latest === undefined) return []
  const confirmed = all(state, 'note').findLast(
    (note) =>
      note.text === 'Still right.' && note.of !== undefined && state.byId.get(note.of)?.id === latest.id,
  )
  return [
    {
      party,
      latest,
      day: dayOfWhen(latest.on),
      earlier: said.slice(0, -1).toReversed(),
      disputes: openDisputesOf(state, latest.id),
      stillRightOn: confirmed === undefined ? undefined : dayOfWhen(confirmed.on),
      help: all(state, 'carer-identified').findLast((help) => help.carer === party),
    },
  ]
}

function hopeAndPossible(voices: readonly Voice[]): TopicView['hopeAndPossible'] {
  const hoped = voices.map(({ latest }) => latest.hoped).find((level) => level !== undefined)
  const possible = voices.map(({ latest }) => latest.possible).findLast((level) => level !== undefined)
  if (hoped === undefined || possible === undefined || hoped === possible) return undefined
  return hoped < possible ? 'hope-below' : 'hope-above'
}

function differ(voices: readonly Voice[]): boolean {
  const levels = new Set(voices.map(({ latest }) => latest.level).filter((level) => level !== undefined))
  return levels.size > 1
}

/** After this long a statement is asked about again in the words "is it still right?"; never as a blank question. */
const ASK_AGAIN_MONTHS = 3

export const isWorthAsking = (voice: Voice, on: PlainDate): boolean =>
  addMonths(voice.stillRightOn ?? voice.day, ASK_AGAIN_MONTHS) <= on

/** Where a topic stands in the list: spoken of, by how many, with an open dispute. */
export type TopicLine = {
  readonly topic: Topic
  readonly level: Level | undefined
  readonly voices: number
  readonly disputed: boolean
  readonly need: boolean
}

/** Who somebody is, what they are good at and what happened before is nothing that one does alone or with help. */
const NOTHING_TO_DO: readonly Topic[] = ['about-me', 'strengths', 'family', 'history']
export const isDone = (topic: Topic): boolean => !NOTHING_TO_DO.includes(topic)

export function topicLine(state: RecordState, topic: Topic): TopicLine {
  const { voices } = topicView(state, topic)
  const statements = voices.flatMap(({ latest, earlier }) => [latest, ...earlier])
  const newest = voices
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .find(({ latest }) => latest.level !== undefined)
  return {
    topic,
    level: isDone(topic) ? newest?.latest.level : undefined,
    voices: voices.length,
    disputed: statements.some(({ id }) => openDisputesOf(state, id).length > 0),
    need: all(state, 'need').some((need) => need.topics.includes(topic)),
  }
}

/** The assessment that is open, of the person or of a carer, where the reader may see it. */
export const openAssessments = (state: RecordState): readonly EntryOf<'assessment-opened'>[] =>
  all(state, 'assessment-opened').filter((opened) => closingOf(state, opened) === undefined)

export const lastAssessment = (state: RecordState): EntryOf<'assessment-opened'> | undefined =>
  assessmentsOf(state, state.person.id).at(-1)

/** `8 times a week, 45 minutes each, 2 helpers, at night`, of what was said. */
export function amountSaid(statement: EntryOf<'statement'>): string | undefined {
  const parts = [
    statement.times === undefined
      ? undefined
      : `${plain(statement.times)} ${statement.times === 1 ? 'time' : 'times'} a week`,
    statement.minutes === undefined ? undefined : `${longInWords(statement.minutes)} each time`,
    statement.people === 2 ? 'with 2 helpers' : undefined,
    statement.night === true ? 'at night' : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** `45 minutes`, `4 hours`, `1 hour 30 minutes`. */
function longInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = plain(minutes - hours * 60)
  const short = rest === '0' ? [] : [`${rest} ${rest === '1' ? 'minute' : 'minutes'}`]
  return hours === 0
    ? `${plain(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`
    : [`${hours} ${hours === 1 ? 'hour' : 'hours'}`, ...short].join(' ')
}

const plain = (n: number): string => String(Number(n.toFixed(2)))

export const levelInWords = (level: Level): string => LADDER[level]
