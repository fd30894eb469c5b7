import { ADULT_OUTCOMES, TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { LADDER, LEVELS } from '../../domain/outcomes/ladder.ts'
import { HEARD, OWN_SCALE, OWN_SCALE_WORDS, itemInWords } from '../../domain/outcomes/own-scale.ts'
import { WELLBEING_AREAS } from '../../domain/outcomes/wellbeing.ts'
import type { MakePaperForm, PaperAnswer, PaperForm } from '../../record/paper-form.ts'
import { ownItems } from './view-measures.ts'
import { goalViews } from './view.ts'
import { attainedWords } from './words-goals.ts'
import { hopeWords } from './words-hopes.ts'
import { heardWords, words } from './words-measures.ts'
import { ATTAINED_CHOICES, ATTAINED_WORDS, tellWords } from './words.ts'

/** The name of an item’s field: items of the person’s own may hold any words. */
export const ownField = (place: number): string => `own-${place}`

const ladder: PaperAnswer = { kind: 'one', of: LEVELS.toReversed().map((level) => ({ text: LADDER[level] })) }
const scale: PaperAnswer = {
  kind: 'one',
  of: OWN_SCALE.toReversed().map((level) => ({ text: OWN_SCALE_WORDS[level] })),
}

export const HOPE_FORM: PaperForm = {
  number: 1,
  slug: 'hopes',
  title: hopeWords.title,
  intro: [
    'One form for one part of your life. Say it your way.',
    'What you hope for never lowers your money.',
  ],
  first: {
    name: 'topic',
    asks: 'Which part of your life is it about?',
    answer: { kind: 'one', of: ADULT_OUTCOMES.map((topic) => ({ text: TOPIC_WORDS[topic] })) },
  },
  questions: [
    { name: 'text', asks: hopeWords.text, hint: hopeWords.textHint, answer: { kind: 'words', lines: 6 } },
    { name: 'hoped', asks: hopeWords.hoped, answer: ladder },
    { name: 'level', asks: hopeWords.level, hint: hopeWords.levelHint, answer: ladder },
  ],
  goesTo: 'worker',
}

export const HEARD_FORM: PaperForm = {
  number: 4,
  slug: 'heard',
  title: heardWords.formTitle,
  intro: [heardWords.intro, heardWords.formHint],
  questions: [
    ...HEARD.map((item) => ({ name: item, asks: itemInWords(item), answer: scale })),
    { name: 'says', asks: heardWords.says, hint: heardWords.saysHint, answer: { kind: 'words', lines: 6 } },
    {
      name: 'seen',
      asks: heardWords.seen,
      hint: heardWords.team,
      answer: { kind: 'some', of: [{ text: heardWords.seenItem }] },
    },
  ],
  goesTo: 'manager',
}

/** With the items that the person has asked of themselves before. */
export const wellbeingForm: MakePaperForm = (state) => ({
  number: 7,
  slug: 'wellbeing',
  title: words.formTitle,
  intro: [words.formHint],
  questions: [
    ...WELLBEING_AREAS.map((area) => ({ name: area, asks: itemInWords(area), answer: scale })),
    ...ownItems(state).map((item, place) => ({ name: ownField(place), asks: item, answer: scale })),
    { name: 'own', asks: words.own, hint: words.ownHint, answer: { kind: 'words', lines: 2 } },
    { name: 'own-level', asks: words.ownLevel, answer: scale },
  ],
  goesTo: 'worker',
})

const attained: PaperAnswer = {
  kind: 'one',
  of: ATTAINED_CHOICES.map((value) => ({ text: ATTAINED_WORDS[value] ?? value })),
}

/** How it goes with one of the goals that are in the record. */
export const tellingForm: MakePaperForm = (state) => ({
  number: 8,
  slug: 'how-it-goes',
  title: tellWords.title,
  intro: [tellWords.paperIntro],
  questions: [
    {
      name: 'goal',
      asks: tellWords.goal,
      answer: { kind: 'one', of: goalViews(state).map(({ goal }) => ({ text: `“${goal.words}”` })) },
    },
    { name: 'says', asks: tellWords.says, hint: tellWords.saysHint, answer: { kind: 'words', lines: 6 } },
    { name: 'level', asks: tellWords.level, hint: tellWords.levelHint, answer: ladder },
    { name: 'attained', asks: attainedWords.attained, hint: attainedWords.hint, answer: attained },
  ],
  goesTo: 'worker',
})
