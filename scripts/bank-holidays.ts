/**
 * Makes `src/domain/dates/bank-holidays.ts`: England's bank holidays, by year, from the package date-holidays, which is
 * too heavy to run with. `npx tsx scripts/bank-holidays.ts` after each new version of it, and whenever a one-off is
 * proclaimed. A test holds the table equal to what this file makes.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Holidays from 'date-holidays'

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2040

/** What the package does not know. A test fails once it does, so that a correction does not outlive its reason. */
export const CORRECTIONS: readonly {
  readonly year: number
  readonly add: readonly string[]
  readonly drop: readonly string[]
  readonly why: string
  readonly source: string
}[] = [
  {
    year: 2002,
    drop: ['05-27'],
    add: ['06-03', '06-04'],
    why: 'Golden Jubilee: the spring bank holiday moved to 4 June, with one more on 3 June.',
    source: 'Royal proclamation under the Banking and Financial Dealings Act 1971, section 1(2)-(3)',
  },
  {
    year: 2011,
    drop: [],
    add: ['04-29'],
    why: 'A royal wedding.',
    source: 'Royal proclamation under the Banking and Financial Dealings Act 1971, section 1(3)',
  },
  {
    year: 2012,
    drop: ['05-28'],
    add: ['06-04'],
    why: 'Diamond Jubilee: the spring bank holiday moved to 4 June, before the one more on 5 June.',
    source: 'www.gov.uk/bank-holidays, England and Wales, 2012',
  },
]

/** `MM-DD` of the year's bank holidays that fall from Monday to Friday, substitute days among them, as the package has them. */
export function packageDays(year: number): readonly string[] {
  const days = new Holidays('GB', 'ENG')
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10))
    .filter((date) => date.startsWith(`${year}-`) && !isWeekend(date))
    .map((date) => date.slice(5))
  return [...new Set(days)].toSorted()
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay())

/** As `packageDays`, put right. */
export function bankHolidaysOf(year: number): readonly string[] {
  const days = new Set(packageDays(year))
  for (const correction of CORRECTIONS.filter((c) => c.year === year)) {
    for (const date of correction.drop) days.delete(date)
    for (const date of correction.add) days.add(date)
  }
  return [...days].toSorted()
}

/** The text of the table's file. */
export function bankHolidaysFile(): string {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  return `// Made by scripts/bank-holidays.ts; change that file, not this one.
// Dates from the npm package date-holidays (GB, ENG), with the corrections that the script names and cites.

/**
 * England's bank holidays that fall from Monday to Friday, substitute days among them: the year, and \`MM-DD\` of each.
 * Years to come hold the standing days of the Banking and Financial Dealings Act 1971; one-offs are proclaimed later.
 */
export const BANK_HOLIDAYS: readonly (readonly [year: number, days: string])[] = [
${years.map((year) => `  [${year}, '${bankHolidaysOf(year).join(' ')}'],`).join('\n')}
]
`
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) {
  writeFileSync(
    fileURLToPath(new URL('../src/domain/dates/bank-holidays.ts', import.meta.url)),
    bankHolidaysFile(),
  )
}
