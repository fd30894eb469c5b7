import { z } from 'zod'
import { needsOf, carersHeard } from '../../record/eligibility-facts.ts'
import { carersEligibility, personEligibility } from '../../record/gives.ts'
import { type RecordState, find } from '../../record/state.ts'
import { type Answer, notFound } from '../../platform/web/answer.ts'
import { choice, text } from '../../platform/web/fields.ts'
import { type FieldError, type Values, parseForm, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, type RecordPage, mayDo, recordPath } from '../../table/at-table.ts'
import { backTo, laid } from '../../table/frame.tsx'
import { sendOr } from '../../table/send.ts'
import { decideEligibility } from './decide.ts'
import { DecideForm } from './decide-form.tsx'
import { EligibilityPage } from './eligibility.tsx'
import { decideWords, words } from './words.ts'

/** The carers whose own needs the reader may see: all of them, or themselves alone. */
const carersFor = (table: AtTable): readonly string[] => {
  const carers = carersHeard(table.state)
  if (mayDo(table, 'carers-own', 'read')) return carers
  return mayDo(table, 'carers-own', 'read-own') ? carers.filter((carer) => carer === table.reader.party) : []
}

const eligibility: RecordPage = {
  path: '/records/:record/eligibility',
  may: { resource: 'eligibility', action: 'read' },
  orMay: { resource: 'carers-own', action: 'read-own' },
  audited: 'the eligibility',
  get: ({ ctx }) =>
    laid(ctx, 'eligibility', {
      title: words.title,
      main: (
        <EligibilityPage
          table={ctx}
          person={mayDo(ctx, 'eligibility', 'read') ? personEligibility(ctx.state) : undefined}
          carers={carersFor(ctx).map((carer) => carersEligibility(ctx.state, carer))}
        />
      ),
    }),
}

const subjectOf = (state: RecordState, id: string): string | undefined => {
  const opened = find(state, 'assessment-opened', id)
  return opened === undefined ? undefined : opened.of === 'carer' ? opened.subject : state.person.id
}

function givenInWords(state: RecordState, subject: string): string {
  const { given } = subject === state.person.id ? personEligibility(state) : carersEligibility(state, subject)
  switch (given.kind) {
    case 'known':
      return given.value.eligible
        ? 'The facts in the record meet the rules. You may see it otherwise; then say why.'
        : 'The facts in the record do not meet the rules. You may see it otherwise; then say why.'
    case 'needs':
      return 'The facts in the record do not settle it yet: something is still to be asked.'
    case 'does-not-apply':
      return given.because.map(({ says }) => says).join(' ')
  }
}

const formPage = (
  visit: Visit<AtTable>,
  subject: string,
  errors: readonly FieldError[],
  typed: Values,
): Answer =>
  laid(visit.ctx, 'eligibility', {
    title: decideWords.title,
    main: (
      <DecideForm
        visit={visit}
        needs={needsOf(visit.ctx.state, subject)}
        given={givenInWords(visit.ctx.state, subject)}
        errors={errors}
        typed={typed}
      />
    ),
    before: backTo(recordPath(visit.ctx.record, 'eligibility'), words.title),
    bad: errors.length > 0,
  })

const formFor = (needs: number) =>
  z.object({
    eligible: choice(['yes', 'no'], 'Choose whether the needs are eligible, taken together'),
    reasons: text('Give the reasons'),
    ...Object.fromEntries(
      Array.from({ length: needs }, (_, index) => [
        [`need-${index}`, choice(['yes', 'no'], 'Choose whether this need is eligible')] as const,
        [`why-${index}`, text('Give the reason for this need')] as const,
      ]).flat(),
    ),
  })

const deciding: RecordPage = {
  path: '/records/:record/eligibility/:assessment/decide',
  params: { assessment: 'entry' },
  may: { resource: 'eligibility', action: 'decide' },
  maySend: { resource: 'eligibility', action: 'decide' },
  audited: 'a form to decide on eligibility',
  get: (visit) => {
    const subject = subjectOf(visit.ctx.state, visit.params['assessment'] ?? '')
    return subject === undefined ? notFound : formPage(visit, subject, [], {})
  },
  post: async (visit) => {
    const { ctx, form } = visit
    const assessment = visit.params['assessment'] ?? ''
    const subject = subjectOf(ctx.state, assessment)
    if (subject === undefined) return notFound
    const needs = needsOf(ctx.state, subject)
    const parsed = parseForm(formFor(needs.length), form)
    if (parsed.kind === 'bad') return formPage(visit, subject, parsed.errors, parsed.typed)
    const decision = decideEligibility(
      {
        stamp: ctx.stamp('eligibility'),
        assessment,
        eligible: textOf(form.values, 'eligible') === 'yes',
        reasons: textOf(form.values, 'reasons'),
        needs: needs.map((need, index) => ({
          need: need.id,
          eligible: textOf(form.values, `need-${index}`) === 'yes',
          why: textOf(form.values, `why-${index}`),
        })),
      },
      ctx.state,
    )
    return sendOr(visit, decision, recordPath(ctx.record, 'eligibility'), decideWords.kept, (errors) =>
      formPage(visit, subject, errors, form.values),
    )
  },
}

export const eligibilityPages: readonly RecordPage[] = [eligibility, deciding]
