import type { VNode } from 'preact'
import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { choice, date, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Filling } from '../asks.tsx'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../at-table.ts'
import { type ShowForm, formPage } from '../form-page.ts'
import { backTo, laid } from '../frame.tsx'
import { makePromise, settlePromise } from './decide.ts'
import { AddForm, Promises, SettleForm } from './promises.tsx'
import { addWords, settleWords, words } from './words.ts'

const promisesPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'promises')

const shown =
  (title: string, Form: (filling: Filling) => VNode): ShowForm =>
  (visit, errors, typed) =>
    laid(visit.ctx, 'promises', {
      title,
      main: <Form visit={visit} errors={errors} typed={typed} />,
      before: backTo(promisesPath(visit), words.title),
      bad: errors.length > 0,
    })

const list: RecordPage = {
  path: '/records/:record/promises',
  may: { resource: 'asking', action: 'read' },
  audited: 'what was promised',
  get: ({ ctx }) => laid(ctx, 'promises', { title: words.title, main: <Promises table={ctx} /> }),
}

const add = formPage({
  path: '/records/:record/promises/add',
  may: { resource: 'asking', action: 'say' },
  audited: 'a form to write down a promise',
  form: z.object({
    step: text(addWords.stepMissing, { most: 500 }),
    party: text(addWords.partyMissing, { most: 200 }),
    by: date({ missing: addWords.byMissing, wrong: addWords.byWrong }),
  }),
  show: shown(addWords.title, AddForm),
  decide: (value, { ctx }) =>
    makePromise({ ...value, by: day(value.by), stamp: ctx.stamp('note') }, ctx.state),
  to: promisesPath,
  notice: addWords.kept,
})

const settle = formPage({
  path: '/records/:record/promises/settle',
  may: { resource: 'asking', action: 'say' },
  audited: 'a form to say what became of a promise',
  form: z.object({
    promise: text(settleWords.promiseMissing, { most: 200 }),
    became: choice(['done', 'not-done'], settleWords.becameMissing),
    says: optionalText(),
  }),
  show: shown(settleWords.title, SettleForm),
  decide: ({ promise, became, says = '' }, { ctx }) =>
    settlePromise(
      { promise, became, says, stamp: ctx.stamp('note'), isWorker: mayDo(ctx, 'asking', 'judge') },
      ctx.state,
    ),
  to: promisesPath,
  notice: settleWords.kept,
})

export const promisePages: readonly RecordPage[] = [list, add, settle]
