import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import { nextWords as w } from './words.ts'

type Props = {
  readonly errors: readonly FieldError[]
  readonly values: Values
  /** the question and its hint, as whoever is asked would put them */
  readonly asks: { readonly who: string; readonly whoHint: string; readonly saidHint: string }
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })

/** Who supports somebody next, from when, and what they say of it: asked of whoever buys and of whoever works with them. */
export const NextSupportFields = ({ errors, values, asks }: Props) => (
  <>
    <Textarea
      name="who"
      label={label(asks.who)}
      hint={asks.whoHint}
      rows={2}
      error={errorAt(errors, 'who')}
      value={textOf(values, 'who')}
    />
    <DateInput
      id="from"
      namePrefix="from"
      legend={{ text: w.from, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'from')}
      values={{
        day: textOf(values, 'from-day'),
        month: textOf(values, 'from-month'),
        year: textOf(values, 'from-year'),
      }}
    />
    <Textarea
      name="said"
      label={label(w.said)}
      hint={asks.saidHint}
      rows={3}
      error={errorAt(errors, 'said')}
      value={textOf(values, 'said')}
    />
  </>
)
