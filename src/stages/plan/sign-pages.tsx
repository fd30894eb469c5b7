import { z } from 'zod'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, optionalChoice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, badField, parseForm } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { askedVersion } from './asked-version.ts'
import { signPlan } from './decide-sign-off.ts'
import { sent } from './sending.ts'
import { SignForm } from './sign-form.tsx'
import type { Version } from './view.ts'
import { signWords } from './words-forms.ts'
import { words } from './words.ts'

const isManager = ({ reader }: AtTable): boolean => reader.relationships.includes('manager')

const formPage = (
  visit: Visit<AtTable>,
  version: Version,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'plan', {
    title: signWords.title,
    main: (
      <SignForm
        visit={visit}
        version={version}
        isManager={isManager(visit.ctx)}
        errors={errors}
        typed={typed}
      />
    ),
    before: backTo(recordPath(visit.ctx.record, 'plan'), words.title),
    bad: errors.length > 0,
  })

const schema = z.object({
  decision: choice(['approved', 'returned', 'refused'], 'Choose what you decide'),
  ground: optionalChoice(['cost', 'quality', 'missing', 'unlawful']),
  why: text('Give the reason. They will read it'),
})

const signOff: RecordPage = {
  path: '/records/:record/plan/sign-off/:plan',
  params: { plan: 'entry' },
  may: { resource: 'plan', action: 'decide' },
  maySend: { resource: 'plan', action: 'decide' },
  audited: 'a form to sign off the plan',
  get: (visit) => {
    const version = askedVersion(visit)
    return version === undefined ? notFound : formPage(visit, version, [], {})
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const version = askedVersion(visit)
    if (version === undefined) return notFound
    const again = (errors: readonly FieldError[]) => formPage(visit, version, errors, form.values)
    const parsed = parseForm(schema, form)
    if (parsed.kind === 'bad') return again(parsed.errors)
    const { decision, ground, why } = parsed.value
    if (decision !== 'approved' && ground === undefined) {
      const bad = badField(form, 'ground', 'Choose the ground on which you do not approve it')
      return again(bad.kind === 'bad' ? bad.errors : [])
    }
    const decided = signPlan(
      {
        stamp: ctx.stamp('sign-off'),
        plan: version.plan.id,
        isManager: isManager(ctx),
        decision,
        ground,
        why,
      },
      ctx.state,
    )
    const to = { path: recordPath(ctx.record, 'plan', 'version', version.plan.id), notice: signWords.kept }
    return sent(visit, decided, to, again)
  },
}

export const signPages: readonly RecordPage[] = [signOff]
