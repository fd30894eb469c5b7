import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import type { VNode } from 'preact'
import { choice, date, decimal, text } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm } from '../../platform/web/form.ts'
import type { Sent, Visit } from '../../platform/web/page.ts'
import type { Decision } from '../../record/allowed.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { type ReportRow, endSupport, reportFile, reportSupport, startSupport } from './decide.ts'
import { searchPages } from './search-pages.tsx'
import { CarersSupport } from './carers.tsx'
import { FileForm } from './file-form.tsx'
import { EndForm, type Props, ReportForm, StartForm } from './forms.tsx'
import { SupportPage } from './support.tsx'
import { linesToReport } from './view.ts'
import { carersPlans } from './view-carers.ts'
import { carersWords, dayWords, endWords, fileWords, reportWords, startWords, words } from './words.ts'

/** Reads rows as a spreadsheet saves them; given from outside, since a stage knows no file format. */
export type ReadRows = (
  text: string,
) =>
  | { readonly kind: 'rows'; readonly rows: readonly ReportRow[] }
  | { readonly kind: 'refused'; readonly says: readonly string[] }

const judge = { resource: 'support', action: 'judge' } as const
const supportPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'support')

const support: RecordPage = {
  path: '/records/:record/support',
  may: { resource: 'support', action: 'read' },
  audited: 'the support',
  get: ({ ctx }) => laid(ctx, 'support', { title: words.title, main: <SupportPage table={ctx} /> }),
}

type Task = {
  readonly path: string
  readonly audited: string
  readonly title: string
  readonly kept: string
  readonly shows: (props: Props) => VNode
  /** where it goes on, if not at the support */
  readonly goOn?: (visit: Sent<AtTable>) => string
  /** the one box in which everything is typed, where there is but one */
  readonly box?: string
  readonly decides: (
    form: Form,
    visit: Sent<AtTable>,
  ) => Decision | { readonly kind: 'bad'; readonly errors: readonly FieldError[]; readonly typed: Values }
}

/** A page with one form, that comes back with what was typed until it is right. */
function taskPage({ path, audited, title, kept, shows, decides, goOn, box }: Task): RecordPage {
  const show = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
    laid(visit.ctx, 'support', {
      title,
      main: shows({ visit, errors, typed }),
      before: backTo(supportPath(visit), words.title),
      bad: errors.length > 0,
    })
  return {
    path: `/records/:record/support/${path}`,
    may: judge,
    maySend: judge,
    audited,
    get: (visit) => show(visit, [], {}),
    post: async (visit) => {
      const decided = decides(visit.form, visit)
      if (decided.kind === 'bad') return show(visit, decided.errors, decided.typed)
      return sendOr(visit, decided, goOn?.(visit) ?? supportPath(visit), kept, (errors) =>
        show(visit, box === undefined ? errors : errors.map((error) => inBox(error, box)), visit.form.values),
      )
    },
  }
}

/** What was refused, said at the one box in which everything was typed. */
const inBox = (error: FieldError, box: string): FieldError =>
  error.field === 'form' ? { ...error, field: box, at: box } : error

/** A day in three boxes; nothing in them is today. */
const dayOrToday = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed, context) => {
    if (typed === undefined || typed === '') return undefined
    const read = date({ missing: dayWords.wrong, wrong: dayWords.wrong }).safeParse(typed)
    if (read.success) return day(read.data)
    context.addIssue({ code: 'custom', message: dayWords.wrong })
    return z.NEVER
  })

const startForm = z.object({
  line: text(startWords.lineMissing, { most: 200 }),
  provider: text(startWords.providerMissing, { most: 200 }),
  day: dayOrToday,
})

const start = taskPage({
  path: 'start',
  audited: 'a form to say that support has started',
  title: startWords.title,
  kept: startWords.kept,
  shows: (props) => <StartForm {...props} />,
  decides: (form, { ctx }) => {
    const parsed = parseForm(startForm, form)
    return parsed.kind === 'bad'
      ? parsed
      : startSupport({ stamp: ctx.stamp('support-started'), ...parsed.value }, ctx.state)
  },
})

/** A provider is at the table for as long as it gives support: with the last of it, they leave. */
const leavesWith = ({ reader, state }: AtTable): boolean =>
  reader.relationships.every((relationship) => relationship === 'provider') &&
  linesToReport(state, reader.party ?? '').filter(({ standing }) => standing === 'running').length <= 1

const endsLater = ({ form, ctx }: Sent<AtTable>): boolean => {
  const parsed = parseForm(z.object({ day: dayOrToday }), form)
  return parsed.kind === 'good' && parsed.value.day !== undefined && parsed.value.day > ctx.state.on
}

const endForm = z.object({
  line: text(endWords.lineMissing, { most: 200 }),
  byWhom: choice(['person', 'council', 'provider'], endWords.byWhomMissing),
  day: dayOrToday,
  why: text(endWords.whyMissing),
})

const end = taskPage({
  path: 'end',
  audited: 'a form to say that support has ended',
  title: endWords.title,
  kept: endWords.kept,
  shows: (props) => <EndForm {...props} />,
  // The record as it was when the form came in: what ends on a day to come still runs, and its provider stays until then.
  goOn: (visit) => (!endsLater(visit) && leavesWith(visit.ctx) ? '/' : supportPath(visit)),
  decides: (form, { ctx }) => {
    const parsed = parseForm(endForm, form)
    return parsed.kind === 'bad'
      ? parsed
      : endSupport({ stamp: ctx.stamp('support-ended'), ...parsed.value }, ctx.state)
  },
})

const amount = (missing: string) => decimal({ missing, wrong: reportWords.amount, from: 0, to: 100_000 })

/** A number that may be left out; then it is undefined. */
const optional = <T extends z.ZodType>(number: T) =>
  z.preprocess(
    (sent) => (typeof sent === 'string' && sent.trim() === '' ? undefined : sent),
    number.optional(),
  )

const count = optional(
  decimal({ missing: reportWords.count, wrong: reportWords.count, from: 0, to: 1000 }).refine(
    Number.isInteger,
    { error: reportWords.count },
  ),
)

const reportForm = z.object({
  line: text(reportWords.lineMissing, { most: 200 }),
  from: date({ missing: reportWords.fromMissing, wrong: reportWords.fromWrong }),
  to: date({ missing: reportWords.toMissing, wrong: reportWords.toWrong }),
  planned: amount(reportWords.plannedMissing),
  delivered: amount(reportWords.deliveredMissing),
  missed: count,
  late: count,
  short: count,
  workers: count,
  invoiced: optional(amount(reportWords.amount)),
})

const report = taskPage({
  path: 'report',
  audited: 'a form to say what came',
  title: reportWords.title,
  kept: reportWords.kept,
  shows: (props) => <ReportForm {...props} />,
  decides: (form, { ctx }) => {
    const parsed = parseForm(reportForm, form)
    if (parsed.kind === 'bad') return parsed
    const { from, to, ...told } = parsed.value
    return reportSupport(
      { ...told, from: day(from), to: day(to), stamp: ctx.stamp('support-delivered') },
      ctx.state,
    )
  },
})

/** Characters. Rows for one person, even of many years, are far fewer; a wrong file is told what is wrong with it all the same. */
const LONGEST_FILE = 15_000_000
const fileForm = z.object({ csv: text(fileWords.csvMissing, { most: LONGEST_FILE }) })

const file = (read: ReadRows): RecordPage => ({
  takesRows: true,
  ...taskPage({
    path: 'file',
    box: 'csv',
    audited: 'a form to send many weeks at once',
    title: fileWords.title,
    kept: fileWords.kept,
    shows: (props) => <FileForm {...props} />,
    decides: (form, { ctx }) => {
      const parsed = parseForm(fileForm, form)
      if (parsed.kind === 'bad' && !form.spoilt.has('csv')) return parsed
      const wrong = (says: readonly string[]) => ({
        kind: 'bad' as const,
        errors: says.map((sentence) => ({ field: 'csv', says: sentence, at: 'csv' })),
        typed: form.values,
      })
      if (parsed.kind === 'bad') return wrong([fileWords.notText])
      const rows = read(parsed.value.csv)
      return rows.kind === 'refused'
        ? wrong(rows.says)
        : reportFile({ stamp: ctx.stamp('support-delivered'), rows: rows.rows }, ctx.state)
    },
  }),
})

const carers: RecordPage = {
  path: '/records/:record/support/carers',
  may: { resource: 'carers-own', action: 'read' },
  orMay: { resource: 'carers-own', action: 'read-own' },
  audited: 'the support of carers',
  get: (visit) => {
    const { ctx } = visit
    const { party } = ctx.reader
    const whose = mayDo(ctx, 'carers-own', 'read') ? 'all' : party === undefined ? [] : [party]
    return laid(ctx, 'support', {
      title: carersWords.title,
      main: <CarersSupport table={ctx} plans={carersPlans(ctx.state, whose)} />,
      before: backTo(supportPath(visit), words.title),
    })
  },
}

export const supportPages = (read: ReadRows): readonly RecordPage[] => [
  support,
  start,
  report,
  file(read),
  end,
  carers,
  ...searchPages,
]
