import type { MeantimeView } from './meantime-view.ts'

export const words = {
  title: 'Money and support in the meantime',
  intro:
    'What the council gives while something is still being decided: how much, from when until when, who decided it, and what comes after.',
  none: 'Nothing is given in the meantime.',
  none2: 'If help is needed at once, the council may give it before it has assessed.',
  never:
    'It is only for now. It does not decide what is needed, how high the budget will be, or what is paid towards it. When it ends, that is not a cut of the plan.',
  from: 'First day',
  to: 'Last day',
  awaits: 'Still being decided',
  decidedBy: 'Decided by',
  follows: 'When it ends',
  not: 'It does not decide',
  came: 'What came of it',
  add: 'Write down help in the meantime',
  end: 'Say that it has ended',
  wrong: 'This is wrong',
  link: 'In the meantime',
  see: 'See what is given in the meantime',
} as const

export const STANDING_WORDS: Readonly<
  Record<MeantimeView['standing'], { readonly says: string; readonly look: string }>
> = {
  over: { says: 'Over, no word', look: 'govuk-tag--red' },
  running: { says: 'Given now', look: 'govuk-tag--green' },
  'to-come': { says: 'To come', look: 'govuk-tag--blue' },
  ended: { says: 'Ended', look: 'govuk-tag--grey' },
}

/** Who reads it, by where it will stand. */
export const READERS = {
  money: 'Everybody who may read the person’s money reads this.',
  other:
    'There is no budget yet, so this stands with what is being decided: whoever may read that, reads this.',
} as const

export const giveWords = {
  title: 'Write down help in the meantime',
  kind: 'What is given?',
  kindMissing: 'Choose what is given',
  kinds: { weekly: 'Money, every week', once: 'Money, once', support: 'Support, and no money' },
  sum: 'How much money, in pounds?',
  sumHint: 'Leave this empty where it is support.',
  sumWrong: 'Enter an amount from £0.01 to £100,000, such as 120 or 76.70',
  sumMissing: 'Enter how much money it is',
  sumTooMuch: 'Take the amount out, or choose that it is money',
  what: 'What is it for, or what is the support?',
  whatHint: 'For example: somebody to sit with him on two nights.',
  whatMissing: 'Say what is given',
  from: 'From which day?',
  fromMissing: 'Enter the first day',
  to: 'What is the last day?',
  toHint: 'It has to have an end. If it is still needed then, write down the next one.',
  toMissing: 'Enter the last day',
  dayHint: 'For example, 3 11 2026.',
  dayWrong: 'The day must be a real day, such as 3 11 2026',
  awaits: 'What is still being decided?',
  awaitsHint: 'For example: her assessment, or the answer to what she said is wrong.',
  awaitsMissing: 'Say what is still being decided',
  decidedBy: 'Who decided it?',
  decidedByMissing: 'Choose who decided it',
  me: 'I did',
  follows: 'What comes when it ends?',
  followsHint: 'Who looks at it before the last day, and what the person can count on.',
  followsMissing: 'Say what comes when it ends',
  not: 'What does it not decide?',
  notHint: 'Besides what stands on the page for all such help. You can leave this empty.',
  keep: 'Keep this in the record',
  kept: 'It is in the record, with its end.',
} as const

export const endWords = {
  title: 'Say that help in the meantime has ended',
  nothing: 'Nothing is given in the meantime that could end.',
  help: 'Which one?',
  helpMissing: 'Choose which one has ended',
  day: 'What was its last day?',
  dayMissing: 'Enter its last day',
  says: 'What came of it?',
  saysHint: 'What was decided, or what the person has now. The person reads this.',
  saysMissing: 'Say what came of it',
  keep: 'Keep this in the record',
  kept: 'It is in the record that it ended.',
} as const
