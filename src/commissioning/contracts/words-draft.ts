import type { GuardMeasure, Model, ServiceUnit, Terms } from '../../domain/contracts/terms.ts'

/** How each way of paying is told to somebody who chooses between them. */
export const MODEL_HINTS: Readonly<Record<Model, string>> = {
  indicators:
    'The provider is paid for the care that it gives. What comes of it is counted and shown, and no money hangs on it. This is the one to begin with: the evidence for paying on outcomes is thin',
  'outcome-fee':
    'Part is paid whatever comes of it. The rest is paid when the person says that what was agreed is reached',
  tapering:
    'One sum a year for a group of people, which falls from year to year. It never falls below what their eligible needs cost',
  'lead-provider':
    'A sum for a whole population, with a part of the risk shared, and a pool for outcomes. The provider answers for others to whom it passes support on',
}

export const UNIT_NAMES: Readonly<Record<ServiceUnit, string>> = {
  hour: 'Hours',
  visit: 'Visits',
  night: 'Nights',
  day: 'Days',
  week: 'Weeks',
}

export const SETTLED_NAMES: Readonly<Record<Terms['settled'], string>> = {
  week: 'Every week',
  month: 'Every month',
  quarter: 'Every three months',
  year: 'Every year',
}

type GuardWords = { readonly what: string; readonly hint: string; readonly unit: '%' | 'days' }

export const GUARD_NAMES: Readonly<Record<GuardMeasure, GuardWords>> = {
  waits: {
    what: 'Waits',
    hint: 'Days from asking the provider until it says yes, on average',
    unit: 'days',
  },
  'hand-backs': { what: 'People handed back', hint: 'Of everybody who is supported', unit: '%' },
  complaints: { what: 'Challenges and contests', hint: 'For every 100 people', unit: '%' },
  'missed-visits': { what: 'Visits missed', hint: 'Of all visits that were planned', unit: '%' },
}

export const STEP_TITLES = {
  about: 'Who it is with, and from when to when',
  pays: 'How it pays',
  services: 'What care it buys, and at what price',
  terms: 'Its own terms',
  guards: 'What stops outcome money',
  check: 'Check the contract',
} as const

export const newWords = {
  title: 'New contract',
  intro:
    'A few questions on six pages. Nothing is kept until you have checked the contract at the end. One that runs already comes in as a file.',
  name: 'What is it called?',
  nameHint: 'As people speak of it. For example, Home care, west',
  nameMissing: 'Enter what the contract is called',
  nameLong: 'What it is called must be 120 characters or fewer',
  provider: 'Who is it with?',
  providerHint: 'Providers who sign in here. They see the whole contract.',
  providerMissing: 'Choose the provider',
  manager: 'Who answers for it at the council?',
  managerHint: 'Whatever waits for an answer, waits for them.',
  managerMissing: 'Choose who answers for it at the council',
  from: 'On which day does it start?',
  fromHint: 'Today or later. For example, 1 4 2027',
  fromMissing: 'Enter the day on which it starts',
  fromWrong: 'The day on which it starts must be a real day, such as 1 4 2027',
  fromGone:
    'It must start today or later: a price is not set for days that are gone. A contract that runs already comes in as a file',
  to: 'On which day does it end?',
  toHint: 'The last day of it. For example, 31 3 2029',
  toMissing: 'Enter the day on which it ends',
  toWrong: 'The day on which it ends must be a real day, such as 31 3 2029',
  zone: 'Where is it for?',
  zoneHint: 'For example, west, or harbour wards. Leave it empty for everywhere.',
  population: 'For whom is it?',
  populationHint: 'For example, adults with a learning disability. Leave it empty for everybody.',
  model: 'How does it pay?',
  modelMissing: 'Choose how it pays',
  settled: 'How often is it settled?',
  settledHint: 'Somebody at the council looks at each period and settles it by name.',
  settledMissing: 'Choose how often it is settled',
  services: 'Each kind of care has a price of its own.',
  what: 'What is it?',
  whatHint: 'For example, Home care',
  whatMissing: 'Enter what the care is',
  unit: 'Counted in',
  unitMissing: 'Choose what the care is counted in',
  price: 'What does the contract pay for one, in pounds?',
  priceMissing: 'Enter what the contract pays for one, in pounds',
  sustainable: 'What is the council’s sustainable rate for one, in pounds?',
  sustainableMissing: 'Enter the council’s sustainable rate for one, in pounds',
  priceWrong: 'A price must be pounds from 0.01 to 100,000, such as 27.60',
  source: 'Where is the sustainable rate published?',
  sourceHint: 'For example, Northmoor’s published sustainable rate, 2026-27',
  sourceMissing: 'Say where the sustainable rate is published',
  floor:
    'The floor: what is paid for a period is never below the care given in it at the sustainable rate. That holds for every contract that is written here.',
  measures: 'What is counted',
  measuresHint: 'Outcomes that are counted over people and shown. Leave it empty if there is none yet.',
  measure: 'What is counted?',
  measureHint: 'For example, goes out when they want to',
  measureMissing: 'Enter what is counted',
  percentWrong: 'It must be a number from 0 to 100, with at most two decimals',
  upfront: 'How much is paid whatever comes of it?',
  upfrontHint: 'In per cent of the estimated support. For example, 20',
  upfrontMissing: 'Enter how much is paid whatever comes of it, in per cent',
  deadweight: 'How many outcomes would be reached anyway?',
  deadweightHint: 'In per cent. Nothing is paid for these. Enter 0 if nobody knows.',
  anywayMissing: 'Enter how many would be reached anyway, in per cent',
  again: 'After how many days is an outcome looked at again?',
  againHint: 'For example, 91: about three months',
  againMissing: 'Enter after how many days an outcome is looked at again',
  againWrong: 'The days must be a whole number from 1 to 3,650',
  value: 'What is paid in the first year, in pounds?',
  valueMissing: 'Enter what is paid in the first year, in pounds',
  poundsWrong: 'It must be pounds from 0 to 999,999,999, with at most two decimals',
  falls: 'How much does it fall?',
  fallsMissing: 'Enter how much it falls, in per cent',
  uplift: 'How much goes on top for higher prices?',
  upliftMissing: 'Enter how much goes on top, in per cent; 0 if nothing does',
  oneYear: 'The contract lasts one year or less, so nothing falls.',
  groups: 'The population',
  group: 'Which people?',
  groupHint: 'For example, people over 85',
  groupMissing: 'Enter which people they are',
  people: 'How many are there?',
  peopleMissing: 'Enter how many there are',
  peopleWrong: 'How many there are must be a whole number from 1 to 1,000,000',
  each: 'What is paid for each of them a year, in pounds?',
  eachMissing: 'Enter what is paid for each of them a year, in pounds',
  eachWrong: 'It must be pounds from 0 to 1,000,000, with at most two decimals',
  share: 'How much of a difference does the council bear?',
  shareHint: 'In per cent, where the care costs more or less than was agreed. For example, 50',
  shareMissing: 'Enter how much of a difference the council bears, in per cent',
  corridor: 'How far is the difference followed?',
  corridorHint: 'In per cent of the yearly sum, either way. For example, 10',
  corridorMissing: 'Enter how far the difference is followed, in per cent',
  pool: 'How much is in the pool for outcomes a year, in pounds?',
  poolMissing: 'Enter how much is in the pool a year, in pounds',
  pools: 'What the pool hangs on',
  poolsHint: 'The shares of the pool add up to 100%. Fewer than 50 people: nothing hangs on it.',
  weight: 'Share of the pool, in per cent',
  weightMissing: 'Enter its share of the pool, in per cent',
  floorAt: 'Nothing is paid below, in per cent of people',
  floorMissing: 'Enter below what nothing is paid, in per cent',
  target: 'All of it is paid from, in per cent of people',
  targetMissing: 'Enter from what on all of it is paid, in per cent',
  anyway: 'Would reach it anyway, in per cent of people',
  council:
    'Assessment, who is eligible, and that there is enough care stay with the council, whatever the contract says.',
  guards:
    'Where one of these gets worse than you allow, outcome money waits until somebody has looked. Care that was given is still paid. Leave empty what is not to be watched.',
  baseline: 'Before the contract',
  allowed: 'How much worse it may get',
  guardMissing: 'Enter both figures, or neither',
  daysWrong: 'Days must be a number from 0 to 365',
  more: 'Add another',
  next: 'Continue',
  check:
    'Check what you have written. When you keep it, your name goes into the ledger, and the provider sees the contract.',
  keep: 'Keep this contract',
  kept: 'The contract is in the ledger. Link the people whom it is for.',
  there: 'A contract of this name was written just now. Look at the list of contracts.',
  change: 'Change',
} as const
