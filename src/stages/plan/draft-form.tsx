import { answerTo } from '../../domain/checks/alternatives.ts'
import type { EntryOf } from '../../record/entries.ts'
import type { Plan, PlanLine } from '../../record/plan-words.ts'
import { type RecordState, all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button, ButtonLink } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { roleFor } from '../../table/reader.ts'
import { Line, Needs, placeOfLine } from './lines.tsx'
import { Base, Meanwhile } from './meanwhile.tsx'
import { Sum } from './money.tsx'
import { draftWords } from './words-forms.ts'
import { words } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  /** what is gone on from; undefined where nothing has been written yet */
  readonly plan: Plan | undefined
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** The rest of a plan as its form would have been typed. */
export function restAsTyped(plan: Plan | undefined, today: string, by: string | undefined): Values {
  const review = plan?.['review-by'] === undefined ? '' : dayOfWhen(plan['review-by'])
  const [year = '', month = '', day = ''] = review < today ? [] : review.split('-')
  return {
    wishes: plan?.wishes ?? '',
    contingency: plan?.contingency ?? '',
    prevent: plan?.prevent ?? '',
    'review-day': day.replace(/^0/, ''),
    'review-month': month.replace(/^0/, ''),
    'review-year': year,
    involved: plan?.involved ?? (by === undefined ? [] : [by]),
  }
}

/** What an address can name: see the kinds of parts that a path may have. An older record may call a line anything. */
const IN_ADDRESSES = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

const LineLinks = ({ table, line }: { readonly table: AtTable; readonly line: PlanLine }) => {
  const id = String(line.line)
  if (!IN_ADDRESSES.test(id)) return <p class="govuk-body-s">{draftWords.noAddress}</p>
  const at = (...parts: readonly string[]) => recordPath(table.record, 'plan', 'line', id, ...parts)
  return (
    <p class="govuk-body-s rt-no-print govuk-!-margin-bottom-1">
      <a class="govuk-link" href={at()}>
        Change<span class="govuk-visually-hidden"> {line.what}</span>
      </a>
      <a class="govuk-link rt-link--beside" href={at('remove')}>
        Take out<span class="govuk-visually-hidden"> {line.what}</span>
      </a>
    </p>
  )
}

/** Options that were accepted and that no line of the draft takes up: same form, and a need in common. */
function optionsLeft(state: RecordState, plan: Plan | undefined): readonly EntryOf<'option'>[] {
  return all(state, 'option').filter(
    (option) =>
      answerTo(state, option)?.outcome === 'accepted' &&
      plan?.lines.some(
        (line) => line.form === option.form && line.needs.some((need) => option.needs.includes(need)),
      ) !== true,
  )
}

const FromOptions = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan | undefined }) => {
  const left = optionsLeft(table.state, plan)
  return left.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{draftWords.notInPlan}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {left.map((option) => (
          <li>
            <a
              class="govuk-link"
              href={`${recordPath(table.record, 'plan', 'line')}?option=${encodeURIComponent(option.id)}`}
            >
              Add “{option.what}”
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const LinesToWrite = ({ table, plan }: { readonly table: AtTable; readonly plan: Plan | undefined }) => (
  <section>
    <h2 class="govuk-heading-m">{words.lines}</h2>
    {plan === undefined || plan.lines.length === 0 ? <p class="govuk-body">{draftWords.none}</p> : null}
    <ol class="rt-lines">
      {(plan?.lines ?? []).map((line, index) => (
        <Line table={table} line={line} id={placeOfLine(index)}>
          <LineLinks table={table} line={line} />
        </Line>
      ))}
    </ol>
    <ButtonLink class="govuk-button--secondary" href={recordPath(table.record, 'plan', 'line')}>
      {draftWords.add}
    </ButtonLink>
    <FromOptions table={table} plan={plan} />
  </section>
)

const RestFields = ({ errors, typed }: Pick<Props, 'errors' | 'typed'>) => (
  <>
    {(['wishes', 'contingency', 'prevent'] as const).map((name) => (
      <Textarea
        name={name}
        label={{ text: draftWords[name], class: 'govuk-label--m' }}
        hint={name === 'contingency' ? draftWords.contingencyHint : undefined}
        error={errorAt(errors, name)}
        value={textOf(typed, name)}
        rows={3}
      />
    ))}
    <DateInput
      id="review"
      namePrefix="review"
      legend={{ text: draftWords.review, class: 'govuk-fieldset__legend--m' }}
      hint="For example, 30 9 2027"
      error={errorAt(errors, 'review')}
      values={{
        day: textOf(typed, 'review-day'),
        month: textOf(typed, 'review-month'),
        year: textOf(typed, 'review-year'),
      }}
    />
  </>
)

/** The draft with its sum always in view: its lines, and what stands around them. */
export const DraftForm = ({ visit, plan, errors, typed }: Props) => {
  const table = visit.ctx
  return (
    <Frame
      title={draftWords.title}
      caption={plan === undefined ? undefined : `Going on from version ${plan.version}`}
      errors={errors}
    >
      <p class="govuk-body">{draftWords.intro}</p>
      <Meanwhile table={table} typed={typed} />
      {plan === undefined ? null : <Sum table={table} plan={plan} />}
      <LinesToWrite table={table} plan={plan} />
      {plan === undefined ? null : <Needs table={table} plan={plan} />}
      <form method="post" novalidate id="form">
        <h2 class="govuk-heading-m">{words.rest}</h2>
        <FormSeal visit={visit} head={table.head} />
        <Base table={table} />
        <RestFields errors={errors} typed={typed} />
        <Checkboxes
          name="involved"
          legend={{ text: draftWords.involved, class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'involved')}
          values={textsOf(typed, 'involved')}
          items={[...table.state.parties.values()].map(({ id, name }) => ({
            value: id,
            text: `${name}, ${roleFor(table.reader, table.state, id)}`,
          }))}
        />
        <Button>{draftWords.keep}</Button>
      </form>
    </Frame>
  )
}
