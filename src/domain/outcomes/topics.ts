/** The ten outcomes of regulation 2(2) of the eligibility regulations (SI 2015/313), in the order of its letters (a) to (j). */
export const ADULT_OUTCOMES = [
  'nutrition',
  'hygiene',
  'toilet',
  'clothing',
  'home-safety',
  'home-upkeep',
  'relationships',
  'work-learning',
  'community',
  'parenting',
] as const

/** The eight outcomes of regulation 3(2), for a carer. */
export const CARER_OUTCOMES = [
  'carer-child',
  'carer-others',
  'carer-home',
  'carer-nutrition',
  'carer-relationships',
  'carer-work',
  'carer-community',
  'carer-recreation',
] as const

/** What else people speak of. */
export const FURTHER_TOPICS = [
  'about-me',
  'strengths',
  'health',
  'night',
  'money',
  'communication',
  'home',
  'family',
  'history',
] as const

export const TOPICS = [...ADULT_OUTCOMES, ...FURTHER_TOPICS, ...CARER_OUTCOMES] as const

export type AdultOutcome = (typeof ADULT_OUTCOMES)[number]
export type CarerOutcome = (typeof CARER_OUTCOMES)[number]
export type Topic = (typeof TOPICS)[number]

export const isAdultOutcome = (topic: string): topic is AdultOutcome => ADULT_OUTCOMES.some((t) => t === topic)
export const isCarerOutcome = (topic: string): topic is CarerOutcome => CARER_OUTCOMES.some((t) => t === topic)
export const isTopic = (topic: string): topic is Topic => TOPICS.some((t) => t === topic)

/** Headings in plain words, as both sides read them. */
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  nutrition: 'Eating and drinking',
  hygiene: 'Washing and keeping clean',
  toilet: 'Using the toilet',
  clothing: 'Dressing for the day and the weather',
  'home-safety': 'Getting around home safely',
  'home-upkeep': 'Keeping your home fit to live in',
  relationships: 'Family, friends and other people',
  'work-learning': 'Work, learning and volunteering',
  community: 'Getting out and about',
  parenting: 'Looking after a child',
  'about-me': 'About you',
  strengths: 'What you are good at',
  health: 'Your health',
  night: 'Nights',
  money: 'Money and paperwork',
  communication: 'How you like to talk and be told things',
  home: 'Where you live',
  family: 'What this means for those around you',
  history: 'What happened before',
  'carer-child': 'Caring for a child',
  'carer-others': 'Caring for someone else as well',
  'carer-home': 'Keeping your own home going',
  'carer-nutrition': 'Eating properly yourself',
  'carer-relationships': 'Your own family and friends',
  'carer-work': 'Your own work or learning',
  'carer-community': 'Getting to places you need',
  'carer-recreation': 'Time for yourself',
}
