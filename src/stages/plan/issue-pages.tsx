import { z } from 'zod'
import type { Answer } from '../../platform/web/answer.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { type LessReason, issuePlan } from './decide-issue.ts'
import { IssueForm, issueAsTyped, lessField } from './issue-form.tsx'
import { NoDraft } from './no-draft.tsx'
import { sent } from './sending.ts'
import { lessIn, plansIn } from './view.ts'
import { issueWords } from './words-forms.ts'
import { words } from './words.ts'

const formPage = (visit: Visit<AtTable>, errors: readonly FieldError[], typed: Values): Answer => {
  const { draft } = plansIn(visit.ctx.state)
  return laid(visit.ctx, 'plan', {
    title: issueWords.title,
    main:
      draft === undefined ? (
        <NoDraft table={visit.ctx} />
      ) : (
        <IssueForm visit={visit} version={draft} errors={errors} typed={typed} />
      ),
    before: backTo(recordPath(visit.ctx.record, 'plan'), words.title),
    bad: errors.length > 0,
  })
}

/** What was written for each line that falls, in the order in which the form asked. */
function reasonsFrom(table: AtTable, { values }: Form): readonly LessReason[] {
  const { draft } = plansIn(table.state)
  const less = draft === undefined ? [] : lessIn(table.state, draft.plan)
  return less.map(({ fall }, index) => {
    const names = lessField(index)
    return {
      line: String(fall.line.line),
      why: textOf(values, names.why),
      met: textOf(values, names.met),
      basis: textOf(values, names.basis),
    }
  })
}

/** As many fields as there are lines that fall, each a text that can be kept. What each must say, the decision knows. */
function unkeepable(form: Form): readonly FieldError[] {
  const schema = z.object(
    Object.fromEntries(Object.keys(form.values).map((field) => [field, optionalText()] as const)),
  )
  const parsed = parseForm(schema, form)
  return parsed.kind === 'bad' ? parsed.errors : []
}

const issue: RecordPage = {
  path: '/records/:record/plan/issue',
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'a form to issue the plan',
  get: (visit) => {
    const { draft } = plansIn(visit.ctx.state)
    return formPage(visit, [], draft === undefined ? {} : issueAsTyped(visit.ctx, draft.plan))
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const again = (errors: readonly FieldError[]) => formPage(visit, errors, form.values)
    const bad = unkeepable(form)
    if (bad.length > 0) return again(bad)
    const decision = issuePlan(
      {
        stamp: ctx.stamp('plan'),
        budgetStamp: ctx.stamp('personal-budget'),
        draft: textOf(form.values, 'draft'),
        less: reasonsFrom(ctx, form),
        part: textOf(form.values, 'part'),
      },
      ctx.state,
    )
    return sent(visit, decision, { path: recordPath(ctx.record, 'plan'), notice: issueWords.kept }, again)
  },
}

export const issuePages: readonly RecordPage[] = [issue]
