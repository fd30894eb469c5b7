import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { Entry } from '../../record/entries.ts'
import type { Dispute } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayAdd, recordPath } from '../../table/at-table.ts'
import { EasySwitch } from '../../table/easy-read.tsx'
import { KIND_WORDS, entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { PutRightLink } from '../../table/put-right-link.tsx'
import { nameFor, nameWithin } from '../../table/reader.ts'
import { About } from './disputes.tsx'
import { clockOf, restsOn } from './view.ts'
import { OUTCOME_WORDS, answerWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly dispute: Dispute
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const Resting = ({ table, entries }: { readonly table: AtTable; readonly entries: readonly Entry[] }) =>
  entries.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">What rests on it</h2>
      <p class="govuk-body">If it was wrong, these have to be looked at again.</p>
      <ul class="govuk-list govuk-list--bullet">
        {entries.map((entry) => (
          <li>
            {KIND_WORDS[entry.kind]}, {dateInWords(dayOfWhen(entry.on))}:{' '}
            {entryInWords(entry, table.reader, table.state)[0]}
          </li>
        ))}
        <li>
          <a class="govuk-link" href={recordPath(table.record, 'budget')}>
            The money on the table
          </a>
          , which shows both sums
        </li>
      </ul>
    </section>
  )

const AnswerForm = ({ visit, dispute, errors, typed }: Props) => {
  const table = visit.ctx
  if (!dispute.open || !mayAdd(table, 'dispute-answered')) return null
  if (dispute.dispute.by === table.reader.party) return <p class="govuk-body">{answerWords.notYours}</p>
  return (
    <form method="post" novalidate id="form" class="rt-no-print">
      <FormSeal visit={visit} head={table.head} />
      <Radios
        name="outcome"
        legend={{ text: answerWords.outcome, class: 'govuk-fieldset__legend--m' }}
        error={errorAt(errors, 'outcome')}
        value={textOf(typed, 'outcome')}
        items={Object.entries(OUTCOME_WORDS).map(([value, text]) => ({ value, text }))}
      />
      <Textarea
        name="why"
        label={{ text: answerWords.why, class: 'govuk-label--m' }}
        hint={answerWords.whyHint}
        error={errorAt(errors, 'why')}
        value={textOf(typed, 'why')}
        rows={4}
      />
      <Button>{answerWords.keep}</Button>
    </form>
  )
}

/** One disagreement: what is disputed, what each side says, what rests on it, and whose move it is. */
export const DisputePage = (props: Props) => {
  const { visit, dispute, errors } = props
  const table = visit.ctx
  const { state, reader } = table
  const { by, says, wants, on } = dispute.dispute
  const clock = clockOf(state, dispute)
  return (
    <Frame title={answerWords.title} errors={errors}>
      <EasySwitch path={recordPath(table.record, 'challenge', dispute.dispute.id)} easy={false} />
      <h2 class="govuk-heading-m">What it is about</h2>
      <About table={table} dispute={dispute} />
      {dispute.of === undefined ? null : (
        <p class="govuk-body rt-no-print">
          <PutRightLink table={table} entry={dispute.of} />
        </p>
      )}
      <h2 class="govuk-heading-m">
        What {nameWithin(reader, state, by)} said, {dateInWords(dayOfWhen(on))}
      </h2>
      <blockquote class="rt-block rt-disputed">
        <p class="govuk-body">“{says}”</p>
        {wants === '' ? null : <p class="govuk-body">Wants: {wants}</p>}
      </blockquote>
      {dispute.answers.map((answer) => (
        <>
          <h2 class="govuk-heading-m">
            {nameFor(reader, state, answer.by)} answered, {dateInWords(dayOfWhen(answer.on))}
          </h2>
          <p class="govuk-body">
            <strong>{OUTCOME_WORDS[answer.outcome]}.</strong>{' '}
            {answer.why === '' ? 'No reason was given.' : answer.why}
          </p>
        </>
      ))}
      {dispute.open && clock !== undefined ? (
        <p class="govuk-body">
          <strong>{clock.says}</strong>
        </p>
      ) : null}
      <Resting table={table} entries={restsOn(state, dispute)} />
      <AnswerForm {...props} />
    </Frame>
  )
}
