import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Staying safe',
  intro: (name: string) =>
    `This is about being hurt, threatened, robbed or neglected. What ${name} wants to happen is asked first and counts throughout.`,
  introYou:
    'This is about being hurt, scared, robbed or left alone. We ask first what you want to happen. It counts all the way.',
  danger: 'If somebody is in danger now, call 999.',
  none: 'Nobody has written down a concern.',
  noneOwn: 'You have not written down a concern here.',
  ownOnly: 'You read here what you wrote. What comes of it is for those who look into it. You can ask them.',
  raise: 'Write down a concern',
  tell: 'Tell the council that somebody is not safe',
  wants: 'What they want to happen',
  wantsYou: 'What you want to happen',
  notAsked: 'Nobody has written down what they want.',
  kept: 'Kept from',
  go: 'Write down what happens next',
  said: 'Write down what was said in confidence',
  show: 'Show it to them now',
} as const

export const EVENT_WORDS: Readonly<Record<EntryOf<'safeguarding'>['event'], string>> = {
  concern: 'Concern',
  enquiry: 'The council looks into it',
  'no-enquiry': 'The council does not look into it, and says why',
  closed: 'What came of it',
}

export const GROUNDS = ['harm', 'confidence', 'both'] as const
export const GROUND_WORDS: Readonly<Record<(typeof GROUNDS)[number], string>> = {
  harm: 'Serious harm to a person',
  confidence: 'The confidence of the one who spoke',
  both: 'Serious harm to a person; the confidence of the one who spoke',
}

export const keepWords = {
  from: 'Is it to be kept from somebody?',
  fromHint:
    'Only where there is danger. They then find nothing of it. That it is kept from them stays in the record. What is kept from the person is kept from their attorney as well.',
  ground: 'If so: on what ground?',
  why: 'If so: why?',
  again: 'If so: when do you look again whether it is still needed?',
  againHint: 'For example: every week, at the Monday meeting.',
} as const

export const concernWords = {
  title: 'Write down a concern',
  about: 'What is the worry?',
  aboutHint: 'What was seen or said, by whom and when. Facts first.',
  aboutMissing: 'Say what the worry is',
  wants: 'What does the person want to happen?',
  wantsHint: 'In their own words. If you could not ask yet, leave it empty: the page will say so.',
  notTold: 'The person did not tell me this',
  keep: 'Keep this in the record',
  kept: 'It is in the record. The clock has started.',
} as const

export const nextWords = {
  title: 'What happens next',
  event: 'What is it?',
  eventMissing: 'Choose what it is',
  about: 'What was done or found?',
  aboutMissing: 'Say what was done or found',
  wants: 'What does the person want to happen?',
  wantsHint: 'In their own words.',
  why: 'Why?',
  whyHint: 'The reasons: why the council looks into it, why it does not, or why it ends here.',
  keep: 'Keep this in the record',
  kept: 'It is in the record.',
} as const

export const saidWords = {
  title: 'What was said in confidence',
  intro: 'Their words belong to them. They are in the record, and kept from those whom you name.',
  who: 'Who said it?',
  whoMissing: 'Choose who said it',
  topic: 'What is it about?',
  topicMissing: 'Choose what it is about',
  text: 'What did they say, in their own words?',
  textMissing: 'Write down what they said',
  keep: 'Keep this in the record',
  kept: 'It is in the record, and kept from those whom you named.',
} as const

export const showWords = {
  title: 'Show it to them now',
  intro:
    'It was kept from somebody. If that is no longer needed, they can read it from today. That it was kept stays in the record.',
  why: 'Why is it no longer needed?',
  whyMissing: 'Say why it is no longer needed',
  keep: 'Show it from now on',
  kept: 'It is no longer kept from them.',
} as const
