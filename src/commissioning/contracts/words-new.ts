import type { RateKind } from '../../domain/contracts/entries.ts'

export const RATE_NAMES: Readonly<Record<RateKind, string>> = {
  contract: 'The contract’s price',
  sustainable: 'The sustainable rate',
  'in-house': 'The council’s own cost',
}

export const RATE_HINTS: Readonly<Record<RateKind, string>> = {
  contract: 'What is paid for one hour, visit, night, day or week of care',
  sustainable: 'What the council has published as the cost of good care. No pay goes below it',
  'in-house': 'What the same care costs the council when it gives it itself. Shown beside the others',
}

export const rateWords = {
  title: 'Set a price',
  intro:
    'A price is set for days to come. For days that are gone the sum is adjusted, with somebody who approves it.',
  rate: 'Which price is it?',
  rateMissing: 'Choose which price it is',
  service: 'For which care?',
  serviceMissing: 'Choose the care that it is for',
  amount: 'How many pounds is it?',
  amountHint: 'For one hour, visit, night, day or week, as the care is counted. For example, 27.60',
  amountMissing: 'Enter the price in pounds',
  amountWrong: 'The price must be pounds from 0.01 to 100,000, such as 27.60',
  from: 'From which day?',
  fromMissing: 'Enter the day from which it counts',
  fromWrong: 'The day from which it counts must be a real day, such as 1 4 2027',
  gone: 'A price is not changed for days that are gone: enter today or a later day',
  cuts: 'Care was reported for days before and after this day as one sum: choose the first day after it',
  source: 'Where does it come from, and why?',
  sourceHint: 'For example, the fee letter of 3 March. It is kept with the price and your name.',
  sourceMissing: 'Say where the price comes from, and why',
  floor: 'I know that it is below the sustainable rate, and that the floor pays the difference',
  keep: 'Set this price',
  kept: 'The price is in the ledger, with your name.',
} as const

export const linkWords = {
  title: 'Link a person',
  intro:
    'Whoever is linked sees this contract’s terms on their own record, with their visits and what was agreed. So do their worker and who acts for them.',
  noNames:
    'You see no names here. Each person’s worker sees the same reference on their record, so that you can talk about the same person.',
  who: 'Who is it?',
  whoMissing: 'Choose the person',
  code: 'Or enter their reference',
  codeHint: 'Twelve letters and numbers, such as 3F2A-91C0-7B4E. Their worker can read it to you.',
  as: 'As whom are they known in this contract?',
  asHint: 'A contract that came in as a file has references of its own. Choose theirs if they have one.',
  asMissing: 'Choose as whom they are known in this contract',
  from: 'From which day?',
  fromHint: 'The day on which the provider was asked to support them. Only for a new reference.',
  fromMissing: 'Enter the day from which they are supported under this contract',
  fromWrong: 'The day must be a real day, such as 1 4 2027',
  fromLater: 'The day must be today or earlier: a person is linked from a day that has come',
  fromBefore: 'The day must be within the contract',
  needs: 'What meets their needs in a week',
  needsHint: 'As their plan has it. Leave it empty if it is not agreed by the week.',
  needsWrong: 'What they need in a week must be a number from 0 to 1,000',
  keep: 'Link this person',
  kept: 'The person is linked. Their record shows this contract from now on.',
  already: 'This reference is linked to a person already.',
  none: 'Nobody waits to be linked: everybody whose plan has a line with the provider is under this contract already.',
} as const

export const remeasureWords = {
  title: 'What was found',
  intro:
    'Somebody who does not work for the provider looked at this outcome again. Write down what they found, whatever it is.',
  who: 'Who looked?',
  whoMissing: 'Choose who looked, or somebody else',
  another: 'Somebody else',
  name: 'If it was somebody else, what is their name?',
  nameHint: 'Leave it empty if they are named above.',
  nameMissing: 'Enter the name of who looked',
  provider: 'A provider does not measure its own work: enter the name of somebody independent',
  apart: 'They do not work for the provider, nor for anybody to whom it passed support on',
  apartMissing: 'Say that whoever looked does not work for the provider',
  on: 'On which day?',
  onMissing: 'Enter the day on which they looked',
  onWrong: 'The day on which they looked must be a real day, such as 27 3 2026',
  onLater: 'The day must be today or earlier',
  level: 'At which step is the person now?',
  levelMissing: 'Choose the step',
  reached: 'Is what was agreed reached?',
  reachedMissing: 'Choose if it is reached',
  yes: 'Yes, they found it as it was said',
  no: 'No, they did not find it',
  before: 'This was measured again already since it was drawn.',
  keep: 'Write it down',
  kept: 'What was found is in the ledger, in the name of who looked.',
  enter: 'Write down what was found',
} as const
