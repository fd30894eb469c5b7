export const words = {
  title: 'Wellbeing',
  intro: 'How your life is, in your own view. Say it now and then, and see what changes.',
  introOther: (name: string) => `How life is, in ${name}’s own view.`,
  none: 'Nothing has been said yet.',
  say: 'Say how life is now',
  first: 'First',
  now: 'Now',
  moved: { up: 'Better', down: 'Worse', same: 'The same', once: 'Said once' },
  caption: 'What was said, each time',
  readers: 'Everyone who plans or gives your support can read this.',
  numbers: 'Numbers from another instrument',
  numbersIntro:
    'The ASCOT SCT4, of which the council holds a licence. Its questions are not shown here; they are its owners’.',
  addNumbers: 'Bring in numbers from the ASCOT SCT4',
  own: 'What else do you want to keep an eye on?',
  ownHint: 'In your own words. For example: I swim when I like.',
  ownLevel: 'How is that now?',
  formTitle: 'How is your life now?',
  formTitleOther: (name: string) => `How ${name} says life is now`,
  formHint: 'Answer what you like. You can leave any of them out.',
  keep: 'Keep this in the record',
  kept: 'It is in the record.',
  wrong: 'Choose one of the five answers',
} as const

export const numbersWords = {
  title: 'Bring in numbers',
  intro:
    'For councils with a licence for the ASCOT SCT4. The instrument is filled in elsewhere; its numbers alone are kept here.',
  typed: 'The eight numbers',
  hint: 'One a line, from 0 (ideal) to 3 (high needs): control: 1, clean: 0, food, safety, social, occupation, accommodation, dignity.',
  missing: 'Enter the eight numbers',
  licensed: 'The council holds a licence for this instrument',
  licenceLegend: 'Licence',
  keep: 'Keep these numbers',
  kept: 'The numbers are in the record.',
} as const

export const heardWords = {
  title: 'How was the talk?',
  intro:
    'You can say how a talk went. It goes to the manager. Your worker cannot read it, unless you want them to. Nobody else can, now or later.',
  introFor: (name: string) =>
    `You can say for ${name} how a talk went. It goes to the manager. Those who work with ${name} cannot read it, unless ${name} wants them to.`,
  introManager: (name: string) =>
    `What ${name} says about how talks went. It is kept from those who work with them.`,
  introWorker: (name: string) =>
    `What ${name} says about how talks went goes to the manager. You read it where ${name} wants you to.`,
  team: 'If you tick this, your worker can read it. So can your advocate, whoever stands in for your worker, and a new worker. You cannot take that back. Leave it empty, and only you, who acts for you, and the manager can.',
  say: 'Say how a talk went',
  none: 'Nothing to read here yet.',
  withWorker: 'Your worker can read this. So can your advocate, and a new worker.',
  withWorkerOther: 'Those who work with them can read this, now and later. So can their advocate.',
  notWorker: 'Your worker cannot read this.',
  notWorkerOther: 'Those who work with them cannot read this.',
  formTitle: 'How was the talk?',
  formHint: 'Answer what you like. You can leave any of them out.',
  says: 'What else do you want to say?',
  saysHint: 'You can leave this empty.',
  seen: 'Who may read it?',
  teamOther: (name: string) =>
    `Tick this only if ${name} wants it. Then the worker can read it. So can an advocate, whoever stands in for the worker, and a new worker. It cannot be taken back.`,
  seenItem: 'My worker may read it too',
  seenItemOther: 'The worker may read it too',
  keep: 'Send this to the manager',
  kept: 'Thank you. The manager can read it now.',
  notYours: 'How a talk went is for the person to say, and to somebody else than their worker.',
  continuity: 'Who works with them',
  workers: (count: number) => `${count === 1 ? '1 worker' : `${count} workers`} in the last twelve months.`,
  since: (on: string) => `The worker of today has been there since ${on}.`,
} as const
