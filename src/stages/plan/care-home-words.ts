import type { Free, Suits } from './care-home-notes.ts'

export const words = {
  title: 'The choice of a care home',
  intro:
    'Each care home that is on the table: what it costs, what the council pays, whether a place is free, and what somebody would pay on top.',
  none: 'No care home is on the table. It is one way among others, and nobody has to take it.',
  link: 'The choice of a care home',
  options: 'Ways to meet each need',
  pays: 'What the council pays for a care home',
  aWeek: 'a week',
  unknown: 'It is not known yet what the council pays for a care home. It has to say so first.',
  choice: 'There is a place without paying on top',
  noChoice: 'No place without paying on top is in the record yet',
  choiceSays: 'Free, it suits, and it costs no more than the council pays:',
  noChoiceSays:
    'Such a place is free, suits, and costs no more than the council pays. The Ombudsman asks whether the council offered one. Until it has, to pay on top is not a choice.',
  within: 'Within what the council pays',
  beyond: 'more than the council pays',
  noPrice: 'No price yet',
  notAsked: 'Nobody has written down whether a place is free.',
  asked: 'Asked on',
  onTop: 'Paid on top',
  payer: 'Who pays',
  from: 'From',
  again: 'Looked at again by',
  told: 'What they were told before',
  stops: 'If it cannot be paid any more',
  why: 'Why it is agreed all the same',
  ended: 'Not paid any more since',
  late: 'Late',
  lateSays: 'It was to be looked at again by then.',
  byPerson:
    'The person pays this themselves. The rules allow that in few cases. They were not read for this service: look there.',
  duty: 'Where it cannot be paid any more, tell the council at once. It must still meet the needs.',
  rules:
    'The rules on who may pay on top, and for what, were not read for this service. Look there before anything is agreed.',
  wrong: 'This is wrong',
  tell: 'Write down whether a place is free',
  agree: 'Write down what is paid on top',
  end: 'Say that it is paid no more',
} as const

export const FREE_WORDS: Readonly<Record<Free, string>> = {
  yes: 'A place is free',
  no: 'No place is free',
  unknown: 'Not known yet',
}
export const SUITS_WORDS: Readonly<Record<Suits, string>> = {
  yes: 'It suits',
  no: 'It does not suit',
  unknown: 'Nobody has looked at that',
}

export const placeWords = {
  title: 'Write down whether a place is free',
  intro: 'Everybody who reads the plan reads this, the person too.',
  option: 'Which care home?',
  optionMissing: 'Choose the care home',
  day: 'On which day were they asked?',
  dayHint: 'For example, 3 11 2026.',
  dayMissing: 'Enter the day on which they were asked',
  dayWrong: 'The day must be a real day, such as 3 11 2026',
  free: 'Is a place free?',
  freeMissing: 'Choose whether a place is free',
  suits: 'Does it suit what was found in the assessment?',
  suitsMissing: 'Choose whether it suits',
  says: 'What was learned?',
  saysHint: 'From which day it is free, and what speaks for it or against it.',
  keep: 'Keep this in the record',
  kept: 'It is in the record.',
} as const

export const onTopWords = {
  title: 'Write down what is paid on top',
  intro:
    'Only where somebody wants a home that costs more than the council pays, and can go on paying. It is never asked for because no other place was found.',
  option: 'For which care home?',
  nothing: 'No care home on the table costs more than the council pays.',
  payer: 'Who pays?',
  payerMissing: 'Choose who pays',
  sum: 'How much a week, in pounds?',
  sumMissing: 'Enter how much is paid on top',
  sumWrong: 'Enter an amount from £0.01 to £10,000, such as 60 or 76.70',
  from: 'From which day?',
  fromMissing: 'Enter the first day',
  again: 'By when is it looked at again?',
  againHint: 'Within a year.',
  againMissing: 'Enter the day by which it is looked at again',
  told: 'What were they told before they agreed?',
  toldHint: 'What it costs, for how long, that the price can go up, and where they can get advice on money.',
  toldMissing: 'Say what they were told before they agreed',
  stops: 'What happens if it cannot be paid any more?',
  stopsHint: 'Whom they tell, who looks for what, and where the person lives until then.',
  stopsMissing: 'Say what happens if it cannot be paid any more',
  why: 'Why is it agreed all the same?',
  whyHint:
    'Where no other place is in the record, or where the person pays themselves. Otherwise leave this empty.',
  agreed: 'Before they agreed',
  agreedSays: 'Whoever pays was told all of this, and has agreed to it',
  agreedMissing: 'Nothing is paid on top unless whoever pays has agreed to it',
  keep: 'Keep this in the record',
  kept: 'It is in the record, with the day on which it is looked at again.',
} as const

export const endWords = {
  title: 'Say that it is paid no more',
  nothing: 'Nothing is paid on top that could end.',
  agreement: 'Which one?',
  agreementMissing: 'Choose what is paid no more',
  day: 'Since which day?',
  dayMissing: 'Enter the day since which it is paid no more',
  says: 'Why, and what happens now?',
  saysHint: 'The person reads this.',
  saysMissing: 'Say why, and what happens now',
  keep: 'Keep this in the record',
  kept: 'It is in the record that it is paid no more.',
} as const
