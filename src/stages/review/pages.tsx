import { z } from 'zod'
import { notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { answerReview, askReview, holdReview } from './decide.ts'
import { AnswerForm, AskForm, HoldForm } from './forms.tsx'
import { ReviewPage } from './review.tsx'
import { type Request, requests } from './view.ts'
import { answerWords, askWords, holdWords, words } from './words.ts'

const readPlan = { resource: 'plan', action: 'read' } as const
const reviewPath = (visit: Visit<AtTable>) => recordPath(visit.ctx.record, 'review')

const review: RecordPage = {
  path: '/records/:record/review',
  may: readPlan,
  audited: 'the reviews',
  get: ({ ctx }) => laid(ctx, 'review', { title: words.title, main: <ReviewPage table={ctx} /> }),
}

const askPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'review', {
    title: askWords.title,
    main: <AskForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(reviewPath(visit), words.title),
    bad: errors.length > 0,
  })

const askForm = z.object({ why: text(askWords.whyMissing) })

const ask: RecordPage = {
  path: '/records/:record/review/ask',
  may: { resource: 'support', action: 'say' },
  maySend: { resource: 'support', action: 'say' },
  audited: 'a form to ask for a review',
  get: (visit) => askPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(askForm, visit.form)
    if (parsed.kind === 'bad') return askPage(visit, parsed.errors, parsed.typed)
    const decision = askReview({ stamp: visit.ctx.stamp('review-asked'), ...parsed.value }, visit.ctx.state)
    return sendOr(visit, decision, reviewPath(visit), askWords.kept, (errors) =>
      askPage(visit, errors, visit.form.values),
    )
  },
}

const requestOf = (visit: Visit<AtTable>): Request | undefined =>
  requests(visit.ctx.state).find(({ asked }) => asked.id === visit.params['asked'])

const answerPage = (visit: Visit<AtTable>, request: Request, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'review', {
    title: answerWords.title,
    main: <AnswerForm visit={visit} request={request} errors={errors} typed={typed} />,
    before: backTo(reviewPath(visit), words.title),
    bad: errors.length > 0,
  })

const answerForm = z.object({
  outcome: choice(['accepted', 'refused'], answerWords.outcomeMissing),
  why: text(answerWords.whyMissing),
})

const answer: RecordPage = {
  path: '/records/:record/review/answer/:asked',
  params: { asked: 'entry' },
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'a request for a review',
  get: (visit) => {
    const request = requestOf(visit)
    return request === undefined ? notFound : answerPage(visit, request, [], {})
  },
  post: async (visit) => {
    const request = requestOf(visit)
    if (request === undefined) return notFound
    const parsed = parseForm(answerForm, visit.form)
    if (parsed.kind === 'bad') return answerPage(visit, request, parsed.errors, parsed.typed)
    const stamp = visit.ctx.stamp('review-answered')
    const decision = answerReview({ stamp, asked: request.asked.id, ...parsed.value }, visit.ctx.state)
    return sendOr(visit, decision, reviewPath(visit), answerWords.kept, (errors) =>
      answerPage(visit, request, errors, visit.form.values),
    )
  },
}

const holdPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'review', {
    title: holdWords.title,
    main: <HoldForm visit={visit} errors={errors} typed={typed} />,
    before: backTo(reviewPath(visit), words.title),
    bad: errors.length > 0,
  })

const holdForm = z.object({
  type: choice(['planned', 'light-touch', 'unplanned', 'requested', 'new-plan'], holdWords.typeMissing),
  involved: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((sent) => (typeof sent === 'string' ? [sent] : sent))
    .refine((sent) => sent.length > 0, { error: holdWords.involvedMissing }),
  found: text(holdWords.foundMissing),
  changed: choice(['yes', 'no'], holdWords.changedMissing),
  leadsTo: choice(['no-change', 'revise-plan', 'reassess', 'end'], holdWords.leadsToMissing),
})

const hold: RecordPage = {
  path: '/records/:record/review/hold',
  may: { resource: 'plan', action: 'judge' },
  maySend: { resource: 'plan', action: 'judge' },
  audited: 'a form to write down a review',
  get: (visit) => holdPage(visit, [], {}),
  post: async (visit) => {
    const parsed = parseForm(holdForm, visit.form)
    if (parsed.kind === 'bad') return holdPage(visit, parsed.errors, parsed.typed)
    const command = {
      ...parsed.value,
      changed: parsed.value.changed === 'yes',
      stamp: visit.ctx.stamp('review'),
    }
    return sendOr(visit, holdReview(command, visit.ctx.state), reviewPath(visit), holdWords.kept, (errors) =>
      holdPage(visit, errors, visit.form.values),
    )
  },
}

export const reviewPages: readonly RecordPage[] = [review, ask, answer, hold]
