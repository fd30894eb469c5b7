import type { ServiceUnit } from './terms.ts'

/** What a price is for, as it is read after the name of the care: `Home care, an hour`. */
export const UNIT_WORDS: Readonly<Record<ServiceUnit, string>> = {
  hour: 'an hour',
  visit: 'a visit',
  night: 'a night',
  day: 'a day',
  week: 'a week',
}
