import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { LINES } from '../../../test/a-story.ts'
import { directPaymentView, givenNow, reviewOf, totalPaid } from './view-direct-payment.ts'

const [visits, club] = LINES
const planned = aRecord()
  .planned()
  .but('plan-1', { lines: [visits, { ...club, way: 'direct-payment' }] })
  .but('personal-budget-1', {
    lines: [
      { line: 'L1', weekly: 175, person: 28 },
      { line: 'L2', weekly: 60, person: 12 },
    ],
  })
const paying = planned.with('direct-payment', {
  on: '2026-03-02',
  plan: 'plan-1',
  weekly: 48,
  way: 'person',
  account: 'her own',
})

describe('what the plan gives by direct payment', () => {
  test('its lines, less what the person pays of them', () => {
    const given = givenNow(planned.state())
    expect(given).toMatchObject({ kind: 'known', value: 4800 })
    expect(given.kind === 'known' ? given.because.map(({ says }) => says) : []).toEqual([
      'The club, with its bus £60.00 = £60.00 a week.',
      'The person pays £12.00 of it: £60.00 − £12.00 = £48.00 a week.',
    ])
  })
  test('nothing where no line is had so, and a question where the budget does not say', () => {
    expect(givenNow(aRecord().planned().state()).kind).toBe('does-not-apply')
    expect(givenNow(planned.but('personal-budget-1', { lines: undefined }).state())).toEqual({
      kind: 'needs',
      facts: [{ fact: 'cost', about: 'the part of what the person pays that comes off this payment' }],
    })
  })
  test('what is paid is held against it', () => {
    expect(directPaymentView(paying.state()).differs).toBeUndefined()
    const less = paying.but('direct-payment-1', { weekly: 40 })
    expect(directPaymentView(less.state()).differs).toBe(
      'The plan in force gives £48.00 a week, and £40.00 is paid: £8.00 too little.',
    )
    const more = paying.but('direct-payment-1', { weekly: 50 })
    expect(directPaymentView(more.state()).differs).toMatch(/£2\.00 more\.$/)
  })
})

describe('the account', () => {
  // 2 March to 30 March 2026 is 4 weeks at £48.00; from then to 4 May 5 weeks at £60.00: £192.00 + £300.00.
  test('each payment until the next, in whole weeks', () => {
    const twice = paying.with('direct-payment', {
      on: '2026-03-30',
      plan: 'plan-1',
      weekly: 60,
      way: 'person',
    })
    const { paid } = directPaymentView(twice.state('2026-05-09'))
    expect(paid.map(({ from, weeks, comesTo }) => [from, weeks, comesTo])).toEqual([
      ['2026-03-02', 4, 19_200],
      ['2026-03-30', 5, 30_000],
    ])
    expect(totalPaid(paid)).toBe(49_200)
  })
  test('on the first day nothing has been paid yet', () => {
    expect(totalPaid(directPaymentView(paying.state('2026-03-02')).paid)).toBe(0)
  })
})

describe('when it is looked at again', () => {
  const review = (on: string) => ({
    on,
    type: 'planned' as const,
    changed: false,
    found: 'Well.',
    'leads-to': 'no-change' as const,
    involved: ['p'],
  })
  test.each<[string, typeof planned, string, string, boolean]>([
    ['six months from the first payment', paying, '2026-09-02', '2026-09-02', false],
    ['late the day after', paying, '2026-09-03', '2026-09-02', true],
    [
      'twelve months from the review',
      paying.with('review', review('2026-08-20')),
      '2026-11-01',
      '2027-08-20',
      false,
    ],
    [
      'not from a review before it',
      planned
        .with('review', review('2026-02-27'))
        .with('direct-payment', { on: '2026-03-02', plan: 'plan-1', weekly: 48, way: 'person' }),
      '2026-03-03',
      '2026-09-02',
      false,
    ],
    [
      'the second payment begins nothing anew',
      paying.with('direct-payment', { on: '2026-06-01', plan: 'plan-1', weekly: 60, way: 'person' }),
      '2026-06-02',
      '2026-09-02',
      false,
    ],
  ])('%s', (_name, record, on, due, isLate) => {
    expect(reviewOf(record.state(on))).toMatchObject({ due, isLate })
  })
  test('never, where nothing is paid', () => expect(reviewOf(planned.state())).toBeUndefined())
})
