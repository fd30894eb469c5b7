import { type Common, spaced, type Words } from './parts.ts'

export type SkipLinkProps = Common & { readonly href?: string | undefined; readonly children?: Words }

export const SkipLink = ({
  href = '#main-content',
  children = 'Skip to main content',
  class: extra,
  attributes,
}: SkipLinkProps) => (
  <a href={href} class={spaced('govuk-skip-link', extra)} data-module="govuk-skip-link" {...attributes}>
    {children}
  </a>
)
