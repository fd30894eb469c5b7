export const words = {
  title: 'What was promised',
  intro: 'What somebody said they would do, by when, and what became of it.',
  none: 'Nobody has promised anything here yet.',
  open: 'Still to be done',
  noneOpen: 'Nothing is open.',
  settled: 'What became of the others',
  add: 'Write down a promise',
  settle: 'Say what became of one',
  late: 'Late',
  done: 'Done',
  notDone: 'Not done',
} as const

export const addWords = {
  title: 'Write down a promise',
  intro:
    'Something that somebody will do for the person. Everybody who reads this part of the record sees it.',
  step: 'What will be done?',
  stepHint: 'For example: send the form for the grant.',
  stepMissing: 'Say what will be done',
  party: 'Who does it?',
  partyMissing: 'Choose who does it',
  by: 'By which day?',
  byHint: 'For example, 5 12 2026.',
  byMissing: 'Enter the day by which it is done',
  byWrong: 'The day must be a real day, such as 5 12 2026',
  keep: 'Keep this in the record',
  kept: 'It is in the record, with its day.',
} as const

export const settleWords = {
  title: 'Say what became of a promise',
  promise: 'Which one?',
  promiseMissing: 'Choose which promise this is about',
  nothing: 'There is no open promise that you can say this of.',
  became: 'What became of it?',
  becameMissing: 'Choose what became of it',
  done: 'It was done',
  notDone: 'It will not be done, or not by them',
  says: 'What is there to say?',
  saysHint: 'You can leave this empty if it was done. If not, say why.',
  keep: 'Keep this in the record',
  kept: 'It is in the record what became of it.',
} as const
