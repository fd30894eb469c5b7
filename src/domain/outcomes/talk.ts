import { type PlainDate, dateInWords, plainDate } from '../dates/plain-date.ts'
import { type Topic, isTopic } from './topics.ts'

// Where hope and what is thought possible differ, a talk is offered. What came of it is a note of what was said, with a
// beginning and labels that a machine can read; everybody at the table reads the same words. The hope itself stays as it
// was said: a talk overwrites nothing.

export const TALK_ANSWERS = ['content', 'try', 'not-now'] as const
/** What the person says to it. Each is a whole answer. */
export type TalkAnswer = (typeof TALK_ANSWERS)[number]

/** A trial of some weeks, agreed by both; it is asked about again on its last day. */
export type Trial = { readonly what: string; readonly until: PlainDate }

export type Talk = {
  readonly topic: Topic
  /** what was tried before */
  readonly tried?: string | undefined
  /** what got in the way */
  readonly inTheWay?: string | undefined
  readonly answer: TalkAnswer
  /** the person’s own words */
  readonly says: string
  readonly trial?: Trial | undefined
}

/** A trial is long enough to tell and short enough to be asked again. */
export const TRIAL_WEEKS = { from: 4, to: 8 } as const

const ANSWERS: Readonly<Record<TalkAnswer, string>> = {
  content: 'I am content as I am',
  try: 'I will try it',
  'not-now': 'Not now',
}

const LABELS = {
  tried: 'Tried before: ',
  inTheWay: 'What got in the way: ',
  answer: 'The answer: ',
  says: 'In their own words: ',
  trial: 'To try: ',
  until: 'To be asked again on ',
} as const

const BEGINS = 'Talked about hopes ('
/** What somebody types stays on one line, so that nothing typed can look like a label. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The text of the note. */
export function talkText({ topic, tried, inTheWay, answer, says, trial }: Talk): string {
  const line = (label: string, text: string | undefined) =>
    text === undefined || oneLine(text) === '' ? [] : [`${label}${oneLine(text)}`]
  return [
    `${BEGINS}${topic}).`,
    ...line(LABELS.tried, tried),
    ...line(LABELS.inTheWay, inTheWay),
    `${LABELS.answer}${ANSWERS[answer]}.`,
    ...line(LABELS.says, says),
    ...(trial === undefined
      ? []
      : [...line(LABELS.trial, trial.what), `${LABELS.until}${dateInWords(trial.until)} (${trial.until}).`]),
  ].join('\n')
}

/** What a note says of a talk about hopes; undefined where it is a note like any other. */
export function readTalk(text: string): Talk | undefined {
  const [first = '', ...lines] = text.split('\n')
  const topic = first.startsWith(BEGINS) && first.endsWith(').') ? first.slice(BEGINS.length, -2) : ''
  const after = (label: string) => lines.find((line) => line.startsWith(label))?.slice(label.length)
  const answer = TALK_ANSWERS.find((each) => `${ANSWERS[each]}.` === after(LABELS.answer))
  if (!isTopic(topic) || answer === undefined) return undefined
  const until = plainDate(/\((\d{4}-\d\d-\d\d)\)\.$/.exec(after(LABELS.until) ?? '')?.[1] ?? '')
  const tried = after(LABELS.tried)
  const inTheWay = after(LABELS.inTheWay)
  return {
    topic,
    ...(tried === undefined ? {} : { tried }),
    ...(inTheWay === undefined ? {} : { inTheWay }),
    answer,
    says: after(LABELS.says) ?? '',
    ...(until === undefined ? {} : { trial: { what: after(LABELS.trial) ?? '', until } }),
  }
}

export const answerInWords = (answer: TalkAnswer): string => ANSWERS[answer]
