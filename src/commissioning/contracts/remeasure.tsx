import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { Drawn } from './decide-remeasure.ts'
import type { AtContract } from './door.ts'
import { ContractHeading, providerOf } from './laid.tsx'
import { remeasureWords } from './words-new.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly drawn: Drawn
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** Stands for “somebody who is not at the contract yet”. */
export const ANOTHER = 'another'

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** What somebody independent found of an outcome that was drawn by lot. */
export const Remeasure = ({ visit, drawn, errors, typed }: Props) => {
  const at = visit.ctx
  const { outcome, again } = drawn
  return (
    <ContractHeading at={at} title={remeasureWords.title} errors={errors}>
      <p class="govuk-body">{remeasureWords.intro}</p>
      <InsetText>
        <p class="govuk-body">
          {at.nameOf(outcome.person)}, drawn on {dateInWords(drawn.since)}:
        </p>
        <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">“{outcome.goal}”</p>
      </InsetText>
      {again === undefined ? (
        <form method="post" novalidate id="form">
          <FormSeal visit={visit} head={at.opened.head} />
          <Who at={at} errors={errors} typed={typed} />
          <DateInput
            id="on"
            namePrefix="on"
            legend={legend(remeasureWords.on)}
            hint={`From ${dateInWords(drawn.since)}, when it was drawn, to today, ${dateInWords(at.today)}`}
            error={errorAt(errors, 'on')}
            values={{
              day: textOf(typed, 'on-day'),
              month: textOf(typed, 'on-month'),
              year: textOf(typed, 'on-year'),
            }}
          />
          <Radios
            name="reached"
            legend={legend(remeasureWords.reached)}
            error={errorAt(errors, 'reached')}
            value={textOf(typed, 'reached')}
            items={[
              { value: 'yes', text: remeasureWords.yes },
              { value: 'no', text: remeasureWords.no },
            ]}
          />
          <Radios
            name="level"
            legend={legend(remeasureWords.level)}
            error={errorAt(errors, 'level')}
            value={textOf(typed, 'level')}
            items={([4, 3, 2, 1, 0] as const).map((level) => ({ value: String(level), text: LADDER[level] }))}
          />
          <Button>{remeasureWords.keep}</Button>
        </form>
      ) : (
        <p class="govuk-body">
          {at.ledger.parties.get(again.by)?.name ?? again.by} looked on {dateInWords(again.on)}:{' '}
          {again.reached === false ? remeasureWords.no : remeasureWords.yes}. {LADDER[again.level]}.
        </p>
      )}
    </ContractHeading>
  )
}

const Who = ({ at, errors, typed }: Pick<Props, 'errors' | 'typed'> & { readonly at: AtContract }) => {
  const reviewers = at.opened.file.parties.filter(({ role }) => role === 'reviewer')
  return (
    <>
      <Radios
        name="who"
        legend={legend(remeasureWords.who)}
        hint={`Nobody from ${providerOf(at)}. Their name stands in the ledger.`}
        error={errorAt(errors, 'who')}
        value={textOf(typed, 'who')}
        items={[
          ...reviewers.map(({ id, name: called }) => ({ value: id, text: called })),
          { value: ANOTHER, text: remeasureWords.another },
        ]}
      />
      <Input
        name="name"
        label={{ text: remeasureWords.name, class: 'govuk-label--m' }}
        hint={remeasureWords.nameHint}
        error={errorAt(errors, 'name')}
        value={textOf(typed, 'name')}
        autocomplete="off"
      />
      <Checkboxes
        name="apart"
        error={errorAt(errors, 'apart')}
        values={textOf(typed, 'apart') === '' ? [] : ['yes']}
        items={[{ value: 'yes', text: remeasureWords.apart }]}
      />
    </>
  )
}
