import type { MoveState, OfferState } from '../../domain/contracts/beside.ts'

export const OFFER_STATES: Readonly<Record<OfferState, string>> = {
  waits: 'Waits for you',
  accepted: 'You accepted it',
  declined: 'You declined it',
  withdrawn: 'The council took it back',
  lapsed: 'Nobody answered in time',
}

export const termsWords = {
  title: 'New terms that are offered',
  intro:
    'Nothing changes until you accept. If you decline, or do not answer by the first day, everything stays as it is. Care given is paid either way.',
  accepts: 'Do you accept them?',
  yes: 'Yes: they are in the contract from their first day',
  no: 'No: everything stays as it is',
  missing: 'Choose if you accept the new terms',
  why: 'If you do not: why?',
  whyMissing: 'Say why you do not accept them',
  keep: 'Send your answer',
  accepted: 'The new terms are in the contract, from their first day.',
  declined: 'Your answer is sent. Everything stays as it is.',
  closed: 'This offer can be answered no more',
} as const

export const endWords = {
  title: 'How the contract ends',
  room: 'Notice and the end',
  byItself: 'Nobody has given notice. The contract ends by itself on',
  intro:
    'You can give notice for a day to come. The council, the people and their workers read why. You go on with their support until the last day.',
  people: 'Who supports each person next',
  noNext: 'The council has not said it yet',
  noWord: 'Nobody has written it down yet',
  giveNotice: 'Give notice',
  last: 'What is your last day?',
  lastMissing: 'Enter your last day',
  lastWrong: 'The day must be a real day, such as 31 3 2027',
  lastGone: 'Notice is for a day to come',
  lastAfter: 'The contract ends before that by itself, on',
  why: 'Why?',
  whyHint: 'The people whom you support read this too.',
  whyMissing: 'Say why you give notice',
  standing: 'Notice stands already',
  ended: 'The contract has ended',
  keep: 'Give notice',
  kept: 'Notice is given. The council and the people can read it.',
  backWhy: 'Why do you take it back?',
  backMissing: 'Say why you take it back',
  back: 'Take the notice back',
  takenBack: 'The notice is taken back. The contract goes on.',
  nothingBack: 'There is no notice of yours to take back',
} as const

export const MOVE_STATES: Readonly<Record<MoveState, string>> = {
  planned: 'Planned',
  due: 'Its day has come',
  done: 'It happened',
  off: 'It did not happen',
}

export const moveWords = {
  heading: 'Passed on or handed back',
  passOn: 'Pass their support on',
  handBack: 'Hand them back to the council',
  passIntro:
    'One person at a time: each has a say. The other provider sees what concerns this person, and nobody else. You still answer for their support to the council.',
  backIntro:
    'You stop supporting this person under the contract. The council has to meet their needs all the same. Money never follows from handing somebody back, and how many are handed back is counted.',
  to: 'To which provider?',
  toMissing: 'Choose the provider',
  toNobody:
    'The council has let in no other provider yet. Ask whoever answers for the contract at the council.',
  from: 'From which day?',
  passHint: 'The first day on which the other provider supports them. It can be a day to come.',
  backHint: 'The first day on which you support them no more. It can be a day to come.',
  fromMissing: 'Enter the day',
  fromWrong: 'The day must be a real day, such as 1 4 2027',
  fromOutside: 'The day must be within the contract, from',
  why: 'Why?',
  whyHint:
    'The person, their worker and the council read this. Leave names out: whoever buys support for the council sees none.',
  whyMissing: 'Say why',
  asked: 'What does the person say of it?',
  askedMissing: 'Choose what the person says of it',
  said: 'What did they say, in their words?',
  saidHint: 'If nobody has asked them yet, leave this empty. Their worker reads that, too.',
  saidMissing: 'Write what the person said, in their words',
  meanwhile: 'Who supports them until then?',
  meanwhileHint: 'For example: we go on with the same workers until the last evening.',
  meanwhileMissing: 'Say who supports them until then',
  paid: 'What you pay for it',
  paidHint:
    'Leave this empty if you pay what the council pays you. If the day is to come, you are asked again on that day. The person does not see it.',
  paidWrong: 'The price must be pounds from 0.01 to 100,000, such as 27.60',
  already: 'It is said already that this person is to go. Answer for that first',
  notYours: 'You do not support this person now',
  sameProvider: 'This provider supports them already',
  belowSustainable: 'Care cannot be given for less than the sustainable rate, which is',
  keepPass: 'Pass them on',
  keepBack: 'Hand them back',
  kept: 'It is kept. The person, their worker and the council can read it.',
  happened: 'Did it happen?',
  yes: 'Yes, on that day',
  no: 'No: it is called off',
  happenedMissing: 'Choose if it happened',
  notYet: 'The day has not come yet. You can call it off',
  offWhy: 'If it is called off: why?',
  offWhyMissing: 'Say why it is called off',
  keepDone: 'Send',
  callOff: 'Call it off',
  offWhyPlanned: 'Why is it called off?',
  done: 'It is in the ledger.',
  off: 'It is called off. Everything stays as it is.',
} as const
