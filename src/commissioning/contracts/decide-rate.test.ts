import { describe, expect, test } from 'vitest'
import { aContract, indicators, span } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { type SetRate, belowSustainable, decideRate } from './decide-rate.ts'

const stamp = { id: 'rate-1', on: day('2026-05-02'), by: 'ama' }
const asked = (pounds: number, more: Partial<SetRate> = {}): SetRate => ({
  rate: 'contract',
  service: 'home-care',
  amount: pence<'unit'>(Math.round(pounds * 100)),
  from: day('2026-06-01'),
  source: 'The fee letter.',
  floorPays: false,
  ...more,
})

/** £30 is paid, £25 is sustainable; ten hours were given in April, four in May. */
const contract = aContract(indicators())
  .referred('p-1')
  .priced(30, 25)
  .gave('p-1', 10)
  .gave('p-1', 4, { ...span('2026-05-01', '2026-05-31') })
const noFloor = aContract(indicators({ floor: 'none' }))
  .referred('p-1')
  .priced(30, 25)

describe('a price', () => {
  test('at the sustainable rate or above it is set, with where it comes from', () => {
    expect(decideRate(stamp, contract.ledger(), asked(25))).toEqual({
      kind: 'entries',
      entries: [
        {
          ...stamp,
          kind: 'rate-set',
          rate: 'contract',
          service: 'home-care',
          amount: 2500,
          from: '2026-06-01',
          source: 'The fee letter.',
        },
      ],
    })
  })

  test('a penny below is refused with its sum for the care that was given last', () => {
    // 4 hours in May at 1.50.
    const below = belowSustainable(contract.ledger(), asked(23.5))
    expect(below?.says).toBe(
      '£23.50 is £1.50 an hour below the sustainable rate of £25.00, in force since 1 April 2026. For the 4 hours that were given last, that is £6.00 less than the care costs.',
    )
    expect(decideRate(stamp, contract.ledger(), asked(24.99)).kind).toBe('refused')
  })

  test('below it may stand where the floor pays the rest and somebody says so; without a floor never', () => {
    expect(decideRate(stamp, contract.ledger(), asked(20, { floorPays: true })).kind).toBe('entries')
    const refused = decideRate(stamp, noFloor.ledger(), asked(20, { floorPays: true }))
    expect(refused.kind === 'refused' ? refused.says.join() : '').toContain('These terms have no floor')
  })

  test('the sustainable rate itself, and the council’s own cost, are what they are', () => {
    expect(decideRate(stamp, contract.ledger(), asked(20, { rate: 'sustainable' })).kind).toBe('entries')
    expect(decideRate(stamp, contract.ledger(), asked(20, { rate: 'in-house' })).kind).toBe('entries')
  })

  test('it is held against the sustainable rate of its own first day', () => {
    const dearer = contract.and('rate-set', {
      rate: 'sustainable',
      service: 'home-care',
      amount: pence<'unit'>(2800),
      from: day('2026-07-01'),
    })
    expect(decideRate(stamp, dearer.ledger(), asked(27)).kind).toBe('entries')
    expect(decideRate(stamp, dearer.ledger(), asked(27, { from: day('2026-07-01') })).kind).toBe('refused')
  })
})
