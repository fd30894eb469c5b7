import { dated, dayOfEntry } from '../../domain/checks/clocks.ts'
import { inList } from '../../domain/checks/telling.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all, isBefore } from '../../record/state.ts'
import { type Told, toldLater } from '../../record/told-later.ts'
import { EIGHTEEN_STEPS, concernsEighteen, eighteenPath, turns18 } from './view-eighteen.ts'
import { type PathStep, type Sees, type Telling, UNSEEN, inTheThirdPerson } from './view-path.ts'
import { type Owes, aheadWords } from './words.ts'

// What lies ahead on a known day: turning 18, or a move. Who does each step by when is asked before the day, so that on
// the day there is no gap.

export type Planned = Told<'planned'>

/** Moves on a day to come, or whose day has come and that nobody has written down yet; the next first. */
export const plannedMoves = (state: RecordState): readonly Planned[] =>
  toldLater(state, 'planned', undefined)
    .filter(
      ({ note, later }) =>
        !all(state, 'moved').some(
          (moved) => moved.direction === later.direction && dayOfEntry(moved) >= dayOfEntry(note),
        ),
    )
    .toSorted((a, b) => (a.later.day < b.later.day ? -1 : 1))

type Ahead = { readonly name: string; readonly owes: Owes }

const STEPS: Readonly<Record<EntryOf<'moved'>['direction'], readonly Ahead[]>> = {
  out: [
    { name: 'The new council is told of the move', owes: 'council' },
    { name: 'The new council gets the plan and the assessment', owes: 'council' },
    { name: 'Help goes on here until the day of the move', owes: 'council' },
    { name: 'The new council says what it does from that day', owes: 'other' },
  ],
  in: [
    { name: 'The other council tells us of the move', owes: 'other' },
    { name: 'The plan and the assessment come to us', owes: 'other' },
    { name: 'We assess before the day, or carry on the old plan', owes: 'council' },
    { name: 'Help is ready here from the day of the move', owes: 'council' },
  ],
}

/** The last word on who does each step, and whether it is done. What was handed back is nobody's until it is taken on again. */
function wordsOn(state: RecordState, anchor: EntryOf<'note'> | undefined) {
  const taken = new Map(toldLater(state, 'promised', anchor).map((told) => [told.later.step, told]))
  const back = new Map(
    toldLater(state, 'handed-back', anchor)
      .map((told) => [told.later.step, told] as const)
      .filter(([step, { note }]) => {
        const last = taken.get(step)
        return last === undefined || isBefore(state, last.note, note)
      }),
  )
  return {
    promised: new Map([...taken].filter(([step]) => !back.has(step))),
    back,
    kept: new Map(toldLater(state, 'kept', anchor).map((told) => [told.later.step, told])),
  }
}

const promiseSays = ({ later }: Told<'promised'>, { name }: Telling): string =>
  `${aheadWords.promised(name(later.party), dateInWords(later.by))}${later.says === '' ? '' : ` ${later.says}`}`

/** That nobody has it; and who had it last, until when, and why no longer. */
const nobodySays = (back: Told<'handed-back'> | undefined, { name }: Telling): string =>
  back === undefined
    ? aheadWords.nobody
    : `${aheadWords.nobody} ${aheadWords.back(name(back.later.party), dated(back.note), back.later.says)}`

/** The steps before a planned move, each with who does it by when, or that nobody has said. */
export function aheadPath(
  state: RecordState,
  { note, later }: Planned,
  telling: Telling = inTheThirdPerson(state),
): readonly PathStep[] {
  const { promised, back, kept } = wordsOn(state, note)
  return STEPS[later.direction].map(({ name, owes }): PathStep => {
    const step = { name, owes, cites: ['CA s37', 'CA s38'] } as const
    const done = kept.get(name)
    if (done !== undefined)
      return {
        ...step,
        stands: 'done',
        says: `${dated(done.note)}.${done.later.says === '' ? '' : ` ${done.later.says}`}`,
        rests: [done.note],
      }
    const promise = promised.get(name)
    const past = state.on >= later.day
    return promise === undefined
      ? {
          ...step,
          stands: past ? 'late' : 'owed',
          says: nobodySays(back.get(name), telling),
          rests: [back.get(name)?.note].filter((each) => each !== undefined),
        }
      : {
          ...step,
          stands: past || promise.later.by < state.on ? 'late' : 'waiting',
          says: promiseSays(promise, telling),
          rests: [promise.note],
        }
  })
}

const isPromisable = (name: string): boolean => EIGHTEEN_STEPS.some((step) => step === name)
const IS_DONE: readonly PathStep['stands'][] = ['done', 'not-needed', 'unseen']

/** The path to 18 as the record shows it, with who does each open step by when. */
export function eighteenAhead(
  state: RecordState,
  sees: Sees,
  telling: Telling = inTheThirdPerson(state),
): readonly PathStep[] {
  const { promised, back } = wordsOn(state, undefined)
  return eighteenPath(state, sees, telling).map((step): PathStep => {
    if (!isPromisable(step.name) || IS_DONE.includes(step.stands)) return step
    const promise = promised.get(step.name)
    if (promise === undefined) {
      const left = back.get(step.name)
      // What is under way has somebody who does it, unless they have handed it back.
      if (step.stands === 'waiting' && left === undefined) return step
      return {
        ...step,
        stands: step.stands === 'waiting' ? 'owed' : step.stands,
        says: `${step.says} ${nobodySays(left, telling)}`,
        rests: left === undefined ? step.rests : [...step.rests, left.note],
      }
    }
    const late = step.stands === 'late' || promise.later.by < state.on
    return {
      ...step,
      stands: late ? 'late' : 'waiting',
      says: `${step.says} ${promiseSays(promise, telling)}`,
      rests: [...step.rests, promise.note],
    }
  })
}

/** Steps that nobody has taken on yet, or that are late: on the day each would be a gap. */
export const gapIn = (steps: readonly PathStep[]): readonly PathStep[] =>
  steps.filter(({ name, stands, says }) =>
    stands === 'owed' || stands === 'late'
      ? true
      : stands === 'later' && isPromisable(name) && says.includes(aheadWords.nobody),
  )

/** Whether there could be a gap on the day, and from what; or that there is none. A reader who is not shown a step is told nothing. */
export function gapSays(
  day: PlainDate,
  steps: readonly PathStep[],
): { readonly gap: boolean; readonly says: string } | undefined {
  if (steps.some(({ says }) => says === UNSEEN)) return undefined
  const open = gapIn(steps)
  return open.length === 0
    ? { gap: false, says: aheadWords.noGap(dateInWords(day)) }
    : { gap: true, says: aheadWords.gap(dateInWords(day), inList(open.map(({ name }) => `“${name}”`))) }
}

/** A step that somebody can take on: of which path, by which day at the latest. */
export type OpenStep = {
  /** as a form sends it */
  readonly value: string
  readonly anchor: EntryOf<'note'> | undefined
  readonly name: string
  readonly day: PlainDate
  /** who has taken it on, and by when */
  readonly promised: Told<'promised'> | undefined
}

const EVERYTHING: Sees = () => true

/** Every step ahead that is not done, of turning 18 and of each planned move. */
export function openAhead(state: RecordState): readonly OpenStep[] {
  const of = (path: string, anchor: OpenStep['anchor'], day: PlainDate, names: readonly string[]) => {
    const { promised } = wordsOn(state, anchor)
    return names.map(
      (name, place): OpenStep => ({
        value: `${path}:${place}`,
        anchor,
        name,
        day,
        promised: promised.get(name),
      }),
    )
  }
  const open = (steps: readonly PathStep[]) =>
    new Set(steps.filter(({ stands }) => !IS_DONE.includes(stands)).map(({ name }) => name))
  const young = concernsEighteen(state) && state.on < turns18(state)
  const eighteen = young ? open(eighteenPath(state, EVERYTHING)) : new Set<string>()
  return [
    ...of('eighteen', undefined, turns18(state), EIGHTEEN_STEPS).filter(({ name }) => eighteen.has(name)),
    ...plannedMoves(state).flatMap((planned) => {
      const left = open(aheadPath(state, planned))
      return of(
        planned.note.id,
        planned.note,
        planned.later.day,
        STEPS[planned.later.direction].map(({ name }) => name),
      ).filter(({ name }) => left.has(name))
    }),
  ]
}
