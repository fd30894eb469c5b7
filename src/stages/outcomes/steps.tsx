import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Select } from '../../platform/govuk/select.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { isPersonsSide } from '../../table/findings-view.ts'
import { Frame } from '../../table/frame.tsx'
import { nameFor } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { type StepView, stepsOf } from './view-steps.ts'
import { stepWords, words } from './words-goals.ts'

type Goal = EntryOf<'goal'>

export const goalPath = (record: string, goal: string, ...parts: readonly string[]): string =>
  recordPath(record, 'outcomes', 'goals', goal, ...parts)

/** Steps are written by the person’s side and by those who work with them. */
export const mayStep = (table: AtTable): boolean =>
  mayAdd(table, 'note') &&
  mayDo(table, 'plan', 'say') &&
  (isPersonsSide(table.reader) || mayDo(table, 'plan', 'judge'))

const Step = ({ table, view }: { readonly table: AtTable; readonly view: StepView }) => {
  const { step, done, isLate } = view
  return (
    <li>
      <strong>{nameFor(table.reader, table.state, step.who)}:</strong> {step.what}
      {step.by === undefined ? '' : `, by ${dateInWords(step.by)}`}.{' '}
      {done === undefined ? null : (
        <>
          <Tag class="govuk-tag--green">{words.done}</Tag> {dateInWords(done.on)}
          {done.says === '' ? null : (
            <>
              : <q class="rt-quote">{done.says}</q>
            </>
          )}
        </>
      )}
      {isLate ? <Tag class="govuk-tag--yellow">{words.late}</Tag> : null}
    </li>
  )
}

/** The steps towards a goal in order, with who does each and what became of it. */
export const Steps = ({ table, goal }: { readonly table: AtTable; readonly goal: Goal }) => {
  const steps = stepsOf(table.state, goal)
  const name = shortened(goal.words, 60)
  return (
    <>
      <h3 class="govuk-heading-s">{words.steps}</h3>
      {steps.length === 0 ? <p class="govuk-body">{words.noSteps}</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {steps.map((view) => (
          <Step table={table} view={view} />
        ))}
      </ul>
      {mayStep(table) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={goalPath(table.record, goal.id, 'step')}>
            {words.addStep}
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
          {steps.some(({ done }) => done === undefined) ? (
            <>
              {' · '}
              <a class="govuk-link" href={`${goalPath(table.record, goal.id, 'step')}?done=yes`}>
                {words.markDone}
                <span class="govuk-visually-hidden">: a step of {name}</span>
              </a>
            </>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

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
            { value: '', text: '' },
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
