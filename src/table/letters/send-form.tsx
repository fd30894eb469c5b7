import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { COPY_FORMS } from '../../record/kinds.ts'
import type { AtTable } from '../at-table.ts'
import { Frame } from '../frame.tsx'
import { nameFor, roleFor } from '../reader.ts'
import type { Letter } from './letter.ts'
import { FORM_WORDS, words } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly letter: Letter
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Who got a copy, and in which form. Whom the letter speaks to comes first. */
export const SendForm = ({ visit, letter, errors, typed }: Props) => {
  const { state, reader, head } = visit.ctx
  const parties = [letter.to, ...[...state.parties.keys()].filter((party) => party !== letter.to)]
  return (
    <Frame title={words.sendTitle} caption={letter.title} errors={errors}>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Radios
          name="to"
          legend={{ text: words.to, class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'to')}
          value={textOf(typed, 'to')}
          items={parties.map((party) => ({
            value: party,
            text: nameFor(reader, state, party),
            hint: roleFor(reader, state, party),
          }))}
        />
        <Radios
          name="as"
          legend={{ text: words.as, class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'as')}
          value={textOf(typed, 'as')}
          items={COPY_FORMS.map((form) => ({ value: form, text: FORM_WORDS[form] }))}
        />
        <Checkboxes
          name="read-over"
          legend={{ text: words.easy, class: 'govuk-fieldset__legend--s' }}
          values={textsOf(typed, 'read-over')}
          items={[{ value: 'yes', text: words.readOver }]}
        />
        <Button>{words.keep}</Button>
      </form>
    </Frame>
  )
}
