import type { Says } from './words-daily.ts'

/** Topics of a life with other people in it. */
export const LIFE: Readonly<Record<'relationships' | 'work-learning' | 'community' | 'parenting', Says>> = {
  relationships: {
    0: [
      'I see nobody but the people who are paid to come.',
      'I cannot call or visit anyone unless somebody does it with me from beginning to end.',
    ],
    1: [
      'I would ring my friends if someone helped me with the telephone.',
      'I get to see my family when somebody takes me and stays.',
    ],
    2: [
      'I fall out with people. It goes better when there is someone to talk it through with.',
      'I stay in bed unless somebody says: today is the day you see your sister.',
    ],
    3: ['I write to people on the tablet; the big letters help.', 'I see my friends, only less often.'],
    4: ['My friends come, and I go to them.', 'My family rings every day. That side of life is in order.'],
  },
  'work-learning': {
    0: ['I would like to learn something. I would need somebody with me all the time.'],
    1: ['I can do the work with a coach beside me.', 'I went to the course when somebody came with me.'],
    2: ['I can hold the job if somebody checks in with me.', 'I need to be reminded to go, then I go.'],
    3: ['With the screen reader I do what others do.', 'I volunteer one morning; the pace suits me.'],
    4: [
      'I worked for forty years. That is enough.',
      'I have my work and it goes well.',
      'I do not want work or classes, thank you.',
    ],
  },
  community: {
    0: [
      'I have not been past the front door since last year.',
      'I go where I am pushed, and that is to the clinic.',
    ],
    1: [
      'I cannot manage the bus by myself. With someone I would go to the market again.',
      'I go out when there is somebody to push the chair.',
      'I used to go to the club on Thursdays. I need someone to go with.',
    ],
    2: [
      'I get lost. I am fine when somebody is near.',
      'Crowds are too much alone. With someone I know, I can do it.',
    ],
    3: ['With the scooter I do my own shopping.', 'I take the dial-a-ride and plan the day around it.'],
    4: ['I go where I please.', 'I walk into town most days.'],
  },
  parenting: {
    0: ['I cannot lift or bath the baby at all.'],
    1: ['I need help to get the children washed, fed and to school.'],
    2: ['I manage the children with somebody to plan the week with me.'],
    3: ['I look after them. Mornings take me longer than other people.'],
    4: ['No children at home.', 'My children are grown up.', 'There is no child to look after.'],
  },
}

export const ABOUT_ME: readonly string[] = [
  'I like the radio, strong tea and to be asked before anybody moves my things.',
  'I was a bus driver. I know every street here and I miss them.',
  'I am a private person. Knock, and wait.',
  'Music is what keeps me going. Loud, if the neighbours are out.',
  'My faith matters to me, and Friday is the day for it.',
  'I have always done things for other people. Being helped is new.',
  'I say what I think. Better that you know.',
  'My dog is my company. Whatever we plan, he is in it.',
  'I like my mornings slow and my evenings with the football.',
  'I sewed for a living and I still see every crooked seam.',
  'I want my own front door and my own key.',
  'I get tired after lunch. Ask me things before.',
  'I like to laugh. If it cannot be done with a laugh I would rather not do it.',
  'I grew up by the sea and I want to see it sometimes.',
]

/** What somebody who lives with the person says of what it means for them. */
export const FAMILY: readonly string[] = [
  'We manage. I would not say that we rest.',
  'I do it gladly, and I am tired. Both are true.',
  'The evenings are hard. I cannot leave the house then.',
  'I sleep with one ear open.',
  'I have gone down to three days at work because of it.',
  'We get on well. I only need to know that somebody else has a key.',
]

/** How a worker puts what they saw; what is thought possible is said beside it, as a level. */
export const OBSERVED: readonly string[] = [
  'Seen at home. What was said is what it looks like.',
  'Tried it together, twice, without hurry. With practice and the right things more may be possible.',
  'Watched from beginning to end. The start is the hard part; once begun it goes.',
  'Better sitting than standing, and better before noon.',
  'Went through it step by step. Two of the five steps need no help.',
  'Tired after ten minutes; a break helped.',
]

/** What a carer says of what they see or do. */
export const CARER_SEES: readonly string[] = [
  'I help with this most days, and it takes longer than it did.',
  'It is as they say. On a bad day it is worse.',
  'I do this at weekends. In the week somebody else must.',
  'I am there for it, and I can go on as long as my back does.',
  'They would not ask for it. They do need it.',
]

/** Councils that there are not, for those who move from one to another. */
export const OTHER_COUNCILS = [
  'Eastmere Council',
  'Saltwick Council',
  'Dunholme Borough',
  'West Tarn Council',
] as const

export const MOVES_HERE = [
  'We move here next month, to be near the children. The council where we live has a plan for us.',
  'I have a flat in Northmoor from the first. I have support where I am now, and it must not stop.',
  'My sister has found me a place near her. I need to know that there will be help from the day I come.',
] as const

export const WORKED_ON_DRAFT = [
  'Nearly. Do not send somebody new without ringing me first.',
  'Most of it. The mornings must be earlier, or I miss the bus.',
  'Yes to the help. Put in that I cook, and they only lift.',
  'It is all right, but the words are not mine. I am not “non-compliant”.',
] as const
