import { LADDER } from '../../domain/outcomes/ladder.ts'
import { numbered } from '../../record/paper-form.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { HowTold } from '../../table/how-told.tsx'
import { OnPaper } from '../../table/paper-form.tsx'
import { goalViews, sideOf } from './view.ts'
import { tellingForm } from './words-paper.ts'
import { ATTAINED_CHOICES, ATTAINED_WORDS, tellWords } from './words.ts'
import { attainedWords } from './words-goals.ts'

type FormProps = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const legend = (text: string) => ({ text, class: 'govuk-fieldset__legend--m' })

/** How it goes with a goal: by one of the three, or by a worker for the person, who told them. */
export const TellForm = ({ visit, errors, typed }: FormProps) => {
  const { state, reader, head } = visit.ctx
  const paper = tellingForm(state)
  const asked = (name: string, says: string): string => numbered(paper, name, says)
  return (
    <Frame title={tellWords.title} errors={errors}>
      <OnPaper table={visit.ctx} form={paper} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {sideOf(state, reader.party) === 'worker' ? (
          <HowTold typed={typed} form={paper.number} own={tellWords.ownView} />
        ) : null}
        <Radios
          name="goal"
          legend={legend(asked('goal', tellWords.goal))}
          error={errorAt(errors, 'goal')}
          value={textOf(typed, 'goal')}
          items={goalViews(state).map(({ goal }) => ({ value: goal.id, text: `“${goal.words}”` }))}
        />
        <Textarea
          name="says"
          label={{ text: asked('says', tellWords.says), class: 'govuk-label--m' }}
          hint={tellWords.saysHint}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={4}
        />
        <Radios
          name="level"
          legend={legend(asked('level', tellWords.level))}
          hint={tellWords.levelHint}
          error={errorAt(errors, 'level')}
          value={textOf(typed, 'level')}
          items={([4, 3, 2, 1, 0] as const).map((level) => ({ value: String(level), text: LADDER[level] }))}
        />
        <Radios
          name="attained"
          legend={legend(asked('attained', attainedWords.attained))}
          hint={attainedWords.hint}
          error={errorAt(errors, 'attained')}
          value={textOf(typed, 'attained')}
          items={ATTAINED_CHOICES.map((value) => ({ value, text: ATTAINED_WORDS[value] ?? value }))}
        />
        <Button>{tellWords.keep}</Button>
      </form>
    </Frame>
  )
}
