import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, MissingFact } from '../answer.ts'
import { ADULT_OUTCOMES, CARER_OUTCOMES } from '../outcomes/topics.ts'
import { adultEligibility, weighAdult } from './adult-eligibility.ts'
import { carerEligibility, weighCarer } from './carer-eligibility.ts'
import type { Eligibility } from './eligibility.ts'
import { FINDINGS, IMPACTS, type NeedFacts } from './need-facts.ts'

// What must hold whatever was recorded. The oracle below is the regulation written down again, as plainly as can be and
// without any thought for what is missing; what is missing is tried both ways.

type Rule<Outcome extends string> = {
  readonly name: string
  readonly outcomes: readonly Outcome[]
  readonly answer: (needs: readonly NeedFacts<Outcome>[]) => Answer<Eligibility<string>>
  readonly bare: (needs: readonly NeedFacts<Outcome>[]) => string
  readonly isMet: (world: readonly Settled[]) => boolean
}

/** A need of which everything is settled. */
type Settled = {
  readonly outcomes: readonly string[]
  readonly cause: boolean
  readonly test: string
  readonly significant: boolean
}

function adultsLaw(world: readonly Settled[]): boolean {
  const counting = world.filter(
    ({ cause, test: finding, outcomes }) =>
      cause && ['unable', 'pain', 'danger', 'slow'].includes(finding) && outcomes.length > 0,
  )
  const unable = new Set(counting.flatMap(({ outcomes }) => outcomes))
  return unable.size >= 2 && counting.some(({ significant }) => significant)
}

const carersLaw = (world: readonly Settled[]): boolean =>
  world.some(
    ({ cause, test: finding, outcomes, significant }) =>
      cause &&
      significant &&
      (finding === 'health' || (['unable', 'pain', 'danger'].includes(finding) && outcomes.length > 0)),
  )

const adult: Rule<(typeof ADULT_OUTCOMES)[number]> = {
  name: 'an adult',
  outcomes: ADULT_OUTCOMES.slice(0, 4),
  answer: (needs) => adultEligibility({ assessed: true, needs }),
  bare: (needs) => weighAdult(needs).eligible,
  isMet: adultsLaw,
}

const carer: Rule<(typeof CARER_OUTCOMES)[number]> = {
  name: 'a carer',
  outcomes: CARER_OUTCOMES.slice(0, 4),
  answer: (needs) => carerEligibility({ assessed: true, adultForAdult: true, needs }),
  bare: (needs) => weighCarer(needs).eligible,
  isMet: carersLaw,
}

function needsUnder<Outcome extends string>(
  rule: Rule<Outcome>,
  most: number,
): fc.Arbitrary<readonly NeedFacts<Outcome>[]> {
  const need = fc.record(
    {
      text: fc.constant('Getting through the day'),
      outcomes: fc.subarray([...rule.outcomes], { maxLength: 3 }),
      cause: fc.constantFrom('', '  ', 'arthritis', 'arthritis'),
      test: fc.constantFrom(...FINDINGS),
      wellbeing: fc.constant([]),
      impact: fc.constantFrom(...IMPACTS, 'significant' as const),
      statements: fc.constant([]),
      metBy: fc.record({ carer: fc.constant('c'), willing: fc.boolean(), able: fc.boolean() }),
    },
    { requiredKeys: ['text', 'outcomes', 'wellbeing', 'statements'] },
  )
  return fc
    .array(need, { minLength: 1, maxLength: most })
    .map((list) => list.map((facts, index) => ({ id: `n${index}`, ...facts })))
}

const keyOf = ({ fact, entry }: MissingFact): string => `${fact} ${entry}`
const resultOf = (answer: Answer<Eligibility<string>>): string => {
  if (answer.kind !== 'known') return answer.kind
  return answer.value.eligible ? 'eligible' : 'not eligible'
}

/** All that the answer says, but for the carers' help and the sentences. */
function substance(answer: Answer<Eligibility<string>>): unknown {
  if (answer.kind === 'does-not-apply') return answer.kind
  if (answer.kind === 'needs') return answer.facts.map(keyOf).toSorted()
  const { eligible, eligibleNeeds, openNeeds, conditions, outcomes } = answer.value
  return {
    eligible,
    eligibleNeeds: [...eligibleNeeds].toSorted(),
    openNeeds: [...openNeeds].toSorted(),
    conditions: conditions.map(({ condition, met }) => [condition, met]),
    outcomes: outcomes.map((row) => [
      row.outcome,
      row.finding,
      [...row.tests].toSorted(),
      [...row.needs].toSorted(),
    ]),
  }
}

type OpenFact = {
  readonly key: string
  readonly settle: (needs: readonly Settled[], yes: boolean) => readonly Settled[]
}

const replaced = (world: readonly Settled[], at: number, change: Partial<Settled>): readonly Settled[] =>
  world.map((need, index) => (index === at ? { ...need, ...change } : need))

/** The facts that are open, each with what it means to find it so, or not so. */
function openFacts(needs: readonly NeedFacts<string>[], isCarer: boolean): readonly OpenFact[] {
  return needs.flatMap((need, at): readonly OpenFact[] => {
    const asksHealth = isCarer && need.outcomes.length === 0
    const facts: OpenFact[] = []
    if ((need.cause ?? '').trim() === '') {
      facts.push({ key: `cause ${need.id}`, settle: (world, cause) => replaced(world, at, { cause }) })
    }
    if (need.test === undefined) {
      facts.push({
        key: `${asksHealth ? 'health-at-risk' : 'test'} ${need.id}`,
        settle: (world, yes) =>
          replaced(world, at, { test: yes ? (asksHealth ? 'health' : 'unable') : 'managing' }),
      })
    }
    if (need.impact === undefined) {
      facts.push({
        key: `impact ${need.id}`,
        settle: (world, significant) => replaced(world, at, { significant }),
      })
    }
    return facts
  })
}

const settled = (needs: readonly NeedFacts<string>[]): readonly Settled[] =>
  needs.map(({ outcomes, cause, test: finding, impact }) => ({
    outcomes,
    cause: (cause ?? '').trim() !== '',
    test: finding ?? 'managing',
    significant: impact === 'significant',
  }))

/** Every way in which the open facts could turn out, without the fact at `except`. */
function worlds(
  start: readonly Settled[],
  facts: readonly OpenFact[],
  except = -1,
): readonly (readonly Settled[])[] {
  return facts.reduce<readonly (readonly Settled[])[]>(
    (made, fact, index) =>
      index === except
        ? made
        : made.flatMap((world) => [fact.settle(world, false), fact.settle(world, true)]),
    [start],
  )
}

function laws<Outcome extends string>(rule: Rule<Outcome>, isCarer: boolean): void {
  const few = needsUnder(rule, 3)
  const many = needsUnder(rule, 6)

  test('an answer is certain: whatever the open facts turn out to be, it stays', () => {
    fc.assert(
      fc.property(few, (needs) => {
        const facts = openFacts(needs, isCarer)
        const outcomes = new Set(worlds(settled(needs), facts).map(rule.isMet))
        const result = resultOf(rule.answer(needs))
        if (outcomes.size === 2) expect(result).toBe('needs')
        else expect(result).toBe(outcomes.has(true) ? 'eligible' : 'not eligible')
      }),
      { numRuns: 1500 },
    )
  })

  test('where facts are missing, it asks for exactly those that could tip it', () => {
    fc.assert(
      fc.property(few, (needs) => {
        const answer = rule.answer(needs)
        fc.pre(answer.kind === 'needs')
        const facts = openFacts(needs, isCarer)
        const couldTip = facts.filter((fact, index) =>
          worlds(settled(needs), facts, index).some(
            (world) => rule.isMet(fact.settle(world, true)) !== rule.isMet(fact.settle(world, false)),
          ),
        )
        expect(answer.kind === 'needs' ? answer.facts.map(keyOf) : []).toEqual(couldTip.map(({ key }) => key))
      }),
      { numRuns: 400 },
    )
  })

  test('one more need never turns eligible into anything else', () => {
    fc.assert(
      fc.property(many, few, (needs, more) => {
        fc.pre(resultOf(rule.answer(needs)) === 'eligible')
        const added = more.map((need, index) => ({ ...need, id: `more${index}` }))
        expect(resultOf(rule.answer([...needs, ...added]))).toBe('eligible')
      }),
      { numRuns: 300 },
    )
  })

  test('a fact fewer never turns what was asked or eligible into not eligible', () => {
    fc.assert(
      fc.property(many, fc.nat(5), fc.constantFrom('cause', 'test', 'impact'), (needs, at, fact) => {
        fc.pre(resultOf(rule.answer(needs)) !== 'not eligible')
        const fewer = needs.map((need, index) => {
          if (index !== at) return need
          const { [fact]: _gone, ...rest } = { ...need }
          return {
            ...rest,
            id: need.id,
            text: need.text,
            outcomes: need.outcomes,
            wellbeing: [],
            statements: [],
          }
        })
        expect(resultOf(rule.answer(fewer))).not.toBe('not eligible')
      }),
      { numRuns: 500 },
    )
  })

  test('the help of a carer changes nothing', () => {
    fc.assert(
      fc.property(many, (needs) => {
        const without = needs.map(({ metBy: _gone, ...need }) => need)
        expect(substance(rule.answer(needs))).toEqual(substance(rule.answer(without)))
      }),
      { numRuns: 500 },
    )
  })

  test('the order of needs does not matter', () => {
    const shuffled = many.chain((needs) =>
      fc.tuple(
        fc.constant(needs),
        fc.shuffledSubarray([...needs], { minLength: needs.length, maxLength: needs.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([needs, other]) => {
        expect(substance(rule.answer(other))).toEqual(substance(rule.answer(needs)))
      }),
      { numRuns: 500 },
    )
  })

  test('eligible goes with eligible needs, and none without', () => {
    fc.assert(
      fc.property(many, (needs) => {
        const answer = rule.answer(needs)
        if (answer.kind !== 'known') return
        const { eligible, eligibleNeeds, openNeeds } = answer.value
        expect(eligibleNeeds.length > 0).toBe(eligible)
        expect(eligibleNeeds.filter((id) => openNeeds.includes(id))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('the bare result is that of the explained one', () => {
    const words: Readonly<Record<string, string>> = { yes: 'eligible', no: 'not eligible', open: 'needs' }
    fc.assert(
      fc.property(many, (needs) => {
        expect(words[rule.bare(needs)]).toBe(resultOf(rule.answer(needs)))
      }),
    )
  })

  test('every sentence is whole, cites what there is, and speaks of nobody as you, he or she', () => {
    fc.assert(
      fc.property(many, (needs) => {
        const answer = rule.answer(needs)
        if (answer.kind !== 'known') return
        expect(answer.because.length).toBeGreaterThan(0)
        for (const { says } of answer.because) {
          expect(says).toMatch(/^[A-Z“].*[.”]$/)
          expect(says).not.toMatch(/\b(you|your|he|she|his|her|him|client|service user|undefined)\b/i)
        }
      }),
    )
  })
}

describe(adult.name, () => laws(adult, false))
describe(carer.name, () => laws(carer, true))
