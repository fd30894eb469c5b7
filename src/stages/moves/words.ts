import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Hospital and moves',
  intro:
    'Going into hospital and home again, moving to another council, turning 18: what has to happen, who owes it, and how it stands.',
  hospital: 'Hospital',
  noHospital: 'There is nothing here about hospital.',
  tellHospital: 'Write down a step in hospital',
  moving: 'Moving to another council',
  noMoves: 'There is nothing here about a move.',
  tellMove: 'Write down a move',
  eighteen: 'Turning 18',
  plan: 'Plan a move on a day to come',
  who: 'Say who does a step, and by when',
  back: 'Hand back a step',
  keep: 'Write down that a step is done',
  off: 'Call off a planned move',
  home: 'Home or not, and why',
  stillThere: 'Still in hospital.',
} as const

export const EVENT_WORDS: Readonly<Record<EntryOf<'hospital'>['event'], string>> = {
  admitted: 'Went into hospital',
  'fit-to-leave': 'Well enough to leave',
  discharged: 'Left hospital',
}

export const TO_WORDS: Readonly<Record<NonNullable<EntryOf<'hospital'>['to']>, string>> = {
  home: 'Home',
  interim: 'To a place for a while',
  'care-home': 'To a care home',
  'own-care': 'With care of their own',
}

/** The four ways home of the national guidance on leaving hospital, by their number. */
export const PATHWAY_WORDS: readonly string[] = [
  'Home, and no new help is needed',
  'Home, with help',
  'To a place to get stronger for a while',
  'To a care home, with a lot of help',
]

/** Whose move a step is. */
export const OWES_WORDS = {
  hospital: 'The hospital',
  council: 'The council',
  other: 'The other council',
  support: 'Whoever gives support',
  person: 'The person',
} as const
export type Owes = keyof typeof OWES_WORDS

export const STANDS_WORDS = {
  done: 'Done',
  owed: 'Not done',
  waiting: 'Waiting',
  late: 'Late',
  later: 'Comes later',
  unseen: 'Not shown to you',
  'not-needed': 'Not needed',
} as const
export type Stands = keyof typeof STANDS_WORDS

export const hospitalWords = {
  title: 'Write down a step in hospital',
  event: 'What happened?',
  eventMissing: 'Choose what happened',
  day: 'On which day?',
  dayMissing: 'Enter the day on which it happened',
  dayWrong: 'The day on which it happened must be a real day, such as 27 3 2026',
  to: 'When leaving: where to?',
  pathway: 'When leaving: with how much help?',
  meanwhile: 'When leaving: what happens about the steps that are not done?',
  meanwhileHint: 'Name each of them, who does it and by when. Leaving hospital does not end any of them.',
  says: 'Anything else?',
  saysHint: 'You can leave this empty.',
  keep: 'Keep this in the record',
  kept: 'It is in the record.',
} as const

export const movedWords = {
  title: 'Write down a move',
  intro: 'A move from one council to another. Help goes on from the day of the move.',
  direction: 'Which way?',
  directionMissing: 'Choose which way they moved',
  in: 'Here, from another council',
  out: 'From here to another council',
  other: 'Which other council?',
  otherMissing: 'Enter the name of the other council',
  day: 'On which day did they move?',
  dayMissing: 'Enter the day on which they moved',
  dayWrong: 'The day on which they moved must be a real day, such as 27 3 2026',
  plan: 'Did they have a plan when they moved?',
  planMissing: 'Choose whether they had a plan',
  told: 'Did the two councils tell each other before the move?',
  toldMissing: 'Choose whether the councils told each other',
  keep: 'Keep this in the record',
  kept: 'It is in the record. What has to go on is listed here.',
} as const

/** What lies ahead on a known day. */
export const aheadWords = {
  promised: (name: string, by: string) => `${name}, by ${by}.`,
  nobody: 'Nobody has said yet who does this, and by when.',
  back: (name: string, day: string, why: string) => `${name} handed it back on ${day}: ${why}`,
  gap: (day: string, steps: string) =>
    `There could be a gap on ${day}. Nobody has taken this on in time: ${steps}.`,
  noGap: (day: string) => `No gap on ${day}: each step is done, or somebody does it before then.`,
  of18: (day: string) => `Turning 18 on ${day}`,
  ofMove: (day: string) => `The move on ${day}`,
  move: (direction: EntryOf<'moved'>['direction'], other: string, day: string) =>
    `${direction === 'in' ? `Here from ${other}` : `From here to ${other}`}, ${day}`,
  planned: (direction: EntryOf<'moved'>['direction'], other: string, day: string) =>
    `A planned move ${direction === 'in' ? 'here from' : 'from here to'} ${other}, ${day}`,
  come: 'The day has come. Write down the move, or plan another day.',
} as const

export const planWords = {
  title: 'Plan a move on a day to come',
  intro: 'A move to another council, or from there to here. Help goes on, with no gap on the day.',
  direction: 'Which way?',
  out: 'From here to another council',
  in: 'Here, from another council',
  other: 'Which other council?',
  day: 'On which day?',
  dayHint: 'For example, 1 3 2027. If it is not sure yet, the day that is hoped for.',
  dayMissing: 'Enter the day of the move',
  dayWrong: 'The day of the move must be a real day, such as 1 3 2027',
  says: 'What else should people know?',
  saysHint: 'For example: who moves with you, or what must not stop. You can leave this empty.',
  keep: 'Keep this in the record',
  kept: 'The move is planned. What has to happen before it is listed here.',
} as const

export const whoWords = {
  title: 'Say who does a step, and by when',
  intro: 'One person for one step, and a day before the day itself.',
  nothing: 'Nothing lies ahead that is not done.',
  step: 'Which step?',
  stepMissing: 'Choose the step',
  who: 'Who does it, or decides it?',
  whoMissing: 'Choose who does it',
  by: 'By when?',
  byHint: 'For example, 11 1 2027.',
  byMissing: 'Enter by when',
  byWrong: 'By when must be a real day, such as 11 1 2027',
  says: 'What was agreed about it?',
  saysHint: 'You can leave this empty.',
  keep: 'Keep this in the record',
  kept: 'It is in the record who does it, and by when.',
} as const

export const backWords = {
  title: 'Hand back a step',
  intro: 'From then on nobody has it, and this page says so at once. Your reason stands beside it.',
  nothing: 'Nobody has taken on a step that you could hand back.',
  step: 'Which step?',
  stepMissing: 'Choose the step that is handed back',
  has: (name: string, by: string) => `${name}, by ${by}`,
  why: 'Why is it handed back?',
  whyHint: 'Say what somebody else needs to know to take it on.',
  whyMissing: 'Say why it is handed back',
  keep: 'Hand it back',
  kept: 'It is handed back. Nobody has this step now: say who does it.',
} as const

export const keepWords = {
  title: 'Write down that a step is done',
  nothing: 'No step before a planned move is open.',
  step: 'Which step is done?',
  stepMissing: 'Choose the step that is done',
  says: 'What was done?',
  saysHint: 'You can leave this empty.',
  keep: 'Keep this in the record',
  kept: 'It is in the record that the step is done.',
} as const

export const offWords = {
  title: 'Call off a planned move',
  intro: 'It stays in the record, struck out, with your reason beside it.',
  nothing: 'No move is planned.',
  which: 'Which move?',
  whichMissing: 'Choose which move is called off',
  why: 'Why is it called off?',
  whyMissing: 'Say why it is called off',
  keep: 'Call it off',
  kept: 'The move is called off. What was planned is struck out, and kept.',
} as const
