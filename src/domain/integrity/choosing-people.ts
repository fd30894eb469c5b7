import { addDays } from '../dates/plain-date.ts'
import { type Ledger, entryOf, every } from '../contracts/ledger.ts'
import { daysIn } from '../contracts/span.ts'
import type { IntegrityTest, Look } from './flag.ts'
import { LIMITS } from './limits.ts'
import { binomialAtLeast, correlation, logitSlope, mean, standardisedDifference } from './statistics.ts'

export const three = (value: number): number => Math.round(value * 1000) / 1000

type Referral = {
  readonly id: string
  readonly person: string
  readonly chance: number
  readonly accepted: boolean
}

function answered(ledger: Ledger): readonly Referral[] {
  const of = (kind: 'accepted' | 'declined') =>
    every(ledger, kind).flatMap(({ referral }): readonly Referral[] => {
      const referred = entryOf(ledger, 'referred', referral)
      if (referred?.chance === undefined) return []
      const { id, person, chance } = referred
      return [{ id, person, chance, accepted: kind === 'accepted' }]
    })
  return [...of('accepted'), ...of('declined')]
}

export const creaming: IntegrityTest = {
  id: 'creaming',
  looksAt: 'whether those who were accepted were likelier to succeed than those who were declined',
  ask: 'What was behind the referrals that were declined, and what would it take to accept them?',
  find: (ledger) => {
    const all = answered(ledger)
    const yes = all.filter(({ accepted }) => accepted)
    const no = all.filter(({ accepted }) => !accepted)
    if (yes.length < 5 || no.length < 5) return []
    const { difference, chance } = standardisedDifference(
      yes.map((each) => each.chance),
      no.map((each) => each.chance),
    )
    const slope = logitSlope(all.map((each) => [each.chance, each.accepted]))
    return [
      {
        value: three(difference),
        limit: LIMITS.creaming,
        isBeyond: difference > LIMITS.creaming,
        chance,
        because: [
          {
            says: `${yes.length} accepted had a predicted chance of ${three(mean(yes.map((each) => each.chance)))}, ${no.length} declined one of ${three(mean(no.map((each) => each.chance)))}: ${three(difference)} standard deviations apart. Each tenth more chance multiplies the odds of being accepted by ${three(Math.exp(slope / 10))}.`,
            from: [
              { name: 'accepted', value: yes.length, unit: 'count' },
              { name: 'declined', value: no.length, unit: 'count' },
            ],
            gives: { name: 'standardised difference', value: difference, unit: 'count' },
            entries: no.map(({ id }) => id),
          },
        ],
      },
    ]
  },
}

/** What each person got of the contact that their needs call for; hours where no referral names any. */
function contactOf(ledger: Ledger): ReadonlyMap<string, number> {
  const given = new Map<string, { delivered: number; days: number }>()
  for (const { person, delivered, from, to } of ledger.care) {
    const days = daysIn({ from, to })
    const sum = given.get(person) ?? { delivered: 0, days: 0 }
    sum.delivered += delivered
    sum.days += days
    given.set(person, sum)
  }
  // Somebody who is referred once more has the needs that were told last, also where the later referral repeats none.
  const asked = new Map<string, number>()
  for (const { person, needs } of every(ledger, 'referred')) {
    const units = (needs ?? []).reduce((total, need) => total + need.units, 0)
    if (units > 0 || !asked.has(person)) asked.set(person, units)
  }
  return new Map(
    [...asked].flatMap(([person, units]) => {
      const sum = given.get(person)
      if (sum === undefined || sum.days === 0) return []
      const weekly = (sum.delivered * 7) / sum.days
      return [[person, units > 0 ? weekly / units : weekly] as const]
    }),
  )
}

export const parking: IntegrityTest = {
  id: 'parking',
  looksAt: 'whether those who are less likely to succeed get less contact, and who got none in 30 days',
  ask: 'Who decides how often somebody is seen, and what is done for those with the least contact?',
  find: (ledger) => [...contactAgainstChance(ledger), ...noContact(ledger)],
}

function contactAgainstChance(ledger: Ledger): readonly Look[] {
  const contact = contactOf(ledger)
  const pairs = answered(ledger).flatMap(({ person, chance, accepted }) => {
    const hours = contact.get(person)
    return accepted && hours !== undefined ? [[chance, hours] as const] : []
  })
  if (pairs.length < 10) return []
  const { difference: r, chance } = correlation(pairs)
  return [
    {
      value: three(r),
      limit: LIMITS.parking,
      isBeyond: r > LIMITS.parking,
      chance,
      because: [
        {
          says: `Over ${pairs.length} people, contact goes with the predicted chance of success with a correlation of ${three(r)}.`,
          from: [{ name: 'people', value: pairs.length, unit: 'count' }],
          gives: { name: 'correlation', value: r, unit: 'count' },
        },
      ],
    },
  ]
}

function noContact(ledger: Ledger): readonly Look[] {
  const first = new Map<string, string>()
  for (const { person, from, delivered } of ledger.care)
    if (delivered > 0 && from < (first.get(person) ?? '9999')) first.set(person, from)
  const care = ledger.care.map(({ from }) => from).toSorted()
  const long = every(ledger, 'accepted').flatMap((accepted) => {
    const person = entryOf(ledger, 'referred', accepted.referral)?.person
    // Before the contract began nobody could be visited under it.
    const since = accepted.on > ledger.span.from ? accepted.on : ledger.span.from
    const until = addDays(since, LIMITS.contactDays)
    // Of days whose care the ledger does not hold nothing can be said.
    const isHeld = care[0] !== undefined && care[0] <= since && until <= ledger.on
    return person === undefined || !isHeld
      ? []
      : [{ id: accepted.id, person, none: (first.get(person) ?? '9999') > until }]
  })
  const none = long.filter((each) => each.none)
  if (long.length < 10) return []
  const share = none.length / long.length
  return [
    {
      value: three(share),
      limit: LIMITS.noContact,
      isBeyond: share > LIMITS.noContact,
      chance: binomialAtLeast(none.length, long.length, LIMITS.noContactAnyway),
      because: [
        {
          says: `${none.length} of ${long.length} people had no contact in the ${LIMITS.contactDays} days after they were accepted.`,
          gives: { name: 'share', value: share, unit: 'share' },
          entries: none.map(({ id }) => id),
        },
      ],
    },
  ]
}

export const exclusions: IntegrityTest = {
  id: 'exclusions',
  looksAt:
    'whether more outcomes are excluded than elsewhere, and whether those who were unlikely to succeed are',
  ask: 'What happened with each outcome that was excluded, and who at the council looked at it?',
  find: (ledger) => {
    const all = every(ledger, 'outcome-agreed')
    const excluded = new Set(
      every(ledger, 'excluded').flatMap(({ outcome }) => entryOf(ledger, 'outcome-agreed', outcome) ?? []),
    )
    if (all.length < 20) return []
    const rate = excluded.size / all.length
    const anyway = LIMITS.exclusionsAnyway
    const limit = anyway + 1.96 * Math.sqrt((anyway * (1 - anyway)) / all.length)
    const entries = [...excluded].map(({ id }) => id)
    return [
      {
        value: three(rate),
        limit: three(limit),
        isBeyond: rate > limit,
        chance: binomialAtLeast(excluded.size, all.length, anyway),
        because: [
          {
            says: `${excluded.size} of ${all.length} outcomes are excluded; ${anyway} would be usual, and up to ${three(limit)} by chance.`,
            from: [{ name: 'outcomes', value: all.length, unit: 'count' }],
            gives: { name: 'share', value: rate, unit: 'share' },
            entries,
          },
        ],
      },
      ...ofHardPeople(
        all.flatMap((each) => (each.chance !== undefined && !excluded.has(each) ? [each.chance] : [])),
        [...excluded].flatMap(({ chance }) => chance ?? []),
        entries,
      ),
    ]
  },
}

/** The further somebody is from reaching a threshold, the likelier their outcome is to be excluded. */
function ofHardPeople(
  kept: readonly number[],
  left: readonly number[],
  entries: readonly string[],
): readonly Look[] {
  if (kept.length < 5 || left.length < 5) return []
  const { difference, chance } = standardisedDifference(kept, left)
  return [
    {
      value: three(difference),
      limit: LIMITS.exclusionsOfHard,
      isBeyond: difference > LIMITS.exclusionsOfHard,
      chance,
      because: [
        {
          says: `Outcomes that were excluded had a predicted chance of ${three(mean(left))}, the others one of ${three(mean(kept))}: ${three(difference)} standard deviations apart.`,
          gives: { name: 'standardised difference', value: difference, unit: 'count' },
          entries,
        },
      ],
    },
  ]
}
