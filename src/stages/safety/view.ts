import { dayOfEntry, hasWords } from '../../domain/checks/clocks.ts'
import { comesAfter } from '../../domain/checks/order.ts'
import { type Waiting, tookUntil, waitingFor } from '../../domain/checks/waiting.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type Headed, readHeaded } from '../../record/headed-words.ts'
import { type RecordState, all } from '../../record/state.ts'

export type Event = EntryOf<'safeguarding'>

/** When it is looked at again whether something is still to be kept from somebody stands in the note of the entry. */
export const KEPT_HEADINGS = { again: 'Whether it is still kept is looked at again:' } as const

export const keptIn = (entry: Entry): Headed<keyof typeof KEPT_HEADINGS> =>
  readHeaded(KEPT_HEADINGS, entry.note)

/** Within so many days a concern leads to an enquiry, or to the reasons why none is needed: see `safeguarding-unasked`. */
const WITHIN_DAYS = 7

/** One concern and what came of it, up to the next concern. */
export type Matter = {
  /** the concern; an enquiry where nobody wrote down a concern before it */
  readonly first: Event
  readonly events: readonly Event[]
  /** what the person wants, each time that it was asked */
  readonly wants: readonly Event[]
  readonly closed: boolean
  /** how long an enquiry or its reasons have been waited for */
  readonly clock: Waiting | undefined
  readonly took: string | undefined
}

export function matters(state: RecordState): readonly Matter[] {
  const every = all(state, 'safeguarding')
  const starts = every.filter(({ event }, place) => event === 'concern' || place === 0)
  return starts
    .map((start, place): Matter => {
      const next = starts[place + 1]
      const events = every.filter(
        (event) =>
          (event === start || comesAfter(state, event, start)) &&
          (next === undefined || comesAfter(state, next, event)),
      )
      // One enquiry may take up two concerns.
      const taken = every.find(
        (event) =>
          (event === start || comesAfter(state, event, start)) &&
          (event.event === 'enquiry' || (event.event === 'no-enquiry' && hasWords(event.why))),
      )
      const allowance = {
        from: dayOfEntry(start),
        count: WITHIN_DAYS,
        unit: 'days',
        stages: [],
        what: 'An enquiry, or the reasons why there is none,',
      } as const
      return {
        first: start,
        events,
        wants: events.filter(({ wants }) => hasWords(wants)),
        closed: events.some(({ event }) => event === 'closed' || event === 'no-enquiry'),
        clock: taken === undefined ? waitingFor(state, allowance) : undefined,
        took:
          taken === undefined || taken === start ? undefined : tookUntil(state, allowance, dayOfEntry(taken)),
      }
    })
    .toReversed()
}

/** What is kept from somebody and may be shown again: what the reader sees of it. */
export const keptEntries = (state: RecordState): readonly Entry[] =>
  state.entries.filter(
    ({ withheld, kind }) =>
      withheld !== undefined && (kind === 'safeguarding' || kind === 'statement' || kind === 'capacity'),
  )
