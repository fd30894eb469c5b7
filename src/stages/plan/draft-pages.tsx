import { z } from 'zod'
import { plainDate } from '../../domain/dates/plain-date.ts'
import type { RecordState } from '../../record/state.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { optionalDay } from './day-field.ts'
import { draftBase, keepRest } from './decide-draft.ts'
import { DraftForm, restAsTyped } from './draft-form.tsx'
import { sent } from './sending.ts'
import { draftWords, lineWords } from './words-forms.ts'
import { words } from './words.ts'

const schema = (state: RecordState, today: string) =>
  z.object({
    wishes: optionalText(),
    contingency: optionalText(),
    prevent: optionalText(),
    review: optionalDay({
      wrong: 'The day of review must be a real day, such as 30 9 2027',
      from: today,
      outside: 'The day of review has passed. Enter today or a later day',
    }),
    involved: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((typed) => (typeof typed === 'string' ? (typed === '' ? [] : [typed]) : [...new Set(typed)]))
      .refine((ids) => ids.every((id) => state.parties.has(id)), {
        error: 'Choose people who are at the table',
      })
      .refine((ids) => ids.length > 0, { error: 'Choose who it was made with' }),
  })

const formPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values): Answer =>
  laid(visit.ctx, 'plan', {
    title: draftWords.title,
    main: <DraftForm visit={visit} plan={draftBase(visit.ctx.state)} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record, 'plan'), words.title),
    bad: errors.length > 0,
  })

const draft: RecordPage = {
  path: '/records/:record/plan/draft',
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'the draft of the plan',
  get: (visit) =>
    formPage(visit, [], restAsTyped(draftBase(visit.ctx.state), visit.today, visit.ctx.reader.party)),
  post: async (visit) => {
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => formPage(visit, errors, form.values)
    const parsed = parseForm(schema(ctx.state, visit.today), form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    const { review, ...fields } = parsed.value
    const decision = keepRest(
      { stamp: ctx.stamp('plan'), ...fields, reviewBy: review === undefined ? undefined : plainDate(review) },
      ctx.state,
    )
    const to = { path: recordPath(ctx.record, 'plan', 'draft'), notice: lineWords.kept }
    return sent(visit, decision, to, again)
  },
}

export const draftPages: readonly RecordPage[] = [draft]
