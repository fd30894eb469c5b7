export const words = {
  title: 'People at the table',
  introYou: 'These people have a part in your record. Each sees what their part needs, and no more.',
  intro: 'These people have a part in this record. Each sees what their part needs, and no more.',
  workers: (name: string) => `Who has worked with ${name}`,
  workersYou: 'Who has worked with you',
  nobodyYet: 'Nobody has been named yet.',
  handOver: 'Hand over to somebody else',
  name: 'Name who works with the person',
  add: 'Add somebody',
  ask: 'Ask a colleague or a provider to the table',
} as const

export const handOverWords = {
  title: 'Who works with the person',
  intro: 'From today. The person sees the change, and who made it.',
  to: 'Who works with them from today?',
  toMissing: 'Choose who works with them',
  nobody: 'There is nobody in your team who could be named here.',
  says: 'What should they know?',
  saysHint:
    'What matters to the person, what has been promised and what comes next, so that nobody has to tell it all again. The person reads this too.',
  keep: 'Hand over',
  kept: 'It is in the record who works with the person from today.',
  denied: 'They cannot be given a seat at this table.',
} as const

export const addWords = {
  title: 'Add somebody to the table',
  intro:
    'Somebody who says or does something in this record. This gives nobody a way in: whoever is to sign in is given that once it is sure who they are.',
  name: 'What are they called?',
  nameMissing: 'Enter their name',
  role: 'What is their part?',
  roleMissing: 'Choose their part',
  relationship: 'How do they know the person?',
  relationshipHint: 'For example: daughter, neighbour, GP. You can leave it empty.',
  keep: 'Add them',
  kept: 'They are at the table now.',
  there: 'Somebody of that name and part is at the table already.',
} as const

export const askWords = {
  title: 'Ask somebody to the table',
  intro:
    'They then sign in as themselves. A provider reads the record only while its support goes on; finance reads what it needs for the money.',
  who: 'Who is it?',
  missing: 'Choose who it is',
  nobody: 'Everybody who could be asked is at the table already.',
  keep: 'Ask them',
  kept: 'They have a seat at the table now.',
} as const

/** Who can be added by a page. Staff come by being named for the work; the person and the manager are there. */
export const ADDED_ROLES = [
  'carer',
  'family',
  'friend',
  'advocate',
  'attorney',
  'deputy',
  'provider',
  'nhs',
] as const

export const ROLE_CHOICES: Readonly<Record<(typeof ADDED_ROLES)[number], string>> = {
  carer: 'Cares for the person, unpaid',
  family: 'Family',
  friend: 'Friend or neighbour',
  advocate: 'Advocate',
  attorney: 'Attorney, by a lasting power of attorney',
  deputy: 'Deputy, appointed by the Court of Protection',
  provider: 'Gives support that is paid for',
  nhs: 'NHS',
}

export const assessorWords = {
  title: 'Who made the assessments',
  none: 'No assessment has been made yet.',
  notShown: 'Not shown',
  registered: 'Registered professional',
  trained: 'Trained in Care Act assessment',
  training: 'Training',
  unknown: 'Somebody whose name you cannot see',
  nobodyElse: 'Nobody who is shown to know the condition',
} as const
