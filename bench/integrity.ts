import { PLANTED, anInventedProvider } from '../src/domain/integrity/an-invented-provider.ts'
import { integrity } from '../src/domain/integrity/every.ts'
import { every } from '../src/domain/contracts/ledger.ts'
import type { Figure } from './figures.ts'

// Invented providers over many seeds: is what was planted found, and is an honest one left in peace? BENCH_SEEDS asks for fewer.

const SEEDS = Number(process.env['BENCH_SEEDS'] ?? 200)
const FOUND = 0.9
const FALSE_ALARMS = 0.05

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed + 1)

/** How many there are of what the tests count: people, outcomes, visits. */
function sizesOf(seed: number): string {
  const ledger = anInventedProvider(seed)
  const visits = ledger.care.reduce((sum, care) => sum + care.visits, 0)
  return `${every(ledger, 'referred').length} referred, ${every(ledger, 'accepted').length} accepted, ${every(ledger, 'outcome-agreed').length} outcomes, ${every(ledger, 'remeasured').length} measured again, ${visits.toLocaleString('en-GB')} visits`
}

export async function measureIntegrity(): Promise<readonly Figure[]> {
  const honest = seeds.filter((seed) => integrity(anInventedProvider(seed)).length > 0).length / SEEDS
  const planted = PLANTED.map((behaviour): Figure => {
    const found = seeds.filter((seed) =>
      integrity(anInventedProvider(seed, behaviour)).some(({ flag }) => flag === behaviour),
    ).length
    return {
      what: `${behaviour}, planted: found`,
      asked: `at least ${percent(FOUND)} of ${SEEDS}`,
      measured: percent(found / SEEDS),
      holds: found / SEEDS >= FOUND,
    }
  })
  return [
    {
      what: 'honest providers flagged for anything',
      asked: `at most ${percent(FALSE_ALARMS)} of ${SEEDS}`,
      measured: percent(honest),
      beside: `one of them: ${sizesOf(1)}`,
      holds: honest <= FALSE_ALARMS,
    },
    ...planted,
  ]
}
