import { type RecordState, nameOf } from '../../record/state.ts'
import type { Topic } from '../outcomes/topics.ts'

/** `a`, `a and b`, `a, b and c`. */
export const inList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** Topics in the middle of a sentence to the worker. */
const TO_WORKER: Readonly<Record<Topic, string>> = {
  nutrition: 'eating and drinking',
  hygiene: 'washing and keeping clean',
  toilet: 'using the toilet',
  clothing: 'dressing',
  'home-safety': 'getting around at home safely',
  'home-upkeep': 'keeping the home fit to live in',
  relationships: 'family, friends and other people',
  'work-learning': 'work, learning and volunteering',
  community: 'getting out and about',
  parenting: 'looking after a child',
  'about-me': 'who they are',
  strengths: 'what they are good at',
  health: 'health',
  night: 'nights',
  money: 'money',
  communication: 'how they like to talk and be told things',
  home: 'where they live',
  family: 'what this means for those around them',
  history: 'what happened before',
  'carer-child': 'caring for a child',
  'carer-others': 'caring for someone else as well',
  'carer-home': 'keeping the carer’s own home going',
  'carer-nutrition': 'the carer’s own meals',
  'carer-relationships': 'the carer’s own family and friends',
  'carer-work': 'the carer’s own work or learning',
  'carer-community': 'getting to places the carer needs',
  'carer-recreation': 'the carer’s time off',
}

/** The same to the person, who is "you". */
const TO_PERSON: Readonly<Partial<Record<Topic, string>>> = {
  'home-upkeep': 'keeping your home fit to live in',
  'about-me': 'who you are',
  strengths: 'what you are good at',
  communication: 'how you like to talk and be told things',
  home: 'where you live',
  health: 'your health',
  night: 'your nights',
  family: 'what this means for those around you',
}

export const topicsToWorker = (topics: readonly Topic[]): string =>
  inList(topics.map((topic) => TO_WORKER[topic]))
export const topicsToPerson = (topics: readonly Topic[]): string =>
  inList(topics.map((topic) => TO_PERSON[topic] ?? TO_WORKER[topic]))

export const namesOf = (state: RecordState, parties: readonly string[]): string =>
  inList(parties.map((party) => nameOf(state, party)))

/** The one whom something is about, as a sentence to the person names them: themselves is `you`. */
export const youOr = (state: RecordState, party: string): string =>
  party === state.person.id ? 'you' : nameOf(state, party)

export const possessive = (name: string): string => `${name}’s`
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
export const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]
