import type { LineKind } from '../../domain/allocation/budget.ts'

export const words = {
  title: 'The money on the table',
  intro:
    'This sum is a starting point. It is built up from what was said, at the council’s published prices. What your agreed plan costs decides.',
  introOther:
    'This sum is a starting point. It is built up from what was said, at the council’s published prices. What the agreed plan costs decides.',
  aWeek: 'a week, indicative',
  range: 'At the lowest and the highest published prices, and with what each person said',
  comesFrom: 'Where it comes from',
  howWorkedOut: 'How this was worked out',
  wouldChange: 'What would change it',
  typical: 'Typical: nobody said how much',
  noCarer: 'If nobody helped without pay',
  once: 'Bought once, and not part of the week',
  introOwn:
    'This sum is a starting point. It is built up from what was said about your own life, at the council’s published prices.',
  nothingOwn: 'There is no assessment of your own needs yet, so there is no sum.',
  nothingYet: 'There is no sum yet',
  noNeedYet: 'No need has been recorded yet. The sum counts what was talked about as hard to manage.',
  notSpokenOf: 'Not talked about yet',
  stillToAsk: 'What is still to be asked',
  stillToAskIntro:
    'These parts are not in the sum. That does not mean that they cost nothing: nobody has asked yet.',
  notCounted: 'Talked about, and not in the sum',
  second: 'A second opinion',
  secondIntro:
    'The same facts, by the council’s points. It is shown so that something that was missed comes to light. It decides nothing.',
  secondMissing: 'The points need an answer on every part of daily life, so there is no second sum yet.',
  recorded: 'What the council has put in writing',
  nothingRecorded: 'Nothing yet.',
  means: 'What you can be asked to pay',
  meansOther: 'What the person can be asked to pay',
  directPayment: 'Direct payments: the money to arrange support yourself',
  disagree: 'You can disagree with any line, and with the way it is worked out.',
} as const

export const LINE_WORDS: Readonly<Record<Exclude<LineKind, 'support' | 'night'>, string>> = {
  sharing: 'Sharing a worker',
  travel: 'Travel',
  contingency: 'For good days and bad days',
}

export const NOT_COUNTED_WORDS = {
  'no-need-recorded': 'it was talked about as hard, but no need has been recorded',
  'no-line-in-the-model': 'the published model has no line for it',
} as const

export const showWords = {
  button: 'Put this sum in the record and show it',
  kept: 'The sum is in the record, with the model and the day.',
  says: 'The sum changes when the facts change. Putting it in the record fixes what was shown, and when.',
} as const
