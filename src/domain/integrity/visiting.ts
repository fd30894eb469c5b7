import type { CareGiven, Ledger } from '../contracts/ledger.ts'
import { three } from './choosing-people.ts'
import type { IntegrityTest, Look } from './flag.ts'
import { LIMITS } from './limits.ts'
import { binomialAtLeast, continuity, mean } from './statistics.ts'

type Tally = { visits: number; short: number; planned: number; delivered: number; unlogged: number }

function tallies(care: readonly CareGiven[]): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>()
  for (const each of care) {
    const sum = found.get(each.person) ?? { visits: 0, short: 0, planned: 0, delivered: 0, unlogged: 0 }
    found.set(each.person, sum)
    sum.visits += each.visits
    sum.short += each.short
    sum.planned += each.planned
    sum.delivered += Math.min(each.delivered, each.planned)
    sum.unlogged += each.unlogged
  }
  return found
}

const total = (all: readonly Tally[], of: keyof Tally): number => all.reduce((sum, each) => sum + each[of], 0)

export const clippedVisits: IntegrityTest = {
  id: 'clipped-visits',
  looksAt: 'whether visits are cut short, and how many have no log',
  ask: 'What do people say about the visits that were short, and how is travel between visits paid?',
  find: (ledger) => {
    const people = tallies(ledger.care)
    const all = [...people.values()]
    const seen = [...people].filter(([, { visits }]) => visits >= 8)
    if (seen.length < 5) return []
    const clipped = seen.filter(([, { visits, short }]) => short / visits >= LIMITS.shortVisits)
    const share = clipped.length / seen.length
    const [planned, delivered, unlogged] = [
      total(all, 'planned'),
      total(all, 'delivered'),
      total(all, 'unlogged'),
    ]
    const logged = planned - unlogged
    const missing = planned === 0 ? 0 : unlogged / planned
    return [
      {
        value: three(share),
        limit: LIMITS.clippedPeople,
        isBeyond: share > LIMITS.clippedPeople,
        chance: binomialAtLeast(clipped.length, seen.length, LIMITS.clippedAnyway),
        because: [
          {
            says: `For ${clipped.length} of ${seen.length} people a quarter of the visits or more were under 0.8 of the time planned: ${listed(clipped.map(([person]) => person))}. Of the time that was planned and logged ${three(logged === 0 ? 0 : delivered / logged)} was given.`,
            from: [
              { name: 'planned', value: planned, unit: 'count' },
              { name: 'given', value: delivered, unit: 'count' },
              { name: 'without a log', value: unlogged, unit: 'count' },
            ],
            gives: { name: 'share of people', value: share, unit: 'share' },
          },
        ],
      },
      {
        value: three(missing),
        limit: LIMITS.missingLogs,
        isBeyond: missing > LIMITS.missingLogs,
        because: [
          {
            says: `Of the time planned, ${three(missing)} has no log: neither given nor missed.`,
            gives: { name: 'without a log', value: missing, unit: 'share' },
          },
        ],
      },
    ]
  },
}

const listed = (people: readonly string[]): string =>
  people.length === 0
    ? 'nobody'
    : people.length <= 12
      ? people.join(', ')
      : `${people.slice(0, 12).join(', ')} and ${people.length - 12} more`

export const manyFaces: IntegrityTest = {
  id: 'many-faces',
  looksAt: 'whether the same workers come to a person',
  ask: 'What keeps the same workers from coming, and whom does the person want?',
  find: (ledger) => {
    const people = new Map<string, Map<string, number>>()
    for (const { person, workers } of ledger.care) {
      const visits = people.get(person) ?? new Map<string, number>()
      people.set(person, visits)
      for (const [worker, count] of workers) visits.set(worker, (visits.get(worker) ?? 0) + count)
    }
    const scores = [...people].flatMap(([person, visits]) => {
      const score = continuity([...visits.values()])
      return score === undefined ? [] : [{ person, score, workers: visits.size }]
    })
    if (scores.length < 5) return []
    const value = mean(scores.map(({ score }) => score))
    const low = scores.filter(({ score }) => score < LIMITS.continuity)
    return [
      {
        value: three(value),
        limit: LIMITS.continuity,
        isBeyond: value < LIMITS.continuity,
        because: [
          {
            says: `Continuity over ${scores.length} people is ${three(value)} (1 where the same worker always comes); a person has ${three(mean(scores.map(({ workers }) => workers)))} workers on average. Below ${LIMITS.continuity}: ${listed(low.map(({ person }) => person))}.`,
            from: [{ name: 'people', value: scores.length, unit: 'count' }],
            gives: { name: 'continuity', value, unit: 'share' },
          },
        ],
      },
    ]
  },
}

/** Where a visit begins to count as whole, in per cent of the time planned. */
const WHOLE_FROM = 80
const AT = [WHOLE_FROM, WHOLE_FROM + 1]
/** Beside it: far enough below that what was moved up is not missing there too. */
const BESIDE = [70, 71, 72, 73, 74, 83, 84, 85, 86, 87]

export const threshold: IntegrityTest = {
  id: 'threshold',
  looksAt: 'whether visits lie just above the length from which they count, or end on round minutes',
  ask: 'Who writes down when a visit ends, and when?',
  find: (ledger) => (ledger.log === undefined ? [] : [...excess(ledger), ...heaping(ledger)]),
}

function excess({ log }: Ledger): readonly Look[] {
  const at = (percent: readonly number[]) =>
    percent.reduce((sum, each) => sum + (log?.percent.get(each) ?? 0), 0)
  const observed = at(AT)
  const expected = (at(BESIDE) / BESIDE.length) * AT.length
  if (observed + expected < 20 || expected === 0) return []
  const mass = (observed - expected) / expected
  const both = observed + at(BESIDE)
  return [
    {
      value: three(mass),
      limit: LIMITS.excessMass,
      isBeyond: mass > LIMITS.excessMass,
      chance: binomialAtLeast(observed, both, AT.length / (AT.length + BESIDE.length)),
      because: [
        {
          says: `${observed} visits took from ${WHOLE_FROM}% to under ${WHOLE_FROM + AT.length}% of the time planned, where ${three(expected)} are expected from the lengths beside: an excess of ${three(mass)}.`,
          from: [
            { name: 'visits there', value: observed, unit: 'count' },
            { name: 'expected', value: expected, unit: 'count' },
          ],
          gives: { name: 'excess mass', value: mass, unit: 'share' },
        },
      ],
    },
  ]
}

function heaping({ log }: Ledger): readonly Look[] {
  let all = 0
  let round = 0
  for (const [minutes, visits] of log?.minutes ?? []) {
    all += visits
    if (minutes % 5 === 0) round += visits
  }
  if (all < 100) return []
  const share = round / all
  return [
    {
      value: three(share),
      limit: LIMITS.heaping,
      isBeyond: share > LIMITS.heaping,
      chance: binomialAtLeast(round, all, 0.2),
      because: [
        {
          says: `${three(share)} of ${all} logged visits took a number of minutes that ends in 0 or 5; a clock gives 0.2.`,
          gives: { name: 'share', value: share, unit: 'share' },
        },
      ],
    },
  ]
}
