import { FORMS, FORM_WORDS, UNITS } from '../../domain/allocation/support.ts'
import type { CommunityService } from '../../domain/community/directory.ts'
import { poundsOf } from '../../domain/money/pence.ts'
import { standsWithPerson } from '../../domain/checks/their-side.ts'
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
import { isPersonsSide } from '../../table/findings-view.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor } from '../../table/reader.ts'
import type { NeedView } from './view-options.ts'
import {
  AMOUNT_WORDS,
  EFFECT_WORDS,
  EFFECT_WORDS_OTHER,
  capital,
  proposeWords,
  words,
} from './words-options.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly views: readonly NeedView[]
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** Needs are named by their place on the page: who may see an option may not always see the need behind it. */
export const placeName = (index: number): string => `${index + 1}`

/** What the form begins with: the need that it was opened for, and what the directory says of a service. */
export function begun(visit: Visit<AtTable>, views: readonly NeedView[]): Values {
  const asked = textOf(visit.query, 'need')
  const index = views.findIndex(({ id }) => id === asked)
  const needs: Values = index < 0 ? {} : { needs: placeName(index) }
  const id = textOf(visit.query, 'service')
  const service = visit.ctx.directory?.services.find((each) => each.id === id)
  if (service === undefined) return isPersonsSide(visit.ctx.reader) ? { ...needs, form: 'own-idea' } : needs
  return { ...needs, ...fromDirectory(service) }
}

function fromDirectory({ name, by, about, cost }: CommunityService): Values {
  const what = `${name}, ${by}. ${about}`.trim().slice(0, 2_000)
  const said = { what, form: 'community', amount: '1' }
  switch (cost.kind) {
    case 'free':
      return { ...said, unit: 'visit', price: '0' }
    case 'ask':
      return { ...said, unit: 'visit' }
    case 'price':
      return { ...said, unit: cost.unit, price: poundsOf(cost.price).toFixed(2) }
  }
}

const Needs = ({ visit, views, errors, typed }: Props) => {
  const { reader, state } = visit.ctx
  return (
    <Checkboxes
      name="needs"
      class="govuk-checkboxes--small"
      legend={legend(proposeWords.needs)}
      error={errorAt(errors, 'needs')}
      values={textsOf(typed, 'needs')}
      items={views.map(({ need }, index) => ({
        value: placeName(index),
        text:
          need === undefined
            ? `${words.unread} (${index + 1})`
            : need.of === undefined
              ? need.text
              : `${nameFor(reader, state, need.of)}: ${need.text}`,
      }))}
    />
  )
}

/** Those whose idea a member of staff may write down: themselves, the person, and those who stand with them. */
const Whose = ({ visit, errors, typed }: Props) => {
  const { reader, state } = visit.ctx
  if (isPersonsSide(reader)) return null
  const others = [...state.parties.values()].filter(
    ({ id }) => id !== reader.party && standsWithPerson(state, id),
  )
  return (
    <Radios
      name="proposedBy"
      legend={legend(proposeWords.whose)}
      error={errorAt(errors, 'proposedBy')}
      value={textOf(typed, 'proposedBy')}
      items={[
        { value: 'me', text: 'Mine' },
        ...others.map(({ id }) => ({ value: id, text: nameFor(reader, state, id) })),
      ]}
    />
  )
}

/** How much of it, counted in what, at which price: the same three questions wherever a price is put. */
export const SumFields = ({
  errors,
  typed,
  priceHint,
}: Pick<Props, 'errors' | 'typed'> & { readonly priceHint: string }) => (
  <>
    <Input
      name="amount"
      label={label(proposeWords.amount)}
      hint={proposeWords.amountHint}
      error={errorAt(errors, 'amount')}
      value={textOf(typed, 'amount')}
      inputMode="decimal"
      class="govuk-input--width-5"
    />
    <Select
      name="unit"
      label={label(proposeWords.unit)}
      error={errorAt(errors, 'unit')}
      value={textOf(typed, 'unit')}
      options={[
        { value: '', text: 'Choose' },
        ...UNITS.map((unit) => ({ value: unit, text: AMOUNT_WORDS[unit] })),
      ]}
    />
    <Input
      name="price"
      label={label(proposeWords.price)}
      hint={priceHint}
      error={errorAt(errors, 'price')}
      value={textOf(typed, 'price')}
      inputMode="decimal"
      prefix="£"
      class="govuk-input--width-5"
    />
  </>
)

/** One form for everybody who may put a way on the table; only the words turn. */
export const ProposeForm = (props: Props) => {
  const { visit, errors, typed } = props
  const { reader, head } = visit.ctx
  const theirs = isPersonsSide(reader)
  const effects = isThePerson(reader) ? EFFECT_WORDS : EFFECT_WORDS_OTHER
  return (
    <Frame title={theirs ? proposeWords.titleOwn : proposeWords.title} errors={errors}>
      {props.views.length === 0 ? <p class="govuk-body">{words.noNeeds}</p> : null}
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Needs {...props} />
        <Textarea
          name="what"
          label={label(proposeWords.what)}
          hint={proposeWords.whatHint}
          error={errorAt(errors, 'what')}
          value={textOf(typed, 'what')}
          rows={4}
        />
        <Radios
          name="form"
          idPrefix="kind-of-support"
          class="govuk-radios--small"
          legend={legend(proposeWords.form)}
          error={errorAt(errors, 'form')}
          value={textOf(typed, 'form')}
          items={FORMS.map((form) => ({
            value: form,
            text: capital(form === 'own-idea' && !theirs ? 'an idea of their own' : FORM_WORDS[form]),
          }))}
        />
        <SumFields
          errors={errors}
          typed={typed}
          priceHint={theirs ? proposeWords.priceHint : proposeWords.priceHintStaff}
        />
        <Radios
          name="effect"
          legend={legend(isThePerson(reader) ? proposeWords.effect : proposeWords.effectOther)}
          error={errorAt(errors, 'effect')}
          value={textOf(typed, 'effect')}
          items={Object.entries(effects).map(([value, text]) => ({ value, text }))}
        />
        <Whose {...props} />
        <Button>{proposeWords.keep}</Button>
      </form>
    </Frame>
  )
}
