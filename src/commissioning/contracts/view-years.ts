import type { Ledger } from '../../domain/contracts/ledger.ts'
import { type Span, yearsOf } from '../../domain/contracts/span.ts'
import { costOfNeeds, valueOfYear } from '../../domain/contracts/tapering.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { type Pence, minus } from '../../domain/money/pence.ts'

/** A year of a tapering contract that is not over: what it would be worth, beside what the people’s eligible needs cost. */
export type YearAhead = {
  /** from 1 */
  readonly number: number
  readonly days: Span
  readonly value: Pence<'year'>
  /** for a whole year, with the needs and the sustainable rates as known; undefined where a price is missing */
  readonly needs?: Pence<'year'>
  /** how much the fall would go below them: by this it is blocked */
  readonly short?: Pence<'year'>
}

/** Nothing for a contract that does not taper. The needs of a year to come are those of today, as far as the ledger knows. */
export function yearsAhead(ledger: Ledger, today: PlainDate): readonly YearAhead[] {
  const { terms } = ledger.award
  if (terms.model !== 'tapering') return []
  return yearsOf(ledger.award)
    .filter(({ days }) => days.to >= today)
    .map(({ number, days, full }): YearAhead => {
      const value = valueOfYear(terms, number)
      const cost = costOfNeeds(ledger, days.from > today ? days.from : today, full)
      return {
        number: number + 1,
        days,
        value,
        ...(cost.kind === 'known' ? { needs: cost.value } : {}),
        ...(cost.kind === 'known' && cost.value > value ? { short: minus(cost.value, value) } : {}),
      }
    })
}
