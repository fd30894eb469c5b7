export const putRightWords = {
  title: 'Put it right',
  intro:
    'What stands here now is struck out and kept. What you write takes its place, with your reason. Everyone can see both.',
  notYours:
    'Only whoever said this, whoever wrote it down, or the worker can put it right. You can say that it is wrong.',
  notNow: (why: string) =>
    `${why} So it cannot be put right here now: what rests on it has been decided. You can say that it is wrong, or ask for a new assessment.`,
  sayWrong: 'Say that it is wrong',
  how: 'What is not right about it?',
  howMissing: 'Choose what is not right about it',
  wrong: 'It was wrong when it was written',
  noLonger: 'It was right then, and is no longer so',
  partsIntro: 'Change what is wrong. Leave the rest as it is.',
  mayBeEmpty: 'You can leave this empty.',
  textWrong: 'How should it read?',
  textHint: 'If somebody else said it: their words, and not yours.',
  textMissing: 'Say how it is really',
  why: 'How do you know?',
  whyHint: 'Everyone at the table can read this.',
  whyMissing: 'Say how you know',
  level: 'Which of these is nearest to how it is?',
  levelHint: 'Leave it out if nobody has asked yet.',
  keep: 'Put it right',
  kept: 'It is put right. What was there before is struck out, and kept.',
  rests: 'What rests on it',
  restsIntro: 'These have to be looked at again.',
  disputed: 'Somebody has said that this is wrong. Answer them as well, so that they know.',
} as const

/** How a correction says that something was right when it was said. */
export const NO_LONGER = 'No longer so: '

/** The same in easy read. */
export const easyPutRightWords = {
  you: 'You can write how it really is, and how you know.',
  kept: 'What stands here now is struck out. It is kept. Everyone can see both.',
  go: 'Write it now',
} as const
