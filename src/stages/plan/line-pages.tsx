import { z } from 'zod'
import { FORMS, UNITS } from '../../domain/allocation/support.ts'
import { lineOf } from '../../domain/checks/plan-lines.ts'
import { pence, poundsOf } from '../../domain/money/pence.ts'
import { FUNDERS } from '../../record/kinds.ts'
import type { PlanLine } from '../../record/plan-words.ts'
import { type RecordState, find } from '../../record/state.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, decimal, optionalChoice, optionalText, pounds, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { type LineFields, draftBase, keepLine, removeLine } from './decide-draft.ts'
import { LineForm, WAYS, lineAsTyped } from './line-form.tsx'
import { RemoveForm } from './remove-form.tsx'
import { sent } from './sending.ts'
import { draftWords, lineWords, removeWords } from './words-forms.ts'

/** Any number of ids, each of an entry of that kind that the reader may see. */
const idsIn = (state: RecordState, kind: 'need' | 'goal', strange: string, missing?: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((typed) => (typeof typed === 'string' ? (typed === '' ? [] : [typed]) : [...new Set(typed)]))
    .refine((ids) => missing === undefined || ids.length > 0, { error: missing ?? '' })
    .refine((ids) => ids.every((id) => find(state, kind, id) !== undefined), { error: strange })

const schema = (state: RecordState) =>
  z.object({
    needs: idsIn(
      state,
      'need',
      'Choose needs that are in the record: one of these is not there',
      'Choose the need that this line is for',
    ),
    goals: idsIn(state, 'goal', 'Choose goals that are in the record: one of these is not there'),
    what: text('Say what the support is', { most: 300 }),
    form: choice(FORMS, 'Choose what kind of support it is'),
    provider: optionalText().refine((id) => id === undefined || state.parties.has(id), {
      error: 'Choose somebody who is at the table',
    }),
    unit: choice(UNITS, 'Choose what it is counted in'),
    amount: decimal({
      missing: 'Enter how many a week',
      wrong: 'How many a week must be a number from 0 to 10,000 with at most two decimals, such as 14 or 3.5',
      from: 0,
      to: 10_000,
    }),
    price: pounds({
      missing: 'Enter what one costs, or 0 where nobody pays',
      wrong: 'The price must be pounds and pence, 0 or more, such as 27.60. It cannot be below 0',
      from: 0,
      to: 1_000_000,
    }),
    funder: choice(FUNDERS, 'Choose who pays'),
    way: choice(WAYS, 'Choose how it is arranged'),
    effect: optionalChoice(['builds', 'keeps', 'erodes']),
    why: text('Say why it is in the plan'),
    changeWhy: optionalText(),
  })

const fieldsOf = (typed: z.output<ReturnType<typeof schema>>): LineFields => ({
  needs: typed.needs,
  ...(typed.goals.length === 0 ? {} : { goals: typed.goals }),
  what: typed.what,
  form: typed.form,
  ...(typed.provider === undefined ? {} : { provider: typed.provider }),
  unit: typed.unit,
  amount: typed.amount,
  price: pence<'unit'>(typed.price),
  funder: typed.funder,
  way: typed.way,
  ...(typed.effect === undefined ? {} : { effect: typed.effect }),
  why: typed.why,
})

const draftPath = (table: AtTable): string => recordPath(table.record, 'plan', 'draft')

const formPage = (
  visit: Visit<AtTable>,
  line: PlanLine | undefined,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'plan', {
    title: line === undefined ? lineWords.title : lineWords.titleChange,
    main: <LineForm visit={visit} line={line} errors={errors} typed={typed} />,
    before: backTo(draftPath(visit.ctx), draftWords.title),
    bad: errors.length > 0,
  })

async function send(visit: Sent<AtTable>, line: PlanLine | undefined): Promise<Answer> {
  const { ctx, form } = visit
  const again = (errors: readonly FieldError[]) => formPage(visit, line, errors, form.values)
  const parsed = parseForm(schema(ctx.state), form)
  if (parsed.kind === 'bad') return again(parsed.errors)
  const decision = keepLine(
    {
      stamp: ctx.stamp('plan'),
      line: line === undefined ? undefined : String(line.line),
      fields: fieldsOf(parsed.value),
      changeWhy: parsed.value.changeWhy ?? '',
    },
    ctx.state,
  )
  return sent(visit, decision, { path: draftPath(ctx), notice: lineWords.kept }, again)
}

/** An option that was accepted, as a line that is still to be talked about: `?option=…`. */
function optionAsTyped({ ctx, query }: Visit<AtTable>): Values {
  const option = find(ctx.state, 'option', textOf(query, 'option'))
  if (option === undefined) return {}
  return {
    needs: option.needs.flatMap((id) => find(ctx.state, 'need', id)?.id ?? []),
    what: option.what,
    form: option.form,
    unit: option.unit,
    amount: String(option.amount),
    price: option.price === undefined ? '' : poundsOf(option.price).toFixed(2),
    effect: option.effect,
  }
}

const adding: RecordPage = {
  path: '/records/:record/plan/line',
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'a form to add a line to the plan',
  get: (visit) => formPage(visit, undefined, [], optionAsTyped(visit)),
  post: (visit) => send(visit, undefined),
}

const lineIn = ({ ctx, params }: Visit<AtTable>): PlanLine | undefined =>
  lineOf(draftBase(ctx.state), params['line'] ?? '')

const changing: RecordPage = {
  path: '/records/:record/plan/line/:line',
  params: { line: 'entry' },
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'a form to change a line of the plan',
  get: (visit) => {
    const line = lineIn(visit)
    return line === undefined ? notFound : formPage(visit, line, [], lineAsTyped(line, visit.ctx.state))
  },
  post: async (visit) => {
    const line = lineIn(visit)
    return line === undefined ? notFound : send(visit, line)
  },
}

const removePage = (
  visit: Visit<AtTable>,
  line: PlanLine,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'plan', {
    title: removeWords.title,
    main: <RemoveForm visit={visit} line={line} errors={errors} typed={typed} />,
    before: backTo(draftPath(visit.ctx), draftWords.title),
    bad: errors.length > 0,
  })

const removeSchema = z.object({ why: text('Say why the line goes') })

const removing: RecordPage = {
  path: '/records/:record/plan/line/:line/remove',
  params: { line: 'entry' },
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'a form to take a line out of the plan',
  get: (visit) => {
    const line = lineIn(visit)
    return line === undefined ? notFound : removePage(visit, line, [], {})
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const line = lineIn(visit)
    if (line === undefined) return notFound
    const again = (errors: readonly FieldError[]) => removePage(visit, line, errors, form.values)
    const parsed = parseForm(removeSchema, form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    const command = { stamp: ctx.stamp('plan'), line: String(line.line), why: parsed.value.why }
    return sent(
      visit,
      removeLine(command, ctx.state),
      { path: draftPath(ctx), notice: lineWords.kept },
      again,
    )
  },
}

export const linePages: readonly RecordPage[] = [adding, changing, removing]
