import { z } from 'zod'
import { type Standing, notSoText } from '../domain/checks/answered.ts'
import { ALL_CHECKS } from '../domain/checks/every.ts'
import type { Finding } from '../domain/checks/check.ts'
import { type Decision, done, refuse } from '../record/allowed.ts'
import { type Stamp, stamped } from '../record/stamp.ts'
import { type Answer, notFound } from '../platform/web/answer.ts'
import { text } from '../platform/web/fields.ts'
import { type FieldError, type Values, errorAt, parseForm, textOf, textsOf } from '../platform/web/form.ts'
import type { Visit } from '../platform/web/page.ts'
import { Button } from '../platform/govuk/button.tsx'
import { Textarea } from '../platform/govuk/textarea.tsx'
import { FormSeal } from '../platform/web/form-seal.tsx'
import { type AtTable, type RecordPage, recordPath } from './at-table.ts'
import { AboutEntries, LevelMark } from './findings.tsx'
import { findingsFor, mayAnswer, sentenceFor } from './findings-view.ts'
import { Frame, backTo, laid } from './frame.tsx'
import { sendOr } from './send.ts'
import { isThePerson } from './reader.ts'
import { Cites } from './reasons.tsx'

const words = {
  title: 'This is not so',
  intro:
    'Your answer is kept in the record with your name and today’s date. Everyone who reads this reads it too.',
  why: 'Why is it not so?',
  whyHint:
    'For example, that it was done and where that is written down. It is shown again if the record changes.',
  keep: 'Keep this answer',
  kept: 'Your answer is in the record.',
  missing: 'Say why it is not so',
} as const

/** Somebody at the table says that a finding is not so. It is a note of the first entry that the finding is about. */
export function denyFinding(stamp: Stamp, finding: Finding, why: string): Decision {
  if (why.trim() === '') return refuse({ says: `${words.missing}.` })
  const [of] = finding.entries
  return done({
    ...stamped(stamp),
    kind: 'note',
    ...(of === undefined ? {} : { of }),
    text: notSoText(finding, why),
  })
}

/** The finding that the address names: its check, and the entries that it is about. */
function askedFor({ ctx, params, query }: Visit<AtTable>): Finding | undefined {
  const entries = textsOf(query, 'of')
  const same = ({ finding }: Standing) =>
    finding.check === params['check'] &&
    finding.entries.length === entries.length &&
    finding.entries.every((id) => entries.includes(id))
  return findingsFor(ctx).find((standing) => standing.kind !== 'answered' && same(standing))?.finding
}

const formPage = (
  visit: Visit<AtTable>,
  finding: Finding,
  errors: readonly FieldError[],
  typed: Values,
): Answer => {
  const table = visit.ctx
  return laid(table, '', {
    title: words.title,
    before: backTo(recordPath(table.record), isThePerson(table.reader) ? 'Your record' : 'The record'),
    bad: errors.length > 0,
    main: (
      <Frame title={words.title} errors={errors}>
        <div class="rt-block">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <LevelMark level={finding.level} />
          </p>
          <p class="govuk-body-l">{sentenceFor(table.reader, finding)}</p>
          <p class="govuk-body">What would put it right: {finding.mend.says}</p>
          <p class="govuk-body-s">
            <AboutEntries table={table} finding={finding} />
            Rule: <Cites cites={finding.cites} />.
          </p>
        </div>
        <p class="govuk-body">{words.intro}</p>
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={table.head} />
          <Textarea
            name="why"
            label={{ text: words.why, class: 'govuk-label--m' }}
            hint={words.whyHint}
            error={errorAt(errors, 'why')}
            value={textOf(typed, 'why')}
            rows={4}
          />
          <Button>{words.keep}</Button>
        </form>
      </Frame>
    ),
  })
}

const form = z.object({ why: text(words.missing) })

/** `/records/…/findings/carer-not-offered/not-so?of=carer-identified-1` */
export const notSo: RecordPage = {
  path: '/records/:record/findings/:check/not-so',
  params: { check: ALL_CHECKS.map(({ id }) => id) },
  // A carer answers what was found about their own assessment, and reads nothing of the asking.
  may: { resource: 'conversation', action: 'say' },
  maySend: { resource: 'conversation', action: 'say' },
  audited: 'what the checks found',
  get: (visit) => {
    const finding = askedFor(visit)
    return finding === undefined || !mayAnswer(visit.ctx, finding)
      ? notFound
      : formPage(visit, finding, [], {})
  },
  post: async (visit) => {
    const { ctx } = visit
    const finding = askedFor(visit)
    if (finding === undefined || !mayAnswer(ctx, finding)) return notFound
    const parsed = parseForm(form, visit.form)
    if (parsed.kind === 'bad') return formPage(visit, finding, parsed.errors, parsed.typed)
    const decision = denyFinding(ctx.stamp('note'), finding, parsed.value.why)
    return sendOr(visit, decision, recordPath(ctx.record), words.kept, (errors) =>
      formPage(visit, finding, errors, visit.form.values),
    )
  },
}
