import type { PaperForm } from '../../record/paper-form.ts'
import { words } from './words.ts'

/** What happened, and what the person wants to happen, in their own words. */
export const SAFETY_FORM: PaperForm = {
  number: 6,
  slug: 'what-happened',
  title: 'What happened, and what I want to happen',
  intro: [
    words.danger,
    'Use this if somebody hurts you, scares you, takes what is yours, or does not look after you.',
    'Keep it where only you can find it until you give it away.',
  ],
  questions: [
    {
      name: 'about',
      asks: 'What happened?',
      hint: 'What you saw or heard, who was there, and when.',
      answer: { kind: 'words', lines: 7 },
    },
    {
      name: 'wants',
      asks: 'What do you want to happen?',
      hint: 'You can also say what you do not want.',
      answer: { kind: 'words', lines: 8 },
    },
    {
      name: 'from',
      asks: 'Is there somebody who must not read this?',
      answer: { kind: 'words', lines: 2 },
    },
  ],
  goesTo: 'worker',
}
