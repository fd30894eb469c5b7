import { hasWords } from '../../domain/checks/clocks.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { statementOf } from './view-money.ts'
import { plansIn } from './view.ts'

export type RecordStatement = { readonly stamp: Stamp; readonly plan: string; readonly note: string }

/** The statement of section 26, put in the record: what the costed lines come to, and who pays what of it. */
export function recordStatement({ stamp, plan: id, note }: RecordStatement, state: RecordState): Decision {
  const plan = find(state, 'plan', id)
  const place = plansIn(state).versions.find((version) => version.plan.id === plan?.id)?.place
  if (plan === undefined) return refuse({ says: 'That version of the plan is not in the record.' })
  if (place !== 'draft' && place !== 'in-force') {
    return refuse({
      says: `Version ${plan.version} has been followed by another. Its budget is no longer written.`,
    })
  }
  const { weekly, council, person, lines } = statementOf(state, plan)
  return done({
    ...stamped(stamp),
    kind: 'personal-budget',
    plan: plan.id,
    weekly,
    council,
    person,
    lines: lines.map((each) => ({
      line: each.line.line,
      weekly: each.weekly,
      ...(each.person > 0 ? { person: each.person } : {}),
    })),
    ...(hasWords(note) ? { note: note.trim() } : {}),
  })
}
