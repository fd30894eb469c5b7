import { all, closingOf } from '../../record/state.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { dayOfWhen } from '../../record/values.ts'
import { WAYS_TO_ASSESS } from '../../record/kinds.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { openAssessments } from './view.ts'
import { ASSESSMENT_WORDS, WAY_WORDS, begun } from './words.ts'

type Props = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

export const CLOSING_WORDS = {
  completed: 'completed',
  'refused-by-person': 'they did not want it',
  withdrawn: 'withdrawn',
} as const

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

const Close = ({ visit, errors, typed }: Props) => {
  const { state, reader, head } = visit.ctx
  return (
    <>
      {openAssessments(state).map((opened) => (
        <form method="post" novalidate class="rt-block">
          <h2 class="govuk-heading-m">
            {nameFor(reader, state, opened.subject)}: {ASSESSMENT_WORDS[opened.of]}, open since{' '}
            {dateInWords(dayOfWhen(opened.on))}
          </h2>
          <FormSeal visit={visit} head={head} />
          <input type="hidden" name="close" value={opened.id} />
          <Radios
            name="outcome"
            idPrefix={`outcome-${opened.id}`}
            legend="How did it end?"
            error={textOf(typed, 'close') === opened.id ? errorAt(errors, 'outcome') : undefined}
            items={Object.entries(CLOSING_WORDS).map(([value, text]) => ({ value, text: begun(text) }))}
          />
          <Button class="govuk-button--secondary">Close this assessment</Button>
        </form>
      ))}
    </>
  )
}

/** Opening and closing an assessment: whose, how, who was offered what, and what it came to. */
export const AssessmentForm = (props: Props) => {
  const { visit, errors, typed } = props
  const { state, reader, head } = visit.ctx
  const people = [...state.parties.values()].filter(({ role }) => role === 'person' || role === 'carer')
  const closed = all(state, 'assessment-opened').filter((opened) => closingOf(state, opened) !== undefined)
  return (
    <Frame title="Assessments" errors={errors}>
      <Close {...props} />
      {closed.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Closed</h2>
          <ul class="govuk-list govuk-list--bullet">
            {closed.map((opened) => (
              <li>
                {nameFor(reader, state, opened.subject)}: {ASSESSMENT_WORDS[opened.of]} of{' '}
                {dateInWords(dayOfWhen(opened.on))},{' '}
                {CLOSING_WORDS[closingOf(state, opened)?.outcome ?? 'withdrawn']}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Open an assessment</h2>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Radios
          name="subject"
          legend={legend('Whose assessment is it?')}
          error={errorAt(errors, 'subject')}
          value={textOf(typed, 'subject')}
          items={people.map(({ id }) => ({ value: id, text: nameFor(reader, state, id) }))}
        />
        <Radios
          name="of"
          legend={legend('What kind of assessment is it?')}
          error={errorAt(errors, 'of')}
          value={textOf(typed, 'of')}
          items={Object.entries(ASSESSMENT_WORDS).map(([value, text]) => ({ value, text: begun(text) }))}
        />
        <Checkboxes
          name="offered"
          legend={legend('Which ways did you offer?')}
          error={errorAt(errors, 'offered')}
          values={textsOf(typed, 'offered')}
          items={WAYS_TO_ASSESS.map((value) => ({ value, text: begun(WAY_WORDS[value]) }))}
        />
        <Radios
          name="way"
          legend={legend('Which way was chosen?')}
          error={errorAt(errors, 'way')}
          value={textOf(typed, 'way')}
          items={WAYS_TO_ASSESS.map((value) => ({ value, text: begun(WAY_WORDS[value]) }))}
        />
        <Checkboxes
          name="told"
          legend={legend('Before it begins')}
          values={textsOf(typed, 'told')}
          items={[{ value: 'yes', text: 'I told them what to expect' }]}
        />
        <Button>Open this assessment</Button>
      </form>
    </Frame>
  )
}
