import type { Level } from '../../domain/outcomes/ladder.ts'
import type { SeenBy } from './view.ts'

export const words = {
  title: 'Goals, and how it goes',
  intro:
    'What was hoped for, and how it goes since. Each of you says what you see. Nobody overwrites the other.',
  none: 'No goal is in the record yet.',
  nothing: 'Nobody has said yet how it goes.',
  apart: 'You see it differently. That is worth a talk.',
  picture: 'Over time',
  hoped: 'Hoped for',
  writtenOn: (day: string) => `Written down on ${day}.`,
  all: 'What each of you said',
  tell: 'Say how it goes',
} as const

export const tellWords = {
  title: 'Say how it goes',
  goal: 'Which goal?',
  paperIntro: 'One form for one goal. Say what you see, your way.',
  ownView: 'Nobody told me: it is what I see',
  goalMissing: 'Choose which goal it is about',
  says: 'How does it go?',
  saysHint: 'A sentence or two. Everyone at the table reads it.',
  saysMissing: 'Say in a few words how it goes',
  level: 'Which of these is nearest to how it is now?',
  levelHint: 'You can leave this out.',
  keep: 'Keep this in the record',
  kept: 'It is in the record. Everyone at the table can see it.',
} as const

const SEEN_BY_WORDS: Readonly<Record<SeenBy, string>> = {
  person: 'The person',
  worker: 'The worker',
  provider: 'Whoever gives support',
}

/** Who saw it; to the person themselves it says “You”. */
export const seenByWords = (own: boolean, by: SeenBy): string =>
  by === 'person' && own ? 'You' : SEEN_BY_WORDS[by]

/** From much more than hoped to much less. */
export const ATTAINED_CHOICES = ['2', '1', '0', '-1', '-2'] as const

/** A step of the ladder where there is little room. */
export const STEP_WORDS: Readonly<Record<Level, string>> = {
  4: 'on my own',
  3: 'with equipment or time',
  2: 'with a prompt',
  1: 'with some help',
  0: 'someone does it',
}

/** The goal attainment scale, where somebody used it. */
export const ATTAINED_WORDS: Readonly<Record<string, string>> = {
  '-2': 'much less than hoped',
  '-1': 'less than hoped',
  '0': 'as hoped',
  '1': 'more than hoped',
  '2': 'much more than hoped',
}
