import type { PaperAnswer, PaperForm } from '../../record/paper-form.ts'
import { DIFFICULTIES, DIFFICULTY_WORDS, STEP_WORDS, askWords } from './words.ts'

const yesOrNo: PaperAnswer = { kind: 'one', of: [{ text: 'Yes' }, { text: 'No' }] }

/** The four questions as the person is asked them, and whom they would like at their side. */
export const ADVOCACY_FORM: PaperForm = {
  number: 5,
  slug: 'help-to-take-part',
  title: 'Help to take part',
  intro: ['Would this be very hard for you without help? If it is, somebody can be at your side.'],
  first: {
    name: 'at',
    asks: askWords.at,
    answer: { kind: 'one', of: Object.values(STEP_WORDS).map((text) => ({ text })) },
  },
  questions: [
    ...DIFFICULTIES.map((each) => ({
      name: each,
      asks: `Very hard without help? ${DIFFICULTY_WORDS[each]}`,
      answer: yesOrNo,
    })),
    {
      name: 'supporter',
      asks: 'Who could help you to take part?',
      hint: 'Somebody you choose. Not somebody who is paid to care for you, and nobody from the council.',
      answer: { kind: 'words', lines: 2 },
    },
    { name: 'agrees', asks: 'Do you want that?', answer: yesOrNo },
    { name: 'says', asks: 'What else do you want to say about it?', answer: { kind: 'words', lines: 4 } },
  ],
  goesTo: 'worker',
}
