import type { Decision } from '../record/allowed.ts'
import { type Answer, conflictPage } from '../platform/web/answer.ts'
import type { FieldError } from '../platform/web/form.ts'
import type { Sent } from '../platform/web/page.ts'
import { type AtTable, settle } from './at-table.ts'
import { KIND_WORDS, entryInWords } from './entry-words.ts'
import { formErrors } from './frame.tsx'
import { nameFor } from './reader.ts'
import { shortened } from './said.tsx'

/** What the slower of two reads: their own words are still in the form, and the record behind it is the newer one. */
export const OVERTAKEN =
  'Somebody added to this record while you were writing. Your words are still here. Look at what changed, then send again.'

/** The same where nothing was written but a button pressed: there are no words to keep. */
export const OVERTAKEN_PRESS =
  'Somebody added to this record while you were reading it, so nothing was kept. Go back, look at what changed, then choose again.'

/** So many of the entries that came in between are named; the record has them all. */
const NAMED = 3

/**
 * Adds what was decided, and goes on; or shows the form again with what was typed, and with what went against it: a
 * rule, or what somebody quicker has added.
 */
export async function sendOr(
  visit: Sent<AtTable>,
  decision: Decision,
  to: string,
  notice: string,
  show: (errors: readonly FieldError[]) => Answer,
): Promise<Answer> {
  const outcome = await settle(visit, decision, to, notice)
  switch (outcome.kind) {
    case 'sent':
      return outcome.answer
    case 'refused':
      return show(formErrors(outcome.says))
    case 'overtaken': {
      const { reader, state } = visit.ctx
      const news = outcome.since
        .slice(0, NAMED)
        .map(
          (entry) =>
            `New from ${nameFor(reader, state, entry.by)}: ${KIND_WORDS[entry.kind]}. ${shortened(entryInWords(entry, reader, state)[0] ?? '')}`,
        )
      const shown = show(formErrors([OVERTAKEN, ...news]))
      return shown.kind === 'page' ? conflictPage(shown) : shown
    }
  }
}
