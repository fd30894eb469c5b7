import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { daysBetween } from '../dates/plain-date.ts'
import type { Check, Hit } from './check.ts'
import {
  type Lateness,
  dated,
  dayOfEntry,
  daysInWords,
  dueInDays,
  hasWords,
  lateInWords,
  lateness,
} from './clocks.ts'
import { comesAfter } from './order.ts'

type Safeguarding = EntryOf<'safeguarding'>
const ASKED_WITHIN = 7

/** A concern with what came of it, up to the next concern. */
const matterOf = (state: RecordState, concern: Safeguarding): readonly Safeguarding[] => {
  const events = all(state, 'safeguarding')
  const at = events.indexOf(concern)
  const next = events.findIndex((each, place) => place > at && each.event === 'concern')
  return events.slice(at, next === -1 ? undefined : next)
}

/** An enquiry, or a reasoned decision that none is needed. One enquiry may take up two concerns. */
const takenUp = (state: RecordState, concern: Safeguarding): Safeguarding | undefined =>
  all(state, 'safeguarding').find(
    (each) =>
      comesAfter(state, each, concern) &&
      (each.event === 'enquiry' || (each.event === 'no-enquiry' && hasWords(each.why))),
  )

function notTakenUp(state: RecordState, concern: Safeguarding): Lateness | undefined {
  const taken = takenUp(state, concern)
  const due = dueInDays(state, dayOfEntry(concern), ASKED_WITHIN)
  return lateness(state, due, taken === undefined ? undefined : dayOfEntry(taken))
}

const concernHit = (concern: Safeguarding, late: Lateness): Hit => ({
  entries: [concern.id],
  worker: `The safeguarding concern of ${dated(concern)} was to lead to an enquiry, or a reasoned decision that none is needed, within ${daysInWords(ASKED_WITHIN)}; ${lateInWords(late, 'it did', 'it has not')}.`,
  person: `On ${dated(concern)} someone was worried that you were not safe. The council should have looked into it, or said why not, within ${daysInWords(ASKED_WITHIN)}; ${lateInWords(late, 'it did', 'it has not')}.`,
  mend: { says: 'Make the enquiry, or write down the reasons why none is needed.', where: 'challenge' },
})

/** An enquiry that is over, or a week old, in a matter in which nobody wrote down what the person wants. */
function unaskedIn(state: RecordState): readonly Hit[] {
  return all(state, 'safeguarding').flatMap((enquiry): readonly Hit[] => {
    if (enquiry.event !== 'enquiry') return []
    const concern = all(state, 'safeguarding').findLast(
      (each) => each.event === 'concern' && comesAfter(state, enquiry, each),
    )
    const matter =
      concern === undefined
        ? all(state, 'safeguarding').filter((each) => each === enquiry || comesAfter(state, each, enquiry))
        : matterOf(state, concern)
    const isOver = matter.some((each) => each.event === 'closed' && comesAfter(state, each, enquiry))
    const isOld = daysBetween(dayOfEntry(concern ?? enquiry), state.on) > ASKED_WITHIN
    if ((!isOver && !isOld) || matter.some(({ wants }) => hasWords(wants))) return []
    return [
      {
        entries: matter.map(({ id }) => id),
        worker: `The safeguarding enquiry of ${dated(enquiry)} never asks what ${state.person.name} wants to happen.`,
        person: `The council looked into whether you were safe. The record does not show that anyone asked what you wanted to happen.`,
        mend: {
          says: 'Ask the person, or whoever speaks for them, what they want to happen.',
          where: 'challenge',
        },
      },
    ]
  })
}

export const safeguardingUnasked: Check = {
  id: 'safeguarding-unasked',
  level: 'must',
  cites: ['CA s42'],
  when: 'A concern has neither an enquiry nor a reasoned decision that none is needed, or an enquiry never asks what the person wants.',
  find: (state) => [
    ...all(state, 'safeguarding').flatMap((concern): readonly Hit[] => {
      const late = concern.event === 'concern' ? notTakenUp(state, concern) : undefined
      return late === undefined ? [] : [concernHit(concern, late)]
    }),
    ...unaskedIn(state),
  ],
}
