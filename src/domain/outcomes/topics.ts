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

export const isAdultOutcome = (topic: string): topic is AdultOutcome =>
  ADULT_OUTCOMES.some((t) => t === topic)
export const isCarerOutcome = (topic: string): topic is CarerOutcome =>
  CARER_OUTCOMES.some((t) => t === topic)
export const isTopic = (topic: string): topic is Topic => TOPICS.some((t) => t === topic)

/** Headings in plain words; the same for everyone who reads them, so they say neither "you" nor "they". */
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  nutrition: 'Eating and drinking',
  hygiene: 'Washing and keeping clean',
  toilet: 'Using the toilet',
  clothing: 'Dressing for the day and the weather',
  'home-safety': 'Getting around home safely',
  'home-upkeep': 'Keeping the home fit to live in',
  relationships: 'Family, friends and other people',
  'work-learning': 'Work, learning and volunteering',
  community: 'Getting out and about',
  parenting: 'Looking after a child',
  'about-me': 'About me',
  strengths: 'What I am good at',
  health: 'Health',
  night: 'Nights',
  money: 'Money and paperwork',
  communication: 'Talking, and being told things',
  home: 'Where I live',
  family: 'What this means for those around',
  history: 'What happened before',
  'carer-child': 'A carer’s own child',
  'carer-others': 'Caring for someone else as well',
  'carer-home': 'A carer’s own home',
  'carer-nutrition': 'A carer’s own meals',
  'carer-relationships': 'A carer’s own family and friends',
  'carer-work': 'A carer’s own work or learning',
  'carer-community': 'A carer getting to places they need',
  'carer-recreation': 'A carer’s time for themselves',
}
