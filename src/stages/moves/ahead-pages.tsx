import type { VNode } from 'preact'
import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { choice, date, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Filling } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { type ShowForm, formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { BackForm, KeepForm, OffForm, PlanForm, WhoForm } from './ahead-forms.tsx'
import { callOff, handBack, keepStep, planMove, promiseStep } from './decide-ahead.ts'
import { backWords, keepWords, movedWords, offWords, planWords, whoWords, words } from './words.ts'

const movesPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'moves')

const shown =
  (title: string, Form: (filling: Filling) => VNode): ShowForm =>
  (visit, errors, typed) =>
    laid(visit.ctx, 'moves', {
      title,
      main: <Form visit={visit} errors={errors} typed={typed} />,
      before: backTo(movesPath(visit), words.title),
      bad: errors.length > 0,
    })

const plan = formPage({
  path: '/records/:record/moves/plan',
  may: { resource: 'asking', action: 'say' },
  audited: 'a form to plan a move',
  form: z.object({
    direction: choice(['out', 'in'], movedWords.directionMissing),
    other: text(movedWords.otherMissing, { most: 200 }),
    day: date({ missing: planWords.dayMissing, wrong: planWords.dayWrong }),
    says: optionalText(),
  }),
  show: shown(planWords.title, PlanForm),
  decide: (value, { ctx }) =>
    planMove({ ...value, day: day(value.day), stamp: ctx.stamp('note') }, ctx.state),
  to: movesPath,
  notice: planWords.kept,
})

const who = formPage({
  path: '/records/:record/moves/who',
  may: { resource: 'asking', action: 'judge' },
  audited: 'a form to say who does a step, and by when',
  form: z.object({
    step: text(whoWords.stepMissing, { most: 300 }),
    party: text(whoWords.whoMissing, { most: 200 }),
    by: date({ missing: whoWords.byMissing, wrong: whoWords.byWrong }),
    says: optionalText(),
  }),
  show: shown(whoWords.title, WhoForm),
  decide: (value, { ctx }) =>
    promiseStep({ ...value, by: day(value.by), stamp: ctx.stamp('note') }, ctx.state),
  to: movesPath,
  notice: whoWords.kept,
})

const back = formPage({
  path: '/records/:record/moves/hand-back',
  may: { resource: 'asking', action: 'say' },
  audited: 'a form to hand back a step',
  form: z.object({
    step: text(backWords.stepMissing, { most: 300 }),
    why: text(backWords.whyMissing),
  }),
  show: shown(backWords.title, BackForm),
  decide: (value, { ctx }) =>
    handBack({ ...value, stamp: ctx.stamp('note'), isWorker: mayDo(ctx, 'asking', 'judge') }, ctx.state),
  to: movesPath,
  notice: backWords.kept,
})

const keep = formPage({
  path: '/records/:record/moves/step-done',
  may: { resource: 'asking', action: 'judge' },
  audited: 'a form to say that a step is done',
  form: z.object({ step: text(keepWords.stepMissing, { most: 300 }), says: optionalText() }),
  show: shown(keepWords.title, KeepForm),
  decide: (value, { ctx }) => keepStep({ ...value, stamp: ctx.stamp('note') }, ctx.state),
  to: movesPath,
  notice: keepWords.kept,
})

const off = formPage({
  path: '/records/:record/moves/called-off',
  may: { resource: 'asking', action: 'say' },
  audited: 'a form to call off a planned move',
  form: z.object({
    planned: text(offWords.whichMissing, { most: 200 }),
    why: text(offWords.whyMissing),
  }),
  show: shown(offWords.title, OffForm),
  decide: (value, { ctx }) =>
    callOff({ ...value, stamp: ctx.stamp('note'), isWorker: mayDo(ctx, 'asking', 'judge') }, ctx.state),
  to: movesPath,
  notice: offWords.kept,
})

export const aheadPages: readonly RecordPage[] = [plan, who, back, keep, off]
