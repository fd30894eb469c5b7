import type { FormEvent } from '../../record/told-later.ts'

export const formDayWords = {
  title: 'The form about money',
  intro: 'Write down when it went out and when it came back, so that nobody waits without knowing it.',
  event: 'What happened?',
  eventMissing: 'Choose what happened',
  day: 'On which day?',
  dayMissing: 'Enter the day',
  dayWrong: 'Enter a real day, such as 30 3 2026',
  says: 'How?',
  saysHint: 'For example: by post, in large print.',
  saysMissing: 'Say how it went out or came back',
  keep: 'Keep this in the record',
  kept: 'The day is in the record.',
  none: 'Nothing is written down about when it went out or came back.',
  back: 'What can be paid',
  link: 'Write down when the form went out or came back',
} as const

export const EVENT_WORDS: Readonly<Record<FormEvent, string>> = {
  sent: 'The form went out',
  back: 'The form came back',
}

export const paymentEndWords = {
  title: 'End this direct payment',
  intro:
    'The needs stay, and so does the duty to meet them. Before the money stops, write down what was tried and which support comes in its place. The person reads this.',
  why: 'Why does it end?',
  whyMissing: 'Say why it ends',
  tried: 'What was tried first?',
  triedHint:
    'For example: who spoke with them, what help with the account was offered, who else could receive it.',
  triedMissing: 'Say what was tried first',
  instead: 'Which support comes in its place, and from which day?',
  insteadHint: 'It begins no later than the money ends.',
  insteadMissing: 'Say which support comes in its place',
  told: 'How and when were they told?',
  toldMissing: 'Say how and when they were told',
  day: 'What is its last day?',
  dayMissing: 'Enter its last day',
  keep: 'Keep this in the record',
  kept: 'It is in the record how this direct payment ends.',
  back: 'Direct payments',
  link: 'End this direct payment',
  heading: 'How it ends',
  ends: 'Its last day',
  ended: 'Its last day was',
} as const
