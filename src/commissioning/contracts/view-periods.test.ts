import { describe, expect, test } from 'vitest'
import {
  aContract,
  indicators,
  outcomeFee,
  pounds,
  tapering,
  yearly,
} from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { periodFrom, periodsOf, sumsOf } from './view-periods.ts'

const TODAY = day('2026-06-15')
const APRIL = '2026-04-01'

describe('what a period comes to, in a row of the list', () => {
  test('care given at the price, nothing held, all of it to be settled', () => {
    const ledger = aContract(indicators()).referred('p-1').priced(30, 28).gave('p-1', 10).ledger(TODAY)
    const april = periodFrom(ledger, APRIL, TODAY)
    expect(april && sumsOf(ledger, april)).toEqual({ due: 30_000, held: 0, open: 30_000, isBlocked: false })
    // Under way: shown with what is known, and nothing to settle yet.
    const june = periodFrom(ledger, '2026-06-01', TODAY)
    expect(june && sumsOf(ledger, june)).toMatchObject({ due: 0, open: 0 })
    expect(periodsOf(ledger, TODAY).map(({ state }) => state)).toEqual([
      'under-way',
      'to-settle',
      'to-settle',
    ])
  })

  test('what was settled is taken off; what came later stays open', () => {
    const ledger = aContract(indicators())
      .referred('p-1')
      .priced(30, 28)
      .gave('p-1', 10)
      .and('settled', {
        on: day('2026-05-05'),
        from: day(APRIL),
        to: day('2026-04-30'),
        amount: pounds(330),
        parts: [{ from: day(APRIL), to: day('2026-04-30'), amount: pounds(330) }],
      })
      .ledger(TODAY)
    const april = periodFrom(ledger, APRIL, TODAY)
    // 330 was settled, and as the facts stand it is 300.
    expect(april).toMatchObject({ state: 'settled', settled: 33_000 })
    expect(april && sumsOf(ledger, april)).toMatchObject({ due: 30_000, open: -3_000 })
  })

  test('outcome money that nobody has confirmed is held', () => {
    const ledger = aContract(outcomeFee())
      .referred('p-1')
      .priced(30, 28)
      .and('outcome-agreed', {
        person: 'p-1',
        package: 'p-1',
        goal: 'Walk to the shop',
        weight: 1,
        from: day(APRIL),
        due: day('2026-04-30'),
        estimate: [{ service: 'home-care', units: 40 }],
      })
      .ledger(TODAY)
    // V is 40 x 30 = 1,200: a fifth is paid whatever comes of it, the rest waits.
    const april = periodFrom(ledger, APRIL, TODAY)
    expect(april && sumsOf(ledger, april)).toMatchObject({ due: 24_000, held: 96_000 })
  })

  test('a fall that would go below the cost of eligible needs is marked', () => {
    const ledger = aContract(tapering({ value: yearly(10_500), years: [{ falls: 0.5, uplift: 0 }] }), {
      from: day('2024-06-01'),
      to: day('2026-05-31'),
    })
      .and('referred', { id: 'r-1', person: 'p-1', needs: [{ service: 'home-care', units: 7 }] })
      .and('accepted', { referral: 'r-1' })
      .priced(28, 28, '2024-06-01')
      .ledger(TODAY)
    // Year 2 would be worth 5,250; 7 hours a week at 28 for a year are about 10,200.
    const last = periodFrom(ledger, '2026-05-01', TODAY)
    expect(last && sumsOf(ledger, last)?.isBlocked).toBe(true)
    const first = periodFrom(ledger, '2024-06-01', TODAY)
    expect(first && sumsOf(ledger, first)?.isBlocked).toBe(false)
  })
})
