import type { VNode } from 'preact'
import type { Topic } from '../domain/outcomes/topics.ts'
import { Symbol, type SymbolName } from '../platform/govuk/symbol.tsx'
import { textOf } from '../platform/web/form.ts'
import type { Visit } from '../platform/web/page.ts'
import type { AtTable } from './at-table.ts'
import { Frame } from './frame.tsx'

/** One idea of a page in easy read: a picture, a short sentence, and what somebody said where it is about that. */
export type EasyRow = {
  readonly symbol: SymbolName
  readonly says: string
  /** what belongs to it, a short sentence each */
  readonly also?: readonly string[] | undefined
  /** somebody’s own words, as they said them */
  readonly quote?: string | undefined
  /** where to go on from here, on this site */
  readonly link?: { readonly href: string; readonly says: string } | undefined
}

/** A picture for each part of life. */
export const TOPIC_SYMBOLS: Readonly<Record<Topic, SymbolName>> = {
  nutrition: 'food',
  hygiene: 'wash',
  toilet: 'toilet',
  clothing: 'clothes',
  'home-safety': 'home',
  'home-upkeep': 'clean',
  relationships: 'group',
  'work-learning': 'work',
  community: 'bus',
  parenting: 'family',
  'about-me': 'about-me',
  strengths: 'star',
  health: 'health',
  night: 'moon',
  money: 'money',
  communication: 'talk',
  home: 'home',
  family: 'heart',
  history: 'time',
  'carer-child': 'family',
  'carer-others': 'helper',
  'carer-home': 'home',
  'carer-nutrition': 'food',
  'carer-relationships': 'group',
  'carer-work': 'work',
  'carer-community': 'bus',
  'carer-recreation': 'day-good',
}

/** Did the reader ask for this page in easy read? */
export const isEasyRead = (visit: Pick<Visit<AtTable>, 'query'>): boolean =>
  textOf(visit.query, 'as') === 'easy-read'

/** A page in easy read has the address of the page, and says so in it. */
export const easyReadOf = (path: string): string => `${path}?as=easy-read`

/** From the page to its easy read view and back: the same facts, fewer words. */
export const EasySwitch = ({ path, easy }: { readonly path: string; readonly easy: boolean }) => (
  <p class="govuk-body rt-easy-switch rt-no-print">
    <a class="govuk-link" href={easy ? path : easyReadOf(path)}>
      <Symbol name={easy ? 'list' : 'eye'} beside small />{' '}
      {easy ? 'See the whole page' : 'See this in easy read'}
    </a>
  </p>
)

const Row = ({ row: { symbol, says, also = [], quote, link } }: { readonly row: EasyRow }) => (
  <li class={link?.says === says ? 'rt-easy__row rt-no-print' : 'rt-easy__row'}>
    <Symbol name={symbol} beside />
    <div class="rt-easy__words">
      {link?.says === says ? (
        <p class="govuk-body rt-easy__words">
          <a class="govuk-link" href={link.href}>
            {says}
          </a>
        </p>
      ) : (
        <p class="govuk-body rt-easy__words">{says}</p>
      )}
      {also.map((sentence) => (
        <p class="govuk-body rt-easy__words">{sentence}</p>
      ))}
      {quote === undefined ? null : (
        <p class="govuk-body rt-easy__words">
          <q class="rt-quote">{quote}</q>
        </p>
      )}
      {link === undefined || link.says === says ? null : (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={link.href}>
            {link.says}
          </a>
        </p>
      )}
    </div>
  </li>
)

/** One idea a row, in order, so that it can be read out from top to bottom as it stands. */
export const EasyRead = ({ rows }: { readonly rows: readonly EasyRow[] }) => (
  <ol class="rt-easy">
    {rows.map((row) => (
      <Row row={row} />
    ))}
  </ol>
)

/** Rows that belong together, under a heading of their own where there is more than one such part. */
export type EasyPart = { readonly heading?: string | undefined; readonly rows: readonly EasyRow[] }

/** A page as it is in easy read: the same facts as the whole page, in its order. */
export type EasyView = {
  readonly title: string
  /** within which room, where the page is not the room itself */
  readonly caption?: string | undefined
  /** the address of the whole page */
  readonly path: string
  readonly parts: readonly EasyPart[]
}

const Part = ({ part: { heading, rows } }: { readonly part: EasyPart }) =>
  rows.length === 0 ? null : (
    <section>
      {heading === undefined ? null : <h2 class="govuk-heading-m govuk-!-margin-top-6">{heading}</h2>}
      <EasyRead rows={rows} />
    </section>
  )

export const EasyPage = ({ view: { title, caption, path, parts } }: { readonly view: EasyView }) => (
  <Frame title={title} caption={caption}>
    <EasySwitch path={path} easy />
    {parts.map((part) => (
      <Part part={part} />
    ))}
  </Frame>
)

/** The page, or its easy read view where that is asked for: one address, one guard, one look that is kept. */
export const wholeOrEasy = (
  visit: Pick<Visit<AtTable>, 'query'>,
  whole: VNode,
  easy: () => EasyView,
): VNode => (isEasyRead(visit) ? <EasyPage view={easy()} /> : whole)

/** A row, or none: for what a record may not hold. */
export const rowIf = (is: boolean, row: EasyRow): readonly EasyRow[] => (is ? [row] : [])
