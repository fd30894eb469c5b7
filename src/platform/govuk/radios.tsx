import { ChoiceItem } from './choice-item.tsx'
import { type Choice, type ChoicesOptions, type Divider, isDivider, type Listed } from './choices.ts'
import { Fieldset } from './fieldset.tsx'
import { describedBy, Explained, FormGroup } from './form-group.tsx'
import { spaced } from './parts.ts'

export type RadiosProps = ChoicesOptions & {
  readonly items: Listed<Choice>
  /** The value that is chosen; none if it is undefined or empty. */
  readonly value?: string | number | undefined
}

const isChosen = (item: Choice, value: RadiosProps['value']): boolean =>
  item.checked ?? (value !== undefined && value !== '' && String(item.value) === String(value))

const Buttons = ({ props, idPrefix }: { readonly props: RadiosProps; readonly idPrefix: string }) => {
  const one = (item: Choice | Divider, index: number) =>
    isDivider(item) ? (
      <div class="govuk-radios__divider">{item.divider}</div>
    ) : (
      <ChoiceItem
        block="govuk-radios"
        choice={item}
        index={index}
        idPrefix={idPrefix}
        name={props.name}
        checked={isChosen(item, props.value)}
      />
    )
  return (
    <div class={spaced('govuk-radios', props.class)} data-module="govuk-radios" {...props.attributes}>
      {props.group?.before}
      {props.items.map((item, index) => (item ? one(item, index) : null))}
      {props.group?.after}
    </div>
  )
}

export const Radios = (props: RadiosProps) => {
  const { idPrefix = props.name, legend, fieldset, hint, error } = props
  const inside = (
    <>
      <Explained id={idPrefix} hint={hint} error={error} />
      <Buttons props={props} idPrefix={idPrefix} />
    </>
  )
  return (
    <FormGroup error={error} group={props.group}>
      {legend === undefined && fieldset === undefined ? (
        inside
      ) : (
        <Fieldset
          legend={legend}
          describedBy={describedBy(idPrefix, props, fieldset?.describedBy)}
          class={fieldset?.class}
          attributes={fieldset?.attributes}
        >
          {inside}
        </Fieldset>
      )}
    </FormGroup>
  )
}
