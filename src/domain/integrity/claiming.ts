import { type PlainDate, addDays, addMonths, daysBetween } from '../dates/plain-date.ts'
import { goalAttainment } from '../contracts/measures.ts'
import type { ContractEntryOf } from '../contracts/entries.ts'
import { type Ledger, entryOf, every } from '../contracts/ledger.ts'
import { type Span, daysIn } from '../contracts/span.ts'
import type { Terms } from '../contracts/terms.ts'
import { three } from './choosing-people.ts'
import type { IntegrityTest, Look } from './flag.ts'
import { LIMITS } from './limits.ts'
import { binomialAtLeast, mean, meanAboveNought, normalAbove } from './statistics.ts'

const MONTHS: Readonly<Record<Exclude<Terms['settled'], 'week'>, number>> = { month: 1, quarter: 3, year: 12 }

/** The pay period in which a day lies, counted from the contract's first day. */
export function payPeriodOf(ledger: Ledger, day: PlainDate): Span {
  const { settled } = ledger.award.terms
  const start = ledger.award.from
  if (settled === 'week') {
    const from = addDays(start, 7 * Math.floor(daysBetween(start, day) / 7))
    return { from, to: addDays(from, 6) }
  }
  const months = MONTHS[settled]
  let number = Math.floor(daysBetween(start, day) / (31 * months))
  while (addMonths(start, (number + 1) * months) <= day) number += 1
  return { from: addMonths(start, number * months), to: addDays(addMonths(start, (number + 1) * months), -1) }
}

export const lastMinute: IntegrityTest = {
  id: 'last-minute',
  looksAt: 'whether claims come in the last tenth of a pay period',
  ask: 'Why do so many outcomes come just before the period ends?',
  find: (ledger) => {
    const claims = every(ledger, 'claimed').filter(({ on }) => on >= ledger.award.from)
    if (claims.length < 20) return []
    let expected = 0
    const late = claims.filter(({ on }) => {
      const period = payPeriodOf(ledger, on)
      const last = Math.max(1, Math.round(daysIn(period) * LIMITS.lastPart))
      expected += last / daysIn(period)
      return daysBetween(on, period.to) < last
    })
    const share = late.length / claims.length
    const anyway = expected / claims.length
    return [
      {
        value: three(share),
        limit: LIMITS.lastMinute,
        isBeyond: share > LIMITS.lastMinute,
        chance: binomialAtLeast(late.length, claims.length, anyway),
        because: [
          {
            says: `${late.length} of ${claims.length} claims came in the last tenth of a period; ${three(anyway)} would by chance.`,
            from: [{ name: 'claims', value: claims.length, unit: 'count' }],
            gives: { name: 'share', value: share, unit: 'share' },
            entries: late.map(({ id }) => id),
          },
        ],
      },
    ]
  },
}

/** The last entry of a kind for each outcome. */
function byOutcome<K extends 'claimed' | 'confirmed' | 'remeasured'>(
  ledger: Ledger,
  kind: K,
): ReadonlyMap<string, ContractEntryOf<K>> {
  const found = new Map<string, ContractEntryOf<K>>()
  for (const entry of every(ledger, kind)) {
    const outcome = entryOf(ledger, 'outcome-agreed', entry.outcome)
    if (outcome !== undefined) found.set(outcome.id, entry)
  }
  return found
}

export const markingOwnWork: IntegrityTest = {
  id: 'marking-own-work',
  looksAt: 'whether the provider scores higher than the person does, or than an independent re-measure finds',
  ask: 'How does the provider come to its scores, and who is with the person when they are asked?',
  find: (ledger) => {
    const claimed = byOutcome(ledger, 'claimed')
    const confirmed = byOutcome(ledger, 'confirmed')
    const remeasured = byOutcome(ledger, 'remeasured')
    return [
      ...above(claimed, confirmed, 'what the person says'),
      ...above(claimed, remeasured, 'an independent re-measure'),
      ...notFound(confirmed, remeasured),
    ]
  },
}

type Scored = { readonly id: string; readonly level?: number | undefined }

function above(
  own: ReadonlyMap<string, Scored>,
  others: ReadonlyMap<string, Scored>,
  what: string,
): readonly Look[] {
  const pairs = [...own].flatMap(([outcome, claim]) => {
    const other = others.get(outcome)
    return claim.level === undefined || other?.level === undefined
      ? []
      : [{ gap: claim.level - other.level, entries: [claim.id, other.id] }]
  })
  if (pairs.length < 10) return []
  const { difference, chance } = meanAboveNought(pairs.map(({ gap }) => gap))
  return [
    {
      value: three(difference),
      limit: LIMITS.ownWork,
      isBeyond: difference > LIMITS.ownWork,
      chance,
      because: [
        {
          says: `Over ${pairs.length} outcomes the provider’s score lies ${three(difference)} levels above ${what}.`,
          from: [{ name: 'outcomes', value: pairs.length, unit: 'count' }],
          gives: { name: 'levels above', value: difference, unit: 'level' },
          entries: pairs.filter(({ gap }) => gap > 0).flatMap(({ entries }) => entries),
        },
      ],
    },
  ]
}

function notFound(
  confirmed: ReadonlyMap<string, ContractEntryOf<'confirmed'>>,
  remeasured: ReadonlyMap<string, ContractEntryOf<'remeasured'>>,
): readonly Look[] {
  const seen = [...remeasured].filter(
    ([outcome, { reached }]) => reached !== undefined && confirmed.get(outcome)?.reached === true,
  )
  const lost = seen.filter(([, { reached }]) => reached === false)
  if (seen.length < 10) return []
  const share = lost.length / seen.length
  return [
    {
      value: three(share),
      limit: LIMITS.notFound,
      isBeyond: share > LIMITS.notFound,
      chance: binomialAtLeast(lost.length, seen.length, LIMITS.notFound),
      because: [
        {
          says: `Of ${seen.length} outcomes that were measured again, ${lost.length} were not found.`,
          gives: { name: 'share', value: share, unit: 'share' },
          entries: lost.map(([, { id }]) => id),
        },
      ],
    },
  ]
}

export const easyGoals: IntegrityTest = {
  id: 'easy-goals',
  looksAt: 'whether goals are attained so often that they may have been set too low',
  ask: 'How are goals set, and does the person hope for more than they say?',
  find: (ledger) => {
    const confirmed = byOutcome(ledger, 'confirmed')
    const packages = new Map<string, { weight: number; attained: number }[]>()
    for (const { id, package: name, weight } of every(ledger, 'outcome-agreed')) {
      const attained = confirmed.get(id)?.attained
      if (attained === undefined) continue
      const goals = packages.get(name)
      if (goals === undefined) packages.set(name, [{ weight, attained }])
      else goals.push({ weight, attained })
    }
    const scores = [...packages.values()].flatMap((goals) => goalAttainment(goals) ?? [])
    if (scores.length < 10) return []
    const value = mean(scores)
    const z = (value - LIMITS.goals) / (10 / Math.sqrt(scores.length))
    return [
      {
        value: three(value),
        limit: LIMITS.easyGoals,
        isBeyond: value > LIMITS.easyGoals,
        chance: normalAbove(z),
        because: [
          {
            says: `Mean goal attainment over ${scores.length} people is ${three(value)}, where 50 is as hoped for: z = ${three(z)}.`,
            from: [{ name: 'people', value: scores.length, unit: 'count' }],
            gives: { name: 'goal attainment', value, unit: 'count' },
          },
        ],
      },
    ]
  },
}

export const relapse: IntegrityTest = {
  id: 'relapse',
  looksAt: 'whether people need support again within 91 days of an outcome that was reached',
  ask: 'What would have helped these people to stay as they were?',
  find: (ledger) => {
    const referrals = new Map<string, { readonly id: string; readonly on: PlainDate }[]>()
    for (const { id, person, on } of every(ledger, 'referred')) {
      const list = referrals.get(person)
      if (list === undefined) referrals.set(person, [{ id, on }])
      else list.push({ id, on })
    }
    const last = new Map<string, PlainDate>()
    for (const [outcome, { reached, on }] of byOutcome(ledger, 'confirmed')) {
      const person = entryOf(ledger, 'outcome-agreed', outcome)?.person
      if (reached && person !== undefined && on > (last.get(person) ?? '')) last.set(person, on)
    }
    const long = [...last].filter(([, on]) => addDays(on, LIMITS.relapseDays) <= ledger.on)
    const again = long.flatMap(([person, on]) => {
      const back = (referrals.get(person) ?? []).find(
        (each) => each.on > on && daysBetween(on, each.on) <= LIMITS.relapseDays,
      )
      return back === undefined ? [] : [back.id]
    })
    if (long.length < 10) return []
    const share = again.length / long.length
    return [
      {
        value: three(share),
        limit: LIMITS.relapse,
        isBeyond: share > LIMITS.relapse,
        chance: binomialAtLeast(again.length, long.length, LIMITS.relapse),
        because: [
          {
            says: `${again.length} of ${long.length} people were referred again within ${LIMITS.relapseDays} days of an outcome that they reached.`,
            gives: { name: 'share', value: share, unit: 'share' },
            entries: again,
          },
        ],
      },
    ]
  },
}
