import { type PlainDate, dateInWords, plainDate } from '../dates/plain-date.ts'

// The steps towards a goal, and who does each: the person too. A step is a note of its goal with a beginning that a machine
// can read, and that it was done is another; so a step is only ever added to, and the goal’s own words stay as they are.

export type GoalStep = {
  readonly what: string
  /** the party who does it */
  readonly who: string
  readonly by?: PlainDate | undefined
}

export type StepDone = {
  /** the note in which the step stands */
  readonly step: string
  readonly says: string
}

/** What takes the place of a step, or of a word that it is done, when whoever said so takes it back. */
export type TakenBack =
  | { readonly kind: 'step'; readonly what: string }
  | { readonly kind: 'done'; readonly step: string }

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
/** As in an address, and brackets as well: they end the name. */
const coded = (id: string): string => encodeURIComponent(id).replaceAll('(', '%28').replaceAll(')', '%29')
function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id)
  } catch {
    return undefined
  }
}

const STEP = /^A step \(by ([^\s)]+)\): ([^\n]+?)(?:\nBy [^\n]*\((\d{4}-\d\d-\d\d)\)\.)?$/
const DONE = /^A step is done \(([^\s)]+)\)\.(?: ([^\n]+))?$/

const STEP_BACK = /^A step is taken out: ([^\n]+)$/
const DONE_BACK = /^A step is not done after all \(([^\s)]+)\)\.$/

/** The text of the note of a step. */
export const stepText = ({ what, who, by }: GoalStep): string =>
  `A step (by ${coded(who)}): ${oneLine(what)}${by === undefined ? '' : `\nBy ${dateInWords(by)} (${by}).`}`

/** What a note says of a step; undefined where it is a note like any other. */
export function readStep(text: string): GoalStep | undefined {
  const [, party = '', what, day] = STEP.exec(text) ?? []
  const who = decoded(party)
  if (what === undefined || who === undefined || who === '') return undefined
  const by = day === undefined ? undefined : plainDate(day)
  return { what, who, ...(by === undefined ? {} : { by }) }
}

/** The text of the note that a step was done. */
export const stepDoneText = ({ step, says }: StepDone): string =>
  `A step is done (${coded(step)}).${oneLine(says) === '' ? '' : ` ${oneLine(says)}`}`

export function readStepDone(text: string): StepDone | undefined {
  const [, id, says] = DONE.exec(text) ?? []
  const step = id === undefined ? undefined : decoded(id)
  return step === undefined ? undefined : { step, says: says ?? '' }
}

export const takenBackText = (back: TakenBack): string =>
  back.kind === 'step'
    ? `A step is taken out: ${oneLine(back.what)}`
    : `A step is not done after all (${coded(back.step)}).`

export function readTakenBack(text: string): TakenBack | undefined {
  const what = STEP_BACK.exec(text)?.[1]
  if (what !== undefined) return { kind: 'step', what }
  const id = DONE_BACK.exec(text)?.[1]
  const step = id === undefined ? undefined : decoded(id)
  return step === undefined ? undefined : { kind: 'done', step }
}
