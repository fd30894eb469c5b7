import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Entry } from '../../record/entries.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { SayFields } from './say-fields.tsx'
import { isDone } from './view.ts'
import { disputeWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly entry: Entry
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Something here is wrong: what, what should happen and, for something that was said, how it really is. */
export const DisputeForm = ({ visit, entry, errors, typed }: Props) => {
  const { reader, state, head } = visit.ctx
  return (
    <Frame title={disputeWords.title} errors={errors}>
      <h2 class="govuk-heading-m">{disputeWords.about}</h2>
      <blockquote class="rt-block">
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          {KIND_WORDS[entry.kind]}, {dateInWords(dayOfWhen(entry.on))}
        </p>
        {entryInWords(entry, reader, state).map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
      </blockquote>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Textarea
          name="says"
          label={{ text: disputeWords.says, class: 'govuk-label--m' }}
          hint={disputeWords.saysHint}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={4}
        />
        <Textarea
          name="wants"
          label={{ text: disputeWords.wants, class: 'govuk-label--m' }}
          hint={disputeWords.wantsHint}
          error={errorAt(errors, 'wants')}
          value={textOf(typed, 'wants')}
          rows={2}
        />
        {entry.kind === 'statement' ? (
          <Details summary={disputeWords.instead} open={errors.length > 0}>
            <p class="govuk-body">{disputeWords.insteadHint}</p>
            <SayFields
              errors={errors}
              typed={typed}
              own={true}
              askHope={false}
              askPossible={false}
              askDone={isDone(entry.topic)}
            />
          </Details>
        ) : null}
        <Button>{disputeWords.keep}</Button>
      </form>
    </Frame>
  )
}
