import { HEARD, OWN_SCALE, OWN_SCALE_WORDS, itemInWords } from '../../domain/outcomes/own-scale.ts'
import { WELLBEING_AREAS } from '../../domain/outcomes/wellbeing.ts'
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
import { OnPaper } from '../../table/paper-form.tsx'
import { isThePerson } from '../../table/reader.ts'
import { heardIntro } from './heard.tsx'
import { ownItems } from './view-measures.ts'
import { heardWords, numbersWords, words } from './words-measures.ts'
import { HEARD_FORM, ownField, wellbeingForm } from './words-paper.ts'

export type MeasureFormProps = {
  readonly visit: Visit<AtTable>
  readonly errors: readonly FieldError[]
  readonly typed: Values
}

const ScaleRadios = ({
  name,
  legend,
  errors,
  typed,
}: Omit<MeasureFormProps, 'visit'> & { readonly name: string; readonly legend: string }) => (
  <Radios
    name={name}
    class="govuk-radios--small"
    legend={{ text: legend, class: 'govuk-fieldset__legend--m' }}
    error={errorAt(errors, name)}
    value={textOf(typed, name)}
    items={OWN_SCALE.toReversed().map((level) => ({ value: String(level), text: OWN_SCALE_WORDS[level] }))}
  />
)

export const WellbeingForm = ({ visit, errors, typed }: MeasureFormProps) => {
  const { state, reader, head } = visit.ctx
  const own = eyeOf(state, reader.party) === 'person'
  const form = wellbeingForm(state)
  const asked = (name: string, says: string) => numbered(form, name, says)
  return (
    <Frame title={own ? words.formTitle : words.formTitleOther(state.person.name)} errors={errors}>
      <p class="govuk-body">{words.formHint}</p>
      <OnPaper table={visit.ctx} form={form} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {own ? null : <HowTold typed={typed} form={form.number} />}
        {WELLBEING_AREAS.map((area) => (
          <ScaleRadios name={area} legend={asked(area, itemInWords(area))} errors={errors} typed={typed} />
        ))}
        {ownItems(state).map((item, place) => (
          <ScaleRadios
            name={ownField(place)}
            legend={asked(ownField(place), item)}
            errors={errors}
            typed={typed}
          />
        ))}
        <Input
          name="own"
          label={{ text: asked('own', words.own), class: 'govuk-label--m' }}
          hint={words.ownHint}
          error={errorAt(errors, 'own')}
          value={textOf(typed, 'own')}
        />
        <ScaleRadios
          name="own-level"
          legend={asked('own-level', words.ownLevel)}
          errors={errors}
          typed={typed}
        />
        <Button>{words.keep}</Button>
      </form>
    </Frame>
  )
}

export const NumbersForm = ({ visit, errors, typed }: MeasureFormProps) => (
  <Frame title={numbersWords.title} errors={errors}>
    <p class="govuk-body">{numbersWords.intro}</p>
    <form method="post" novalidate id="form">
      <FormSeal visit={visit} head={visit.ctx.head} />
      <Textarea
        name="typed"
        label={{ text: numbersWords.typed, class: 'govuk-label--m' }}
        hint={numbersWords.hint}
        error={errorAt(errors, 'typed')}
        value={textOf(typed, 'typed')}
        rows={8}
      />
      <Checkboxes
        name="licensed"
        legend={{ text: numbersWords.licenceLegend, class: 'govuk-fieldset__legend--m' }}
        error={errorAt(errors, 'licensed')}
        values={textsOf(typed, 'licensed')}
        items={[{ value: 'yes', text: numbersWords.licensed }]}
      />
      <Button>{numbersWords.keep}</Button>
    </form>
  </Frame>
)

export const HeardForm = ({ visit, errors, typed }: MeasureFormProps) => {
  const { state, reader, head } = visit.ctx
  const own = eyeOf(state, reader.party) === 'person'
  const mine = isThePerson(reader)
  return (
    <Frame title={heardWords.formTitle} errors={errors}>
      <p class="govuk-body-l">{heardIntro(visit.ctx)}</p>
      <p class="govuk-body">{heardWords.formHint}</p>
      <OnPaper table={visit.ctx} form={HEARD_FORM} />
      <form method="post" novalidate id="form">
        <FormSeal visit={visit} head={head} />
        {own ? null : <HowTold typed={typed} form={HEARD_FORM.number} />}
        {HEARD.map((item) => (
          <ScaleRadios
            name={item}
            legend={numbered(HEARD_FORM, item, itemInWords(item))}
            errors={errors}
            typed={typed}
          />
        ))}
        <Textarea
          name="says"
          label={{ text: numbered(HEARD_FORM, 'says', heardWords.says), class: 'govuk-label--m' }}
          hint={heardWords.saysHint}
          error={errorAt(errors, 'says')}
          value={textOf(typed, 'says')}
          rows={3}
        />
        <Checkboxes
          name="seen"
          legend={{ text: numbered(HEARD_FORM, 'seen', heardWords.seen), class: 'govuk-fieldset__legend--m' }}
          hint={mine ? heardWords.team : heardWords.teamOther(state.person.name)}
          values={textsOf(typed, 'seen')}
          items={[{ value: 'yes', text: mine ? heardWords.seenItem : heardWords.seenItemOther }]}
        />
        <Button>{heardWords.keep}</Button>
      </form>
    </Frame>
  )
}
