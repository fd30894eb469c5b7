import type { PlainDate } from '../dates/plain-date.ts'
import { type OnePerson, lastPlan } from './figures.ts'
import { DIVISIONS, type Division, GROUPS, type GroupsOf, groupsOf } from './groups.ts'
import { ROUNDED_TO } from './suppression.ts'
import { type AnyModel, prepareWhatIf } from './what-if.ts'

// How near an indicative sum comes to what an agreed plan costs in the end. A model is published with this, in all, for plans
// made after its first day, and by group; and what it says of another model is worked out by the same few lines.

/** Somebody with an agreed plan: what the model said, and what it came to, in pence a week. */
export type Outcome = {
  readonly estimate: number
  readonly actual: number
  /** the day of the plan */
  readonly on: PlainDate
  readonly groups: GroupsOf
}

export type Accuracy = {
  /** rounded to the nearest 5, so that nobody is found by taking one table from another */
  readonly people: number
  /** pence a week */
  readonly meanError: number
  /** half of all estimates are nearer than this share of what the plan costs */
  readonly medianShareOff: number
  /** all estimates over all costs: below 1 the model gives too little */
  readonly bias: number
  readonly within10: number
  readonly within20: number
  /** the share of people whose plan cost no more than the estimate */
  readonly sufficient: number
  /** how much a plan costs more for each pound that the estimate is more: 1 is right */
  readonly slope: number
}

/** Fewer than this are not shown. */
export const FEWEST_SHOWN = 20

export const ENOUGH_FOR_HALF =
  'A model that is right on average is too low for about half of all people: a plan decides, and where it costs more, more is paid.'

const share = (outcomes: readonly Outcome[], holds: (one: Outcome) => boolean): number =>
  outcomes.filter(holds).length / outcomes.length

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** The slope of what plans cost on what was estimated; 0 where every estimate is the same. */
function slopeOf(outcomes: readonly Outcome[]): number {
  const [middle, cost] = [mean(outcomes.map((one) => one.estimate)), mean(outcomes.map((one) => one.actual))]
  let [together, alone] = [0, 0]
  for (const { estimate, actual } of outcomes) {
    together += (estimate - middle) * (actual - cost)
    alone += (estimate - middle) ** 2
  }
  return alone === 0 ? 0 : together / alone
}

/** Undefined for fewer than twenty people: of so few nothing could be told, and somebody might be known. */
export function accuracyOf(outcomes: readonly Outcome[]): Accuracy | undefined {
  if (outcomes.length < FEWEST_SHOWN) return undefined
  const off = ({ estimate, actual }: Outcome): number => Math.abs(estimate - actual)
  return {
    people: Math.round(outcomes.length / ROUNDED_TO) * ROUNDED_TO,
    meanError: mean(outcomes.map(off)),
    medianShareOff: median(outcomes.map((one) => off(one) / one.actual)),
    bias: mean(outcomes.map((one) => one.estimate)) / mean(outcomes.map((one) => one.actual)),
    within10: share(outcomes, (one) => off(one) <= 0.1 * one.actual),
    within20: share(outcomes, (one) => off(one) <= 0.2 * one.actual),
    sufficient: share(outcomes, (one) => one.actual <= one.estimate),
    slope: slopeOf(outcomes),
  }
}

export type GroupAccuracy = Accuracy & { readonly division: Division; readonly group: string }

export type AccuracyTable = {
  readonly all: Accuracy | undefined
  /** plans made on `since` or later: none of them was known when the model was made */
  readonly later: Accuracy | undefined
  readonly since: PlainDate
  readonly groups: readonly GroupAccuracy[]
}

export const accuracyTable = (outcomes: readonly Outcome[], since: PlainDate): AccuracyTable => ({
  all: accuracyOf(outcomes),
  later: accuracyOf(outcomes.filter(({ on }) => on >= since)),
  since,
  groups: DIVISIONS.flatMap((division) =>
    GROUPS[division].flatMap((group): readonly GroupAccuracy[] => {
      const accuracy = accuracyOf(outcomes.filter(({ groups }) => groups[division] === group))
      return accuracy === undefined ? [] : [{ division, group, ...accuracy }]
    }),
  ),
})

/** What a model says of everybody with an agreed plan in force, beside what the plan costs. */
export function outcomesOf(model: AnyModel, on: PlainDate, people: readonly OnePerson[]): readonly Outcome[] {
  const { before } = prepareWhatIf(model, on, people)
  return people.flatMap((one, index): readonly Outcome[] => {
    const plan = lastPlan(one.figures)
    const estimate = before[index] ?? Number.NaN
    if (plan === undefined || plan.weekly <= 0 || Number.isNaN(estimate)) return []
    return [{ estimate, actual: plan.weekly, on: plan.on, groups: groupsOf(one, on) }]
  })
}
