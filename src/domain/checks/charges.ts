import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'
import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import { inWords, sum } from '../money/pence.ts'
import type { Check, Hit } from './check.ts'
import { dated, dayOfEntry } from './clocks.ts'
import {
  type Plan,
  type PlanLine,
  budgetOf,
  isCouncilFunded,
  isNamed,
  lineOf,
  plansMade,
} from './plan-lines.ts'

const FREE_DAYS = 6 * 7

/** The day on which reablement under a line first began, in this plan or in one before it. */
function beganOn(state: RecordState, line: PlanLine): PlainDate | undefined {
  const started = all(state, 'support-started').find((start) => {
    const plan = state.byId.get(start.plan)
    return (
      isNamed(line, start.line) && plan?.kind === 'plan' && lineOf(plan, start.line)?.form === 'reablement'
    )
  })
  return started === undefined ? undefined : dayOfEntry(started)
}

/** What was charged on a day falls into the first six weeks, which begin when the reablement does. */
function isInFreeWeeks(state: RecordState, line: PlanLine, charged: PlainDate): boolean {
  const began = beganOn(state, line)
  return began === undefined || daysBetween(began, charged) < FREE_DAYS
}

function chargesFor(state: RecordState, plan: Plan, budget: EntryOf<'personal-budget'>): boolean {
  const free = plan.lines.filter(
    (line) =>
      line.form === 'reablement' && isCouncilFunded(line) && isInFreeWeeks(state, line, dayOfEntry(budget)),
  )
  if (free.length === 0) return false
  const named = (budget.lines ?? []).some(
    (paid) => (paid.person ?? 0) > 0 && free.some((line) => isNamed(line, paid.line)),
  )
  // Where the lines do not say who pays what: more than all the rest costs is a charge for the reablement.
  const rest = plan.lines.filter((line) => isCouncilFunded(line) && !free.includes(line))
  return named || budget.person > sum(rest.map(({ weekly }) => weekly))
}

/** Reablement that the plan asks the person to pay for themselves. */
const paysAlone = (state: RecordState, plan: Plan): boolean =>
  plan.lines.some(
    (line) =>
      line.form === 'reablement' &&
      line.funder === 'person' &&
      line.weekly > 0 &&
      isInFreeWeeks(state, line, dayOfEntry(plan)),
  )

export const reablementCharged: Check = {
  id: 'reablement-charged',
  level: 'must',
  cites: ['CR r3(3)'],
  when: 'The person pays for reablement in its first six weeks.',
  find: (state) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const budget = budgetOf(state, plan)
      const charged = budget !== undefined && chargesFor(state, plan, budget)
      if (!charged && !paysAlone(state, plan)) return []
      return [
        {
          entries: charged ? [budget.id, plan.id] : [plan.id],
          worker: `The plan of ${dated(plan)} has the person paying for reablement in its first six weeks, which are free.`,
          person:
            'You are being asked to pay for help to get your skills back. That help is free for the first six weeks.',
          mend: { says: 'Take the charge away, and pay back what was paid.', where: 'plan' },
        },
      ]
    }),
}

export const chargedUnassessed: Check = {
  id: 'charged-unassessed',
  level: 'must',
  cites: ['CA s14', 'CA s17'],
  when: 'The person pays towards a plan and no financial assessment precedes it, or pays more than the last one says.',
  find: (state) =>
    plansMade(state).flatMap((plan): readonly Hit[] => {
      const budget = budgetOf(state, plan)
      if (budget === undefined || budget.person <= 0) return []
      const assessed = all(state, 'financial-assessment').findLast(
        (each) => dayOfEntry(each) <= dayOfEntry(budget),
      )
      if (assessed !== undefined && budget.person <= assessed.weekly) return []
      const pays = inWords(budget.person)
      return [
        {
          entries: [budget.id, ...(assessed === undefined ? [] : [assessed.id])],
          worker:
            assessed === undefined
              ? `The person is to pay ${pays} a week, and no financial assessment was made before that.`
              : `The person is to pay ${pays} a week; the financial assessment of ${dated(assessed)} says ${inWords(assessed.weekly)}.`,
          person:
            assessed === undefined
              ? `You are asked to pay ${pays} a week. The council must first work out with you what you can pay, and the record does not show that it did.`
              : `You are asked to pay ${pays} a week. When the council worked out what you can pay, it came to ${inWords(assessed.weekly)}.`,
          mend: {
            says: 'Assess what the person can pay, set the charge by it, and pay back what was paid beyond it.',
            where: 'budget',
          },
        },
      ]
    }),
}
