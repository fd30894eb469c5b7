import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Support',
  intro: 'What the plan gives, and what came. If it was not so, say it here.',
  noPlan: 'No plan has been issued yet, so no support is due.',
  gaps: 'What did not come',
  gapsIntro: 'In the last four weeks that were told of:',
  inPlan: 'What the plan gives',
  searching: 'Still looked for',
  search: 'See who was asked, and what they said',
  earlier: 'Support of earlier plans',
  waiting: 'Not started yet',
  coming: 'Starts on',
  running: 'Running',
  ended: 'Ended',
  ends: 'Ends on',
  lastDay: 'Last day today',
  done: 'Given once',
  ownMoney: 'You buy this with your direct payment, so nobody has to report on it.',
  directPayment: 'It is bought with the direct payment, so nobody has to report on it here.',
  account: 'See the account',
  noReport: 'Nobody has told yet what came.',
  notSo: 'It was not like this',
  picture: 'Week by week: what came, of what was due',
  came: 'Came',
  missing: 'Did not come',
  beyond: 'Came on top',
  allWeeks: 'The figures, week by week',
  start: 'Say when support starts',
  report: 'Say what came',
  file: 'Send many weeks at once',
  end: 'Say when support ends',
  review: 'If the support does not work, you can ask for a review.',
  outcomes: 'How it goes with the goals',
} as const

export const carersWords = {
  title: 'Support for carers',
  intro:
    'What is planned for a carer’s own needs. It is the carer’s, and not shown to anybody else but those who plan it.',
  yours: 'Your own support as a carer',
  none: 'No carer here has had an assessment of their own.',
  noNeed: 'No need was written down yet.',
  undecided: 'It was not decided yet whether this is an eligible need.',
  eligible: 'This is an eligible need: the council must meet it.',
  notEligible: 'The council decided that it need not meet this.',
  nothing: 'Nothing in the plan is for this yet. The council has to plan it, together with the carer.',
  budget: 'The personal budget for this is',
  link: 'Support for carers',
} as const

export const startWords = {
  title: 'Say when support starts',
  line: 'Which support is it?',
  lineMissing: 'Choose which support it is',
  provider: 'Who gives it?',
  providerMissing: 'Choose who gives it',
  none: 'Everything in the plan has started.',
  day: 'On which day does it start?',
  dayHint: 'Leave this empty if it is today. It can be a day to come.',
  keep: 'Keep this in the record',
  kept: 'It is in the record. Everyone at the table can see the day.',
} as const

/** For a day that is today unless something else is typed. */
export const dayWords = {
  wrong: 'The day must be a real day, such as 2 11 2026',
} as const

export const reportWords = {
  title: 'Say what came',
  intro: 'One kind of support and one week at a time. The person reads it the same day.',
  line: 'Which support?',
  lineMissing: 'Choose which support it was',
  none: 'There is no support here that you give and that has started.',
  from: 'First day',
  fromHint: 'For example, 2 11 2026.',
  fromMissing: 'Enter the first day',
  fromWrong: 'The first day must be a real day, such as 2 11 2026',
  to: 'Last day',
  toHint: 'For example, 8 11 2026.',
  toMissing: 'Enter the last day',
  toWrong: 'The last day must be a real day, such as 8 11 2026',
  planned: 'How much was planned?',
  plannedHint: 'In hours, visits, nights or days, as the plan counts it.',
  plannedMissing: 'Enter how much was planned',
  delivered: 'How much came?',
  deliveredMissing: 'Enter how much came',
  missed: 'How many visits did not happen?',
  late: 'How many visits were late?',
  short: 'How many visits were too short?',
  workers: 'How many different people came?',
  invoiced: 'How much did you send a bill for?',
  invoicedHint: 'Counted as above. You can leave this empty.',
  optional: 'You can leave this empty.',
  amount: 'Enter a number from 0 to 100,000, with at most two decimals',
  count: 'Enter a whole number from 0 to 1,000',
  keep: 'Keep this in the record',
  kept: 'It is in the record. Everyone at the table can see it now.',
} as const

export const fileWords = {
  title: 'Send many weeks at once',
  intro:
    'Copy the rows from your spreadsheet, with the names of the columns in the first row, and paste them here. You look at them before they are sent.',
  all: 'All of it is kept, or nothing: if one row is wrong, you are told which one and why.',
  columns: 'The columns',
  lines: 'What to write in the column “line”',
  file: 'Choose a CSV file, or paste the rows below',
  csv: 'The rows',
  csvMissing: 'Paste the rows',
  notText:
    'This is not rows of text: it may be a workbook, a document or a picture. Save the spreadsheet as CSV, and paste that',
  keep: 'Keep all of this in the record',
  kept: 'All rows are in the record. Everyone at the table can see them now.',
} as const

/** What each column of a file holds, in the order of the example. */
export const COLUMN_WORDS: readonly (readonly [string, string])[] = [
  ['line', 'which support, as in the list above'],
  ['from', 'first day, as 2/11/2026'],
  ['to', 'last day, as 8/11/2026'],
  ['planned', 'how much was planned, as the plan counts it'],
  ['delivered', 'how much came'],
  ['missed', 'visits that did not happen; may be left out'],
  ['late', 'visits that were late; may be left out'],
  ['short', 'visits that were too short; may be left out'],
  ['workers', 'how many different people came; may be left out'],
  ['invoiced', 'how much you sent a bill for; may be left out'],
]

export const endWords = {
  title: 'Say when support ends',
  law: 'The council must look at needs again before it takes support away. Ending support first and looking afterwards is against the law.',
  line: 'Which support ends?',
  lineMissing: 'Choose which support ends',
  none: 'There is no support here that you can end.',
  byWhom: 'Who ends it?',
  byWhomMissing: 'Choose who ends it',
  why: 'Why?',
  whyHint: 'The person reads this.',
  whyMissing: 'Give the reason',
  day: 'What is its last day?',
  dayHint: 'Leave this empty if it is today. It can be a day to come.',
  keep: 'Keep this in the record',
  kept: 'It is in the record. Everyone at the table can see it.',
  notBegun:
    'This has not started. Choose it to say that it will not start on that day, and leave the day empty.',
} as const

export const BY_WHOM_WORDS: Readonly<Record<NonNullable<EntryOf<'support-ended'>['by-whom']>, string>> = {
  person: 'The person',
  council: 'The council',
  provider: 'Whoever gave it',
}
