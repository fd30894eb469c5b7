import { type Answer, conflictPage, redirect } from '../../platform/web/answer.ts'
import type { FieldError } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { done } from '../../record/allowed.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { formErrors } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import type { Decided } from './decide.ts'
import { type Agreed, agreedUnder } from './view.ts'

export const agreedPath = ({ ctx }: Visit<AtTable>): string => recordPath(ctx.record, 'agreed')

export const allAgreed = async ({ ctx }: Visit<AtTable>): Promise<readonly Agreed[]> =>
  agreedUnder(await ctx.contracts.under(), ctx.state.on)

/** The contract that the address names, where the person is supported under it and the reader may see it. */
export const agreedOf = async (visit: Visit<AtTable>): Promise<Agreed | undefined> =>
  (await allAgreed(visit)).find(({ under }) => under.id === visit.params['contract'])

export const LEDGER_MOVED =
  'Somebody added to this record while you were writing: to what was agreed under the contract. Your words are still here. Look at what changed, then send again.'
const SENT_BEFORE = 'You sent this before, with other words in it. Look at what is kept, then send it again.'
const NOT_YOURS = 'This is not yours to add.'

type Keeping = {
  readonly agreed: Agreed
  readonly decided: Decided
  readonly to: string
  readonly notice: string
  /** the form again, with what is against it */
  readonly show: (errors: readonly FieldError[]) => Answer
}

/** Where both stood when the form was shown: the record, and the contract’s ledger. */
export const headsOf = ({ ctx }: Visit<AtTable>, { under }: Agreed): string => `${ctx.head}-${under.head}`

/** Adds to the contract’s ledger and then to the record, in one transaction; or shows the form again with what is against it. */
export async function keep(
  visit: Sent<AtTable>,
  { agreed, decided, to, notice, show }: Keeping,
): Promise<Answer> {
  // What was sent to be looked over is kept by nobody.
  if (visit.form.lookOver === true) return show([])
  if (decided.kind === 'refused') return show(formErrors(decided.because.map(({ says }) => says)))
  const { ctx, key } = visit
  const [record = '', ledger = ''] = (visit.head ?? '').split('-')
  const added = await ctx.contracts.add(agreed.under.id, decided.ledger, {
    // What no page of ours has written is where no ledger stands any more.
    expectedHead: /^\d{1,9}$/.test(ledger) ? Number(ledger) : 0,
    key,
  })
  switch (added.kind) {
    case 'kept':
      return decided.record.length === 0
        ? redirect(to, notice)
        : sendOr({ ...visit, head: record }, done(...decided.record), to, notice, show)
    case 'overtaken': {
      const shown = show(formErrors([LEDGER_MOVED]))
      return shown.kind === 'page' ? conflictPage(shown) : shown
    }
    case 'wrong':
      return show(formErrors(added.mistakes.map(({ says }) => `${says}.`)))
    case 'key-reused':
      return show(formErrors([SENT_BEFORE]))
    case 'denied':
      return show(formErrors([NOT_YOURS]))
  }
}
