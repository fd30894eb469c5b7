import { type PlainDate, daysBetween } from '../dates/plain-date.ts'
import type { OnePerson } from './figures.ts'

/** People found not eligible, and what became of them within a year. */
export type SentAway = {
  readonly notEligible: number
  /** asked again within a year */
  readonly back: number
  /** of those, found eligible that time: their need had grown, or it was not seen */
  readonly thenEligible: number
  /** days until they asked again, half of them sooner */
  readonly medianDays: number | undefined
  /** found not eligible within the last year, who may still come back, and those of them who already did */
  readonly stillWithin: number
  readonly backAlready: number
  /** of those again, found eligible that time */
  readonly eligibleAlready: number
}

const YEAR = 365

/** Those whose year is over by the day, and apart from them the others: who was sent away last week has had no time to come back. */
export function sentAway(people: readonly OnePerson[], on: PlainDate): SentAway {
  const cases = people.flatMap(({ figures }) => {
    const first = figures.assessments.find(
      (each) => each.whom === 'person' && each.decided?.eligible === false,
    )
    const decided = first?.decided
    if (decided === undefined || decided === null) return []
    const again = figures.contacts.find(
      (each) => each.whom === 'person' && each.on > decided.on && daysBetween(decided.on, each.on) <= YEAR,
    )
    const then =
      again !== undefined &&
      figures.assessments.some(
        (each) => each.whom === 'person' && each.opened >= again.on && each.decided?.eligible === true,
      )
    return [
      {
        days: again === undefined ? undefined : daysBetween(decided.on, again.on),
        eligible: then,
        isOver: daysBetween(decided.on, on) >= YEAR,
      },
    ]
  })
  const over = cases.filter(({ isOver }) => isOver)
  const within = cases.filter(({ isOver }) => !isOver)
  const already = within.filter(({ days }) => days !== undefined)
  const days = over.flatMap((each) => each.days ?? [])
  return {
    notEligible: over.length,
    back: days.length,
    thenEligible: over.filter(({ eligible }) => eligible).length,
    medianDays: days.length === 0 ? undefined : days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)],
    stillWithin: within.length,
    backAlready: already.length,
    eligibleAlready: already.filter(({ eligible }) => eligible).length,
  }
}
