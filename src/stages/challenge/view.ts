import { dayOfEntry } from '../../domain/checks/clocks.ts'
import { standardsFor } from '../../domain/checks/standards.ts'
import { type Waiting, waitingFor } from '../../domain/checks/waiting.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Entry } from '../../record/entries.ts'
import { restingOn } from '../../record/resting.ts'
import type { Dispute, RecordState } from '../../record/state.ts'

/** Undefined where the years of the calendar of bank holidays do not reach: then no day is promised. */
export const clockOf = (state: RecordState, { dispute }: Dispute): Waiting | undefined =>
  waitingFor(state, {
    from: dayOfEntry(dispute),
    count: standardsFor(state.policy)['answer-days'],
    unit: 'working-days',
    stages: [],
    what: 'An answer',
  })

/** What was said to be wrong, as it stood then, where it was put right since. */
export const asItWas = (
  state: RecordState,
  { dispute }: Dispute,
): { readonly entry: Entry; readonly putRight: PlainDate } | undefined => {
  const told = state.told.find(({ entry }) => entry.id === dispute.of)
  const correction = state.told.find(({ entry }) => entry.id === told?.correctedBy)
  return told === undefined || correction === undefined
    ? undefined
    : { entry: told.entry, putRight: correction.day }
}

/** What rests on the disputed entry, and would have to be looked at again. */
export const restsOn = (state: RecordState, { of }: Dispute): readonly Entry[] =>
  of === undefined ? [] : restingOn(state, of.id)
