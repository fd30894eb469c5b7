import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Help to take part',
  intro: (own: boolean) =>
    `Would it be very hard to take part without help? Four things are asked about, at the start and at each new step. If one of them is very hard, somebody is at ${own ? 'your' : 'the person’s'} side: someone ${own ? 'you' : 'they'} choose, or an advocate.`,
  ask: 'Ask the four questions',
  none: 'Nobody has asked the four questions yet.',
  now: 'How it stands now',
  nothingCame: 'Nothing: it was not asked.',
  asked: 'When it was asked',
  advocate: 'What an advocate may do here',
  mayDo: (own: boolean) => {
    const [their, them] = own ? ['your', 'you'] : ['the person’s', 'the person']
    return `An advocate is independent of the council. They read this record, but not ${their} savings and income, a carer’s own assessment, how talks went, or who looked. They may say, ask and disagree for ${them}. What they say counts as ${their} side.`
  },
  met: 'Write down the first meeting',
} as const

export const DIFFICULTY_WORDS = {
  understand: 'To understand what it is about',
  retain: 'To keep it in mind',
  weigh: 'To weigh it up',
  communicate: 'To say thoughts, wishes and feelings',
} as const
export type Difficulty = keyof typeof DIFFICULTY_WORDS
export const DIFFICULTIES: readonly Difficulty[] = ['understand', 'retain', 'weigh', 'communicate']

export const DECISION_WORDS: Readonly<Record<EntryOf<'advocacy'>['decision'], string>> = {
  'not-needed': 'No help to take part is needed',
  supporter: 'Somebody close helps with taking part',
  referred: 'An advocate has been asked for',
  appointed: 'An advocate has been found',
  'not-referred': 'No advocate was asked for',
}

export const STEPS = ['assessment', 'plan', 'review', 'enquiry', 'hospital'] as const
export type StepName = (typeof STEPS)[number]
export const STEP_WORDS: Readonly<Record<StepName, string>> = {
  assessment: 'The assessment',
  plan: 'The plan',
  review: 'A review',
  enquiry: 'A safeguarding enquiry',
  hospital: 'Leaving hospital',
}

export const askWords = {
  title: 'Ask the four questions',
  intro: 'Ask plainly, and ask the person first. Without help, would this be very hard for them?',
  at: 'What is it about to be?',
  atMissing: 'Choose which step it is about',
  missing: (what: string) => `Choose yes or no: ${what.toLowerCase()}`,
  supporter: 'Who could help them to take part?',
  supporterHint:
    'Somebody whom they choose. Not somebody who is paid to care for them, and nobody from the council.',
  nobody: 'Nobody',
  supporterMissing: 'Choose who could help them, or nobody',
  agrees: 'Does the person want that?',
  agreesHint: 'Only if you chose somebody.',
  decision: 'So: what happens?',
  decisionMissing: 'Choose what happens',
  advocate: 'If an advocate has been found: who is it?',
  note: 'What did the person say about it?',
  noteHint: 'In their own words. You can leave this empty.',
  noted: 'The person was not asked, or it is not in their words',
  keep: 'Keep this in the record',
  kept: 'It is in the record.',
} as const

export const metWords = {
  title: 'The first meeting',
  intro: 'The day of the first meeting or call with the advocate.',
  day: 'On which day?',
  dayMissing: 'Enter the day of the first meeting',
  dayWrong: 'The day of the first meeting must be a real day, such as 27 3 2026',
  says: 'How was it agreed to go on?',
  saysHint: 'For example: how to reach the advocate. Nothing that was said in confidence.',
  saysMissing: 'Say how it goes on',
  keep: 'Keep this in the record',
  kept: 'The first meeting is in the record.',
} as const
