import { AREAS, AREA_WORDS, type Area } from '../../domain/population/traits.ts'
import { shownInWords, shownTo } from './view-counts.ts'

/** Of whom: as the database gives it. */
export type Of = { readonly kind: 'council' } | { readonly kind: 'team'; readonly team: string }

export type RoomName = 'waits' | 'two-by-two' | 'fairness' | 'fit' | 'what-if' | 'calibration' | 'publish'

/** The rooms of insight, in the order in which they are offered. */
export const ROOMS: readonly {
  readonly name: RoomName
  readonly says: string
  readonly about: string
  readonly councilOnly: boolean
}[] = [
  {
    name: 'waits',
    says: 'Waits and workloads',
    about: 'Who waits for what, for how long, what is on hold and whether the person was told.',
    councilOnly: false,
  },
  {
    name: 'two-by-two',
    says: 'Choice and independence',
    about: 'Was what people wanted met, and do they do more for themselves than before?',
    councilOnly: false,
  },
  {
    name: 'fairness',
    says: 'Fairness',
    about: 'For the same needs, does everybody get the same? Does it pay to know your way about?',
    councilOnly: true,
  },
  {
    name: 'fit',
    says: 'Fit',
    about: 'What people are offered, against what they need and hope for. What nobody offers.',
    councilOnly: true,
  },
  {
    name: 'what-if',
    says: 'What if',
    about: 'Change a price or a rule, and see what it would do to people before you do it.',
    councilOnly: false,
  },
  {
    name: 'calibration',
    says: 'Calibration',
    about: 'The model beside what plans came to. Which prices would have come nearer, and for whom.',
    councilOnly: false,
  },
  {
    name: 'publish',
    says: 'Publish',
    about: 'How the Act is applied, for everybody to read. Once a month, in your name.',
    councilOnly: true,
  },
]

export const words = {
  title: 'Insight',
  intro:
    'Figures of many people, made from their records. There is no name in them. They are made by the same rules that work out one person’s page.',
  rule: 'How this is counted',
  looks: 'Open one only if you have a reason to. Each look is kept, and the person can see it.',
  behind:
    'Something has changed since these figures were read. They are being read again: open the page anew in a few seconds.',
  beingRead: 'Figures are still being read',
  beingReadWhy:
    'The service has just been started, and reads everybody’s figures once. That takes a few seconds, and nothing is wrong.',
  lookAgain: 'Open this page again',
  none: 'There is nobody in these figures yet.',
  few: 'Fewer than 5',
  fewWhy:
    'Small numbers are not shown, so that nobody can be recognised. Sometimes another number is left out with them, or the small one could be worked out.',
} as const

const isArea = (team: string): team is Area => AREAS.some((area) => area === team)

const capitals = (id: string): string =>
  id
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ')

/** A team by the council's own name: its area's where it is called by one, else its own with a capital: `north` is “North”. */
export const teamInWords = (team: string): string => (isArea(team) ? AREA_WORDS[team] : capitals(team))

/** How many there are is a number like any other: for the council it is rounded, or two of them a day apart would tell of one. */
export function whoseFigures(of: Of, people: number): string {
  const count = countInWords(of, people)
  const many = count === '1' ? '1 person' : `${count} people`
  return of.kind === 'council' ? `The whole council: ${many}` : `Your team, ${teamInWords(of.team)}: ${many}`
}

/** A count as its reader may see it. */
export const countInWords = (of: Of, count: number): string => shownInWords(shownTo(of, count))

/** Figures know an organisation by its id in the records: `brightwater-care` is read as “Brightwater Care”. */
export const providerInWords = capitals
