import type { ComponentChildren } from 'preact'
import { Button } from '../platform/govuk/button.tsx'
import { Checkboxes } from '../platform/govuk/checkboxes.tsx'
import { DateInput } from '../platform/govuk/date-input.tsx'
import { Radios } from '../platform/govuk/radios.tsx'
import { Textarea } from '../platform/govuk/textarea.tsx'
import { FormSeal } from '../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../platform/web/form.ts'
import type { Visit } from '../platform/web/page.ts'
import type { AtTable } from './at-table.ts'

// The questions that the forms of a record ask, each with what was typed and what is to mend.

/** A form as it is being filled in. */
export type Filling = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

type Question = Pick<Filling, 'errors' | 'typed'> & {
  readonly name: string
  readonly says: string
  readonly hint?: string | undefined
}
export type Choices = readonly {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}[]

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

export const AskWords = ({
  name,
  says,
  hint,
  errors,
  typed,
  rows = 3,
}: Question & { readonly rows?: number }) => (
  <Textarea
    name={name}
    label={{ text: says, class: 'govuk-label--m' }}
    hint={hint}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    rows={rows}
  />
)

export const AskOne = ({ name, says, hint, errors, typed, of }: Question & { readonly of: Choices }) => (
  <Radios
    name={name}
    legend={legend(says)}
    hint={hint}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    items={of}
  />
)

export const AskSome = ({ name, says, hint, errors, typed, of }: Question & { readonly of: Choices }) =>
  of.length === 0 ? null : (
    <Checkboxes
      name={name}
      legend={legend(says)}
      hint={hint}
      error={errorAt(errors, name)}
      values={textsOf(typed, name)}
      items={of}
    />
  )

export const AskDay = ({ name, says, hint, errors, typed }: Question) => (
  <DateInput
    id={name}
    namePrefix={name}
    legend={legend(says)}
    hint={hint}
    error={errorAt(errors, name)}
    values={{
      day: textOf(typed, `${name}-day`),
      month: textOf(typed, `${name}-month`),
      year: textOf(typed, `${name}-year`),
    }}
  />
)

export const YES_OR_NO: Choices = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

export const choicesOf = (words: Readonly<Record<string, string>>): Choices =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** The form itself, with the seal that every form of a record carries. */
export const Asked = ({
  visit,
  button,
  action,
  children,
}: {
  readonly visit: Visit<AtTable>
  readonly button: string
  /** where it is sent, where that is not the page itself */
  readonly action?: string | undefined
  readonly children: ComponentChildren
}) => (
  <form method="post" action={action} novalidate id="form">
    <FormSeal visit={visit} head={visit.ctx.head} />
    {children}
    <Button>{button}</Button>
  </form>
)
