import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import { type Pence, pence, roundToPenny, sum } from '../money/pence.ts'
import {
  type ContractBuilder,
  aContract,
  indicators,
  leadProvider,
  outcomeFee,
  span,
  tapering,
  yearly,
} from './a-contract.ts'
import { settle } from './settle.ts'
import type { Settlement } from './settlement.ts'
import { type Span, daysIn, partOf, yearsOf } from './span.ts'
import type { Terms } from './terms.ts'

// The laws of money that hold for every model, over contracts that nobody thought of.

const APRIL = span('2026-04-01', '2026-04-30')
const WHOLE_YEAR = span('2026-04-01', '2027-03-31')

const OUTCOME_STATES = ['reached', 'not-reached', 'waiting', 'excluded', 'contested'] as const
type OutcomeState = (typeof OUTCOME_STATES)[number]

type Person = {
  readonly hours: number
  readonly unlogged: number
  readonly outcomes: readonly OutcomeState[]
}
type World = {
  readonly rate: number
  readonly sustainable: number
  readonly people: readonly Person[]
  readonly challenged: readonly number[]
  readonly adjusted: number
}

const hours = fc.integer({ min: 0, max: 40_000 }).map((n) => n / 100)
const person = fc.record({
  hours,
  unlogged: fc.oneof(fc.constant(0), hours),
  outcomes: fc.array(fc.constantFrom(...OUTCOME_STATES), { maxLength: 4 }),
})
const world: fc.Arbitrary<World> = fc.record({
  rate: fc.integer({ min: 1, max: 9_999 }),
  sustainable: fc.integer({ min: 1, max: 9_999 }),
  people: fc.array(person, { maxLength: 5 }),
  challenged: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  adjusted: fc.oneof(fc.constant(0), fc.integer({ min: -100_000, max: 100_000 })),
})
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100)

const TERMS: Readonly<Record<Terms['model'], fc.Arbitrary<Terms>>> = {
  indicators: fc.constant(indicators()),
  'outcome-fee': fc.record({ upfront: share, anyway: share }).map((of) => outcomeFee(of)),
  tapering: fc.integer({ min: 0, max: 2_000_000 }).map((value) => tapering({ value: yearly(value) })),
  'lead-provider': fc
    .record({ share, corridor: share, each: fc.integer({ min: 0, max: 2_000 }) })
    .map(({ share: s, corridor, each }) =>
      leadProvider({
        share: s,
        corridor,
        groups: [{ id: 'all', what: 'Everybody', people: 100, each: yearly(each) }],
      }),
    ),
}
const MODELS = ['indicators', 'outcome-fee', 'tapering', 'lead-provider'] as const

const idOf = (at: number, n: number) => `outcome-${at}-${n}`

function withOutcome(contract: ContractBuilder, at: number, n: number, state: OutcomeState, of: number) {
  const outcome = idOf(at, n)
  const agreed = contract.and('outcome-agreed', {
    id: outcome,
    person: `p-${at}`,
    package: `package-${at}`,
    goal: `goal ${n}`,
    weight: 1 / of,
    from: APRIL.from,
    due: day('2026-06-15'),
    estimate: [{ service: 'home-care', units: 7 + 3 * n }],
  })
  switch (state) {
    case 'reached':
      return agreed.and('confirmed', { outcome, reached: true })
    case 'not-reached':
      return agreed.and('confirmed', { outcome, reached: false })
    case 'contested':
      return agreed
        .and('confirmed', { outcome, reached: true })
        .and('contested', { of: outcome, why: 'Not so.' })
    case 'excluded':
      return agreed.and('excluded', { outcome, reason: 'hospital', why: 'In hospital.', approver: 'ama' })
    case 'waiting':
      return agreed
  }
}

function built(terms: Terms, { rate, sustainable, people, challenged, adjusted }: World): ContractBuilder {
  let so = aContract(terms).priced(rate / 100, sustainable / 100)
  people.forEach(({ hours: given, unlogged, outcomes }, at) => {
    so = so.referred(`p-${at}`).gave(`p-${at}`, given, { unlogged, planned: given + unlogged })
    outcomes.forEach((state, n) => {
      so = withOutcome(so, at, n, state, outcomes.length)
    })
    if (challenged.includes(at)) so = so.and('challenged', { person: `p-${at}`, says: 'Not done.' })
  })
  return adjusted === 0
    ? so
    : so.and('adjusted', { ...APRIL, amount: pence<'once'>(adjusted), why: 'Agreed.', approver: 'ama' })
}

function settled(contract: ContractBuilder, period: Span = APRIL): Settlement {
  const answer = settle(contract.terms, contract.ledger(), period)
  if (answer.kind !== 'known') throw new Error(JSON.stringify(answer))
  return answer.value
}

const total = (items: readonly { readonly amount: Pence<'once'> }[]) => sum(items.map(({ amount }) => amount))
const careAtSustainable = ({ people, sustainable }: World) =>
  people.reduce((all, each) => all + roundToPenny(each.hours * sustainable), 0)

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}
const keysOf = (value: unknown): readonly string[] =>
  value !== null && typeof value === 'object'
    ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
    : []

describe.each(MODELS)('laws of money: %s', (model) => {
  const both = [TERMS[model], world] as const

  test('what is paid, held and withheld is the whole worth, and no penny is lost between the lines', () => {
    fc.assert(
      fc.property(...both, (terms, of) => {
        const worked = settled(built(terms, of))
        expect(worked.payable).toBe(total(worked.lines))
        expect(worked.due + total(worked.held) + total(worked.withheld)).toBe(worked.worth)
        for (const { amount } of [...worked.lines, ...worked.held, ...worked.withheld])
          expect(Number.isSafeInteger(amount)).toBe(true)
      }),
    )
  })

  test('care given is paid, at the sustainable rate at the least, whatever else stands in the ledger', () => {
    fc.assert(
      fc.property(...both, (terms, of) => {
        expect(settled(built(terms, of)).payable).toBeGreaterThanOrEqual(careAtSustainable(of))
      }),
    )
  })

  test('settled again, nothing is paid twice', () => {
    fc.assert(
      fc.property(...both, (terms, of) => {
        const contract = built(terms, of)
        const { payable: amount } = settled(contract)
        const again = contract.and('settled', { ...APRIL, amount, parts: [{ ...APRIL, amount }] })
        expect(settled(again).payable).toBe(0)
        expect(settled(contract).payable).toBe(amount)
      }),
    )
  })

  test('a late fact moves the sum by the difference, and the two settlements together are what is owed', () => {
    fc.assert(
      fc.property(...both, hours, (terms, of, given) => {
        fc.pre(of.people.length > 0)
        const contract = built(terms, of)
        const { payable: amount } = settled(contract)
        const late = (so: ContractBuilder) =>
          so.gave('p-0', given, { corrects: 'delivered-1', why: 'Not so.' })
        const again = settled(
          late(contract.and('settled', { ...APRIL, amount, parts: [{ ...APRIL, amount }] })),
        )
        expect(again.lines.map(({ kind }) => kind)).toEqual(['difference'])
        expect(amount + again.payable).toBe(settled(late(contract)).payable)
      }),
    )
  })

  test('more achieved never pays less', () => {
    fc.assert(
      fc.property(...both, (terms, of) => {
        const better: World = {
          ...of,
          people: of.people.map((each) => ({
            ...each,
            outcomes: each.outcomes.map((state) => (state === 'not-reached' ? 'reached' : state)),
          })),
        }
        expect(settled(built(terms, better)).due).toBeGreaterThanOrEqual(settled(built(terms, of)).due)
      }),
    )
  })

  test('a challenge holds and never takes: it pays no less than the care, and loses none of the worth', () => {
    fc.assert(
      fc.property(...both, (terms, of) => {
        const free = settled(built(terms, { ...of, challenged: [] }))
        const challenged = settled(built(terms, of))
        expect(challenged.worth).toBe(free.worth)
        expect(challenged.due).toBeLessThanOrEqual(free.due)
      }),
    )
  })

  test('it changes nothing that it reads, and knows of nobody’s plan or budget', () => {
    fc.assert(
      fc.property(...both, (terms, of) => {
        const contract = built(terms, of)
        const ledger = contract.ledger()
        frozen(ledger.entries)
        const answer = settle(frozen(terms), frozen(ledger), APRIL)
        expect(keysOf(answer).filter((key) => /budget|plan/.test(key))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('what caps the models', () => {
  test('an outcome fee never brings more than V, or the care given where that is more', () => {
    fc.assert(
      fc.property(TERMS['outcome-fee'], world, (terms, of) => {
        const plain = { ...of, adjusted: 0 }
        const value = of.people.reduce(
          (all, { outcomes }) =>
            all + outcomes.reduce((v, _, n) => v + roundToPenny<'once'>((7 + 3 * n) * of.rate), 0),
          0,
        )
        const part = of.people.length + Math.ceil((value * 30) / 76) + 4 * of.people.length
        const cap = Math.max(part, careAtSustainable(of))
        expect(settled(built(terms, plain)).worth).toBeLessThanOrEqual(cap)
      }),
    )
  })

  test('a lead provider’s actual cost is followed no further than the corridor', () => {
    fc.assert(
      fc.property(TERMS['lead-provider'], world, (terms, of) => {
        if (terms.model !== 'lead-provider') throw new Error('another model')
        const worked = settled(built(terms, { ...of, adjusted: 0, sustainable: 1 }))
        const population = Number(worked.lines[0]?.amount)
        const risk = Math.abs(Number(worked.lines[1]?.amount))
        expect(risk).toBeLessThanOrEqual(population * terms.corridor * terms.share + 1)
      }),
    )
  })
})

describe('the days of a sum', () => {
  test('parts that lie side by side add up to the whole, to the penny', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 20 }),
        (amount, cuts) => {
          const edges = [0, ...cuts.toSorted((a, b) => a - b), 365]
          const first = Date.parse('2026-04-01') / 86_400_000
          const dayAt = (n: number) => day(new Date((first + n) * 86_400_000).toISOString().slice(0, 10))
          const parts = edges.slice(1).map((end, index) =>
            partOf(pence<'once'>(amount), WHOLE_YEAR, {
              from: dayAt(edges[index] ?? 0),
              to: dayAt(end - 1),
            }),
          )
          expect(sum(parts)).toBe(amount)
        },
      ),
    )
  })

  test('the years of a contract cover it, each day once', () => {
    const contract = span('2026-02-28', '2029-07-14')
    const years = yearsOf(contract)
    expect(years.map(({ days }) => [days.from, days.to])).toEqual([
      ['2026-02-28', '2027-02-27'],
      ['2027-02-28', '2028-02-27'],
      ['2028-02-28', '2029-02-27'],
      ['2029-02-28', '2029-07-14'],
    ])
    expect(years.reduce((days, year) => days + daysIn(year.days), 0)).toBe(daysIn(contract))
  })
})
