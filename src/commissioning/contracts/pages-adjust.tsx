import { z } from 'zod'
import { pence } from '../../domain/money/pence.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { choice, pounds, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { AdjustSum } from './adjust.tsx'
import { decideAdjust } from './decide-adjust.ts'
import { AUDITED, type AtContract, type ContractPage, DECIDES } from './door.ts'
import { contractPath, laidContract } from './laid.tsx'
import { keepOr } from './pages-settle.tsx'
import { type FieldOf, atFields } from './typed-again.ts'
import { periodFrom } from './view-periods.ts'
import { adjustWords as w } from './words-change.ts'

const adjustForm = z.object({
  period: text(w.periodMissing, { most: 20 }),
  way: choice(['more', 'less'], w.wayMissing),
  amount: pounds({ missing: w.amountMissing, wrong: w.amountWrong, from: 0.01, to: 10_000_000 }),
  why: text(w.whyMissing),
  approver: text(w.approverMissing, { most: 200 }),
})

const adjustPage = (visit: Visit<AtContract>, errors: readonly FieldError[], typed: Values): Answer =>
  laidContract(visit.ctx, {
    title: w.title,
    main: <AdjustSum visit={visit} errors={errors} typed={typed} />,
    bad: errors.length > 0,
  })

const fieldOf: FieldOf = ({ path }) =>
  path === 'approver'
    ? { field: 'approver', says: w.approverMissing }
    : path === 'from' || path === 'to'
      ? { field: 'period' }
      : undefined

const adjust: ContractPage = {
  path: '/contracts/:contract/adjust',
  params: { contract: 'entry' },
  may: DECIDES,
  maySend: DECIDES,
  audited: AUDITED,
  get: (visit) => adjustPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const typed = form.values
    const show = (errors: readonly FieldError[]) => adjustPage(visit, errors, typed)
    const parsed = parseForm(adjustForm, form)
    if (parsed.kind === 'bad') return show(parsed.errors)
    const { way, amount, why, approver } = parsed.value
    const period = periodFrom(ctx.ledger, parsed.value.period, ctx.today)
    if (period === undefined) return show([{ field: 'period', says: w.periodMissing, at: 'period' }])
    return keepOr(
      visit,
      (by) =>
        decideAdjust({ id: ctx.idFor('adjusted'), on: ctx.today, by }, ctx.ledger, {
          period: { from: period.from, to: period.to },
          amount: pence<'once'>(way === 'more' ? amount : -amount),
          why,
          approver,
        }),
      { to: contractPath(ctx.opened.id, 'settlement', period.from), notice: w.kept },
      show,
      (mistakes) => atFields(mistakes, typed, fieldOf),
    )
  },
}

export const adjustPages: readonly ContractPage[] = [adjust]
