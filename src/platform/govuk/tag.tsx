import { type Common, spaced, type Words } from './parts.ts'

export type TagProps = Common & { readonly children?: Words }

/** The words carry the meaning; a colour class such as `govuk-tag--green` only helps to find them. */
export const Tag = ({ children, class: extra, attributes }: TagProps) => (
  <strong class={spaced('govuk-tag', extra)} {...attributes}>
    {children}
  </strong>
)
