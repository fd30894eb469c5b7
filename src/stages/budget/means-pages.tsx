import { z } from 'zod'
import type { Answer as Known } from '../../domain/answer.ts'
import type { Charge } from '../../domain/care-act/charging.ts'
import { pence } from '../../domain/money/pence.ts'
import { latest } from '../../record/state.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { choices, pounds, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, formErrors, laid } from '../../table/frame.tsx'
import { isThePerson } from '../../table/reader.ts'
import { sendOr } from '../../table/send.ts'
import { assessMeans, factRefusals, lightTouch, workedOut } from './decide-means.ts'
import { begunWith, readMeans } from './means-read.ts'
import { LightTouchForm, MeansForm } from './means-form.tsx'
import { MeansPage } from './means.tsx'
import { costNow, meansViews } from './view-means.ts'
import { formWords, words } from './words-means.ts'

const read = { resource: 'means', action: 'read' } as const
const decide = { resource: 'means', action: 'decide' } as const

const meansPath = (table: AtTable): string => recordPath(table.record, 'budget', 'means')
const titleFor = (table: AtTable): string => (isThePerson(table.reader) ? words.title : words.titleOther)

const means: RecordPage = {
  path: '/records/:record/budget/means',
  may: read,
  audited: 'savings, income and what is paid',
  get: ({ ctx }) =>
    laid(ctx, 'budget', {
      title: titleFor(ctx),
      main: <MeansPage table={ctx} views={meansViews(ctx.state)} />,
      before: backTo(recordPath(ctx.record, 'budget'), words.budget),
    }),
}

type Extra = { readonly answer?: Known<Charge> | undefined }

const formPage = (
  visit: Visit<AtTable>,
  errors: readonly FieldError[],
  typed: Values,
  { answer }: Extra = {},
): Answer =>
  laid(visit.ctx, 'budget', {
    title: formWords.title,
    main: <MeansForm visit={visit} errors={errors} typed={typed} answer={answer} />,
    before: backTo(meansPath(visit.ctx), titleFor(visit.ctx)),
    bad: errors.length > 0,
  })

/** Shows what the facts give, and keeps nothing. */
function looked(visit: Sent<AtTable>, facts: Parameters<typeof workedOut>[0]['facts']): Answer {
  const { state } = visit.ctx
  const refusals = factRefusals({ facts }, state)
  const answer = refusals.length > 0 ? undefined : workedOut({ facts }, state)
  const missing =
    answer?.kind === 'needs' ? answer.facts.map(({ about }) => `Enter ${about ?? 'what is missing'}.`) : []
  const errors = formErrors([...refusals.map(({ says }) => says), ...missing])
  return formPage(visit, errors, visit.form.values, { answer })
}

const assess: RecordPage = {
  path: '/records/:record/budget/means/new',
  may: decide,
  maySend: decide,
  audited: 'a form for savings, income and what is paid',
  get: (visit) => {
    const { state } = visit.ctx
    return formPage(visit, [], begunWith(latest(state, 'financial-assessment'), costNow(state)))
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const typed = readMeans(form, ctx.state.on)
    if (typed.kind === 'bad') return formPage(visit, typed.errors, form.values)
    if (textOf(form.values, 'do') === 'check') return looked(visit, typed.facts)
    const decision = assessMeans(
      { stamp: ctx.stamp('financial-assessment'), facts: typed.facts, property: typed.property },
      ctx.state,
    )
    return sendOr(visit, decision, meansPath(ctx), formWords.kept, (errors) =>
      formPage(visit, errors, form.values),
    )
  },
}

const lightPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values): Answer =>
  laid(visit.ctx, 'budget', {
    title: formWords.lightTitle,
    main: <LightTouchForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(meansPath(visit.ctx), titleFor(visit.ctx)),
    bad: errors.length > 0,
  })

const amount = (says: string, to: number) => pounds({ missing: says, wrong: says, from: 0, to })

const lightForm = z.object({
  weekly: amount('Enter what the person will pay a week, such as 76.70', 100_000),
  capital: amount('Enter the savings and other capital that count, such as 11200', 100_000_000),
  income: amount('Enter what comes in a week, such as 275.30', 100_000),
  why: text('Say why it is plain what can be paid'),
  agreed: choices(['yes']),
})

const light: RecordPage = {
  path: '/records/:record/budget/means/light-touch',
  may: decide,
  maySend: decide,
  audited: 'a form for what is paid',
  get: (visit) => lightPage(visit, [], {}),
  post: async (visit) => {
    const { ctx, form } = visit
    const parsed = parseForm(lightForm, form)
    if (parsed.kind === 'bad') return lightPage(visit, parsed.errors, parsed.typed)
    const { weekly, capital, income, why, agreed } = parsed.value
    const decision = lightTouch({
      stamp: ctx.stamp('financial-assessment'),
      weekly: pence<'week'>(weekly),
      capital: pence<'once'>(capital),
      income: pence<'week'>(income),
      why,
      agreed: agreed.length > 0,
    })
    return sendOr(visit, decision, meansPath(ctx), formWords.kept, (errors) =>
      lightPage(visit, errors, form.values),
    )
  },
}

export const meansPages: readonly RecordPage[] = [means, assess, light]
