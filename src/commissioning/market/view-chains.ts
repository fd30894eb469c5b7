import { chainOf } from '../../domain/contracts/chain.ts'
import { type Ledger, every, peopleOn, rateOn } from '../../domain/contracts/ledger.ts'
import { COUNCIL_DUTIES } from '../../domain/contracts/terms.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { Pence } from '../../domain/money/pence.ts'

/** One price on its way down: who pays whom, and what is left of the price above it. */
export type Link = {
  readonly from: string
  readonly to: string
  readonly service: string
  readonly people: number
  readonly paid?: Pence<'unit'>
  readonly above?: Pence<'unit'>
  readonly sustainable?: Pence<'unit'>
}

export type Chain = {
  readonly id: string
  readonly name: string
  readonly lead: string
  readonly links: readonly Link[]
  /** everybody who is supported, and who comes to them */
  readonly people: readonly { readonly person: string; readonly chain: readonly string[] }[]
  /** duties that stay with the council, whoever it pays */
  readonly council: readonly (typeof COUNCIL_DUTIES)[number][]
}

/** Contracts under which support is passed on, or could be: a lead provider’s, and any with a subcontract. */
export const chainsOf = (ledgers: readonly Ledger[], today: PlainDate): readonly Chain[] =>
  ledgers
    .filter(
      (ledger) => ledger.award.terms.model === 'lead-provider' || every(ledger, 'subcontracted').length > 0,
    )
    .map((ledger): Chain => {
      const nameOf = (party: string) => ledger.parties.get(party)?.name ?? party
      return {
        id: ledger.contract.id,
        name: ledger.contract.name,
        lead: nameOf(ledger.award.provider),
        links: linksOf(ledger, today, nameOf),
        people: peopleOn(ledger, today)
          .toSorted()
          .map((person) => ({ person, chain: chainOf(ledger, person).map(nameOf) })),
        // Whatever the terms say: the council answers for these (Care Act s5, s9, s13 and s79).
        council: COUNCIL_DUTIES,
      }
    })

function linksOf(ledger: Ledger, on: PlainDate, nameOf: (party: string) => string): readonly Link[] {
  const links = every(ledger, 'subcontracted')
  return links.flatMap((link) =>
    ledger.award.terms.services.map(({ id, what }): Link => {
      const rateOf = (from: string): Pence<'unit'> | undefined =>
        from === ledger.award.provider
          ? rateOn(ledger, { rate: 'contract', service: id }, on)?.amount
          : links.findLast(({ to }) => to === from)?.rates?.find(({ service }) => service === id)?.amount
      const paid = link.rates?.find(({ service }) => service === id)?.amount
      const above = rateOf(link.from)
      const sustainable = rateOn(ledger, { rate: 'sustainable', service: id }, on)?.amount
      return {
        from: nameOf(link.from),
        to: nameOf(link.to),
        service: what,
        people: link.people.length,
        ...(paid === undefined ? {} : { paid }),
        ...(above === undefined ? {} : { above }),
        ...(sustainable === undefined ? {} : { sustainable }),
      }
    }),
  )
}
