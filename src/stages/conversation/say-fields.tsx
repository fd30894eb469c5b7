import { z } from 'zod'
import { LADDER, LEVELS } from '../../domain/outcomes/ladder.ts'
import { Checkboxes } from '../../platform/govuk/checkboxes.tsx'
import { Details } from '../../platform/govuk/details.tsx'
import { Input } from '../../platform/govuk/input.tsx'
import { Radios } from '../../platform/govuk/radios.tsx'
import { Textarea } from '../../platform/govuk/textarea.tsx'
import { choices, optionalChoice, optionalText } from '../../platform/web/fields.ts'
import { type FieldError, type Values, errorAt, textOf, textsOf } from '../../platform/web/form.ts'
import { sayWords } from './words.ts'

const LEVEL_VALUES = ['0', '1', '2', '3', '4'] as const
const levelField = optionalChoice(LEVEL_VALUES).transform((value) =>
  value === undefined ? undefined : LEVELS.find((level) => String(level) === value),
)

const optionalNumber = (wrong: string, most: number) =>
  optionalText().transform((typed, context) => {
    if (typed === undefined) return undefined
    const number = Number(typed)
    if (/^\d{1,4}(\.\d{1,2})?$/.test(typed) && number <= most) return number
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })

/** How things are now, and what help it takes: the same questions for a first answer, a change, and "how is it really?". */
export const saySchema = {
  text: optionalText(),
  level: levelField,
  hoped: levelField,
  possible: levelField,
  times: optionalNumber('Times a week must be a number from 0 to 200, such as 7 or 3.5', 200),
  minutes: optionalNumber('Minutes each time must be a number from 0 to 1440, such as 45', 1440),
  people: choices(['2']).transform((chosen): 2 | undefined => (chosen.length > 0 ? 2 : undefined)),
  night: choices(['yes']).transform((chosen) => chosen.length > 0),
  varies: optionalText(),
}

export const hoursField = optionalNumber(
  'Hours a week must be a number from 0 to 168, such as 10 or 7.5',
  168,
)

type FieldsProps = {
  readonly errors: readonly FieldError[]
  readonly typed: Values
  readonly own: boolean
  readonly askHope: boolean
  readonly askPossible: boolean
  /** of who somebody is there is nothing to do, alone or with help: only their words are asked for */
  readonly askDone: boolean
  readonly textLabel?: string | undefined
  readonly textHint?: string | undefined
}

const levels = (prefix: string) =>
  LEVELS.toReversed().map((level) => ({
    value: level,
    text: LADDER[level],
    id: level === 4 ? prefix : `${prefix}-${level}`,
  }))

export const SayFields = ({ textLabel, textHint, ...props }: FieldsProps) => (
  <>
    <Textarea
      name="text"
      label={{
        text: textLabel ?? (props.own ? sayWords.textOwn : sayWords.textOther),
        class: 'govuk-label--m',
      }}
      hint={textHint ?? (props.own ? sayWords.textHint : sayWords.textHintOther)}
      error={errorAt(props.errors, 'text')}
      value={textOf(props.typed, 'text')}
      rows={4}
    />
    {props.askDone ? <DoneFields {...props} /> : null}
  </>
)

const DoneFields = ({ errors, typed, own, askHope, askPossible }: FieldsProps) => (
  <>
    <Radios
      name="level"
      legend={{ text: sayWords.level, class: 'govuk-fieldset__legend--m' }}
      error={errorAt(errors, 'level')}
      value={textOf(typed, 'level')}
      items={levels('level')}
    />
    {askHope ? (
      <Radios
        name="hoped"
        legend={{ text: own ? sayWords.hoped : sayWords.hopedOther, class: 'govuk-fieldset__legend--m' }}
        hint={own ? sayWords.hopedHint : sayWords.hopedHintOther}
        error={errorAt(errors, 'hoped')}
        value={textOf(typed, 'hoped')}
        items={levels('hoped')}
      />
    ) : null}
    {askPossible ? (
      <Radios
        name="possible"
        legend={{ text: sayWords.possible, class: 'govuk-fieldset__legend--m' }}
        hint={sayWords.possibleHint}
        error={errorAt(errors, 'possible')}
        value={textOf(typed, 'possible')}
        items={levels('possible')}
      />
    ) : null}
    <AmountFields errors={errors} typed={typed} />
  </>
)

const AmountFields = ({ errors, typed }: Pick<FieldsProps, 'errors' | 'typed'>) => (
  <>
    <Input
      name="times"
      label={{ text: sayWords.times, class: 'govuk-label--m' }}
      hint={sayWords.timesHint}
      error={errorAt(errors, 'times')}
      value={textOf(typed, 'times')}
      inputMode="decimal"
      class="govuk-input--width-4"
    />
    <Input
      name="minutes"
      label={{ text: sayWords.minutes, class: 'govuk-label--m' }}
      error={errorAt(errors, 'minutes')}
      value={textOf(typed, 'minutes')}
      inputMode="decimal"
      suffix="minutes"
      class="govuk-input--width-4"
    />
    <Details
      summary="Two helpers, nights, good days and bad days"
      open={
        textsOf(typed, 'people').length > 0 ||
        textsOf(typed, 'night').length > 0 ||
        textOf(typed, 'varies') !== ''
      }
    >
      <Checkboxes
        name="people"
        class="govuk-checkboxes--small"
        legend={sayWords.people}
        values={textsOf(typed, 'people')}
        items={[{ value: '2', text: 'Yes, two at once' }]}
      />
      <Checkboxes
        name="night"
        class="govuk-checkboxes--small"
        legend={sayWords.night}
        values={textsOf(typed, 'night')}
        items={[{ value: 'yes', text: 'Yes, at night' }]}
      />
      <Textarea
        name="varies"
        label={sayWords.varies}
        hint={sayWords.variesHint}
        error={errorAt(errors, 'varies')}
        value={textOf(typed, 'varies')}
        rows={2}
      />
    </Details>
  </>
)
