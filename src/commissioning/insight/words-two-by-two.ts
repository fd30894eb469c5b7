import type { WishFound } from '../../domain/outcomes/two-by-two.ts'

export const WISH_WORDS: Readonly<Record<WishFound, string>> = {
  met: 'What they wanted was met',
  'not-met': 'What they wanted was not met',
}

export const words = {
  title: 'Choice and independence',
  intro:
    'Two questions about each person, and neither stands above the other. Was what they wanted met? Do they do more for themselves than when we began?',
  talk: 'To discuss',
  talkWhy:
    'Some had what they wanted and lost ground. Some gained ground and did not have what they wanted. Neither is wrong in itself. Ask the people.',
  talkWho: 'Each manager finds the records of their own team here, and can open them.',
  metFell: 'Met, and lost ground',
  grewAgainst: 'Not met, and gained ground',
  unknown: 'Nobody can tell yet',
  unknownWhy:
    'To be counted, a person or a worker must have said how it went with what was wanted, and how a part of life is now, a second time.',
  grew: 'Does more for themselves',
  notGrew: 'The same, or less',
  among: 'Whose',
  choose: 'Show',
  everybody: 'Everybody',
  tooFew:
    'There are fewer than 5 people in this group, or there is no such group. Nothing is shown of it, so that nobody can be recognised.',
  few: 'Too few to show, or left out with one that is',
  proof:
    'This proves nothing about a team or a provider. Who came to them, and how ill they were, is not in it.',
  rule: 'A wish is met when the last to speak of it, the person or a worker, says so. What a provider says about its own work decides nothing. Independence grew when the steps on the ladder go up, all parts of life together, as one and the same person saw it first and last.',
} as const
