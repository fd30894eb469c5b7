import { z } from 'zod'
import { day } from '../../domain/dates/plain-date.ts'
import { find } from '../../record/state.ts'
import { DECIDES } from '../../record/told-later.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, choices, date, optionalText, text } from '../../platform/web/fields.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { formPage } from '../../table/form-page.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { askCapacity, decideBest, lookAtLiberty, tellScope } from './decide.ts'
import { CHECKS, DecidingPage } from './deciding.tsx'
import { easyDeciding, easyFinding } from './easy.ts'
import { easyLiberty } from './easy-liberty.ts'
import { FindingPage } from './finding.tsx'
import { AskForm, BestForm, LibertyForm, ScopeForm } from './forms.tsx'
import { LibertyPage } from './liberty.tsx'
import { foundIn } from './view.ts'
import { TIMES, askWords, bestWords, libertyWords, scopeWords, words } from './words.ts'

const read = { resource: 'capacity', action: 'read' } as const
const judge = { resource: 'capacity', action: 'judge' } as const

const path = (visit: Visit<AtTable>, ...parts: readonly string[]) =>
  recordPath(visit.ctx.record, 'deciding', ...parts)
const back = (visit: Visit<AtTable>) => backTo(path(visit), words.title)

const deciding: RecordPage = {
  path: '/records/:record/deciding',
  may: read,
  audited: 'what was found about making decisions',
  get: (visit) =>
    laid(visit.ctx, 'deciding', {
      title: words.title,
      main: wholeOrEasy(visit, <DecidingPage table={visit.ctx} />, () => easyDeciding(visit.ctx, CHECKS)),
    }),
}

const liberty: RecordPage = {
  path: '/records/:record/deciding/liberty',
  may: read,
  audited: 'limits on freedom',
  get: (visit) =>
    laid(visit.ctx, 'deciding/liberty', {
      title: libertyWords.title,
      main: wholeOrEasy(visit, <LibertyPage table={visit.ctx} />, () => easyLiberty(visit.ctx)),
    }),
}

const yesOrNo = (missing: string) => choice(['yes', 'no'], missing).transform((sent) => sent === 'yes')
const lines = optionalText().transform((typed) => (typed ?? '').split('\n'))

const ask = formPage({
  path: '/records/:record/deciding/ask',
  may: judge,
  audited: 'a form to ask about one decision',
  form: z.object({
    decision: text(askWords.decisionMissing),
    for: choices(DECIDES, askWords.forMissing),
    day: date({ missing: askWords.dayMissing, wrong: askWords.dayWrong }),
    time: choice(TIMES, askWords.timeMissing),
    help: lines,
    understands: yesOrNo(askWords.understandsMissing),
    retains: yesOrNo(askWords.retainsMissing),
    weighs: yesOrNo(askWords.weighsMissing),
    communicates: yesOrNo(askWords.communicatesMissing),
    shown: text(askWords.shownMissing),
    unwise: optionalText(),
    has: choice(['yes', 'no'], askWords.hasMissing).transform((sent) => sent === 'yes'),
    because: optionalText(),
    link: optionalText(),
    again: optionalText(),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'deciding', {
      title: askWords.title,
      main: <AskForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: (value, { ctx }) =>
    askCapacity({ ...value, day: day(value.day), stamp: ctx.stamp('capacity') }, ctx.state),
  to: (visit) => path(visit),
  notice: askWords.kept,
})

const capacityOf = ({ ctx, params }: Visit<AtTable>) => find(ctx.state, 'capacity', params['capacity'])

const finding: RecordPage = {
  path: '/records/:record/deciding/:capacity',
  params: { capacity: 'entry' },
  may: read,
  audited: 'what was found about one decision',
  get: (visit) => {
    const capacity = capacityOf(visit)
    if (capacity === undefined) return notFound
    const found = foundIn(visit.ctx.state, capacity)
    return laid(visit.ctx, 'deciding', {
      title: capacity.decision,
      main: wholeOrEasy(visit, <FindingPage table={visit.ctx} found={found} />, () =>
        easyFinding(visit.ctx, found),
      ),
      before: back(visit),
    })
  },
}

const best = formPage({
  path: '/records/:record/deciding/:capacity/best',
  params: { capacity: 'entry' },
  may: judge,
  audited: 'a form to write down what is best',
  form: z.object({
    wait: text(bestWords.waitMissing),
    wishes: text(bestWords.wishesMissing),
    consulted: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((sent) => (typeof sent === 'string' ? [sent] : [...new Set(sent)]))
      .refine((sent) => sent.length > 0, { error: bestWords.consultedMissing }),
    less: text(bestWords.lessMissing),
    decided: text(bestWords.decidedMissing),
    decider: text(bestWords.deciderMissing, { most: 200 }),
  }),
  show: (visit, errors, typed) => {
    const capacity = capacityOf(visit)
    return capacity === undefined
      ? notFound
      : laid(visit.ctx, 'deciding', {
          title: bestWords.title,
          main: <BestForm visit={visit} errors={errors} typed={typed} capacity={capacity} />,
          before: backTo(path(visit, capacity.id), capacity.decision),
          bad: errors.length > 0,
        })
  },
  decide: ({ decider, ...value }, { ctx, params }) =>
    decideBest(
      {
        ...value,
        stamp: ctx.stamp('capacity'),
        capacity: params['capacity'] ?? '',
        decider: decider === 'council' ? undefined : decider,
      },
      ctx.state,
    ),
  to: (visit) => path(visit, visit.params['capacity'] ?? ''),
  notice: bestWords.kept,
})

const scope = formPage({
  path: '/records/:record/deciding/scope',
  // It becomes a note of the record itself, which belongs where a contact does.
  may: { resource: 'asking', action: 'judge' },
  audited: 'a form to write down what somebody may decide by law',
  form: z.object({
    party: text(scopeWords.whoMissing, { most: 200 }),
    decides: choices(DECIDES, scopeWords.decidesMissing),
    seen: text(scopeWords.seenMissing),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'deciding', {
      title: scopeWords.title,
      main: <ScopeForm visit={visit} errors={errors} typed={typed} />,
      before: back(visit),
      bad: errors.length > 0,
    }),
  decide: (value, { ctx }) => tellScope({ ...value, stamp: ctx.stamp('note') }, ctx.state),
  to: (visit) => path(visit),
  notice: scopeWords.kept,
})

const look = formPage({
  path: '/records/:record/deciding/liberty/look',
  may: judge,
  audited: 'a form to look at limits on freedom',
  form: z.object({
    arrangement: text(libertyWords.arrangementMissing),
    purpose: text(libertyWords.purposeMissing),
    ordinary: text(libertyWords.ordinaryMissing),
    watched: text(libertyWords.watchedMissing),
    shows: text(libertyWords.showsMissing),
    less: text(libertyWords.lessMissing),
    so: text(libertyWords.soMissing),
    authorised: choice(['none-needed', 'requested', 'granted', 'refused'], libertyWords.authorisedMissing),
  }),
  show: (visit, errors, typed) =>
    laid(visit.ctx, 'deciding/liberty', {
      title: libertyWords.look,
      main: <LibertyForm visit={visit} errors={errors} typed={typed} />,
      before: backTo(path(visit, 'liberty'), libertyWords.title),
      bad: errors.length > 0,
    }),
  decide: (value, { ctx }) => lookAtLiberty({ ...value, stamp: ctx.stamp('liberty') }, ctx.state),
  to: (visit) => path(visit, 'liberty'),
  notice: libertyWords.kept,
})

export const decidingPages: readonly RecordPage[] = [deciding, liberty, look, ask, scope, best, finding]
