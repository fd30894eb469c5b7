import { z } from 'zod'
import { pence } from '../../domain/money/pence.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { choice, optionalText, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { type Condition, WAYS, decidePayment } from './decide-direct-payment.ts'
import { DirectPaymentForm } from './direct-payment-form.tsx'
import { DirectPaymentPage } from './direct-payment.tsx'
import { directPaymentView } from './view-direct-payment.ts'
import { formWords, words } from './words-direct-payment.ts'

const pathOf = (table: AtTable): string => recordPath(table.record, 'budget', 'direct-payment')

const directPayment: RecordPage = {
  path: '/records/:record/budget/direct-payment',
  may: { resource: 'money', action: 'read' },
  audited: 'the direct payment',
  get: ({ ctx }) =>
    laid(ctx, 'budget', {
      title: words.title,
      main: <DirectPaymentPage table={ctx} view={directPaymentView(ctx.state)} />,
      before: backTo(recordPath(ctx.record, 'budget'), words.budget),
    }),
}

const formPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values): Answer =>
  laid(visit.ctx, 'budget', {
    title: formWords.title,
    main: <DirectPaymentForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(pathOf(visit.ctx), words.title),
    bad: errors.length > 0,
  })

const met = (condition: Condition) => choice(['yes', 'no'], formWords.missing[condition][0])
const why = (condition: Condition) => text(formWords.missing[condition][1])
const shortText = optionalText({ most: 500 }).transform((typed) => typed ?? '')

const form = z.object({
  asked: text(formWords.askedMissing, { most: 500 }),
  way: choice(WAYS, formWords.wayMissing),
  to: shortText,
  asks: met('asks'),
  'asks-why': why('asks'),
  'not-barred': met('not-barred'),
  'not-barred-why': why('not-barred'),
  'can-manage': met('can-manage'),
  'can-manage-why': why('can-manage'),
  fits: met('fits'),
  'fits-why': why('fits'),
  contribution: optionalText({ most: 20 })
    .transform((typed) => typed?.replaceAll(/[,\s£]/g, ''))
    .refine((typed) => typed === undefined || /^\d{1,6}(?:\.\d{1,2})?$/.test(typed), {
      error: formWords.contributionWrong,
    })
    .transform((typed) => (typed === undefined ? undefined : pence<'week'>(Math.round(Number(typed) * 100)))),
  account: shortText,
})
type Typed = z.output<typeof form>

const conditionsOf = (typed: Typed) => ({
  asks: { met: typed.asks === 'yes', why: typed['asks-why'] },
  'not-barred': { met: typed['not-barred'] === 'yes', why: typed['not-barred-why'] },
  'can-manage': { met: typed['can-manage'] === 'yes', why: typed['can-manage-why'] },
  fits: { met: typed.fits === 'yes', why: typed['fits-why'] },
})

const decide: RecordPage = {
  path: '/records/:record/budget/direct-payment/decide',
  may: { resource: 'money', action: 'decide' },
  maySend: { resource: 'money', action: 'decide' },
  audited: 'a form to decide on a direct payment',
  get: (visit) => formPage(visit, [], {}),
  post: async (visit) => {
    const { ctx } = visit
    const parsed = parseForm(form, visit.form)
    if (parsed.kind === 'bad') return formPage(visit, parsed.errors, parsed.typed)
    const { asked, way, to, contribution, account } = parsed.value
    const conditions = conditionsOf(parsed.value)
    const command = {
      stamp: ctx.stamp('direct-payment'),
      noteStamp: ctx.stamp('note'),
      asked,
      way,
      to,
      contribution,
      account,
      conditions,
    }
    const decision = decidePayment(command, ctx.state)
    return sendOr(visit, decision, pathOf(ctx), formWords.kept, (errors) =>
      formPage(visit, errors, visit.form.values),
    )
  },
}

export const directPaymentPages: readonly RecordPage[] = [directPayment, decide]
