import { chainOf } from '../../domain/contracts/chain.ts'
import { type Ledger, every, peopleOn, rateOn } from '../../domain/contracts/ledger.ts'
import { COUNCIL_DUTIES } from '../../domain/contracts/terms.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { unitsInWords } from '../../domain/contracts/care.ts'
import { needsOn } from '../../domain/contracts/tapering.ts'
import type { Span } from '../../domain/contracts/span.ts'
import { type Pence, pence } from '../../domain/money/pence.ts'
import { givenInWords, lastGiven } from './view-given.ts'

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

/** One person’s support, at the end of a chain. */
export type Supported = {
  readonly person: string
  readonly chain: readonly string[]
  /** units a week that meet their eligible needs, where the ledger says so: `12 hours` */
  readonly agreed?: string
  /** what was given in the last pay period of which it is known, and of what was planned then */
  readonly given?: { readonly days: Span; readonly says: string }
  /** the price that reaches who comes, where there is one for what they have: of each service, with the sustainable rate beside it */
  readonly prices: readonly {
    readonly service: string
    readonly paid: Pence<'unit'>
    readonly below: Pence<'unit'>
  }[]
}

export type Chain = {
  readonly id: string
  readonly name: string
  readonly lead: string
  readonly links: readonly Link[]
  /** everybody who is supported, and who comes to them */
  readonly people: readonly Supported[]
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
        people: peopleUnder(ledger, today),
        // Whatever the terms say: the council answers for these (Care Act s5, s9, s13 and s79).
        council: COUNCIL_DUTIES,
      }
    })

/** The price that a link of a chain is paid for a service: the contract’s to the first, what was passed on to the others. */
function priceTo(
  ledger: Ledger,
  { party, service, on }: { readonly party: string; readonly service: string; readonly on: PlainDate },
): Pence<'unit'> | undefined {
  return party === ledger.award.provider
    ? rateOn(ledger, { rate: 'contract', service }, on)?.amount
    : every(ledger, 'subcontracted')
        .findLast(({ to }) => to === party)
        ?.rates?.find((rate) => rate.service === service)?.amount
}

function peopleUnder(ledger: Ledger, on: PlainDate): readonly Supported[] {
  const needs = needsOn(ledger, on)
  const last = lastGiven(ledger, on)
  const unitOf = new Map(ledger.award.terms.services.map((service) => [service.id, service]))
  return peopleOn(ledger, on)
    .toSorted()
    .map((person): Supported => {
      const parties = chainOf(ledger, person)
      const amounts = needs.get(person)?.amounts
      const care = (last?.care ?? []).filter((each) => each.person === person)
      const services = new Set([...(amounts ?? []), ...care].map(({ service }) => service))
      return {
        person,
        chain: parties.map((party) => ledger.parties.get(party)?.name ?? party),
        ...(amounts === undefined
          ? {}
          : {
              agreed: amounts
                .map(({ service, units }) => unitsInWords(units, unitOf.get(service)?.unit ?? 'hour'))
                .join(', '),
            }),
        ...(last === undefined || care.length === 0
          ? {}
          : { given: { days: last.days, says: givenInWords(care, ledger) } }),
        prices: [...services].flatMap((service) => {
          const paid = priceTo(ledger, { party: parties.at(-1) ?? ledger.award.provider, service, on })
          const sustainable = rateOn(ledger, { rate: 'sustainable', service }, on)?.amount
          return paid === undefined
            ? []
            : [
                {
                  service: unitOf.get(service)?.what ?? service,
                  paid,
                  below: pence<'unit'>(Math.max(0, (sustainable ?? paid) - paid)),
                },
              ]
        }),
      }
    })
}

function linksOf(ledger: Ledger, on: PlainDate, nameOf: (party: string) => string): readonly Link[] {
  const links = every(ledger, 'subcontracted')
  return links.flatMap((link) =>
    ledger.award.terms.services.map(({ id, what }): Link => {
      const paid = link.rates?.find(({ service }) => service === id)?.amount
      const above = priceTo(ledger, { party: link.from, service: id, on })
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
