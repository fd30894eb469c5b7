import { UNIT_WORDS } from '../../domain/allocation/words.ts'
import type { SupportUnit } from '../../domain/allocation/support.ts'
import type { EntryOf } from '../../record/entries.ts'

export type Effect = EntryOf<'option'>['effect']
export type Ground = NonNullable<EntryOf<'option-answered'>['ground']>

export const words = {
  title: 'Ways to meet each need',
  intro:
    'Ways to be supported, side by side: what each costs, who likes it, and what it does to what you can do.',
  introOther:
    'Ways to give support, side by side: what each costs, who likes it, and what it does to what the person can do.',
  noNeeds: 'No need has been found yet. Ways to meet a need come after that.',
  unread: 'A need that you cannot read',
  before: 'Needs from before the latest assessment',
  goal: 'The goal',
  none: 'There is nothing to choose from yet.',
  one: 'There is only one way here. A choice takes at least two.',
  asTable: 'See these as a table',
  workedOut: 'How the price is worked out',
  add: 'Add a way to meet this need',
  addOwn: 'Add an idea of your own',
  rank: 'Say what you like most',
  rankOther: 'Write down what they like most',
  answer: 'Answer this',
  price: 'Put a price to this',
  wrong: 'This is wrong',
  near: 'Places and groups near by',
  nearIntro:
    'From the council’s directory. They count as a way to meet a need only where they really meet it.',
  offer: 'Add this as a way',
  noPrice: 'No price yet',
  priceAsked: 'The council owes a price for this.',
  noCost: 'No cost',
  aWeek: 'a week',
  once: 'once',
  mostLiked: 'Liked most',
  accepted: 'Accepted',
  refused: 'Not accepted',
  plan: 'See the plan',
} as const

/** What an option does to what somebody can do: the same words for everyone. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  builds: 'Builds what you can do',
  keeps: 'Keeps what you can do',
  erodes: 'May take over what you can do',
}
export const EFFECT_WORDS_OTHER: Readonly<Record<Effect, string>> = {
  builds: 'Builds what they can do',
  keeps: 'Keeps what they can do',
  erodes: 'May take over what they do',
}

export const GROUND_WORDS: Readonly<Record<Ground, string>> = {
  cost: 'What it costs, where something else meets the need as well',
  risk: 'A risk that was weighed, for good as well as for harm',
  'not-a-need': 'It does not meet a need that was found',
  'not-available': 'It cannot be had',
  unlawful: 'The council may not pay for it by law',
  'person-chose-other': 'The person chose another way',
}

const PLACES = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/** `first`, `tenth in line`: how much it is liked, where somebody said. */
export const likedInWords = (liked: number): string => PLACES[liked] ?? `number ${liked}`

/** What the amount is counted in, in the box of a form: `hours a week`. */
export const AMOUNT_WORDS: Readonly<Record<SupportUnit, string>> = {
  hour: 'hours a week',
  night: 'nights a week',
  day: 'days a week',
  week: 'by the week',
  visit: 'visits or trips a week',
  mile: 'miles a week',
  month: 'by the month',
  once: 'bought once',
}

const UNITS: Readonly<Record<SupportUnit, readonly [string, string]>> = {
  hour: ['hour', 'hours'],
  night: ['night', 'nights'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  visit: ['visit', 'visits'],
  mile: ['mile', 'miles'],
  month: ['month', 'months'],
  once: ['time', 'times'],
}

/** Words of the middle of a sentence, as the beginning of one. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const plain = (n: number): string => String(Number(n.toFixed(2)))

/** `2.5 hours`, `1 visit`. */
export const amountInWords = (amount: number, unit: SupportUnit): string =>
  `${plain(amount)} ${UNITS[unit][amount === 1 ? 0 : 1]}`

/** `an hour`, `a visit`, and `each` for what is bought once. */
export const perUnit = (unit: SupportUnit): string =>
  unit === 'once' ? 'each' : unit === 'visit' ? 'a visit' : UNIT_WORDS[unit]

export const proposeWords = {
  title: 'Add a way to meet a need',
  titleOwn: 'Add an idea of your own',
  needs: 'Which need does it meet?',
  needsMissing: 'Choose the need that it meets',
  what: 'What is it?',
  whatHint: 'Say it the way you would tell a friend: what happens, with whom, where.',
  whatMissing: 'Say what it is',
  form: 'What kind of support is it?',
  formMissing: 'Choose what kind of support it is',
  amount: 'How much of it?',
  amountHint: 'For example 2.5. For something that is bought once, how many.',
  amountMissing: 'Enter how much of it',
  amountWrong: 'How much must be more than 0 and no more than 1,000, such as 2.5',
  unit: 'Counted in',
  unitMissing: 'Choose what it is counted in',
  price: 'What does one cost, in pounds?',
  priceHint:
    'The price of one hour, visit, week or thing. Leave it empty if you do not know: the council looks it up, or owes you a price. Put 0 if it costs nothing.',
  priceHintStaff:
    'Leave it empty for the council’s published price. Where none is published, it stands as not priced until somebody puts a price to it. Put 0 if it costs nothing.',
  priceWrong: 'The price must be between £0 and £100,000, such as 18.50',
  effect: 'What does it do to what you can do for yourself?',
  effectOther: 'What does it do to what the person can do for themselves?',
  effectMissing: 'Choose what it does to what can be done',
  whose: 'Whose idea is it?',
  whoseMissing: 'Choose whose idea it is',
  keep: 'Put this on the table',
  kept: 'It is on the table. Everyone can see it.',
  keptOwed: 'Your idea is on the table. The council owes you an answer with a reason.',
} as const

export const rankWords = {
  title: 'What do you like most?',
  titleOther: (name: string) => `What does ${name} like most?`,
  intro: '1 is what you like most. Two may have the same number. Leave out what you cannot say yet.',
  introOther: 'As they say it. 1 is what they like most. Two may have the same number.',
  how: 'How did they tell you?',
  howMissing: 'Say how they told you, such as “by phone, read back”',
  wrong: 'Use a whole number from 1 to 99',
  keep: 'Keep this',
  kept: 'It is in the record. Everyone can see what is liked most.',
} as const

export const answerWords = {
  title: 'Answer an idea',
  outcome: 'What is the answer?',
  outcomeMissing: 'Choose the answer',
  accepted: 'Accepted: it can be part of the plan',
  refused: 'Not accepted',
  ground: 'On what ground?',
  groundHint: 'Only where it is not accepted.',
  why: 'Why?',
  whyHint: 'Whoever proposed it reads this. Say what you looked at.',
  whyMissing: 'Give the reason',
  keep: 'Send this answer',
  kept: 'The answer is in the record.',
  costWarning: (what: string) =>
    `Nothing else on the table meets ${what}. The council may weigh cost in how a need is met, never in whether it is met. If you say no because of the cost, another way has to be found.`,
  riskWarning:
    'No risk has been weighed in this record. If you say no because of a risk, write down first what good it could bring and what harm.',
} as const

export const priceWords = {
  title: 'Put a price to it',
  from: 'Where does the price come from?',
  fromHint: 'A quotation, a price list, what somebody else pays.',
  fromMissing: 'Say where the price comes from',
  missing: 'Enter the price, or 0 if it costs nothing',
  notYours:
    'Only whoever wrote this down, or the worker, can put a price to it. You can say what it costs in an idea of your own.',
  keep: 'Keep this price',
  kept: 'The price is in the record.',
} as const
