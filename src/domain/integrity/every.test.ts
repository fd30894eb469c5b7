import { describe, expect, test } from 'vitest'
import { type ContractBuilder, aContract, indicators, leadProvider } from '../contracts/a-contract.ts'
import { settle } from '../contracts/settle.ts'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { ALL_TESTS, integrity } from './every.ts'
import { FLAGS, type FlagId } from './flag.ts'
import { anInventedProvider } from './an-invented-provider.ts'
import { chanceFrom, sampleToRemeasure } from './remeasure.ts'

const flagOf = (contract: ContractBuilder, flag: FlagId, zone: readonly ContractBuilder[] = []) =>
  integrity(
    contract.ledger(day('2027-03-31')),
    zone.map((each) => each.ledger(day('2027-03-31'))),
  ).find((each) => each.flag === flag)

const people = (count: number) => Array.from({ length: count }, (_, index) => `p-${index}`)

test('there is a test for every way of gaming, and each has something to ask', () => {
  expect(ALL_TESTS.map(({ id }) => id)).toEqual(FLAGS)
  for (const { ask, looksAt } of ALL_TESTS) {
    expect(ask.endsWith('?')).toBe(true)
    expect(looksAt.length).toBeGreaterThan(20)
  }
})

test('a contract about which nothing is known is not flagged', () => {
  expect(integrity(aContract(indicators()).ledger())).toEqual([])
})

describe('contact against chance', () => {
  // Ten who are likely to succeed get 10 of 10 hours a week; ten who are not get 6 of 10.
  const parked = people(20).reduce((so, person, index) => {
    const isLikely = index >= 10
    return so
      .and('referred', {
        person,
        id: `referred-${person}`,
        chance: isLikely ? 0.8 : 0.3,
        needs: [{ service: 'home-care', units: 10 }],
      })
      .and('accepted', { referral: `referred-${person}` })
      .gave(person, ((isLikely ? 10 : 6) * 30) / 7)
  }, aContract(indicators()))

  test('those who are less likely to succeed and get less of what they need are seen', () => {
    expect(flagOf(parked, 'parking')?.value).toBe(1)
  })

  test('and also where they are referred once more without a word on their needs', () => {
    const again = people(10).reduce((so, person) => so.and('referred', { person }), parked)
    expect(flagOf(again, 'parking')?.value).toBe(1)
  })
})

describe('prices', () => {
  const base = aContract(leadProvider()).priced(27.6, 27.6).referred('p-1')

  test('£24.10 where £27.60 is sustainable', () => {
    const flag = flagOf(aContract(indicators()).priced(24.1, 27.6), 'under-cost')
    expect([flag?.value, flag?.limit]).toEqual([24.1, 27.6])
    expect(flag?.because[0]?.says).toContain('under the contract: £24.10; the sustainable rate is £27.60')
  })

  test('a subcontract below it, under a contract that is not', () => {
    const passedOn = base.and('subcontracted', {
      from: 'homely',
      to: 'second',
      people: ['p-1'],
      rates: [{ service: 'home-care', amount: pence<'unit'>(2390) }],
    })
    expect(flagOf(base, 'under-cost')).toBeUndefined()
    expect(flagOf(passedOn, 'under-cost')?.because[0]?.says).toContain('passed on to Second Care: £23.90')
  })

  test('in-house and bought stand side by side', () => {
    const beside = aContract(indicators())
      .priced(24.1, 27.6)
      .and('rate-set', {
        rate: 'in-house',
        service: 'home-care',
        amount: pence<'unit'>(3420),
        from: day('2026-04-01'),
      })
    expect(flagOf(beside, 'under-cost')?.because[0]?.says).toContain('The council’s own service costs £34.20')
  })
})

test('three quarters of a zone’s support with one provider: three people would need another', () => {
  const three = people(3).reduce(
    (so, person) => so.referred(person).gave(person, 10),
    aContract(indicators()).priced(20, 20),
  )
  const other = aContract(indicators())
    .priced(20, 20)
    .referred('p-9')
    .and('subcontracted', { from: 'homely', to: 'second', people: ['p-9'] })
    .gave('p-9', 10)
  const flag = flagOf(three, 'concentration', [other])
  expect(flag?.value).toBe(0.75)
  expect(flag?.because[0]?.says).toContain('if it left, 3 people would need another provider')
  expect(flagOf(three, 'concentration')).toBeUndefined()
})

test('clipped visits: nine of twelve visits short for four people of six', () => {
  const contract = people(6).reduce(
    (so, person, index) =>
      so
        .referred(person)
        .gave(person, index < 4 ? 8 : 12, { planned: 12, visits: 12, short: index < 4 ? 9 : 0 }),
    aContract(indicators()).priced(20, 20),
  )
  const flag = flagOf(contract, 'clipped-visits')
  expect(flag?.value).toBe(0.667)
  expect(flag?.because[0]?.says).toContain('For 4 of 6 people')
  // (4 x 8 + 2 x 12) / (6 x 12)
  expect(flag?.because[0]?.says).toContain('0.778 was given')
})

test('logs that are missing are neither short nor missed, and are flagged for themselves', () => {
  const contract = people(6).reduce(
    (so, person) =>
      so.referred(person).gave(person, 9, { planned: 10, unlogged: 1, visits: 10, short: 0, missed: 0 }),
    aContract(indicators()).priced(20, 20),
  )
  expect(flagOf(contract, 'clipped-visits')?.because[0]?.says).toContain('0.1 has no log')
})

describe('measuring again', () => {
  const ledger = anInventedProvider(3)

  test('a seed draws 59, each once, and the same ones again; another seed draws others', () => {
    const drawn = sampleToRemeasure(ledger, chanceFrom(2026))
    expect(drawn).toHaveLength(59)
    expect(new Set(drawn).size).toBe(59)
    expect(sampleToRemeasure(ledger, chanceFrom(2026))).toEqual(drawn)
    expect(sampleToRemeasure(ledger, chanceFrom(2027))).not.toEqual(drawn)
  })

  test('where fewer were reached it draws all of them', () => {
    const all = ledger.entries.filter((entry) => entry.kind === 'confirmed' && entry.reached)
    expect(sampleToRemeasure(ledger, chanceFrom(1), 10_000)).toHaveLength(all.length)
  })

  test('nobody is left out: every outcome is drawn over enough seeds', () => {
    const all = ledger.entries.filter((entry) => entry.kind === 'confirmed' && entry.reached)
    const drawn = new Set(
      Array.from({ length: 60 }, (_, seed) => sampleToRemeasure(ledger, chanceFrom(seed))).flat(),
    )
    expect(drawn.size).toBe(all.length)
  })
})

test('a flag changes no payment: the sum is the same with what raised it and without the look', () => {
  const ledger = anInventedProvider(5, 'creaming')
  const period = { from: day('2027-02-01'), to: day('2027-02-28') }
  const before = JSON.stringify(settle(ledger.award.terms, ledger, period))
  expect(integrity(ledger).map(({ flag }) => flag)).toContain('creaming')
  expect(JSON.stringify(settle(ledger.award.terms, ledger, period))).toBe(before)
})
