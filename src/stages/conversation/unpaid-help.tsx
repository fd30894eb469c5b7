import { dateInWords } from '../../domain/dates/plain-date.ts'
import { mayPutRight } from '../../record/put-right.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayDo, recordPath } from '../../table/at-table.ts'
import { entryInWords } from '../../table/entry-words.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { mayTypeForOthers } from './say.tsx'
import { putRightWords } from './words-put-right.ts'
import { OFFERED_WORDS, helpWords } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })
const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

const Known = ({ visit }: Pick<Props, 'visit'>) => {
  const { state, reader } = visit.ctx
  const given = all(state, 'carer-identified')
  if (given.length === 0) return null
  return (
    <ul class="govuk-list">
      {given.toReversed().map((entry) => (
        <li class="rt-block">
          <strong>{dateInWords(dayOfWhen(entry.on))}</strong>
          {entryInWords(entry, reader, state).map((line) => (
            <p class="govuk-body">{line}</p>
          ))}
          {mayPutRight(entry, reader.party, mayDo(visit.ctx, 'conversation', 'judge')) &&
          mayDo(visit.ctx, 'conversation', 'say') ? (
            <p class="govuk-body-s rt-no-print">
              <a
                class="govuk-link"
                href={recordPath(visit.ctx.record, 'conversation', 'put-right', entry.id)}
              >
                {putRightWords.title}
                <span class="govuk-visually-hidden">
                  : what is written of {nameFor(reader, state, entry.carer)}
                </span>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const Who = ({ visit, errors, typed }: Props) => {
  const { state, reader } = visit.ctx
  if (!mayTypeForOthers(visit.ctx)) return <input type="hidden" name="carer" value={reader.party ?? ''} />
  const people = [...state.parties.values()].filter(({ role }) =>
    ['carer', 'family', 'friend'].includes(role),
  )
  return (
    <Radios
      name="carer"
      legend={legend(helpWords.who)}
      error={errorAt(errors, 'carer')}
      value={textOf(typed, 'carer')}
      items={people.map(({ id }) => ({ value: id, text: nameFor(reader, state, id) }))}
    />
  )
}

/** What is given without pay, by whom, and whether they are willing and able to go on. */
export const UnpaidHelp = (props: Props) => {
  const { visit, errors, typed } = props
  return (
    <Frame title={helpWords.title} errors={errors}>
      <p class="govuk-body">{helpWords.intro}</p>
      <Known visit={visit} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={visit.ctx.head} />
        <Who {...props} />
        <Textarea
          name="provides"
          label={{ text: helpWords.provides, class: 'govuk-label--m' }}
          error={errorAt(errors, 'provides')}
          value={textOf(typed, 'provides')}
          rows={3}
        />
        <Input
          name="hours"
          label={{ text: helpWords.hours, class: 'govuk-label--m' }}
          hint={helpWords.hoursHint}
          error={errorAt(errors, 'hours')}
          value={textOf(typed, 'hours')}
          inputMode="decimal"
          class="govuk-input--width-4"
        />
        <Radios
          name="willing"
          legend={legend(helpWords.willing)}
          error={errorAt(errors, 'willing')}
          value={textOf(typed, 'willing')}
          items={YES_NO}
        />
        <Radios
          name="able"
          legend={legend(helpWords.able)}
          error={errorAt(errors, 'able')}
          value={textOf(typed, 'able')}
          items={YES_NO}
        />
        <Radios
          name="assessment"
          legend={legend(helpWords.assessment)}
          error={errorAt(errors, 'assessment')}
          value={textOf(typed, 'assessment')}
          items={Object.entries(OFFERED_WORDS).map(([value, text]) => ({ value, text }))}
        />
        <Button>{helpWords.keep}</Button>
      </form>
    </Frame>
  )
}
