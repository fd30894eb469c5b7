import type { Household, Premium } from '../../domain/care-act/charging.ts'
import type { MeansLine } from '../../domain/care-act/charging-lines.ts'
import type { MeansPart } from './view-means.ts'

export const words = {
  title: 'What you can be asked to pay',
  titleOther: 'What the person can be asked to pay',
  intro:
    'The council may ask you to pay towards your support. Before it does, it has to work out with you what you can pay, and give you the working in writing.',
  introOther:
    'The council may ask the person to pay towards their support. Before it does, it has to work out with them what they can pay, and give them the working in writing.',
  none: 'No financial assessment has been made. Until one is made, nothing may be charged.',
  assessment: 'The assessment of',
  pays: 'a week',
  workedOut: 'How this was worked out',
  owned: 'Savings and other things that are owned',
  lines: 'Line by line',
  lightTouch: 'A light-touch assessment',
  picture: 'Where the money goes in a week',
  refused: 'Not allowed, or not all of it',
  refusedIntro: 'You can say that this is wrong. Somebody has to look at it again.',
  refusedIntroOther: 'The person can say that this is wrong. Somebody has to look at it again.',
  wrong: 'This is wrong',
  noCopy: 'No written copy of it is in the record yet.',
  copied: 'A copy was sent on',
  now: 'What is asked for now',
  earlier: 'Earlier assessments',
  free: 'What is never charged for',
  freeList: [
    'Assessments, and an advocate to help you take part',
    'Help to get skills back, for the first six weeks',
    'Equipment, and small changes to the home that cost £1,000 or less',
    'Aftercare under section 117 of the Mental Health Act',
  ],
  full: 'Work it out in full',
  light: 'Record a light-touch assessment',
  budget: 'The money on the table',
} as const

export const PART_WORDS: Readonly<Record<MeansPart['name'], string>> = {
  pays: 'Paid towards support',
  live: 'Left to live on',
  housing: 'Housing',
  expenses: 'Costs of the disability',
  over: 'Not asked for',
}

export const LINE_WORDS: Readonly<Record<MeansLine['kind'], string>> = {
  income: 'Comes in',
  capital: 'Savings',
  allowance: 'Has to be left',
  disregard: 'Taken off',
  expense: 'Cost of the disability',
}

export const HOUSEHOLD_WORDS: Readonly<Record<Household, string>> = {
  'single-18-24': 'Single, 18 to 24',
  'single-25': 'Single, 25 up to pension age',
  'single-pension': 'Single, of pension age',
  'lone-parent': 'Bringing up a child alone',
  couple: 'One of a couple, below pension age',
  'couple-pension': 'One of a couple, of pension age',
}

export const PREMIUM_WORDS: Readonly<Record<Premium, string>> = {
  disability: 'Disability premium',
  enhanced: 'Enhanced disability premium',
  carer: 'Carer premium',
}

export const countsWords = {
  title: 'What counts, and what does not',
  intro:
    'As far as it was found in what councils publish. The law’s own lists are longer: what is not here is looked up, and not guessed. The council can always count less.',
  income: 'Income',
  capital: 'Capital',
  sums: 'All of it together',
  sumRows: [
    [
      'Up to the lower limit',
      'Does not count',
      'Yearly circular to councils: £14,250 in 2024-25 and 2025-26',
    ],
    ['Between the limits', '£1 a week for each £250 or part of it', 'Yearly circular to councils'],
  ],
} as const

export const formWords = {
  title: 'Work out what the person can pay',
  setting: 'Where does the person live, or where will they?',
  home: 'At home, or anywhere but a care home',
  careHome: 'In a care home',
  settingMissing: 'Choose where the person lives',
  household: 'What is their household?',
  householdMissing: 'Choose their household',
  children: 'How many children do they bring up at home?',
  childrenWrong: 'Children must be a whole number from 0 to 20',
  premiums: 'Which premiums apply?',
  capital: 'Savings and other capital that counts, in pounds',
  owned: 'Savings and other things that they own',
  ownedHint:
    'One line for each: what it is, whose it is, and what it is worth. Leave “counts” empty, unless you are asked, or the council counts less.',
  ownedKind: 'What kind',
  ownedKindMissing: 'Choose what kind of savings or property this is',
  ownedWhatMissing: 'Say what it is, such as the name of the account',
  ownedWhyMissing: 'Say why this much of it counts. The person reads it.',
  ownedBoth: 'Take this tick away, or take out the lines above',
  ownedBefore: 'Savings in the last assessment',
  ownedCounts: '£ that counts',
  worth: '£ it is worth',
  whose: 'Whose it is',
  whoseMissing: 'Choose whose it is',
  nothingOwned: 'They have no savings and own nothing that could count',
  homeMissing: 'The home counts: put it in a line above, with what it is worth',
  homeKept: 'This says that the home does not count, and a line above counts it',
  property: 'Do they own a home?',
  propertyHint:
    'At home it does not count. In a care home it does not count while they mean to come back to it, nor in the first 12 weeks of a stay for good (Schedule 2, paragraphs 1 and 2). After that it counts, unless somebody lives in it for whom the rules keep it.',
  propertyMissing: 'Choose whether they own a home',
  kind: 'What kind of income',
  kindChoose: 'Choose one',
  kindMissingOf: (what: string) => `Choose what kind of income “${what}” is`,
  kindMissing: 'Choose what kind of income this is',
  capitalMissing: 'Enter savings in a line, or tick that there are none',
  income: 'What comes in, a week',
  incomeHint:
    'One line for each, with what kind it is. How much counts follows from that. Leave “counts” empty, unless you are asked, or the council counts less.',
  housing: 'Housing costs, a week',
  housingHint: 'Rent, mortgage, council tax, service charge. Not in a care home.',
  expenses: 'What the disability costs, a week',
  expensesHint:
    'Everything that the person claims, also what is refused. “Allowed” is how much of it is; leave it empty where all of it is. Say why not where it is less: the person reads it.',
  more: 'More lines',
  what: 'What',
  weekly: '£ a week',
  counted: '£ that counts',
  allowed: '£ allowed',
  why: 'Why',
  cost: 'What does the support cost a week that is charged for?',
  costHint: 'Nobody pays more than it costs. Leave it empty if it is not known yet. Leave out what is free.',
  rates: 'Rates of this year',
  ratesHint:
    'These have not been read for this year. Enter those that are needed from the circular of the Department of Health and Social Care. They are never guessed.',
  ratesLater:
    'Which other rates are needed hangs on the household. Answer that, choose “Work it out and show me”, and they are asked for here.',
  circular: 'Which circular?',
  tooLong: 'Use 10,000 characters or fewer',
  money: 'Enter an amount in pounds, such as 76.70',
  check: 'Work it out and show me',
  keep: 'Put this in the record',
  kept: 'The financial assessment is in the record, with every line.',
  shown: 'What this gives',
  notKept: 'This is not in the record yet. Look at it, then put it in the record below.',
  lightTitle: 'A light-touch assessment',
  lightIntro:
    'Where it is plain what the person can pay, and they agree, the whole sum need not be made: for example where savings are clearly above the limit, or the charge is small.',
  pays: 'What will the person pay a week, in pounds?',
  lightIncome: 'What comes in a week, as far as they say',
  agreed: 'The person agrees to a light touch',
  lightWhy: 'Why is it plain what they can pay?',
} as const
