import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pence } from './pence.ts'
import { share } from './share.ts'

describe('sharing a sum out', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33], 'the odd penny goes to the first of equals'],
    [101, [1, 1, 1], [34, 34, 33], 'and the next to the next'],
    [-100, [1, 1, 1], [-34, -33, -33], 'a debt is shared like a sum'],
    [1, [1, 2], [0, 1], 'the penny goes to the larger remainder'],
    [1000, [2, 1], [667, 333], 'two to one'],
    [100, [0, 1], [0, 100], 'no weight has no share'],
    [10, [0.1, 0.2, 0.7], [1, 2, 7], 'weights may be parts'],
    [0, [3, 4], [0, 0], 'nothing is nothing for all'],
  ])('%i by %j is %j: %s', (total, weights, shares) => {
    expect(share(pence(total), weights)).toEqual(shares)
  })

  test.each([[[]], [[0, 0]], [[1, -1]], [[Number.NaN]], [[Number.POSITIVE_INFINITY, 1]]])(
    '%j cannot be shared by',
    (weights) => {
      expect(() => share(pence(100), weights)).toThrow(RangeError)
    },
  )

  const weights = fc
    .array(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1000, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    })
    .filter((list) => list.some((w) => w > 1e-6))

  test('no penny is lost, none changes sign, and nobody is more than a penny from their part', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (total, list) => {
        const shares = share(pence(total), list)
        const all = list.reduce((a, b) => a + b, 0)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
        shares.forEach((one, index) => {
          expect(one === 0 || Math.sign(one) === Math.sign(total)).toBe(true)
          expect(Math.abs(one - (total * (list[index] ?? 0)) / all)).toBeLessThan(1 + 1e-3)
          if (list[index] === 0) expect(one).toBe(0)
        })
      }),
      { numRuns: 1_500 },
    )
  })

  test('a penny too many is taken back: here the parts come out a hair too large', () => {
    const shares = share(pence(9_007_199_254_282_136), [13, 5])
    expect(shares.reduce((a, b) => a + BigInt(b), 0n)).toBe(9_007_199_254_282_136n)
  })

  test('not even at the end of exact numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 ** 50, max: Number.MAX_SAFE_INTEGER }), weights, (total, list) => {
        const shares = share(pence(total), list)
        expect(shares.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total))
        expect(shares.every((one) => one >= 0)).toBe(true)
      }),
      { numRuns: 1_500 },
    )
  })
})
