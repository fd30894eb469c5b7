import { type Common, type HeadingPart, hasWords, longPart, spaced, type Words } from './parts.ts'

export type FieldsetProps = Common & {
  readonly legend?: HeadingPart | undefined
  readonly children?: Words
  readonly role?: 'group' | undefined
  readonly describedBy?: string | undefined
}

const LegendLine = ({ legend }: { readonly legend: HeadingPart }) => {
  const { text, class: extra, isPageHeading } = longPart(legend)
  if (!hasWords(text)) return null
  return (
    <legend class={spaced('govuk-fieldset__legend', extra)}>
      {isPageHeading === true ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  )
}

export const Fieldset = ({
  legend,
  children,
  role,
  describedBy,
  class: extra,
  attributes,
}: FieldsetProps) => (
  <fieldset
    class={spaced('govuk-fieldset', extra)}
    role={role}
    aria-describedby={describedBy}
    {...attributes}
  >
    {legend === undefined ? null : <LegendLine legend={legend} />}
    {children}
  </fieldset>
)
