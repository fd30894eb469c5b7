import { type Common, hasWords, spaced, type Words } from './parts.ts'

/** One message; `href` leads to the field, for instance `#washing-level`. */
export type SummarisedError = {
  readonly text: Words
  readonly href?: string | undefined
  readonly attributes?: Common['attributes']
}

export type ErrorSummaryProps = Common & {
  readonly errors: readonly SummarisedError[]
  readonly title?: Words
  /** A sentence between the title and the list. */
  readonly children?: Words
  readonly disableAutoFocus?: boolean | undefined
}

const ErrorItem = ({ error }: { readonly error: SummarisedError }) => (
  <li>
    {error.href === undefined ? (
      error.text
    ) : (
      <a href={error.href} {...error.attributes}>
        {error.text}
      </a>
    )}
  </li>
)

export const ErrorSummary = ({
  errors,
  title = 'There is a problem',
  children,
  disableAutoFocus,
  class: extra,
  attributes,
}: ErrorSummaryProps) => (
  <div
    class={spaced('govuk-error-summary', extra)}
    data-disable-auto-focus={disableAutoFocus}
    data-module="govuk-error-summary"
    {...attributes}
  >
    {/* The alert is a child of the element that takes the focus, or some screen readers say only half of it. */}
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {hasWords(children) ? <p>{children}</p> : null}
        {errors.length > 0 ? (
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <ErrorItem error={error} />
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  </div>
)
