// The same facts as on the whole page, in shorter words: one idea at a time.

import type { Owes } from './words.ts'

export const easyWords = {
  intro: 'Going into hospital and home again. Moving. Turning 18.',
  what: 'Here you see what has to happen, who does it, and how it stands.',
  wants: 'What you want.',
  wantsOther: (name: string) => `What ${name} wants.`,
  nobody: 'Nobody has written this down.',
  where: 'Where:',
  yours: 'Nobody has found that you cannot decide this. So it is yours.',
  theirs: (name: string) => `Nobody has found that ${name} cannot decide this. So it is theirs.`,
  able: (day: string) => `Found able to decide on ${day}.`,
  notAble: (day: string) => `Not able to decide on ${day}.`,
  weighed: 'What was weighed:',
  notDone: 'What was not done on leaving:',
  about: 'What happens about it:',
  more: 'More about this',
  howFound: 'See how this was found',
  seeIt: 'See it',
} as const

/** Who does a step, as a sentence. */
export const OWES_SAYS: Readonly<Record<Owes, string>> = {
  hospital: 'The hospital does this.',
  council: 'The council does this.',
  other: 'The other council does this.',
  support: 'Whoever gives support does this.',
  person: 'This is for the person.',
}
