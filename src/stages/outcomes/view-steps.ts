import { refersTo } from '../../domain/checks/order.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { goalAttainment } from '../../domain/contracts/measures.ts'
import { type GoalStep, type StepDone, readStep, readStepDone } from '../../domain/outcomes/steps.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'

/** A step towards a goal, who does it, and whether it is done. */
export type StepView = {
  readonly note: EntryOf<'note'>
  readonly step: GoalStep
  readonly done: { readonly on: PlainDate; readonly by: string; readonly says: string } | undefined
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
          done === undefined ? undefined : { on: dayOfWhen(done.note.on), by: done.note.by, says: done.says },
        isLate: done === undefined && step.by !== undefined && step.by < state.on,
      },
    ]
  })
}

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
