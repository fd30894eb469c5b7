import type { CopyForm } from './decide.ts'

export const words = {
  title: 'Letters and copies',
  introYou: 'Everything here can be read, printed or taken away. You can have it in a form that suits you.',
  intro: 'Everything here can be read, printed or sent in a form that suits the person.',
  none: 'There is nothing yet to send.',
  notSent: 'No copy has gone out yet.',
  letter: 'Letter',
  large: 'Large print',
  easy: 'Easy read',
  text: 'Plain text',
  pdf: 'PDF',
  pdfLarge: 'PDF in large print',
  send: 'Write down that a copy went out',
  sendTitle: 'A copy went out',
  to: 'Who did it go to?',
  toMissing: 'Choose who it went to',
  as: 'In which form?',
  asMissing: 'Choose the form',
  readOver: 'I have read the easy read version over, and it says what the letter says',
  keep: 'Write it down',
  kept: 'It is in the record who got a copy, when, and in which form.',
  easyIntro:
    'This was made by the computer from the letter. Somebody must read it over before it goes out. There is room for a picture beside each row.',
  noPdf: [
    'This letter cannot be made into a PDF here.',
    'Open it as a page and print it instead: it says the same.',
  ],
} as const

export const FORM_WORDS: Readonly<Record<CopyForm, string>> = {
  letter: 'A letter on paper',
  online: 'A page online',
  email: 'An email',
  'easy-read': 'Easy read',
  'large-print': 'Large print',
  audio: 'Audio',
  braille: 'Braille',
  bsl: 'British Sign Language',
}
