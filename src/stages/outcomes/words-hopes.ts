import type { TalkAnswer } from '../../domain/outcomes/talk.ts'

/** The words of the hopes, as the person and those who work with them read them. */
export const words = {
  title: 'Hopes',
  intro:
    'What you hope for, and what others think you could do. Both stay here. Nobody writes over what you said.',
  introOther: (name: string) =>
    `What ${name} hopes for, and what is thought possible. Both stand. Neither is written over the other.`,
  money: 'What you hope for never lowers your money.',
  moneyOther: 'A low hope never lowers the money.',
  none: 'Nobody has said yet what is hoped for.',
  open: 'Nothing hoped for here yet',
  now: 'How it is now',
  hoped: 'What you hope for',
  hopedOther: (name: string) => `What ${name} hopes for`,
  possible: 'What could be possible',
  agreed: 'What you both agreed',
  agreedOther: 'What both agreed',
  nobodyNow: 'Nobody has said yet.',
  nobodyHoped: 'You have not said yet.',
  nobodyHopedOther: 'Not said yet.',
  nobodyPossible: 'No professional has said yet.',
  nothingAgreed: 'Nothing is agreed yet.',
  othersHope: 'Others hope',
  before: 'Said before',
  talks: 'When you talked about it',
  talksOther: 'When it was talked about',
  sayHope: 'Say what you hope for',
  typeHope: (name: string) => `Type what ${name} hopes for`,
  sayPossible: 'Say what you think possible',
  talk: 'Talk about it',
  seeTopic: 'See all that was said about this',
  builds: 'What could help to get there',
} as const

/** What comes next, to the person and to everybody else. */
export const nextWords = {
  offer: {
    'hope-below':
      'Somebody thinks you could do more than you hope for. Would you like to talk about it? You do not have to. “I am content as I am” is a full answer.',
    'hope-above':
      'You hope for more than somebody thinks you could do. Would you like to talk about it? You could try it for some weeks and see.',
  },
  offerOther: {
    'hope-below': (name: string) =>
      `More is thought possible than ${name} hopes for. Offer to talk about it, and do not press. “I am content as I am” is a full answer.`,
    'hope-above': (name: string) =>
      `${name} hopes for more than is thought possible. Offer to talk about what a trial could look like. You may be wrong.`,
  },
  agreed: 'You talked about this, and agreed what stands below.',
  agreedOther: 'This was talked about, and what was agreed stands below. Nobody need be asked again.',
  content: (on: string) => `You said on ${on}: I am content as I am. That is a full answer.`,
  contentOther: (name: string, on: string) =>
    `${name} said on ${on}: I am content as I am. That is a full answer. Do not ask again unless something changes.`,
  notNow: (on: string) => `You said on ${on}: not now. You can talk about it when you like.`,
  notNowOther: (name: string, on: string) => `${name} said on ${on}: not now.`,
  trying: (until: string) => `You are trying it. We will ask you how it went on ${until}.`,
  tryingOther: (name: string, until: string) => `${name} is trying it until ${until}. Ask again then.`,
  again: (until: string) => `Your trial ended on ${until}. How did it go? What do you hope for now?`,
  againOther: (name: string, until: string) =>
    `The trial ended on ${until}, and nobody has asked ${name} since how it went. Ask again.`,
} as const

/** The short mark in the list. */
export const MARKS = {
  nothing: '',
  'offer-talk': 'Worth a talk',
  agreed: 'Agreed',
  content: 'Content as it is',
  'not-now': 'Not now',
  trying: 'Being tried',
  'ask-again': 'Ask again',
} as const

export const hopeWords = {
  title: 'Say what you hope for',
  titleOther: (name: string) => `What ${name} hopes for`,
  text: 'What do you hope for?',
  textOther: 'What do they hope for, in their own words?',
  textHint: 'Say it your way. A few words are enough.',
  textMissing: 'Say in a few words what is hoped for',
  hoped: 'Which step would you like to be on?',
  hopedOther: 'Which step would they like to be on?',
  hopedHint: 'The same step as now is a full answer. What you hope for never lowers your money.',
  hopedMissing: 'Choose one of the five steps of the ladder',
  level: 'Which step is it now?',
  levelHint: 'You can leave this out.',
  levelWrong: 'Choose one of the five steps of the ladder, 0 to 4',
  less: 'What I hope for is less than I do now, and that is what I mean',
  lessLegend: 'Less than now?',
  notYours: 'Hopes are for the person to say. Say what you see in the conversation.',
  keep: 'Keep this in the record',
  kept: 'Your hope is in the record. What was said before stays there too.',
} as const

export const possibleWords = {
  title: 'Say what you think possible',
  ground: 'On what ground?',
  groundHint: 'What you saw, heard or tried. The person reads it.',
  groundMissing: 'Say on what ground: what you saw, heard or tried',
  possible: 'Which step do you think possible?',
  possibleHint: 'Your own view. It stands beside the hope and takes nothing from it.',
  possibleMissing: 'Choose one of the five steps of the ladder',
  level: 'Which step do you see now?',
  keep: 'Keep this in the record',
  kept: 'Your view is in the record. The person can read it.',
} as const

export const talkWords = {
  title: 'Talk about it',
  intro: 'Nobody has to have this talk. Fill in what you like. What counts is the answer, in your own words.',
  notYours: 'This talk is between the person and those who work with them.',
  tried: 'What have you tried before?',
  triedOther: 'What was tried before?',
  inTheWay: 'What got in the way?',
  answer: 'What is the answer?',
  answerMissing: 'Choose the answer',
  says: 'In your own words',
  saysOther: 'In their own words',
  saysMissing: 'Write down the answer in the person’s own words',
  trial: 'If you try it',
  what: 'What will you try?',
  whatOther: 'What will be tried? In their words',
  weeks: 'For how many weeks?',
  weeksHint: 'From 4 to 8. Then you are asked how it went.',
  weeksMissing: 'A trial takes from 4 to 8 weeks',
  agreed: 'Which step do you both want to try for?',
  keep: 'Keep this in the record',
  kept: 'It is in the record, in these words.',
} as const

export const ANSWER_CHOICES: Readonly<Record<TalkAnswer, string>> = {
  content: 'I am content as I am',
  try: 'I will try it for some weeks',
  'not-now': 'Not now',
}
