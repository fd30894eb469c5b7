import { z } from 'zod'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { backTo, formErrors, laid } from '../../table/frame.tsx'
import { askedVersion } from './asked-version.ts'
import { BudgetStatement } from './budget-statement.tsx'
import { recordStatement } from './decide-budget.ts'
import { sent } from './sending.ts'
import type { Version } from './view.ts'
import { budgetWords } from './words-forms.ts'
import { words } from './words.ts'

const statementPage = (
  visit: Visit<AtTable>,
  version: Version,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'plan', {
    title: budgetWords.title,
    main: <BudgetStatement visit={visit} version={version} errors={errors} typed={typed} />,
    before: backTo(recordPath(visit.ctx.record, 'plan'), words.title),
    bad: errors.length > 0,
  })

const schema = z.object({ note: optionalText() })

/** It holds what the person pays, so it takes the money's own right to read and the plan's. */
const statement: RecordPage = {
  path: '/records/:record/plan/budget/:plan',
  params: { plan: 'entry' },
  may: { resource: 'money', action: 'read' },
  maySend: { resource: 'money', action: 'decide' },
  audited: 'the personal budget',
  get: (visit) => {
    const version = askedVersion(visit)
    return version === undefined ? notFound : statementPage(visit, version, [], {})
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const version = askedVersion(visit)
    if (version === undefined) return notFound
    const again = (errors: readonly FieldError[]) => statementPage(visit, version, errors, form.values)
    const parsed = parseForm(schema, form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    if (!mayDo(ctx, 'means', 'read'))
      return again(formErrors(['What the person can pay is not yours to see.']))
    const decision = recordStatement(
      { stamp: ctx.stamp('personal-budget'), plan: version.plan.id, note: parsed.value.note ?? '' },
      ctx.state,
    )
    const to = { path: recordPath(ctx.record, 'plan', 'budget', version.plan.id), notice: budgetWords.kept }
    return sent(visit, decision, to, again)
  },
}

export const statementPages: readonly RecordPage[] = [statement]
