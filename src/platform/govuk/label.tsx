import { type Common, hasWords, spaced, type Words } from './parts.ts'

export type LabelProps = Common & {
  readonly children?: Words
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export const Label = ({ children, for: target, isPageHeading, class: extra, attributes }: LabelProps) => {
  if (!hasWords(children)) return null
  const label = (
    <label class={spaced('govuk-label', extra)} for={target} {...attributes}>
      {children}
    </label>
  )
  return isPageHeading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
