import { serves } from '../../domain/checks/plan-lines.ts'
import { type Pence, sum } from '../../domain/money/pence.ts'
import { carersHeard, needsOf } from '../../record/eligibility-facts.ts'
import type { EntryOf } from '../../record/entries.ts'
import { onceOf } from '../../record/plan-words.ts'
import { type RecordState, all, find } from '../../record/state.ts'
import { type SupportLine, supportLines } from '../../record/support-lines.ts'

// A carer's own support: the lines of the plan in force that are for needs of the carer's own, and what they come to. The
// format has one plan with lines for whoever's needs they are; what is for a carer is told to that carer by itself.

export type CarersNeed = {
  readonly need: EntryOf<'need'>
  /** as it was decided; undefined where it was not yet */
  readonly eligible: boolean | undefined
  readonly lines: readonly SupportLine[]
}

export type CarersPlan = {
  readonly carer: string
  readonly needs: readonly CarersNeed[]
  readonly weekly: Pence<'week'>
  readonly council: Pence<'week'>
  readonly once: Pence<'once'>
}

function decidedOf(state: RecordState, need: EntryOf<'need'>): boolean | undefined {
  const found = all(state, 'eligibility')
    .filter((decided) => find(state, 'assessment-opened', decided.assessment)?.of === 'carer')
    .flatMap((decided) => decided.needs)
    .findLast((one) => state.byId.get(one.need)?.id === need.id)
  return found?.eligible
}

export function carersPlan(state: RecordState, carer: string): CarersPlan {
  const lines = supportLines(state)
  const needs = needsOf(state, carer).map((need) => ({
    need,
    eligible: decidedOf(state, need),
    lines: lines.filter(({ line }) => serves(state, line, need)),
  }))
  // A line that is for two of their needs is counted once.
  const own = [...new Set(needs.flatMap((one) => one.lines))].map(({ line }) => line)
  return {
    carer,
    needs,
    weekly: sum(own.map(({ weekly }) => weekly)),
    council: sum(own.filter(({ funder }) => funder === 'council').map(({ weekly }) => weekly)),
    once: sum(own.map(onceOf)),
  }
}

/** Each carer's, as far as the reader may see a carer's own part. */
export const carersPlans = (state: RecordState, carers: readonly string[] | 'all'): readonly CarersPlan[] =>
  carersHeard(state)
    .filter((carer) => carers === 'all' || carers.includes(carer))
    .map((carer) => carersPlan(state, carer))
