import { dated, dayOfEntry, hasWords } from '../../domain/checks/clocks.ts'
import { comesAfter, refersTo } from '../../domain/checks/order.ts'
import { assessments, isCarers } from '../../domain/checks/whose.ts'
import { daysBetween } from '../../domain/dates/plain-date.ts'
import type { Entry, EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type PathStep, type Sees, type Telling, UNSEEN, inTheThirdPerson } from './view-path.ts'

export type Moved = EntryOf<'moved'>

type Made = Omit<PathStep, 'cites'> & { readonly cites?: PathStep['cites'] }
const step = (made: Made): PathStep => ({ cites: ['CA s37'], ...made })
const unseen = (name: string, owes: PathStep['owes']): PathStep => ({
  name,
  owes,
  cites: [],
  stands: 'unseen',
  says: UNSEEN,
  rests: [],
})

const other = ({ other: name }: Moved): string => (hasWords(name) ? name : 'the other council')

const NOTICE = 'The two councils tell each other before the move'
const PLAN = 'The plan comes along'
const CARRIED_ON = 'Help goes on from the day of the move'
const ASSESSED = 'The new council assesses'
const DIFFERENT = 'What is different is explained in writing'

const notice = (moved: Moved): PathStep => {
  const toldBefore = moved['told-in-advance']
  return step({
    name: NOTICE,
    owes: moved.direction === 'in' ? 'other' : 'council',
    rests: [moved],
    ...(toldBefore === true
      ? { stands: 'done', says: `They did, before ${dated(moved)}.` }
      : toldBefore === false
        ? { stands: 'late', says: 'They did not, and the day of the move has come.' }
        : { stands: 'owed', says: 'Nobody has written down whether they did.' }),
  })
}

const planCame = (state: RecordState, moved: Moved): PathStep => {
  const brought = all(state, 'plan').find((plan) => plan['brought-over'] === true)
  if (!moved['plan-in-place'])
    return step({
      name: PLAN,
      owes: 'other',
      stands: 'not-needed',
      says: 'There was no plan.',
      rests: [moved],
    })
  return step({
    name: PLAN,
    owes: 'other',
    ...(brought === undefined
      ? { stands: 'owed', says: `The plan of ${other(moved)} is not in this record yet.`, rests: [moved] }
      : {
          stands: 'done',
          says: `It is here, with ${brought.lines.length === 1 ? '1 line' : `${brought.lines.length} lines`}.`,
          rests: [brought],
        }),
  })
}

/** The old support, or money for it, from the day of the move until the new council has assessed. */
const carriedOn = (state: RecordState, moved: Moved, { turn }: Telling): PathStep => {
  const arrival = dayOfEntry(moved)
  const begun = [...all(state, 'support-started'), ...all(state, 'direct-payment')].toSorted((a, b) =>
    dayOfEntry(a) < dayOfEntry(b) ? -1 : 1,
  )
  const [firstOne] = begun
  const assessedBefore = doneBy(state, arrival)
  const cites = ['CA s38'] as const
  if (!moved['plan-in-place'])
    return step({
      name: CARRIED_ON,
      owes: 'council',
      cites,
      stands: 'not-needed',
      says: 'There was no plan to carry on.',
      rests: [moved],
    })
  if (assessedBefore !== undefined)
    return step({
      name: CARRIED_ON,
      owes: 'council',
      cites,
      stands: 'not-needed',
      says: `The new assessment was done by then, on ${dated(assessedBefore)}.`,
      rests: [assessedBefore],
    })
  if (firstOne === undefined)
    return step({
      name: CARRIED_ON,
      owes: 'council',
      cites,
      stands: 'late',
      says: `Nothing has gone on since ${dated(moved)}.`,
      rests: [moved],
    })
  const late = dayOfEntry(firstOne) > arrival
  return step({
    name: CARRIED_ON,
    owes: 'council',
    cites,
    stands: 'done',
    says: late
      ? `It went on only from ${dated(firstOne)}. ${turn('You', 'They')} came on ${dated(moved)}: what was missed is to be made good.`
      : `It has gone on since ${dated(firstOne)}.`,
    rests: [firstOne],
  })
}

const doneBy = (state: RecordState, day: string): Entry | undefined =>
  assessments(state).find(
    ({ opened, closed, to }) =>
      !isCarers(opened) && closed?.outcome === 'completed' && to !== undefined && to <= day,
  )?.closed

const newAssessment = (state: RecordState, moved: Moved): PathStep => {
  const own = assessments(state).findLast(
    ({ opened, to }) =>
      !isCarers(opened) && (to === undefined || comesAfter(state, opened, moved) || to >= dayOfEntry(moved)),
  )
  const base = { name: ASSESSED, owes: 'council', cites: ['CA s37', 'CA s38'] } as const
  if (own === undefined)
    return {
      ...base,
      stands: 'owed',
      says: 'No assessment is open. Until there is one, the old plan holds.',
      rests: [moved],
    }
  return own.closed === undefined
    ? {
        ...base,
        stands: 'waiting',
        says: `Opened on ${dated(own.opened)}, and under way. Until it is done, the old plan holds.`,
        rests: [own.opened],
      }
    : { ...base, stands: 'done', says: `Done on ${dated(own.closed)}.`, rests: [own.closed] }
}

/** A plan of this council's own that differs from the old one goes out with its reasons. */
const explained = (state: RecordState, moved: Moved, { turn }: Telling): PathStep => {
  const plan = all(state, 'plan').find(
    (each) => each.status === 'issued' && each['brought-over'] !== true && comesAfter(state, each, moved),
  )
  const base = { name: DIFFERENT, owes: 'council', cites: ['CA s38'] } as const
  if (plan === undefined) return { ...base, stands: 'later', says: 'Comes with the new plan.', rests: [] }
  const copy = all(state, 'copy').find(({ of, to }) => refersTo(state, of, plan) && to === state.person.id)
  return copy === undefined
    ? {
        ...base,
        stands: 'owed',
        says: `The new plan of ${dated(plan)} has not gone out to ${turn('you', 'them')}.`,
        rests: [plan],
      }
    : {
        ...base,
        stands: 'done',
        says: `It went out with the new plan on ${dated(copy)}.`,
        rests: [plan, copy],
      }
}

/** Away from here: what this council still owes. */
const leaving = (state: RecordState, moved: Moved): readonly PathStep[] => {
  const early = all(state, 'support-ended').find(
    (ended) =>
      ended['by-whom'] !== 'person' && dayOfEntry(ended) < dayOfEntry(moved) && daysNear(ended, moved),
  )
  const sent = all(state, 'note').find((note) => refersTo(state, note.of, moved))
  return [
    step({
      name: 'The new council gets the plan and the assessment',
      owes: 'council',
      ...(sent === undefined
        ? {
            stands: 'owed',
            says: `Nobody has written down that ${other(moved)} got them. Write a note when they went.`,
            rests: [moved],
          }
        : { stands: 'done', says: `${sent.text} (${dated(sent)})`, rests: [sent] }),
    }),
    step({
      name: 'Help goes on until the day of the move',
      owes: 'council',
      cites: ['CA s18'],
      ...(early === undefined
        ? { stands: 'done', says: 'Nothing was ended before that day.', rests: [] }
        : {
            stands: 'late',
            says: `Something was ended on ${dated(early)}, before the move.`,
            rests: [early],
          }),
    }),
  ]
}

/** What was ended up to four weeks before a move was ended for it. */
const NEAR = 28
const daysNear = (ended: Entry, moved: Entry): boolean =>
  daysBetween(dayOfEntry(ended), dayOfEntry(moved)) <= NEAR

/** `Here from Eastmere, 1 June 2026` */
export const movedName = (moved: Moved): string =>
  `${moved.direction === 'in' ? `Here from ${moved.other}` : `From here to ${moved.other}`}, ${dated(moved)}`

export function movingPath(
  state: RecordState,
  moved: Moved,
  sees: Sees,
  telling: Telling = inTheThirdPerson(state),
): readonly PathStep[] {
  const seesSupport = sees('support') && sees('plan')
  if (moved.direction === 'out')
    return [notice(moved), ...(seesSupport ? leaving(state, moved) : [unseen(CARRIED_ON, 'council')])]
  return [
    notice(moved),
    seesSupport ? planCame(state, moved) : unseen(PLAN, 'other'),
    seesSupport ? carriedOn(state, moved, telling) : unseen(CARRIED_ON, 'council'),
    sees('conversation') ? newAssessment(state, moved) : unseen(ASSESSED, 'council'),
    seesSupport ? explained(state, moved, telling) : unseen(DIFFERENT, 'council'),
  ]
}
