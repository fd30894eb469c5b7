import { TOPIC_WORDS, type Topic, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import type { Party, Role } from '../../record/entries.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { SayFields } from './say-fields.tsx'
import { isDone } from './view.ts'
import { CHANNELS, sayWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly topic: Topic
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const STAFF: readonly Role[] = ['social-worker', 'occupational-therapist', 'assessor', 'manager', 'nhs']
const SPEAKS_FOR: readonly Role[] = ['person', 'attorney', 'deputy', 'advocate']

export const mayTypeForOthers = (table: AtTable): boolean => {
  const role = table.state.parties.get(table.reader.party ?? '')?.role
  return role !== undefined && STAFF.includes(role)
}

/** Who may be typed for: everybody at the table who lives it, and other professionals; not those who only handle money. */
export const speakersFor = (table: AtTable): readonly Party[] =>
  [...table.state.parties.values()].filter(
    ({ id, role }) => id !== table.reader.party && !['finance', 'commissioner', 'broker'].includes(role),
  )

/** The one whose words are being written: the reader, or the one whom a member of staff types for. */
export const speakerOf = (visit: Visit<AtTable>): string => {
  const asked = textOf(visit.query, 'for')
  const own = visit.ctx.reader.party ?? ''
  return mayTypeForOthers(visit.ctx) && speakersFor(visit.ctx).some(({ id }) => id === asked) ? asked : own
}

const speaksFor = (role: Role | undefined): boolean => role !== undefined && SPEAKS_FOR.includes(role)

/** One form for everybody: how it is now, what is hoped for or thought possible, and what help it takes. */
export const SayForm = ({ visit, topic, errors, typed }: Props) => {
  const { state, reader, head } = visit.ctx
  const speaker = speakerOf(visit)
  const role = state.parties.get(speaker)?.role
  const own = speaker === (reader.party ?? '')
  const professional = role !== undefined && STAFF.includes(role)
  const name = state.parties.get(speaker)?.name ?? ''
  return (
    <Frame
      title={TOPIC_WORDS[topic]}
      caption={own ? (professional ? sayWords.seen : 'Say how it is') : sayWords.forOther(name)}
      errors={errors}
    >
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {own ? null : (
          <Select
            name="channel"
            label={{ text: sayWords.channel, class: 'govuk-label--m' }}
            value={textOf(typed, 'channel')}
            options={CHANNELS.map((channel) => ({
              value: `${channel}, read back`,
              text: `${channel}, and I read it back`,
            }))}
          />
        )}
        <SayFields
          errors={errors}
          typed={typed}
          own={own}
          askHope={speaksFor(role) || isCarerOutcome(topic)}
          askPossible={professional}
          askDone={isDone(topic)}
          textLabel={own && professional ? sayWords.textSeen : undefined}
          textHint={own && professional ? sayWords.textSeenHint : undefined}
        />
        <Button>{sayWords.keep}</Button>
      </form>
    </Frame>
  )
}
