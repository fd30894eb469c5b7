import { z } from 'zod'
import { plainDate } from '../../domain/dates/plain-date.ts'
import { type Answer, conflictPage, notFound, redirect, refused } from '../../platform/web/answer.ts'
import { choice, choices } from '../../platform/web/fields.ts'
import { type FieldError, parseForm } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import type { Mistake } from '../../record/mistakes.ts'
import { formErrors } from '../../table/frame.tsx'
import { type ContractDecision, decidePaid, decideSettle } from './decide.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES, READS } from './door.ts'
import { contractPath, laidContract } from './laid.tsx'
import { SettlementMain } from './settlement.tsx'
import { type Owed, type PayPeriod, periodFrom, settlementFor } from './view-periods.ts'
import { Visits } from './visits.tsx'
import { words } from './words.ts'

type Found =
  | { readonly kind: 'found'; readonly period: PayPeriod; readonly owed: Owed }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly says: readonly string[] }

function find(visit: Visit<AtContract>): Found {
  const { ledger, today } = visit.ctx
  const period = periodFrom(ledger, visit.params['from'] ?? '', today)
  if (period === undefined) return { kind: 'not-found' }
  const answer = settlementFor(ledger, { from: period.from, to: period.to })
  switch (answer.kind) {
    case 'known':
      return { kind: 'found', period, owed: answer.value }
    case 'does-not-apply':
      return { kind: 'refused', says: answer.because.map(({ says }) => says) }
    case 'needs':
      return {
        kind: 'refused',
        says: answer.facts.map(
          ({ entry }) => `No price was in force for ${entry ?? 'something'}: set it first.`,
        ),
      }
  }
}

function shown(visit: Visit<AtContract>, found: Found, errors: readonly FieldError[] = []): Answer {
  const back = contractPath(visit.ctx.opened.id)
  switch (found.kind) {
    case 'not-found':
      return notFound
    case 'refused':
      return refused(found.says, back)
    case 'found':
      return laidContract(visit.ctx, {
        title: words.owed,
        main: <SettlementMain visit={visit} period={found.period} owed={found.owed} errors={errors} />,
        bad: errors.length > 0,
      })
  }
}

/** Adds what was decided, and goes on; or shows the form again with what went against it. */
export async function keepOr(
  visit: Sent<AtContract>,
  decision: (by: string) => ContractDecision,
  after: { readonly to: string; readonly notice: string },
  show: (errors: readonly FieldError[]) => Answer | Promise<Answer>,
  atFields: (mistakes: readonly Mistake[]) => readonly FieldError[] = (mistakes) =>
    formErrors(mistakes.map(({ path, says }) => `${path}: ${says}`)),
): Promise<Answer> {
  if (visit.form.lookOver === true) return show([])
  const by = await visit.ctx.seat()
  if (by === undefined) return refused([words.denied], after.to)
  const decided = decision(by)
  if (decided.kind === 'refused') return show(formErrors(decided.says))
  const kept = await visit.ctx.add(decided.entries, visit.head)
  switch (kept.kind) {
    case 'kept':
      return redirect(after.to, after.notice)
    case 'wrong':
      return show(atFields(kept.mistakes))
    case 'overtaken': {
      const page = await show(formErrors([words.overtaken]))
      return page.kind === 'page' ? conflictPage(page) : page
    }
    case 'key-reused':
      return show(formErrors([words.twice]))
    case 'denied':
      return refused([words.denied], after.to)
  }
}

const settleForm = z.object({
  looked: choices(['yes'], 'Say that you have looked at what is held'),
  sum: z.string().default(''),
})
const doForm = z.object({ do: choice(['settle', 'pay'], 'Choose what to do') })

const settlementPage: ContractPage = {
  path: '/contracts/:contract/settlement/:from',
  params: { contract: 'entry', from: 'entry' },
  may: READS,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => shown(visit, find(visit)),
  post: async (visit) => {
    const found = find(visit)
    if (found.kind !== 'found') return shown(visit, found)
    const { ledger, today, idFor, opened } = visit.ctx
    const show = (errors: readonly FieldError[]) => shown(visit, found, errors)
    const to = contractPath(opened.id, 'settlement', found.period.from)
    const what = parseForm(doForm, visit.form)
    if (what.kind === 'bad') return show(what.errors)
    if (what.value.do === 'pay') {
      const decide = (by: string) => decidePaid({ id: idFor('paid'), on: today, by }, ledger, found.period)
      return keepOr(visit, decide, { to, notice: words.paid }, show)
    }
    const parsed = parseForm(settleForm, visit.form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    // Visits may have come in since the page was shown, and they are no entries of the ledger.
    if (parsed.value.sum !== String(found.owed.now.payable))
      return show(formErrors(['The sum is another one now. Look at what changed, then settle again.']))
    const decide = (by: string) =>
      decideSettle({ id: idFor('settled'), on: today, by }, ledger, found.owed.now)
    return keepOr(visit, decide, { to, notice: words.settled }, show)
  },
}

const visits: ContractPage = {
  path: '/contracts/:contract/visits/:person',
  params: { contract: 'entry', person: 'entry' },
  may: READS,
  audited: AUDITED,
  get: async (visit) => {
    const { ctx, params, query } = visit
    const person = params['person'] ?? ''
    const from = plainDate(String(query['from'] ?? ''))
    const to = plainDate(String(query['to'] ?? ''))
    const isReferred = ctx.ledger.entries.some(
      (entry) => entry.kind === 'referred' && entry.person === person,
    )
    if (!isReferred) return notFound
    const days =
      from === undefined || to === undefined || to < from
        ? { from: ctx.ledger.span.from, to: ctx.today }
        : { from, to }
    return laidContract(ctx, {
      title: 'Visits',
      main: <Visits at={ctx} person={person} days={days} visits={await ctx.visits(person, days)} />,
    })
  },
}

export const settlementPages: readonly ContractPage[] = [settlementPage, visits]
