import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { dayFromWords, penceFromWords, readHeaded, writeHeaded } from '../../record/headed-words.ts'

// Money or support that is given while something is decided. The record has no kind for it, and a plan or a budget would say
// that it had been decided. So it stands in a note that begins with a sentence that can be read back.

export type Given =
  | { readonly kind: 'weekly'; readonly sum: Pence<'week'> }
  | { readonly kind: 'once'; readonly sum: Pence<'once'> }
  /** support itself, and no money */
  | { readonly kind: 'support' }

export type Meantime = {
  readonly kind: 'given'
  readonly given: Given
  readonly from: PlainDate
  /** the last day: what is given for now always has one */
  readonly to: PlainDate
  /** what it is for, or what the support is, in one line */
  readonly what: string
  /** what is being decided meanwhile */
  readonly awaits: string
  /** who decided it, by name; undefined where it was whoever wrote the note */
  readonly decidedBy: string | undefined
  /** what follows when it ends */
  readonly follows: string
  /** what it does not decide, besides what is true of all of them */
  readonly not: string
}

/** What came of it: a note of the first one. */
export type MeantimeEnded = { readonly kind: 'ended'; readonly day: PlainDate; readonly says: string }

const HEADINGS = {
  awaits: 'Until this is decided:',
  decidedBy: 'Decided by:',
  follows: 'When it ends:',
  not: 'It does not decide:',
} as const

const GIVEN =
  /^In the meantime, (support|£[\d,]+\.\d{2} (?:a week|once)) from (\d{1,2} [A-Z][a-z]+ \d{4}) to (\d{1,2} [A-Z][a-z]+ \d{4}): (\S.*)\.$/
const ENDED = /^This help in the meantime ended on (\d{1,2} [A-Z][a-z]+ \d{4})\.$/

/** One line, without the full stop that the sentence around it has. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '')

/** `£120.00 a week`, `£300.00 once`, `support`. */
export function givenInWords(given: Given): string {
  switch (given.kind) {
    case 'support':
      return 'support'
    case 'once':
      return `${inWords(given.sum)} once`
    case 'weekly':
      return `${inWords(given.sum)} a week`
  }
}

function givenFromWords(words: string): Given | undefined {
  if (words === 'support') return { kind: 'support' }
  const [amount, ...often] = words.split(' ')
  if (often.join(' ') === 'once') {
    const sum = penceFromWords<'once'>(amount)
    return sum === undefined ? undefined : { kind: 'once', sum }
  }
  const sum = penceFromWords<'week'>(amount)
  return sum === undefined ? undefined : { kind: 'weekly', sum }
}

export const writeMeantime = ({ given, from, to, what, ...parts }: Omit<Meantime, 'kind'>): string =>
  writeHeaded(HEADINGS, {
    ...parts,
    says: `In the meantime, ${givenInWords(given)} from ${dateInWords(from)} to ${dateInWords(to)}: ${oneLine(what)}.`,
  })

export const writeEnded = ({ day, says }: Omit<MeantimeEnded, 'kind'>): string =>
  writeHeaded(
    { came: 'What came of it:' },
    {
      says: `This help in the meantime ended on ${dateInWords(day)}.`,
      came: says,
    },
  )

/** What a note tells of help in the meantime; undefined where it tells of none. */
export function readMeantime(text: string): Meantime | MeantimeEnded | undefined {
  const { says, awaits = '', decidedBy, follows = '', not = '' } = readHeaded(HEADINGS, text)
  const [, words = '', fromWords, toWords, what = ''] = GIVEN.exec(says) ?? []
  const [from, to, given] = [dayFromWords(fromWords), dayFromWords(toWords), givenFromWords(words)]
  if (from !== undefined && to !== undefined && given !== undefined) {
    return { kind: 'given', given, from, to, what, awaits, decidedBy, follows, not }
  }
  const ended = readHeaded({ came: 'What came of it:' }, text)
  const day = dayFromWords(ENDED.exec(ended.says)?.[1])
  return day === undefined ? undefined : { kind: 'ended', day, says: ended.came ?? '' }
}
