import { refusalOf } from '../../record/allowed.ts'
import { planInForce } from '../../record/state.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { Reasons } from '../../table/reasons.tsx'
import { CONDITIONS, type Condition, WAYS, contributionOf } from './decide-direct-payment.ts'
import { givenNow } from './view-direct-payment.ts'
import { CONDITION_AUTHORISED, CONDITION_WORDS, WAY_WORDS, formWords } from './words-direct-payment.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

const OneCondition = ({
  condition,
  errors,
  typed,
}: Pick<Props, 'errors' | 'typed'> & { readonly condition: Condition }) => (
  <Fieldset legend={legend(CONDITION_WORDS[condition])}>
    <Radios
      name={condition}
      class="govuk-radios--inline"
      legend={{
        text: (
          <>
            Is it met?<span class="govuk-visually-hidden"> {CONDITION_WORDS[condition]}</span>
          </>
        ),
      }}
      error={errorAt(errors, condition)}
      value={textOf(typed, condition)}
      items={[
        { value: 'yes', text: formWords.yes },
        { value: 'no', text: formWords.no },
      ]}
    />
    <Textarea
      name={`${condition}-why`}
      label={{
        text: (
          <>
            {formWords.why}
            <span class="govuk-visually-hidden"> {CONDITION_WORDS[condition]}</span>
          </>
        ),
      }}
      error={errorAt(errors, `${condition}-why`)}
      value={textOf(typed, `${condition}-why`)}
      rows={2}
    />
  </Fieldset>
)

/** The four conditions, each with its reason; what follows from them is the Act's own. */
export const DirectPaymentForm = ({ visit, errors, typed }: Props) => {
  const { state, head } = visit.ctx
  const plan = planInForce(state)
  const given = givenNow(state)
  const asksContribution = plan !== undefined && contributionOf(state, plan) === undefined
  const refusal = refusalOf(state, 'direct-payment', visit.ctx.reader.relationships)
  if (refusal !== undefined) {
    return (
      <Frame title={formWords.title} errors={errors}>
        <p class="govuk-body">{refusal.says}</p>
      </Frame>
    )
  }
  return (
    <Frame title={formWords.title} errors={errors}>
      <p class="govuk-body">{formWords.rule}</p>
      {given.kind === 'needs' ? null : <Reasons table={visit.ctx} steps={given.because} />}
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Input
          name="asked"
          label={label(formWords.asked)}
          error={errorAt(errors, 'asked')}
          value={textOf(typed, 'asked')}
        />
        <Radios
          name="way"
          legend={legend(formWords.way)}
          hint={CONDITION_AUTHORISED}
          error={errorAt(errors, 'way')}
          value={textOf(typed, 'way')}
          items={WAYS.map((value) => ({ value, text: WAY_WORDS[value] }))}
        />
        <Input
          name="to"
          label={label(formWords.to)}
          error={errorAt(errors, 'to')}
          value={textOf(typed, 'to')}
        />
        {CONDITIONS.map((condition) => (
          <OneCondition condition={condition} errors={errors} typed={typed} />
        ))}
        {asksContribution ? (
          <Input
            name="contribution"
            label={label(formWords.contribution)}
            hint={formWords.contributionHint}
            error={errorAt(errors, 'contribution')}
            value={textOf(typed, 'contribution')}
            inputMode="decimal"
            prefix="£"
            class="govuk-input--width-5"
          />
        ) : null}
        <Input
          name="account"
          label={label(formWords.account)}
          hint={formWords.accountHint}
          error={errorAt(errors, 'account')}
          value={textOf(typed, 'account')}
        />
        <Button>{formWords.keep}</Button>
      </form>
    </Frame>
  )
}
