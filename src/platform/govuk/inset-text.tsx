import { type Common, spaced, type Words } from './parts.ts'

export type InsetTextProps = Common & { readonly children?: Words; readonly id?: string | undefined }

export const InsetText = ({ children, id, class: extra, attributes }: InsetTextProps) => (
  <div id={id} class={spaced('govuk-inset-text', extra)} {...attributes}>
    {children}
  </div>
)
