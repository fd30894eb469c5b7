import { dateInWords } from '../../domain/dates/plain-date.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Table } from '../../platform/govuk/table.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { Care } from './agreed.tsx'
import { headsOf } from './keep.ts'
import { type Agreed, type Challenge, goalFor, partyName } from './view.ts'
import { challengeWords, settleWords } from './words.ts'

export type FormProps = {
  readonly visit: Visit<AtTable>
  readonly agreed: Agreed
  readonly errors: readonly FieldError[]
  readonly values: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })

/** Where each saw the person on the ladder, for the goals that were agreed under this contract. */
const LadderBeside = ({ visit, agreed }: Pick<FormProps, 'visit' | 'agreed'>) => {
  const { state, reader } = visit.ctx
  const goals = agreed.outcomes.flatMap(({ outcome }) => goalFor(state, outcome.goal) ?? [])
  const rows = goals.flatMap((goal) => [
    ...(goal.now === undefined
      ? []
      : [[`“${goal.words}”`, dateInWords(dayOfWhen(goal.on)), 'At the start', LADDER[goal.now]]]),
    ...all(state, 'progress')
      .filter((entry) => entry.goal === goal.id && entry.level !== undefined)
      .map((entry) => [
        `“${goal.words}”`,
        dateInWords(dayOfWhen(entry.on)),
        nameFor(reader, state, entry.by),
        entry.level === undefined ? '' : LADDER[entry.level],
      ]),
  ])
  return rows.length === 0 ? null : (
    <Table
      stacks
      caption="On the ladder"
      captionClass="govuk-table__caption--s"
      head={['Goal', 'Day', 'Seen by', 'How they manage']}
      rows={rows}
    />
  )
}

/** The ladder and the hours, beside whatever is said: the same for the worker, the provider and the person. */
export const Beside = ({ visit, agreed }: Pick<FormProps, 'visit' | 'agreed'>) => (
  <section>
    <h2 class="govuk-heading-m">{challengeWords.beside}</h2>
    <LadderBeside visit={visit} agreed={agreed} />
    <Care agreed={agreed} />
  </section>
)

export const ChallengeForm = ({ visit, agreed, errors, values }: FormProps) => (
  <Frame title={challengeWords.title} caption={agreed.ledger.contract.name} errors={errors}>
    <p class="govuk-body-l">{challengeWords.intro}</p>
    <Beside visit={visit} agreed={agreed} />
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={headsOf(visit, agreed)} />
      <p class="govuk-body">{challengeWords.start}</p>
      <Textarea
        name="says"
        label={label(challengeWords.says)}
        hint={challengeWords.saysHint}
        error={errorAt(errors, 'says')}
        value={textOf(values, 'says')}
        rows={5}
      />
      <Button>{challengeWords.keep}</Button>
    </form>
  </Frame>
)

const Settle = ({ visit, agreed, errors, values }: FormProps) => (
  <form method="post" novalidate id="form">
    <FormSeal visit={visit} head={headsOf(visit, agreed)} />
    <Radios
      name="upheld"
      legend={{ text: settleWords.question, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'upheld')}
      value={textOf(values, 'upheld')}
      items={[
        { value: 'yes', text: settleWords.upheld },
        { value: 'no', text: settleWords.partly },
      ]}
    />
    <Textarea
      name="says"
      label={label(settleWords.says)}
      hint={settleWords.saysHint}
      error={errorAt(errors, 'says')}
      value={textOf(values, 'says')}
      rows={4}
    />
    <Button>{settleWords.keep}</Button>
  </form>
)

type OneProps = FormProps & { readonly challenge: Challenge; readonly maySettle: boolean }

/** A challenge, what the provider says to it, and what followed. */
export const OneChallenge = (props: OneProps) => {
  const { visit, agreed, challenge, maySettle, errors } = props
  const { ledger } = agreed
  const { challenged, answers, settled } = challenge
  const theirs = answers.filter(({ by }) => ledger.parties.get(by)?.role === 'provider')
  return (
    <Frame title={settleWords.title} caption={ledger.contract.name} errors={errors}>
      <InsetText>
        <p class="govuk-body">
          {partyName(ledger, challenged.by)}, {dateInWords(challenged.on)}:
        </p>
        <p class="govuk-body govuk-!-margin-bottom-0">“{challenged.says}”</p>
      </InsetText>
      <h2 class="govuk-heading-m">{settleWords.provider}</h2>
      {theirs.length === 0 ? <p class="govuk-body">{settleWords.noAnswer}</p> : null}
      {theirs.map(({ by, on, says, upheld }) => (
        <blockquote class="rt-block">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {partyName(ledger, by)}, {dateInWords(on)}.{' '}
            {upheld ? 'They agree with it.' : 'They do not agree with it.'}
          </p>
          <p class="govuk-body">{says}</p>
        </blockquote>
      ))}
      {settled === undefined ? (
        <p class="govuk-body">{settleWords.waits}</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">{settled.upheld ? 'It was right' : 'It was not right'}</h2>
          <p class="govuk-body">
            {partyName(ledger, settled.by)}, {dateInWords(settled.on)}: {settled.says}
          </p>
        </>
      )}
      <Beside visit={visit} agreed={agreed} />
      {settled === undefined && maySettle ? <Settle {...props} /> : null}
    </Frame>
  )
}
