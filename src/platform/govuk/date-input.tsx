import { Fieldset } from './fieldset.tsx'
import { describedBy, Explained, FormGroup, type QuestionOptions } from './form-group.tsx'
import { Input, type InputProps } from './input.tsx'
import type { ChoicesOptions } from './choices.ts'
import { type Common, spaced } from './parts.ts'

type DatePartName = 'day' | 'month' | 'year'

/** One box of a date, where the plain day, month and year will not do. */
export type DatePart = Common &
  Pick<InputProps, 'value' | 'id' | 'inputMode' | 'pattern' | 'autocomplete'> & {
    readonly name: string
    readonly label?: string | undefined
    /** Characters that the box is wide for. */
    readonly width?: 2 | 4 | undefined
    /** Says whether this box is at fault; if no box says so, an error falls on all of them. */
    readonly wrong?: boolean | undefined
  }

export type DateInputProps = Common &
  QuestionOptions &
  Pick<ChoicesOptions, 'legend' | 'fieldset'> & {
    readonly id: string
    /** Put before each box's name: `moved` gives `moved-day`, `moved-month` and `moved-year`. */
    readonly namePrefix?: string | undefined
    /** The boxes; day, month and year unless others are given. */
    readonly parts?: readonly DatePart[] | undefined
    /** What was typed, kept as it was typed. */
    readonly values?: Readonly<Partial<Record<DatePartName, string | number | undefined>>> | undefined
    /** The boxes that the error is about; none named, it is about them all. */
    readonly wrong?: readonly DatePartName[] | undefined
  }

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const partsOf = ({ parts, values, wrong }: DateInputProps): readonly DatePart[] =>
  parts ??
  (['day', 'month', 'year'] as const).map((name) => ({
    name,
    value: values?.[name],
    width: name === 'year' ? 4 : 2,
    wrong: wrong === undefined || wrong.length === 0 ? undefined : wrong.includes(name),
  }))

type BoxProps = {
  readonly part: DatePart
  readonly id: string
  readonly prefix: string | undefined
  readonly wrong: boolean
}

const DateBox = ({ part, id, prefix, wrong }: BoxProps) => (
  <div class="govuk-date-input__item">
    <Input
      label={{ text: part.label ?? capitalised(part.name), class: 'govuk-date-input__label' }}
      id={part.id ?? `${id}-${part.name}`}
      class={spaced(
        'govuk-date-input__input',
        wrong && 'govuk-input--error',
        part.width !== undefined && `govuk-input--width-${part.width}`,
        part.class,
      )}
      name={prefix === undefined ? part.name : `${prefix}-${part.name}`}
      value={part.value}
      inputMode={part.inputMode ?? 'numeric'}
      autocomplete={part.autocomplete}
      pattern={part.pattern}
      attributes={part.attributes}
    />
  </div>
)

export const DateInput = (props: DateInputProps) => {
  const { id, legend, fieldset, hint, error, group } = props
  const parts = partsOf(props)
  const someoneIsWrong = parts.some((part) => part.wrong === true)
  const isWrong = (part: DatePart) =>
    part.wrong === true || (part.wrong !== false && error !== undefined && !someoneIsWrong)
  const inside = (
    <>
      <Explained id={id} hint={hint} error={error} />
      <div class={spaced('govuk-date-input', props.class)} {...props.attributes} id={id}>
        {group?.before}
        {parts.map((part) => (
          <DateBox part={part} id={id} prefix={props.namePrefix} wrong={isWrong(part)} />
        ))}
        {group?.after}
      </div>
    </>
  )
  return (
    <FormGroup error={error} group={group}>
      {legend === undefined && fieldset === undefined ? (
        inside
      ) : (
        // The role makes a screen reader say the description, which it leaves out for a group of text boxes.
        <Fieldset
          legend={legend}
          role="group"
          describedBy={describedBy(id, props, fieldset?.describedBy)}
          class={fieldset?.class}
          attributes={fieldset?.attributes}
        >
          {inside}
        </Fieldset>
      )}
    </FormGroup>
  )
}
