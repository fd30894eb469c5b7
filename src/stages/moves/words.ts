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
  to: 'If they left: where to?',
  pathway: 'If they left: with how much help?',
  meanwhile: 'If they left: what happens about the steps that are not done?',
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
