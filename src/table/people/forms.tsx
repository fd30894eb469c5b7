import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { nameOf, workerOf } from '../../record/state.ts'
import type { AtTable } from '../at-table.ts'
import { Frame } from '../frame.tsx'
import { ADDED_ROLES, ROLE_CHOICES, addWords, askWords, handOverWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Somebody who could work with the person. */
export type Candidate = { readonly id: string; readonly name: string; readonly role: string }

const ROLES: Readonly<Record<string, string>> = {
  'social-worker': 'Social worker',
  'occupational-therapist': 'Occupational therapist',
  assessor: 'Assessor',
  finance: 'Finance',
  broker: 'Arranges support',
  provider: 'Provider of support',
}

export const HandOverForm = ({
  visit,
  candidates,
  errors,
  typed,
}: Props & { readonly candidates: readonly Candidate[] }) => {
  const { state, head } = visit.ctx
  const now = workerOf(state)
  return (
    <Frame title={handOverWords.title} errors={errors}>
      <p class="govuk-body-l">{handOverWords.intro}</p>
      {now === undefined ? null : <p class="govuk-body">Until today: {nameOf(state, now)}.</p>}
      {candidates.length === 0 ? (
        <InsetText>{handOverWords.nobody}</InsetText>
      ) : (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={head} />
          <Radios
            name="to"
            legend={{ text: handOverWords.to, class: 'govuk-fieldset__legend--m' }}
            error={errorAt(errors, 'to')}
            value={textOf(typed, 'to')}
            items={candidates.map(({ id, name, role }) => ({ value: id, text: name, hint: ROLES[role] }))}
          />
          <Textarea
            name="says"
            label={{ text: handOverWords.says, class: 'govuk-label--m' }}
            hint={handOverWords.saysHint}
            error={errorAt(errors, 'says')}
            value={textOf(typed, 'says')}
            rows={5}
          />
          <Button>{handOverWords.keep}</Button>
        </form>
      )}
    </Frame>
  )
}

export const AskForm = ({
  visit,
  candidates,
  errors,
  typed,
}: Props & { readonly candidates: readonly Candidate[] }) => (
  <Frame title={askWords.title} errors={errors}>
    <p class="govuk-body-l">{askWords.intro}</p>
    {candidates.length === 0 ? (
      <InsetText>{askWords.nobody}</InsetText>
    ) : (
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Radios
          name="who"
          legend={{ text: askWords.who, class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'who')}
          value={textOf(typed, 'who')}
          items={candidates.map(({ id, name, role }) => ({ value: id, text: name, hint: ROLES[role] }))}
        />
        <Button>{askWords.keep}</Button>
      </form>
    )}
  </Frame>
)

export const AddForm = ({ visit, errors, typed }: Props) => (
  <Frame title={addWords.title} errors={errors}>
    <p class="govuk-body-l">{addWords.intro}</p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Input
        name="name"
        label={{ text: addWords.name, class: 'govuk-label--m' }}
        error={errorAt(errors, 'name')}
        value={textOf(typed, 'name')}
        autocomplete="off"
        spellcheck={false}
      />
      <Radios
        name="role"
        legend={{ text: addWords.role, class: 'govuk-fieldset__legend--m' }}
        error={errorAt(errors, 'role')}
        value={textOf(typed, 'role')}
        items={ADDED_ROLES.map((role) => ({ value: role, text: ROLE_CHOICES[role] }))}
      />
      <Input
        name="relationship"
        label={{ text: addWords.relationship, class: 'govuk-label--m' }}
        hint={addWords.relationshipHint}
        error={errorAt(errors, 'relationship')}
        value={textOf(typed, 'relationship')}
      />
      <Button>{addWords.keep}</Button>
    </form>
  </Frame>
)
