import { dateInWords } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { Details } from '../../platform/govuk/details.tsx'
import { Tag } from '../../platform/govuk/tag.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { isPersonsSide } from '../../table/findings-view.ts'
import { nameFor } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { type StepView, type TakenBackView, mayTakeBack, stepsOf, takenBackOf } from './view-steps.ts'
import { words } from './words-goals.ts'

export type Goal = EntryOf<'goal'>

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
      <TakenBack table={table} goal={goal} />
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
          {mayTakeBack(table.state, goal, table.reader.party).length === 0 ? null : (
            <>
              {' · '}
              <a class="govuk-link" href={`${goalPath(table.record, goal.id, 'step')}?back=yes`}>
                {words.takeBack}
                <span class="govuk-visually-hidden">: of the steps of {name}</span>
              </a>
            </>
          )}
        </p>
      ) : null}
    </>
  )
}

/** What was taken back, struck out, with who took it back and why. */
const Back = ({ table, back }: { readonly table: AtTable; readonly back: TakenBackView }) => (
  <li>
    {back.of === 'step' ? (
      <del class="rt-struck">
        <span class="govuk-visually-hidden">Struck out: </span>
        {back.what}
        <span class="govuk-visually-hidden"> End of what was struck out.</span>
      </del>
    ) : (
      back.what
    )}
    {': '}
    {words.back[back.of]}. {nameFor(table.reader, table.state, back.note.by)}, {dateInWords(back.on)}:{' '}
    <q class="rt-quote">{back.why}</q>
  </li>
)

const TakenBack = ({ table, goal }: { readonly table: AtTable; readonly goal: Goal }) => {
  const backs = takenBackOf(table.state, goal)
  return backs.length === 0 ? null : (
    <Details summary={`${words.takenBack} (${backs.length})`}>
      <ul class="govuk-list govuk-list--bullet">
        {backs.map((back) => (
          <Back table={table} back={back} />
        ))}
      </ul>
    </Details>
  )
}
