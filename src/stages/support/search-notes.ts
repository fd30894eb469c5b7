import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { dayFromWords, readHeaded, writeHeaded } from '../../record/headed-words.ts'

// The record has no kind of its own for a provider who was asked. So it stands in a note of the plan, or of the option, for
// which somebody is looked for; each begins with a sentence that can be read back, and whoever reads the bare note loses nothing.

export const ANSWERS = ['yes', 'no', 'waiting'] as const
export type SearchAnswer = (typeof ANSWERS)[number]

/** Somebody was asked whether they can give the support. */
export type Asking = {
  readonly kind: 'asked'
  /** who was asked, in one line: most of them have no part in the record */
  readonly who: string
  readonly day: PlainDate
  readonly answer: SearchAnswer
  /** the line of the plan that it is for; undefined where the note is of an option */
  readonly line: string | undefined
  readonly said: string
  /** what happens until somebody is found */
  readonly meanwhile: string
}

/** What they answered later: a note of the first one. */
export type Answering = {
  readonly kind: 'answered'
  readonly day: PlainDate
  readonly answer: Exclude<SearchAnswer, 'waiting'>
  readonly said: string
}

const SAID = { yes: 'They said yes', no: 'They said no', waiting: 'They have not answered yet' } as const
const HEADINGS = {
  line: 'Line of the plan:',
  said: 'What they said:',
  meanwhile: 'Until somebody is found:',
} as const

const ASKED = /^Asked (\S.*) on (\d{1,2} [A-Z][a-z]+ \d{4})\. ([A-Z][a-z ]+)\.$/
const ANSWERED = /^Answered on (\d{1,2} [A-Z][a-z]+ \d{4})\. ([A-Z][a-z ]+)\.$/

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

export const writeAsking = ({ who, day, answer, line, said, meanwhile }: Omit<Asking, 'kind'>): string =>
  writeHeaded(HEADINGS, {
    says: `Asked ${oneLine(who)} on ${dateInWords(day)}. ${SAID[answer]}.`,
    line,
    said,
    meanwhile,
  })

export const writeAnswering = ({ day, answer, said }: Omit<Answering, 'kind'>): string =>
  writeHeaded(
    { said: HEADINGS.said },
    {
      says: `Answered on ${dateInWords(day)}. ${SAID[answer]}.`,
      said,
    },
  )

/** What a note tells of a search; undefined where it tells of none. */
export function readSearch(text: string): Asking | Answering | undefined {
  const { says, line, said = '', meanwhile = '' } = readHeaded(HEADINGS, text)
  const [, who = '', askedOn, first] = ASKED.exec(says) ?? []
  const asked = dayFromWords(askedOn)
  const answer = ANSWERS.find((each) => SAID[each] === first)
  if (asked !== undefined && answer !== undefined) {
    return { kind: 'asked', who, day: asked, answer, line, said, meanwhile }
  }
  const [, answeredOn, later] = ANSWERED.exec(says) ?? []
  const answered = dayFromWords(answeredOn)
  if (answered === undefined) return undefined
  if (later === SAID.yes) return { kind: 'answered', day: answered, answer: 'yes', said }
  return later === SAID.no ? { kind: 'answered', day: answered, answer: 'no', said } : undefined
}
