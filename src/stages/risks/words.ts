import type { EntryOf } from '../../record/entries.ts'
import type { View } from '../../record/told-later.ts'

export const words = {
  title: 'Risks worth taking',
  intro:
    'Some things are worth a risk. Here both sides are weighed: what could be good, and what could go wrong. A look at what could go wrong alone is half a look.',
  none: 'No risk has been weighed here yet.',
  weigh: 'Weigh a risk',
  lookAgain: 'Look again on',
  lookedAgain: 'Looked at again',
  overdue: 'Look again now',
  noDay: 'Nobody has said when to look at this again.',
} as const

export const DECISION_WORDS: Readonly<Record<EntryOf<'risk'>['decision'], string>> = {
  'go-ahead': 'Go ahead',
  'go-ahead-with-safeguards': 'Go ahead, made safer',
  'not-now': 'Not now',
}

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  agrees: 'Agrees',
  disagrees: 'Does not agree',
  unsure: 'Is not sure',
}

export const weighWords = {
  title: 'Weigh a risk',
  intro: 'One thing that the person wants to do. They read all of this, and so does everyone at the table.',
  activity: 'What is it?',
  activityHint: 'For example: being alone at night at home.',
  activityMissing: 'Say what it is',
  wish: 'What does the person want, in their own words?',
  wishMissing: 'Write down what the person wants, in their own words',
  good: 'What could be good about it?',
  goodHint: 'What it would bring, and what would be lost without it.',
  goodMissing: 'Say what could be good about it: a risk is weighed on both sides',
  harm: 'What could go wrong?',
  harmMissing: 'Say what could go wrong',
  whom: 'For whom?',
  whomHint: 'The person, and anybody else: who gains, and who could be hurt.',
  whomMissing: 'Say for whom it could be good, and for whom it could go wrong',
  safeguards: 'What would make it safer?',
  safeguardsHint: 'One thing on each line. Leave it empty if nothing is needed.',
  understands: 'What does the person understand of it?',
  understandsHint: 'Use their own words where you can.',
  understandsMissing: 'Say what the person understands of it',
  decision: 'What was decided?',
  decisionMissing: 'Choose what was decided',
  why: 'Why?',
  whyMissing: 'Give the reason',
  again: 'When will you look at it again?',
  againHint: 'For example, 27 3 2027.',
  againMissing: 'Enter the day on which you look at it again',
  againWrong: 'The day on which you look at it again must be a real day, such as 27 3 2027',
  keep: 'Keep this in the record',
  kept: 'It is in the record. Everyone at the table can say what they think of it.',
} as const

export const viewWords = {
  title: 'Who agrees, and who does not',
  none: 'Nobody has said yet what they think of it.',
  say: 'Say what you think of it',
  write: 'Write down what somebody thinks',
  who: 'Who thinks so?',
  whoMissing: 'Choose who thinks so',
  view: 'Do they agree?',
  viewOwn: 'Do you agree?',
  viewMissing: 'Choose whether they agree',
  why: 'Why?',
  whyHint: 'In their own words.',
  whyMissing: 'Say why',
  keep: 'Keep this in the record',
  kept: 'It is in the record. Nobody’s view overwrites another’s.',
} as const

export const happenedWords = {
  title: 'What happened since',
  none: 'Nothing has been written down.',
  write: 'Write down something that happened',
  intro:
    'Something that went wrong, or nearly did. It is shown together with what was decided, and with what was known on that day.',
  what: 'What happened?',
  whatMissing: 'Say what happened',
  day: 'On which day?',
  dayHint: 'For example, 27 3 2026.',
  dayMissing: 'Enter the day on which it happened',
  dayWrong: 'The day on which it happened must be a real day, such as 27 3 2026',
  keep: 'Keep this in the record',
  kept: 'It is in the record, beside what was known on that day.',
  fair: 'That something went wrong does not show that the decision was wrong. Read it with what was known then.',
  known: 'What was known and decided on that day',
  later: 'Written down only later',
} as const

export const lookedWords = {
  title: 'Look at it again',
  intro:
    'Is it still right? If something else is decided, weigh it anew: what was decided before stays in the record.',
  what: 'What did you find?',
  whatMissing: 'Say what you found',
  keep: 'Keep this in the record',
  kept: 'It is in the record that it was looked at again.',
} as const
