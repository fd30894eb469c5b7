import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import {
  type Common,
  type ErrorPart,
  type HeadingPart,
  longPart,
  type Part,
  spaced,
  type Words,
} from './parts.ts'

/** What every question takes, whatever it is answered with. */
export type QuestionOptions = {
  readonly hint?: Part | undefined
  /** What is wrong with the answer, and how to put it right. */
  readonly error?: ErrorPart | undefined
  readonly group?:
    | (Common & {
        /** Stands directly before the input, or before the first of them. */
        readonly before?: Words
        /** Stands directly after the input, or after the last of them. */
        readonly after?: Words
      })
    | undefined
}

/** What a question takes that is answered in a single box. */
export type BoxOptions = Common &
  QuestionOptions & {
    readonly label: HeadingPart
    readonly name: string
    /** The name, unless another is given. */
    readonly id?: string | undefined
    readonly describedBy?: string | undefined
    readonly disabled?: boolean | undefined
    readonly autocomplete?: string | undefined
    readonly spellcheck?: boolean | undefined
  }

type FormGroupProps = Pick<QuestionOptions, 'error' | 'group'> & { readonly children: Words }

export const FormGroup = ({ error, group, children }: FormGroupProps) => (
  <div
    class={spaced('govuk-form-group', error !== undefined && 'govuk-form-group--error', group?.class)}
    {...group?.attributes}
  >
    {children}
  </div>
)

/** The ids that an input is described by: those given, then its hint, then its error. */
export const describedBy = (
  id: string,
  { hint, error }: Pick<QuestionOptions, 'hint' | 'error'>,
  given?: string,
): string | undefined =>
  spaced(given, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)

type ExplainedProps = Pick<QuestionOptions, 'hint' | 'error'> & { readonly id: string }

const HintLine = ({ id, hint }: { readonly id: string; readonly hint: Part }) => {
  const { text, ...look } = longPart(hint)
  return (
    <Hint id={`${id}-hint`} class={look.class} attributes={look.attributes}>
      {text}
    </Hint>
  )
}

const ErrorLine = ({ id, error }: { readonly id: string; readonly error: ErrorPart }) => {
  const { text, hiddenText, ...look } = longPart(error)
  return (
    <ErrorMessage id={`${id}-error`} hiddenText={hiddenText} class={look.class} attributes={look.attributes}>
      {text}
    </ErrorMessage>
  )
}

/** A question's hint and its error, under the ids that `describedBy` names. */
export const Explained = ({ id, hint, error }: ExplainedProps) => (
  <>
    {hint === undefined ? null : <HintLine id={id} hint={hint} />}
    {error === undefined ? null : <ErrorLine id={id} error={error} />}
  </>
)

export const LabelLine = ({ target, label }: { readonly target: string; readonly label: HeadingPart }) => {
  const { text, isPageHeading, ...look } = longPart(label)
  return (
    <Label for={target} isPageHeading={isPageHeading} class={look.class} attributes={look.attributes}>
      {text}
    </Label>
  )
}
