import { z } from 'zod'
import type { Answer } from '../../platform/web/answer.ts'
import { optionalText } from '../../platform/web/fields.ts'
import { type FieldError, type Form, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { type LessReason, fallInWords, issuePlan, missingOf } from './decide-issue.ts'
import { IssueForm, issueAsTyped, lessField } from './issue-form.tsx'
import { NoDraft } from './no-draft.tsx'
import { sent } from './sending.ts'
import { basesSince, lessIn, plansIn } from './view.ts'
import { issueWords } from './words-forms.ts'
import { words } from './words.ts'

const formPage = (
  visit: Visit<AtTable>,
  errors: readonly FieldError[],
  typed: Values,
  boxes: readonly FieldError[] = [],
): Answer => {
  const { draft } = plansIn(visit.ctx.state)
  return laid(visit.ctx, 'plan', {
    title: issueWords.title,
    main:
      draft === undefined ? (
        <NoDraft table={visit.ctx} />
      ) : (
        <IssueForm visit={visit} version={draft} errors={errors} boxes={boxes} typed={typed} />
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

const ASKS = {
  why: 'Say why it falls',
  met: 'Say how the need is still met',
  basis: 'Choose what it rests on',
} as const

/**
 * What the decision refused, led to the box where it is mended: of each line that falls the first thing missing stands
 * in the summary with all the rest, and each box says its own.
 */
function atTheirBoxes(
  table: AtTable,
  form: Form,
  refused: readonly FieldError[],
): { readonly summary: readonly FieldError[]; readonly boxes: readonly FieldError[] } {
  const { draft } = plansIn(table.state)
  if (draft === undefined) return { summary: refused, boxes: [] }
  const given = reasonsFrom(table, form)
  const parts = lessIn(table.state, draft.plan).flatMap((less, index) => {
    const missing = missingOf(less, given, table.state)
    const names = lessField(index)
    return [
      {
        sentence: fallInWords(less, draft.plan),
        // Where nothing in the record could bear it there is no box to choose in: the notice there says so.
        boxes: missing
          .filter(({ part }) => part !== 'basis' || basesSince(table.state, less.against).length > 0)
          .map(({ part }) => ({ field: names[part], at: names[part], says: ASKS[part] })),
      },
    ]
  })
  const part = { field: 'part', at: 'part', says: 'Say what part the person had' }
  const isPart = ({ says }: FieldError) => says.startsWith('Say what part ')
  const summary = refused.map((error) => {
    const box = parts.find(({ sentence }) => error.says.startsWith(sentence))?.boxes[0]
    return { ...error, at: box?.at ?? (isPart(error) ? part.at : error.at) }
  })
  const boxes = [...parts.flatMap((each) => each.boxes), ...(refused.some(isPart) ? [part] : [])]
  return { summary, boxes: refused.length === 0 ? [] : boxes }
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
    return sent(
      visit,
      decision,
      { path: recordPath(ctx.record, 'plan'), notice: issueWords.kept },
      (refused) => {
        const { summary, boxes } = atTheirBoxes(ctx, form, refused)
        return formPage(visit, summary, form.values, boxes)
      },
    )
  },
}

export const issuePages: readonly RecordPage[] = [issue]
