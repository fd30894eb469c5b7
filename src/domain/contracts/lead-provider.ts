import { type Step, known } from '../answer.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import { type Pence, inWords, pence, roundToPenny, sum } from '../money/pence.ts'
import { share } from '../money/share.ts'
import { careAt, careTotal } from './care.ts'
import { FEWEST_PEOPLE } from './guard-measures.ts'
import { type Ledger, every } from './ledger.ts'
import { countOf, shownOf } from './measures.ts'
import { type OutcomeFact, outcomesFor } from './outcomes.ts'
import { type Line, type NotPaid, NOTHING, type Work, type Worked } from './settlement.ts'
import {
  type ContractYear,
  type Span,
  daysIn,
  holdsDay,
  overlap,
  partOf,
  spanInWords,
  yearsOf,
} from './span.ts'
import type { Group, LeadProviderTerms, PoolMeasure } from './terms.ts'

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Where a rate stands between floor and target, 0 to 1. */
export const attainment = (rate: number, { floor, target }: Pick<PoolMeasure, 'floor' | 'target'>): number =>
  clamp((rate - floor) / (target - floor), 0, 1)

/** What the council pays where the actual cost differs from the sum for the population: its share of it, inside the corridor. */
export const afterRiskShare = (
  population: Pence<'once'>,
  actual: Pence<'once'>,
  terms: Pick<LeadProviderTerms, 'share' | 'corridor'>,
): Pence<'once'> => {
  const followed = clamp(actual, population * (1 - terms.corridor), population * (1 + terms.corridor))
  return roundToPenny<'once'>(population + terms.share * (followed - population))
}

/**
 * One provider answers for a population and may have others give the support (as in Torbay). C = sum(n x c) by group; the
 * council pays C + s (actual - C) inside the corridor C (1 - k) to C (1 + k); and, at the end of each year of the contract,
 * a pool P x sum(w x clamp((O - floor) / (target - floor), 0, 1)).
 */
export const settleLeadProvider: Work<LeadProviderTerms> = (terms, ledger, period) => {
  const care = careAt(terms, ledger, { period, rate: 'contract', of: 'delivered' })
  if (care.kind !== 'known') return care
  const years = yearsOf(ledger.award).flatMap((year) => {
    const days = overlap(period, overlap(year.days, ledger.span) ?? year.days)
    return days === undefined ? [] : [{ year, days }]
  })
  const population = years.map(({ year, days }) => populationLine(terms, ledger, year, days))
  const expected = sum(population.map(({ amount }) => amount))
  const actual = careTotal(care.value)
  const toPay = afterRiskShare(expected, actual, terms)
  const risk: Line = {
    kind: 'risk-share',
    what: 'The council’s share of the difference from what care cost',
    amount: pence<'once'>(toPay - expected),
    because: [
      {
        says: `Care given came to ${inWords(actual)}, beside ${inWords(expected)} for the population. The council bears ${percent(terms.share)} of the difference, as far as ${percent(terms.corridor)} either way.`,
        from: [
          { name: 'for the population', value: expected, unit: 'pence-once' },
          { name: 'care given', value: actual, unit: 'pence-once' },
          { name: 'share', value: terms.share, unit: 'share' },
          { name: 'corridor', value: terms.corridor, unit: 'share' },
        ],
        gives: { name: 'difference', value: toPay - expected, unit: 'pence-once' },
      },
      ...care.because,
    ],
  }
  const ended = years.filter(({ year }) => holdsDay(period, year.days.to))
  const pools = ended.map(({ year }) => poolOf(terms, year, outcomesIn(terms, ledger, year.days, period)))
  const facts = outcomesFor(terms, ledger, period).filter(({ outcome }) => outcome.from <= period.to)
  return known(
    {
      ...NOTHING,
      lines: [...population, risk, ...pools.flatMap(({ lines }) => lines)],
      held: pools.flatMap(({ held }) => held),
      withheld: pools.flatMap(({ withheld }) => withheld),
      shown: terms.measures.map((measure) => shownOf(measure, facts)),
    },
    [...population, risk].flatMap(({ because }) => because),
  )
}

const percent = (part: number): string => `${Math.round(part * 1e4) / 100}%`

/** Outcomes that were due in some days; what is open counts as it stands in the period that is settled. */
const outcomesIn = (
  terms: LeadProviderTerms,
  ledger: Ledger,
  days: Span,
  period: Span,
): readonly OutcomeFact[] =>
  outcomesFor(terms, ledger, period).filter(({ outcome }) => holdsDay(days, outcome.due))

/** How many people are in a group on a day: as last varied, or as in the terms. */
export const peopleIn = (ledger: Ledger, group: Group, day: PlainDate): number =>
  every(ledger, 'varied')
    .filter(({ from }) => from <= day)
    .flatMap(({ groups }) => groups ?? [])
    .findLast((each) => each.group === group.id)?.people ?? group.people

function populationLine(terms: LeadProviderTerms, ledger: Ledger, year: ContractYear, days: Span): Line {
  const groups = terms.groups.map((group) => {
    const people = peopleIn(ledger, group, days.from)
    return { group, people, sum: pence<'year'>(people * group.each) }
  })
  const whole = sum(groups.map((each) => each.sum))
  const amount = partOf(whole, year.full, days)
  return {
    kind: 'population',
    what: `For the population, ${spanInWords(days)}`,
    amount,
    because: [
      ...groups.map(
        ({ group, people, sum: of }): Step => ({
          says: `${group.what}: ${people} people at ${inWords(group.each)} a year is ${inWords(of)}.`,
          from: [
            { name: 'people', value: people, unit: 'count' },
            { name: 'each', value: group.each, unit: 'pence-once' },
          ],
          gives: { name: group.what, value: of, unit: 'pence-once' },
        }),
      ),
      {
        says: `${inWords(whole)} for a year, of which ${daysIn(days)} of ${daysIn(year.full)} days are ${inWords(amount)}.`,
        from: [{ name: 'a year', value: whole, unit: 'pence-once' }],
        gives: { name: 'this period', value: amount, unit: 'pence-once' },
      },
    ],
  }
}

/** The pool of a year that ended, one line a measure. A measure over too few people pays nothing, and takes nothing from the others. */
function poolOf(terms: LeadProviderTerms, year: ContractYear, facts: readonly OutcomeFact[]): Worked {
  if (terms.pool === 0) return NOTHING
  const whole = partOf(terms.pool, year.full, year.days)
  const parts = share(
    whole,
    terms.measures.map(({ weight }) => weight),
  )
  const each = terms.measures.map((measure, index) =>
    poolLine(
      measure,
      parts[index] ?? pence<'once'>(0),
      facts.filter(({ outcome }) => outcome.measure === measure.id),
    ),
  )
  return {
    ...NOTHING,
    lines: each.map(({ line }) => line),
    held: each.flatMap(({ held }) => held),
    withheld: each.flatMap(({ withheld }) => withheld),
  }
}

type PoolPart = {
  readonly line: Line
  readonly held: readonly NotPaid[]
  readonly withheld: readonly NotPaid[]
}

function poolLine(measure: PoolMeasure, part: Pence<'once'>, facts: readonly OutcomeFact[]): PoolPart {
  const { decided, reached, people } = countOf(facts)
  const what = `Pool: ${measure.what}`
  if (people < FEWEST_PEOPLE) {
    const says = `It is known of ${people} people. With fewer than ${FEWEST_PEOPLE} no money hangs on a rate; its part of the pool stays with the council.`
    return {
      line: { kind: 'pool', what, amount: pence<'once'>(0), because: [{ says }] },
      held: [],
      withheld: part === 0 ? [] : [{ what, amount: part, why: says, entries: [] }],
    }
  }
  const holds = facts.flatMap(({ state }) => (state.kind === 'held' ? [state.hold] : []))
  const rate = reached / decided
  const sure = (reached - holds.length) / decided
  const earned = roundToPenny<'once'>(part * attainment(rate, measure))
  const amount = roundToPenny<'once'>(part * attainment(sure, measure))
  const [first] = holds
  const says = `${reached} of ${decided} reached it: ${percent(rate)}, from a floor of ${percent(measure.floor)} to a target of ${percent(measure.target)}. Of ${inWords(part)}, ${inWords(amount)} is paid.`
  return {
    line: {
      kind: 'pool',
      what,
      amount,
      because: [
        {
          says,
          from: [
            { name: 'its part of the pool', value: part, unit: 'pence-once' },
            { name: 'rate', value: rate, unit: 'share' },
            { name: 'rate without what is held', value: sure, unit: 'share' },
            { name: 'floor', value: measure.floor, unit: 'share' },
            { name: 'target', value: measure.target, unit: 'share' },
          ],
          gives: { name: 'paid', value: amount, unit: 'pence-once' },
          entries: facts.map(({ outcome }) => outcome.id),
        },
      ],
    },
    held:
      first === undefined || earned === amount
        ? []
        : [
            {
              what,
              amount: pence<'once'>(earned - amount),
              why: holds.length === 1 ? first.why : `${first.why} And ${holds.length - 1} more.`,
              owner: first.owner,
              entries: holds.flatMap(({ entries }) => entries),
            },
          ],
    withheld:
      earned === part
        ? []
        : [
            {
              what,
              amount: pence<'once'>(part - earned),
              why: `The rate of ${percent(rate)} is below the target of ${percent(measure.target)}.`,
              entries: [],
            },
          ],
  }
}
