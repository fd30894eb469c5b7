import { hasWords } from '../../domain/checks/clocks.ts'
import { lineOf } from '../../domain/checks/plan-lines.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { inWords } from '../../domain/money/pence.ts'
import { type Reason, readReason } from '../../record/plan-reasons.ts'
import type { Plan } from '../../record/plan-words.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { Cites } from '../../table/reasons.tsx'
import { fallInWords } from './decide-issue.ts'
import { Needs } from './lines.tsx'
import { Sum } from './money.tsx'
import { recordedStatement } from './view-money.ts'
import { type Less, type Version, basesSince, lessIn, needsOpen } from './view.ts'
import { issueWords } from './words-forms.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly version: Version
  readonly errors: readonly FieldError[]
  /** what is missing in each box of a line that falls: the summary says it line by line */
  readonly boxes: readonly FieldError[]
  readonly typed: Values
}

export const lessField = (index: number) => ({
  why: `why-${index}`,
  met: `met-${index}`,
  basis: `basis-${index}`,
})

/** The reasons that the draft gives already, as the form would have been typed. */
export function issueAsTyped(table: AtTable, plan: Plan): Values {
  const reasonOf = (id: string): Reason =>
    readReason((plan.changes ?? []).find(({ line }) => String(line) === id)?.why ?? '')
  const typed: Record<string, string> = {}
  for (const [index, { fall }] of lessIn(table.state, plan).entries()) {
    const reason = reasonOf(String(fall.line.line))
    const names = lessField(index)
    typed[names.why] = reason.why
    typed[names.met] = reason.met ?? ''
  }
  return typed
}

/** What the law asks a plan to hold and this one does not yet: said before it is issued, while it can be mended. */
const StillMissing = ({ table, version }: { readonly table: AtTable; readonly version: Version }) => {
  const { plan, signed } = version
  const missing = [
    ...needsOpen(table.state, plan).map(
      (need) => `Nothing meets “${need.text}”. It cannot be issued like this.`,
    ),
    hasWords(plan.contingency) ? undefined : 'It does not say what happens if something goes wrong.',
    plan['review-by'] === undefined ? 'It does not say when it is looked at again.' : undefined,
    hasWords(plan.prevent) ? undefined : 'It does not say what could prevent or delay needs.',
    recordedStatement(table.state, plan) === undefined
      ? 'There is no personal budget for this version yet.'
      : undefined,
    version.answers.length === 0 ? 'Nobody has answered the draft.' : undefined,
    signed === undefined ? 'No manager has decided on it.' : undefined,
  ].filter((sentence) => sentence !== undefined)
  return missing.length === 0 ? null : (
    <section class="rt-block">
      <h2 class="govuk-heading-m">{issueWords.missing}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

const LessFields = ({
  table,
  plan,
  less,
  index,
  errors,
  typed,
}: { readonly table: AtTable; readonly plan: Plan; readonly less: Less; readonly index: number } & Pick<
  Props,
  'errors' | 'typed'
>) => {
  const names = lessField(index)
  const bases = basesSince(table.state, less.against)
  const { line } = less.fall
  const hidden = <span class="govuk-visually-hidden"> {line.what}</span>
  const now = lineOf(plan, line.line)
  return (
    <div class="rt-disputed">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{fallInWords(less, plan)}</legend>
        <p class="govuk-body">
          {inWords(lineOf(less.against, line.line)?.weekly ?? line.weekly)} a week before,{' '}
          {now === undefined ? 'nothing' : inWords(now.weekly)} now. Against version {less.against.version} of{' '}
          {dateInWords(dayOfWhen(less.against.on))}.
        </p>
        <Textarea
          name={names.why}
          label={
            <>
              {issueWords.why}
              {hidden}
            </>
          }
          error={errorAt(errors, names.why)}
          value={textOf(typed, names.why)}
          rows={3}
        />
        <Textarea
          name={names.met}
          label={
            <>
              {issueWords.met}
              {hidden}
            </>
          }
          error={errorAt(errors, names.met)}
          value={textOf(typed, names.met)}
          rows={3}
        />
        {bases.length === 0 ? (
          <p class="rt-notice rt-notice--missing">
            <strong>{issueWords.noBasis}</strong>
          </p>
        ) : (
          <Select
            name={names.basis}
            label={
              <>
                {issueWords.basis}
                {hidden}
              </>
            }
            error={errorAt(errors, names.basis)}
            value={textOf(typed, names.basis)}
            options={[
              { value: '', text: 'Choose' },
              ...bases.map(({ id, says }) => ({ value: id, text: says })),
            ]}
          />
        )}
      </fieldset>
    </div>
  )
}

const LessParts = ({ visit, version, errors, typed }: Props) => {
  const table = visit.ctx
  const less = lessIn(table.state, version.plan)
  if (less.length === 0) return <p class="govuk-body">{issueWords.none}</p>
  return (
    <section>
      <h2 class="govuk-heading-m">{issueWords.less}</h2>
      <p class="govuk-body">
        {issueWords.lessIntro} Rule: <Cites cites={['CA s27(4)', 'CA s27(5)', 'Fairness']} />.
      </p>
      {less.map((each, index) => (
        <LessFields
          table={table}
          plan={version.plan}
          less={each}
          index={index}
          errors={errors}
          typed={typed}
        />
      ))}
      <Textarea
        name="part"
        label={{ text: issueWords.part, class: 'govuk-label--m' }}
        error={errorAt(errors, 'part')}
        value={textOf(typed, 'part')}
        rows={3}
      />
    </section>
  )
}

/** The last look before a plan is in force: its sum, each need, what is missing, and what becomes less and why. */
export const IssueForm = (props: Props) => {
  const { visit, version, errors, boxes } = props
  const table = visit.ctx
  return (
    <Frame title={issueWords.title} caption={`Version ${version.plan.version}, draft`} errors={errors}>
      <p class="govuk-body">{issueWords.intro}</p>
      <StillMissing table={table} version={version} />
      <Sum table={table} plan={version.plan} withoutLinks />
      <Needs table={table} plan={version.plan} withoutLinks />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={table.head} />
        <input type="hidden" name="draft" value={version.plan.id} />
        <LessParts {...props} errors={[...errors, ...boxes]} />
        <Button>{issueWords.keep}</Button>
      </form>
    </Frame>
  )
}
