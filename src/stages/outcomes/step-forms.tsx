import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { type Goal, goalPath } from './steps.tsx'
import { mayTakeBack, stepsOf } from './view-steps.ts'
import { stepWords } from './words-goals.ts'

type FormProps = {
  readonly visit: Visit<AtTable>
  readonly goal: Goal
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const label = (text: string) => ({ text, class: 'govuk-label--m' })
const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

export const StepForm = ({ visit, goal, errors, typed }: FormProps) => {
  const { state, reader, head } = visit.ctx
  return (
    <Frame title={stepWords.title} caption={`“${shortened(goal.words, 80)}”`} errors={errors}>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Textarea
          name="what"
          label={label(stepWords.what)}
          hint={stepWords.whatHint}
          error={errorAt(errors, 'what')}
          value={textOf(typed, 'what')}
          rows={2}
        />
        <Select
          name="who"
          label={label(stepWords.who)}
          error={errorAt(errors, 'who')}
          value={textOf(typed, 'who')}
          options={[
            { value: '', text: 'Choose' },
            ...[...state.parties.values()].map(({ id }) => ({ value: id, text: nameFor(reader, state, id) })),
          ]}
        />
        <DateInput
          id="by"
          namePrefix="by"
          legend={legend(stepWords.by)}
          hint={stepWords.byHint}
          error={errorAt(errors, 'by')}
          values={{
            day: textOf(typed, 'by-day'),
            month: textOf(typed, 'by-month'),
            year: textOf(typed, 'by-year'),
          }}
        />
        <Button>{stepWords.keep}</Button>
      </form>
    </Frame>
  )
}

export const StepDoneForm = ({ visit, goal, errors, typed }: FormProps) => {
  const { state, head, record } = visit.ctx
  const open = stepsOf(state, goal).filter(({ done }) => done === undefined)
  return (
    <Frame title={stepWords.doneTitle} caption={`“${shortened(goal.words, 80)}”`} errors={errors}>
      <form method="post" action={goalPath(record, goal.id, 'step')} novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <input type="hidden" name="finish" value="yes" />
        <Radios
          name="step"
          legend={legend(stepWords.step)}
          error={errorAt(errors, 'step')}
          value={textOf(typed, 'step')}
          items={open.map(({ note, step }) => ({ value: note.id, text: step.what }))}
        />
        <Textarea
          name="says"
          label={label(stepWords.says)}
          hint={stepWords.saysHint}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={2}
        />
        <Button>{stepWords.keepDone}</Button>
      </form>
    </Frame>
  )
}

export const StepBackForm = ({ visit, goal, errors, typed }: FormProps) => {
  const { state, head, record, reader } = visit.ctx
  return (
    <Frame title={stepWords.backTitle} caption={`“${shortened(goal.words, 80)}”`} errors={errors}>
      <p class="govuk-body">{stepWords.backIntro}</p>
      <form method="post" action={goalPath(record, goal.id, 'step')} novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <input type="hidden" name="take-back" value="yes" />
        <Radios
          name="note"
          legend={legend(stepWords.backWhat)}
          error={errorAt(errors, 'note')}
          value={textOf(typed, 'note')}
          items={mayTakeBack(state, goal, reader.party).map(({ note, what, of }) => ({
            value: note.id,
            text: of === 'step' ? stepWords.backStep(what) : stepWords.backDone(what),
          }))}
        />
        <Textarea
          name="why"
          label={label(stepWords.backWhy)}
          error={errorAt(errors, 'why')}
          value={textOf(typed, 'why')}
          rows={2}
        />
        <Button>{stepWords.keepBack}</Button>
      </form>
    </Frame>
  )
}
