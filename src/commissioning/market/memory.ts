import type { Ledger } from '../../domain/contracts/ledger.ts'
import type { PlainDate } from '../../domain/dates/plain-date.ts'

// What the pages of the market need of each contract, kept in memory for as long as its ledger stands as it did. What is remembered
// is what a buyer sees, and the door asks the database each time whether the reader is one.

/** How a contract stands: `stamp` changes with every entry, every party and every batch of visits. */
export type Standing = { readonly id: string; readonly stamp: string }

/** So many entries of ledgers are remembered in all: some hundreds of megabytes at the most. The ledgers used longest ago go first. */
const MOST_ENTRIES = 400_000

type Kept = {
  readonly stamp: string
  readonly on: PlainDate
  /** undefined where the contract is over, or was not awarded yet */
  readonly ledger: Ledger | undefined
}

export type MarketMemory = {
  /**
   * The ledgers of the contracts that run on a day, in the order given; only those that changed are opened.
   * @param open a contract’s ledger as known on that day; undefined where it is over
   */
  readonly ledgers: (
    standing: readonly Standing[],
    on: PlainDate,
    open: (id: string) => Promise<Ledger | undefined>,
  ) => Promise<readonly Ledger[]>
}

const sizeOf = ({ ledger }: Kept): number => 1 + (ledger?.entries.length ?? 0)

export function marketMemory(most: number = MOST_ENTRIES): MarketMemory {
  // In the order of their last use: a map keeps the order in which its keys came.
  const kept = new Map<string, Kept>()
  let size = 0
  const forget = (id: string) => {
    const known = kept.get(id)
    if (known === undefined) return
    size -= sizeOf(known)
    kept.delete(id)
  }
  const keep = (id: string, one: Kept) => {
    forget(id)
    kept.set(id, one)
    size += sizeOf(one)
    for (const [oldest] of kept) {
      if (size <= most) return
      forget(oldest)
    }
  }
  return {
    ledgers: async (standing, on, open) => {
      const found: Ledger[] = []
      for (const { id, stamp } of standing) {
        const known = kept.get(id)
        const isSame = known?.stamp === stamp && known.on === on
        const one = isSame ? known : { stamp, on, ledger: await open(id) }
        keep(id, one)
        if (one.ledger !== undefined) found.push(one.ledger)
      }
      return found
    },
  }
}
