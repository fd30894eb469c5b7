import type { ComponentChildren } from 'preact'
import { BackLink } from '../../platform/govuk/back-link.tsx'
import { ErrorSummary } from '../../platform/govuk/error-summary.tsx'
import { type Answer, type Shown, page } from '../../platform/web/answer.ts'
import { type FieldError, summaryOf } from '../../platform/web/form.ts'
import { MODEL_WORDS, words } from './words.ts'
import type { AtContract } from './door.ts'

export const contractPath = (contract: string, ...parts: readonly string[]): string =>
  ['/contracts', contract, ...parts]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/')

/** The rooms of the council’s buying, in the order in which they are offered. */
const ROOMS = [
  { href: '/contracts', text: words.title },
  { href: '/market', text: 'Market' },
  { href: '/before-buying', text: 'Before buying' },
] as const

/** A page of commissioning: its rooms above it. */
export const laidBuying = (here: (typeof ROOMS)[number]['href'], shown: Shown): Answer =>
  page({
    ...shown,
    place: { text: 'Commissioning', href: '/contracts' },
    navigation: ROOMS.map(({ href, text }) => ({
      href,
      text,
      current: href === here ? ('section' as const) : undefined,
    })),
  })

/** A page within one contract, with the way back to it. */
export const laidContract = ({ opened }: AtContract, shown: Shown): Answer =>
  laidBuying('/contracts', {
    before: <BackLink href={contractPath(opened.id)}>{opened.file.contract.name}</BackLink>,
    ...shown,
  })

type HeadingProps = {
  readonly at: AtContract
  readonly title: string
  readonly caption?: string
  readonly errors?: readonly FieldError[]
  readonly children: ComponentChildren
}

/** What every page of a contract begins with: which one it is, and what has to be mended. */
export const ContractHeading = ({ at, title, caption, errors = [], children }: HeadingProps) => (
  <>
    {errors.length === 0 ? null : <ErrorSummary errors={summaryOf(errors)} />}
    <span class="govuk-caption-l">
      {title === at.opened.file.contract.name ? '' : `${at.opened.file.contract.name}, `}
      {providerOf(at)} · {MODEL_WORDS[at.ledger.award.terms.model]}
      {caption === undefined ? null : ` · ${caption}`}
    </span>
    <h1 class="govuk-heading-l">{title}</h1>
    {children}
  </>
)

export const providerOf = ({ ledger }: Pick<AtContract, 'ledger'>): string =>
  ledger.parties.get(ledger.award.provider)?.name ?? ledger.award.provider
