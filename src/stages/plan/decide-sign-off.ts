import type { Refusal } from '../../domain/answer.ts'
import { hasWords } from '../../domain/checks/clocks.ts'
import { type Decision, done, refuse } from '../../record/allowed.ts'
import { type Stamp, stamped } from '../../record/stamp.ts'
import { type RecordState, find } from '../../record/state.ts'
import { type SignOff, plansIn, toAnswer } from './view.ts'

export type SignPlan = {
  readonly stamp: Stamp
  readonly plan: string
  /** the one who signs manages the team, or is named as manager */
  readonly isManager: boolean
  readonly decision: SignOff['decision']
  readonly ground: SignOff['ground']
  readonly why: string
}

/** A manager's decision on a version, with its reason, and where it is not approved with its ground. */
export function signPlan(command: SignPlan, state: RecordState): Decision {
  const plan = find(state, 'plan', command.plan)
  if (plan === undefined) return refuse({ says: 'That version of the plan is not in the record.' })
  const refusals: Refusal[] = []
  const now = toAnswer(plansIn(state))
  if (now?.plan.id !== plan.id) {
    refusals.push({
      says: `Version ${plan.version} has been followed by version ${now?.plan.version ?? ''}. Decide on that one.`,
    })
  }
  if (!command.isManager) refusals.push({ says: 'A manager decides on the plan.' })
  if (plan.by === command.stamp.by) {
    refusals.push({ says: 'You wrote this version yourself. Another manager must decide on it.' })
  }
  if (!hasWords(command.why)) refusals.push({ says: 'Give the reason. They will read it.' })
  if (command.decision !== 'approved' && command.ground === undefined) {
    refusals.push({ says: 'Say on what ground.' })
  }
  if (refusals.length > 0) return refuse(...refusals)
  const ground = command.decision === 'approved' ? undefined : command.ground
  return done({
    ...stamped(command.stamp),
    kind: 'sign-off',
    of: plan.id,
    decision: command.decision,
    ...(ground === undefined ? {} : { ground }),
    why: command.why.trim(),
  })
}
