import type { Amount } from '../../domain/contracts/entries.ts'
import { Input } from '../../platform/govuk/input.tsx'
import { type FieldError, type Form, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { AtContract } from './door.ts'

// What somebody needs in a week, a box for each service of the contract: as it is asked for, and as it is read.

const UNIT_PLURALS = {
  hour: 'hours',
  visit: 'visits',
  night: 'nights',
  day: 'days',
  week: 'weeks',
} as const

const MOST_A_WEEK = 1000
const boxOf = (index: number): string => `needs-${index + 1}`

type Props = {
  readonly at: AtContract
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

export const NeedsAWeek = ({ at, errors, typed }: Props) => (
  <>
    {at.ledger.award.terms.services.map(({ what, unit }, index) => (
      <Input
        name={boxOf(index)}
        label={`${what}, ${UNIT_PLURALS[unit]} a week`}
        class="govuk-input--width-4"
        inputMode="decimal"
        error={errorAt(errors, boxOf(index))}
        value={textOf(typed, boxOf(index))}
      />
    ))}
  </>
)

/** Units a week of each service; an empty box is left out. @param wrong what is said of a box that holds no such number */
export function needsTyped({ ledger }: AtContract, { values }: Form, wrong: string) {
  const needs: Amount[] = []
  const errors: FieldError[] = []
  for (const [index, { id }] of ledger.award.terms.services.entries()) {
    const field = boxOf(index)
    const typed = textOf(values, field).trim()
    if (typed === '') continue
    const units = /^\d{1,4}(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN
    if (units <= MOST_A_WEEK) needs.push({ service: id, units })
    else errors.push({ field, says: wrong, at: field })
  }
  return { needs, errors }
}
