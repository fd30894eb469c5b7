import { z } from 'zod'
import { LADDER, LEVELS, type Level, isLevel } from '../domain/outcomes/ladder.ts'
import { Radios } from '../platform/govuk/radios.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../platform/web/form.ts'

const sent = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((value) => (typeof value === 'string' ? value : (value[0] ?? '')).trim())

const asLevel = (typed: string): Level | undefined => {
  const number = /^[0-4]$/.test(typed) ? Number(typed) : undefined
  return isLevel(number) ? number : undefined
}

/** A step of the ladder that may be left out. What is on no ladder gets a clear word. */
export const optionalLevel = (wrong: string) =>
  sent
    .refine((typed) => typed === '' || asLevel(typed) !== undefined, { error: wrong })
    .transform((typed) => asLevel(typed))

/** A step of the ladder that must be given. */
export const level = (missing: string) =>
  sent.transform((typed, context): Level => {
    const found = asLevel(typed)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

type Props = {
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** The ladder as five radios, from on my own down to someone does it. */
export const LevelRadios = ({ name, legend, hint, errors, typed }: Props) => (
  <Radios
    name={name}
    legend={{ text: legend, class: 'govuk-fieldset__legend--m' }}
    hint={hint}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    items={LEVELS.toReversed().map((step) => ({ value: String(step), text: LADDER[step] }))}
  />
)
