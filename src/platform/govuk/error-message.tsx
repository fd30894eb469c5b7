import { type Common, spaced, type Words } from './parts.ts'

export type ErrorMessageProps = Common & {
  readonly children: Words
  readonly id?: string | undefined
  /** Spoken before the message; an empty string leaves it out. */
  readonly hiddenText?: string | undefined
}

export const ErrorMessage = ({
  children,
  id,
  hiddenText = 'Error',
  class: extra,
  attributes,
}: ErrorMessageProps) => (
  <p id={id} class={spaced('govuk-error-message', extra)} {...attributes}>
    {hiddenText === '' ? null : (
      <>
        <span class="govuk-visually-hidden">{hiddenText}:</span>{' '}
      </>
    )}
    {children}
  </p>
)
