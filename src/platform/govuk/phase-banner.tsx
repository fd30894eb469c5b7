import { longPart, type Common, type Part, spaced, type Words } from './parts.ts'
import { Tag } from './tag.tsx'

export type PhaseBannerProps = Common & { readonly tag: Part; readonly children?: Words }

export const PhaseBanner = ({ tag, children, class: extra, attributes }: PhaseBannerProps) => {
  const { text, class: tagClass } = longPart(tag)
  return (
    <div class={spaced('govuk-phase-banner govuk-width-container', extra)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={spaced('govuk-phase-banner__content__tag', tagClass)}>{text}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
