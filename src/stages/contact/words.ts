import type { EntryOf } from '../../record/entries.ts'
import type { StepName } from '../../domain/checks/steps.ts'

export const words = {
  title: 'Asking for help',
  intro: 'What was asked, when, and how long each step takes.',
  steps: 'How long each step takes',
  stepsIntro: 'The law says “in a reasonable time”. These are the council’s own times.',
  picture: 'Days that each step took or has taken, beside the days that the council gives itself',
  took: 'Days so far',
  allowed: 'Days that the council gives itself',
  nothingAsked: 'Nobody has asked for help here yet.',
  holds: 'On hold',
  noHolds: 'Nothing is on hold, and nothing has been.',
  putOnHold: 'Put a step on hold',
  takeUp: 'Take it up again',
  asked: 'What was asked',
  ask: 'Ask for help',
  askOther: 'Write down that somebody asked',
} as const

export const STEP_WORDS: Readonly<Record<StepName, string>> = {
  open: 'From asking to the start of an assessment',
  close: 'The assessment',
  plan: 'From the decision to a plan',
  start: 'From the plan to the support',
}

export const HOLD_STAGE_WORDS: Readonly<Record<EntryOf<'hold'>['stage'], string>> = {
  assessment: 'The assessment',
  eligibility: 'The decision on eligibility',
  budget: 'The budget',
  plan: 'The plan',
  support: 'The support',
  review: 'The review',
}

export const HOW_WORDS: Readonly<Record<EntryOf<'contact'>['how'], string>> = {
  phone: 'By phone',
  online: 'Online',
  letter: 'By letter',
  referral: 'Sent by somebody else',
  hospital: 'From hospital',
  visit: 'At a visit',
}

export const OUTCOME_WORDS: Readonly<Record<NonNullable<EntryOf<'contact'>['outcome']>, string>> = {
  assess: 'There will be an assessment',
  'advice-only': 'Advice was given, and there will be no assessment',
  'screened-out': 'There will be no assessment',
  'passed-on': 'It was passed on to somebody else',
}

export const askWords = {
  title: 'Ask for help',
  titleOther: 'Write down that somebody asked',
  intro:
    'Tell us what is hard. The council must look at what you need, however small it seems, and whatever money you have.',
  introOther: 'Use the words that they used. The person reads this page too.',
  how: 'How did they ask?',
  howMissing: 'Choose how they asked',
  about: 'What is hard?',
  aboutOther: 'What did they say?',
  aboutMissing: 'Say what is hard',
  wants: 'What would help?',
  optional: 'You can leave this empty.',
  signs: 'Which parts of daily life is it about?',
  urgent: 'Is it urgent?',
  urgentHint: 'For example, nobody comes to help today and you cannot wash, eat or get up.',
  urgentMissing: 'Choose whether it is urgent',
  outcome: 'What was the first answer?',
  outcomeOpen: 'Not decided yet',
  why: 'If there will be no assessment: why not?',
  whyHint: 'They will read this.',
  keep: 'Send this',
  keepOther: 'Keep this in the record',
  kept: 'It is in the record. The clock has started.',
} as const

export const holdWords = {
  title: 'Put a step on hold',
  intro:
    'A hold is for a reason that the person would agree with, and it has an end. It stops the clock only if they were told.',
  stage: 'What waits?',
  stageMissing: 'Choose what waits',
  why: 'Why?',
  whyHint: 'The person reads this.',
  whyMissing: 'Give the reason',
  until: 'Until when?',
  untilHint: 'For example, 27 3 2027.',
  untilMissing: 'Enter the day on which it ends',
  untilWrong: 'The day on which it ends must be a real day, such as 27 3 2027',
  told: 'Have you told the person, with the reason and the end?',
  toldMissing: 'Choose whether you have told the person',
  toldNo: 'The clock goes on, and everyone at the table sees that they were not told.',
  keep: 'Put it on hold',
  kept: 'It is on hold. The person can read why, and until when.',
} as const

export const resumeWords = {
  title: 'Take it up again',
  button: 'Take it up again',
  kept: 'It goes on. The clock runs again.',
  already: 'It has been taken up again already.',
} as const
