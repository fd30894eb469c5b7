import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetNumbers, sheetOf } from './sheets.ts'

const list = (length: number) => Array.from({ length }, (_, index) => index + 1)

describe('a list in sheets', () => {
  test.each([
    // all, wanted: first, last, number, of
    [0, '1', 0, 0, 1, 1],
    [1, '', 1, 1, 1, 1],
    [50, '1', 1, 50, 1, 1],
    [51, '1', 1, 50, 1, 2],
    [51, '2', 51, 51, 2, 2],
    [200, '3', 101, 150, 3, 4],
    [200, '5', 151, 200, 4, 4],
    [200, '0', 1, 50, 1, 4],
    [200, '-1', 1, 50, 1, 4],
    [200, '2.5', 1, 50, 1, 4],
    [200, 'two', 1, 50, 1, 4],
    [200, '9999999999', 1, 50, 1, 4],
    [200, '007', 151, 200, 4, 4],
  ])('of %i lines, asked for “%s”', (all, wanted, first, last, number, sheets) => {
    const sheet = sheetOf(list(all), wanted)
    expect([sheet.first, sheet.last, sheet.number, sheet.sheets, sheet.all]).toEqual([
      first,
      last,
      number,
      sheets,
      all,
    ])
    expect(sheet.lines).toEqual(list(all).slice(first === 0 ? 0 : first - 1, last))
  })

  test('all sheets after each other are the list, in its order, with nobody twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (all, most) => {
        const { sheets } = sheetOf(all, '1', most)
        expect(list(sheets).flatMap((number) => sheetOf(all, String(number), most).lines)).toEqual(all)
      }),
    )
  })

  test.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 4, [1, 2, 3, 4]],
    [1, 5, [1, 2, '...', 5]],
    [3, 5, [1, 2, 3, 4, 5]],
    [4, 9, [1, 2, 3, 4, 5, '...', 9]],
    [5, 9, [1, '...', 4, 5, 6, '...', 9]],
    [9, 9, [1, '...', 8, 9]],
  ])('on sheet %i of %i it leads to %j', (number, sheets, expected) => {
    expect(sheetNumbers(number, sheets)).toEqual(expected)
  })
})
