import { type Common, hasWords, spaced, type Words } from './parts.ts'

export type PageLink = {
  readonly href: string
  readonly text?: Words
  /** What is on that page. */
  readonly label?: string | undefined
  readonly attributes?: Common['attributes']
}

export type NumberedPage = {
  readonly number: number | string
  readonly href: string
  readonly current?: boolean | undefined
  readonly hiddenText?: string | undefined
  readonly attributes?: Common['attributes']
}

export type PaginationProps = Common & {
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  /** Page numbers; `...` where some are left out. Without them, previous and next stand large. */
  readonly items?: readonly (NumberedPage | '...' | null)[] | undefined
  readonly landmarkLabel?: string | undefined
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

type Direction = keyof typeof ARROWS

const Arrow = ({ way }: { readonly way: Direction }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[way]} />
  </svg>
)

const usualWords = (way: Direction): Words => (
  <>
    {way === 'prev' ? 'Previous' : 'Next'}
    <span class="govuk-visually-hidden"> page</span>
  </>
)

type ArrowLinkProps = { readonly link: PageLink; readonly way: Direction; readonly block: boolean }

const ArrowLink = ({ link, way, block }: ArrowLinkProps) => (
  <div class={`govuk-pagination__${way}`}>
    <a class="govuk-link govuk-pagination__link" href={link.href} rel={way} {...link.attributes}>
      {block || way === 'prev' ? <Arrow way={way} /> : null}
      <span
        class={spaced(
          'govuk-pagination__link-title',
          block && link.label === undefined && 'govuk-pagination__link-title--decorated',
        )}
      >
        {hasWords(link.text) ? link.text : usualWords(way)}
      </span>
      {link.label !== undefined && block ? (
        <>
          {' '}
          <span class="govuk-visually-hidden">:</span>{' '}
          <span class="govuk-pagination__link-label">{link.label}</span>
        </>
      ) : null}
      {!block && way === 'next' ? <Arrow way={way} /> : null}
    </a>
  </div>
)

const PageItem = ({ item }: { readonly item: NumberedPage | '...' }) =>
  item === '...' ? (
    <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  ) : (
    <li class={spaced('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.hiddenText ?? `Page ${item.number}`}
        aria-current={item.current === true ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )

export const Pagination = ({
  previous,
  next,
  items,
  landmarkLabel = 'Pagination',
  class: extra,
  attributes,
}: PaginationProps) => {
  const block = items === undefined && (previous !== undefined || next !== undefined)
  return (
    <nav
      class={spaced('govuk-pagination', block && 'govuk-pagination--block', extra)}
      aria-label={landmarkLabel}
      {...attributes}
    >
      {previous === undefined ? null : <ArrowLink link={previous} way="prev" block={block} />}
      {items === undefined ? null : (
        <ul class="govuk-pagination__list">
          {items.map((item) => (item === null ? null : <PageItem item={item} />))}
        </ul>
      )}
      {next === undefined ? null : <ArrowLink link={next} way="next" block={block} />}
    </nav>
  )
}
