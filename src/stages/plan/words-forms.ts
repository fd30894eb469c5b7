import type { EntryOf } from '../../record/entries.ts'

import type { SupportUnit } from '../../domain/allocation/support.ts'
import type { Response, SignOff } from './view.ts'

export const answerWords = {
  title: 'Do you agree with the plan?',
  anyTitle: 'An answer to the plan',
  titleFor: (name: string) => `Does ${name} agree with the plan?`,
  intro:
    'You can agree with all of it, with some of it, or with none of it. Support that you have goes on meanwhile.',
  introFor: (name: string, role: string) =>
    `You answer for ${name}, as their ${role}. Your own name stands beside the answer.`,
  extent: 'What is your answer?',
  says: 'What do you want to say to it?',
  saysHint: 'Where you do not agree: what is wrong, and what you need.',
  wants: 'What would make it right?',
  wantsHint: 'You can leave this empty.',
  lines: 'Answer line by line, if you like',
  keep: 'Send this answer',
  kept: 'Your answer is in the record.',
  keptDisagreed: 'Your answer is in the record, and the council owes you an answer to it.',
} as const

export const EXTENT_CHOICES: Readonly<Record<Response['extent'], string>> = {
  agrees: 'I agree with all of it',
  partly: 'I agree in part',
  disagrees: 'I do not agree',
}

export const couldNotWords = {
  title: 'They could not answer',
  intro:
    'You cannot answer for them. Write down why there is no answer. It does not count as one: the plan stays a draft, and they are asked again.',
  because: 'Why could they not answer?',
  becauseHint: 'For example, that they were ill on the day. Say when you will ask again, and how.',
  keep: 'Write this down',
  kept: 'It is in the record. They have still to be asked.',
  nobody: 'Only the person, or somebody who acts for them, answers the plan.',
} as const

export const GOAL_TYPES: Readonly<Record<EntryOf<'goal'>['type'], string>> = {
  gain: 'To do more',
  keep: 'To keep what there is',
  'slow-decline': 'To lose it more slowly',
  experience: 'To live through something that matters',
}

export const goalWords = {
  title: 'Add a goal',
  titleChange: 'Change a goal',
  words: 'What do you want to do, or to keep?',
  wordsFor: 'What do they want to do, or to keep? In their own words',
  wordsHint: 'Write it as you would say it: “To make dal from start to finish”.',
  topics: 'Which parts of life is it about?',
  type: 'What kind of goal is it?',
  now: 'How is it now?',
  hoped: 'What do you hope for?',
  hopedFor: 'What do they hope for?',
  hopedHint: 'Hoping for little takes nothing away: no sum falls because of it.',
  agreed: 'What was agreed, if it was talked about?',
  byWhen: 'By when?',
  talked: 'What was said about it?',
  talkedHint: 'Above all where what is hoped for and what others think possible are not the same.',
  levelWrong: 'Choose one of the five steps of the ladder',
  why: 'Why does it change?',
  together: 'It was written together, at the table',
  keep: 'Keep this goal',
  kept: 'The goal is in the record.',
  notYours: 'Goals are written by the person, by those at their side, and by those who work with them.',
} as const

export const lineWords = {
  title: 'Add a line',
  titleChange: 'Change a line',
  needs: 'Which needs is it for?',
  goals: 'Which goals is it for?',
  what: 'What is it?',
  whatHint: 'For example: home care, mornings.',
  form: 'What kind of support is it?',
  provider: 'Who gives it?',
  unit: 'What is it counted in?',
  amount: 'How many a week?',
  amountHint:
    'Where it is bought once: how many. Use 0 where a need is met with nothing that has to be counted.',
  price: 'What does one cost, in pounds?',
  priceHint: 'The sum a week is worked out from the two, to the penny.',
  funder: 'Who pays?',
  way: 'How is it arranged?',
  effect: 'What does it do to what the person can do?',
  why: 'Why is it in the plan?',
  changeWhy: 'Why is it not as it was?',
  changeWhyHint: 'The person reads this beside what was there before.',
  keep: 'Keep this line in the draft',
  kept: 'A new version of the draft is in the record.',
} as const

export const removeWords = {
  title: 'Take a line out',
  why: 'Why does it go?',
  whyHint: 'The person reads this beside what was there before.',
  keep: 'Take this line out of the draft',
} as const

export const draftWords = {
  title: 'Write the plan together',
  intro:
    'Each change that is kept is a new version. Nothing is lost, and nothing is in force until it is issued.',
  add: 'Add a line',
  none: 'The draft has no line yet.',
  wishes: 'What matters most to the person?',
  contingency: 'What happens if something goes wrong?',
  contingencyHint: 'If nobody comes, if a carer is ill, if there is a stay in hospital.',
  prevent: 'What could prevent needs, make them less, or delay them?',
  review: 'By when is it looked at again?',
  involved: 'Who was it made with?',
  keep: 'Keep this in the draft',
  notInPlan: 'Accepted options that are not in the draft',
  noAddress:
    'This line was written in another system and cannot be changed here. Add a new line in its place.',
  meanwhile: 'What changed while you were writing',
} as const

export const issueWords = {
  title: 'Issue the plan',
  intro:
    'What is issued is in force. The person is asked whether they agree, and it is shown as a draft until they have answered.',
  missing: 'Still missing',
  less: 'What becomes less',
  lessIntro:
    'Less is not issued until each line that falls has its reason, how the need is still met, what it rests on, and the person’s own part in it.',
  why: 'Why does it fall?',
  met: 'How is the need still met?',
  basis: 'What does it rest on?',
  part: 'What part did the person have in it?',
  noBasis:
    'There is no reassessment, review or request since then in the record. Less cannot be issued before there is one.',
  none: 'Nothing that the council pays for becomes less.',
  keep: 'Issue this version',
  kept: 'The plan is issued. It is to be answered, and a copy is to be given.',
} as const

export const signWords = {
  title: 'Decide on the plan',
  intro: 'This is your decision, in your name. They will read the reason.',
  decision: 'What do you decide?',
  ground: 'On what ground, where you do not approve it?',
  why: 'Why?',
  keep: 'Record this decision',
  kept: 'Your decision is in the record.',
  notYours: 'A manager decides on the plan. You can read what they decided on its page.',
} as const

export const DECISION_CHOICES: Readonly<Record<SignOff['decision'], string>> = {
  approved: 'Approve it',
  returned: 'Send it back to be changed',
  refused: 'Refuse it',
}

export const budgetWords = {
  title: 'The personal budget',
  intro:
    'What it costs the council to meet the needs that it must or has decided to meet: what of it the person pays, and what the council pays.',
  introYou:
    'What it costs to meet your needs: those that the council must meet, and those that it chose to meet. It says what you pay, and what the council pays.',
  cost: 'What meeting the needs costs',
  lines: 'Line by line',
  free: 'Free, and no part of the budget',
  freeSays: 'Help to get skills back is free for its first six weeks.',
  once: 'Bought once, apart from the week',
  others: 'Given or paid by others, and no part of the budget',
  recorded: 'As it stands in the record',
  notRecorded: 'This statement is not in the record yet.',
  differs:
    'The plan’s lines give another sum today than the statement in the record. The difference is shown below.',
  unassessed: 'Nobody has assessed what the person can pay, so nothing is asked of them.',
  note: 'What should stand beside it?',
  noteHint: 'For example, why it is not the indicative sum.',
  keep: 'Put this statement in the record',
  kept: 'The statement is in the record.',
} as const

export const UNIT_WORDS: Readonly<Record<SupportUnit, string>> = {
  hour: 'hours',
  night: 'nights',
  day: 'days',
  week: 'weeks: a sum by the week',
  visit: 'visits',
  mile: 'miles',
  month: 'months: a part of a month each week',
  once: 'bought once',
}
