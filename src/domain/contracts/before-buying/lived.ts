import { type PlainDate, addDays, day } from '../../dates/plain-date.ts'
import type { Span } from '../span.ts'
import type { Assumptions } from './assumptions.ts'
import { type Behaviour, accepts, reaches } from './behaviours.ts'
import type { InventedPerson } from './people.ts'

/** The year that is paid for. */
export const YEAR: Span = { from: day('2026-04-01'), to: day('2027-03-31') }
export const QUARTERS: readonly Span[] = [
  { from: YEAR.from, to: day('2026-06-30') },
  { from: day('2026-07-01'), to: day('2026-09-30') },
  { from: day('2026-10-01'), to: day('2026-12-31') },
  { from: day('2027-01-01'), to: YEAR.to },
]
/** Days of the year in which somebody may reach their outcome. */
const SOONEST = 60
const LATEST = 330

/** Outcomes that fall away for a reason that is nobody’s doing. */
const EXCLUDED = 0.04

/** What became of one person in the year, whatever anybody wrote down of it. */
export type Lived = {
  readonly person: InventedPerson
  readonly accepted: boolean
  readonly reached: boolean
  /** the day on which they reached it */
  readonly on: PlainDate
  readonly excluded: boolean
}

export function lived(
  behaviour: Behaviour,
  people: readonly InventedPerson[],
  { alone }: Assumptions,
): readonly Lived[] {
  return people.map((person) => {
    const excluded = person.draw.excluded < EXCLUDED
    return {
      person,
      accepted: accepts(behaviour, person),
      reached: !excluded && reaches(behaviour, person, alone),
      on: addDays(YEAR.from, SOONEST + Math.floor((LATEST - SOONEST) * person.draw.day)),
      excluded,
    }
  })
}
