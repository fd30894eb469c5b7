import { refersTo } from '../../domain/checks/order.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { goalAttainment } from '../../domain/contracts/measures.ts'
import {
  type GoalStep,
  type StepDone,
  type TakenBack,
  readStep,
  readStepDone,
  readTakenBack,
} from '../../domain/outcomes/steps.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** A step towards a goal, who does it, and whether it is done. */
export type StepView = {
  readonly note: EntryOf<'note'>
  readonly step: GoalStep
  readonly done:
    | { readonly on: PlainDate; readonly by: string; readonly says: string; readonly note: EntryOf<'note'> }
    | undefined
  /** its day has passed, and nobody said that it is done */
  readonly isLate: boolean
}

const doneOf = (state: RecordState, goal: EntryOf<'goal'>) =>
  all(state, 'note').flatMap((note): readonly (StepDone & { readonly note: EntryOf<'note'> })[] => {
    const done = refersTo(state, note.of, goal) ? readStepDone(note.text) : undefined
    return done === undefined ? [] : [{ ...done, note }]
  })

export function stepsOf(state: RecordState, goal: EntryOf<'goal'>): readonly StepView[] {
  const finished = doneOf(state, goal)
  return all(state, 'note').flatMap((note): readonly StepView[] => {
    const step = refersTo(state, note.of, goal) ? readStep(note.text) : undefined
    if (step === undefined) return []
    const done = finished.find((each) => state.byId.get(each.step)?.id === note.id)
    return [
      {
        note,
        step,
        done:
          done === undefined
            ? undefined
            : { on: dayOfWhen(done.note.on), by: done.note.by, says: done.says, note: done.note },
        isLate: done === undefined && step.by !== undefined && step.by < state.on,
      },
    ]
  })
}

/** A step, or a word that it is done, that whoever said so has taken back: both stay in the record. */
export type TakenBackView = {
  readonly note: EntryOf<'note'>
  /** the step in words */
  readonly what: string
  readonly of: TakenBack['kind']
  readonly on: PlainDate
  readonly why: string
}

export function takenBackOf(state: RecordState, goal: EntryOf<'goal'>): readonly TakenBackView[] {
  const steps = stepsOf(state, goal)
  return all(state, 'note').flatMap((note): readonly TakenBackView[] => {
    const back = refersTo(state, note.of, goal) ? readTakenBack(note.text) : undefined
    if (back === undefined) return []
    const told = state.told.find(({ entry }) => entry.id === note.id)
    return [
      {
        note,
        what:
          back.kind === 'step'
            ? back.what
            : (steps.find((view) => view.note.id === state.byId.get(back.step)?.id)?.step.what ?? ''),
        of: back.kind,
        on: told?.day ?? dayOfWhen(note.on),
        why: note.why ?? '',
      },
    ]
  })
}

/** What a party has said of the steps of a goal, and may take back. */
export type MayTakeBack = {
  readonly note: EntryOf<'note'>
  readonly what: string
  readonly of: TakenBack['kind']
}

export const mayTakeBack = (
  state: RecordState,
  goal: EntryOf<'goal'>,
  party: string | undefined,
): readonly MayTakeBack[] =>
  stepsOf(state, goal).flatMap(({ note, step, done }): readonly MayTakeBack[] =>
    done === undefined
      ? note.by === party
        ? [{ note, what: step.what, of: 'step' }]
        : []
      : done.by === party
        ? [{ note: done.note, what: step.what, of: 'done' }]
        : [],
  )

/** How far a goal was attained, as the person or a worker saw it last. */
export type Attained = {
  readonly goal: EntryOf<'goal'>
  readonly attained: number
  readonly on: PlainDate
  readonly seenBy: 'person' | 'worker'
}

export type Attainment = {
  readonly goals: readonly Attained[]
  /** 50 where goals were reached as hoped; never for comparing people, never for paying */
  readonly score: number
}

/**
 * Goal attainment over all goals that the person or a worker has measured, each with the same weight. What whoever is paid
 * for the support says of their own work is not among them.
 */
export function attainmentOf(state: RecordState): Attainment | undefined {
  const goals = all(state, 'goal').flatMap((goal): readonly Attained[] => {
    const last = all(state, 'progress').findLast(
      (each) =>
        refersTo(state, each.goal, goal) && each.attained !== undefined && each['seen-by'] !== 'provider',
    )
    return last?.attained === undefined || last['seen-by'] === 'provider'
      ? []
      : [{ goal, attained: last.attained, on: dayOfWhen(last.on), seenBy: last['seen-by'] }]
  })
  const score = goalAttainment(goals.map(({ attained }) => ({ weight: 1, attained })))
  return score === undefined ? undefined : { goals, score }
}
