import { describe, expect, test } from 'vitest'
import { aContract, indicators } from '../contracts/a-contract.ts'
import { neededForMean, neededForShare, resolutions } from './resolution.ts'

// By hand: ((2.0537 sqrt(p0 q0) + 1.2816 sqrt(p1 q1)) / (p1 - p0)) squared, and ((2.0537 + 1.2816) / d) squared.
describe('from how much on a test sees', () => {
  test.each([
    [0.1, 0.3, 37],
    [0.05, 0.2, 41],
    [0.1, 0.25, 61],
    [0.053, 0.15, 90],
  ])('from %d to %d: %d', (anyway, planted, needed) => {
    expect(neededForShare(anyway, planted)).toBe(needed)
  })

  test('a mean half a standard deviation away: 45', () => {
    expect(neededForMean(0.5)).toBe(45)
    expect(neededForMean(0.625)).toBe(29)
  })

  test('a contract with three claims has three to go by, and needs 37', () => {
    const contract = aContract(indicators())
      .referred('p-1')
      .and('claimed', { outcome: 'a' })
      .and('claimed', { outcome: 'b' })
      .and('claimed', { outcome: 'c' })
    const found = resolutions(contract.ledger()).find(({ flag }) => flag === 'last-minute')
    expect(found).toMatchObject({ has: 3, needs: 37 })
  })

  test('plain facts need no numbers', () => {
    const found = resolutions(aContract(indicators()).ledger()).filter(({ needs }) => needs === undefined)
    expect(found.map(({ flag }) => flag)).toEqual(['many-faces', 'under-cost', 'concentration'])
  })
})
