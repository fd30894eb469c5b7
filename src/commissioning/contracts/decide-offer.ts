import { type Beside, type OfferedEntry, offersOf } from '../../domain/contracts/beside.ts'
import { type Ledger, entryOf, every, rateOn } from '../../domain/contracts/ledger.ts'
import { type PlainDate, dateInWords } from '../../domain/dates/plain-date.ts'
import { type Pence, inWords, minus } from '../../domain/money/pence.ts'
import { UNIT_WORDS } from '../../domain/contracts/unit-words.ts'
import { offerWords as w } from './words-said.ts'

/** New terms as a buyer types them: only what changes. */
export type NewTerms = {
  readonly from: PlainDate
  readonly says: string
  readonly prices: readonly { readonly service: string; readonly amount: Pence<'unit'> }[]
  readonly groups: readonly { readonly group: string; readonly people: number }[]
}

/** What is wrong with what was typed, in which question and at which box. */
type Wrong = { readonly field: string; readonly says: string; readonly at: string }

export type OfferDecision =
  | { readonly kind: 'offered'; readonly entries: readonly OfferedEntry[] }
  | { readonly kind: 'refused'; readonly errors: readonly Wrong[] }

type Now = { readonly today: PlainDate; readonly beside: readonly Beside[] }

const wrongDay = (ledger: Ledger, from: PlainDate, today: PlainDate): string | undefined =>
  from <= today
    ? w.fromGone
    : from > ledger.span.to
      ? `${w.fromAfter} ${dateInWords(ledger.span.to)}`
      : undefined

/**
 * What is wrong with one new price: it is the one that stands, or care could not be given for it. Here no floor makes good what
 * is too low (statutory guidance 4.31): who offers terms offers what care costs, on their first day and after it.
 */
function wrongPrice(
  ledger: Ledger,
  { service, amount }: NewTerms['prices'][number],
  from: PlainDate,
): string | undefined {
  const unit = ledger.award.terms.services.find(({ id }) => id === service)?.unit ?? 'hour'
  if (rateOn(ledger, { rate: 'contract', service }, from)?.amount === amount) return w.same
  const sustainable = [
    rateOn(ledger, { rate: 'sustainable', service }, from),
    ...every(ledger, 'rate-set').filter(
      (each) => each.rate === 'sustainable' && each.service === service && each.from > from,
    ),
  ].flatMap((rate) => (rate === undefined ? [] : [rate]))
  const below = sustainable.find((rate) => rate.amount > amount)
  return below === undefined
    ? undefined
    : `${inWords(amount)} is ${inWords(minus(below.amount, amount))} ${UNIT_WORDS[unit]} below the sustainable rate of ${inWords(below.amount)}, in force from ${dateInWords(below.from)}. Offer that much or more`
}

/** Terms for days to come, offered to the provider; until it accepts, nothing of them counts. */
export function decideOffer(by: string, ledger: Ledger, asked: NewTerms, now: Now): OfferDecision {
  const { from, says, prices, groups } = asked
  const errors: Wrong[] = []
  const add = (field: string, wrong: string | undefined, at = field) =>
    wrong === undefined ? undefined : errors.push({ field, says: wrong, at })
  const hasEnded = every(ledger, 'ended').length > 0 || ledger.span.to < now.today
  if (hasEnded) return { kind: 'refused', errors: [{ field: 'form', says: w.ended, at: 'form' }] }
  if (offersOf(now.beside, now.today).some(({ state }) => state === 'waits'))
    return { kind: 'refused', errors: [{ field: 'form', says: w.waitsAlready, at: 'form' }] }
  add('from', wrongDay(ledger, from, now.today), 'from-day')
  for (const price of prices) {
    const index = ledger.award.terms.services.findIndex(({ id }) => id === price.service)
    add(`price-${index + 1}`, wrongPrice(ledger, price, from))
  }
  if (errors.length > 0) return { kind: 'refused', errors }
  return {
    kind: 'offered',
    entries: [
      { kind: 'varied', by, from, says, ...(groups.length === 0 ? {} : { groups }) },
      ...prices.map(
        ({ service, amount }): OfferedEntry => ({
          kind: 'rate-set',
          by,
          rate: 'contract',
          service,
          amount,
          from,
          source: `New terms that were offered on ${dateInWords(now.today)}, and that the provider accepted`,
        }),
      ),
    ],
  }
}

/** An offer that waits can be taken back. @returns its number, or why not */
export const openOffer = (beside: readonly Beside[], number: number, today: PlainDate): boolean =>
  offersOf(beside, today).some(({ offered, state }) => offered.number === number && state === 'waits')

/** Whether an entry of the ledger is the terms that an offer became. */
export const isInLedger = (ledger: Ledger, id: string): boolean => entryOf(ledger, 'varied', id) !== undefined
