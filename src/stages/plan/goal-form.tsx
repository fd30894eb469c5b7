import { TOPIC_WORDS, isTopic } from '../../domain/outcomes/topics.ts'
import { LADDER, LEVELS } from '../../domain/outcomes/ladder.ts'
import type { EntryOf } from '../../record/entries.ts'
import { dayOfWhen } from '../../record/values.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { DateInput } from '../../platform/govuk/date-input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import { numbered } from '../../record/paper-form.ts'
import { type AtTable, mayDo } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { HowTold } from '../../table/how-told.tsx'
import { OnPaper } from '../../table/paper-form.tsx'
import { isThePerson } from '../../table/reader.ts'
import { GOAL_TYPES, goalWords } from './words-forms.ts'
import { GOAL_FORM, GOAL_TOPICS } from './words-paper.ts'

type Props = {
  readonly visit: Visit<AtTable>
  /** the goal that is changed; undefined where it is new */
  readonly goal: EntryOf<'goal'> | undefined
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** A goal as its form would have been typed. */
export function goalAsTyped(goal: EntryOf<'goal'>): Values {
  const [year = '', month = '', day = ''] =
    goal['by-when'] === undefined ? [] : dayOfWhen(goal['by-when']).split('-')
  const level = (of: number | undefined) => (of === undefined ? '' : String(of))
  return {
    words: goal.words,
    topics: goal.topics.filter(isTopic),
    type: goal.type,
    now: level(goal.now),
    hoped: level(goal.hoped),
    agreed: level(goal.agreed),
    talked: goal.talked ?? '',
    'by-day': day.replace(/^0/, ''),
    'by-month': month.replace(/^0/, ''),
    'by-year': year,
  }
}

/** With the number that the question has on paper too. */
const asked = (name: string, says: string): string => numbered(GOAL_FORM, name, says)
const legend = (name: string, says: string) => ({
  text: asked(name, says),
  class: 'govuk-fieldset__legend--m',
})

const levels = (prefix: string) =>
  LEVELS.toReversed().map((level) => ({
    value: level,
    text: LADDER[level],
    id: level === 4 ? prefix : `${prefix}-${level}`,
  }))

const Levels = ({ errors, typed, own }: Pick<Props, 'errors' | 'typed'> & { readonly own: boolean }) => (
  <>
    <Radios
      name="now"
      legend={legend('now', goalWords.now)}
      error={errorAt(errors, 'now')}
      value={textOf(typed, 'now')}
      items={levels('now')}
    />
    <Radios
      name="hoped"
      legend={legend('hoped', own ? goalWords.hoped : goalWords.hopedFor)}
      hint={goalWords.hopedHint}
      error={errorAt(errors, 'hoped')}
      value={textOf(typed, 'hoped')}
      items={levels('hoped')}
    />
    <Radios
      name="agreed"
      legend={legend('agreed', goalWords.agreed)}
      error={errorAt(errors, 'agreed')}
      value={textOf(typed, 'agreed')}
      items={levels('agreed')}
    />
  </>
)

export const GoalForm = ({ visit, goal, errors, typed }: Props) => {
  const table = visit.ctx
  const own = isThePerson(table.reader)
  return (
    <Frame title={goal === undefined ? goalWords.title : goalWords.titleChange} errors={errors}>
      {goal === undefined ? <OnPaper table={table} form={GOAL_FORM} /> : null}
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={table.head} />
        {mayDo(table, 'plan', 'judge') ? (
          <HowTold typed={typed} form={GOAL_FORM.number} own={goalWords.together} />
        ) : null}
        <Textarea
          name="words"
          label={{
            text: asked('words', own ? goalWords.words : goalWords.wordsFor),
            class: 'govuk-label--m',
          }}
          hint={goalWords.wordsHint}
          error={errorAt(errors, 'words')}
          value={textOf(typed, 'words')}
          rows={3}
        />
        <Checkboxes
          name="topics"
          class="govuk-checkboxes--small"
          legend={legend('topics', goalWords.topics)}
          error={errorAt(errors, 'topics')}
          values={textsOf(typed, 'topics')}
          items={GOAL_TOPICS.map((topic) => ({ value: topic, text: TOPIC_WORDS[topic] }))}
        />
        <Radios
          name="type"
          legend={legend('type', goalWords.type)}
          error={errorAt(errors, 'type')}
          value={textOf(typed, 'type')}
          items={Object.entries(GOAL_TYPES).map(([value, text]) => ({ value, text }))}
        />
        <Levels errors={errors} typed={typed} own={own} />
        <DateInput
          id="by"
          namePrefix="by"
          legend={legend('by', goalWords.byWhen)}
          hint="You can leave this empty. For example, 30 9 2027"
          error={errorAt(errors, 'by')}
          values={{
            day: textOf(typed, 'by-day'),
            month: textOf(typed, 'by-month'),
            year: textOf(typed, 'by-year'),
          }}
        />
        <Textarea
          name="talked"
          label={{ text: asked('talked', goalWords.talked), class: 'govuk-label--m' }}
          hint={goalWords.talkedHint}
          error={errorAt(errors, 'talked')}
          value={textOf(typed, 'talked')}
          rows={3}
        />
        {goal === undefined ? null : (
          <Textarea
            name="why"
            label={{ text: goalWords.why, class: 'govuk-label--m' }}
            error={errorAt(errors, 'why')}
            value={textOf(typed, 'why')}
            rows={2}
          />
        )}
        <Button>{goalWords.keep}</Button>
      </form>
    </Frame>
  )
}
