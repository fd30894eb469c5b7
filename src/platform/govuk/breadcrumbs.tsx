import { type Common, spaced, type Words } from './parts.ts'

/** Without an `href` the item is the page the reader is on. */
export type Breadcrumb = {
  readonly text: Words
  readonly href?: string | undefined
  readonly attributes?: Common['attributes']
}

export type BreadcrumbsProps = Common & {
  readonly items: readonly Breadcrumb[]
  /** The landmark's name. */
  readonly label?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
}

const Item = ({ item }: { readonly item: Breadcrumb }) =>
  item.href === undefined ? (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {item.text}
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
        {item.text}
      </a>
    </li>
  )

export const Breadcrumbs = ({
  items,
  label = 'Breadcrumb',
  collapseOnMobile = false,
  class: extra,
  attributes,
}: BreadcrumbsProps) => (
  <nav
    class={spaced('govuk-breadcrumbs', extra, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
    aria-label={label}
    {...attributes}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map((item) => (
        <Item item={item} />
      ))}
    </ol>
  </nav>
)
