import { chainOf } from '../../domain/contracts/chain.ts'
import { type Ledger, every, peopleOn } from '../../domain/contracts/ledger.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import type { ServiceUnit } from '../../domain/contracts/terms.ts'
import { LIMITS } from '../../domain/integrity/limits.ts'
import { aWeek, worthOf } from './view-given.ts'

/** What hangs on one provider in one place: its share of the support, and whose. */
export type Share = {
  readonly provider: string
  /** of what was given in the zone, by what it is worth at the sustainable rate, 0 to 1 */
  readonly share: number
  readonly people: readonly { readonly contract: string; readonly person: string }[]
}

export type Zone = {
  readonly zone: string
  readonly shares: readonly Share[]
  /** the squares of the shares added up: 1 where one provider gives everything */
  readonly squares: number
  readonly isConcentrated: boolean
}

const NO_ZONE = 'contracts for no one place'

/** Every zone of the contracts, the most concentrated first. */
export function zonesOf(ledgers: readonly Ledger[], today: PlainDate): readonly Zone[] {
  const zones = new Map<string, Ledger[]>()
  for (const ledger of ledgers) {
    const zone = ledger.award.zone ?? NO_ZONE
    zones.set(zone, [...(zones.get(zone) ?? []), ledger])
  }
  return [...zones]
    .map(([zone, of]): Zone => {
      const shares = sharesOf(of, today)
      const largest = Math.max(0, ...shares.map(({ share }) => share))
      return {
        zone,
        shares,
        squares: shares.reduce((sum, { share }) => sum + share * share, 0),
        isConcentrated: largest > LIMITS.concentration,
      }
    })
    .toSorted((a, b) => b.squares - a.squares || (a.zone < b.zone ? -1 : 1))
}

function sharesOf(ledgers: readonly Ledger[], today: PlainDate): readonly Share[] {
  const worth = new Map<string, number>()
  const people = new Map<string, { contract: string; person: string }[]>()
  for (const ledger of ledgers) {
    const lastOf = (person: string) => {
      const last = chainOf(ledger, person).at(-1) ?? ledger.award.provider
      return ledger.parties.get(last)?.name ?? last
    }
    for (const care of ledger.care) {
      const last = lastOf(care.person)
      worth.set(last, (worth.get(last) ?? 0) + worthOf(ledger, care))
    }
    for (const person of peopleOn(ledger, today))
      people.set(lastOf(person), [
        ...(people.get(lastOf(person)) ?? []),
        { contract: ledger.contract.id, person },
      ])
  }
  const all = [...worth.values()].reduce((sum, each) => sum + each, 0)
  return [...new Set([...worth.keys(), ...people.keys()])]
    .map((provider) => ({
      provider,
      share: all === 0 ? 0 : (worth.get(provider) ?? 0) / all,
      people: people.get(provider) ?? [],
    }))
    .toSorted((a, b) => b.share - a.share)
}

/** If one provider left: everybody who would need another, over all places. */
export type Leaving = {
  readonly provider: string
  readonly contracts: readonly {
    readonly name: string
    readonly id: string
    readonly people: readonly string[]
  }[]
  readonly people: number
  /** what would have to be found for them, unit by unit, a week */
  readonly aWeek: ReadonlyMap<ServiceUnit, number>
  /** who else gives support under these contracts or in these places */
  readonly others: readonly string[]
}

function addedUp(maps: readonly ReadonlyMap<ServiceUnit, number>[]): ReadonlyMap<ServiceUnit, number> {
  const found = new Map<ServiceUnit, number>()
  for (const [unit, units] of maps.flatMap((map) => [...map])) found.set(unit, (found.get(unit) ?? 0) + units)
  return found
}

export function ifTheyLeft(ledgers: readonly Ledger[], today: PlainDate): readonly Leaving[] {
  const byProvider = new Map<string, Map<Ledger, string[]>>()
  for (const ledger of ledgers) {
    for (const person of peopleOn(ledger, today)) {
      const chain = chainOf(ledger, person)
      // Whoever passed it on answers for it: a lead that leaves takes the links below it with it.
      for (const party of chain) {
        const name = ledger.parties.get(party)?.name ?? party
        const of = byProvider.get(name) ?? new Map<Ledger, string[]>()
        byProvider.set(name, of)
        of.set(ledger, [...(of.get(ledger) ?? []), person])
      }
    }
  }
  const zoneOf = (ledger: Ledger) => ledger.award.zone ?? NO_ZONE
  return [...byProvider]
    .map(([provider, of]): Leaving => {
      const zones = new Set([...of.keys()].map(zoneOf))
      const others = ledgers
        .filter((ledger) => zones.has(zoneOf(ledger)))
        .flatMap((ledger) =>
          [ledger.award.provider, ...every(ledger, 'subcontracted').map(({ to }) => to)].map(
            (party) => ledger.parties.get(party)?.name ?? party,
          ),
        )
      return {
        provider,
        contracts: [...of].map(([{ contract }, people]) => ({ ...contract, people })),
        people: [...of.values()].reduce((sum, list) => sum + list.length, 0),
        aWeek: addedUp([...of].map(([ledger, people]) => aWeek(ledger, today, new Set(people)))),
        others: [...new Set(others)].filter((name) => name !== provider).toSorted(),
      }
    })
    .toSorted((a, b) => b.people - a.people)
}
