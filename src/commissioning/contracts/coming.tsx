import { type Beside, movesOf, noticeOf, offersOf } from '../../domain/contracts/beside.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { withoutNext } from './decide-end.ts'
import type { AtContract } from './door.ts'
import { contractPath } from './laid.tsx'
import { answered } from './offer.tsx'
import { ASKED_WORDS, MOVE_WORDS } from '../../table/contracts/words.ts'

type Props = { readonly at: AtContract; readonly beside: readonly Beside[] }

/** So many days after it was said a thing that is over still stands on the contract’s own page. */
const SHOWN = 5

/** What is about to change: notice, terms that are offered, and people who are passed on or handed back. */
export const Coming = ({ at, beside }: Props) => {
  const { ledger, today, opened } = at
  const notice = noticeOf(beside)
  const offers = offersOf(beside, today).slice(0, SHOWN)
  const moves = movesOf(beside, ledger, { today }).slice(0, SHOWN * 4)
  const left = notice === undefined ? 0 : withoutNext(ledger, beside, today).length
  if (notice === undefined && offers.length + moves.length === 0) return null
  return (
    <section class="rt-block">
      <h2 class="govuk-heading-m">What is about to change, and what was said of it</h2>
      <ul class="govuk-list govuk-list--bullet">
        {notice === undefined ? null : (
          <li>
            <a class="govuk-link" href={contractPath(opened.id, 'end')}>
              Notice was given
            </a>{' '}
            by {notice.name}: the last day is {dateInWords(notice.last)}.{' '}
            {left === 0
              ? 'Of everybody it is said who supports them next.'
              : `Of ${left === 1 ? '1 person' : `${left} people`} nobody has said who supports them next.`}
          </li>
        )}
        {offers.map((offer) => (
          <li>
            <a class="govuk-link" href={contractPath(opened.id, 'terms', String(offer.offered.number))}>
              New terms from {dateInWords(offer.offered.from)}
            </a>
            . {answered(offer)}
          </li>
        ))}
        {moves.map(({ moving, state }) => (
          <li>
            <a class="govuk-link" href={contractPath(opened.id, 'person', moving.person)}>
              {at.nameOf(moving.person)}
            </a>
            : {MOVE_WORDS[moving.way].toLowerCase()} from {dateInWords(moving.from)}
            {state === 'off' ? ', called off' : state === 'due' ? ', nobody has said that it happened' : ''}.{' '}
            {moving.asked === 'agrees' ? '' : `${ASKED_WORDS[moving.asked]}.`}
          </li>
        ))}
      </ul>
    </section>
  )
}
