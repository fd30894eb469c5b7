import type { SearchAnswer } from './search-notes.ts'

export const words = {
  title: 'The search for who gives it',
  intro: 'Who was asked whether they can give the support, when, and what they said.',
  none: 'Nobody has been looked for yet, and nothing in the plan waits for it.',
  who: 'Who was asked',
  when: 'When',
  answer: 'Answer',
  said: 'What they said',
  writtenBy: 'Written down by',
  noWords: 'Nothing was written down',
  meanwhile: 'Until somebody is found:',
  noMeanwhile: 'Nobody has said what happens until then.',
  duty: 'The council must meet eligible needs also while it looks.',
  add: 'Write down who was asked',
  addAnswer: 'Write down an answer',
  wrong: 'This is wrong',
  support: 'What the plan gives, and what came',
} as const

export const STANDING_WORDS = {
  'nobody-asked': { says: 'Nobody asked yet', look: 'govuk-tag--red' },
  looking: { says: 'Looking', look: 'govuk-tag--yellow' },
  found: { says: 'Found', look: 'govuk-tag--blue' },
  started: { says: 'Started', look: 'govuk-tag--green' },
} as const

export const ANSWER_WORDS: Readonly<Record<SearchAnswer, string>> = {
  yes: 'They can',
  no: 'They cannot',
  waiting: 'No answer yet',
}

export const askWords = {
  title: 'Write down who was asked',
  intro: 'Everybody who reads the plan reads this: the person too, and whoever gives them support.',
  nothing: 'There is nothing yet that somebody could be looked for: no plan and no way to give support.',
  search: 'What is somebody looked for?',
  searchMissing: 'Choose what somebody is looked for',
  who: 'Who was asked?',
  whoHint: 'The name of the provider, the home or the person.',
  whoMissing: 'Say who was asked',
  day: 'On which day?',
  dayHint: 'For example, 3 11 2026.',
  dayMissing: 'Enter the day on which they were asked',
  dayWrong: 'The day must be a real day, such as 3 11 2026',
  answer: 'What did they answer?',
  answerMissing: 'Choose what they answered',
  said: 'What did they say?',
  saidHint: 'You can leave this empty, unless they said no. Then say why.',
  meanwhile: 'What happens until somebody is found?',
  meanwhileHint: 'For example: the district nurse comes at night. You can leave this empty.',
  keep: 'Keep this in the record',
  kept: 'It is in the record who was asked.',
} as const

export const answerWords = {
  title: 'Write down an answer',
  nothing: 'Everybody who was asked has answered.',
  asking: 'Who has answered?',
  askingMissing: 'Choose who has answered',
  dayMissing: 'Enter the day on which they answered',
  keep: 'Keep this in the record',
  kept: 'The answer is in the record.',
} as const
