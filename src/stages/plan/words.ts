import type { Funder } from '../../record/plan-words.ts'
import type { Place, Response, SignOff } from './view.ts'

export const words = {
  title: 'The plan',
  none: 'There is no plan yet.',
  noneHow:
    'A plan is made together, from the options and the money on the table. Nothing is decided before it.',
  sum: 'What it costs',
  aWeek: 'a week in all',
  costed: 'What the plan costs decides. The indicative sum was a starting point.',
  lines: 'What is in it',
  needs: 'Each need, and how it is met',
  needsIntro: 'The council has to see that every eligible need is met.',
  goals: 'Goals',
  noGoals: 'No goal has been written down yet.',
  rest: 'What else is in the plan',
  answers: 'What was said to it',
  noAnswers: 'Nobody has answered this version yet.',
  signOff: 'What the manager decided',
  versions: 'Every version',
  wishes: 'What matters most',
  contingency: 'If something goes wrong',
  review: 'Looked at again by',
  prevent: 'What could prevent or delay needs',
  involved: 'Made with',
  notSaid: 'Nothing is written here.',
  once: 'Bought once, and no part of the week',
  unmet: 'Nothing in this version meets it',
  unmetNewer: 'It was found after this version was made. The next version has to meet it.',
  eligible: 'Eligible: the council must see that it is met.',
  notEligible: 'Not found eligible.',
  undecided: 'Found earlier. No decision in this record speaks of it.',
} as const

export const MARK_WORDS = {
  draft: 'This is a draft. It is not in force.',
  unanswered: 'This version has been issued, and is not agreed: nobody has answered it yet.',
} as const

export const PLACE_WORDS: Readonly<Record<Place, string>> = {
  draft: 'Draft',
  'in-force': 'In force',
  'earlier-draft': 'Earlier draft',
  replaced: 'Replaced',
}

export const EXTENT_WORDS: Readonly<Record<Response['extent'], string>> = {
  agrees: 'agrees',
  partly: 'agrees in part',
  disagrees: 'does not agree',
}
export const EXTENT_YOU: Readonly<Record<Response['extent'], string>> = {
  agrees: 'agree',
  partly: 'agree in part',
  disagrees: 'do not agree',
}

export const SIGNED_WORDS: Readonly<Record<SignOff['decision'], string>> = {
  approved: 'Approved',
  returned: 'Sent back to be changed',
  refused: 'Refused',
}

export const GROUND_WORDS: Readonly<Record<NonNullable<SignOff['ground']>, string>> = {
  cost: 'What it costs',
  quality: 'How good it is',
  missing: 'Something is missing',
  unlawful: 'It would not be lawful',
}

export const FUNDER_WORDS: Readonly<Record<Funder, string>> = {
  council: 'The council',
  person: 'The person',
  nhs: 'The NHS',
  family: 'The family',
  community: 'The community',
}

export const changesWords = {
  title: 'What changed, and why',
  same: 'Nothing differs between the two.',
  sentences: 'In words',
  picture: 'Line by line, before and after',
  text: 'In the text',
  money: 'In money',
  noReason: 'No reason given',
  notShown: 'Not shown',
  asItWas: 'As it was',
  found: 'What the law says about it',
} as const
