import type { EntryOf } from '../../record/entries.ts'

export const words = {
  title: 'Disagreements',
  intro:
    'Anyone at the table can say that something in this record is wrong. Until it is settled, everything that rests on it is marked.',
  none: 'Nobody disagrees with anything in this record.',
  open: 'Not settled yet',
  settled: 'Settled',
  putRight: (day: string) => `It was put right on ${day}. Now it says:`,
  pickOne:
    'To disagree with something, open it in the record or in the conversation and choose “This is wrong”.',
} as const

export const answerWords = {
  title: 'A disagreement',
  outcome: 'What is your answer?',
  why: 'Why?',
  whyHint: 'They will read this. Say what you looked at.',
  keep: 'Send this answer',
  kept: 'The answer is in the record.',
  notYours: 'Whoever raised it cannot answer it.',
} as const

export const OUTCOME_WORDS: Readonly<Record<EntryOf<'dispute-answered'>['outcome'], string>> = {
  accepted: 'Accepted: it was wrong',
  partly: 'Partly: some of it was wrong',
  refused: 'Not accepted: it stands',
}
