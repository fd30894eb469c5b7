import { type Common, hasWords, spaced, type Words } from './parts.ts'

export type NavigationItem = {
  readonly text: Words
  /** Without one, the item is words only. */
  readonly href?: string | undefined
  /** `page`: this very page. `section`: the page is somewhere inside. */
  readonly current?: 'page' | 'section' | undefined
  readonly attributes?: Common['attributes']
}

export type ServiceNavigationProps = Common & {
  readonly serviceName?: Words
  readonly serviceHref?: string | undefined
  readonly items?: readonly NavigationItem[] | undefined
  /** The names of the landmarks: of the whole, and of the list of links. */
  readonly label?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClass?: string | undefined
  readonly menuText?: string | undefined
  readonly menuLabel?: string | undefined
  /** Whether a menu button hides the links on a narrow screen, where scripts run. */
  readonly collapses?: boolean | undefined
  readonly slots?:
    | {
        readonly start?: Words
        readonly end?: Words
        /** Puts the end on the line of the navigation instead of below. */
        readonly endInline?: boolean | undefined
        readonly navigationStart?: Words
        readonly navigationEnd?: Words
      }
    | undefined
}

const Item = ({ item }: { readonly item: NavigationItem }) => {
  const current =
    item.current === undefined ? undefined : item.current === 'page' ? ('page' as const) : ('true' as const)
  // The strong tag still marks the place when a reader overrides colours or styles.
  const inside =
    current === undefined ? (
      item.text
    ) : (
      <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
    )
  return (
    <li
      class={spaced(
        'govuk-service-navigation__item',
        current !== undefined && 'govuk-service-navigation__item--active',
      )}
    >
      {item.href === undefined ? (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {inside}
        </span>
      ) : (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {inside}
        </a>
      )}
    </li>
  )
}

const ServiceName = ({ serviceName, serviceHref }: ServiceNavigationProps) =>
  hasWords(serviceName) ? (
    <span class="govuk-service-navigation__service-name">
      {serviceHref === undefined ? (
        <span class="govuk-service-navigation__text">{serviceName}</span>
      ) : (
        <a href={serviceHref} class="govuk-service-navigation__link">
          {serviceName}
        </a>
      )}
    </span>
  ) : null

const MenuButton = ({
  text,
  label,
  controls,
}: {
  readonly text: string
  readonly label: string | undefined
  readonly controls: string
}) => (
  <button
    type="button"
    class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
    aria-controls={controls}
    aria-label={label === text ? undefined : label}
    hidden
    aria-hidden="true"
  >
    {text}
  </button>
)

const Navigation = (props: ServiceNavigationProps) => {
  const { items = [], slots, menuText = 'Menu', navigationId = 'navigation' } = props
  if (items.length === 0 && !hasWords(slots?.navigationStart) && !hasWords(slots?.navigationEnd)) return null
  return (
    <nav
      aria-label={props.navigationLabel ?? menuText}
      class={spaced('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapses ?? items.length > 1) ? (
        <MenuButton text={menuText} label={props.menuLabel} controls={navigationId} />
      ) : null}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots?.navigationStart}
        {items.map((item) => (
          <Item item={item} />
        ))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  )
}

export const ServiceNavigation = (props: ServiceNavigationProps) => {
  const { slots } = props
  const inside = (
    <div
      class={spaced(
        'govuk-width-container',
        slots?.endInline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots?.start}
      <div class="govuk-service-navigation__container">
        <ServiceName {...props} />
        <Navigation {...props} />
      </div>
      {slots?.end}
    </div>
  )
  const common = {
    class: spaced('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  // With a name it is a landmark of its own; without one the navigation inside is landmark enough.
  return hasWords(props.serviceName) || hasWords(slots?.start) || hasWords(slots?.end) ? (
    <section aria-label={props.label ?? 'Service information'} {...common}>
      {inside}
    </section>
  ) : (
    <div {...common}>{inside}</div>
  )
}
