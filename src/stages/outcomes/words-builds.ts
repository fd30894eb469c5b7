import type { Builder } from './view-builds.ts'

export const words = {
  title: 'What could help to get there',
  intro: 'These build what you can do. You say which you want. You can say no to all of them.',
  introOther:
    'These build what a person can do. The person says which they want, and may say no to all of them.',
  offered: 'Offered so far',
  none: 'Nothing that builds was offered yet.',
  notOffered: 'Not offered yet',
  offer: 'Put one on the table',
  near: 'Near by',
  noNeed: 'Options are offered for a need. No need is recorded for this part of life yet.',
  liked: (place: number) => `You like it ${place === 1 ? 'most' : `at place ${place}`}.`,
  likedOther: (place: number) => `Liked ${place === 1 ? 'most' : `at place ${place}`}.`,
  accepted: 'Yes',
  refused: 'No',
  open: 'No answer yet.',
} as const

export const BUILDER_WORDS: Readonly<Record<Builder, { readonly name: string; readonly such: string }>> = {
  equipment: {
    name: 'Equipment',
    such: 'a thing that makes it easier, such as a grab rail or a kettle tipper',
  },
  technology: {
    name: 'Technology',
    such: 'such as a phone that shows the way, or a door that you open from your chair',
  },
  reablement: {
    name: 'Reablement',
    such: 'a few weeks of help to do it yourself again; the first six weeks are free',
  },
  skill: { name: 'A skill', such: 'somebody who shows you how, and steps back bit by bit' },
  community: { name: 'A group or place', such: 'people near by who do it too' },
}
