import type { VNode } from 'preact'
import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { choice, date, optionalText, pounds, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Filling } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { type ShowForm, formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { endMeanwhile, giveMeanwhile } from './meantime-decide.ts'
import type { Given } from './meantime-notes.ts'
import { EndForm, GiveForm, MeantimePage } from './meantime.tsx'
import { endWords, giveWords, words } from './meantime-words.ts'

const read = { resource: 'money', action: 'read' } as const
const decide = { resource: 'money', action: 'decide' } as const

const meantimePath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'budget', 'meantime')

const list: RecordPage = {
  path: '/records/:record/budget/meantime',
  may: read,
  audited: 'money and support in the meantime',
  get: ({ ctx }) => laid(ctx, 'budget/meantime', { title: words.title, main: <MeantimePage table={ctx} /> }),
}

const shown =
  (title: string, Form: (filling: Filling) => VNode): ShowForm =>
  (visit, errors, typed) =>
    laid(visit.ctx, 'budget/meantime', {
      title,
      main: <Form visit={visit} errors={errors} typed={typed} />,
      before: backTo(meantimePath(visit), words.title),
      bad: errors.length > 0,
    })

const theDay = (missing: string) => date({ missing, wrong: giveWords.dayWrong })
const theSum = pounds({ missing: giveWords.sumMissing, wrong: giveWords.sumWrong, from: 0.01, to: 100_000 })

const giveForm = z
  .object({
    kind: choice(['weekly', 'once', 'support'], giveWords.kindMissing),
    sum: optionalText({ most: 40 }),
    what: text(giveWords.whatMissing, { most: 500 }),
    from: theDay(giveWords.fromMissing),
    to: theDay(giveWords.toMissing),
    awaits: text(giveWords.awaitsMissing),
    decidedBy: text(giveWords.decidedByMissing, { most: 200 }),
    follows: text(giveWords.followsMissing),
    not: optionalText(),
  })
  .transform(({ kind, sum, ...rest }, context) => {
    const wrong = (says: string) => {
      context.addIssue({ code: 'custom', message: says, path: ['sum'] })
      return z.NEVER
    }
    if (kind === 'support') {
      return sum === undefined ? { ...rest, given: { kind } satisfies Given } : wrong(giveWords.sumTooMuch)
    }
    const amount = theSum.safeParse(sum ?? '')
    if (!amount.success) return wrong(amount.error.issues[0]?.message ?? giveWords.sumWrong)
    const given: Given =
      kind === 'once' ? { kind, sum: pence<'once'>(amount.data) } : { kind, sum: pence<'week'>(amount.data) }
    return { ...rest, given }
  })

const give = formPage({
  path: '/records/:record/budget/meantime/new',
  may: decide,
  audited: 'a form to write down help in the meantime',
  form: giveForm,
  show: shown(giveWords.title, GiveForm),
  decide: ({ from, to, decidedBy, not = '', ...value }, { ctx }) =>
    giveMeanwhile(
      {
        ...value,
        not,
        from: day(from),
        to: day(to),
        decidedBy: decidedBy === 'me' ? undefined : decidedBy,
        stamp: ctx.stamp('note'),
      },
      ctx.state,
    ),
  to: meantimePath,
  notice: giveWords.kept,
})

const end = formPage({
  path: '/records/:record/budget/meantime/ended',
  may: decide,
  audited: 'a form to say that help in the meantime has ended',
  form: z.object({
    help: text(endWords.helpMissing, { most: 200 }),
    day: theDay(endWords.dayMissing),
    says: text(endWords.saysMissing),
  }),
  show: shown(endWords.title, EndForm),
  decide: (value, { ctx }) =>
    endMeanwhile({ ...value, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state),
  to: meantimePath,
  notice: endWords.kept,
})

export const meantimePages: readonly RecordPage[] = [list, give, end]
