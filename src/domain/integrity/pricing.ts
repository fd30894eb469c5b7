import { chainOf } from '../contracts/chain.ts'
import { type Ledger, every, rateOn } from '../contracts/ledger.ts'
import { countOf } from '../contracts/measures.ts'
import { outcomesFor } from '../contracts/outcomes.ts'
import { inWords, poundsOf } from '../money/pence.ts'
import { three } from './choosing-people.ts'
import type { IntegrityTest, Look } from './flag.ts'
import { LIMITS } from './limits.ts'

export const underCost: IntegrityTest = {
  id: 'under-cost',
  looksAt:
    'whether an hour is paid below the council’s published sustainable rate, down to the last subcontract',
  ask: 'What does an hour of this support cost, and who pays for what the price does not?',
  find: (ledger) =>
    ledger.award.terms.services.flatMap(({ id, what }): readonly Look[] => {
      const on = ledger.on < ledger.span.to ? ledger.on : ledger.span.to
      const sustainable = rateOn(ledger, { rate: 'sustainable', service: id }, on)
      const paid = rateOn(ledger, { rate: 'contract', service: id }, on)
      if (sustainable === undefined) return []
      const beside = besideInHouse(ledger, id, on)
      const look = (amount: number, who: string, entry: string): Look => ({
        value: amount / 100,
        limit: poundsOf(sustainable.amount),
        isBeyond: amount < sustainable.amount,
        because: [
          {
            says: `${what}, ${who}: £${(amount / 100).toFixed(2)}; the sustainable rate is ${inWords(sustainable.amount)}.${beside}`,
            from: [{ name: 'sustainable', value: sustainable.amount, unit: 'pence-once' }],
            gives: { name: 'paid', value: amount, unit: 'pence-once' },
            entries: [entry, sustainable.id],
          },
        ],
      })
      return [
        ...(paid === undefined ? [] : [look(paid.amount, 'under the contract', paid.id)]),
        ...every(ledger, 'subcontracted').flatMap(({ id: entry, to, rates }) =>
          (rates ?? [])
            .filter(({ service }) => service === id)
            .map(({ amount }) => look(amount, `passed on to ${nameOf(ledger, to)}`, entry)),
        ),
      ]
    }),
}

const nameOf = (ledger: Ledger, party: string): string => ledger.parties.get(party)?.name ?? party

/** In-house against bought: the price and what came of it, side by side. */
function besideInHouse(ledger: Ledger, service: string, on: Ledger['on']): string {
  const own = rateOn(ledger, { rate: 'in-house', service }, on)
  if (own === undefined) return ''
  const { decided, reached } = countOf(
    outcomesFor(ledger.award.terms, ledger, { from: ledger.span.from, to: on }),
  )
  const outcome =
    decided === 0 ? 'nothing is known yet of outcomes' : `${reached} of ${decided} outcomes were reached`
  return ` The council’s own service costs ${inWords(own.amount)}; under this contract ${outcome}.`
}

export const concentration: IntegrityTest = {
  id: 'concentration',
  looksAt: 'how much of a zone’s support hangs on one provider, and how many people would need another',
  ask: 'What would happen to these people if the provider left, and who else could support them?',
  find: (ledger, zone) => {
    const all = [ledger, ...zone]
    const hours = new Map<string, { name: string; units: number; people: Set<string> }>()
    for (const each of all)
      for (const { person, delivered } of each.care) {
        const id = chainOf(each, person).at(-1) ?? each.award.provider
        const sum = hours.get(id) ?? { name: nameOf(each, id), units: 0, people: new Set<string>() }
        hours.set(id, sum)
        sum.units += delivered
        sum.people.add(person)
      }
    const total = [...hours.values()].reduce((sum, { units }) => sum + units, 0)
    // One provider under one contract says nothing about the zone.
    if (total === 0 || (zone.length === 0 && hours.size < 2)) return []
    const largest = [...hours.values()].toSorted((a, b) => b.units - a.units)[0]
    if (largest === undefined) return []
    const squares = [...hours.values()].reduce((sum, { units }) => sum + (units / total) ** 2, 0)
    const share = largest.units / total
    const shares = [...hours.values()].map(
      ({ name, units, people }) => `${name} ${three(units / total)} (${people.size} people)`,
    )
    return [
      {
        value: three(share),
        limit: LIMITS.concentration,
        isBeyond: share > LIMITS.concentration,
        because: [
          {
            says: `${largest.name} gives ${three(share)} of the support; if it left, ${largest.people.size} people would need another provider. In all: ${shares.join('; ')}. The squares of the shares add up to ${three(squares)}.`,
            from: [{ name: 'providers', value: hours.size, unit: 'count' }],
            gives: { name: 'share', value: share, unit: 'share' },
          },
        ],
      },
    ]
  },
}
