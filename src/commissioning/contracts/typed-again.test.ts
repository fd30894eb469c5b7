import { describe, expect, test } from 'vitest'
import { atFields, plainly } from './typed-again.ts'

describe('what a rule of the ledger says, on a page', () => {
  test.each([
    ['the contract ends on 2025-11-30', false, 'The contract ends on 30 November 2025'],
    ['the floor, 0.9, must be below the target, 0.8', true, 'The floor, 90%, must be below the target, 80%'],
    [
      'the weights add up to 0.3334, and must add up to 1',
      true,
      'The weights add up to 33.34%, and must add up to 100%',
    ],
    [
      'the weights add up to 1.1, and must add up to 1',
      true,
      'The weights add up to 110%, and must add up to 100%',
    ],
    ['there are 12 visits', true, 'There are 12 visits'],
    ['no such day: 2025-13-40', false, 'No such day: 2025-13-40'],
  ])('%s', (says, shares, plain) => {
    expect(plainly(says, { shares })).toBe(plain)
  })

  test('stands at the question where it was typed, the first box of a date, or above the form', () => {
    const mistakes = [
      { path: 'from', says: 'too early' },
      { path: 'amount', says: 'too low' },
      { path: 'parts', says: 'do not fit' },
    ]
    const fieldOf = ({ path }: { readonly path: string }) => (path === 'parts' ? undefined : { field: path })
    expect(atFields(mistakes, { 'from-day': '1', amount: '3' }, fieldOf).map(({ at }) => at)).toEqual([
      'from-day',
      'amount',
      'form',
    ])
  })
})
