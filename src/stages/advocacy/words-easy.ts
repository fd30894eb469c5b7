// The same facts as on the whole page, in shorter words: one idea at a time.

export const easyWords = {
  intro: 'Is it very hard for you to take part without help?',
  introOther: (name: string) => `Is it very hard for ${name} to take part without help?`,
  side: 'Then somebody is at your side: someone you choose, or an advocate.',
  sideOther: (name: string) => `Then somebody is at ${name}’s side: someone they choose, or an advocate.`,
  hard: (what: string) => `${what}: very hard without help.`,
  notHard: (what: string) => `${what}: not very hard.`,
  help: (name: string) => `Who could help: ${name}.`,
  want: 'Do you want that?',
  wantOther: (name: string) => `Does ${name} want that?`,
  advocate: (name: string) => `The advocate: ${name}.`,
  said: 'What was said about it:',
  asked: (name: string, day: string) => `${name} asked the four questions on ${day}.`,
  began: (step: string, day: string) => `${step}, since ${day}.`,
  notAsked: 'The four questions were not asked.',
  notAgain: (day: string) => `They were not asked again. They were last asked on ${day}.`,
  askedOn: (day: string) => `They were asked on ${day}.`,
  independent: 'An advocate does not work for the council.',
  reads:
    'They read this record. They do not read about your savings and income, a carer’s own part, how talks went, or who looked.',
  readsOther: (name: string) =>
    `They read this record. They do not read about ${name}’s savings and income, a carer’s own part, how talks went, or who looked.`,
  says: 'They can speak, ask and disagree for you. What they say counts as yours.',
  saysOther: (name: string) =>
    `They can speak, ask and disagree for ${name}. What they say counts as ${name}’s.`,
} as const
