import { describe, expect, test } from 'vitest'
import { integrity } from './every.ts'
import { PLANTED, anInventedProvider } from './an-invented-provider.ts'

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed + 1)

describe('invented providers, over many seeds', () => {
  test('of the honest no more than one in twenty is flagged for anything', () => {
    const flagged = seeds(60).filter((seed) => integrity(anInventedProvider(seed)).length > 0)
    expect(flagged.length).toBeLessThanOrEqual(3)
  })

  test.each(PLANTED)('%s, planted, is found in at least nine of ten', (planted) => {
    const found = seeds(20).filter((seed) =>
      integrity(anInventedProvider(seed, planted)).some(({ flag }) => flag === planted),
    )
    expect(found.length).toBeGreaterThanOrEqual(18)
  })

  test('the same seed gives the same flags', () => {
    expect(integrity(anInventedProvider(7, 'creaming'))).toEqual(integrity(anInventedProvider(7, 'creaming')))
  })
})
