import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { day } from '../dates/plain-date.ts'
import { pence } from '../money/pence.ts'
import { budgetShort, budgetUnexplained, indicativeHidden, priceNotReal } from './money.ts'
import { standardsFor } from './standards.ts'

describe('indicative-hidden', () => {
  test('no indicative budget was shown before the plan', () => {
    expect(hits(indicativeHidden, aRecord().planned().without('indicative-budget'))).toEqual([
      {
        entries: ['plan-1'],
        worker:
          'The plan of 16 February 2026 was issued, and Ada Brook was shown no indicative budget to plan with.',
        person:
          'Before your plan of 16 February 2026 you should have been told roughly how much money there might be. The record does not show that you were.',
        mend: {
          says: 'Show an indicative budget, with how it was worked out, before the next version.',
          where: 'budget',
        },
      },
    ])
  })

  test('one was made and not shown, or came after the plan', () => {
    const hidden = aRecord().planned().but('indicative-budget-1', { shown: false })
    expect(hitEntries(indicativeHidden, hidden)).toEqual([['plan-1']])
    const after = aRecord().planned().but('indicative-budget-1', { on: '2026-02-17' })
    expect(hitEntries(indicativeHidden, after)).toEqual([['plan-1']])
  })

  const reviewed = aRecord().reviewed()
  const more = [line('L1', { amount: 9 }), line('L2')]

  test('a later plan that gives other sums needs its own', () => {
    expect(hitEntries(indicativeHidden, withSecondPlan(reviewed, more))).toEqual([['plan-2']])
    const shown = reviewed.with('indicative-budget', { on: '2026-09-01', weekly: 285, shown: true })
    expect(hits(indicativeHidden, withSecondPlan(shown, more))).toEqual([])
  })

  test('not where nothing changed, where no plan is issued, or where the plan is older than the record', () => {
    expect(hits(indicativeHidden, withSecondPlan(reviewed, [line('L1'), line('L2')]))).toEqual([])
    const draft = aRecord().planned().without('indicative-budget').but('plan-1', { status: 'draft' })
    expect(hits(indicativeHidden, draft)).toEqual([])
    const old = aRecord().planned().without('indicative-budget').but('plan-1', { 'brought-over': true })
    expect(hits(indicativeHidden, old)).toEqual([])
  })

  test('a new version in the same round of planning rests on the same indicative budget', () => {
    const again = withSecondPlan(aRecord().planned(), more, { on: '2026-02-25' })
    expect(hits(indicativeHidden, again)).toEqual([])
  })
})

describe('budget-unexplained', () => {
  const withBudget = (fields: Readonly<Record<string, unknown>>) =>
    aRecord().planned().but('personal-budget-1', fields)
  const lines = (L1: number, L2: number) => [
    { line: 'L1', weekly: L1 },
    { line: 'L2', weekly: L2 },
  ]

  test.each([
    ['no lines', { lines: undefined }, 'has no lines that show how it was made'],
    ['an empty list', { lines: [] }, 'has no lines that show how it was made'],
    [
      'lines that do not add up',
      { lines: lines(175, 50) },
      'says £235.00 a week, but its lines come to £225.00',
    ],
    [
      'a line that differs from its plan’s',
      { lines: lines(165, 70) },
      'gives £165.00 a week for “Home care each morning”, which costs £175.00 in the plan, and no reason stands',
    ],
    [
      'a line of the plan that is left out',
      { weekly: 175, council: 135, lines: [{ line: 'L1', weekly: 175 }] },
      'gives nothing a week for “The club, with its bus”, which costs £60.00 in the plan, and no reason stands',
    ],
  ])('%s', (_, fields, why) => {
    const [hit] = hits(budgetUnexplained, withBudget(fields))
    expect(hit?.worker).toBe(`The personal budget of 16 February 2026 ${why}.`)
    expect(hit?.entries).toEqual(['personal-budget-1', 'plan-1'])
  })

  test('a budget line that differs is explained by a note; a budget without lines is not', () => {
    const note = 'The club gives the first week of each month free.'
    expect(hits(budgetUnexplained, withBudget({ lines: lines(180, 55), note }))).toEqual([])
    expect(hitEntries(budgetUnexplained, withBudget({ lines: [], note }))).toHaveLength(1)
  })

  test('a later budget for the same plan puts it right', () => {
    const again = withBudget({ lines: [] }).with('personal-budget', {
      on: '2026-02-20',
      plan: 'plan-1',
      weekly: 235,
      council: 195,
      person: 40,
      lines: lines(175, 60),
    })
    expect(hits(budgetUnexplained, again)).toEqual([])
  })

  test('not where it adds up, where another funder’s line is left out, or where reablement is kept out of it', () => {
    expect(hits(budgetUnexplained, aRecord().planned())).toEqual([])
    const plan = (third: Readonly<Record<string, unknown>>) =>
      aRecord()
        .planned()
        .but('plan-1', { lines: [line('L1'), line('L2'), newLine('L3', third)] })
    expect(hits(budgetUnexplained, plan({ funder: 'nhs' }))).toEqual([])
    expect(hits(budgetUnexplained, plan({ form: 'reablement' }))).toEqual([])
    expect(hits(budgetUnexplained, plan({}))).toHaveLength(1)
  })
})

describe('budget-short', () => {
  test('the budget is below what the lines for eligible needs cost', () => {
    const short = aRecord().planned().but('personal-budget-1', { weekly: 200, council: 160 })
    expect(hits(budgetShort, short)).toEqual([
      {
        entries: ['personal-budget-1', 'plan-1'],
        worker:
          'The personal budget is £200.00 a week; the lines of the plan for eligible needs cost £235.00.',
        person:
          'Your plan costs £235.00 a week, but your personal budget is only £200.00. The budget must be enough to pay for the support you need.',
        mend: { says: 'Set the budget at what the plan costs.', where: 'plan' },
      },
    ])
  })

  test('not where the rest is for a need that is not eligible, or is paid by somebody else', () => {
    const short = aRecord().planned().but('personal-budget-1', { weekly: 175, council: 135 })
    const decided = [
      { need: 'need-1', eligible: true, why: 'She cannot wash without help.' },
      { need: 'need-2', eligible: false, why: 'She can use the door-to-door bus.' },
    ]
    expect(hits(budgetShort, short)).toHaveLength(1)
    expect(hits(budgetShort, short.but('eligibility-1', { needs: decided }))).toEqual([])
    const nhs = short.but('plan-1', { lines: [line('L1'), line('L2', { funder: 'nhs' })] })
    expect(hits(budgetShort, nhs)).toEqual([])
    expect(hits(budgetShort, aRecord().planned())).toEqual([])
  })

  test('only for the plan in force', () => {
    const short = aRecord().planned().but('personal-budget-1', { weekly: 200, council: 160 })
    expect(hits(budgetShort, withSecondPlan(short, [line('L1'), line('L2')]))).toEqual([])
  })
})

describe('price-not-real', () => {
  const priced = (price: number, fields = {}) =>
    aRecord()
      .planned()
      .but('plan-1', { lines: [line('L1', { price, ...fields }), line('L2')] })

  test('an hour is costed below the published price', () => {
    const [hit] = hits(priceNotReal, priced(21.5))
    expect(hit?.entries).toEqual(['plan-1'])
    expect(hit?.worker).toBe(
      '“Home care each morning” is costed at £21.50 an hour; the council’s published price for home care from an agency is £25.00.',
    )
  })

  test.each([
    ['at the price', priced(25)],
    ['above it', priced(26)],
    ['for a form without a price', priced(12, { form: 'community' })],
    ['for another unit', priced(12, { unit: 'visit' })],
    ['where somebody else pays', priced(12, { funder: 'nhs' })],
    ['where no prices are published', priced(12).policy(undefined)],
  ])('not %s', (_, record) => {
    expect(hits(priceNotReal, record)).toEqual([])
  })

  test('it is the price of the plan’s day', () => {
    const from = (first: string) =>
      priced(25).policy({
        prices: [
          { form: 'agency', unit: 'hour', price: 27, from: first },
          { form: 'agency', unit: 'hour', price: 24, from: '2025-04-01' },
        ],
      })
    expect(hits(priceNotReal, from('2026-02-16'))).toHaveLength(1)
    expect(hits(priceNotReal, from('2026-02-17'))).toEqual([])
  })
})

describe('price-not-real, by the council’s published prices', () => {
  /** Pence an hour, as a model has them. */
  const row = (low: number, price: number, from: string, more = {}) => ({
    form: 'agency' as const,
    unit: 'hour' as const,
    low: pence<'hour'>(low),
    price: pence<'hour'>(price),
    high: pence<'hour'>(price + 400),
    from: day(from),
    source: 'Written out for this test.',
    ...more,
  })
  const published = {
    prices: [
      row(2410, 2760, '2026-04-01'),
      row(2164, 2630, '2025-04-01'),
      row(1284, 1500, '2025-04-01', { night: 'sleep-in' }),
    ],
  }
  const found = (record: ReturnType<typeof aRecord>, council: typeof published | undefined = published) => {
    const state = record.state()
    return priceNotReal.find(state, standardsFor(state.policy, council))
  }
  const priced = (price: number, fields = {}) =>
    aRecord()
      .planned()
      .but('plan-1', { lines: [line('L1', { price, ...fields }), line('L2')] })
      .policy(undefined)

  test('stand where the record gives none of its own: below where they begin on the plan’s day', () => {
    const [hit] = found(priced(21.63))
    expect(hit?.entries).toEqual(['plan-1'])
    expect(hit?.worker).toBe(
      '“Home care each morning” is costed at £21.63 an hour; the council’s published prices for home care from an agency begin at £21.64.',
    )
    expect(hit?.person).toBe(
      'Your plan allows £21.63 an hour for “Home care each morning”. The council says itself that it costs £21.64 or more. You may not be able to buy it for less.',
    )
  })

  test.each([
    ['at where they begin', priced(21.64)],
    ['for a form without a price', priced(12, { form: 'community' })],
    ['where somebody else pays', priced(12, { funder: 'nhs' })],
    ['for a night, which has prices of its own', priced(12.84, { what: 'Somebody asleep in the house' })],
  ])('not %s', (_, record) => {
    expect(found(record)).toEqual([])
  })

  test('not where no model is given', () => {
    const state = priced(12).state()
    expect(priceNotReal.find(state, standardsFor(state.policy))).toEqual([])
  })

  test('a price of the record’s own stands before them, lower or higher', () => {
    const own = (price: number) =>
      priced(20).policy({ prices: [{ form: 'agency', unit: 'hour', price, from: '2025-04-01' }] })
    expect(found(own(19))).toEqual([])
    expect(found(own(21))[0]?.worker).toContain(
      'the council’s published price for home care from an agency is £21.00.',
    )
  })

  test('a price of the record’s own for another form leaves them standing', () => {
    const record = priced(20).policy({
      prices: [{ form: 'community', unit: 'hour', price: 9, from: '2025-04-01' }],
    })
    expect(found(record)).toHaveLength(1)
  })
})
