import { type Common, spaced, type Words } from './parts.ts'

export type WarningTextProps = Common & {
  readonly children?: Words
  /** Spoken in place of the exclamation mark. */
  readonly hiddenText?: string | undefined
}

export const WarningText = ({
  children,
  hiddenText = 'Warning',
  class: extra,
  attributes,
}: WarningTextProps) => (
  <div class={spaced('govuk-warning-text', extra)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{hiddenText}</span> {children}
    </strong>
  </div>
)
