import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Eligibility',
  intro:
    'What the facts in this record give under the rules. The rules do not decide: a named person at the council does, with reasons, and their decision stands beside it.',
  given: 'What the recorded facts give',
  decision: 'What the council decided',
  nothingOwn: 'There is no assessment of your own needs yet.',
  notDecided: 'The council has not decided yet.',
  stillNeeded: 'What is still to be asked',
  stillNeededIntro: 'The rules cannot say yet. These are the next questions.',
  outcomes: 'One by one',
  metByCarer: 'Who meets a need without pay',
  metByCarerIntro: 'Needs are counted as if nobody helped without pay. Help from a carer is set beside them.',
  differs: 'The decision and the recorded facts differ',
  same: 'The decision and the recorded facts agree.',
  decide: 'Decide',
} as const

export const CONDITION_WORDS = {
  cause: 'A physical or mental cause',
  outcomes: 'Parts of daily life that cannot be managed',
  impact: 'A significant effect on wellbeing',
} as const

export const CARER_CONDITION_WORDS = {
  cause: 'The care that is given is necessary',
  outcomes: 'Health at risk, or a part of life that cannot be managed',
  impact: 'A significant effect on the carer’s wellbeing',
} as const

export const MET_WORDS = { yes: 'Yes', no: 'No', open: 'Not known yet' } as const

export const FINDING_WORDS = {
  shown: 'Cannot manage without help',
  'not-shown': 'Can manage',
  open: 'Still to be asked',
  none: 'No need found',
} as const

export const decideWords = {
  title: 'Decide on eligibility',
  intro:
    'This is your decision, in your name. Give a reason for each need and for the whole. They will read it.',
  whole: 'Taken together, are the needs eligible?',
  reasons: 'What are the reasons?',
  keep: 'Record this decision',
  kept: 'The decision is in the record.',
} as const

export const ELIGIBLE_WORDS = (decided: Pick<EntryOf<'eligibility'>, 'eligible'>): string =>
  decided.eligible ? 'Eligible' : 'Not eligible'
