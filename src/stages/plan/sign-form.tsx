import { Button } from '../../platform/govuk/button.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, recordPath } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { CostAlone } from './cost-alone.tsx'
import { versionName } from './less-box.tsx'
import { Needs } from './lines.tsx'
import { MarkBlock } from './mark.tsx'
import { Sum } from './money.tsx'
import type { Version } from './view.ts'
import { DECISION_CHOICES, signWords } from './words-forms.ts'
import { GROUND_WORDS } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly version: Version
  readonly isManager: boolean
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const Fields = ({ visit, errors, typed }: Props) => (
  <form method="post" novalidate id="form">
    <FormSeal visit={visit} head={visit.ctx.head} />
    <Radios
      name="decision"
      legend={{ text: signWords.decision, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'decision')}
      value={textOf(typed, 'decision')}
      items={Object.entries(DECISION_CHOICES).map(([value, text]) => ({ value, text }))}
    />
    <Radios
      name="ground"
      legend={{ text: signWords.ground, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'ground')}
      value={textOf(typed, 'ground')}
      items={Object.entries(GROUND_WORDS).map(([value, text]) => ({ value, text }))}
    />
    <Textarea
      name="why"
      label={{ text: signWords.why, class: 'govuk-label--m' }}
      error={errorAt(errors, 'why')}
      value={textOf(typed, 'why')}
      rows={4}
    />
    <Button>{signWords.keep}</Button>
  </form>
)

/** A manager's decision. What a refusal on cost alone would leave unmet stands there before they decide. */
export const SignForm = (props: Props) => {
  const { visit, version, isManager, errors } = props
  const table = visit.ctx
  const { plan } = version
  return (
    <Frame title={signWords.title} caption={`The plan, ${versionName(plan)}`} errors={errors}>
      <MarkBlock table={table} version={version} />
      <p class="govuk-body">{isManager ? signWords.intro : signWords.notYours}</p>
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={recordPath(table.record, 'plan', 'version', plan.id)}>
          Read the whole version
        </a>
      </p>
      <Sum table={table} plan={plan} withoutLinks />
      <Needs table={table} plan={plan} withoutLinks />
      <h2 class="govuk-heading-m">If it were refused because of what it costs</h2>
      <CostAlone table={table} plan={plan} />
      {isManager ? <Fields {...props} /> : null}
    </Frame>
  )
}
