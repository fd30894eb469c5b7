import type { EntryOf } from '../../record/entries.ts'

/** As a choice of its own a word begins like a sentence. */
export const begun = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The words of the conversation, as everybody at the table reads them. */
export const words = {
  title: 'Conversation',
  intro: 'What each person said about daily life. Everyone here reads the same words.',
  notSpokenOf: 'Not talked about yet',
  everyVoice: 'What each of you said.',
  nobodySpoke: 'Nobody has said anything about this yet.',
  stillRight: (month: string) => `You told us this in ${month}. Is it still right?`,
  yesStillRight: 'Yes, still right',
  changed: 'Something has changed',
  sayYours: 'Say how it is for you',
  addVoice: 'Add what somebody says',
  wrong: 'Something here is wrong',
  restsOn: 'What rests on this',
  nothingRests: 'Nothing rests on this yet.',
} as const

export const sayWords = {
  who: 'Who says this?',
  channel: 'How did they tell you?',
  textOwn: 'How is it now?',
  textSeen: 'What do you see?',
  textSeenHint: 'Your own view, in plain words. The person reads it.',
  textOther: 'What did they say, in their own words?',
  forOther: (name: string) => `Type what ${name} says`,
  seen: 'Say what you see',
  textHint: 'Write it the way you would say it. A sentence or two is enough.',
  textHintOther: 'Write it as they said it, not as you would. A sentence or two is enough.',
  channelChoose: 'Choose',
  channelMissing: 'Choose how they told you. What they have not heard read back is not theirs yet',
  textMissing: 'Say in a few words how things are',
  level: 'Which of these is nearest to how it is now?',
  hoped: 'What would you like it to be?',
  hopedOther: 'What do they hope for?',
  hopedHint: 'What you hope for never lowers your money. “As it is now” is a full answer.',
  hopedHintOther: 'What they hope for never lowers their money. “As it is now” is a full answer.',
  possible: 'What do you think is possible?',
  possibleHint: 'Your professional view, kept apart from what the person hopes for.',
  times: 'How many times a week is help needed?',
  timesHint: 'Count it as if nobody helped without pay. Leave it empty if you do not know.',
  minutes: 'About how many minutes each time?',
  people: 'Does it take two helpers at once?',
  night: 'Is this at night?',
  varies: 'Does it change from day to day?',
  variesHint: 'If so, say how: good days and bad days, how often.',
  keep: 'Keep this in the record',
  kept: 'Kept. Everyone at the table can read it.',
} as const

/** How something came to be typed by one for another. */
export const CHANNELS = [
  'face to face',
  'by phone',
  'by video',
  'in a letter',
  'through an interpreter',
] as const

export const disputeWords = {
  title: 'Say what is wrong',
  about: 'You disagree with this',
  says: 'What is wrong?',
  saysHint: 'Say what is not so, in your own words.',
  saysMissing: 'Say what is wrong',
  wants: 'What would you like to happen?',
  wantsHint: 'For example: put it right, take it out, or add my view beside it.',
  instead: 'How is it really?',
  insteadHint:
    'You do not have to fill this in. If you do, both sums are shown until it is settled: with what is there now, and with what you say.',
  keep: 'Send this',
  kept: 'Sent. Everything that rests on it is marked until it is settled.',
} as const

export const needWords = {
  title: 'Find a need',
  text: 'What is the need?',
  topics: 'Which parts of daily life does it touch?',
  cause: 'What does it come from?',
  causeHint: 'A physical or mental impairment or illness. No diagnosis is needed.',
  causeHintCarer: 'The care that they give.',
  test: 'Without help from anyone, which of these is true?',
  wellbeing: 'Which parts of wellbeing does it bear on?',
  impact: 'How much does it bear on their wellbeing?',
  impactWhy: 'Why?',
  statements: 'Which of these does it rest on?',
  statementsMore: (count: number) => `Other things that were said (${count})`,
  metBy: 'Does somebody meet it without pay?',
  metByHint: 'Only somebody who has said that they are willing and able. The need stays on record as a need.',
  metByNobody: 'Nobody does, or it is not agreed',
  keep: 'Record this need',
  kept: 'The need is in the record.',
} as const

export const TEST_WORDS: Readonly<Record<EntryOf<'need'>['test'], string>> = {
  unable: 'Cannot do it without help',
  pain: 'Can do it, but with great pain, distress or worry',
  danger: 'Can do it, but it endangers them or others',
  slow: 'Can do it, but it takes much longer than it should',
  health: 'Their own health is getting worse, or is at risk',
  managing: 'Manages: none of these',
}

export const IMPACT_WORDS: Readonly<Record<EntryOf<'need'>['impact'], string>> = {
  none: 'Not at all',
  some: 'Somewhat',
  significant: 'Significantly',
}

export const WAY_WORDS: Readonly<Record<EntryOf<'assessment-opened'>['way'], string>> = {
  'face-to-face': 'face to face',
  'supported-self': 'by the person, with support',
  phone: 'by phone',
  online: 'online',
  combined: 'in more than one way',
}

export const ASSESSMENT_WORDS: Readonly<Record<EntryOf<'assessment-opened'>['of'], string>> = {
  needs: 'assessment of needs',
  carer: 'carer’s assessment',
  transition: 'assessment before turning 18',
  reassessment: 'new assessment',
}

export const helpWords = {
  title: 'Who helps without pay',
  intro:
    'Needs are counted as if nobody helped without pay. What somebody is willing and able to give is written down apart, once, and in their own words. They may say no, and change their mind.',
  who: 'Who helps?',
  provides: 'What do they do?',
  hours: 'About how many hours a week?',
  hoursHint: 'Leave it empty if nobody knows.',
  willing: 'Are they willing to go on?',
  able: 'Are they able to go on?',
  assessment: 'Were they offered an assessment of their own?',
  keep: 'Keep this in the record',
  kept: 'Kept. It counts in the sum only for needs that are recorded as met by them.',
} as const

export const OFFERED_WORDS = {
  accepted: 'Yes, and they want it',
  declined: 'Yes, and they do not want it',
  'not-offered': 'No, not yet',
} as const
