import type { PlanLine } from '../../record/plan-words.ts'
import { amountInWords } from '../../record/plan-words.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { lineSum } from './lines.tsx'
import { Base, Meanwhile } from './meanwhile.tsx'
import { removeWords } from './words-forms.ts'
import { capital } from './words-options.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly line: PlanLine
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** A line goes only with its reason. It is asked on a page of its own, so that nothing goes by one wrong press. */
export const RemoveForm = ({ visit, line, errors, typed }: Props) => (
  <Frame title={removeWords.title} caption={line.what} errors={errors}>
    <Meanwhile table={visit.ctx} typed={typed} />
    <p class="govuk-body">
      {line.unit === 'once' ? '' : `${capital(amountInWords(line))}, `}
      {lineSum(line)}
      {line.unit === 'once' ? '' : ' a week'}
    </p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Base table={visit.ctx} />
      <Textarea
        name="why"
        label={{ text: removeWords.why, class: 'govuk-label--m' }}
        hint={removeWords.whyHint}
        error={errorAt(errors, 'why')}
        value={textOf(typed, 'why')}
        rows={4}
      />
      <Button class="govuk-button--warning">{removeWords.keep}</Button>
    </form>
  </Frame>
)
