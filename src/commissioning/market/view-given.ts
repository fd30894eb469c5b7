import { careIn, unitsInWords } from '../../domain/contracts/care.ts'
import { type CareGiven, type Ledger, rateOn } from '../../domain/contracts/ledger.ts'
import { type Span, daysIn, overlap } from '../../domain/contracts/span.ts'
import type { ServiceUnit } from '../../domain/contracts/terms.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { payPeriodOf } from '../../domain/integrity/claiming.ts'

// What was given under a contract of late: in the last of its pay periods of which it is known.

export type Given = { readonly days: Span; readonly care: readonly CareGiven[] }

/** Undefined where nothing is known of any pay period that is over. */
export function lastGiven(ledger: Ledger, today: PlainDate): Given | undefined {
  const over = ledger.care.filter(({ from }) => payPeriodOf(ledger, from).to < today)
  const latest = over.reduce<PlainDate | undefined>(
    (found, { from }) => (found === undefined || from > found ? from : found),
    undefined,
  )
  if (latest === undefined) return undefined
  const whole = payPeriodOf(ledger, latest)
  const days = overlap(whole, ledger.span) ?? whole
  return { days, care: careIn(ledger, days) }
}

/** `38 of 40 hours`: what was given, of what was planned, unit by unit. */
export function givenInWords(care: readonly CareGiven[], ledger: Ledger): string {
  const sums = new Map<ServiceUnit, { given: number; planned: number }>()
  for (const { service, delivered, planned } of care) {
    const unit = unitOf(ledger, service)
    const sum = sums.get(unit) ?? { given: 0, planned: 0 }
    sums.set(unit, { given: sum.given + delivered, planned: sum.planned + planned })
  }
  return [...sums]
    .map(([unit, { given, planned }]) => `${Math.round(given * 100) / 100} of ${unitsInWords(planned, unit)}`)
    .join(', ')
}

const unitOf = (ledger: Ledger, service: string): ServiceUnit =>
  ledger.award.terms.services.find(({ id }) => id === service)?.unit ?? 'hour'

/** Units a week that were given to some people of late, unit by unit. */
export function aWeek(
  ledger: Ledger,
  today: PlainDate,
  people: ReadonlySet<string>,
): ReadonlyMap<ServiceUnit, number> {
  const last = lastGiven(ledger, today)
  const found = new Map<ServiceUnit, number>()
  if (last === undefined) return found
  const weeks = daysIn(last.days) / 7
  for (const { person, service, delivered } of last.care) {
    if (!people.has(person)) continue
    const unit = unitOf(ledger, service)
    found.set(unit, (found.get(unit) ?? 0) + delivered / weeks)
  }
  return found
}

/**
 * What care is worth at the sustainable rate, so that hours and nights can be added up; at the contract’s where no sustainable rate
 * is set, and by its units where there is none at all.
 */
export function worthOf(ledger: Ledger, { service, delivered, to }: CareGiven): number {
  const rate =
    rateOn(ledger, { rate: 'sustainable', service }, to) ?? rateOn(ledger, { rate: 'contract', service }, to)
  return delivered * (rate?.amount ?? 1)
}
