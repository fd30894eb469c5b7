export const words = {
  steps: 'Steps, and who does them',
  noSteps: 'No step is written down yet.',
  addStep: 'Add a step',
  done: 'Done',
  late: 'The day has passed',
  markDone: 'This is done',
  noWord: 'Nothing said yet.',
  lookAtHope: 'See what was hoped for and thought possible',
  change: 'Change this goal',
  add: 'Add a goal',
} as const

export const stepWords = {
  title: 'Add a step',
  what: 'What will be done?',
  whatHint: 'One thing that somebody can do. For example: ring the pool and ask when it is quiet.',
  whatMissing: 'Say what will be done',
  who: 'Who does it?',
  whoMissing: 'Choose who does it',
  by: 'By when?',
  byHint: 'You can leave this empty. For example, 30 9 2027',
  byWrong: 'By when must be a real day, such as 30 9 2027',
  byOutside: 'By when must be today or later',
  keep: 'Keep this step',
  kept: 'The step is in the record.',
  doneTitle: 'This step is done',
  step: 'Which step is done?',
  stepMissing: 'Choose the step that is done',
  says: 'How did it go?',
  saysHint: 'You can leave this empty.',
  keepDone: 'Keep this in the record',
  keptDone: 'It is in the record that the step is done.',
} as const

export const attainedWords = {
  title: 'How far the goals were reached',
  attained: 'Compared with what was hoped for, how did it go?',
  hint: 'You can leave this out.',
  score: (score: string) => `All goals together: ${score}. 50 means that the goals were reached as hoped.`,
  caveats: [
    'It is for planning together, and for nothing else. Nobody is paid by it, and no support or money hangs on it.',
    'It cannot be used to compare two people. Everybody’s goals are their own, and some are harder than others.',
    'It moves with the number of goals: the same result for three goals gives another figure than for one.',
    'It is only as good as the words of the goals. Easy goals give a high figure.',
    'What whoever gives the support says of their own work is left out of it.',
  ],
  how: 'How this was worked out',
  formula:
    'Each goal counts from −2 (much less than hoped) to 2 (much more). The sum of these, times 10, is divided by the root of 0.7 times the number of goals and 0.3 times its square, and added to 50.',
  source: 'The corrected formula of goal attainment scaling, with every goal of the same weight.',
} as const
