import { type Beside, type BesideOf, type Move, movesOf, nextFor } from '../../domain/contracts/beside.ts'
import { chainOf } from '../../domain/contracts/chain.ts'
import { type Ledger, every, peopleOn } from '../../domain/contracts/ledger.ts'
import { openMatters } from '../../domain/contracts/outcomes.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { type PayPeriod, type PeriodSums, periodsOf } from './view-periods.ts'

/** Somebody under a contract that ends: who gives their support, and who does next. */
export type PersonAtEnd = {
  readonly person: string
  readonly givenBy: string
  readonly next: BesideOf<'next'> | undefined
  readonly moves: readonly Move[]
}

export const peopleAtEnd = (
  ledger: Ledger,
  beside: readonly Beside[],
  today: PlainDate,
): readonly PersonAtEnd[] =>
  peopleOn(ledger, today).map((person) => {
    const giver = chainOf(ledger, person).at(-1) ?? ledger.award.provider
    return {
      person,
      givenBy: ledger.parties.get(giver)?.name ?? giver,
      next: nextFor(beside, person),
      moves: movesOf(beside, ledger, { today, person }),
    }
  })

/** What is open when a contract ends: periods, matters that were raised, and outcomes of which nobody has said what came. */
export type StillOpen = {
  readonly periods: readonly PayPeriod[]
  readonly matters: ReturnType<typeof openMatters>
  readonly outcomes: number
}

export function stillOpen(ledger: Ledger, today: PlainDate): StillOpen {
  const said = new Set(
    [...every(ledger, 'confirmed'), ...every(ledger, 'excluded')].map(
      ({ outcome }) => ledger.byId.get(outcome)?.id,
    ),
  )
  return {
    periods: periodsOf(ledger, today).filter(({ state }) => state !== 'paid'),
    matters: openMatters(ledger, { from: ledger.span.from, to: today }),
    outcomes: every(ledger, 'outcome-agreed').filter(({ id }) => !said.has(id)).length,
  }
}

export type { PeriodSums }
