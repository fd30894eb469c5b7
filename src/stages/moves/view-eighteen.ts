import { dated, dayOfEntry } from '../../domain/checks/clocks.ts'
import { assessments } from '../../domain/checks/whose.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  ageOn,
  dateInWords,
  daysBetween,
} from '../../domain/dates/plain-date.ts'
import { type RecordState, planInForce } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { type PathStep, type Sees, type Telling, UNSEEN, inTheThirdPerson } from './view-path.ts'

/** The day of turning 18: for one born on 29 February, 1 March where the year has no such day. */
export function turns18(state: RecordState): PlainDate {
  const born = dayOfWhen(state.person.born)
  const day = addMonths(born, 18 * 12)
  return ageOn(born, day) >= 18 ? day : addDays(day, 1)
}

/** Shown to whoever is to turn 18 within three years, or was in this record before it and is not long past it. */
const YEARS_BEFORE = 3
const DAYS_AFTER = 366

export function concernsEighteen(state: RecordState): boolean {
  const day = turns18(state)
  const [first] = state.entries
  const isNear = daysBetween(state.on, day) <= YEARS_BEFORE * 366
  const wasChild = first !== undefined && dayOfEntry(first) < day
  return isNear && (state.on < day || (wasChild && daysBetween(day, state.on) <= DAYS_AFTER))
}

const CITES = ['CA s58'] as const

const OPENED = 'Looking ahead: an assessment before 18'
const DECIDED = 'The council decides who is eligible'
const PLANNED = 'A plan is ready for the day'
/** Those that somebody has to do, and can take on by a day. */
export const EIGHTEEN_STEPS = [OPENED, DECIDED, PLANNED] as const

/** What carries on, who decides by when, with no gap on the day. */
export function eighteenPath(
  state: RecordState,
  sees: Sees,
  { turn }: Telling = inTheThirdPerson(state),
): readonly PathStep[] {
  const day = turns18(state)
  const past = state.on >= day
  const by = dateInWords(day)
  const step = (made: Omit<PathStep, 'cites' | 'owes'>): PathStep => ({
    owes: 'council',
    cites: CITES,
    ...made,
  })
  const unseen = (name: string) => step({ name, stands: 'unseen', says: UNSEEN, rests: [] })
  const own = assessments(state).findLast(({ opened }) => opened.of === 'transition')
  const decision = own?.decided
  const plan = planInForce(state)
  const opened = (): PathStep => {
    if (own === undefined) {
      const stands = past ? 'late' : daysBetween(state.on, day) <= 366 ? 'owed' : 'later'
      return step({
        name: OPENED,
        stands,
        says: past
          ? `${turn('You', 'They')} turned 18 on ${by}, and it was never opened.`
          : `Nobody has opened it. ${turn('You', 'They')} turn 18 on ${by}. It comes when it is of real use to ${turn('you', 'them')}, and not on the last day.`,
        rests: [],
      })
    }
    if (own.closed === undefined)
      return step({
        name: OPENED,
        stands: past ? 'late' : 'waiting',
        says: `Opened on ${dated(own.opened)}. It is to be done by ${by}.`,
        rests: [own.opened],
      })
    const late = own.to !== undefined && own.to > day
    return step({
      name: OPENED,
      stands: 'done',
      says: `Done on ${dated(own.closed)}${late ? `, after ${turn('you', 'they')} turned 18 on ${by}` : ''}.`,
      rests: [own.opened, own.closed],
    })
  }
  const decided = (): PathStep =>
    decision === undefined
      ? step({ name: DECIDED, stands: past ? 'late' : 'later', says: `By ${by}.`, rests: [] })
      : step({ name: DECIDED, stands: 'done', says: `Decided on ${dated(decision)}.`, rests: [decision] })
  const planned = (): PathStep => {
    if (decision?.eligible === false)
      return step({
        name: PLANNED,
        stands: 'not-needed',
        says: 'No need was found eligible. There has to be advice in writing.',
        rests: [decision],
      })
    return plan === undefined
      ? step({ name: PLANNED, stands: past ? 'late' : 'later', says: `By ${by}.`, rests: [] })
      : step({ name: PLANNED, stands: 'done', says: `Issued on ${dated(plan)}.`, rests: [plan] })
  }
  const bridged = plan !== undefined || decision?.eligible === false
  return [
    sees('conversation') ? opened() : unseen(OPENED),
    sees('eligibility') ? decided() : unseen(DECIDED),
    sees('plan') ? planned() : unseen(PLANNED),
    sees('plan')
      ? step({
          name: 'Children’s services go on until then',
          stands: bridged ? 'done' : past ? 'owed' : 'later',
          says: bridged
            ? 'The council has decided, so they may end.'
            : `They do not end on ${by} by themselves: they go on until the council has decided.`,
          rests: [],
        })
      : unseen('Children’s services go on until then'),
  ]
}
