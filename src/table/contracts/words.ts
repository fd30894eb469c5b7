import type { Asked, MoveWay } from '../../domain/contracts/beside.ts'

// What buyer, provider and people read of a contract in the same words, whoever’s page it is on.

export const MOVE_WORDS: Readonly<Record<MoveWay, string>> = {
  'pass-on': 'Passed on',
  'hand-back': 'Handed back to the council',
}

export const ASKED_WORDS: Readonly<Record<Asked, string>> = {
  agrees: 'They agree to it',
  against: 'They do not want it',
  'not-asked': 'Nobody has asked them yet',
}

export const changedWords = {
  what: 'What',
  who: 'Who',
  was: 'Now',
  will: 'New',
  sustainable: 'Sustainable',
  noPrice: 'None is set',
  wordsOnly: 'No price and no number changes. Words alone change no sum.',
} as const

export const nextWords = {
  from: 'From which day?',
  fromMissing: 'Enter the day from which they are supported',
  fromWrong: 'The day must be a real day, such as 1 4 2027',
  said: 'What does the person say of it?',
  saidMissing: 'Write what the person says of it',
} as const
