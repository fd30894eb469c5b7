import type { AboutPart } from '../../record/about-me.ts'

/** The headings, to the person and to everybody else. */
export const words = {
  title: 'About me',
  titleOther: (name: string) => `About ${name}`,
  intro: 'Who you are, before what you need. Your own words come first.',
  introOther: (name: string) => `Who ${name} is, before what they need. Their own words come first.`,
  people: 'People in my life',
  peopleOther: 'People in their life',
  days: 'Good days and bad days',
  noDays: 'Nothing is said yet about good days and bad days.',
  nothing: 'Nothing is said here yet.',
  say: 'Say it in your own words',
  type: (name: string) => `Type what ${name} says`,
  language: 'Language',
  interpreter: 'Interpreter',
  formats: 'Likes to get things as',
  notes: 'How to talk',
  toldBefore: 'What you were told before an assessment began',
  toldBeforeOther: 'What they were told before an assessment began',
  toldUnknown: 'Nobody wrote down what was said beforehand.',
} as const

/** The ways in which an assessment can be had. */
export const WAY_WORDS = {
  'face-to-face': 'face to face',
  'supported-self': 'in writing with help',
  phone: 'by phone',
  online: 'online',
  combined: 'together with a carer’s',
} as const

export const PART_WORDS: Readonly<
  Record<AboutPart, { readonly own: string; readonly other: string; readonly ask: string }>
> = {
  matters: { own: 'What matters to me', other: 'What matters', ask: 'What matters to you?' },
  bring: {
    own: 'What I bring',
    other: 'What they bring',
    ask: 'What are you good at? What do people like about you?',
  },
  people: {
    own: 'Who is in my life',
    other: 'Who is in their life',
    ask: 'Who is in your life, and what are they to you?',
  },
  talk: {
    own: 'How to talk with me',
    other: 'How to talk with them',
    ask: 'How should people talk with you?',
  },
  before: {
    own: 'What happened before',
    other: 'What happened before',
    ask: 'What happened before that people should know?',
  },
}

export const FORMAT_WORDS = {
  'easy-read': 'easy read',
  'large-print': 'large print',
  audio: 'a recording',
  braille: 'braille',
  bsl: 'British Sign Language',
} as const

export const formWords = {
  hint: 'Say it your way. You can leave out what you do not want to share.',
  missing: 'Write it down in a few words',
  varies: 'What is a good day, and what is a bad day?',
  variesHint: 'You can leave this empty.',
  notYours: 'This page is in the person’s own words. Say what you see in the conversation.',
  keep: 'Keep this in the record',
  kept: 'It is in the record, in these words.',
} as const
