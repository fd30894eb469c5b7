import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Complaints',
  one: 'A complaint',
  none: 'Nobody has complained.',
  complain: 'Make a complaint',
  letter: 'Write a letter',
  answer: 'Answer',
  wants: 'What would put it right',
} as const

export const complainWords = {
  title: 'Make a complaint',
  intro:
    'You can complain about what was decided, how you were treated, or how long it takes. Nobody may treat you worse because you complained.',
  about: 'What do you complain about?',
  aboutHint: 'What happened, when, and to whom. A few sentences are enough.',
  aboutMissing: 'Say what you complain about',
  wants: 'What would put it right?',
  wantsHint: 'You can leave this empty.',
  keep: 'Send this complaint',
  kept: 'Your complaint is in the record. The clock has started.',
} as const

export const answerWords = {
  title: 'Answer a complaint',
  outcome: 'What is your answer?',
  outcomeMissing: 'Choose your answer',
  why: 'Why?',
  whyHint: 'They will read this. Say what you looked at, what went wrong, and what will be done.',
  whyMissing: 'Give the reason. They will read it',
  ombudsman: 'The way to the Ombudsman',
  before: 'Before you send it',
  told: 'My answer says that they can go to the Ombudsman',
  keep: 'Send this answer',
  kept: 'The answer is in the record.',
  notYours: 'Whoever complained cannot answer it: somebody else must.',
} as const

export const UPHELD_WORDS: Readonly<Record<EntryOf<'complaint-answered'>['outcome'], string>> = {
  upheld: 'Upheld: the complaint was right',
  partly: 'Upheld in part: some of it was right',
  'not-upheld': 'Not upheld',
}

/** Who looks at a complaint after the council, and how they are reached. */
export const OMBUDSMAN = {
  name: 'Local Government and Social Care Ombudsman',
  url: 'https://www.lgo.org.uk',
  site: 'www.lgo.org.uk',
  phone: '0300 061 0614',
  says: 'looks at complaints about councils. It is free, and it does not belong to the council. You can go there if you are not happy with the answer, or if no answer comes.',
} as const

export const letterWords = {
  title: 'A letter, ready to send',
  intro:
    'This letter is made from what is in the record and what the law says. Change whatever you like. Nothing is sent, and nothing that you write here is kept.',
  box: 'The letter',
  missing: 'Write the letter',
  show: 'Show it ready to print',
  shownTitle: 'Letter of complaint',
  shownIntro: 'Print this page with your browser, or copy the letter into an email.',
  change: 'Change it',
} as const
