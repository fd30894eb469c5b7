import type { Saving } from '../../domain/contracts/entries.ts'

export const adjustWords = {
  title: 'Put a sum right',
  intro:
    'For a price that was wrong, or a fee that was agreed. It is a line of its own, with why and with who approved it. It cannot take what is paid below the floor.',
  period: 'For which days?',
  choose: 'Choose a pay period',
  periodMissing: 'Choose the days that it is for',
  way: 'Does the provider get more or less?',
  wayMissing: 'Choose if the provider gets more or less',
  more: 'More',
  less: 'Less',
  lessHint: 'Care given is still paid at the sustainable rate at least',
  amount: 'How many pounds?',
  amountMissing: 'Enter the sum in pounds',
  amountWrong: 'The sum must be pounds from 0.01 to 10,000,000, such as 250.00',
  why: 'Why?',
  whyHint: 'The provider reads it. For example, what the letter of 3 March says.',
  whyMissing: 'Say why the sum is put right',
  approver: 'Who at the council approved it?',
  approverHint: 'Somebody else than you, and by name.',
  approverMissing: 'Choose who approved it',
  nobody:
    'Nobody else of the council sits at this contract yet. A colleague sits down at it when they settle a period, or set a price.',
  keep: 'Put the sum right',
  kept: 'It is in the ledger. The next settlement has it as its own line.',
} as const

export const SAVING_WORDS: Readonly<Record<Saving, readonly [text: string, hint: string]>> = {
  progressed: [
    'They do more themselves',
    'Only where somebody independent measured it, and found more than before. Of the four this alone is an outcome',
  ],
  'price-or-setting': ['The price or the setting changed', 'They moved, or the same is given in another way'],
  'fewer-people': ['Fewer people are supported', 'Somebody has left, or shares support no more'],
  cut: ['The hours were cut', 'Nothing else explains it'],
}

export const needsWords = {
  title: 'Change what meets somebody’s needs',
  intro:
    'For when a review has changed what somebody is to be given. It changes what the contract counts. It changes nobody’s plan and nobody’s budget: these are decided with the person, on their record.',
  person: 'Who is it?',
  choose: 'Choose the person',
  personMissing: 'Choose the person',
  from: 'From which day?',
  fromMissing: 'Enter the day from which it counts',
  fromWrong: 'The day must be a real day, such as 1 4 2027',
  fromOutside: 'The day must be within the contract',
  needs: 'What meets their needs in a week from then on',
  needsMissing: 'Enter what they are given in a week; 0 where it is nothing more',
  needsWrong: 'It must be a number from 0 to 1,000',
  says: 'What changed?',
  saysHint: 'What the person says of it, too. The person, their worker and the provider read it.',
  saysMissing: 'Say what changed',
  saved: 'If it is less: why?',
  savedHint: 'Leave this out if nothing becomes less.',
  savedMissing: 'It is less than before: say why',
  measured: 'If they do more themselves: who measured it?',
  measuredHint: 'Somebody who works neither for the provider nor for anybody to whom it passed support on.',
  name: 'Name of who looked',
  nameMissing: 'Enter the name of who measured it',
  provider: 'A provider does not measure its own work: enter the name of somebody independent',
  before: 'The step before',
  now: 'The step now',
  chooseStep: 'Choose the step',
  levelMissing: 'Choose the step before and the step now',
  notMore:
    'The step now is not above the step before. Then they do not do more themselves: choose another reason',
  same: 'Nothing changes: they were given this before',
  keep: 'Change it',
  kept: 'It is in the ledger, with your name and why.',
} as const
