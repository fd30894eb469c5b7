import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Review',
  intro:
    'A review asks whether the plan works: what goes well, what does not, and whether anything has changed.',
  noPlan: 'There is no plan yet, so there is nothing to look at again.',
  next: 'The next look at the plan',
  noneDue: 'No look at the plan is owed: the support has ended.',
  requests: 'Asked for',
  noRequests: 'Nobody has asked for a review.',
  ask: 'Ask for a review',
  held: 'What reviews said',
  noneHeld: 'No review has been held yet.',
  hold: 'Write down a review',
  line: 'A review, or a new assessment?',
  lineIntro: 'They are two different things in law. A review alone can never take support away.',
  review: 'A review',
  reviewSays:
    'Looks at how the plan works. It can change how needs are met. The person takes part, and anyone they ask for.',
  reviewSaysYou:
    'Looks at how the plan works. It can change how needs are met. You take part, and anyone you ask for.',
  reassess: 'A new assessment',
  reassessSays:
    'Looks at needs again. It must come first where needs or circumstances have changed so that the plan no longer fits. Only then may support be less, and the council must say why.',
} as const

export const askWords = {
  title: 'Ask for a review',
  intro:
    'You can ask at any time. The council must look at the plan again if it is reasonable to ask. If it says no, it must tell you why.',
  introOther:
    'Whoever speaks for the person, and whoever gives them support, can ask on their behalf. The council must look at the plan again if it is reasonable to ask.',
  why: 'Why would you like a review?',
  whyHint: 'For example: something has changed, the help does not come, or the plan does not work.',
  whyMissing: 'Say why you would like a review',
  keep: 'Ask for a review',
  kept: 'You have asked for a review. The clock has started.',
} as const

export const answerWords = {
  title: 'Answer a request for a review',
  outcome: 'Will there be a review?',
  outcomeMissing: 'Choose whether there will be a review',
  why: 'Why?',
  whyHint: 'They will read this. If there will be a review, say when, and who will come.',
  whyMissing: 'Give the reason. They will read it',
  keep: 'Send this answer',
  kept: 'The answer is in the record.',
  notYours: 'Whoever asked cannot answer: somebody else must.',
  refusing: 'If you say no, say in your answer how they can complain.',
} as const

export const holdWords = {
  title: 'Write down a review',
  intro: 'Write it with the person, in words that they would use. They read this page too.',
  type: 'What kind of review was it?',
  typeMissing: 'Choose what kind of review it was',
  involved: 'Who took part?',
  involvedMissing: 'Choose who took part',
  found: 'What did you find?',
  foundHint: 'What goes well, what does not, and what the person would like to be different.',
  foundMissing: 'Say what you found',
  changed: 'Have needs or circumstances changed, so that the plan no longer fits?',
  changedHint: 'If so, the law asks that needs are assessed again before the plan is changed.',
  changedMissing: 'Choose whether needs or circumstances have changed',
  leadsTo: 'What happens now?',
  leadsToMissing: 'Choose what happens now',
  keep: 'Keep this review in the record',
  kept: 'The review is in the record.',
} as const

export const TYPE_WORDS: Readonly<Record<EntryOf<'review'>['type'], string>> = {
  planned: 'Planned review',
  'light-touch': 'Light look in the first weeks',
  unplanned: 'Unplanned review',
  requested: 'Review that was asked for',
  'new-plan': 'Review of a new plan',
}

export const LEADS_TO_WORDS: Readonly<Record<EntryOf<'review'>['leads-to'], string>> = {
  'no-change': 'The plan stays as it is',
  'revise-plan': 'Change the plan; needs are the same',
  reassess: 'Assess needs again',
  end: 'The support ends',
}

/** What came of it, where it has come. */
export const FOLLOWED_WORDS: Readonly<Record<EntryOf<'review'>['leads-to'], string>> = {
  'no-change': '',
  'revise-plan': 'A new plan was issued',
  reassess: 'A new assessment was opened',
  end: 'Support was ended',
}

/** What is still owed. */
export const OWED_WORDS: Readonly<Record<EntryOf<'review'>['leads-to'], string>> = {
  'no-change': '',
  'revise-plan': 'The new plan has not been issued yet.',
  reassess: 'The new assessment has not been opened yet.',
  end: 'No support has ended yet.',
}
