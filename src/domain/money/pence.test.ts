import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWords, minus, nearestPenny, pence, penceFromPounds, poundsOf, roundToPenny, sum } from './pence.ts'

describe('whole pence', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s is no sum of money', (n) => {
    expect(() => pence(n)).toThrow(RangeError)
  })

  test('nought has no sign', () => {
    expect(Object.is(pence(-0), 0)).toBe(true)
    expect(Object.is(roundToPenny(-0.4), 0)).toBe(true)
  })
})

describe('the one rounding', () => {
  test.each([
    [0.5, 1, 'half a penny goes up'],
    [1.5, 2, 'and not to the even one'],
    [2.5, 3, 'and not to the even one'],
    [-0.5, -1, 'away from zero below it too'],
    [-2.5, -3, 'away from zero below it too'],
    [0.49, 0, 'less than half goes'],
    [-0.49, 0, 'less than half goes'],
    [12_652.5, 12_653, '5.25 h at £24.10 is £126.525'],
    [1.005 * 100, 101, 'stands a hair below 100.5'],
    [8.575 * 100, 858, 'stands a hair below 857.5'],
    [(2760 * 7) / 60, 322, 'seven minutes at £27.60'],
    [439_103_195 * 527.3, 231_539_114_724, 'the hair grows with the sum: 231539114723.5 exactly'],
  ])('%f is %i: %s', (exact, whole) => {
    expect(roundToPenny(exact)).toBe(whole)
  })

  test('is what whole numbers give, for any price and any hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        (price, minutes) => {
          const exact = (2n * BigInt(price) * BigInt(minutes) + 60n) / 120n
          expect(nearestPenny((price * minutes) / 60)).toBe(Number(exact))
          expect(nearestPenny(price * (minutes / 60))).toBe(Number(exact))
          const hundredth = (BigInt(price) * BigInt(minutes) + 50n) / 100n
          expect(nearestPenny(price * (minutes / 100))).toBe(Number(hundredth))
        },
      ),
      { numRuns: 3_000 },
    )
  })

  test('keeps whole pence, mirrors below zero, and never falls as the sum grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (exact, more) => {
          const rounded = nearestPenny(exact)
          expect(Math.abs(rounded - exact)).toBeLessThanOrEqual(0.5 + 1e-3)
          expect(nearestPenny(rounded)).toBe(rounded)
          expect(nearestPenny(-exact) + rounded).toBe(0)
          expect(nearestPenny(exact + more)).toBeGreaterThanOrEqual(rounded)
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

describe('pounds in a file', () => {
  test.each([
    [365.4, 36_540],
    [1651, 165_100],
    [0, 0],
    [-3.2, -320],
    [0.29, 29],
    [1.1, 110],
    [300_000_000.55, 30_000_000_055],
    [12_345_678_901.23, 1_234_567_890_123],
  ])('%f is %i pence', (pounds, amount) => {
    expect(penceFromPounds(pounds)).toBe(amount)
  })

  test.each([0.001, 27.605, 1.999_999, Number.NaN, Number.POSITIVE_INFINITY, 1e12])(
    '%f is not pounds and pence',
    (pounds) => {
      expect(penceFromPounds(pounds)).toBeUndefined()
    },
  )

  test('every sum of up to a thousand million pounds that a file can write comes in and goes out the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (amount) => {
        const size = Math.abs(amount)
        const written = `${amount < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
        expect(penceFromPounds(Number(written))).toBe(amount)
        expect(Number(poundsOf(pence(amount)).toFixed(2))).toBe(Number(written))
      }),
      { numRuns: 5_000 },
    )
  })

  test('a third decimal is never dropped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        (whole, third) => {
          const written = `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}${third}`
          expect(penceFromPounds(Number(written))).toBeUndefined()
        },
      ),
      { numRuns: 5_000 },
    )
  })
})

describe('adding up', () => {
  test('a list, a difference, nothing at all', () => {
    expect(sum([pence<'week'>(1), pence<'week'>(2), pence<'week'>(-5)])).toBe(-2)
    expect(sum([])).toBe(0)
    expect(minus(pence<'week'>(3), pence<'week'>(5))).toBe(-2)
  })
})

describe('in words', () => {
  test.each([
    [0, '£0.00'],
    [5, '£0.05'],
    [-320, '-£3.20'],
    [165_100, '£1,651.00'],
    [99_999, '£999.99'],
    [100_000, '£1,000.00'],
    [123_456_789_01, '£123,456,789.01'],
    [1_000_005_07, '£1,000,005.07'],
    [-1_010_000_00, '-£1,010,000.00'],
  ])('%i is %s', (amount, words) => {
    expect(inWords(pence(amount))).toBe(words)
  })
})
