import { TOPIC_WORDS } from '../../domain/outcomes/topics.ts'
import { TALK_ANSWERS } from '../../domain/outcomes/talk.ts'
import { numbered } from '../../record/paper-form.ts'
import { eyeOf } from '../../record/outcome-facts.ts'
import { Button } from '../../platform/govuk/button.tsx'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { FormSeal } from '../../platform/web/form-seal.tsx'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import type { Visit } from '../../platform/web/page.ts'
import type { AtTable } from '../../table/at-table.ts'
import { Frame } from '../../table/frame.tsx'
import { HowTold } from '../../table/how-told.tsx'
import { LevelRadios } from '../../table/level-field.tsx'
import { OnPaper } from '../../table/paper-form.tsx'
import type { HopeView } from './view-hopes.ts'
import { HOPE_FORM } from './words-paper.ts'
import { ANSWER_CHOICES, hopeWords, possibleWords, talkWords } from './words-hopes.ts'

export type HopeFormProps = {
  readonly visit: Visit<AtTable>
  readonly view: HopeView
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

/** With the number that the question has on paper too. */
const asked = (name: string, says: string): string => numbered(HOPE_FORM, name, says)
const label = (text: string) => ({ text, class: 'govuk-label--m' })

export const HopeForm = ({ visit, view, errors, typed }: HopeFormProps) => {
  const { state, reader, head } = visit.ctx
  const own = eyeOf(state, reader.party) === 'person'
  const isBelow = errors.some(({ field }) => field === 'less') || textsOf(typed, 'less').length > 0
  return (
    <Frame
      title={own ? hopeWords.title : hopeWords.titleOther(state.person.name)}
      caption={TOPIC_WORDS[view.topic]}
      errors={errors}
    >
      <OnPaper table={visit.ctx} form={HOPE_FORM} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {own ? null : <HowTold typed={typed} form={HOPE_FORM.number} />}
        <Textarea
          name="text"
          label={label(asked('text', own ? hopeWords.text : hopeWords.textOther))}
          hint={hopeWords.textHint}
          error={errorAt(errors, 'text')}
          value={textOf(typed, 'text')}
          rows={3}
        />
        <LevelRadios
          name="hoped"
          legend={asked('hoped', own ? hopeWords.hoped : hopeWords.hopedOther)}
          hint={hopeWords.hopedHint}
          errors={errors}
          typed={typed}
        />
        {isBelow ? (
          <Checkboxes
            name="less"
            legend={{ text: hopeWords.lessLegend, class: 'govuk-fieldset__legend--m' }}
            error={errorAt(errors, 'less')}
            values={textsOf(typed, 'less')}
            items={[{ value: 'yes', text: hopeWords.less }]}
          />
        ) : null}
        <LevelRadios
          name="level"
          legend={asked('level', hopeWords.level)}
          hint={hopeWords.levelHint}
          errors={errors}
          typed={typed}
        />
        <Button>{hopeWords.keep}</Button>
      </form>
    </Frame>
  )
}

export const PossibleForm = ({ visit, view, errors, typed }: HopeFormProps) => (
  <Frame title={possibleWords.title} caption={TOPIC_WORDS[view.topic]} errors={errors}>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <LevelRadios
        name="possible"
        legend={possibleWords.possible}
        hint={possibleWords.possibleHint}
        errors={errors}
        typed={typed}
      />
      <Textarea
        name="ground"
        label={label(possibleWords.ground)}
        hint={possibleWords.groundHint}
        error={errorAt(errors, 'ground')}
        value={textOf(typed, 'ground')}
        rows={4}
      />
      <LevelRadios
        name="level"
        legend={possibleWords.level}
        hint={hopeWords.levelHint}
        errors={errors}
        typed={typed}
      />
      <Button>{possibleWords.keep}</Button>
    </form>
  </Frame>
)

const TrialFields = ({
  errors,
  typed,
  own,
}: Pick<HopeFormProps, 'errors' | 'typed'> & { readonly own: boolean }) => (
  <>
    <h2 class="govuk-heading-m">{talkWords.trial}</h2>
    <Textarea
      name="what"
      label={own ? talkWords.what : talkWords.whatOther}
      error={errorAt(errors, 'what')}
      value={textOf(typed, 'what')}
      rows={2}
    />
    <Input
      name="weeks"
      label={talkWords.weeks}
      hint={talkWords.weeksHint}
      error={errorAt(errors, 'weeks')}
      value={textOf(typed, 'weeks')}
      inputMode="numeric"
      suffix="weeks"
      class="govuk-input--width-2"
    />
    <LevelRadios
      name="agreed"
      legend={talkWords.agreed}
      hint={hopeWords.levelHint}
      errors={errors}
      typed={typed}
    />
  </>
)

export const TalkForm = ({ visit, view, errors, typed }: HopeFormProps) => {
  const { state, reader, head } = visit.ctx
  const own = eyeOf(state, reader.party) === 'person'
  return (
    <Frame title={talkWords.title} caption={TOPIC_WORDS[view.topic]} errors={errors}>
      <p class="govuk-body">{talkWords.intro}</p>
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        <Textarea
          name="tried"
          label={label(own ? talkWords.tried : talkWords.triedOther)}
          error={errorAt(errors, 'tried')}
          value={textOf(typed, 'tried')}
          rows={2}
        />
        <Textarea
          name="in-the-way"
          label={label(talkWords.inTheWay)}
          error={errorAt(errors, 'in-the-way')}
          value={textOf(typed, 'in-the-way')}
          rows={2}
        />
        <Radios
          name="answer"
          legend={{ text: talkWords.answer, class: 'govuk-fieldset__legend--m' }}
          error={errorAt(errors, 'answer')}
          value={textOf(typed, 'answer')}
          items={TALK_ANSWERS.map((value) => ({ value, text: ANSWER_CHOICES[value] }))}
        />
        <Textarea
          name="says"
          label={label(own ? talkWords.says : talkWords.saysOther)}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={3}
        />
        <TrialFields errors={errors} typed={typed} own={own} />
        <Button>{talkWords.keep}</Button>
      </form>
    </Frame>
  )
}
