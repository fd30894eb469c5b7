import type { ComponentChildren } from 'preact'
import { BackLink } from '../../platform/govuk/back-link.tsx'
import { ErrorSummary } from '../../platform/govuk/error-summary.tsx'
import { type Answer, type Shown, page } from '../../platform/web/answer.ts'
import { type FieldError, summaryOf } from '../../platform/web/form.ts'
import type { AtProvider } from './door.ts'
import { words } from './words.ts'
import { endWords } from './words-said.ts'

export const providerPath = (contract: string, ...parts: readonly string[]): string =>
  ['/provider', contract, ...parts].join('/')

const ROOMS = [
  { slug: '', says: words.people },
  { slug: 'paid', says: words.periods },
  { slug: 'bring', says: words.bring },
  { slug: 'invoice', says: words.invoice },
  { slug: 'end', says: endWords.room },
] as const
export type Room = (typeof ROOMS)[number]['slug']

/** A page of the provider’s room: which contract it is, and the rooms beside it. */
export const laidFor = ({ opened }: AtProvider, here: Room, shown: Shown): Answer =>
  page({
    ...shown,
    place: { text: opened.file.contract.name, href: providerPath(opened.id) },
    navigation: ROOMS.map(({ slug, says }) => ({
      text: says,
      href: slug === '' ? providerPath(opened.id) : providerPath(opened.id, slug),
      current: slug === here ? ('section' as const) : undefined,
    })),
  })

type HeadingProps = {
  readonly title: string
  readonly caption?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
  readonly children: ComponentChildren
}

export const Heading = ({ title, caption, errors = [], children }: HeadingProps) => (
  <>
    {errors.length === 0 ? null : <ErrorSummary errors={summaryOf(errors)} />}
    {caption === undefined ? null : <span class="govuk-caption-l">{caption}</span>}
    <h1 class="govuk-heading-l">{title}</h1>
    {children}
  </>
)

export const back = (href: string, says: string) => <BackLink href={href}>{says}</BackLink>
