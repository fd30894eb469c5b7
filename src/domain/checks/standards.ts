import { STANDARDS, type Policy, type Standard } from '../../record/entries.ts'
import type { Model } from '../allocation/model.ts'

/** The council's time standards; the Act says "reasonable", so each is the council's own policy, published with it. */
export type Standards = Readonly<Record<Standard, number>> & {
  /** the prices that the council publishes with its model, for what a record's own policy gives no price of */
  readonly published?: Pick<Model, 'prices'> | undefined
}

export const DEFAULT_STANDARDS: Standards = {
  'open-days': 28,
  'close-days': 42,
  'plan-days': 28,
  'copy-days': 14,
  'start-days': 14,
  'first-review-weeks': 8,
  'review-months': 12,
  'urgent-days': 3,
  'answer-days': 20,
  'complaint-days': 60,
  'delivered-share': 0.9,
  'asked-again-days': 180,
}

/** What a record's own policy leaves out is the council's default. */
export function standardsFor(policy: Policy | undefined, published?: Pick<Model, 'prices'>): Standards {
  const standards = { ...DEFAULT_STANDARDS, published }
  for (const name of STANDARDS) standards[name] = policy?.standards?.[name] ?? standards[name]
  return standards
}
