import { type Common, spaced, type Words } from './parts.ts'

export type GenericHeaderProps = Common & {
  /** The name or mark that leads home. */
  readonly logo: Words
  readonly href?: string | undefined
  readonly containerClass?: string | undefined
  /** Stands beside the logo: who is signed in, for instance. */
  readonly children?: Words
}

/** The header of a service that is not GOV.UK's own: no crown and no logotype. */
export const GenericHeader = ({
  logo,
  href = '/',
  containerClass = 'govuk-width-container',
  children,
  class: extra,
  attributes,
}: GenericHeaderProps) => (
  <div class={spaced('govuk-generic-header', extra)} {...attributes}>
    <div class={spaced('govuk-generic-header__container', containerClass)}>
      <div class="govuk-generic-header__logo">
        <a href={href} class="govuk-generic-header__homepage-link">
          {logo}
        </a>
      </div>
      {children}
    </div>
  </div>
)
