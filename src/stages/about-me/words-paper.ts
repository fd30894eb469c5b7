import { ABOUT_ME } from '../../record/about-me.ts'
import type { PaperForm } from '../../record/paper-form.ts'
import { PART_WORDS, formWords, words } from './words.ts'

export const ABOUT_FORM: PaperForm = {
  number: 3,
  slug: 'about-me',
  title: words.title,
  intro: [words.intro, formWords.hint],
  questions: [
    ...ABOUT_ME.map(({ part, topic }) => ({
      name: topic,
      asks: PART_WORDS[part].ask,
      answer: { kind: 'words', lines: 5 } as const,
    })),
    { name: 'varies', asks: formWords.varies, answer: { kind: 'words', lines: 5 } },
  ],
  goesTo: 'worker',
}
