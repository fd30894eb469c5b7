import { chainOf } from '../../domain/contracts/chain.ts'
import type { Ledger } from '../../domain/contracts/ledger.ts'
import { FEWEST_PEOPLE } from '../../domain/contracts/guard-measures.ts'
import { funnelLimits, shrunk } from '../../domain/contracts/measures.ts'
import { type OutcomeState, outcomesFor } from '../../domain/contracts/outcomes.ts'

/** One provider’s outcomes beside what was expected of its very people. */
export type Point = {
  readonly provider: string
  /** outcomes of which it is known how they ended, with a predicted chance */
  readonly decided: number
  readonly people: number
  readonly reached: number
  /** shares, 0 to 1 */
  readonly rate: number
  readonly expected: number
  /** the rate as if its people had the mean chance of all: (observed / expected) x mean chance, 0 to 1 */
  readonly adjusted: number
  /** drawn towards the mean; given where there are fewer than 50 people */
  readonly drawn?: number
  readonly stands: 'inside' | 'outside-95' | 'outside-998'
}

/** Whose outcomes are left out of a provider’s rate, and the rate with them in it. */
export type LeftOut = {
  readonly provider: string
  readonly reached: number
  /** reached or not, as somebody said */
  readonly known: number
  /** due, and nobody has said */
  readonly notSaid: number
  readonly excluded: number
  /** not due yet: in neither rate */
  readonly notDue: number
  /** of all that were due or left out, 0 to 1; undefined where there is none */
  readonly ofAll?: number
}

export type Funnel = {
  /** what was expected of everybody, 0 to 1: the line in the middle */
  readonly mean: number
  readonly points: readonly Point[]
  readonly excluded: number
  readonly waiting: number
  /** outcomes with no predicted chance, which cannot be compared */
  readonly unpredicted: number
  readonly leftOut: readonly LeftOut[]
}

type Heap = { readonly people: Set<string>; readonly chances: number[]; reached: number; decided: number }

/** Outcomes by the provider that comes to the door, over all contracts. Undefined where nothing is known yet. */
export function funnelOf(ledgers: readonly Ledger[]): Funnel | undefined {
  const heaps = new Map<string, Heap>()
  let excluded = 0
  let waiting = 0
  let unpredicted = 0
  const counts = new Map<string, Count>()
  for (const ledger of ledgers) {
    const facts = outcomesFor(ledger.award.terms, ledger, { from: ledger.span.from, to: ledger.on })
    for (const { outcome, state } of facts) {
      const last = chainOf(ledger, outcome.person).at(-1) ?? ledger.award.provider
      const provider = ledger.parties.get(last)?.name ?? last
      count(counts, provider, placeOf(state, outcome.due <= ledger.on))
      if (state.kind === 'excluded') excluded += 1
      else if (state.kind === 'waiting') waiting += 1
      else if (outcome.chance === undefined) unpredicted += 1
      else {
        const heap = heaps.get(provider) ?? { people: new Set(), chances: [], reached: 0, decided: 0 }
        heaps.set(provider, heap)
        heap.people.add(`${ledger.contract.id} ${outcome.person}`)
        heap.chances.push(outcome.chance)
        heap.decided += 1
        if (state.kind !== 'not-reached') heap.reached += 1
      }
    }
  }
  const all = [...heaps.values()]
  const decided = all.reduce((sum, heap) => sum + heap.decided, 0)
  if (decided === 0) return undefined
  const mean = all.flatMap(({ chances }) => chances).reduce((sum, chance) => sum + chance, 0) / decided
  return {
    mean,
    excluded,
    waiting,
    unpredicted,
    leftOut: [...counts].map(([provider, of]) => leftOutOf(provider, of)),
    points: [...heaps].map(([name, heap]) => pointOf(name, heap, mean)),
  }
}

type Place = 'reached' | 'not-reached' | 'not-said' | 'not-due' | 'excluded'
type Count = Readonly<Record<Place, number>>
const NONE: Count = { reached: 0, 'not-reached': 0, 'not-said': 0, 'not-due': 0, excluded: 0 }

function placeOf(state: OutcomeState, isDue: boolean): Place {
  switch (state.kind) {
    case 'reached':
    case 'held':
      return 'reached'
    case 'not-reached':
      return 'not-reached'
    case 'excluded':
      return 'excluded'
    case 'waiting':
      return isDue ? 'not-said' : 'not-due'
  }
}

function count(counts: Map<string, Count>, provider: string, place: Place): void {
  const before = counts.get(provider) ?? NONE
  counts.set(provider, { ...before, [place]: before[place] + 1 })
}

function leftOutOf(provider: string, of: Count): LeftOut {
  const known = of.reached + of['not-reached']
  const all = known + of['not-said'] + of.excluded
  return {
    provider,
    reached: of.reached,
    known,
    notSaid: of['not-said'],
    excluded: of.excluded,
    notDue: of['not-due'],
    ...(all === 0 ? {} : { ofAll: of.reached / all }),
  }
}

function pointOf(provider: string, { people, chances, reached, decided }: Heap, mean: number): Point {
  const rate = reached / decided
  const limits = funnelLimits(chances)
  const expected = limits?.expected ?? 0
  const outside = ([low, high]: readonly [number, number] = [0, 1]) => rate < low || rate > high
  const stands = outside(limits?.limits998)
    ? 'outside-998'
    : outside(limits?.limits95)
      ? 'outside-95'
      : 'inside'
  return {
    provider,
    decided,
    people: people.size,
    reached,
    rate,
    expected,
    adjusted: expected === 0 ? rate : Math.min(1, (rate / expected) * mean),
    ...(people.size < FEWEST_PEOPLE ? { drawn: shrunk(reached, decided, expected) } : {}),
    stands,
  }
}
