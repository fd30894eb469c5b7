import { describe, expect, test } from 'vitest'
import type { IndicativeBudget, Line } from '../../domain/allocation/budget.ts'
import { written } from '../../domain/allocation/reason.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { showBudget } from './decide.ts'

const line = (id: string, weekly: number, more: Partial<Line> = {}): Line => ({
  id,
  kind: 'support',
  topic: 'hygiene',
  level: 1,
  hours: { need: 6, offset: 0, paid: 6 },
  givenBy: [],
  form: 'agency',
  price: null,
  weekly: pence<'week'>(weekly),
  low: pence<'week'>(weekly),
  high: pence<'week'>(weekly),
  typical: false,
  reasons: [
    written({
      says: '8 times a week × 45 minutes = 6 hours.',
      gives: { name: 'hours', value: 6, unit: 'hours-a-week' },
    }),
    written({ says: `The sum of ${id}.`, gives: { name: id, value: weekly, unit: 'pence-a-week' } }),
    written({ says: 'A word after the sum.' }),
  ],
  restsOn: [],
  ...more,
})

const budget = (...lines: readonly Line[]): IndicativeBudget => {
  const weekly = pence<'week'>(lines.reduce((total, one) => total + one.weekly, 0))
  const nothing = pence<'once'>(0)
  return {
    weekly,
    low: weekly,
    high: weekly,
    lines,
    once: [],
    onceTotal: { once: nothing, low: nothing, high: nothing },
    model: { name: 'Northmoor 2026-27', version: 3, from: day('2026-04-01') },
    on: day('2026-11-21'),
    asIfNoCarer: weekly,
    stillNeeds: [],
    notCounted: [],
    needsRecorded: true,
  }
}

const stamp = { id: 'new', on: day('2026-11-21'), by: 'sw' }
const linesOf = (...lines: readonly Line[]) => {
  const decision = showBudget({ stamp, budget: budget(...lines) })
  const [entry] = decision.kind === 'done' ? decision.entries : []
  return entry?.kind === 'indicative-budget' ? entry.lines : undefined
}

describe('putting the sum in the record', () => {
  test('the week, the model by name and version, its lines with why, and that it was shown', () => {
    expect(
      showBudget({
        stamp,
        budget: budget(line('hygiene', 165_60), line('nutrition', 96_60, { topic: 'nutrition' })),
      }),
    ).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-11-21',
          by: 'sw',
          kind: 'indicative-budget',
          weekly: 26220,
          model: 'Northmoor 2026-27 version 3',
          lines: [
            {
              topic: 'hygiene',
              weekly: 16560,
              why: 'Washing and keeping clean, £165.60: The sum of hygiene.',
            },
            { topic: 'nutrition', weekly: 9660, why: 'Eating and drinking, £96.60: The sum of nutrition.' },
          ],
          shown: true,
        },
      ],
    })
  })

  test('travel and sharing go with the topic that they are for, and contingency with money', () => {
    expect(
      linesOf(
        line('community', 48_00, { topic: 'community' }),
        line('travel-community', 6_50, { kind: 'travel', topic: 'community' }),
        line('sharing-community', -12_00, { kind: 'sharing', topic: 'community' }),
        line('contingency', 5_00, { kind: 'contingency', topic: 'contingency' }),
      ),
    ).toEqual([
      {
        topic: 'community',
        weekly: 4250,
        why:
          'Getting out and about, £48.00: The sum of community. ' +
          'Travel, £6.50: The sum of travel-community. ' +
          'Sharing a worker, -£12.00: The sum of sharing-community.',
      },
      { topic: 'money', weekly: 500, why: 'For good days and bad days, £5.00: The sum of contingency.' },
    ])
  })

  test('nights are a part of their own', () => {
    expect(linesOf(line('night', 90_00, { kind: 'night', topic: 'night' }))).toEqual([
      { topic: 'night', weekly: 9000, why: 'Nights, £90.00: The sum of night.' },
    ])
  })

  test('a line whose steps give no figure says its last word', () => {
    const reasons = [written({ says: 'First.' }), written({ says: 'Last.' })]
    const [only] = linesOf(line('hygiene', 1_00, { reasons })) ?? []
    expect(only?.why).toBe('Washing and keeping clean, £1.00: Last.')
  })

  test('a sum with no lines is put in as nothing a week', () => {
    expect(linesOf()).toEqual([])
  })

  test('is refused where a part of it is below nought', () => {
    const decision = showBudget({
      stamp,
      budget: budget(
        line('community', 10_00, { topic: 'community' }),
        line('sharing-community', -12_00, { kind: 'sharing', topic: 'community' }),
      ),
    })
    expect(decision).toEqual({
      kind: 'refused',
      because: [
        { says: 'A part of the sum is below nought. Look at what is shared before it is put in the record.' },
      ],
    })
  })
})
