import { dayOfEntry, daysInWords, resumeOf } from '../../domain/checks/clocks.ts'
import { dateInWords, daysBetween } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

export type Hold = {
  readonly hold: EntryOf<'hold'>
  readonly resume: EntryOf<'resume'> | undefined
  /** how long it lasted, or has lasted */
  readonly says: string
  readonly overdue: boolean
}

/** What was put on hold, the latest first. */
export const holds = (state: RecordState): readonly Hold[] =>
  all(state, 'hold')
    .map((hold): Hold => {
      const resume = resumeOf(state, hold)
      const from = dayOfEntry(hold)
      const until = hold.until === undefined ? undefined : dayOfWhen(hold.until)
      if (resume !== undefined) {
        const days = daysInWords(daysBetween(from, dayOfEntry(resume)))
        return {
          hold,
          resume,
          says: `It went on again on ${dateInWords(dayOfEntry(resume))}, after ${days}.`,
          overdue: false,
        }
      }
      const overdue = until !== undefined && state.on > until
      const so = `It has been on hold for ${daysInWords(daysBetween(from, state.on))}`
      const says =
        until === undefined
          ? `${so}, with no end.`
          : overdue
            ? `${so}. It was to end on ${dateInWords(until)}: ${daysInWords(daysBetween(until, state.on))} ago.`
            : `${so}. It ends on ${dateInWords(until)}.`
      return { hold, resume, says, overdue }
    })
    .toReversed()

export const openHolds = (state: RecordState): readonly Hold[] =>
  holds(state).filter(({ resume }) => resume === undefined)
