import { type Answer, type Shown, page } from '../../platform/web/answer.ts'
import { type MarketRoom, ROOMS } from './words.ts'

/** A page of the market: the rooms of buying above it, and those of the market on it. */
export const laidMarket = (shown: Shown): Answer =>
  page({
    ...shown,
    place: { text: 'Commissioning', href: '/contracts' },
    navigation: [
      { href: '/contracts', text: 'Contracts' },
      { href: '/market', text: 'Market', current: 'section' as const },
      { href: '/before-buying', text: 'Before buying' },
    ],
  })

/** The four ways of looking at the market. */
export const Rooms = ({ here }: { readonly here: MarketRoom }) => (
  <nav class="moj-sub-navigation rt-no-print" aria-label="Ways to look at the market">
    <ul class="moj-sub-navigation__list">
      {ROOMS.map(({ slug, href, says }) => (
        <li class="moj-sub-navigation__item">
          <a
            class="moj-sub-navigation__link"
            href={href}
            aria-current={slug === here ? ('page' as const) : undefined}
          >
            {says}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const percent = (share: number | undefined): string =>
  share === undefined ? 'Not known' : `${Math.round(share * 1000) / 10}%`

/** The path of a contract’s own page. */
export const contractHref = (contract: string): string => `/contracts/${encodeURIComponent(contract)}`
