// The same facts as on the whole page, in shorter words: one idea at a time.

export const easyWords = {
  intro: 'This is about being hurt, scared, robbed or left alone.',
  asked: 'First we ask what you want to happen. It counts all the way.',
  askedOther: (name: string) => `First we ask what ${name} wants to happen. It counts all the way.`,
  none: 'Nobody has written down a worry.',
  kept: 'Something in this record is not shown to you.',
  since: (day: string, ground: string) => `Since ${day}: ${ground}.`,
  concern: (day: string) => `A worry, ${day}`,
  other: (what: string, day: string) => `${what}, ${day}`,
  open: 'This is still open.',
  closed: 'This is closed.',
  notAsked: 'This has not been asked yet.',
  told: 'How it was told:',
  why: 'Why:',
  keptFrom: (names: string) => `Kept from ${names}.`,
  again: 'Looked at again:',
} as const
