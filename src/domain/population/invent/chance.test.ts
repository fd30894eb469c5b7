import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceAt } from './chance.ts'
import { FAULT_NAMES, NO_FAULTS, USUAL_FAULTS, readFaults } from './faults.ts'
import { FAMILY_NAMES } from './names.ts'

const draws = (seed: number, place: number, count = 4) => {
  const { next } = chanceAt(seed, place)
  return Array.from({ length: count }, () => Math.round(next() * 4_294_967_296))
}

describe('chance that comes again', () => {
  test('gives the numbers that a second reading of sfc32, in another language, gave', () => {
    expect(draws(1, 0)).toEqual([569_116_226, 985_299_873, 3_238_673_557, 2_547_366_803])
    expect(draws(Number.MAX_SAFE_INTEGER, 199_999, 2)).toEqual([3_296_253_767, 2_306_392_065])
  })

  test('neighbours in seed or place have nothing in common', () => {
    const all = [draws(1, 0), draws(1, 1), draws(2, 0), draws(2, 1), draws(1 + 2 ** 32, 0)].flat()
    expect(new Set(all).size).toBe(all.length)
  })

  test('stays within its bounds', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.integer({ min: -50, max: 50 }),
        fc.nat(90),
        (seed, place, low, more) => {
          const chance = chanceAt(seed, place)
          const drawn = chance.between(low, low + more)
          expect(Number.isInteger(drawn) && drawn >= low && drawn <= low + more).toBe(true)
          expect(Math.abs(chance.normal())).toBeLessThanOrEqual(6)
          expect(chance.lognormal(10, 0.5)).toBeGreaterThan(0)
          expect(chance.some([1, 2, 3, 4], 2)).toHaveLength(2)
        },
      ),
    )
  })

  test('is even, and bent as it says', () => {
    const chance = chanceAt(5, 5)
    const many = Array.from({ length: 20_000 }, () => chance.lognormal(9.5, 0.75)).toSorted((a, b) => a - b)
    expect(Math.abs((many[10_000] ?? 0) / 9.5 - 1)).toBeLessThan(0.03)
    expect(Math.abs(many.reduce((total, one) => total + one, 0) / 20_000 / 12.6 - 1)).toBeLessThan(0.04)
    const picked = Array.from({ length: 20_000 }, () =>
      chance.weighted([
        ['a', 1],
        ['b', 3],
      ] as const),
    )
    expect(Math.abs(picked.filter((one) => one === 'b').length / 20_000 - 0.75)).toBeLessThan(0.01)
  })

  test('nothing cannot be chosen from', () => {
    expect(() => chanceAt(1, 1).pick([])).toThrow('there is nothing to choose from')
  })
})

test('family names are many, and each stands once', () => {
  expect(FAMILY_NAMES.length).toBeGreaterThan(900)
  expect(new Set(FAMILY_NAMES).size).toBe(FAMILY_NAMES.length)
})

describe('what is to be planted', () => {
  test('none, all, names with a share and names alone', () => {
    expect(readFaults('none')).toEqual({ kind: 'faults', faults: NO_FAULTS })
    expect(readFaults('all')).toEqual({ kind: 'faults', faults: USUAL_FAULTS })
    expect(readFaults('stuck=0.25, clipped-visits')).toEqual({
      kind: 'faults',
      faults: { ...NO_FAULTS, stuck: 0.25, 'clipped-visits': 0.15 },
    })
    expect(readFaults('stuck=1')).toEqual({ kind: 'faults', faults: { ...NO_FAULTS, stuck: 1 } })
  })

  test.each([
    ['', `There is no fault "" to plant. There is: ${FAULT_NAMES.join(', ')}.`],
    ['theft', `There is no fault "theft" to plant. There is: ${FAULT_NAMES.join(', ')}.`],
    ['stuck,stuck', 'The fault stuck is named twice.'],
    ['stuck=', 'The share of stuck must be a number from 0 to 1, such as stuck=0.1.'],
    ['stuck=10%', 'The share of stuck must be a number from 0 to 1, such as stuck=0.1.'],
    ['stuck=1.5', 'The share of stuck must be a number from 0 to 1, such as stuck=0.1.'],
    ['stuck=-1', 'The share of stuck must be a number from 0 to 1, such as stuck=0.1.'],
    ['stuck=0.1=0.2', 'The share of stuck must be a number from 0 to 1, such as stuck=0.1.'],
    ['stuck=1e-3', 'The share of stuck must be a number from 0 to 1, such as stuck=0.1.'],
  ])('%j is refused with a sentence', (text, says) => {
    expect(readFaults(text)).toEqual({ kind: 'refused', says })
  })
})
