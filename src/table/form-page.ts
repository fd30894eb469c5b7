import type { z } from 'zod'
import type { Decision } from '../record/allowed.ts'
import type { Answer } from '../platform/web/answer.ts'
import { type FieldError, type Values, parseForm } from '../platform/web/form.ts'
import type { PageFacts, Sent, Visit } from '../platform/web/page.ts'
import type { AtTable, Need, RecordPage } from './at-table.ts'
import { sendOr } from './send.ts'

export type ShowForm = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) => Answer

type FormPage<T> = Omit<PageFacts<Need>, 'may'> & {
  readonly may: Need
  /** what it takes to send it, where that is more than to look */
  readonly maySend?: Need | undefined
  readonly form: z.ZodType<T>
  /** The page with its form; `notFound` where there is nothing that it could be about. */
  readonly show: ShowForm
  readonly decide: (value: T, visit: Sent<AtTable>) => Decision
  /** where it goes on */
  readonly to: (visit: Visit<AtTable>) => string
  readonly notice: string
}

/**
 * A page of a record with one form: bad input and a refusal show it again with everything that was typed, and what was
 * decided is added to the record once.
 */
export const formPage = <T>({ form, show, decide, to, notice, ...facts }: FormPage<T>): RecordPage => ({
  ...facts,
  maySend: facts.maySend ?? facts.may,
  get: (visit) => show(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(form, visit.form)
    if (parsed.kind === 'bad') return show(visit, parsed.errors, parsed.typed)
    return sendOr(visit, decide(parsed.value, visit), to(visit), notice, (errors) =>
      show(visit, errors, visit.form.values),
    )
  },
})
