import type { MoveState, OfferState } from '../../domain/contracts/beside.ts'

export const OFFER_STATES: Readonly<Record<OfferState, string>> = {
  waits: 'Waits for the provider',
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Taken back',
  lapsed: 'Nobody answered in time',
}

export const offerWords = {
  title: 'Offer new terms',
  intro:
    'Nothing changes until the provider accepts. It reads what you write here, beside what stands now. If it accepts, the new terms are in the contract from their first day. If it declines, or does not answer by that day, everything stays as it is.',
  open: 'New terms',
  from: 'From which day?',
  fromHint: 'A day to come, and not the day of today.',
  fromMissing: 'Enter the day from which the new terms count',
  fromWrong: 'The day must be a real day, such as 1 4 2027',
  fromGone: 'Terms change from a day to come. For days that are gone, put a sum right instead',
  fromAfter: 'The day must be before the contract ends, on',
  prices: 'New prices',
  pricesHint: 'Leave a box empty if its price stays as it is. No price may be below the sustainable rate.',
  priceWrong: 'The price must be pounds from 0.01 to 100,000, such as 29.10',
  groups: 'New numbers of people',
  groupsHint: 'Leave a box empty if its number stays as it is.',
  groupWrong: 'It must be a whole number from 0 to 10,000,000',
  says: 'What changes, and why?',
  saysHint:
    'The provider reads it, and it stays with the contract. Words alone change no sum: what is paid follows from prices and numbers.',
  saysMissing: 'Say what changes, and why',
  waitsAlready: 'An offer waits for the provider already. Take it back before you make another',
  same: 'This is the price that stands now. Leave the box empty if it stays as it is',
  notStarted: 'The contract has not started yet',
  ended: 'The contract has ended. Its terms change no more',
  keep: 'Offer these terms',
  kept: 'The offer is made. It waits for the provider.',
  withdraw: 'Take the offer back',
  withdrawWhy: 'Why do you take it back?',
  withdrawMissing: 'Say why you take it back',
  withdrawn: 'The offer is taken back. Everything stays as it is.',
  notOpen: 'The provider has answered this offer, or its day has passed. It cannot be taken back',
} as const

export const endWords = {
  title: 'The end of the contract',
  open: 'How the contract ends',
  intro:
    'A contract ends by itself on its last day. It can end before, with notice. Whoever gives notice says when and why. The provider, the people, and their workers read it.',
  byItself: 'Nobody has given notice. It ends by itself on',
  giveNotice: 'Give notice',
  last: 'What is the last day?',
  lastMissing: 'Enter the last day of the contract',
  lastWrong: 'The day must be a real day, such as 31 3 2027',
  lastGone: 'Notice is for a day to come',
  lastAfter: 'The contract ends before that by itself, on',
  why: 'Why?',
  whyHint: 'The people who are supported read this too.',
  whyMissing: 'Say why the contract ends',
  standing: 'Notice stands already. Take it back before you give another',
  keepNotice: 'Give notice',
  kept: 'Notice is given. Everybody under the contract can read it.',
  back: 'Take the notice back',
  backWhy: 'Why is it taken back?',
  backMissing: 'Say why the notice is taken back',
  takenBack: 'The notice is taken back. The contract goes on.',
  nothingBack: 'There is no notice to take back',
  people: 'What happens to each person',
  peopleIntro:
    'Nobody is left without support because a contract ends. The council has to meet their needs all the same (Care Act 2014, section 18).',
  nobody: 'Nobody is supported under this contract now.',
  noNext: 'Nobody has said who supports them next',
  noWord: 'Nobody has written it down yet',
  endWhen: 'When the last day has come, you write down here that the contract has ended.',
  settle: 'What is still to be settled',
  nothingOpen:
    'Nothing is open: every period is settled and paid, and everything that was raised is answered.',
  end: 'Write down that it has ended',
  endIntro:
    'This closes the contract from that day. Care after it is not paid under this contract. What is open is still settled as before.',
  endLast: 'What was the last day?',
  endLater: 'The last day has not come yet. Give notice instead',
  endOutside: 'The day must be within the contract',
  endSettled: 'A period after that day was settled already, up to',
  endCare: 'Care was given after that day, up to',
  endAlready: 'It is in the ledger already that the contract has ended',
  endAnyway:
    'Somebody is still supported and nobody has said who supports them next. Say so for each person first, or tick that it is known and dealt with',
  endAnywayTick: 'I know that these people have no next support written down, and their workers know it too',
  endKeep: 'Write it down',
  ended: 'It is in the ledger that the contract has ended.',
} as const

export const personWords = {
  open: 'Where this person goes, and who supports them',
  now: 'Who supports them now',
  moves: 'Passed on or handed back',
  noMoves: 'They were not passed on and not handed back.',
  next: 'Who supports them next',
  noNext: 'Nobody has said it yet.',
  say: 'Say who supports them next',
  sayIntro:
    'The person, their worker and the provider read this. It changes no plan and no budget: these are decided with the person, on their record.',
  who: 'Who supports them?',
  whoHint: 'For example: Saltmarsh Living, with the same hours. Or: they asked for a direct payment.',
  whoMissing: 'Say who supports them next',
  fromEarly: 'The day must be after the contract started, on',
  saidHint: 'In their words, and who asked them. If nobody has asked them, say so and who will.',
  keep: 'Keep this',
  kept: 'It is kept. The person and the provider can read it.',
  words: 'What they say',
} as const

export const MOVE_STATES: Readonly<Record<MoveState, string>> = {
  planned: 'Planned',
  due: 'The day has come; nobody has said that it happened',
  done: 'It happened',
  off: 'It did not happen',
}

export const letInWords = {
  title: 'Let another provider in',
  open: 'Let another provider in',
  intro:
    'The provider of this contract can pass support on only to a provider that the council has let in. A provider that is let in sees the terms, and the people who are passed on to it. Nobody else.',
  there: 'Let in already',
  who: 'Which provider?',
  missing: 'Choose the provider',
  nobody: 'Every provider with a sign-in is at this contract already.',
  keep: 'Let it in',
  kept: 'It is let in. The provider of the contract can pass people on to it, one by one.',
} as const
