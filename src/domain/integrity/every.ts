import type { Ledger } from '../contracts/ledger.ts'
import { creaming, exclusions, parking } from './choosing-people.ts'
import { easyGoals, lastMinute, markingOwnWork, relapse } from './claiming.ts'
import type { Flag, IntegrityTest } from './flag.ts'
import { LIMITS } from './limits.ts'
import { concentration, underCost } from './pricing.ts'
import { discoveries } from './statistics.ts'
import { clippedVisits, manyFaces, threshold } from './visiting.ts'

/** Every way of gaming that is looked for, in the order in which a contract lives: choosing people, claiming, visiting, pricing. */
export const ALL_TESTS: readonly IntegrityTest[] = [
  creaming,
  parking,
  exclusions,
  threshold,
  lastMinute,
  markingOwnWork,
  easyGoals,
  relapse,
  clippedVisits,
  manyFaces,
  underCost,
  concentration,
]

/**
 * A contract held against gaming. A flag has a figure beyond its limit that chance does not explain: with many tests at once
 * the share of false alarms is held. It opens a conversation, decides nothing and never changes a payment.
 * @param zone the other contracts in the same place, for how much hangs on one provider
 */
export function integrity(ledger: Ledger, zone: readonly Ledger[] = []): readonly Flag[] {
  const looks = ALL_TESTS.flatMap(({ id, ask, find }) =>
    find(ledger, zone).map((look): Flag => ({ flag: id, ask, ...look })),
  )
  const tested = looks.filter(({ chance }) => chance !== undefined)
  const stands = discoveries(
    tested.map(({ chance }) => chance ?? 1),
    LIMITS.falseDiscoveries,
  )
  const standing = new Set(tested.filter((_, index) => stands[index]))
  return looks.filter((look) => look.isBeyond && (look.chance === undefined || standing.has(look)))
}
