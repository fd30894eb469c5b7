import { SAVINGS } from '../../domain/contracts/entries.ts'
import { peopleOn } from '../../domain/contracts/ledger.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Fieldset } from '../../platform/govuk/fieldset.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtContract } from './door.ts'
import { ContractHeading } from './laid.tsx'
import { NeedsAWeek } from './needs-a-week.tsx'
import { SAVING_WORDS, needsWords as w } from './words-change.ts'

type Props = {
  readonly visit: Visit<AtContract>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const label = (text: string) => ({ text, class: 'govuk-label--m' })

/** What somebody is to be given from a day on; where it is less, which kind of less. */
export const ChangeNeeds = ({ visit, errors, typed }: Props) => {
  const at = visit.ctx
  return (
    <ContractHeading at={at} title={w.title} errors={errors}>
      <p class="govuk-body">{w.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={at.opened.head} />
        <Select
          name="person"
          label={label(w.person)}
          error={errorAt(errors, 'person')}
          value={textOf(typed, 'person')}
          options={[
            { value: '', text: w.choose },
            ...peopleOn(at.ledger, at.today).map((person) => ({ value: person, text: at.nameOf(person) })),
          ]}
        />
        <DateInput
          id="from"
          namePrefix="from"
          legend={legend(w.from)}
          hint={`For example, ${dateInWords(at.today)}`}
          error={errorAt(errors, 'from')}
          values={{
            day: textOf(typed, 'from-day'),
            month: textOf(typed, 'from-month'),
            year: textOf(typed, 'from-year'),
          }}
        />
        <Fieldset legend={legend(w.needs)}>
          <NeedsAWeek at={at} errors={errors} typed={typed} />
        </Fieldset>
        <Textarea
          name="says"
          label={label(w.says)}
          hint={w.saysHint}
          rows={3}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
        />
        <Less errors={errors} typed={typed} />
        <Button>{w.keep}</Button>
      </form>
    </ContractHeading>
  )
}

const STEPS = ([4, 3, 2, 1, 0] as const).map((level) => ({ value: String(level), text: LADDER[level] }))

const Less = ({ errors, typed }: Pick<Props, 'errors' | 'typed'>) => (
  <>
    <Radios
      name="saved"
      legend={legend(w.saved)}
      hint={w.savedHint}
      error={errorAt(errors, 'saved')}
      value={textOf(typed, 'saved')}
      items={SAVINGS.map((kind) => {
        const [text, hint] = SAVING_WORDS[kind]
        return { value: kind, text, hint }
      })}
    />
    <Fieldset legend={legend(w.measured)} describedBy="measured-hint">
      <div class="govuk-hint" id="measured-hint">
        {w.measuredHint}
      </div>
      <Input
        name="measured"
        label={w.name}
        error={errorAt(errors, 'measured')}
        value={textOf(typed, 'measured')}
        autocomplete="off"
      />
      {(['before', 'now'] as const).map((when) => (
        <Select
          name={when}
          label={w[when]}
          error={errorAt(errors, when)}
          value={textOf(typed, when)}
          options={[{ value: '', text: w.chooseStep }, ...STEPS]}
        />
      ))}
    </Fieldset>
  </>
)
