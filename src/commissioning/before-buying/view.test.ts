import { describe, expect, test } from 'vitest'
import { type Cell, cellsOf } from '../../domain/contracts/before-buying/ranges.ts'
import type { Run } from '../../domain/contracts/before-buying/run.ts'
import { pence } from '../../domain/money/pence.ts'
import { ends, inRange, nearly, nearlyEach, percent, seen, temptation, whole } from './view.ts'

const run = (more: Partial<Run>): Run => ({
  way: 'hours',
  behaviour: 'well',
  seed: 1,
  paid: pence<'once'>(100_000_00),
  held: pence<'once'>(0),
  elsewhere: pence<'once'>(0),
  cost: pence<'once'>(100_000_00),
  left: pence<'once'>(0),
  planned: 100,
  given: 90,
  reached: 10,
  said: 9,
  without: 0,
  flags: [],
  ...more,
})

/** One run for each provider; `more` says what differs for which. */
const cells = (more: Partial<Record<Run['behaviour'], Partial<Run>>>): readonly Cell[] =>
  cellsOf(
    (['well', 'creams', 'parks', 'marks-high', 'cuts-hours'] as const).map((behaviour) =>
      run({ behaviour, ...more[behaviour] }),
    ),
  )

describe('figures as near as they deserve', () => {
  test.each([
    [401_234_567, '£4.01m'],
    [99_500_000, '£1.00m'],
    [99_400_000, '£994,000'],
    [-3_712_345, '−£37,000'],
    [49_999, '£0'],
    [-8, '£0'],
  ])('%i pence is %s', (amount, shown) => {
    expect(nearly(amount)).toBe(shown)
  })

  test('an outcome is shown to the hundred pounds', () => {
    expect(nearlyEach(3_213_456)).toBe('£32,100')
  })

  test('a range is shown once where its ends look alike', () => {
    expect(inRange({ low: 11, middle: 11, high: 11 }, whole)).toBe('11')
    expect(inRange({ low: 0.88, middle: 0.912, high: 0.93 }, percent)).toBe('91% (88% to 93%)')
  })

  test('a scale holds every range and nought', () => {
    const scale = ends([
      { low: -100, middle: 0, high: 100 },
      { low: 50, middle: 60, high: 300 },
    ])
    expect(scale.from).toBe(-120)
    expect(scale.to).toBe(320)
  })
})

describe('what pays a provider', () => {
  test('the behaviour that brings most beyond behaving well', () => {
    const found = temptation(
      cells({ parks: { left: pence<'once'>(9_000_00) }, 'cuts-hours': { left: pence<'once'>(12_000_00) } }),
      'hours',
    )
    expect(found?.behaviour).toBe('cuts-hours')
  })

  test('nothing, where it is less than half a per cent of what is paid', () => {
    expect(temptation(cells({ parks: { left: pence<'once'>(499_99) } }), 'hours')).toBeUndefined()
    expect(temptation(cells({ parks: { left: pence<'once'>(500_00) } }), 'hours')?.behaviour).toBe('parks')
  })
})

test('what the figures show is what they show in nine runs of ten; behaving well is never among it', () => {
  const shown = cells({ well: { flags: ['relapse'] }, creams: { flags: ['creaming'] } })
  expect(seen(shown, 'hours')).toEqual(['creams'])
})
