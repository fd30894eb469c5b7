import { type Offer, changesOf } from '../../domain/contracts/beside.ts'
import type { Ledger } from '../../domain/contracts/ledger.ts'
import { UNIT_WORDS } from '../../domain/contracts/unit-words.ts'
import { dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords } from '../../domain/money/pence.ts'
import { Table } from '../../platform/govuk/table.tsx'
import { changedWords as w } from './words.ts'

/** A price that may not be set yet. */
export const priceInWords = (amount: Pence<'unit'> | undefined): string =>
  amount === undefined ? w.noPrice : inWords(amount)

const numeric = (text: string | number) => ({ text, numeric: true as const })

type Props = { readonly ledger: Ledger; readonly offered: Offer['offered'] }

/** What an offer of new terms changes, beside what stood when it was made: the same to who offers and to who is asked. */
export const ChangedTerms = ({ ledger, offered }: Props) => {
  const { prices, groups } = changesOf(ledger, offered)
  const from = dateInWords(offered.from)
  return prices.length + groups.length === 0 ? (
    <p class="govuk-body">{w.wordsOnly}</p>
  ) : (
    <>
      {prices.length === 0 ? null : (
        <Table
          stacks
          firstCellIsHeader
          caption={`Prices from ${from}`}
          captionClass="govuk-table__caption--s"
          head={[w.what, numeric(w.was), numeric(w.will), numeric(w.sustainable)]}
          rows={prices.map(({ service, was, will, sustainable }) => [
            `${service.what}, ${UNIT_WORDS[service.unit]}`,
            numeric(priceInWords(was)),
            numeric(inWords(will)),
            numeric(priceInWords(sustainable)),
          ])}
        />
      )}
      {groups.length === 0 ? null : (
        <Table
          stacks
          firstCellIsHeader
          caption={`How many people it is paid for, from ${from}`}
          captionClass="govuk-table__caption--s"
          head={[w.who, numeric(w.was), numeric(w.will)]}
          rows={groups.map(({ group, was, will }) => [group.what, numeric(was), numeric(will)])}
        />
      )}
    </>
  )
}
