import { type Ledger, every, rateOn } from '../../domain/contracts/ledger.ts'
import { countOf, shrunk } from '../../domain/contracts/measures.ts'
import { outcomesFor } from '../../domain/contracts/outcomes.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { continuity, mean } from '../../domain/integrity/statistics.ts'
import type { Pence } from '../../domain/money/pence.ts'

/** What one price pays for, and what came of it: price and quality are never shown apart. */
export type Price = {
  readonly contract: string
  readonly name: string
  readonly provider: string
  readonly service: string
  readonly unit: string
  /** what is paid: under the contract, or by the link of the chain before */
  readonly paid?: Pence<'unit'>
  /** passed on by whom; left out for the contract’s own price */
  readonly passedOnBy?: string
  readonly sustainable?: Pence<'unit'>
  readonly inHouse?: Pence<'unit'>
  readonly quality: Quality
}

export type Quality = {
  readonly people: number
  readonly reached: number
  readonly decided: number
  /**
   * How much better than was expected of these very people, -1 to 1, drawn towards nought where they are few; undefined where nothing
   * is known, or no chance was predicted for somebody
   */
  readonly beyond?: number
  /** of the visits planned, 0 to 1; undefined where none is known */
  readonly missed?: number
  readonly short?: number
  /** mean over people, 0 to 1; 1 where the same worker always comes */
  readonly continuity?: number
}

/** Every price in force, service by service; those that were passed on follow the contract’s own. */
export const pricesOf = (ledgers: readonly Ledger[], today: PlainDate): readonly Price[] =>
  ledgers.flatMap((ledger) => ledger.award.terms.services.flatMap(({ id }) => pricesFor(ledger, id, today)))

function pricesFor(ledger: Ledger, service: string, on: PlainDate): readonly Price[] {
  const found = ledger.award.terms.services.find(({ id }) => id === service)
  const at = (rate: 'contract' | 'sustainable' | 'in-house') => rateOn(ledger, { rate, service }, on)?.amount
  const [paid, sustainable, inHouse] = [at('contract'), at('sustainable'), at('in-house')]
  const base = {
    contract: ledger.contract.id,
    name: ledger.contract.name,
    service: found?.what ?? service,
    unit: found?.unit ?? 'hour',
    ...(sustainable === undefined ? {} : { sustainable }),
    ...(inHouse === undefined ? {} : { inHouse }),
  }
  const nameOf = (party: string) => ledger.parties.get(party)?.name ?? party
  const own: Price = {
    ...base,
    provider: nameOf(ledger.award.provider),
    ...(paid === undefined ? {} : { paid }),
    quality: qualityOf(ledger),
  }
  const passed = every(ledger, 'subcontracted').flatMap(({ from, to, rates, people }): readonly Price[] =>
    (rates ?? [])
      .filter((rate) => rate.service === service)
      .map(({ amount }) => ({
        ...base,
        provider: nameOf(to),
        paid: amount,
        passedOnBy: nameOf(from),
        quality: qualityOf(ledger, new Set(people)),
      })),
  )
  return [own, ...passed]
}

function beyondExpected(reached: number, chances: readonly number[]): number {
  const expected = mean(chances)
  return shrunk(reached, chances.length, expected) - expected
}

/** What came of it for everybody under the contract, or for some of them. */
export function qualityOf(ledger: Ledger, only?: ReadonlySet<string>): Quality {
  const counts = (person: string) => only === undefined || only.has(person)
  const facts = outcomesFor(ledger.award.terms, ledger, { from: ledger.span.from, to: ledger.on })
  const { decided, reached, chances } = countOf(facts.filter(({ outcome }) => counts(outcome.person)))
  const care = ledger.care.filter(({ person }) => counts(person))
  const visits = care.reduce((sum, each) => sum + each.visits, 0)
  const share = (of: 'missed' | 'short') => care.reduce((sum, each) => sum + each[of], 0) / visits
  const workers = new Map<string, Map<string, number>>()
  for (const { person, workers: of } of care) {
    const own = workers.get(person) ?? new Map<string, number>()
    workers.set(person, own)
    for (const [worker, count] of of) own.set(worker, (own.get(worker) ?? 0) + count)
  }
  const scores = [...workers.values()].flatMap((own) => continuity([...own.values()]) ?? [])
  return {
    people: workers.size,
    reached,
    decided,
    ...(decided === 0 || chances.length < decided ? {} : { beyond: beyondExpected(reached, chances) }),
    ...(visits === 0 ? {} : { missed: share('missed'), short: share('short') }),
    ...(scores.length === 0 ? {} : { continuity: mean(scores) }),
  }
}

/** A price as a point: shares, such as 0.05 for 5% more. */
export type Beside = {
  /** which of the prices it is */
  readonly at: number
  readonly provider: string
  /** than the sustainable rate */
  readonly dearer: number
  /** than was expected of these very people, drawn towards nought where they are few */
  readonly better: number
}

/** The prices of which both are known: how far from the sustainable rate, and how far from what was expected. */
export const besideEachOther = (prices: readonly Price[]): readonly Beside[] =>
  prices.flatMap(({ provider, paid, sustainable, quality: { beyond } }, at) =>
    paid === undefined || sustainable === undefined || sustainable === 0 || beyond === undefined
      ? []
      : [{ at, provider, dearer: (paid - sustainable) / sustainable, better: beyond }],
  )
