import { TOPIC_WORDS, type Topic, isCarerOutcome } from '../../domain/outcomes/topics.ts'
import type { Role } from '../../record/entries.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { roleFor } from '../../table/reader.ts'
import { SayFields } from './say-fields.tsx'
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

const Speaker = ({ visit, errors, typed }: Omit<Props, 'topic'>) => {
  const { state, reader } = visit.ctx
  const people = [...state.parties.values()].filter(({ id, role }) => id !== reader.party && !['finance', 'commissioner', 'broker'].includes(role))
  return (
    <>
      <Select
        name="saidBy"
        label={{ text: sayWords.who, class: 'govuk-label--m' }}
        error={errorAt(errors, 'saidBy')}
        value={textOf(typed, 'saidBy')}
        options={[
          { value: reader.party ?? '', text: 'I do: it is my own view' },
          ...people.map(({ id, name }) => ({ value: id, text: `${name} (${roleFor(reader, state, id)})` })),
        ]}
      />
      <Select
        name="channel"
        label={sayWords.channel}
        hint="Only where you type it for somebody else."
        value={textOf(typed, 'channel')}
        options={[{ value: '', text: 'It is my own view' }, ...CHANNELS.map((channel) => ({ value: `${channel}, read back`, text: `${channel}, and I read it back` }))]}
      />
    </>
  )
}

/** One form for everybody: how it is now, what is hoped for, and what help it takes. */
export const SayForm = ({ visit, topic, errors, typed }: Props) => {
  const { state, reader, head } = visit.ctx
  const role = state.parties.get(reader.party ?? '')?.role
  const forOthers = mayTypeForOthers(visit.ctx)
  const speaksForThePerson = role !== undefined && SPEAKS_FOR.includes(role)
  return (
    <Frame title={TOPIC_WORDS[topic]} caption="Say how it is" errors={errors}>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {forOthers ? <Speaker visit={visit} errors={errors} typed={typed} /> : null}
        <SayFields
          errors={errors}
          typed={typed}
          own={!forOthers}
          askHope={speaksForThePerson || forOthers || isCarerOutcome(topic)}
          askPossible={forOthers}
        />
        <Button>{sayWords.keep}</Button>
      </form>
    </Frame>
  )
}
