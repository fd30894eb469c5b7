import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { isThePerson, nameFor, nameWithin, roleFor } from '../../table/reader.ts'
import { TheLine } from './review.tsx'
import type { Request } from './view.ts'
import { LEADS_TO_WORDS, TYPE_WORDS, answerWords, askWords, holdWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })
const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

/** The person, or someone for them, asks. */
export const AskForm = ({ visit, errors, typed }: Props) => (
  <Frame title={askWords.title} errors={errors}>
    <p class="govuk-body">{isThePerson(visit.ctx.reader) ? askWords.intro : askWords.introOther}</p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Textarea
        name="why"
        label={label(askWords.why)}
        hint={askWords.whyHint}
        error={errorAt(errors, 'why')}
        value={textOf(typed, 'why')}
      />
      <Button>{askWords.keep}</Button>
    </form>
  </Frame>
)

/** The council answers. */
export const AnswerForm = ({ visit, errors, typed, request }: Props & { readonly request: Request }) => {
  const { reader, state, head } = visit.ctx
  const { asked, clock, answer } = request
  return (
    <Frame title={answerWords.title} errors={errors}>
      <h2 class="govuk-heading-m">
        What {nameWithin(reader, state, asked.by)} asked, {dateInWords(dayOfWhen(asked.on))}
      </h2>
      <blockquote class="rt-block">
        <p class="govuk-body">“{asked.why}”</p>
      </blockquote>
      {clock === undefined ? null : (
        <p class="govuk-body">
          <strong>{clock.says}</strong>
        </p>
      )}
      {clock === undefined ? (
        <p class="govuk-body">
          {answer === undefined ? 'The review has been held.' : 'This has been answered.'}
        </p>
      ) : asked.by === reader.party ? (
        <p class="govuk-body">{answerWords.notYours}</p>
      ) : (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={head} />
          <Radios
            name="outcome"
            legend={legend(answerWords.outcome)}
            error={errorAt(errors, 'outcome')}
            value={textOf(typed, 'outcome')}
            items={[
              { value: 'accepted', text: 'Yes, there will be a review' },
              { value: 'refused', text: 'No, there will be no review', hint: answerWords.refusing },
            ]}
          />
          <Textarea
            name="why"
            label={label(answerWords.why)}
            hint={answerWords.whyHint}
            error={errorAt(errors, 'why')}
            value={textOf(typed, 'why')}
          />
          <Button>{answerWords.keep}</Button>
        </form>
      )}
    </Frame>
  )
}

const entriesOf = (wordsOf: Readonly<Record<string, string>>) =>
  Object.entries(wordsOf).map(([value, text]) => ({ value, text }))

/** A review as it was held, written down. */
export const HoldForm = ({ visit, errors, typed }: Props) => {
  const { reader, state, head } = visit.ctx
  return (
    <Frame title={holdWords.title} errors={errors}>
      <p class="govuk-body">{holdWords.intro}</p>
      <TheLine own={false} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Radios
          name="type"
          legend={legend(holdWords.type)}
          error={errorAt(errors, 'type')}
          value={textOf(typed, 'type')}
          items={entriesOf(TYPE_WORDS)}
        />
        <Checkboxes
          name="involved"
          legend={legend(holdWords.involved)}
          error={errorAt(errors, 'involved')}
          values={textsOf(typed, 'involved')}
          items={[...state.parties.values()].map(({ id }) => ({
            value: id,
            text: nameFor(reader, state, id),
            hint: roleFor(reader, state, id),
          }))}
        />
        <Textarea
          name="found"
          label={label(holdWords.found)}
          hint={holdWords.foundHint}
          error={errorAt(errors, 'found')}
          value={textOf(typed, 'found')}
          rows={7}
        />
        <Radios
          name="changed"
          legend={legend(holdWords.changed)}
          hint={holdWords.changedHint}
          error={errorAt(errors, 'changed')}
          value={textOf(typed, 'changed')}
          items={YES_NO}
        />
        <Radios
          name="leadsTo"
          legend={legend(holdWords.leadsTo)}
          error={errorAt(errors, 'leadsTo')}
          value={textOf(typed, 'leadsTo')}
          items={entriesOf(LEADS_TO_WORDS)}
        />
        <Button>{holdWords.keep}</Button>
      </form>
    </Frame>
  )
}
