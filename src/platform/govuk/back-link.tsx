import { type Common, spaced, type Words } from './parts.ts'

export type BackLinkProps = Common & { readonly href: string; readonly children?: Words }

export const BackLink = ({ href, children = 'Back', class: extra, attributes }: BackLinkProps) => (
  <a href={href} class={spaced('govuk-back-link', extra)} {...attributes}>
    {children}
  </a>
)
