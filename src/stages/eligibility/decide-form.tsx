import type { EntryOf } from '../../record/entries.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { decideWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly needs: readonly EntryOf<'need'>[]
  /** What the recorded facts give, in a sentence; shown, and not filled in. */
  readonly given: string
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const YES_NO = [
  { value: 'yes', text: 'Eligible' },
  { value: 'no', text: 'Not eligible' },
] as const

/** A named person's decision: nothing is chosen beforehand, and every need has its own reason. */
export const DecideForm = ({ visit, needs, given, errors, typed }: Props) => (
  <Frame title={decideWords.title} errors={errors}>
    <p class="govuk-body">{decideWords.intro}</p>
    <InsetText>{given}</InsetText>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      {needs.map((need, index) => (
        <fieldset class="govuk-fieldset rt-block">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{need.text}</legend>
          <Radios
            name={`need-${index}`}
            legend={
              <>
                Is it eligible?<span class="govuk-visually-hidden"> {need.text}</span>
              </>
            }
            error={errorAt(errors, `need-${index}`)}
            value={textOf(typed, `need-${index}`)}
            items={YES_NO}
            class="govuk-radios--inline"
          />
          <Textarea
            name={`why-${index}`}
            label={
              <>
                Why?<span class="govuk-visually-hidden"> {need.text}</span>
              </>
            }
            error={errorAt(errors, `why-${index}`)}
            value={textOf(typed, `why-${index}`)}
            rows={2}
          />
        </fieldset>
      ))}
      <Radios
        name="eligible"
        legend={{ text: decideWords.whole, class: 'govuk-fieldset__legend--m' }}
        error={errorAt(errors, 'eligible')}
        value={textOf(typed, 'eligible')}
        items={YES_NO}
      />
      <Textarea
        name="reasons"
        label={{ text: decideWords.reasons, class: 'govuk-label--m' }}
        error={errorAt(errors, 'reasons')}
        value={textOf(typed, 'reasons')}
        rows={4}
      />
      <Button>{decideWords.keep}</Button>
    </form>
  </Frame>
)
