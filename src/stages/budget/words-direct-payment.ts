import type { Condition, Way } from './decide-direct-payment.ts'

export const words = {
  title: 'Direct payments',
  intro:
    'A direct payment is your budget, or a part of it, paid to you, so that you arrange your support yourself. Where you ask for it and four conditions are met, the council must make it.',
  introOther:
    'A direct payment is the budget, or a part of it, paid to the person, so that they arrange their support themselves. Where they ask for it and four conditions are met, the council must make it.',
  none: 'No direct payment is made.',
  aWeek: 'a week is paid',
  workedOut: 'How this is worked out',
  which: 'Which needs may be met by a direct payment',
  buys: 'What it is for',
  buysNothing: 'Nothing in the plan is bought with a direct payment.',
  may: 'What it may buy',
  mayList: [
    'Whatever meets the needs and goals of these lines, from whom you like and when you like',
    'An assistant of your own, with everything that an employer pays: wages, holidays, insurance, payroll',
    'Something else than the plan says, where it meets the same need: talk about it first',
  ],
  mayNot: [
    'Close family in the same home, unless the council agrees that it is necessary',
    'What the law forbids, and what the plan does not meet a need with',
  ],
  mayNotTitle: 'What it may not buy',
  account: 'The account',
  accountIntro: 'If every week was paid, it came to this.',
  keep: 'Keep the bank statements, and receipts or payslips for what was bought. Nothing more is asked for.',
  review: 'When it is looked at again',
  refused: 'Asked for, and not made',
  decide: 'Decide on a request for a direct payment',
  wrong: 'This is wrong',
  budget: 'The money on the table',
  because: 'What was found, condition by condition',
} as const

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  person: 'To the person themselves',
  nominated: 'To somebody whom they named to receive it',
  authorised: 'To an authorised person, for somebody who cannot ask themselves',
}

/** The same to the person. */
export const WAY_WORDS_OWN: Readonly<Record<Way, string>> = {
  person: 'To you',
  nominated: 'To somebody whom you named to receive it',
  authorised: 'To an authorised person, in your place',
}

export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  asks: 'Are they able to ask for a direct payment, do they ask, and does whoever they name agree?',
  'not-barred': 'Do the regulations allow it? They bar payments to people under certain court orders.',
  'can-manage': 'Can they, or whoever receives it, manage it: alone, or with the help that they can have?',
  fits: 'Is a direct payment a fitting way to meet these needs?',
}

export const CONDITION_AUTHORISED =
  'For an authorised person, answer the first for whoever asks in the person’s place: they are suitable, and act in the person’s best interests.'

export const formWords = {
  title: 'A request for a direct payment',
  rule: 'Answer each condition with your reason. Where all four are met, the payment is made: the Act leaves no choice. Where one is not, the reasons are put in the record, and the person can contest them.',
  asked: 'Who asked for it, and when?',
  askedMissing: 'Say who asked for it, and when',
  way: 'To whom is it paid?',
  wayMissing: 'Choose to whom it is paid',
  to: 'Their name, where it is not the person',
  yes: 'Yes, it is met',
  no: 'No, it is not met',
  missing: {
    asks: ['Choose whether it is asked for and agreed', 'Say why it is asked for and agreed, or is not'],
    'not-barred': ['Choose whether the regulations allow it', 'Say why the regulations allow it, or do not'],
    'can-manage': ['Choose whether they can manage it', 'Say why they can manage it, or cannot'],
    fits: ['Choose whether it is a fitting way', 'Say why it is a fitting way, or is not'],
  } satisfies Record<Condition, readonly [string, string]>,
  why: 'Why?',
  whyMissing: 'Give the reason',
  contribution: 'How much of what the person pays comes off this payment, in pounds a week?',
  contributionHint: 'The budget does not say from which line it is taken.',
  contributionWrong: 'Enter an amount in pounds, such as 38.40',
  account: 'How is the account kept?',
  accountHint: 'For example: an account for this alone, a prepaid card, or a payroll service.',
  keep: 'Put this decision in the record',
  kept: 'The decision is in the record, with the reason for each condition.',
} as const
