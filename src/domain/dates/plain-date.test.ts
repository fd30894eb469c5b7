import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  dateInWords,
  monthInWords,
  day,
  dayFromNumber,
  dayNumber,
  dayOf,
  dayOfMoment,
  daysBetween,
  plainDate,
  weekday,
} from './plain-date.ts'

describe('which days there are', () => {
  test.each([
    ['2026-02-31', false, '31 February'],
    ['2026-02-29', false, 'no leap year'],
    ['2024-02-29', true, 'a leap year'],
    ['1900-02-29', false, 'a hundredth year is no leap year'],
    ['2000-02-29', true, 'a four-hundredth year is one'],
    ['2026-04-31', false, '31 April'],
    ['2026-12-31', true, 'the last day of a year'],
    ['2026-00-10', false, 'month 0'],
    ['2026-13-10', false, 'month 13'],
    ['2026-01-00', false, 'day 0'],
    ['2026-1-1', false, 'one digit'],
    ['26-01-01', false, 'two digits of a year'],
    ['2026-01-01 ', false, 'a space behind'],
    ['2026-01-01T00:00', false, 'a time behind'],
    ['', false, 'nothing'],
  ])('%s: %s (%s)', (text, there) => {
    expect(plainDate(text) !== undefined).toBe(there)
    if (there) expect(day(text)).toBe(text)
    else expect(() => day(text)).toThrow('no such day')
  })
})

describe('sums with days', () => {
  test.each([
    ['2026-03-28', 1, '2026-03-29', 'into the day when clocks go forward'],
    ['2026-03-29', 1, '2026-03-30', 'out of the day that is 23 hours long'],
    ['2026-10-25', 1, '2026-10-26', 'out of the day that is 25 hours long'],
    ['2024-02-28', 1, '2024-02-29', 'into a leap day'],
    ['2023-02-28', 1, '2023-03-01', 'over a February without one'],
    ['2024-03-01', -1, '2024-02-29', 'back into a leap day'],
    ['2025-12-31', 1, '2026-01-01', 'over the end of a year'],
    ['2026-06-15', 0, '2026-06-15', 'no days'],
    ['2024-01-01', 366, '2025-01-01', 'a leap year'],
  ])('%s and %i days is %s: %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', 12, '2027-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })

  it('refuses to leave the years 0000 to 9999, and parts of a day', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('0000-01-01'), -1)).toThrow(RangeError)
    expect(() => addMonths(day('9999-12-01'), 1)).toThrow(RangeError)
    expect(() => addDays(day('2026-01-01'), 0.5)).toThrow(RangeError)
    expect(() => addDays(day('2026-01-01'), Number.NaN)).toThrow(RangeError)
    expect(() => addMonths(day('2026-01-01'), 0.5)).toThrow(RangeError)
  })

  test.each([
    ['2026-11-16', 1],
    ['2026-11-21', 6],
    ['2026-11-22', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2000-02-29', 2],
  ])('%s is day %i of its week', (date, number) => {
    expect(weekday(day(date))).toBe(number)
  })
})

describe('age', () => {
  test.each([
    ['2008-05-10', '2026-05-09', 17, 'the day before a birthday'],
    ['2008-05-10', '2026-05-10', 18, 'the birthday'],
    ['2008-02-29', '2026-02-28', 17, 'born on a leap day, on 28 February'],
    ['2008-02-29', '2026-03-01', 18, 'born on a leap day, on 1 March'],
    ['2008-02-29', '2028-02-29', 20, 'born on a leap day, on a leap day'],
    ['1931-12-31', '2026-01-01', 94, 'over the end of a year'],
    ['2026-03-01', '2026-03-01', 0, 'the day of birth'],
    ['2027-03-02', '2026-03-01', -1, 'a year and a day before birth'],
    ['2027-03-01', '2026-06-01', 0, 'less than a year before birth'],
  ])('born %s, on %s: %i (%s)', (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age)
  })
})

describe('the day of a moment is the day in London', () => {
  test.each([
    ['2026-01-15T23:59:59Z', '2026-01-15', 'winter, a second before midnight'],
    ['2026-07-15T23:00:00Z', '2026-07-16', 'summer: already midnight in London'],
    ['2026-07-15T22:59:59Z', '2026-07-15', 'summer, a second before midnight'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'the last second of winter time'],
    ['2026-03-29T01:00:00Z', '2026-03-29', 'the first second of summer time'],
    ['2026-03-29T23:00:00Z', '2026-03-30', 'the evening after: an hour ahead'],
    ['2026-03-28T23:59:59Z', '2026-03-28', 'the evening before: not ahead'],
    ['2026-10-24T23:00:00Z', '2026-10-25', 'the last night of summer time'],
    ['2026-10-25T23:59:59Z', '2026-10-25', 'the evening after it'],
    ['2026-10-25T23:30:00+01:00', '2026-10-25', 'with an offset of summer in winter'],
    ['2026-06-01T00:30:00+01:00', '2026-06-01', 'as London writes it'],
    ['2026-06-01T03:30:00+05:00', '2026-05-31', 'as Karachi writes it'],
    ['2025-12-31T20:00:00-05:00', '2026-01-01', 'as New York writes it'],
    ['2026-06-01T12:00Z', '2026-06-01', 'without seconds'],
    ['2026-06-01T12:00:00.123456789Z', '2026-06-01', 'with parts of a second'],
    ['2016-12-31T23:59:60Z', '2016-12-31', 'a leap second'],
  ])('%s falls on %s: %s', (moment, date) => {
    expect(dayOfMoment(moment)).toBe(date)
    expect(dayOf(moment)).toBe(date)
  })

  test.each([
    '2026-02-31T10:00:00Z',
    '2026-06-01T24:00:00Z',
    '2026-06-01T10:60:00Z',
    '2026-06-01T10:00:61Z',
    '2026-06-01T10:00:00+24:00',
    '2026-06-01T10:00:00+01:60',
    '2026-06-01T10:00:00',
    '2026-06-01 10:00:00Z',
    '2026-06-01T10Z',
    '1899-12-31T10:00:00Z',
    '9999-12-31T23:59:59-12:00',
    'yesterday',
  ])('%s is no moment', (text) => {
    expect(dayOfMoment(text)).toBeUndefined()
    expect(dayOf(text)).toBeUndefined()
  })

  it('takes a day as it stands', () => {
    expect(dayOf('2026-07-15')).toBe('2026-07-15')
    expect(dayOf('2026-02-31')).toBeUndefined()
  })
})

test.each([
  ['2026-03-03', '3 March 2026'],
  ['1999-12-31', '31 December 1999'],
  ['2024-02-29', '29 February 2024'],
])('%s in words', (date, words) => {
  expect(dateInWords(day(date))).toBe(words)
})

describe('as Temporal has it', () => {
  const numbers = fc.integer({ min: dayNumber(day('0000-01-01')), max: dayNumber(day('9999-12-31')) })
  const days = numbers.map(dayFromNumber)
  const temporal = (text: string) => Temporal.PlainDate.from(text, { overflow: 'reject' })

  test('which days there are', () => {
    const part = (max: number, width: number) =>
      fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, '0'))
    const text = fc.tuple(part(9999, 4), part(14, 2), part(33, 2)).map((parts) => parts.join('-'))
    fc.assert(
      fc.property(text, (date) => {
        let there: string | undefined
        try {
          there = temporal(date).toString()
        } catch {
          there = undefined
        }
        expect(plainDate(date)).toBe(there)
      }),
      { numRuns: 1000 },
    )
  })

  test('day numbers', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const date = dayFromNumber(number)
        expect(date).toBe(temporal('1970-01-01').add({ days: number }).toString())
        expect(dayNumber(date)).toBe(number)
      }),
    )
  })

  test('days and weeks', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(daysBetween(a, b)).toBe(temporal(a).until(temporal(b)).days)
        expect(addDays(a, daysBetween(a, b))).toBe(b)
        expect(weekday(a)).toBe(temporal(a).dayOfWeek)
        expect(ageOn(a, b)).toBe(0 + temporal(a).until(temporal(b), { largestUnit: 'years' }).years)
      }),
      { numRuns: 1000 },
    )
  })

  test('age near birthdays and leap days', () => {
    const near = fc.constantFrom('02-27', '02-28', '03-01', '03-02', '12-31', '01-01', '02-29')
    const dates = fc
      .tuple(fc.integer({ min: 1990, max: 2010 }), near)
      .map(([year, rest]) => `${year}-${rest}`)
      .filter((text) => plainDate(text) !== undefined)
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const years = temporal(a).until(temporal(b), { largestUnit: 'years' }).years
        expect(ageOn(day(a), day(b))).toBe(years === 0 ? 0 : years)
      }),
      { numRuns: 1000 },
    )
  })

  test('months', () => {
    const within = fc
      .integer({ min: dayNumber(day('0300-01-01')), max: dayNumber(day('9700-01-01')) })
      .map(dayFromNumber)
    fc.assert(
      fc.property(within, fc.integer({ min: -3000, max: 3000 }), (date, months) => {
        expect(addMonths(date, months)).toBe(temporal(date).add({ months }).toString())
      }),
      { numRuns: 1000 },
    )
  })

  test('the day in London', () => {
    const moments = fc
      .date({
        min: new Date('1900-01-02T00:00:00Z'),
        max: new Date('2100-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(moments, (moment) => {
        const there = Temporal.Instant.from(moment)
          .toZonedDateTimeISO('Europe/London')
          .toPlainDate()
          .toString()
        expect(dayOfMoment(moment)).toBe(there)
      }),
    )
  })

  test('a date in words', () => {
    const recent = fc
      .integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2100-01-01')) })
      .map(dayFromNumber)
    fc.assert(
      fc.property(recent, (date) => {
        const words = temporal(date).toLocaleString('en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        })
        expect(dateInWords(date)).toBe(words)
      }),
    )
  })
})

test.each([
  ['2026-10', 'October 2026'],
  ['2026-01-31', 'January 2026'],
])('%s lies in the month %s', (date, words) => {
  expect(monthInWords(date)).toBe(words)
})
