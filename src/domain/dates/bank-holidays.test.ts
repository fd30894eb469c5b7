import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import {
  bankHolidaysFile,
  bankHolidaysOf,
  CORRECTIONS,
  FIRST_YEAR,
  LAST_YEAR,
  packageDays,
} from '../../../scripts/bank-holidays.ts'
import { BANK_HOLIDAYS } from './bank-holidays.ts'
import { day, weekday } from './plain-date.ts'

const table = new Map(BANK_HOLIDAYS.map(([year, days]) => [year, days.split(' ')]))

describe('the table of bank holidays', () => {
  it('is the file that the script makes', () => {
    expect(readFileSync(new URL('./bank-holidays.ts', import.meta.url), 'utf8')).toBe(bankHolidaysFile())
  })

  it('has each year once, from 2000 to 2040, as the package has it', () => {
    expect([FIRST_YEAR, LAST_YEAR]).toEqual([2000, 2040])
    expect(BANK_HOLIDAYS.map(([year]) => year)).toEqual(
      Array.from({ length: 41 }, (_, index) => 2000 + index),
    )
    for (const [year, days] of table) expect(days).toEqual(bankHolidaysOf(year))
  })

  it('has no more corrections than are called for', () => {
    for (const { year, add, drop } of CORRECTIONS) {
      const known = packageDays(year)
      expect(add.filter((date) => known.includes(date))).toEqual([])
      expect(drop.filter((date) => !known.includes(date))).toEqual([])
    }
  })

  it('holds only days from Monday to Friday, and at least the eight of every year', () => {
    for (const [year, days] of table) {
      expect(days.length).toBeGreaterThanOrEqual(8)
      for (const date of days) expect(weekday(day(`${year}-${date}`))).toBeLessThanOrEqual(5)
    }
  })

  // Written out from www.gov.uk/bank-holidays, England and Wales; those of Saturdays and Sundays by their substitute day.
  test.each([
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26', 'Diamond Jubilee'],
    [2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28', 'Boxing Day on a Saturday'],
    [2016, '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27', 'Christmas on a Sunday'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28', 'early May moved for VE Day'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28', 'Christmas on a Saturday'],
    [
      2022,
      '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
      'Platinum Jubilee and a state funeral',
    ],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26', 'a coronation'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28', 'Boxing Day on a Saturday'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28', 'Christmas on a Saturday'],
  ])('%i: %s (%s)', (year, days) => {
    expect(table.get(year)?.join(' ')).toBe(days)
  })
})
