import { z } from 'zod'
import type { Dispute } from '../../record/state.ts'
import { notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { wholeOrEasy } from '../../table/easy-read.tsx'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { complaintPages } from './complaint-pages.tsx'
import { answerDispute } from './decide.ts'
import { DisputePage } from './dispute.tsx'
import { Disputes } from './disputes.tsx'
import { easyDisagreement, easyDisagreements } from './easy.ts'
import { answerWords, words } from './words.ts'

const disputes: RecordPage = {
  path: '/records/:record/challenge',
  may: { resource: 'conversation', action: 'read' },
  audited: 'the disagreements',
  get: (visit) =>
    laid(visit.ctx, 'challenge', {
      title: words.title,
      main: wholeOrEasy(visit, <Disputes table={visit.ctx} />, () => easyDisagreements(visit.ctx)),
    }),
}

const disputeOf = (visit: Visit<AtTable>): Dispute | undefined =>
  visit.ctx.state.disputes.find(({ dispute }) => dispute.id === visit.params['dispute'])

const disputePage = (visit: Visit<AtTable>, dispute: Dispute, errors: readonly FieldError[], typed: Values) =>
  laid(visit.ctx, 'challenge', {
    title: answerWords.title,
    main: wholeOrEasy(
      visit,
      <DisputePage visit={visit} dispute={dispute} errors={errors} typed={typed} />,
      () => easyDisagreement(visit.ctx, dispute),
    ),
    before: backTo(recordPath(visit.ctx.record, 'challenge'), words.title),
    bad: errors.length > 0,
  })

const answerForm = z.object({
  outcome: choice(['accepted', 'partly', 'refused'], 'Choose your answer'),
  why: text('Give the reason'),
})

const dispute: RecordPage = {
  path: '/records/:record/challenge/:dispute',
  params: { dispute: 'entry' },
  may: { resource: 'conversation', action: 'read' },
  maySend: { resource: 'conversation', action: 'decide' },
  audited: 'a disagreement',
  get: (visit) => {
    const found = disputeOf(visit)
    return found === undefined ? notFound : disputePage(visit, found, [], {})
  },
  post: async (visit) => {
    const found = disputeOf(visit)
    if (found === undefined) return notFound
    const parsed = parseForm(answerForm, visit.form)
    if (parsed.kind === 'bad') return disputePage(visit, found, parsed.errors, parsed.typed)
    const stamp = visit.ctx.stamp('dispute-answered')
    const decision = answerDispute({ stamp, dispute: found.dispute.id, ...parsed.value }, visit.ctx.state)
    const to = recordPath(visit.ctx.record, 'challenge', found.dispute.id)
    return sendOr(visit, decision, to, answerWords.kept, (errors) =>
      disputePage(visit, found, errors, visit.form.values),
    )
  },
}

export const challengePages: readonly RecordPage[] = [disputes, ...complaintPages, dispute]
