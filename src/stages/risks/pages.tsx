import type { VNode } from 'preact'
import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { find } from '../../record/state.ts'
import { VIEWS } from '../../record/told-later.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, date, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Filling } from '../../table/asks.tsx'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { type ShowForm, formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { lookAgain, sayView, tellHappened, weighRisk } from './decide.ts'
import { easyRisk, easyRisks } from './easy.ts'
import { HappenedForm, LookedForm, ViewForm, WeighForm } from './forms.tsx'
import { RiskPage } from './risk.tsx'
import { RisksPage } from './risks.tsx'
import { type RiskView, riskView } from './view.ts'
import { happenedWords, lookedWords, viewWords, weighWords, words } from './words.ts'

const read = { resource: 'plan', action: 'read' } as const
const say = { resource: 'plan', action: 'say' } as const
const judge = { resource: 'plan', action: 'judge' } as const

const risksPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'risks')
const riskPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'risks', visit.params['risk'] ?? '')

const list: RecordPage = {
  path: '/records/:record/risks',
  may: read,
  audited: 'the risks that were weighed',
  get: (visit) =>
    laid(visit.ctx, 'risks', {
      title: words.title,
      main: wholeOrEasy(visit, <RisksPage table={visit.ctx} />, () => easyRisks(visit.ctx)),
    }),
}

const viewOf = ({ ctx, params }: Visit<AtTable>): RiskView | undefined => {
  const risk = find(ctx.state, 'risk', params['risk'])
  return risk === undefined ? undefined : riskView(ctx.state, risk)
}

const one: RecordPage = {
  path: '/records/:record/risks/:risk',
  params: { risk: 'entry' },
  may: read,
  audited: 'a risk that was weighed',
  get: (visit) => {
    const view = viewOf(visit)
    return view === undefined
      ? notFound
      : laid(visit.ctx, 'risks', {
          title: view.risk.activity,
          main: wholeOrEasy(visit, <RiskPage table={visit.ctx} view={view} />, () =>
            easyRisk(visit.ctx, view),
          ),
          before: backTo(risksPath(visit), words.title),
        })
  },
}

const weigh = formPage({
  path: '/records/:record/risks/weigh',
  may: judge,
  audited: 'a form to weigh a risk',
  form: z.object({
    activity: text(weighWords.activityMissing),
    wish: text(weighWords.wishMissing),
    good: text(weighWords.goodMissing),
    harm: text(weighWords.harmMissing),
    whom: text(weighWords.whomMissing),
    safeguards: optionalText().transform((typed) => (typed ?? '').split('\n')),
    understands: text(weighWords.understandsMissing),
    decision: choice(['go-ahead', 'go-ahead-with-safeguards', 'not-now'], weighWords.decisionMissing),
    why: text(weighWords.whyMissing),
    again: date({ missing: weighWords.againMissing, wrong: weighWords.againWrong }),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'risks', {
      title: weighWords.title,
      main: <WeighForm visit={visit} errors={errors} typed={typed} />,
      before: backTo(risksPath(visit), words.title),
      bad: errors.length > 0,
    }),
  decide: ({ again, ...value }, { ctx }) =>
    weighRisk({ ...value, again: day(again), stamp: ctx.stamp('risk') }, ctx.state),
  to: risksPath,
  notice: weighWords.kept,
})

/** A form about one risk: nothing where there is no such risk. */
const ofRisk =
  (
    title: (visit: Visit<AtTable>) => string,
    main: (filling: Filling & { readonly view: RiskView }) => VNode,
  ): ShowForm =>
  (visit, errors, typed) => {
    const view = viewOf(visit)
    return view === undefined
      ? notFound
      : laid(visit.ctx, 'risks', {
          title: title(visit),
          main: main({ visit, errors, typed, view }),
          before: backTo(riskPath(visit), view.risk.activity),
          bad: errors.length > 0,
        })
  }

const view = formPage({
  path: '/records/:record/risks/:risk/view',
  params: { risk: 'entry' },
  may: say,
  audited: 'a form to say what somebody thinks of a risk',
  form: z.object({
    party: optionalText({ most: 200 }),
    view: choice(VIEWS, viewWords.viewMissing),
    says: text(viewWords.whyMissing),
  }),
  show: ofRisk(
    ({ ctx }) => (mayDo(ctx, 'plan', 'judge') ? viewWords.write : viewWords.say),
    (filling) => <ViewForm {...filling} />,
  ),
  decide: ({ party, ...value }, { ctx, params }) => {
    const mayWriteForOthers = mayDo(ctx, 'plan', 'judge')
    const stamp = ctx.stamp('note')
    const whose = mayWriteForOthers ? (party ?? '') : (party ?? stamp.by)
    return sayView(
      { ...value, stamp, party: whose, risk: params['risk'] ?? '', mayWriteForOthers },
      ctx.state,
    )
  },
  to: riskPath,
  notice: viewWords.kept,
})

const happened = formPage({
  path: '/records/:record/risks/:risk/happened',
  params: { risk: 'entry' },
  may: say,
  audited: 'a form to write down what happened',
  form: z.object({
    says: text(happenedWords.whatMissing),
    day: date({ missing: happenedWords.dayMissing, wrong: happenedWords.dayWrong }),
  }),
  show: ofRisk(
    () => happenedWords.write,
    (filling) => <HappenedForm {...filling} />,
  ),
  decide: (value, { ctx, params }) =>
    tellHappened(
      { stamp: ctx.stamp('note'), risk: params['risk'] ?? '', says: value.says, day: day(value.day) },
      ctx.state,
    ),
  to: riskPath,
  notice: happenedWords.kept,
})

const looked = formPage({
  path: '/records/:record/risks/:risk/looked',
  params: { risk: 'entry' },
  may: judge,
  audited: 'a form to look at a risk again',
  form: z.object({ says: text(lookedWords.whatMissing) }),
  show: ofRisk(
    () => lookedWords.title,
    (filling) => <LookedForm {...filling} />,
  ),
  decide: ({ says }, { ctx, params }) =>
    lookAgain({ stamp: ctx.stamp('note'), risk: params['risk'] ?? '', says }, ctx.state),
  to: riskPath,
  notice: lookedWords.kept,
})

export const riskPages: readonly RecordPage[] = [list, weigh, one, view, happened, looked]
