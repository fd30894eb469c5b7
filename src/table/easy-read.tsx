import type { Topic } from '../domain/outcomes/topics.ts'
import { Symbol, type SymbolName } from '../platform/govuk/symbol.tsx'
import { textOf } from '../platform/web/form.ts'
import type { Visit } from '../platform/web/page.ts'
import type { AtTable } from './at-table.ts'

/** One idea of a page in easy read: a picture, a short sentence, and what somebody said where it is about that. */
export type EasyRow = {
  readonly symbol: SymbolName
  readonly says: string
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

const Row = ({ row: { symbol, says, quote, link } }: { readonly row: EasyRow }) => (
  <li class="rt-easy__row">
    <Symbol name={symbol} beside />
    <div class="rt-easy__words">
      <p class="govuk-body rt-easy__words">{says}</p>
      {quote === undefined ? null : (
        <p class="govuk-body rt-easy__words">
          <q class="rt-quote">{quote}</q>
        </p>
      )}
      {link === undefined ? null : (
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
