export const words = {
  title: 'Over time',
  intro: 'How you manage, from the first day to the last, and what was said then.',
  introOther: (name: string) =>
    `How ${name} manages, from the first day to the last, and what was said then.`,
  hours: 'Hours of support a week, as planned',
  hoursAlone: 'Fewer hours alone prove nothing. Read them together with the steps above.',
  both: 'The same hours may help with other parts of life as well.',
  noHours: 'No hours of support are planned for this part of life.',
  said: 'What was said then',
  once: 'Spoken of on one day only',
  onceIntro: 'There is nothing to compare yet.',
  none: 'Nobody has said yet how things are on the ladder.',
} as const

export const bothWords = {
  title: 'Choice and independence',
  intro: 'Two questions, side by side. Was what you wanted met? And do you do more for yourself than before?',
  introOther: (name: string) =>
    `Two questions, side by side. Was what ${name} wanted met? And do they do more for themselves than before?`,
  equal: 'Neither counts for more than the other. You may want less help, or more. It is your life.',
  unknown: 'It cannot be told yet.',
  unknownNeeds: (what: string) => `What is missing: ${what}.`,
  corners: {
    'met-grew': 'You got what you wanted, and you do more for yourself.',
    'met-not': 'You got what you wanted. You do not do more for yourself than before.',
    'not-met-grew': 'You do more for yourself. You did not get what you wanted.',
    'not-met-not': 'You did not get what you wanted, and you do not do more for yourself.',
  },
  short: {
    'met-grew': 'Wish met, does more',
    'met-not': 'Wish met, does not do more',
    'not-met-grew': 'Wish not met, does more',
    'not-met-not': 'Wish not met, does not do more',
  },
  here: 'This is where it stands',
  talk: 'This is worth a talk.',
  why: 'How this was worked out',
  rule: (own: boolean) =>
    `Most of the wishes that can be told must be met. The last who spoke counts, ${own ? 'you' : 'the person'} or a worker. All steps up and down are added, each as one and the same pair of eyes saw it first and last. What whoever is paid for the support says alone does not count.`,
} as const
