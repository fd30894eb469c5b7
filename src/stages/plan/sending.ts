import type { Decision } from '../../record/allowed.ts'
import type { Answer } from '../../platform/web/answer.ts'
import type { FieldError } from '../../platform/web/form.ts'
import type { Sent } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { sendOr } from '../../table/send.ts'

/** Keeps what was decided and goes on; or shows the same form again, with what was typed and what is to be mended. */
export const sent = (
  visit: Sent<AtTable>,
  decision: Decision,
  to: { readonly path: string; readonly notice: string },
  again: (errors: readonly FieldError[]) => Answer,
): Promise<Answer> => sendOr(visit, decision, to.path, to.notice, again)
