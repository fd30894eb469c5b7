import { eligibleNeeds, isEligible } from '../../domain/checks/eligible-needs.ts'
import type { Need } from '../../domain/checks/plan-lines.ts'
import { FORMS, FORM_WORDS, UNITS } from '../../domain/allocation/support.ts'
import { poundsOf } from '../../domain/money/pence.ts'
import { FUNDERS } from '../../record/kinds.ts'
import { type PlanLine, WAY_WORDS } from '../../record/plan-words.ts'
import { type RecordState, all } from '../../record/state.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { draftBase } from './decide-draft.ts'
import { Base, Meanwhile } from './meanwhile.tsx'
import { SumInShort } from './money.tsx'
import { payerFirst } from './names.ts'
import { UNIT_WORDS, lineWords } from './words-forms.ts'

export const WAYS = ['managed', 'direct-payment', 'isf', 'self', 'none'] as const

const EFFECT_CHOICES = [
  { value: 'builds', text: 'It builds what they can do' },
  { value: 'keeps', text: 'It keeps what they can do' },
  { value: 'erodes', text: 'It takes away from what they can do' },
] as const

const providersIn = (state: RecordState): readonly string[] =>
  [...state.parties.values()].filter(({ role }) => role !== 'person').map(({ id }) => id)

type Props = {
  readonly visit: Visit<AtTable>
  /** the line that is changed; undefined where it is new */
  readonly line: PlanLine | undefined
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** A line as its form would have been typed. */
export const lineAsTyped = (line: PlanLine, state: RecordState): Values => ({
  needs: line.needs.map((id) => state.byId.get(id)?.id ?? id),
  goals: (line.goals ?? []).map((id) => state.byId.get(id)?.id ?? id),
  what: line.what,
  form: line.form,
  provider: line.provider ?? '',
  unit: line.unit,
  amount: String(line.amount),
  price: poundsOf(line.price).toFixed(2),
  funder: line.funder,
  way: line.way,
  effect: line.effect ?? '',
  why: line.why,
})

const For = ({ table, errors, typed }: { readonly table: AtTable } & Pick<Props, 'errors' | 'typed'>) => {
  const goals = all(table.state, 'goal')
  const needs = all(table.state, 'need')
  const found = eligibleNeeds(table.state)
  const isFound = (need: Need) => isEligible(found, need)
  return (
    <>
      <Checkboxes
        name="needs"
        legend={{ text: lineWords.needs, class: 'govuk-fieldset__legend--m' }}
        error={errorAt(errors, 'needs')}
        values={textsOf(typed, 'needs')}
        items={[...needs.filter(isFound), ...needs.filter((need) => !isFound(need))].map((need) => ({
          value: need.id,
          text: need.text,
          hint: isFound(need) ? 'Found eligible' : undefined,
        }))}
      />
      {goals.length === 0 ? null : (
        <Checkboxes
          name="goals"
          legend={{ text: lineWords.goals, class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'goals')}
          values={textsOf(typed, 'goals')}
          items={goals.map((goal) => ({ value: goal.id, text: goal.words }))}
        />
      )}
    </>
  )
}

const Support = ({ table, errors, typed }: { readonly table: AtTable } & Pick<Props, 'errors' | 'typed'>) => (
  <>
    <Input
      name="what"
      label={{ text: lineWords.what, class: 'govuk-label--m' }}
      hint={lineWords.whatHint}
      error={errorAt(errors, 'what')}
      value={textOf(typed, 'what')}
    />
    <Select
      name="form"
      id="kind-of-support"
      label={{ text: lineWords.form, class: 'govuk-label--m' }}
      error={errorAt(errors, 'form')}
      value={textOf(typed, 'form')}
      options={[
        { value: '', text: 'Choose' },
        ...FORMS.map((form) => ({
          value: form,
          text: form === 'own-idea' ? 'an idea of the person’s own' : FORM_WORDS[form],
        })),
      ]}
    />
    <Select
      name="provider"
      label={{ text: lineWords.provider, class: 'govuk-label--m' }}
      error={errorAt(errors, 'provider')}
      value={textOf(typed, 'provider')}
      options={[
        { value: '', text: 'Nobody named yet' },
        ...providersIn(table.state).map((id) => ({
          value: id,
          text: table.state.parties.get(id)?.name ?? id,
        })),
      ]}
    />
  </>
)

const SumFields = ({ errors, typed }: Pick<Props, 'errors' | 'typed'>) => (
  <>
    <Select
      name="unit"
      label={{ text: lineWords.unit, class: 'govuk-label--m' }}
      error={errorAt(errors, 'unit')}
      value={textOf(typed, 'unit')}
      options={[
        { value: '', text: 'Choose' },
        ...UNITS.map((unit) => ({ value: unit, text: UNIT_WORDS[unit] })),
      ]}
    />
    <Input
      name="amount"
      label={{ text: lineWords.amount, class: 'govuk-label--m' }}
      hint={lineWords.amountHint}
      error={errorAt(errors, 'amount')}
      value={textOf(typed, 'amount')}
      inputMode="decimal"
      class="govuk-input--width-5"
    />
    <Input
      name="price"
      label={{ text: lineWords.price, class: 'govuk-label--m' }}
      hint={lineWords.priceHint}
      error={errorAt(errors, 'price')}
      value={textOf(typed, 'price')}
      inputMode="decimal"
      prefix="£"
      class="govuk-input--width-5"
    />
  </>
)

const Terms = ({ table, errors, typed }: { readonly table: AtTable } & Pick<Props, 'errors' | 'typed'>) => (
  <>
    <Radios
      name="funder"
      legend={{ text: lineWords.funder, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'funder')}
      value={textOf(typed, 'funder')}
      items={FUNDERS.map((funder) => ({ value: funder, text: payerFirst(table, funder) }))}
    />
    <Radios
      name="way"
      legend={{ text: lineWords.way, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'way')}
      value={textOf(typed, 'way')}
      items={WAYS.map((way) => ({
        value: way,
        text: `${WAY_WORDS[way].charAt(0).toUpperCase()}${WAY_WORDS[way].slice(1)}`,
      }))}
    />
    <Radios
      name="effect"
      legend={{ text: lineWords.effect, class: 'govuk-fieldset__legend--m' }}
      hint="You can leave this empty."
      error={errorAt(errors, 'effect')}
      value={textOf(typed, 'effect')}
      items={EFFECT_CHOICES}
    />
  </>
)

/** One line of the plan, asked in the order in which it is talked about: need, support, sum, who pays, why. */
export const LineForm = ({ visit, line, errors, typed }: Props) => {
  const table = visit.ctx
  const plan = draftBase(table.state)
  return (
    <Frame
      title={line === undefined ? lineWords.title : lineWords.titleChange}
      caption={line?.what}
      errors={errors}
    >
      <Meanwhile table={table} typed={typed} />
      {plan === undefined ? null : <SumInShort table={table} plan={plan} />}
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={table.head} />
        <Base table={table} />
        <For table={table} errors={errors} typed={typed} />
        <Support table={table} errors={errors} typed={typed} />
        <SumFields errors={errors} typed={typed} />
        <Terms table={table} errors={errors} typed={typed} />
        <Textarea
          name="why"
          label={{ text: lineWords.why, class: 'govuk-label--m' }}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
          rows={3}
        />
        {line === undefined ? null : (
          <Textarea
            name="changeWhy"
            label={{ text: lineWords.changeWhy, class: 'govuk-label--m' }}
            hint={lineWords.changeWhyHint}
            error={errorAt(errors, 'changeWhy')}
            value={textOf(typed, 'changeWhy')}
            rows={3}
          />
        )}
        <Button>{lineWords.keep}</Button>
      </form>
    </Frame>
  )
}
