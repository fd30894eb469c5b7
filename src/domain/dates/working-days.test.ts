import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, day, dayFromNumber, dayNumber } from './plain-date.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

test.each([
  ['2026-11-20', true, 'a Friday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2022-06-02', false, 'the moved spring bank holiday'],
  ['2022-06-03', false, 'the Platinum Jubilee'],
  ['2022-05-30', true, 'the Monday that it moved from'],
  ['2022-09-19', false, 'a state funeral'],
  ['2023-05-08', false, 'a coronation'],
  ['2026-04-03', false, 'Good Friday'],
  ['2026-05-04', false, 'early May'],
  ['2027-12-27', false, 'instead of Christmas Day'],
  ['2027-12-28', false, 'instead of Boxing Day'],
  ['2027-12-24', true, 'Christmas Eve'],
  ['2000-01-04', true, 'the first working day of the calendar'],
  ['2000-01-03', false, 'instead of New Year, the first Monday of the calendar'],
  ['2040-12-31', true, 'the last day of the calendar'],
])('%s is a working day: %s (%s)', (date, works) => {
  expect(isWorkingDay(day(date))).toBe(works)
})

describe('adding working days', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23', 'Friday: the day after is Monday'],
    ['2026-11-21', 1, '2026-11-23', 'Saturday: so is the first working day after'],
    ['2026-11-20', 0, '2026-11-20', 'none'],
    ['2026-11-21', 0, '2026-11-21', 'none, from a day off'],
    ['2026-04-02', 1, '2026-04-07', 'over Easter'],
    ['2026-11-23', 20, '2026-12-21', 'four weeks'],
    ['2026-12-01', 20, '2026-12-31', '17 up to Christmas Eve, then 29, 30 and 31 December'],
    ['2026-03-02', 60, '2026-05-29', 'sixty: 23 up to Easter, 19 more in April, 14 up to 22 May, 4 more'],
    ['2022-05-27', 5, '2022-06-07', 'over the Platinum Jubilee'],
    ['2040-12-28', 1, '2040-12-31', 'to the end of the calendar'],
  ])('%s and %i is %s: %s', (from, n, to) => {
    expect(addWorkingDays(day(from), n)).toBe(to)
  })

  it('takes whole numbers of 0 or more', () => {
    expect(() => addWorkingDays(day('2026-11-20'), -1)).toThrow(RangeError)
    expect(() => addWorkingDays(day('2026-11-20'), 1.5)).toThrow(RangeError)
  })
})

test.each([
  ['2026-11-20', '2026-11-23', 1, 'Friday to Monday'],
  ['2026-11-20', '2026-11-20', 0, 'a day to itself'],
  ['2026-11-20', '2026-11-22', 0, 'Friday to Sunday'],
  ['2026-11-23', '2026-11-20', -1, 'back'],
  ['2026-04-02', '2026-04-08', 2, 'over Easter'],
  ['2026-01-01', '2026-12-31', 253, 'a year: 260 weekdays after 1 January, less seven bank holidays'],
])('from %s to %s: %i (%s)', (from, to, days) => {
  expect(workingDaysBetween(day(from), day(to))).toBe(days)
})

describe('outside the calendar', () => {
  it('says that it does not know', () => {
    for (const outside of [day('1999-12-31'), day('2041-01-01')]) {
      expect(isWorkingDay(outside)).toBeUndefined()
      expect(addWorkingDays(outside, 3)).toBeUndefined()
      expect(addWorkingDays(outside, 0)).toBeUndefined()
      expect(workingDaysBetween(outside, day('2026-01-01'))).toBeUndefined()
      expect(workingDaysBetween(day('2026-01-01'), outside)).toBeUndefined()
    }
    expect(addWorkingDays(day('2040-12-31'), 1)).toBeUndefined()
  })
})

describe('for any two days', () => {
  const days = fc
    .integer({ min: dayNumber(day('2000-01-01')), max: dayNumber(day('2040-12-31')) })
    .map(dayFromNumber)
  const near = fc
    .integer({ min: dayNumber(day('2000-01-01')), max: dayNumber(day('2040-06-30')) })
    .map(dayFromNumber)

  test('the count is that of walking from one to the other', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 180 }), (from, length) => {
        let walked = 0
        for (let step = 1; step <= length; step += 1) if (isWorkingDay(addDays(from, step))) walked += 1
        expect(workingDaysBetween(from, addDays(from, length))).toBe(walked)
      }),
    )
  })

  test('adding lands on a working day that is so many away', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 100 }), (from, n) => {
        const to = addWorkingDays(from, n)
        expect(to).toBeDefined()
        if (to === undefined) return
        expect(isWorkingDay(to)).toBe(true)
        expect(workingDaysBetween(from, to)).toBe(n)
      }),
    )
  })

  test('there and back is nothing', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect((workingDaysBetween(a, b) ?? 1) + (workingDaysBetween(b, a) ?? 1)).toBe(0)
      }),
    )
  })
})
