import type { VNode } from 'preact'
import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { choice, date, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Filling } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { type ShowForm, formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { writeDownAnswer, writeDownAsking } from './search-decide.ts'
import { ANSWERS } from './search-notes.ts'
import { AnsweredForm, AskedForm, SearchPage } from './search.tsx'
import { answerWords, askWords, words } from './search-words.ts'

const searchPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'support', 'search')

const list: RecordPage = {
  path: '/records/:record/support/search',
  may: { resource: 'plan', action: 'read' },
  audited: 'who was asked to give support',
  get: ({ ctx }) => laid(ctx, 'support/search', { title: words.title, main: <SearchPage table={ctx} /> }),
}

const shown =
  (title: string, Form: (filling: Filling) => VNode): ShowForm =>
  (visit, errors, typed) =>
    laid(visit.ctx, 'support/search', {
      title,
      main: <Form visit={visit} errors={errors} typed={typed} />,
      before: backTo(searchPath(visit), words.title),
      bad: errors.length > 0,
    })

const theDay = (missing: string) => date({ missing, wrong: askWords.dayWrong })

const asked = formPage({
  path: '/records/:record/support/search/asked',
  may: { resource: 'plan', action: 'say' },
  audited: 'a form to write down who was asked to give support',
  form: z.object({
    search: text(askWords.searchMissing, { most: 200 }),
    who: text(askWords.whoMissing, { most: 200 }),
    day: theDay(askWords.dayMissing),
    answer: choice(ANSWERS, askWords.answerMissing),
    said: optionalText(),
    meanwhile: optionalText(),
  }),
  show: shown(askWords.title, AskedForm),
  decide: ({ said = '', meanwhile = '', ...value }, { ctx }) =>
    writeDownAsking({ ...value, said, meanwhile, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state),
  to: searchPath,
  notice: askWords.kept,
})

const answered = formPage({
  path: '/records/:record/support/search/answer',
  may: { resource: 'plan', action: 'say' },
  audited: 'a form to write down what somebody answered who was asked to give support',
  form: z.object({
    asking: text(answerWords.askingMissing, { most: 200 }),
    answer: choice(['yes', 'no'], askWords.answerMissing),
    day: theDay(answerWords.dayMissing),
    said: optionalText(),
  }),
  show: shown(answerWords.title, AnsweredForm),
  decide: ({ said = '', ...value }, { ctx }) =>
    writeDownAnswer({ ...value, said, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state),
  to: searchPath,
  notice: answerWords.kept,
})

export const searchPages: readonly RecordPage[] = [list, asked, answered]
