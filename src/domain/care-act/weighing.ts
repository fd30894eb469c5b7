import type { MissingFact } from '../answer.ts'
import type { NeedFacts, TestFinding } from './need-facts.ts'

/** What a regulation asks of needs: regulation 2 for an adult, regulation 3 for a carer. */
export type Criteria = {
  /** the findings by which someone is regarded as unable to achieve an outcome */
  readonly unableBy: readonly TestFinding[]
  /** how many outcomes it takes */
  readonly outcomes: 1 | 2
  /** whether health at risk will do instead of an outcome */
  readonly health: boolean
}

export type Truth = 'yes' | 'no' | 'open'

/** One need held against the criteria. `open` is what was not said yet. */
export type WeighedNeed = {
  readonly need: NeedFacts<string>
  /** the outcomes, or `health`, that the need shows, or would show once what is open is found to be so */
  readonly shows: readonly string[]
  /** never `no`: a cause is given, or it is still to be asked for */
  readonly cause: 'yes' | 'open'
  readonly test: Truth
  readonly impact: Truth
}

export type Weighed = {
  readonly eligible: Truth
  /** two or more outcomes for an adult; health or any one outcome for a carer */
  readonly outcomes: Truth
  readonly impact: Truth
  readonly needs: readonly WeighedNeed[]
  /** where `eligible` is open: the facts that could tip it, each of them and no other, in the order of the needs */
  readonly missing: readonly MissingFact[]
}

/** An empty text is a text that nobody has written yet. */
export const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** A need counts that has a cause, and shows an outcome (or health) by one of the tests. */
export const counts = (weighed: WeighedNeed): boolean =>
  weighed.cause === 'yes' && weighed.test === 'yes' && weighed.shows.length > 0

/** It counts, or would once what is open is found to be so. */
export const mayCount = (weighed: WeighedNeed): boolean => weighed.test !== 'no' && weighed.shows.length > 0

/**
 * Weighs all needs of a decision together. Each fact can only help (one more need, finding or impact never takes
 * eligibility away), so two sums settle it: eligible for certain on what is known alone; not eligible for certain even
 * if every open fact is found to be so; open in between.
 */
export function weigh(needs: readonly NeedFacts<string>[], criteria: Criteria): Weighed {
  const weighed = needs.map((need) => weighNeed(need, criteria))
  const certain = weighed.filter(counts)
  const possible = weighed.filter(mayCount)
  const outcomes = truth(reaches(certain, criteria), reaches(possible, criteria))
  const impact = truth(
    certain.some((one) => one.impact === 'yes'),
    possible.some((one) => one.impact !== 'no'),
  )
  const eligible = both(outcomes, impact)
  const missing = eligible === 'open' ? factsThatCouldTip(certain, possible, criteria) : []
  return { eligible, outcomes, impact, needs: weighed, missing }
}

function truth(certain: boolean, possible: boolean): Truth {
  if (certain) return 'yes'
  return possible ? 'open' : 'no'
}

function both(a: Truth, b: Truth): Truth {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'open'
}

function weighNeed(need: NeedFacts<string>, criteria: Criteria): WeighedNeed {
  return {
    need,
    shows: showsOf(need, criteria),
    cause: isSaid(need.cause) ? 'yes' : 'open',
    test: need.test === undefined ? 'open' : truth(isTestOf(criteria, need.test), false),
    impact: need.impact === undefined ? 'open' : truth(need.impact === 'significant', false),
  }
}

/** Whether a finding is one by which the regulation goes: time taken is not, for a carer; nor is health, for an adult. */
export const isTestOf = (criteria: Criteria, finding: TestFinding): boolean =>
  criteria.unableBy.includes(finding) || (criteria.health && finding === 'health')

function showsOf({ outcomes, test }: NeedFacts<string>, criteria: Criteria): readonly string[] {
  if (!criteria.health) return outcomes
  if (test === 'health') return ['health']
  // A carer's need without an outcome can still turn out to be one of health.
  return test === undefined && outcomes.length === 0 ? ['health'] : outcomes
}

function reaches(needs: readonly WeighedNeed[], criteria: Criteria): boolean {
  const first = needs[0]?.shows[0]
  if (first === undefined || criteria.outcomes === 1) return first !== undefined
  return needs.some(({ shows }) => shows.some((outcome) => outcome !== first))
}

type OpenFact = { readonly one: WeighedNeed; readonly fact: 'cause' | 'test' | 'impact' }

/**
 * The open facts that could tip it. A fact could tip it when some set of open facts would make the needs eligible, and
 * would not without that fact. One need has to bring the impact, and at most one more the second outcome: so every
 * smallest such set lies in one need or in two.
 */
function factsThatCouldTip(
  certain: readonly WeighedNeed[],
  possible: readonly WeighedNeed[],
  criteria: Criteria,
): readonly MissingFact[] {
  const open = new Map(possible.map((one) => [one, openFactsOf(one)]))
  const toCount = (one: WeighedNeed) => (open.get(one) ?? []).filter(({ fact }) => fact !== 'impact')
  const ways = possible
    .filter(({ impact }) => impact !== 'no')
    .flatMap((one) => {
      const ofOne = open.get(one) ?? []
      if (reaches([...certain, one], criteria)) return [ofOne]
      return possible
        .filter((other) => other !== one && reaches([...certain, one, other], criteria))
        .map((other) => [...ofOne, ...toCount(other)])
    })
  const isWithin = (way: readonly OpenFact[], other: readonly OpenFact[]) =>
    way.length < other.length && way.every((fact) => other.includes(fact))
  const couldTip = new Set(ways.filter((way) => !ways.some((other) => isWithin(other, way))).flat())
  return [...open.values()]
    .flat()
    .filter((fact) => couldTip.has(fact))
    .map(missingFact)
}

function openFactsOf(one: WeighedNeed): readonly OpenFact[] {
  const facts: OpenFact[] = []
  if (one.cause === 'open') facts.push({ one, fact: 'cause' })
  if (one.test === 'open') facts.push({ one, fact: 'test' })
  if (one.impact === 'open') facts.push({ one, fact: 'impact' })
  return facts
}

function missingFact({ one, fact }: OpenFact): MissingFact {
  // A carer's need that names no outcome can count through health alone, so that is the question to ask.
  const asksHealth = fact === 'test' && one.need.outcomes.length === 0
  return { fact: asksHealth ? 'health-at-risk' : fact, entry: one.need.id }
}
