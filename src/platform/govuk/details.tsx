import { type Common, spaced, type Words } from './parts.ts'

export type DetailsProps = Common & {
  readonly summary: Words
  readonly children?: Words
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

export const Details = ({ summary, children, id, open, class: extra, attributes }: DetailsProps) => (
  <details id={id} class={spaced('govuk-details', extra)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
