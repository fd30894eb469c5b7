import { type Choice, choiceId } from './choices.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { hasWords, longPart, type Part, spaced, type Words } from './parts.ts'

export type ChoiceItemProps = {
  readonly block: 'govuk-radios' | 'govuk-checkboxes'
  readonly choice: Choice
  readonly index: number
  readonly idPrefix: string
  readonly name: string
  readonly checked: boolean
  /** Given where no fieldset can carry the description. */
  readonly describedBy?: string | undefined
  readonly behaviour?: 'exclusive' | undefined
}

type InputProps = ChoiceItemProps & { readonly id: string }

const hintOf = (choice: Choice): Part | undefined =>
  choice.hint !== undefined && hasWords(longPart(choice.hint).text) ? choice.hint : undefined

const ChoiceInput = ({ id, choice, block, ...props }: InputProps) => (
  <input
    class={`${block}__input`}
    id={id}
    name={props.name}
    type={block === 'govuk-radios' ? 'radio' : 'checkbox'}
    value={choice.value}
    checked={props.checked}
    disabled={choice.disabled}
    data-aria-controls={hasWords(choice.conditional) ? `conditional-${id}` : undefined}
    data-behaviour={props.behaviour}
    aria-describedby={spaced(props.describedBy, hintOf(choice) !== undefined && `${id}-item-hint`)}
    {...choice.attributes}
  />
)

type ChoiceHintProps = { readonly id: string; readonly block: string; readonly hint: Part }

const ChoiceHint = ({ id, block, hint }: ChoiceHintProps) => {
  const { text, class: extra, attributes } = longPart(hint)
  return (
    <Hint id={`${id}-item-hint`} class={spaced(`${block}__hint`, extra)} attributes={attributes}>
      {text}
    </Hint>
  )
}

type ConditionalProps = Pick<ChoiceItemProps, 'block' | 'checked'> & {
  readonly id: string
  readonly children: Words
}

const Conditional = ({ id, block, checked, children }: ConditionalProps) => (
  <div
    class={spaced(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
    id={`conditional-${id}`}
  >
    {children}
  </div>
)

/** One radio button or tick box with its label, its hint and what it reveals. */
export const ChoiceItem = (props: ChoiceItemProps) => {
  const { block, choice, checked } = props
  const id = choiceId(props.idPrefix, choice, props.index)
  const hint = hintOf(choice)
  return (
    <>
      <div class={`${block}__item`}>
        <ChoiceInput {...props} id={id} />
        <Label
          for={id}
          class={spaced(`${block}__label`, choice.label?.class)}
          attributes={choice.label?.attributes}
        >
          {choice.text}
        </Label>
        {hint === undefined ? null : <ChoiceHint id={id} block={block} hint={hint} />}
      </div>
      {hasWords(choice.conditional) ? (
        <Conditional id={id} block={block} checked={checked}>
          {choice.conditional}
        </Conditional>
      ) : null}
    </>
  )
}
