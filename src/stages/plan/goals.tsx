import { dateInWords } from '../../domain/dates/plain-date.ts'
import { LADDER } from '../../domain/outcomes/ladder.ts'
import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import type { EntryOf } from '../../record/entries.ts'
import { all } from '../../record/state.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Ladder } from '../../platform/govuk/pictures/ladder.tsx'
import { type AtTable, mayAdd, mayDo, recordPath } from '../../table/at-table.ts'
import { isPersonsSide } from '../../table/findings-view.ts'
import { nameWithin } from '../../table/reader.ts'
import { shortened } from '../../table/said.tsx'
import { words } from './words.ts'
import { GOAL_TYPES } from './words-forms.ts'

/** Goals are the person's: they are written by their side, and by those who work with them. Not by who arranges support. */
export const mayWriteGoal = (table: AtTable): boolean =>
  mayAdd(table, 'goal') && (isPersonsSide(table.reader) || mayDo(table, 'plan', 'judge'))

const LEVELS = ['now', 'hoped', 'agreed'] as const
const LEVEL_SAYS = { now: 'Now', hoped: 'Hoped for', agreed: 'Agreed' } as const

const Goal = ({ table, goal }: { readonly table: AtTable; readonly goal: EntryOf<'goal'> }) => {
  const levels = LEVELS.filter((level) => goal[level] !== undefined)
  return (
    <li class="rt-line" id={goal.id}>
      <h3 class="rt-line__name">“{goal.words}”</h3>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {GOAL_TYPES[goal.type]}. {goal.topics.map((topic) => TOPIC_WORDS[topic]).join(', ')}.
        {goal['by-when'] === undefined ? '' : ` By ${dateInWords(dayOfWhen(goal['by-when']))}.`} Written down
        by {nameWithin(table.reader, table.state, goal.by)}, {dateInWords(dayOfWhen(goal.on))}.
      </p>
      {levels.length === 0 ? null : (
        <>
          <Ladder now={goal.now} hoped={goal.hoped} />
          <ul class="rt-voice__levels">
            {levels.map((level) => {
              const step = goal[level]
              return (
                <li>
                  <strong>{LEVEL_SAYS[level]}:</strong> {step === undefined ? '' : LADDER[step]}
                </li>
              )
            })}
          </ul>
        </>
      )}
      {goal.talked === undefined || goal.talked.trim() === '' ? null : (
        <p class="govuk-body govuk-!-margin-bottom-1">What was talked about: {goal.talked}</p>
      )}
      {mayWriteGoal(table) ? (
        <p class="govuk-body-s rt-no-print govuk-!-margin-bottom-1">
          <a class="govuk-link" href={recordPath(table.record, 'plan', 'goal', goal.id)}>
            Change this goal<span class="govuk-visually-hidden">: {shortened(goal.words, 60)}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

export const Goals = ({ table }: { readonly table: AtTable }) => {
  const goals = all(table.state, 'goal')
  return (
    <section>
      <h2 class="govuk-heading-m">{words.goals}</h2>
      {goals.length === 0 ? <p class="govuk-body">{words.noGoals}</p> : null}
      <ul class="rt-lines">
        {goals.map((goal) => (
          <Goal table={table} goal={goal} />
        ))}
      </ul>
      {mayWriteGoal(table) ? (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={recordPath(table.record, 'plan', 'goal')}>
            Add a goal
          </a>
        </p>
      ) : null}
    </section>
  )
}
