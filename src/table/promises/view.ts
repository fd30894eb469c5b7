import { type PlainDate, daysBetween } from '../../domain/dates/plain-date.ts'
import { type RecordState, isBefore } from '../../record/state.ts'
import { type Told, toldLater } from '../../record/told-later.ts'

// What somebody said they would do, by when, and what became of it: a referral, a form, a telephone call. Each is a note
// that can be read back, so that a program that knows nothing of promises still shows the sentence.

export type Promised = {
  readonly told: Told<'promised'>
  /** what is to be done, in one line */
  readonly step: string
  readonly party: string
  readonly by: PlainDate
  readonly standing:
    | { readonly kind: 'open'; readonly late: number }
    | { readonly kind: 'done'; readonly told: Told<'kept'> }
    | { readonly kind: 'not-done'; readonly told: Told<'handed-back'> }
}

/**
 * Every promise of the record, the last word on each: a promise that is made again, by somebody else or for another day,
 * stands in place of the one before. What is open comes first, by its day.
 */
export function promises(state: RecordState): readonly Promised[] {
  const last = new Map(toldLater(state, 'promised', undefined).map((told) => [told.later.step, told]))
  const done = toldLater(state, 'kept', undefined)
  const back = toldLater(state, 'handed-back', undefined)
  const after = <T extends Told<'kept'> | Told<'handed-back'>>(all: readonly T[], told: Told<'promised'>) =>
    all.findLast(({ later, note }) => later.step === told.later.step && isBefore(state, told.note, note))
  const found = [...last.values()].map((told): Promised => {
    const { step, party, by } = told.later
    const kept = after(done, told)
    const left = after(back, told)
    return {
      told,
      step,
      party,
      by,
      standing:
        kept !== undefined
          ? { kind: 'done', told: kept }
          : left !== undefined
            ? { kind: 'not-done', told: left }
            : { kind: 'open', late: Math.max(0, daysBetween(by, state.on)) },
    }
  })
  return found.toSorted((a, b) => rank(a) - rank(b) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
}

const rank = ({ standing }: Promised): number => (standing.kind === 'open' ? 0 : 1)

export const openPromises = (state: RecordState): readonly Promised[] =>
  promises(state).filter(({ standing }) => standing.kind === 'open')

/** Whoever promised it, whoever wrote that down, and the worker say what became of it. */
export const maySettle = (
  { told, party }: Promised,
  reader: string | undefined,
  isWorker: boolean,
): boolean => isWorker || (reader !== undefined && (party === reader || told.note.by === reader))
