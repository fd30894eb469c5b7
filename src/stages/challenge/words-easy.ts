/** What stands on the pages of disagreements in easy read, besides what the whole pages say. */
export const easyWords = {
  intro: ['You can say that something here is wrong.', 'Then we mark it until it is sorted out.'],
  introOther: [
    'Anyone at the table can say that something is wrong.',
    'Then it is marked until it is sorted out.',
  ],
  waits: 'It is not sorted out yet.',
  hidden: 'It is about something that you cannot see.',
  about: 'This is what it is about.',
  struck: 'This is struck out now.',
  wants: 'What would put it right:',
  noReason: 'No reason was given.',
  see: 'Read all of it',
  answer: 'Answer it now',
  pick: [
    'Do you think that something is wrong? Find it in your record.',
    'Then choose “This is wrong” beside it.',
  ],
  pickOther: [
    'Do you think that something is wrong? Find it in the record.',
    'Then choose “This is wrong” beside it.',
  ],
  ombudsman: [
    'Are you not happy with our answer? Or did no answer come?',
    'You can go to the Ombudsman. It is free. They do not work for us.',
  ],
  notTold: ['The answer did not say that you can go to the Ombudsman.', 'You can.'],
  money: 'It may change the money. The page of the money shows both sums.',
  moneyLink: 'See the money',
  rests: 'If it was wrong, we must look at these again.',
} as const
