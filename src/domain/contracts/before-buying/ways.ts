import { type Pence, pence, roundToPenny } from '../../money/pence.ts'
import type { Guard, Indicator, Terms } from '../terms.ts'
import { type Assumptions, MEAN_CHANCE, USUALLY_GIVEN, breakEven } from './assumptions.ts'
import type { InventedPerson } from './people.ts'

/**
 * The ways of paying that are tried: plain hours, the four models, and an outcome fee as it was first written in Wiltshire,
 * with no floor under it.
 */
export const WAYS = [
  'hours',
  'indicators',
  'outcome-fee',
  'outcome-fee-no-floor',
  'tapering',
  'lead-provider',
] as const
export type Way = (typeof WAYS)[number]

/** Under plain hours nobody is asked what came of the support, and nobody says beforehand how likely it is to help. */
export const asksForOutcomes = (way: Way): boolean => way !== 'hours'

export const WEEKS = 365 / 7

const INDICATOR: Indicator = { id: 'goal', what: 'Reached what they wanted' }

/** A little worse than before is chance; more than that holds outcome money. */
const GUARDS: readonly Guard[] = [{ measure: 'missed-visits', baseline: 0.03, allowed: 0.03 }]

const EVERY = {
  services: [{ id: 'home-care', what: 'Home care', unit: 'hour' }],
  floor: 'sustainable-rate',
  settled: 'quarter',
} as const

/** What support for everybody who was referred costs in a year, as planned. */
export const costOfAll = (
  people: readonly Pick<InventedPerson, 'hours'>[],
  { sustainable }: Assumptions,
): Pence<'year'> =>
  pence<'year'>(people.reduce((sum, { hours }) => sum + roundToPenny<'year'>(hours * WEEKS * sustainable), 0))

/** What one person of the population costs in a year, as usually given: fixed beforehand, whoever then comes. */
const forOne = ({ hours, sustainable }: Assumptions): Pence<'year'> =>
  roundToPenny<'year'>(hours * WEEKS * USUALLY_GIVEN * sustainable)

/** The terms that each way has for these people. */
export function termsOf(way: Way, assumed: Assumptions, people: readonly InventedPerson[]): Terms {
  const anyway = MEAN_CHANCE * assumed.alone
  switch (way) {
    case 'hours':
      return { model: 'indicators', ...EVERY, guards: [], measures: [] }
    case 'indicators':
      return { model: 'indicators', ...EVERY, guards: GUARDS, measures: [INDICATOR] }
    case 'outcome-fee':
    case 'outcome-fee-no-floor':
      return {
        model: 'outcome-fee',
        ...EVERY,
        floor: way === 'outcome-fee' ? 'sustainable-rate' : 'none',
        guards: GUARDS,
        measures: [INDICATOR],
        upfront: assumed.upfront,
        anyway,
        again: 91,
      }
    case 'tapering':
      return {
        model: 'tapering',
        ...EVERY,
        guards: GUARDS,
        measures: [INDICATOR],
        value: costOfAll(people, assumed),
        years: [{ falls: assumed.falls, uplift: 0 }],
      }
    case 'lead-provider': {
      const each = forOne(assumed)
      // Half of those who would be expected to succeed pays nothing, all of them pays the whole pool.
      const target = MEAN_CHANCE
      return {
        model: 'lead-provider',
        ...EVERY,
        guards: GUARDS,
        measures: [{ ...INDICATOR, weight: 1, floor: Math.max(anyway, target / 2), target, anyway }],
        groups: [{ id: 'all', what: 'Everybody referred', people: people.length, each }],
        share: assumed.share,
        corridor: assumed.corridor,
        pool: roundToPenny<'year'>(assumed.pool * each * people.length),
        council: ['assessment', 'eligibility', 'sufficiency'],
      }
    }
  }
}

/** What the contract pays an hour, or counts an hour of the estimate as. */
export function contractPrice(way: Way, assumed: Assumptions): Pence<'unit'> {
  switch (way) {
    case 'outcome-fee':
    case 'outcome-fee-no-floor':
      return breakEven(assumed)
    case 'hours':
    case 'indicators':
    case 'tapering':
    case 'lead-provider':
      return assumed.price
  }
}
