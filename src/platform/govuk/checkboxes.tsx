import { ChoiceItem } from './choice-item.tsx'
import { type Choice, type ChoicesOptions, type Divider, isDivider, type Listed } from './choices.ts'
import { Fieldset } from './fieldset.tsx'
import { describedBy, Explained, FormGroup } from './form-group.tsx'
import { spaced } from './parts.ts'

export type Checkbox = Choice & {
  /** The group's name, unless each box has its own. */
  readonly name?: string | undefined
  /** “None of these”: ticking it unticks the rest. */
  readonly exclusive?: boolean | undefined
}

export type CheckboxesProps = ChoicesOptions & {
  readonly items: Listed<Checkbox>
  /** The values that are ticked. */
  readonly values?: readonly (string | number)[] | undefined
  /** For a group without a legend. */
  readonly describedBy?: string | undefined
}

const isTicked = (item: Checkbox, values: CheckboxesProps['values'] = []): boolean =>
  item.checked ?? values.some((value) => String(value) === String(item.value))

type ListProps = {
  readonly props: CheckboxesProps
  readonly idPrefix: string
  readonly description: string | undefined
}

const Boxes = ({ props, idPrefix, description }: ListProps) => {
  const one = (item: Checkbox | Divider, index: number) =>
    isDivider(item) ? (
      <div class="govuk-checkboxes__divider">{item.divider}</div>
    ) : (
      <ChoiceItem
        block="govuk-checkboxes"
        choice={item}
        index={index}
        idPrefix={idPrefix}
        name={item.name ?? props.name}
        checked={isTicked(item, props.values)}
        describedBy={description}
        behaviour={item.exclusive === true ? 'exclusive' : undefined}
      />
    )
  return (
    <div class={spaced('govuk-checkboxes', props.class)} data-module="govuk-checkboxes" {...props.attributes}>
      {props.group?.before}
      {props.items.map((item, index) => (item ? one(item, index) : null))}
      {props.group?.after}
    </div>
  )
}

export const Checkboxes = (props: CheckboxesProps) => {
  const { idPrefix = props.name, legend, fieldset, hint, error } = props
  const given = fieldset?.describedBy ?? props.describedBy
  const inFieldset = legend !== undefined || fieldset !== undefined
  const inside = (
    <>
      <Explained id={idPrefix} hint={hint} error={error} />
      <Boxes
        props={props}
        idPrefix={idPrefix}
        description={inFieldset ? undefined : describedBy(idPrefix, props, given)}
      />
    </>
  )
  return (
    <FormGroup error={error} group={props.group}>
      {inFieldset ? (
        <Fieldset
          legend={legend}
          describedBy={describedBy(idPrefix, props, given)}
          class={fieldset?.class}
          attributes={fieldset?.attributes}
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  )
}
