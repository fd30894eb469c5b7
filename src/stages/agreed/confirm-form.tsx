import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { InsetText } from '../../platform/govuk/inset-text.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { headsOf } from './keep.ts'
import { ANSWERS, type Agreed, type AgreedOutcome, partyName } from './view.ts'
import { ANSWER_WORDS, HOW_TOLD, HOW_WORDS, MONEY_WORDS, NEVER, confirmWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly agreed: Agreed
  readonly view: AgreedOutcome
  /** somebody types in what the person says */
  readonly typed: boolean
  readonly errors: readonly FieldError[]
  readonly values: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** Who types for somebody says how they were told, and reads it back: what the person has not heard is not their answer. */
export const HowTold = ({ errors, values }: Pick<Props, 'errors' | 'values'>) => (
  <>
    <Radios
      name="how"
      legend={legend(confirmWords.how)}
      error={errorAt(errors, 'how')}
      value={textOf(values, 'how')}
      items={HOW_TOLD.map((how) => ({ value: how, text: HOW_WORDS[how] }))}
    />
    <Checkboxes
      name="read-back"
      error={errorAt(errors, 'read-back')}
      values={textOf(values, 'read-back') === '' ? [] : ['yes']}
      items={[{ value: 'yes', text: confirmWords.readBack }]}
    />
  </>
)

/** The four answers, in plain words. None is chosen beforehand, and none is the first one because it pays. */
export const ConfirmForm = ({ visit, agreed, view, typed, errors, values }: Props) => {
  const turned = typed ? 'theirs' : 'mine'
  const { outcome, claims } = view
  const claim = claims.at(-1)
  return (
    <Frame title={confirmWords.title} caption={agreed.ledger.contract.name} errors={errors}>
      <InsetText>
        <p class="govuk-body">
          Agreed on {dateInWords(outcome.on)}, by {dateInWords(outcome.due)}:
        </p>
        <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">“{outcome.goal}”</p>
      </InsetText>
      {claim === undefined ? null : (
        <p class="govuk-body">
          {partyName(agreed.ledger, claim.by)} says that it is reached.
          {claim.says === undefined ? '' : ` “${claim.says}”`}
        </p>
      )}
      <p class="govuk-body">{MONEY_WORDS[agreed.model]}</p>
      <p class="govuk-body">{NEVER}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={headsOf(visit, agreed)} />
        <Radios
          name="answer"
          legend={legend(typed ? 'What do they say?' : 'What do you say?')}
          error={errorAt(errors, 'answer')}
          value={textOf(values, 'answer')}
          items={ANSWERS.map((answer) => ({ value: answer, text: ANSWER_WORDS[answer][turned] }))}
        />
        <Textarea
          name="says"
          label={{ text: typed ? confirmWords.saysFor : confirmWords.says, class: 'govuk-label--m' }}
          hint={confirmWords.saysHint}
          error={errorAt(errors, 'says')}
          value={textOf(values, 'says')}
          rows={3}
        />
        <Radios
          name="level"
          legend={legend(confirmWords.level)}
          hint={confirmWords.levelHint}
          error={errorAt(errors, 'level')}
          value={textOf(values, 'level')}
          items={([4, 3, 2, 1, 0] as const).map((level) => ({ value: String(level), text: LADDER[level] }))}
        />
        {typed ? <HowTold errors={errors} values={values} /> : null}
        <Button>{confirmWords.keep}</Button>
      </form>
    </Frame>
  )
}
