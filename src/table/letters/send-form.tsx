import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Channel } from '../../platform/outbox/carrier.ts'
import { COPY_FORMS } from '../../record/kinds.ts'
import { type AtTable, recordPath } from '../at-table.ts'
import { Frame } from '../frame.tsx'
import { nameFor, nameWithin, roleFor } from '../reader.ts'
import type { Letter } from './letter.ts'
import type { Address } from './store.ts'
import { ADDRESS_WORDS, BY_HAND, CHANNEL_WORDS, FORM_WORDS, words } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly letter: Letter
  readonly addresses: readonly Address[]
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Where each of them would get it in this way: who sends a letter reads the address before it goes. */
const hintOf = ({ state, reader }: AtTable, channel: Channel, addresses: readonly Address[]): string => {
  const known = addresses.filter((address) => address.channel === channel)
  return known.length === 0
    ? `Nobody here has given: ${ADDRESS_WORDS[channel].toLowerCase()}.`
    : known
        .map(
          ({ party, value }) => `${nameWithin(reader, state, party)}: ${value.split(/\s*\n\s*/).join(', ')}`,
        )
        .join('; ')
}

/** Who gets a copy, in which form and in which way. Whom the letter speaks to comes first. */
export const SendForm = ({ visit, letter, addresses, errors, typed }: Props) => {
  const { state, reader, head, post, record } = visit.ctx
  const parties = [letter.to, ...[...state.parties.keys()].filter((party) => party !== letter.to)]
  const sends = post.carries.length > 0
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
        {sends ? (
          <>
            <Radios
              name="way"
              legend={{ text: words.way, class: 'govuk-fieldset__legend--m' }}
              hint={words.wayHint}
              error={errorAt(errors, 'way')}
              value={textOf(typed, 'way')}
              items={[
                ...post.carries.map((channel) => ({
                  value: channel,
                  text: CHANNEL_WORDS[channel],
                  hint: hintOf(visit.ctx, channel, addresses),
                })),
                { value: 'by-hand', text: BY_HAND },
              ]}
            />
            <p class="govuk-body">
              <a class="govuk-link" href={recordPath(record, 'letters', 'reach')}>
                {words.reachTitle}
              </a>
            </p>
          </>
        ) : null}
        <Checkboxes
          name="read-over"
          legend={{ text: words.easy, class: 'govuk-fieldset__legend--s' }}
          values={textsOf(typed, 'read-over')}
          items={[{ value: 'yes', text: words.readOver }]}
        />
        <Button>{sends ? words.keep : words.keepByHand}</Button>
      </form>
    </Frame>
  )
}
