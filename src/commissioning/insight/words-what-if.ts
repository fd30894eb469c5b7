export const words = {
  title: 'What if',
  intro:
    'Move a price or a rule, and see what it would do to people, before anything is done. Nothing is kept, and no budget changes.',
  move: 'What to move',
  prices: 'Prices',
  rules: 'A weight and two rules',
  try: 'Show what it would do',
  back: 'Put everything back',
  result: 'What it would do',
  live: 'The figures follow while you move a price. The groups below follow when you stop.',
  groups: 'Who would gain and who would lose',
  groupsWhy: 'By group, so that nobody is hurt without anybody seeing it.',
  below:
    'Below what needs cost: the sum is less than what the agreed plan costs, or, without a plan, less than the sum at today’s prices.',
  people: 'Those whose sum would change most',
  peopleWhy:
    'Open one to see the whole sum before and after, line by line. The person can see that you looked.',
  nobody: 'Nobody’s sum would change.',
  everybody:
    'The sums are the indicative ones, worked out as they are for each person. What a plan costs is another matter: a price paid to providers does not fall because a model says so.',
  hidden: 'Too few to show',
  rule: 'For each person, hours of help times price, line by line, each rounded once, just as on their own page. In your browser nothing is known of anybody but hours and what their needs cost, in no order.',
  oneTitle: 'What a change would do to this sum',
  oneIntro: 'The same sum twice: at the model in force, and with the change. Nothing is kept.',
  now: 'Now',
  with: 'With the change',
  notIn: 'This is not in the sum.',
  same: 'These stay as they are',
  difference: 'Difference',
  none: 'No sum can be worked out for this person yet.',
  asToday: 'Nothing is moved: these are the figures of today.',
  nothingMoved: 'Nothing is moved, so both sums are the same. Begin at “What if”.',
} as const
