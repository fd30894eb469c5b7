import { FEWEST_PEOPLE } from './guard-measures.ts'
import type { OutcomeFact } from './outcomes.ts'
import type { Shown } from './settlement.ts'
import type { Indicator } from './terms.ts'

/** Standard deviations that 95% and 99.8% of results lie within, where nothing but chance is at work. */
const Z95 = 1.959_964
const Z998 = 3.090_232

const within = (value: number): number => Math.min(1, Math.max(0, value))

export type Limits = readonly [low: number, high: number]

/**
 * The limits of a funnel round what was expected, adjusted for case mix: each person's own chance of success counts.
 * With the same chance for all they are p ± z sqrt(p (1 - p) / n). Shares, 0 to 1.
 */
export function funnelLimits(
  chances: readonly number[],
): { readonly expected: number; readonly limits95: Limits; readonly limits998: Limits } | undefined {
  const n = chances.length
  if (n === 0) return undefined
  const expected = chances.reduce((sum, p) => sum + p, 0) / n
  const spread = Math.sqrt(chances.reduce((sum, p) => sum + p * (1 - p), 0)) / n
  const limits = (z: number): Limits => [within(expected - z * spread), within(expected + z * spread)]
  return { expected, limits95: limits(Z95), limits998: limits(Z998) }
}

/** A rate over few drawn towards the group's: at 50 outcomes known half of it is its own. For showing, never for paying. */
export const shrunk = (reached: number, decided: number, group: number): number =>
  (reached + FEWEST_PEOPLE * group) / (decided + FEWEST_PEOPLE)

/**
 * Goal attainment, T: 50 where goals were reached as hoped for. Attainments are -2 to 2. For planning with a person; it never
 * drives pay (the erratum's formula of Kiresuk and Sherman, with correlation 0.3).
 * @returns undefined where there is no goal with a weight
 */
export function goalAttainment(
  goals: readonly { readonly weight: number; readonly attained: number }[],
): number | undefined {
  const sum = goals.reduce((total, { weight }) => total + weight, 0)
  const squares = goals.reduce((total, { weight }) => total + weight * weight, 0)
  if (!(sum > 0)) return undefined
  const weighted = goals.reduce((total, { weight, attained }) => total + weight * attained, 0)
  return 50 + (10 * weighted) / Math.sqrt(0.7 * squares + 0.3 * sum * sum)
}

/** Of what was achieved, the part above what would have happened anyway: `max(0, achieved - anyway x eligible)`, and no more than the cap. */
export const beyondAnyway = (achieved: number, anyway: number, eligible: number, cap = Infinity): number =>
  Math.min(cap, Math.max(0, achieved - anyway * eligible))

/** An outcome's record over people: how many of those it counts for reached it. */
export type Counted = {
  readonly referred: number
  readonly excluded: number
  readonly waiting: number
  /** those of whom it is known: reached, held or not */
  readonly decided: number
  readonly reached: number
  readonly people: number
  readonly chances: readonly number[]
}

export function countOf(facts: readonly OutcomeFact[]): Counted {
  const decided = facts.filter(({ state }) => state.kind !== 'waiting' && state.kind !== 'excluded')
  return {
    referred: facts.length,
    excluded: facts.filter(({ state }) => state.kind === 'excluded').length,
    waiting: facts.filter(({ state }) => state.kind === 'waiting').length,
    decided: decided.length,
    reached: decided.filter(({ state }) => state.kind === 'reached' || state.kind === 'held').length,
    people: new Set(decided.map(({ outcome }) => outcome.person)).size,
    chances: decided.flatMap(({ outcome }) => (outcome.chance === undefined ? [] : [outcome.chance])),
  }
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** What is shown of an outcome: the rate, what was expected of these very people, and whether chance explains the difference. */
export function shownOf(measure: Indicator, facts: readonly OutcomeFact[]): Shown {
  const count = countOf(facts.filter(({ outcome }) => outcome.measure === measure.id))
  const { decided, reached, people, chances } = count
  const rate = decided === 0 ? 0 : reached / decided
  const funnel = chances.length === decided ? funnelLimits(chances) : undefined
  const counted = `${measure.what}: ${reached} of ${decided} reached it; ${count.excluded} excluded, ${count.waiting} not known, of ${count.referred}.`
  const says =
    count.referred === 0
      ? `${measure.what}: agreed with nobody yet.`
      : funnel === undefined
        ? counted
        : `${counted} ${againstExpected({ reached, decided, people }, funnel)}`
  return {
    measure: measure.id,
    value: rate,
    ...(funnel === undefined
      ? {}
      : { expected: funnel.expected, limits: funnel.limits95, wideLimits: funnel.limits998 }),
    because: [
      {
        says,
        from: [
          { name: 'agreed', value: count.referred, unit: 'count' },
          { name: 'excluded', value: count.excluded, unit: 'count' },
          { name: 'known', value: decided, unit: 'count' },
          { name: 'reached', value: reached, unit: 'count' },
          ...(funnel === undefined
            ? []
            : ([
                { name: 'expected', value: funnel.expected, unit: 'share' },
                { name: '95% from', value: funnel.limits95[0], unit: 'share' },
                { name: '95% to', value: funnel.limits95[1], unit: 'share' },
                { name: '99.8% from', value: funnel.limits998[0], unit: 'share' },
                { name: '99.8% to', value: funnel.limits998[1], unit: 'share' },
              ] as const)),
        ],
        gives: { name: measure.what, value: rate, unit: 'share' },
      },
    ],
  }
}

function againstExpected(
  { reached, decided, people }: Pick<Counted, 'reached' | 'decided' | 'people'>,
  { expected, limits95, limits998 }: NonNullable<ReturnType<typeof funnelLimits>>,
): string {
  const rate = reached / decided
  const few =
    people < FEWEST_PEOPLE
      ? ` With fewer than ${FEWEST_PEOPLE} people it is drawn towards what was expected: ${percent(shrunk(reached, decided, expected))}.`
      : ''
  const outside =
    rate < limits998[0] || rate > limits998[1]
      ? 'outside both'
      : rate < limits95[0] || rate > limits95[1]
        ? 'outside the narrower'
        : 'inside both'
  const times =
    expected === 0 ? '' : `, ${Math.round((rate / expected) * 100) / 100} times as many as expected`
  return `That is ${percent(rate)}, where ${percent(expected)} was expected of these people${times}. By chance alone 95% lie from ${percent(limits95[0])} to ${percent(limits95[1])} and 99.8% from ${percent(limits998[0])} to ${percent(limits998[1])}: this is ${outside}.${few}`
}
