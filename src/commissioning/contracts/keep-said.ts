import { type Answer, conflictPage, redirect, refused } from '../../platform/web/answer.ts'
import type { FieldError } from '../../platform/web/form.ts'
import type { Sent } from '../../platform/web/page.ts'
import { formErrors } from '../../table/frame.tsx'
import type { AtContract } from './door.ts'
import type { NoteBody } from './view-notes.ts'
import { words } from './words.ts'

type Keeping = {
  readonly to: string
  readonly notice: string
  readonly show: (errors: readonly FieldError[]) => Promise<Answer> | Answer
  /** what is to be said, in the seat of the reader; or what is against it */
  readonly says: (seat: string) => Promise<NoteBody | readonly FieldError[]>
}

const isErrors = (said: NoteBody | readonly FieldError[]): said is readonly FieldError[] =>
  Array.isArray(said)

/** Says something beside a ledger, and goes on; or shows the form again with what is against it. Sent twice it is said once. */
export async function keepSaid(visit: Sent<AtContract>, keeping: Keeping): Promise<Answer> {
  const { ctx, head, form } = visit
  const { to, notice, show, says } = keeping
  if (form.lookOver === true) return show([])
  if (await ctx.wasNoted()) return redirect(to, notice)
  const seat = await ctx.seat()
  if (seat === undefined) return refused([words.denied], to)
  const said = await says(seat)
  if (isErrors(said)) return show(said)
  // What is said is said of the ledger that its writer has read.
  if (head !== undefined && head !== String(ctx.opened.head)) {
    const shown = await show(formErrors([words.overtaken]))
    return shown.kind === 'page' ? conflictPage(shown) : shown
  }
  return (await ctx.note(said)) ? redirect(to, notice) : refused([words.denied], to)
}
