import type { RecordState } from './state.ts'

// A form as it is filled in on paper. Its number and the numbers of its questions are the same as on the screen, so that
// whoever types what was written finds each question in its place.

export type PaperChoice = { readonly text: string; readonly hint?: string | undefined }

export type PaperAnswer =
  /** so many lines to write on */
  | { readonly kind: 'words'; readonly lines: number }
  /** boxes of which one is ticked, or as many as one likes */
  | { readonly kind: 'one' | 'some'; readonly of: readonly PaperChoice[] }
  /** boxes for day, month and year */
  | { readonly kind: 'day' }

export type PaperQuestion = {
  /** the name of its field on the screen */
  readonly name: string
  readonly asks: string
  readonly hint?: string | undefined
  readonly answer: PaperAnswer
}

/** To whom a form goes: the worker, or somebody else than the worker. */
export type PaperReader = 'worker' | 'manager'

export type PaperForm = {
  readonly number: number
  /** its address, kebab case */
  readonly slug: string
  readonly title: string
  readonly intro: readonly string[]
  /** asked before the first number: what on the screen is the page itself, such as the part of life */
  readonly first?: PaperQuestion | undefined
  readonly questions: readonly PaperQuestion[]
  readonly goesTo: PaperReader
}

/** A form may ask again what somebody has asked of themselves before, in their own words. */
export type MakePaperForm = (state: RecordState) => PaperForm

/** The number of a question; undefined where the form has none of that name. */
export function numberOf({ questions }: Pick<PaperForm, 'questions'>, name: string): number | undefined {
  const place = questions.findIndex((question) => question.name === name)
  return place === -1 ? undefined : place + 1
}

/** `2. Which step would you like to be on?`; the words alone where the paper does not ask it. */
export function numbered(form: Pick<PaperForm, 'questions'>, name: string, says: string): string {
  const number = numberOf(form, name)
  return number === undefined ? says : `${number}. ${says}`
}

/** How somebody who writes for another says that it came on paper. */
export const onPaper = (number: number): string => `said on paper, form ${number}, read back`
