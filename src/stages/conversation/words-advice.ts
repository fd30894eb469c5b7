import type { Followed } from '../../record/told-later.ts'

export const adviceWords = {
  title: 'Was this advice followed?',
  intro:
    'What a professional saw weighs, and it does not decide. Where it is not followed, the person and whoever gave it are owed the reason.',
  said: 'What was said',
  followed: 'Was it followed?',
  followedMissing: 'Choose whether it was followed',
  why: 'What came of it, or why was it not followed?',
  whyMissing: 'Say what came of it, or why it was not followed',
  keep: 'Keep this in the record',
  kept: 'It is in the record what became of this advice.',
  ask: 'Say whether this was followed',
} as const

export const FOLLOWED_WORDS: Readonly<Record<Followed, string>> = {
  yes: 'Followed',
  'in-part': 'Followed in part',
  no: 'Not followed',
}
