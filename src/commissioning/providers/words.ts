import type { Level } from '../../domain/outcomes/ladder.ts'
import type { Matched } from './view-invoice.ts'

/** The ladder, as somebody says it of another. */
export const THEIR_LADDER: Readonly<Record<Level, string>> = {
  4: 'They do this on their own',
  3: 'They do this with equipment, technology or more time',
  2: 'They do this if someone prompts them or is nearby',
  1: 'They do part of this; someone helps them with the rest',
  0: 'Someone does this for them',
}

export const words = {
  title: 'Support that you give',
  none: 'No contract is open to you.',
  people: 'The people',
  peopleIntro: 'Only those whom you support. Who else there is under the contract, you do not see.',
  peopleWhole: 'Everybody who is supported under this contract, also by those to whom you passed them on.',
  waits: 'Waits for you',
  nothingWaits: 'Nothing waits for you.',
  periods: 'What is paid',
  earlierPeriods: 'What was paid before',
  later: 'Being worked out: open this page again in a few seconds',
  periodsPart:
    'What the contract pays is settled with the provider that has it. You see the people passed on to you.',
  terms: 'What was agreed with the council',
  prices: 'Prices in force',
  bring: 'Bring in visits',
  invoice: 'Match an invoice',
  agreed: 'What was agreed',
  given: 'What was planned and given',
  earlier: 'What was planned and given before',
  visits: 'Visits, one by one',
  challenges: 'What their worker raised',
  claim: 'Say that it is reached',
  contest: 'Contest this',
  notPlanned: 'What did not come as planned',
  allPlanned: 'All of it came as planned.',
  everyVisit: 'Every visit, in order',
  noWorker: 'Nobody',
  noVisits: 'No log of visits for this month was brought in.',
} as const

export const claimWords = {
  title: 'Say that it is reached',
  intro:
    'The person is asked, and what they say counts. Your word alone pays nothing, and nobody answers for them from here.',
  says: 'What can they do now that they could not do before?',
  saysHint: 'They read this, and so does their worker.',
  missing: 'Say what they can do now',
  level: 'Which of these is nearest to how it is now?',
  keep: 'Ask the person',
  kept: 'It is kept. The person is asked on their own record.',
  none: 'That outcome was not agreed with anybody here.',
  notNow:
    'It is not to be claimed now: it waits for the person’s answer, they have said yes, or it was left out.',
} as const

export const answerWords = {
  title: 'A challenge',
  question: 'Do you agree with it?',
  agree: 'Yes: we have not done it',
  disagree: 'No, or not quite',
  missing: 'Choose if you agree',
  says: 'What was done, and what happens now?',
  saysHint: 'The worker, the person and the commissioner read this.',
  saysMissing: 'Say what was done, and what happens now',
  keep: 'Send this answer',
  kept: 'Your answer is kept. Somebody at the council settles the challenge.',
  none: 'There is no such challenge here.',
  settled: 'It is settled already.',
  held: 'The outcome part of the money waits until the challenge is settled. The care that you give is paid.',
} as const

export const referralWords = {
  title: 'Somebody was referred to you',
  question: 'Will you support them?',
  yes: 'Yes, we will support them',
  no: 'No, we cannot',
  missing: 'Choose if you will support them',
  why: 'If not, why?',
  whyHint:
    'The council, the person and their worker read this. Whom you decline is counted, beside whom you accept.',
  whyMissing: 'Say why you cannot support them',
  keep: 'Send this answer',
  kept: 'Your answer is kept. The council sees it.',
  none: 'Nobody of that kind was referred here.',
  already: 'This was answered already.',
} as const

export const contestWords = {
  title: 'Contest this',
  intro:
    'Say why it is not so. Somebody at the council answers, with a reason. Until then it stands as it is.',
  why: 'Why is it not so?',
  missing: 'Say why it is not so',
  keep: 'Contest it',
  kept: 'It is kept. Somebody at the council answers it.',
  none: 'There is nothing here that can be contested.',
  already: 'You have contested this already, and it waits for an answer.',
} as const

export const bringWords = {
  title: 'Bring in visits',
  intro:
    'Rows as your call monitoring exports them, with commas between. All of it is kept, or nothing: one bad row stops it, and is named with its column.',
  noLog:
    'Leave start and end empty where there is no log. That is not a missed visit: nobody knows, and its money waits until somebody shows which.',
  columns: 'The columns',
  csv: 'The rows',
  file: 'Choose a file',
  why: 'If these put right visits that were brought in before: why?',
  whyHint: 'Leave it empty for new visits. What was brought in before stays, with this beside it.',
  missing: 'Put in the rows',
  keep: 'Bring these visits in',
} as const

export const COLUMN_WORDS: readonly (readonly [name: string, holds: string])[] = [
  ['visit', 'an id of its own, used once'],
  ['person, service, line', 'who it was for, which service of the contract, which line of their support'],
  ['worker', 'who made it; may be empty where nobody did'],
  ['planned_start, planned_end', 'a day and a time with its offset: 2026-10-03T08:30:00+01:00'],
  ['start, end', 'as logged; empty where there is no log'],
  ['state', 'may be left out: made, missed, cancelled or no-log'],
  ['agreed_minutes', 'may be left out: minutes beyond the planned time that were agreed on the day'],
]

export const invoiceWords = {
  title: 'Match an invoice',
  intro:
    'Hold an invoice against what was given, line by line, before you send it. Nothing is kept. The council sees the same figures.',
  csv: 'The lines of the invoice',
  missing: 'Put in the lines of the invoice',
  keep: 'Match it',
  result: 'What fits, and what does not',
} as const

export const VERDICTS: Readonly<Record<Matched['verdict'], string>> = {
  fits: 'It fits',
  'more-than-given': 'More than was given',
  'less-than-given': 'Less than was given',
  'other-price': 'Another price than the contract’s',
  nobody: 'No such person or service here',
  cuts: 'Its days cut through care that was reported for more days',
  twice: 'The same person, service and days as a line above',
}
