import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { carersPlan, carersPlans } from './view-carers.ts'

const record = aRecord()
  .withCarer()
  .planned()
  .with('assessment-opened', {
    id: 'carers',
    on: '2026-03-01',
    of: 'carer',
    subject: 'son',
    way: 'face-to-face',
    assessor: 'sw',
  })
  .with('need', {
    id: 'rest',
    on: '2026-03-02',
    text: 'A night of sleep',
    topics: ['carer-recreation'],
    cause: 'Caring at night',
    test: 'health',
    of: 'son',
    wellbeing: ['health'],
    impact: 'significant',
    'impact-why': 'He has not slept.',
  })
  .with('eligibility', {
    id: 'decided',
    on: '2026-03-05',
    assessment: 'carers',
    eligible: true,
    needs: [{ need: 'rest', eligible: true, why: 'He breaks down.' }],
    reasons: 'x',
  })

/** The plan again with a line for the carer's need: a night a week at £90, and a rail bought once. */
const withLines = record.with('plan', {
  id: 'plan-9',
  on: '2026-03-20',
  version: '9',
  status: 'issued',
  involved: ['p', 'son'],
  lines: [
    {
      line: 'C1',
      needs: ['rest'],
      what: 'A night sitter',
      form: 'respite',
      unit: 'night',
      amount: 1,
      price: 90,
      weekly: 90,
      funder: 'council',
      way: 'managed',
      why: 'So that he sleeps.',
    },
    {
      line: 'C2',
      needs: ['rest'],
      what: 'A bed in the next room',
      form: 'equipment',
      unit: 'once',
      amount: 1,
      price: 240,
      weekly: 0,
      funder: 'council',
      way: 'managed',
      why: 'So that he sleeps.',
    },
  ],
})

describe('a carer’s own support', () => {
  test('is what the plan gives for needs of their own, and what that comes to', () => {
    const plan = carersPlan(withLines.state('2026-04-01'), 'son')
    expect(
      plan.needs.map(({ need, eligible, lines }) => [need.id, eligible, lines.map(({ line }) => line.what)]),
    ).toEqual([['rest', true, ['A night sitter', 'A bed in the next room']]])
    expect([plan.weekly, plan.council, plan.once]).toEqual([9_000, 9_000, 24_000])
  })

  test('is nothing yet where the plan has no line for it, and that is to be seen', () => {
    const plan = carersPlan(record.state('2026-04-01'), 'son')
    expect([plan.needs[0]?.eligible, plan.needs[0]?.lines, plan.weekly]).toEqual([true, [], 0])
  })

  test('holds nothing of the person’s needs, and is shown carer by carer', () => {
    const state = withLines.state('2026-04-01')
    expect(carersPlans(state, 'all').map(({ carer }) => carer)).toEqual(['husband', 'son'])
    expect(carersPlans(state, ['son']).map(({ carer }) => carer)).toEqual(['son'])
    expect(carersPlans(state, ['somebody'])).toEqual([])
    for (const { carer, needs } of carersPlans(state, 'all')) {
      expect(needs.map(({ need }) => need.of)).toEqual(needs.map(() => carer))
    }
  })
})
