import type { Asked, MoveState, MoveWay } from '../../domain/contracts/beside.ts'

export const MOVE_WORDS: Readonly<Record<MoveWay, string>> = {
  'pass-on': 'The support goes to another provider',
  'hand-back': 'The provider stops giving the support',
}

export const MOVE_STATES: Readonly<Record<MoveState, string>> = {
  planned: 'This is planned.',
  due: 'The day has come. Nobody has said yet that it happened.',
  done: 'It has happened.',
  off: 'It was called off.',
}

export const ASKED_WORDS: Readonly<Record<Asked, Readonly<Record<'mine' | 'theirs', string>>>> = {
  agrees: { mine: 'The provider says that you agree.', theirs: 'The provider says that they agree.' },
  against: {
    mine: 'The provider says that you do not want it.',
    theirs: 'The provider says that they do not want it.',
  },
  'not-asked': {
    mine: 'The provider says that nobody has asked you yet.',
    theirs: 'The provider says that nobody has asked them yet.',
  },
}

export const whoWords = {
  heading: 'Who gives the support from now on',
  ends: 'The contract with this provider ends.',
  safe: {
    mine: 'Your plan and your budget stay as they are. The council still has to see that your needs are met (Care Act 2014, section 18).',
    theirs:
      'The plan and the budget stay as they are. The council still has to see that the needs are met (Care Act 2014, section 18).',
  },
  next: 'Who gives the support next',
  noNext: 'Nobody has said it yet. The council has to.',
  meanwhile: 'Until then',
  link: { mine: 'Say what you think of this', theirs: 'Say what they think of this' },
  linkNext: 'Say who gives the support next',
  wordTitle: 'What you think of this',
  wordIntro:
    'The provider can read this. So can your worker, and who buys care for the council. It counts against nobody.',
  says: {
    mine: 'What do you think of it, and what would you like?',
    theirs: 'What do they think of it, and what would they like?',
  },
  saysMissing: 'Write what you want them to know',
  keep: 'Keep this',
  wordKept: 'It is kept. The provider and the council can read it.',
  nextTitle: 'Who gives the support next',
  nextIntro:
    'The person can read this, and so can the provider and the commissioner. It changes no plan and no budget. You decide those with the person.',
  who: 'Who gives the support?',
  whoHint: 'For example: Saltmarsh Living, with the same hours.',
  whoMissing: 'Say who gives the support next',
  saidHint: 'In their own words. If you have not asked them yet, ask them first.',
  nextKept: 'It is kept. The person and the provider can read it.',
  notYours: 'This is not yours to add.',
} as const
