import type { Answer } from '../../domain/answer.ts'
import { RATE_WORDS } from '../../domain/care-act/charging-rates.ts'
import { type Charge, HOUSEHOLDS, PREMIUMS } from '../../domain/care-act/charging.ts'
import { PROPERTIES, PROPERTY_NAMES } from '../../domain/care-act/charging-kinds.ts'
import { inWords } from '../../domain/money/pence.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Hint } from '../../platform/govuk/hint.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { Reasons } from '../../table/reasons.tsx'
import { NOTHING_OWNED, rateField, ratesToEnter } from './means-read.ts'
import { Rows } from './means-rows.tsx'
import { WhatCounts } from './what-counts.tsx'
import { HOUSEHOLD_WORDS, PREMIUM_WORDS, formWords, words } from './words-means.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** The rates that have to be entered for this year; nothing where all of them were read. */
const Rates = ({ visit, errors, typed }: Props) => {
  const rates = ratesToEnter(visit.ctx.state.on, typed)
  if (rates.length === 0) return null
  return (
    <Fieldset legend={legend(formWords.rates)} describedBy="rates-hint">
      <Hint id="rates-hint">{formWords.ratesHint}</Hint>
      <Input
        name="circular"
        label={formWords.circular}
        error={errorAt(errors, 'circular')}
        value={textOf(typed, 'circular')}
      />
      {textOf(typed, 'household') === '' || textOf(typed, 'setting') === '' ? (
        <p class="govuk-body">{formWords.ratesLater}</p>
      ) : null}
      {rates.map((rate) => (
        <Input
          name={rateField(rate)}
          label={`${RATE_WORDS[rate].charAt(0).toUpperCase()}${RATE_WORDS[rate].slice(1)}, in pounds`}
          error={errorAt(errors, rateField(rate))}
          value={textOf(typed, rateField(rate))}
          inputMode="decimal"
          class="govuk-input--width-5"
        />
      ))}
    </Fieldset>
  )
}

/** What the typed facts give, before anything is kept. */
const Shown = ({ visit, answer }: { readonly visit: Visit<AtTable>; readonly answer: Answer<Charge> }) =>
  answer.kind === 'known' ? (
    <section class="rt-block" id="shown">
      <h2 class="govuk-heading-m">{formWords.shown}</h2>
      <p class="rt-sum">
        <strong class="rt-sum__figure">{inWords(answer.value.weekly)}</strong> {words.pays}
      </p>
      <Reasons table={visit.ctx} steps={answer.because} />
      <InsetText>{formWords.notKept}</InsetText>
    </section>
  ) : null

/** Where and with whom the person lives: the rates hang on it. */
const LivesHow = ({ errors, typed }: Pick<Props, 'errors' | 'typed'>) => (
  <>
    <Radios
      name="setting"
      legend={legend(formWords.setting)}
      error={errorAt(errors, 'setting')}
      value={textOf(typed, 'setting')}
      items={[
        { value: 'home', text: formWords.home },
        { value: 'care-home', text: formWords.careHome },
      ]}
    />
    <Radios
      name="household"
      class="govuk-radios--small"
      legend={legend(formWords.household)}
      error={errorAt(errors, 'household')}
      value={textOf(typed, 'household')}
      items={HOUSEHOLDS.map((value) => ({ value, text: HOUSEHOLD_WORDS[value] }))}
    />
    <Input
      name="children"
      label={label(formWords.children)}
      error={errorAt(errors, 'children')}
      value={textOf(typed, 'children')}
      inputMode="numeric"
      class="govuk-input--width-2"
    />
    <Checkboxes
      name="premiums"
      class="govuk-checkboxes--small"
      legend={legend(formWords.premiums)}
      error={errorAt(errors, 'premiums')}
      values={textsOf(typed, 'premiums')}
      items={PREMIUMS.map((value) => ({ value, text: PREMIUM_WORDS[value] }))}
    />
  </>
)

type MoneyProps = Pick<Props, 'errors' | 'typed'> & {
  readonly name: string
  readonly text: string
  readonly hint?: string
}

const Money = ({ name, text, hint, errors, typed }: MoneyProps) => (
  <Input
    name={name}
    label={label(text)}
    hint={hint}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    inputMode="decimal"
    prefix="£"
    class="govuk-input--width-10"
  />
)

/** Every question of a full assessment; what it gives can be looked at before it is kept. */
export const MeansForm = (props: Props & { readonly answer?: Answer<Charge> | undefined }) => {
  const { visit, errors, typed, answer } = props
  const common = { errors, typed }
  return (
    <Frame title={formWords.title} errors={errors}>
      {answer === undefined ? null : <Shown visit={visit} answer={answer} />}
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <LivesHow {...common} />
        <Radios
          name="property"
          class="govuk-radios--small"
          legend={legend(formWords.property)}
          hint={formWords.propertyHint}
          error={errorAt(errors, 'property')}
          value={textOf(typed, 'property')}
          items={PROPERTY_NAMES.map((value) => ({ value, text: PROPERTIES[value].says }))}
        />
        <Rows
          kind="capital"
          title={formWords.owned}
          hint={formWords.ownedHint}
          taken={formWords.ownedCounts}
          {...common}
        />
        <Checkboxes
          name={NOTHING_OWNED}
          error={errorAt(errors, NOTHING_OWNED)}
          values={textsOf(typed, NOTHING_OWNED)}
          items={[{ value: 'yes', text: formWords.nothingOwned }]}
        />
        <WhatCounts />
        <Rows
          kind="income"
          title={formWords.income}
          hint={formWords.incomeHint}
          taken={formWords.counted}
          {...common}
        />
        <Rows
          kind="housing"
          title={formWords.housing}
          hint={formWords.housingHint}
          taken={formWords.allowed}
          {...common}
        />
        <Rows
          kind="expense"
          title={formWords.expenses}
          hint={formWords.expensesHint}
          taken={formWords.allowed}
          {...common}
        />
        <Money name="cost" text={formWords.cost} hint={formWords.costHint} {...common} />
        <Rates {...props} />
        <div class="govuk-button-group">
          <Button name="do" value="check" class="govuk-button--secondary">
            {formWords.check}
          </Button>
          <Button name="do" value="keep">
            {formWords.keep}
          </Button>
        </div>
      </form>
    </Frame>
  )
}

/** Where it is plain what can be paid: three figures, the reason, and that the person agrees. */
export const LightTouchForm = ({ visit, errors, typed }: Props) => {
  const common = { errors, typed }
  return (
    <Frame title={formWords.lightTitle} errors={errors}>
      <p class="govuk-body">{formWords.lightIntro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Money name="weekly" text={formWords.pays} {...common} />
        <Money name="capital" text={formWords.capital} {...common} />
        <Money name="income" text={formWords.lightIncome} {...common} />
        <Textarea
          name="why"
          label={label(formWords.lightWhy)}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
          rows={3}
        />
        <Checkboxes
          name="agreed"
          error={errorAt(errors, 'agreed')}
          values={textsOf(typed, 'agreed')}
          items={[{ value: 'yes', text: formWords.agreed }]}
        />
        <Button>{formWords.keep}</Button>
      </form>
    </Frame>
  )
}
