import type { Decision } from '../../record/allowed.ts'
import type { Answer } from '../../platform/web/answer.ts'
import type { FieldError } from '../../platform/web/form.ts'
import type { Sent } from '../../platform/web/page.ts'
import { type AtTable, settle } from '../../table/at-table.ts'
import { formErrors } from '../../table/frame.tsx'
import { OVERTAKEN } from '../../table/overtaken.ts'

/** Keeps what was decided and goes on; or shows the same form again, with what was typed and what is to be mended. */
export async function sent(
  visit: Sent<AtTable>,
  decision: Decision,
  to: { readonly path: string; readonly notice: string },
  again: (errors: readonly FieldError[]) => Answer,
): Promise<Answer> {
  const outcome = await settle(visit, decision, to.path, to.notice)
  switch (outcome.kind) {
    case 'sent':
      return outcome.answer
    case 'refused':
      return again(formErrors(outcome.says))
    case 'overtaken':
      return again(formErrors([OVERTAKEN]))
  }
}
