import { describe, expect, test } from 'vitest'
import { type ContractBuilder, aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { chainsOf } from './view-chains.ts'
import { ifTheyLeft, zonesOf } from './view-concentration.ts'
import { funnelOf } from './view-funnel.ts'
import { pricesOf } from './view-prices.ts'

const TODAY = day('2026-09-01')

/** So many people with one outcome each, and so many of them reached it; each with the same chance. */
const outcomes = (contract: ContractBuilder, people: readonly string[], reached: number, chance: number) =>
  people.reduce(
    (so, person, index) =>
      so
        .and('outcome-agreed', {
          id: `agreed-${person}`,
          person,
          package: person,
          goal: 'Out every week',
          weight: 1,
          from: day('2026-04-01'),
          due: day('2026-06-30'),
          estimate: [],
          measure: 'home',
          chance,
        })
        .and('confirmed', { outcome: `agreed-${person}`, reached: index < reached }),
    contract,
  )

const six = ['p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6']
const passedOn = aContract(indicators())
  .referred(...six)
  .priced(30, 28)
  .and('subcontracted', {
    by: 'homely',
    from: 'homely',
    to: 'second',
    people: ['p-5', 'p-6'],
    rates: [{ service: 'home-care', amount: pence<'unit'>(2600) }],
  })
const contract = six.reduce(
  (so, person, index) =>
    so.gave(person, 10, {
      workers: [{ worker: index < 3 ? 'a' : 'b', visits: 4 }],
      visits: 4,
      missed: index === 0 ? 1 : 0,
    }),
  outcomes(passedOn, six, 3, 0.5),
)
const ledger = contract.ledger(TODAY)

describe('outcomes by provider', () => {
  test('by who comes to the door, beside what was expected of their people', () => {
    // Of four at Homely three reached it, where two were expected: 0.75 / 0.5 x 0.5. Of two at Second none.
    const funnel = funnelOf([ledger])
    expect(funnel?.mean).toBe(0.5)
    expect(
      funnel?.points.map(({ provider, reached, decided, adjusted, stands }) => [
        provider,
        reached,
        decided,
        adjusted,
        stands,
      ]),
    ).toEqual([
      ['Homely Care', 3, 4, 0.75, 'inside'],
      ['Second Care', 0, 2, 0, 'inside'],
    ])
    // (3 + 50 x 0.5) / (4 + 50)
    expect(funnel?.points[0]?.drawn).toBeCloseTo(0.5185, 4)
  })

  test('thirty of thirty with a chance of a half is outside both lines: 0.5 + 3.09 x 0.0913 = 0.782', () => {
    const many = Array.from({ length: 30 }, (_, at) => `q-${at}`)
    const good = outcomes(aContract(indicators()).referred(...many), many, 30, 0.5).ledger(TODAY)
    expect(funnelOf([good])?.points[0]?.stands).toBe('outside-998')
    // 21 of 30 is 0.7, above 0.5 + 1.96 x 0.0913 = 0.679 and below 0.782.
    const fair = outcomes(aContract(indicators()).referred(...many), many, 21, 0.5).ledger(TODAY)
    expect(funnelOf([fair])?.points[0]?.stands).toBe('outside-95')
  })

  test('nothing known is no point', () => {
    expect(funnelOf([aContract(indicators()).referred('p-1').ledger(TODAY)])).toBeUndefined()
  })
})

describe('prices beside what came of them', () => {
  test('the contract’s, and what was passed on, each with its own people', () => {
    const [own, passed] = pricesOf([ledger], TODAY)
    expect(own).toMatchObject({ provider: 'Homely Care', paid: 3000, sustainable: 2800 })
    expect(own?.quality).toMatchObject({ people: 6, reached: 3, decided: 6, continuity: 1 })
    // One of 24 visits.
    expect(own?.quality.missed).toBeCloseTo(1 / 24)
    expect(passed).toMatchObject({ provider: 'Second Care', passedOnBy: 'Homely Care', paid: 2600 })
    expect(passed?.quality).toMatchObject({ people: 2, reached: 0, decided: 2, missed: 0 })
  })
})

describe('what hangs on one provider', () => {
  test('two thirds of the hours and four people with one, a third and two with the other', () => {
    const [zone] = zonesOf([ledger], TODAY)
    expect(zone?.shares.map(({ provider, share, people }) => [provider, share, people.length])).toEqual([
      ['Homely Care', 40 / 60, 4],
      ['Second Care', 20 / 60, 2],
    ])
    expect(zone?.squares).toBeCloseTo(5 / 9)
    expect(zone?.isConcentrated).toBe(true)
  })

  test('a lead that leaves takes everybody below it along', () => {
    expect(
      ifTheyLeft([ledger], TODAY).map(({ provider, people, others }) => [provider, people, others]),
    ).toEqual([
      ['Homely Care', 6, ['Second Care']],
      ['Second Care', 2, ['Homely Care']],
    ])
  })

  test('down the chain: what is kept on the way, and who comes to whom', () => {
    const [chain] = chainsOf([ledger], TODAY)
    expect(chain?.links).toEqual([
      {
        from: 'Homely Care',
        to: 'Second Care',
        service: 'Home care',
        people: 2,
        paid: 2600,
        above: 3000,
        sustainable: 2800,
      },
    ])
    expect(chain?.people.at(-1)).toEqual({ person: 'p-6', chain: ['Homely Care', 'Second Care'] })
    expect(chain?.council).toEqual(['assessment', 'eligibility', 'sufficiency'])
  })
})
