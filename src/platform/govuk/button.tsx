import { useContext } from 'preact/hooks'
import { type Common, spaced, type Words } from './parts.ts'
import { LOOK_OVER_FIELD, WritingContext, boxesOf } from './writing.tsx'

type Look = Common & {
  readonly children: Words
  readonly id?: string | undefined
  /** Start buttons carry an arrow; their words stand in a span of their own when they hold marks. */
  readonly start?: boolean | undefined
}

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  /** Says whether a second click within a second is ignored; left out, the page's script decides. */
  readonly preventDoubleClick?: boolean | undefined
}

export type ButtonLinkProps = Look & { readonly href: string }

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

const Inside = ({ start, children }: Pick<Look, 'start' | 'children'>) => {
  if (start !== true) return <>{children}</>
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <StartIcon />
    </>
  )
}

const buttonClass = (look: Pick<Look, 'class' | 'start'>) =>
  spaced('govuk-button', look.class, look.start && 'govuk-button--start')

/** Stands after the button that sends, so that the Enter key sends. What it names is where its form has text. */
const LookOver = () => {
  const boxes = boxesOf(useContext(WritingContext))
  return boxes.length === 0 ? null : (
    <>
      {' '}
      <button
        type="submit"
        name={LOOK_OVER_FIELD}
        value={boxes.join(' ')}
        class="govuk-button govuk-button--secondary rt-look-over"
        data-module="govuk-button"
      >
        Look over my words first
      </button>
    </>
  )
}

/** A real button: it sends a form, so what it does is never a GET. The first after text boxes offers to look them over. */
export const Button = (props: ButtonProps) => (
  <>
    <OneButton {...props} />
    {(props.type ?? 'submit') === 'submit' && props.name === undefined ? <LookOver /> : null}
  </>
)

const OneButton = ({ type = 'submit', preventDoubleClick, ...props }: ButtonProps) => (
  <button
    type={type}
    value={props.value}
    name={props.name}
    disabled={props.disabled}
    aria-disabled={props.disabled === true ? 'true' : undefined}
    class={buttonClass(props)}
    data-module="govuk-button"
    data-prevent-double-click={preventDoubleClick}
    id={props.id}
    {...props.attributes}
  >
    <Inside start={props.start}>{props.children}</Inside>
  </button>
)

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = ({ href, ...props }: ButtonLinkProps) => (
  <a
    href={href}
    role="button"
    draggable={false}
    class={buttonClass(props)}
    data-module="govuk-button"
    id={props.id}
    {...props.attributes}
  >
    <Inside start={props.start}>{props.children}</Inside>
  </a>
)

/** Buttons and links side by side; under each other on a narrow screen. */
export const ButtonGroup = ({ children }: { readonly children: Words }) => (
  <div class="govuk-button-group">{children}</div>
)
