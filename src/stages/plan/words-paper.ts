import { LADDER, LEVELS } from '../../domain/outcomes/ladder.ts'
import { ADULT_OUTCOMES, FURTHER_TOPICS, TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import type { PaperAnswer, PaperForm } from '../../record/paper-form.ts'
import { GOAL_TYPES, goalWords } from './words-forms.ts'

export const GOAL_TOPICS = [...ADULT_OUTCOMES, ...FURTHER_TOPICS] as const

const ladder: PaperAnswer = { kind: 'one', of: LEVELS.toReversed().map((level) => ({ text: LADDER[level] })) }

export const GOAL_FORM: PaperForm = {
  number: 2,
  slug: 'goals',
  title: 'A goal of mine',
  intro: ['One form for one goal. You can leave out what you like, but not the first three.'],
  questions: [
    { name: 'words', asks: goalWords.words, hint: goalWords.wordsHint, answer: { kind: 'words', lines: 5 } },
    {
      name: 'topics',
      asks: goalWords.topics,
      answer: { kind: 'some', of: GOAL_TOPICS.map((topic) => ({ text: TOPIC_WORDS[topic] })) },
    },
    {
      name: 'type',
      asks: goalWords.type,
      answer: { kind: 'one', of: Object.values(GOAL_TYPES).map((text) => ({ text })) },
    },
    { name: 'now', asks: goalWords.now, answer: ladder },
    { name: 'hoped', asks: goalWords.hoped, hint: goalWords.hopedHint, answer: ladder },
    { name: 'agreed', asks: goalWords.agreed, answer: ladder },
    { name: 'by', asks: goalWords.byWhen, answer: { kind: 'day' } },
    { name: 'talked', asks: goalWords.talked, answer: { kind: 'words', lines: 3 } },
  ],
  goesTo: 'worker',
}
