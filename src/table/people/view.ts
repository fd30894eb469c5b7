import { type PlainDate, daysBetween } from '../../domain/dates/plain-date.ts'
import { type RecordState, all, workerOf } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** Somebody who works or worked with the person, and for how long; without an end, until today. */
export type Stay = {
  readonly worker: string
  readonly from: PlainDate
  readonly until: PlainDate | undefined
}

/** The workers in the order in which they came. */
export function stays(state: RecordState): readonly Stay[] {
  const found: Stay[] = []
  for (const { worker, event, on } of all(state, 'worker')) {
    const last = found.findIndex((stay) => stay.worker === worker && stay.until === undefined)
    const open = found[last]
    if (event === 'allocated' && open === undefined)
      found.push({ worker, from: dayOfWhen(on), until: undefined })
    if (event === 'left' && open !== undefined) found[last] = { ...open, until: dayOfWhen(on) }
  }
  return found
}

/** Days without anybody between one worker and the next, and since the last. */
export function daysWithNobody(state: RecordState): number {
  const theirs = stays(state)
  const first = theirs[0]
  if (first === undefined) return 0
  let covered = first.from
  let without = 0
  for (const { from, until } of theirs) {
    if (from > covered) without += daysBetween(covered, from)
    const end = until ?? state.on
    if (end > covered) covered = end
  }
  return workerOf(state) === undefined && state.on > covered
    ? without + daysBetween(covered, state.on)
    : without
}
