import type { VNode } from 'preact'
import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { pence } from '../../domain/money/pence.ts'
import { choice, choices, date, optionalText, pounds, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Filling } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { type ShowForm, formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { agreeOnTop, endOnTop, tellPlace } from './care-home-decide.ts'
import { OnTopEndedForm, OnTopForm, PlaceForm } from './care-home-forms.tsx'
import { FREE, SUITS } from './care-home-notes.ts'
import { careHomes } from './care-home-view.ts'
import { CareHomePage, careHomePath } from './care-home.tsx'
import { endWords, onTopWords, placeWords, words } from './care-home-words.ts'

const say = { resource: 'plan', action: 'say' } as const
const decide = { resource: 'plan', action: 'decide' } as const
const to = (visit: Visit<AtTable>) => careHomePath(visit.ctx)

const list: RecordPage = {
  path: '/records/:record/plan/care-home',
  may: { resource: 'plan', action: 'read' },
  audited: 'the choice of a care home',
  get: ({ ctx }) =>
    laid(ctx, 'plan/options', {
      title: words.title,
      main: <CareHomePage table={ctx} view={careHomes(ctx.state, ctx.model)} />,
      before: backTo(recordPath(ctx.record, 'plan', 'options'), words.options),
    }),
}

const shown =
  (title: string, Form: (filling: Filling) => VNode): ShowForm =>
  (visit, errors, typed) =>
    laid(visit.ctx, 'plan/options', {
      title,
      main: <Form visit={visit} errors={errors} typed={typed} />,
      before: backTo(to(visit), words.title),
      bad: errors.length > 0,
    })

const theDay = (missing: string) => date({ missing, wrong: placeWords.dayWrong })

const place = formPage({
  path: '/records/:record/plan/care-home/place',
  may: say,
  audited: 'a form to write down whether a place in a care home is free',
  form: z.object({
    option: text(placeWords.optionMissing, { most: 200 }),
    day: theDay(placeWords.dayMissing),
    free: choice(FREE, placeWords.freeMissing),
    suits: choice(SUITS, placeWords.suitsMissing),
    says: optionalText(),
  }),
  show: shown(placeWords.title, PlaceForm),
  decide: ({ says = '', ...value }, { ctx }) =>
    tellPlace({ ...value, says, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state, ctx.model),
  to,
  notice: placeWords.kept,
})

const onTop = formPage({
  path: '/records/:record/plan/care-home/on-top',
  may: decide,
  audited: 'a form to write down what is paid on top for a care home',
  form: z.object({
    option: text(placeWords.optionMissing, { most: 200 }),
    payer: text(onTopWords.payerMissing, { most: 200 }),
    sum: pounds({ missing: onTopWords.sumMissing, wrong: onTopWords.sumWrong, from: 0.01, to: 10_000 }),
    from: theDay(onTopWords.fromMissing),
    again: theDay(onTopWords.againMissing),
    told: text(onTopWords.toldMissing),
    stops: text(onTopWords.stopsMissing),
    why: optionalText(),
    agreed: choices(['yes'], onTopWords.agreedMissing),
  }),
  show: shown(onTopWords.title, OnTopForm),
  decide: ({ sum, from, again, agreed, why = '', ...value }, { ctx }) =>
    agreeOnTop(
      {
        ...value,
        why,
        sum: pence<'week'>(sum),
        from: day(from),
        again: day(again),
        agreed: agreed.length > 0,
        stamp: ctx.stamp('note'),
      },
      ctx.state,
      ctx.model,
    ),
  to,
  notice: onTopWords.kept,
})

const ended = formPage({
  path: '/records/:record/plan/care-home/on-top-ended',
  may: decide,
  audited: 'a form to say that something is paid on top no more',
  form: z.object({
    agreement: text(endWords.agreementMissing, { most: 200 }),
    day: theDay(endWords.dayMissing),
    says: text(endWords.saysMissing),
  }),
  show: shown(endWords.title, OnTopEndedForm),
  decide: (value, { ctx }) =>
    endOnTop({ ...value, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state, ctx.model),
  to,
  notice: endWords.kept,
})

export const careHomePages: readonly RecordPage[] = [list, place, onTop, ended]
