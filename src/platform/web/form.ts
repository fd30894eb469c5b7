import type { z } from 'zod'
import { type Form, textOf, type Values } from './form-text.ts'

export { type Form, textOf, textsOf, type Values } from './form-text.ts'

/** One thing to mend. `at` is the id of the box that the summary leads to; `field` goes with the question. */
export type FieldError = { readonly field: string; readonly says: string; readonly at: string }

export type Parsed<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'bad'; readonly errors: readonly FieldError[]; readonly typed: Values }

const CANNOT_KEEP = 'This has a character in it that we cannot keep. Take it out, or type it again'
const CHECK_THIS = 'Check this answer'

/**
 * Bad input is a value: what to mend, and what was typed. Messages come from the schema; write one for every way in
 * which it may fail. A date that is asked in three boxes (`moved-day`, `moved-month`, `moved-year`) is read by the
 * schema under its own name (`moved`), with `date` of `fields.ts`.
 *
 * A form that was sent to have its words looked over is never good, and nothing in it is to mend: every page then shows
 * its form again with what was typed, and the layout puts the hints beside it.
 */
export function parseForm<Output>(schema: z.ZodType<Output>, form: Form): Parsed<Output> {
  if (form.lookOver === true) return { kind: 'bad', errors: [], typed: form.values }
  const parsed = schema.safeParse(withDates(form.values), { error: () => CHECK_THIS })
  const errors = new Map<string, FieldError>()
  const add = (field: string, says: string) => {
    if (!errors.has(field)) errors.set(field, { field, says, at: boxOf(field, form.values) })
  }
  for (const field of form.spoilt) add(dateOf(field, form.values) ?? field, CANNOT_KEEP)
  if (!parsed.success) for (const issue of parsed.error.issues) add(fieldOf(issue.path), issue.message)
  if (parsed.success && errors.size === 0) return { kind: 'good', value: parsed.data }
  return { kind: 'bad', errors: [...errors.values()], typed: form.values }
}

/** A page's own finding as one more thing to mend, for instance a rule's refusal that belongs to one field. */
export const badField = (form: Form, field: string, says: string): Parsed<never> => ({
  kind: 'bad',
  errors: [{ field, says, at: boxOf(field, form.values) }],
  typed: form.values,
})

/** For `ErrorSummary`. */
export const summaryOf = (
  errors: readonly FieldError[],
): { readonly text: string; readonly href: string }[] =>
  errors.map(({ says, at }) => ({ text: says, href: `#${at}` }))

/** For a question's `error`; undefined where there is nothing to mend. */
export const errorAt = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.says

const fieldOf = (path: readonly PropertyKey[]): string => (path.length === 0 ? 'form' : String(path[0]))

const DATE_BOX = /^(.+)-(?:day|month|year)$/

const isDate = (field: string, values: Values): boolean =>
  ['day', 'month', 'year'].some((part) => values[`${field}-${part}`] !== undefined)

/** The date that a box is a part of: `moved` for `moved-day`. */
function dateOf(box: string, values: Values): string | undefined {
  const field = DATE_BOX.exec(box)?.[1]
  return field !== undefined && isDate(field, values) ? field : undefined
}

const boxOf = (field: string, values: Values): string => (isDate(field, values) ? `${field}-day` : field)

/** Adds, for three boxes of a date, the date as `day/month/year`, just as it was typed. */
function withDates(values: Values): Values {
  const all: Record<string, string | readonly string[]> = Object.assign(Object.create(null), values)
  for (const box of Object.keys(values)) {
    const field = DATE_BOX.exec(box)?.[1]
    if (field === undefined || all[field] !== undefined) continue
    const typed = ['day', 'month', 'year'].map((part) => textOf(values, `${field}-${part}`).trim())
    all[field] = typed.every((part) => part === '') ? '' : typed.join('/')
  }
  return all
}
