import type { Model, Terms } from '../../domain/contracts/terms.ts'
import type { TalkedAbout } from './view-notes.ts'
import type { PayPeriod } from './view-periods.ts'

export const MODEL_WORDS: Readonly<Record<Model, string>> = {
  indicators: 'Care given, outcomes shown',
  'outcome-fee': 'Outcome fee',
  tapering: 'Tapering sum',
  'lead-provider': 'Lead provider',
}

export const PERIOD_WORDS: Readonly<Record<Terms['settled'], string>> = {
  week: 'Every week',
  month: 'Every month',
  quarter: 'Every three months',
  year: 'Every year',
}

export const STATE_WORDS: Readonly<Record<PayPeriod['state'], string>> = {
  'under-way': 'Under way',
  'to-settle': 'To be settled',
  settled: 'Settled, not paid',
  paid: 'Paid',
}

/** What each flag is about, in words that need no explaining. */
export const FLAG_WORDS: Readonly<Record<TalkedAbout, string>> = {
  creaming: 'Choosing the people who are likely to do well',
  parking: 'Leaving the people who are unlikely to do well',
  exclusions: 'Excluding outcomes',
  threshold: 'Visits just above the length that counts',
  'last-minute': 'Claims just before a period ends',
  'marking-own-work': 'Marking its own work high',
  'easy-goals': 'Goals that are easy to reach',
  relapse: 'People who need support again soon',
  'clipped-visits': 'Visits cut short, or with no log',
  'many-faces': 'Many different workers',
  'under-cost': 'A price below what care costs',
  concentration: 'Much that hangs on one provider',
  challenges: 'Several people’s workers have raised something',
}

export const patternWords = {
  title: 'Several people’s workers have raised something',
  looksAt: 'how many people’s workers have challenged what was done with them, in the last 12 months',
  means: 'That is a pattern, and no longer one person’s matter.',
  people: 'People whose workers have raised something',
  ask: 'Ask the provider: what do these people have in common, such as the same worker, the same kind of visit or the same months? What will be done for them now, by when, and how will everybody see that it was done?',
  talk: 'The conversation with the provider about it',
  none: 'Fewer than two people’s workers have raised something in the last 12 months.',
} as const

export const words = {
  later:
    'Many people are supported under this contract. What each period comes to is still being worked out: open this page again in a few seconds.',
  notYet: 'Being worked out',
  title: 'Contracts',
  intro:
    'What each contract pays for, what is owed and held, and why. People are known here by a reference alone.',
  none: 'There are no contracts yet.',
  newOne: 'Write a new contract',
  setRate: 'Set a price',
  link: 'Link a person',
  owed: 'What is owed',
  soFar: 'What it comes to so far',
  opened: 'How this was worked out',
  held: 'Held',
  withheld: 'Not paid',
  shown: 'Shown beside the money. None of it hangs on these',
  look: 'To look at before you settle',
  trust: 'Before you trust this contract’s figures',
  nothingFound: 'No figure of this contract is beyond what chance explains.',
  changesNothing: 'A flag opens a conversation. It changes no payment.',
  settle: 'Settle this period',
  settleHint:
    'Your name goes into the ledger with the sum. What comes out later is paid or claimed back as its own line.',
  settleSays: 'I have looked at what is held, and at what is to be looked at',
  settled: 'Settled. The sum and your name are in the ledger.',
  pay: 'Write down that it was paid',
  paid: 'Written down as paid.',
  answer: 'Answer it',
  answerTitle: 'Something was raised',
  answered: 'Your answer is in the ledger.',
  exclude: 'Exclude this outcome',
  excluded: 'Excluded. It is not held against anybody.',
  said: 'What you said is kept with the flag. No payment changed.',
  drawn: 'The sample is drawn, and its seed is written down.',
  overtaken: 'Somebody added to this contract while you were writing. Look at what changed, then send again.',
  denied: 'This is not yours to add.',
  twice: 'You sent this before, with something else in it. Look at the contract, then send again.',
} as const
