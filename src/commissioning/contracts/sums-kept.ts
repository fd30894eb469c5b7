import { setImmediate as breath, setTimeout as after } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Ledger } from '../../domain/contracts/ledger.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'
import { type PayPeriod, type PeriodSums, sumsOf } from './view-periods.ts'

// What each pay period comes to, kept in memory for as long as the ledger stands as it did. To work out a year of a contract with two
// thousand people takes seconds: it is done a period at a time, so that other pages come in between, and whoever asks waits for a
// moment only and is told that the rest is still being worked out.

/** A contract as somebody sees it whole: the buyer, or the provider that it was awarded to. They see the same. */
export type Standing = {
  readonly id: string
  readonly file: { readonly entries: { readonly length: number } }
  /** how many batches of visits have come in */
  readonly batches: number
}

/** By the first day of each period: undefined where it cannot be worked out; what is not in it is still being worked out. */
export type SumsSoFar = ReadonlyMap<PlainDate, PeriodSums | undefined>
export type SumsKept = (
  standing: Standing,
  ledger: Ledger,
  periods: readonly PayPeriod[],
) => Promise<SumsSoFar>

/** So many contracts are remembered, a few numbers each. */
const MOST_CONTRACTS = 500
/** Milliseconds that a page waits before it is shown with what there is. */
const PATIENCE = 400

type Kept = { readonly sums: Map<PlainDate, PeriodSums | undefined>; working: Promise<void> | undefined }

export function sumsKept({ patience = PATIENCE }: { readonly patience?: number } = {}): SumsKept {
  const memory = new LRUCache<string, Kept>({ max: MOST_CONTRACTS })
  return async ({ id, file, batches }, ledger, periods) => {
    const stamp = JSON.stringify([id, file.entries.length, batches, ledger.on])
    const kept: Kept = memory.get(stamp) ?? { sums: new Map(), working: undefined }
    memory.set(stamp, kept)
    const missing = periods.filter(({ from }) => !kept.sums.has(from))
    if (missing.length === 0) return kept.sums
    kept.working ??= workOut(kept.sums, ledger, missing).finally(() => {
      kept.working = undefined
    })
    // A fault is told to whoever waits for it; where nobody does any more, the next who asks meets it.
    kept.working.catch(() => undefined)
    const giveUp = new AbortController()
    try {
      await Promise.race([kept.working, after(patience, undefined, { signal: giveUp.signal })])
    } finally {
      giveUp.abort()
    }
    return kept.sums
  }
}

async function workOut(
  sums: Map<PlainDate, PeriodSums | undefined>,
  ledger: Ledger,
  periods: readonly PayPeriod[],
): Promise<void> {
  for (const period of periods) {
    sums.set(period.from, sumsOf(ledger, period))
    await breath()
  }
}
