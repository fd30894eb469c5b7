import type { Model } from '../../domain/contracts/terms.ts'
import type { SaidOfOutcome } from './view.ts'

export const words = {
  title: 'What came of it',
  intro: 'What was agreed with whoever gives the support, and what came of it.',
  none: 'Nothing here was agreed under a contract that you may see.',
  noOutcomes: 'No outcome was agreed here.',
  provider: 'The provider says',
  person: 'What was said',
  nobody: 'Nobody has said yet. No answer is never a yes.',
  care: 'What was planned and given',
  challenges: 'What a worker raised',
  challenge: 'Challenge what was done',
  say: 'Say what came of it',
  again: 'Say something else',
  reference:
    'Commissioning sees no names. To have this person linked to a contract, give them this reference:',
} as const

/** What the person’s word does, by how the contract pays. The same words for everybody. */
export const MONEY_WORDS: Readonly<Record<Model, string>> = {
  'outcome-fee':
    'Part of what the provider is paid hangs on this: it is paid when the answer is yes. The care that was given is paid for in any case.',
  indicators: 'No money hangs on this. It is counted, so that the council can see what comes of the support.',
  tapering: 'No money hangs on this. It is counted, so that the council can see what comes of the support.',
  'lead-provider':
    'It is counted with the answers of others. Where enough people reach what they wanted, the provider is paid more.',
}

export const NEVER =
  'Whatever the answer is, the plan, the support and the budget stay as they are. Nobody is treated worse for a no.'

type Turned = { readonly mine: string; readonly theirs: string }

export const ANSWER_WORDS: Readonly<Record<SaidOfOutcome, Turned>> = {
  yes: { mine: 'Yes, I have it', theirs: 'Yes, they have it' },
  'not-yet': { mine: 'Not yet, but it is coming', theirs: 'Not yet, but it is coming' },
  no: { mine: 'No, it has not come any nearer', theirs: 'No, it has not come any nearer' },
  'not-wanted': { mine: 'It is not what I wanted', theirs: 'It is not what they wanted' },
}

export const HOW_TOLD = ['phone', 'face-to-face', 'writing', 'signs'] as const
export type HowTold = (typeof HOW_TOLD)[number]
export const HOW_WORDS: Readonly<Record<HowTold, string>> = {
  phone: 'By phone',
  'face-to-face': 'Face to face',
  writing: 'In writing: a letter, an email or a text message',
  signs: 'In another way: signs, pictures, a device, what they do',
}

export const confirmWords = {
  title: 'What came of it?',
  missing: 'Choose the answer',
  level: 'Which of these is nearest to how it is now?',
  levelHint: 'You can leave this out.',
  says: 'In your own words',
  saysFor: 'In their own words',
  saysHint: 'You can leave this out.',
  wantedMissing: 'Say what was wanted instead',
  how: 'How did they tell you?',
  howMissing: 'Choose how they told you',
  readBack: 'I read this back to them, and they said that it is right',
  readBackMissing: 'Read it back to them first. What they have not heard is not their answer',
  keep: 'Keep this answer',
  kept: 'The answer is kept. The provider and the council can see it.',
  notYours: 'This is for the person, who acts for them, or their worker who types in what they say.',
  provider: 'Whoever gives the support never answers this.',
  excluded: 'This outcome was left out, with a reason and a name. It is not asked any more.',
} as const

export const challengeWords = {
  title: 'Challenge what was done',
  intro:
    'Say what the provider has not done for this person. The outcome part of the money waits from now on; care that was given is still paid. The provider reads it and answers.',
  start:
    'The provider reads: “What you have done with this person has not promoted their independence.” Below it they read what you write here.',
  says: 'What was not done?',
  saysHint:
    'The provider, the commissioner and the person read this. Say what you saw, and what you expected.',
  saysMissing: 'Say what was not done',
  beside: 'What is known beside it',
  keep: 'Send this challenge',
  kept: 'The challenge is sent. The outcome part waits until it is settled.',
  notYours: 'A challenge is the worker’s, or their manager’s.',
  noContract: 'This person is not supported under a contract that you may see.',
  contract: 'Under which contract?',
  contractMissing: 'Choose the contract',
  already: 'A challenge of yours is still open here. Wait for its answer, or say more to the provider.',
} as const

export const settleWords = {
  title: 'A challenge',
  question: 'Was it right?',
  upheld: 'Yes: it was not done',
  partly: 'No: it was done, or could not be',
  missing: 'Choose if the challenge was right',
  says: 'Why, and what happens now?',
  saysHint: 'The provider and the person read this.',
  saysMissing: 'Say why, and what happens now',
  keep: 'Settle this challenge',
  kept: 'The challenge is settled.',
  own: 'Whoever raised it does not settle it: their manager or the commissioner does.',
  waits: 'It is not settled yet. The outcome part of the money waits; care that was given is paid.',
  before: 'This was settled already.',
  provider: 'The provider’s answer',
  noAnswer: 'The provider has not answered yet.',
} as const
