import { Button } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { SummaryList } from '../../platform/govuk/summary-list.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { CHANNELS } from '../../platform/outbox/carrier.ts'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, recordPath } from '../at-table.ts'
import { Frame } from '../frame.tsx'
import { isThePerson, nameFor } from '../reader.ts'
import { reachableBy } from './reach.ts'
import type { Address } from './store.ts'
import { ADDRESS_WORDS, words } from './words.ts'

const reachPath = (table: AtTable, of: string): string =>
  `${recordPath(table.record, 'letters', 'reach')}?of=${encodeURIComponent(of)}`

/** Everybody whose address is the reader's to see, with what is known of each. */
export const Reach = ({
  table,
  addresses,
}: {
  readonly table: AtTable
  readonly addresses: readonly Address[]
}) => {
  const { state, reader } = table
  const parties = reachableBy(table)
  return (
    <Frame title={words.reachTitle}>
      <p class="govuk-body-l">
        {parties.length === 0
          ? words.reachNobody
          : isThePerson(reader) || parties.length === 1
            ? words.reachIntroYou
            : words.reachIntro}
      </p>
      {parties.map((party) => (
        <section>
          <h2 class="govuk-heading-m">{nameFor(reader, state, party)}</h2>
          <SummaryList
            rows={CHANNELS.map((channel) => ({
              key: ADDRESS_WORDS[channel],
              value: (
                <Lines
                  text={
                    addresses.find((known) => known.party === party && known.channel === channel)?.value ??
                    words.reachNone
                  }
                />
              ),
            }))}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={reachPath(table, party)}>
              {words.reachChange}
              <span class="govuk-visually-hidden"> how to reach {nameFor(reader, state, party)}</span>
            </a>
          </p>
        </section>
      ))}
    </Frame>
  )
}

const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
)

type FormProps = {
  readonly visit: Visit<AtTable>
  readonly of: string
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

export const ReachForm = ({ visit, of, errors, typed }: FormProps) => {
  const { state, reader } = visit.ctx
  const isOwn = of === reader.party
  return (
    <Frame title={words.reachTitle} caption={nameFor(reader, state, of)} errors={errors}>
      <form method="post" novalidate id="form" action={recordPath(visit.ctx.record, 'letters', 'reach')}>
        <FormSeal visit={visit} head={visit.ctx.head} />
        <input type="hidden" name="of" value={of} />
        <Input
          name="email"
          label={{ text: ADDRESS_WORDS.email, class: 'govuk-label--s' }}
          hint="A letter comes as a file. Whoever opens it must type in the address again."
          error={errorAt(errors, 'email')}
          value={textOf(typed, 'email')}
          type="email"
          spellcheck={false}
          {...(isOwn ? { autocomplete: 'email' } : {})}
        />
        <Input
          name="phone"
          label={{ text: ADDRESS_WORDS.phone, class: 'govuk-label--s' }}
          hint="A text message says that there is something to read, and nothing of what it says."
          error={errorAt(errors, 'phone')}
          value={textOf(typed, 'phone')}
          type="tel"
          class="govuk-input--width-20"
          {...(isOwn ? { autocomplete: 'tel' } : {})}
        />
        <Textarea
          name="post"
          label={{ text: ADDRESS_WORDS.post, class: 'govuk-label--s' }}
          hint="One line each, without the name. The last line is the postcode."
          error={errorAt(errors, 'post')}
          value={textOf(typed, 'post')}
          rows={5}
          spellcheck={false}
        />
        <Button>{words.reachKeep}</Button>
      </form>
    </Frame>
  )
}
