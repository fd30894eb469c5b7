import { type Common, hasWords, spaced, type Words } from './parts.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export type NotificationBannerProps = Common & {
  /** One sentence, shown large. For anything longer use the children. */
  readonly text?: Words
  readonly children?: Words
  readonly success?: boolean | undefined
  readonly title?: Words
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: HeadingLevel | undefined
  /** A success is announced at once unless told otherwise; the rest are landmarks. */
  readonly role?: 'alert' | 'region' | 'banner' | undefined
  readonly disableAutoFocus?: boolean | undefined
}

export const NotificationBanner = ({
  text,
  children,
  success = false,
  title = success ? 'Success' : 'Important',
  titleId = 'govuk-notification-banner-title',
  titleHeadingLevel = 2,
  role = success ? 'alert' : 'region',
  disableAutoFocus,
  class: extra,
  attributes,
}: NotificationBannerProps) => {
  const Heading: `h${HeadingLevel}` = `h${titleHeadingLevel}`
  return (
    <div
      class={spaced('govuk-notification-banner', success && 'govuk-notification-banner--success', extra)}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {hasWords(text) ? <p class="govuk-notification-banner__heading">{text}</p> : null}
        {children}
      </div>
    </div>
  )
}
