import { type BoxOptions, describedBy, Explained, FormGroup, LabelLine } from './form-group.tsx'
import { type Common, spaced } from './parts.ts'

export type SelectOption = {
  readonly text: string | number
  /** The text, unless another is given. */
  readonly value?: string | number | undefined
  /** Goes before the `value` of the whole select. */
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Common['attributes']
}

export type SelectProps = Omit<BoxOptions, 'spellcheck' | 'autocomplete'> & {
  readonly options: readonly SelectOption[]
  /** The value of the option that is chosen; none if it is undefined or empty. */
  readonly value?: string | number | undefined
}

const isSelected = (option: SelectOption, value: string | number | undefined): boolean =>
  option.selected ??
  (value !== undefined && value !== '' && String(option.value ?? option.text) === String(value))

export const Select = (props: SelectProps) => {
  const { id = props.name, label, group, options } = props
  return (
    <FormGroup error={props.error} group={group}>
      <LabelLine target={id} label={label} />
      <Explained id={id} hint={props.hint} error={props.error} />
      {group?.before}
      <select
        class={spaced('govuk-select', props.class, props.error !== undefined && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props, props.describedBy)}
        {...props.attributes}
      >
        {options.map((option) => (
          <option
            value={option.value}
            selected={isSelected(option, props.value)}
            disabled={option.disabled}
            {...option.attributes}
          >
            {option.text}
          </option>
        ))}
      </select>
      {group?.after}
    </FormGroup>
  )
}
