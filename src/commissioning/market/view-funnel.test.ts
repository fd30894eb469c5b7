import { describe, expect, test } from 'vitest'
import { type ContractBuilder, aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { chainsOf } from './view-chains.ts'
import { ifTheyLeft, zonesOf } from './view-concentration.ts'
import { funnelOf } from './view-funnel.ts'
import { besideEachOther, pricesOf } from './view-prices.ts'

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

const agreed = (person: string, due: string) =>
  ({
    id: `agreed-${person}`,
    person,
    package: person,
    goal: 'Out every week',
    weight: 1,
    from: day('2026-04-01'),
    due: day(due),
    estimate: [],
    measure: 'home',
    chance: 0.5,
  }) as const

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

  test('who was left out: due and not said, excluded, not due yet; and the rate with them in it', () => {
    const more = contract
      .referred('p-7', 'p-8', 'p-9')
      .and('outcome-agreed', agreed('p-7', '2026-06-30'))
      .and('outcome-agreed', agreed('p-8', '2026-06-30'))
      .and('excluded', { outcome: 'agreed-p-8', reason: 'moved', why: 'She moved.', approver: 'ama' })
      .and('outcome-agreed', agreed('p-9', '2026-12-31'))
    // Homely: 3 of 4 known; with one of whom nobody has said and one excluded 3 of 6. p-9 is not due.
    expect(funnelOf([more.ledger(TODAY)])?.leftOut).toEqual([
      { provider: 'Homely Care', reached: 3, known: 4, notSaid: 1, excluded: 1, notDue: 1, ofAll: 0.5 },
      { provider: 'Second Care', reached: 0, known: 2, notSaid: 0, excluded: 0, notDue: 0, ofAll: 0 },
    ])
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

describe('price and outcomes as one point', () => {
  test('how far from the sustainable rate, and from what was expected, drawn towards nought for few', () => {
    const [own, passed] = besideEachOther(pricesOf([ledger], TODAY))
    // 30 is 2 of 28 above; 3 of 6 is what was expected.
    expect(own?.dearer).toBeCloseTo(2 / 28)
    expect(own?.better).toBeCloseTo(0)
    // 26 is 2 of 28 below; 0 of 2 where one was expected: (0 + 50 x 0.5) / 52 - 0.5.
    expect(passed?.dearer).toBeCloseTo(-2 / 28)
    expect(passed?.better).toBeCloseTo(25 / 52 - 0.5)
  })
  test('no point without a chance that was predicted, or without a price', () => {
    expect(besideEachOther(pricesOf([aContract(indicators()).priced(30, 28).ledger(TODAY)], TODAY))).toEqual(
      [],
    )
  })
})

describe('what hangs on one provider', () => {
  test('hours and nights are added up by what they are worth at the sustainable rate', () => {
    const nights = aContract(
      indicators({
        services: [
          { id: 'home-care', what: 'Home care', unit: 'hour' },
          { id: 'night', what: 'Waking night', unit: 'night' },
        ],
      }),
    )
      .referred('p-1', 'p-2')
      .priced(30, 25)
      .and('rate-set', {
        rate: 'sustainable',
        service: 'night',
        amount: pence<'unit'>(10_000),
        from: day('2026-04-01'),
      })
      .and('subcontracted', { by: 'homely', from: 'homely', to: 'second', people: ['p-2'] })
      .gave('p-1', 4)
      .gave('p-2', 1, { service: 'night' })
    // Four hours at 25 beside one night at 100: half and half.
    const [zone] = zonesOf([nights.ledger(TODAY)], TODAY)
    expect(zone?.shares.map(({ provider, share }) => [provider, share])).toEqual([
      ['Homely Care', 0.5],
      ['Second Care', 0.5],
    ])
  })
  test('what would have to be found a week: 60 hours in the 30 days of April are 14 a week', () => {
    const [homely, second] = ifTheyLeft([ledger], TODAY)
    expect(homely?.aWeek.get('hour')).toBeCloseTo(14)
    expect(second?.aWeek.get('hour')).toBeCloseTo(20 / (30 / 7))
  })

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
    // 26.00 reaches who comes, where care costs 28.00.
    expect(chain?.people.at(-1)).toEqual({
      person: 'p-6',
      chain: ['Homely Care', 'Second Care'],
      given: { days: { from: '2026-04-01', to: '2026-04-30' }, says: '10 of 10 hours' },
      prices: [{ service: 'Home care', paid: 2600, below: 200 }],
    })
    expect(chain?.people[0]?.prices).toEqual([{ service: 'Home care', paid: 3000, below: 0 }])
    expect(chain?.council).toEqual(['assessment', 'eligibility', 'sufficiency'])
  })
})
