import { type PlainDate, day } from '../dates/plain-date.ts'
import { type Pence, penceFromPounds } from '../money/pence.ts'
import type { Citation } from './citation.ts'

// The figures that somebody else sets for charging: each year's circular of the Department of Health and Social Care. A
// row that nobody has read is not here: then whoever assesses is asked to enter it from the circular, and it is never
// worked out from the year before.

export const RATES = [
  'capital-upper',
  'capital-lower',
  'child',
  'single-18-24',
  'single-25',
  'single-pension',
  'lone-parent',
  'couple',
  'couple-pension',
  'disability-single',
  'disability-couple',
  'enhanced-single',
  'enhanced-couple',
  'carer',
  'personal-expenses',
] as const
export type RateName = (typeof RATES)[number]

/** What each is called, in the middle of a sentence. The first two are capital; all others are pounds a week. */
export const RATE_WORDS: Readonly<Record<RateName, string>> = {
  'capital-upper': 'the upper capital limit',
  'capital-lower': 'the lower capital limit',
  child: 'the minimum income guarantee for each child',
  'single-18-24': 'the minimum income guarantee of a single person of 18 to 24',
  'single-25': 'the minimum income guarantee of a single person from 25 to pension age',
  'single-pension': 'the minimum income guarantee of a single person of pension age',
  'lone-parent': 'the minimum income guarantee of somebody bringing up a child alone',
  couple: 'the minimum income guarantee of one of a couple, below pension age',
  'couple-pension': 'the minimum income guarantee of one of a couple, of pension age',
  'disability-single': 'the disability premium of a single person',
  'disability-couple': 'the disability premium of one of a couple',
  'enhanced-single': 'the enhanced disability premium of a single person',
  'enhanced-couple': 'the enhanced disability premium of one of a couple',
  carer: 'the carer premium',
  'personal-expenses': 'the personal expenses allowance of a care home',
}

export const isCapital = (rate: RateName): boolean => rate === 'capital-upper' || rate === 'capital-lower'

type Year = { readonly from: PlainDate; readonly to: PlainDate }
type Source = Pick<Citation, 'read' | 'url'> & { readonly source: string }
export type RateRow = Year & Source & { readonly rate: RateName; readonly amount: number }

// By the financial year: each circular gives its own first day, some days into April.
const year = (first: number): Year => ({ from: day(`${first}-04-01`), to: day(`${first + 1}-03-31`) })

const rows = (
  of: Year,
  from: Source,
  pounds: Readonly<Partial<Record<RateName, number>>>,
): readonly RateRow[] =>
  RATES.flatMap((rate) => {
    const given = pounds[rate]
    const amount: Pence<'week'> | undefined = given === undefined ? undefined : penceFromPounds(given)
    return amount === undefined ? [] : [{ ...of, ...from, rate, amount }]
  })

const REGULATIONS_2023: Source = {
  source: 'The amending regulations of 2023 (SI 2023/277)',
  url: 'https://www.legislation.gov.uk/uksi/2023/277',
  read: 'primary',
}
const CIRCULAR_2024: Source = {
  source: 'The circular for 2024-25',
  url: 'https://www.gov.uk/government/publications/social-care-charging-for-local-authorities-2024-to-2025',
  read: 'primary',
}
const READING: Source = {
  source: 'Reading Borough Council’s account of the circular for 2024-25',
  url: 'https://www.reading.gov.uk/',
  read: 'secondary',
}
const RUILS: Source = {
  source: 'The charity Ruils’ account of the circular for 2025-26',
  url: 'https://www.ruils.co.uk/',
  read: 'secondary',
}
const WIRRAL: Source = {
  source: 'Wirral Council’s account of the circular for 2025-26: the limits did not change',
  url: 'https://www.wirral.gov.uk/',
  read: 'secondary',
}

/** Every rate that was read, with where. 2026-27 was not found when this was written. */
export const RATE_ROWS: readonly RateRow[] = [
  ...rows(year(2023), REGULATIONS_2023, {
    child: 94.9,
    'single-18-24': 82.15,
    'single-25': 103.65,
    'single-pension': 214.35,
    'personal-expenses': 28.25,
  }),
  ...rows(year(2024), CIRCULAR_2024, { 'capital-upper': 23_250, 'capital-lower': 14_250 }),
  ...rows(year(2024), READING, { child: 101.25, carer: 52.35, 'personal-expenses': 30.15 }),
  ...rows(year(2025), WIRRAL, { 'capital-upper': 23_250, 'capital-lower': 14_250 }),
  ...rows(year(2025), RUILS, {
    'single-18-24': 89.15,
    'single-25': 112.5,
    'disability-single': 49.65,
    'enhanced-single': 24.25,
    'personal-expenses': 30.65,
  }),
]

/** Between the limits each £250 of savings, or part of it, counts as £1 a week. */
export const TARIFF = { each: 25_000, gives: 100 } as const

/** Rates that somebody entered from the circular, in pence, and from which. */
export type Entered = { readonly rates: Readonly<Partial<Record<RateName, number>>>; readonly from: string }

export type FoundRate = { readonly amount: number; readonly source: string; readonly entered: boolean }

/** A rate on a day: the row that was read, else what was entered; `undefined` where neither is there. */
export function rateOn(rate: RateName, on: PlainDate, entered: Entered): FoundRate | undefined {
  const row = RATE_ROWS.find((each) => each.rate === rate && each.from <= on && on <= each.to)
  if (row !== undefined) return { amount: row.amount, source: row.source, entered: false }
  const amount = entered.rates[rate]
  return amount === undefined ? undefined : { amount, source: entered.from, entered: true }
}

/** The rates that nobody has read for that day: whoever assesses enters those that they need. */
export const unreadOn = (on: PlainDate): readonly RateName[] =>
  RATES.filter((rate) => rateOn(rate, on, { rates: {}, from: '' }) === undefined)
