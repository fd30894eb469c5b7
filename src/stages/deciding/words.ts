import type { EntryOf } from '../../record/entries.ts'
import type { Decides } from '../../record/told-later.ts'

export const words = {
  title: 'Making decisions',
  intro:
    'Everybody is taken to be able to decide. If there is a doubt, it is about one decision, at one time, and help comes first. Nothing on this page is about a person as a whole.',
  none: 'Nobody has asked whether a decision can be made. Then it can.',
  ask: 'Ask about one decision',
  able: 'Able to decide this',
  notAble: 'Not able to decide this then',
  changed: 'The answer has changed from one time to another. Ask at the best time, and ask again.',
  doubts: 'Doubts that somebody has voiced',
  lawyers: 'Who may decide by law',
  noLawyers: 'Nobody else may decide by law.',
  liberty: 'Limits on freedom',
} as const

export const FOR_WORDS: Readonly<Record<Decides, string>> = {
  home: 'Where to live',
  support: 'Help and support',
  money: 'Money',
  health: 'Health',
  assessment: 'Having an assessment',
  other: 'Something else',
}

export const TIMES = ['morning', 'midday', 'afternoon', 'evening', 'night'] as const
export const TIME_WORDS: Readonly<Record<(typeof TIMES)[number], string>> = {
  morning: 'In the morning',
  midday: 'Around midday',
  afternoon: 'In the afternoon',
  evening: 'In the evening',
  night: 'At night',
}

export const askWords = {
  title: 'Ask about one decision',
  intro:
    'Help first: the best time and place, plain words, pictures, somebody they trust. Then the four questions, each with what showed it. The person reads all of this.',
  decision: 'Which decision is it?',
  decisionHint: 'One decision, as you would ask the person. For example: whether to go home from hospital.',
  decisionMissing: 'Say which decision it is',
  for: 'What kind of decision is it?',
  forMissing: 'Choose what kind of decision it is',
  day: 'On which day did you ask?',
  dayMissing: 'Enter the day on which you asked',
  dayWrong: 'The day on which you asked must be a real day, such as 27 3 2026',
  time: 'At what time of day?',
  timeMissing: 'Choose at what time of day you asked',
  help: 'What was done first, to help them decide?',
  helpHint: 'One thing on each line.',
  understands: 'Did they understand what they need to know for it?',
  understandsHint: 'Also what could come of it, one way and the other. Not every detail.',
  retains: 'Did they keep it in mind for long enough to decide?',
  retainsHint: 'A short time can be enough. Notes and pictures count as help.',
  weighs: 'Did they use it, or weigh it up?',
  weighsHint: 'Weighing it another way than you would is weighing.',
  communicates: 'Did they let you know what they decide?',
  communicatesHint: 'In any way: words, signs, a look, a squeeze of the hand.',
  understandsMissing: 'Choose whether they understood it',
  retainsMissing: 'Choose whether they kept it in mind',
  weighsMissing: 'Choose whether they weighed it up',
  communicatesMissing: 'Choose whether they let you know',
  shown: 'What showed it?',
  shownHint: 'What you asked, and what they said or did, in their words.',
  shownMissing: 'Say what showed it',
  unwise: 'Does somebody think that what they want is unwise?',
  unwiseHint: 'If so, say who and why. It does not count against them. You can leave this empty.',
  has: 'So: can they make this decision, at this time?',
  hasYes: 'Yes, they can decide this',
  hasNo: 'No, they cannot decide this now',
  hasMissing: 'Choose whether they can make this decision',
  because: 'If not: what illness or injury of mind or brain is behind it?',
  becauseHint: 'It may pass, like an infection. Age, looks and behaviour are no cause.',
  link: 'If not: how does that lead to what they could not do?',
  linkHint: 'For example: with the infection, what was said is gone after a minute.',
  again: 'When is it to be asked again?',
  againHint: 'A day, or what has to happen first. If it will not be asked again, say why.',
  keep: 'Keep this in the record',
  kept: 'It is in the record, for this decision and for no other.',
} as const

export const bestWords = {
  title: 'What is best for the person',
  titleYou: 'What is best for you',
  intro: 'Only for this decision. Ask first whether it can wait until the person can decide.',
  wait: 'Can it wait until they can decide?',
  waitMissing: 'Say whether it can wait',
  wishes: 'What do they want, and what did they want before?',
  wishesHint: 'Wishes, feelings, beliefs: in their own words, or as those close to them know them.',
  wishesMissing: 'Write down what they want and wanted',
  consulted: 'Who was asked?',
  consultedMissing: 'Choose who was asked',
  less: 'Which way would leave them more free, and why is it taken or not?',
  lessMissing: 'Say which way would leave them more free',
  decided: 'What was decided?',
  decidedMissing: 'Say what was decided',
  decider: 'Who decides?',
  deciderMissing: 'Choose who decides',
  council: 'The council, or whoever gives the care',
  keep: 'Keep this in the record',
  kept: 'It is in the record, with who was asked.',
} as const

export const scopeWords = {
  title: 'What somebody may decide by law',
  intro:
    'An attorney or a deputy may decide only what their papers say. Look at the papers and write down what they cover.',
  who: 'Who is it?',
  whoMissing: 'Choose who it is',
  decides: 'What do the papers cover?',
  decidesMissing: 'Choose at least one thing that the papers cover',
  seen: 'What did you see, and when?',
  seenHint: 'For example: the registered lasting power of attorney of 3 May 2022, seen on screen.',
  seenMissing: 'Say what you saw',
  keep: 'Keep this in the record',
  kept: 'It is in the record what they may decide.',
  unknown: 'Nobody has written down what the papers cover. Look at them before anything rests on them.',
  outside: 'This is outside what their papers cover. It is their view, and not a decision.',
  only: (own: boolean) =>
    `They may decide about health, home and help only while ${own ? 'you' : 'the person'} cannot.`,
} as const

export const libertyWords = {
  title: 'Limits on freedom',
  intro:
    'There is no yes-or-no test for this. Look at everything together and give your reasons: what it is for, how ordinary life is there, and what the person says and shows.',
  introYou:
    'There is no yes-or-no test for this. We look at it all and give our reasons: what it is for, how your life is there, and what you say and show.',
  changed: 'The law changed on 2 June 2026. What was judged before that day may have to be looked at again.',
  none: 'Nobody has looked at limits on freedom.',
  look: 'Look at limits on freedom',
  arrangement: 'What is the arrangement?',
  arrangementMissing: 'Say what the arrangement is',
  purpose: 'What is it for?',
  purposeMissing: 'Say what it is for',
  ordinary: 'How ordinary is life there?',
  ordinaryHint: 'Compare it with the life of others of the same age who live as they do.',
  ordinaryMissing: 'Say how ordinary life is there',
  watched: 'What is watched, and what would happen if they wanted to leave?',
  watchedMissing: 'Say what is watched, and what would happen if they wanted to leave',
  shows: 'What do they say, and what do they show?',
  showsHint: 'Words, and behaviour: content, asking to go, at the door.',
  showsMissing: 'Write down what they say and show',
  less: 'What would leave them more free?',
  lessMissing: 'Say what would leave them more free, and why it is done or not',
  so: 'So, taking it all together: what do you judge, and why?',
  soMissing: 'Give your judgement with its reasons',
  authorised: 'Is an authorisation needed?',
  authorisedMissing: 'Choose how it stands with an authorisation',
  keep: 'Keep this in the record',
  kept: 'It is in the record, with the reasons.',
} as const

export const AUTHORISED_WORDS: Readonly<Record<EntryOf<'liberty'>['authorised'], string>> = {
  'none-needed': 'None is needed',
  requested: 'It has been asked for',
  granted: 'It has been given',
  refused: 'It has been refused',
}
