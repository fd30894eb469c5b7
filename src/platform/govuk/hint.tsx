import { type Common, spaced, type Words } from './parts.ts'

export type HintProps = Common & { readonly children?: Words; readonly id?: string | undefined }

export const Hint = ({ children, id, class: extra, attributes }: HintProps) => (
  <div id={id} class={spaced('govuk-hint', extra)} {...attributes}>
    {children}
  </div>
)
