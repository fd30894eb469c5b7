import type { Channel, Trouble } from '../../platform/outbox/carrier.ts'
import type { CopyForm } from './decide.ts'
import type { PostState } from './store.ts'

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
  docx: 'Document to edit',
  pdfLarge: 'PDF in large print',
  send: 'Send a copy',
  sendTitle: 'Send a copy',
  to: 'Who does it go to?',
  toMissing: 'Choose who it goes to',
  as: 'In which form?',
  asMissing: 'Choose the form',
  way: 'How does it go?',
  wayHint: 'What you give or send yourself is written down, and nothing is sent from here.',
  wayMissing: 'Choose how it goes',
  readOver: 'I have read the easy read version over, and it says what the letter says',
  keep: 'Write it down and send it',
  keepByHand: 'Write it down',
  kept: 'It is in the record who gets a copy, when, and in which form.',
  easyIntro:
    'This was made by the computer from the letter, pictures and all. Somebody must read it over before it goes out.',
  noPdf: [
    'This letter cannot be made into a PDF here.',
    'Open it as a page and print it instead: it says the same.',
  ],
  reachTitle: 'Where letters go',
  reachIntroYou:
    'Tell us how to reach you. Leave empty what we should not use. Only those who send your letters see it.',
  reachIntro:
    'How everybody here can be reached. Only they themselves and those who send the letters see it.',
  reachNobody: 'Nobody’s address here is yours to see.',
  reachNotYours: 'This address is not yours to change.',
  reachChange: 'Change',
  reachNone: 'Not given',
  reachKeep: 'Keep it',
  reachKept: 'From now on letters go there.',
  again: 'Send it again',
  againDone: 'It goes out again.',
  againNot: 'It could not be sent again. Look at the address first: there may be none any more.',
  outboxTitle: 'What was sent',
  outboxIntro: 'Letters of the people whose letters you send. What came back comes first.',
  outboxNone: 'Nothing was sent from here yet.',
} as const

export const packWords = {
  title: 'Appeal pack',
  intro:
    'One document with the whole chain: what was said, decided, disputed and answered, by whom and when, with the law and the sums. Take it to whoever helps you, to the council or to the Ombudsman.',
  link: 'Put everything into one document (appeal pack)',
  contents: 'Contents',
  pdf: 'PDF with page numbers',
  docx: 'Document to edit',
  text: 'Plain text',
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

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: 'Email',
  phone: 'Text message',
  post: 'Post',
}

export const ADDRESS_WORDS: Readonly<Record<Channel, string>> = {
  email: 'Email address',
  phone: 'Mobile number',
  post: 'Postal address',
}

export const BY_HAND = 'I give or send it myself'

const BY: Readonly<Record<Channel, string>> = { email: 'by email', phone: 'by text message', post: 'by post' }

/** `It waits to go by email.` What became of it, in one sentence. */
export function stateInWords(state: PostState, channel: Channel, trouble: Trouble | undefined): string {
  switch (state) {
    case 'waits':
      return trouble === undefined
        ? `It waits to go ${BY[channel]}.`
        : `It did not go ${BY[channel]} yet. ${TROUBLE_WORDS[trouble]} We try again.`
    case 'went':
      return `It went ${BY[channel]}.`
    case 'arrived':
      return `It arrived ${BY[channel]}.`
    case 'came-back':
      return `It came back. ${trouble === undefined ? '' : TROUBLE_WORDS[trouble]}`.trim()
    case 'given-up':
      return `It did not go. ${trouble === undefined ? '' : TROUBLE_WORDS[trouble]} We no longer try.`
  }
}

const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  address: 'Nobody can be reached at this address.',
  refused: 'Nothing may be sent to this address.',
  settings: 'The service that sends our letters did not take it: its settings here must be looked at.',
  busy: 'The service that sends our letters had too much to do.',
  away: 'The service that sends our letters could not be reached.',
}

/** A short word beside the sentence, for those who look over many. */
export const STATE_TAGS: Readonly<Record<PostState, { readonly text: string; readonly class: string }>> = {
  waits: { text: 'Waits', class: 'govuk-tag--blue' },
  went: { text: 'Went', class: 'govuk-tag--green' },
  arrived: { text: 'Arrived', class: 'govuk-tag--green' },
  'came-back': { text: 'Came back', class: 'govuk-tag--red' },
  'given-up': { text: 'Did not go', class: 'govuk-tag--red' },
}
