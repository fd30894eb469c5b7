import { type Ledger, entryOf, every } from '../contracts/ledger.ts'
import { FLAGS, type FlagId } from './flag.ts'
import { LIMITS } from './limits.ts'

/** Standard deviations above which 2% and 10% of a normal lie: a false alarm in 50, and 9 in 10 of what is there is seen. */
const Z_ALARM = 2.0537
const Z_SEEN = 1.2816

/** So many are needed to tell one share from another with these odds. */
export const neededForShare = (anyway: number, planted: number): number =>
  Math.ceil(
    ((Z_ALARM * Math.sqrt(anyway * (1 - anyway)) + Z_SEEN * Math.sqrt(planted * (1 - planted))) /
      (planted - anyway)) **
      2,
  )

/** So many are needed to tell a mean from nought, where it lies so many standard deviations away. */
export const neededForMean = (difference: number): number => Math.ceil(((Z_ALARM + Z_SEEN) / difference) ** 2)

/**
 * What a test can see: with `needs` of what it counts it finds a pattern of the size in `sees` in 9 of 10 contracts, and calls an
 * honest one in 1 of 50. With `has` fewer it may stay silent whatever is there: silence is then no sign that all is well.
 */
export type Resolution = {
  readonly flag: FlagId
  readonly counts: string
  readonly has: number
  /** left out where the figure is plain fact, which needs no numbers to be seen */
  readonly needs?: number
  readonly sees: string
}

/** A standard deviation of the gap between two scores of the same outcome on the ladder (our choice). */
const SPREAD_OF_SCORES = 0.8

const answered = (ledger: Ledger, kind: 'accepted' | 'declined'): number =>
  every(ledger, kind).filter(({ referral }) => entryOf(ledger, 'referred', referral)?.chance !== undefined)
    .length

function people(
  ledger: Ledger,
  counts: (referred: { readonly chance?: number | undefined }) => boolean,
): number {
  const cared = new Set(ledger.care.map(({ person }) => person))
  return new Set(
    every(ledger, 'referred').flatMap((referred) =>
      cared.has(referred.person) && counts(referred) ? [referred.person] : [],
    ),
  ).size
}

/** The lengths that the test of the threshold compares: 70 to 74% and 83 to 87% of the time planned, and 80 and 81%. */
const nearThreshold = ({ log }: Ledger): number =>
  [70, 71, 72, 73, 74, 80, 81, 83, 84, 85, 86, 87].reduce((sum, at) => sum + (log?.percent.get(at) ?? 0), 0)

function scoredTwice(ledger: Ledger): number {
  const own = new Set(
    every(ledger, 'claimed').flatMap(({ outcome, level }) => (level === undefined ? [] : [outcome])),
  )
  return new Set(
    every(ledger, 'confirmed').flatMap(({ outcome, level }) =>
      level !== undefined && own.has(outcome) ? [outcome] : [],
    ),
  ).size
}

/** As the tests of visits count: from eight on. */
function withVisits(ledger: Ledger): number {
  const visits = new Map<string, number>()
  for (const care of ledger.care) visits.set(care.person, (visits.get(care.person) ?? 0) + care.visits)
  return [...visits.values()].filter((count) => count >= 8).length
}

type Counted = Omit<Resolution, 'flag' | 'has'> & { readonly has: (ledger: Ledger) => number }

const TESTS: Readonly<Record<FlagId, Counted>> = {
  creaming: {
    counts: 'referrals of the smaller group, accepted or declined, with a predicted chance',
    has: (ledger) => Math.min(answered(ledger, 'accepted'), answered(ledger, 'declined')),
    needs: 2 * neededForMean(0.5),
    sees: 'a gap of half a standard deviation in the chance of success',
  },
  parking: {
    counts: 'people with a predicted chance and care',
    has: (ledger) => people(ledger, ({ chance }) => chance !== undefined),
    needs: neededForMean(Math.atanh(0.4)) + 3,
    sees: 'contact that follows the chance of success with a correlation of 0.4',
  },
  exclusions: {
    counts: 'outcomes agreed',
    has: (ledger) => every(ledger, 'outcome-agreed').length,
    needs: neededForShare(LIMITS.exclusionsAnyway, 0.15),
    sees: '15% excluded, where 5.3% is usual',
  },
  threshold: {
    counts: 'logged visits near the length from which a visit counts',
    has: (ledger) => nearThreshold(ledger),
    needs: neededForShare(1 / 6, 2 / 7),
    sees: 'twice as many visits just above the threshold as the lengths beside it give',
  },
  'last-minute': {
    counts: 'claims',
    has: (ledger) => every(ledger, 'claimed').length,
    needs: neededForShare(0.1, 0.3),
    sees: '3 in 10 claims in the last tenth of a period',
  },
  'marking-own-work': {
    counts: 'outcomes scored by the provider and by the person',
    has: (ledger) => scoredTwice(ledger),
    needs: neededForMean(0.5 / SPREAD_OF_SCORES),
    sees: 'scores half a level above the person’s own',
  },
  'easy-goals': {
    counts: 'people with goals that were scored',
    has: (ledger) =>
      new Set(
        every(ledger, 'confirmed').flatMap(({ outcome, attained }) =>
          attained === undefined ? [] : (entryOf(ledger, 'outcome-agreed', outcome)?.package ?? []),
        ),
      ).size,
    needs: neededForMean(0.5),
    sees: 'a mean goal attainment of 55, where 50 is as hoped for',
  },
  relapse: {
    counts: 'people who reached an outcome',
    has: (ledger) =>
      new Set(
        every(ledger, 'confirmed').flatMap(({ outcome, reached }) =>
          reached ? (entryOf(ledger, 'outcome-agreed', outcome)?.person ?? []) : [],
        ),
      ).size,
    needs: neededForShare(LIMITS.relapse, 0.25),
    sees: '1 in 4 people who need support again within 91 days',
  },
  'clipped-visits': {
    counts: 'people with 8 visits or more',
    has: (ledger) => withVisits(ledger),
    needs: neededForShare(LIMITS.clippedAnyway, 0.2),
    sees: '1 in 5 people whose visits are cut short',
  },
  'many-faces': {
    counts: 'people with visits',
    has: (ledger) => withVisits(ledger),
    sees: 'the average itself; five people or more',
  },
  'under-cost': {
    counts: 'services with a price',
    has: (ledger) => ledger.award.terms.services.length,
    sees: 'any price below the sustainable rate',
  },
  concentration: {
    counts: 'people with care',
    has: (ledger) => new Set(ledger.care.map(({ person }) => person)).size,
    sees: 'one provider with more than half of the support of a zone',
  },
}

/** For each test how much it has to go by in a contract, and from how much on it sees. */
export const resolutions = (ledger: Ledger): readonly Resolution[] =>
  FLAGS.map((flag) => ({ flag, ...TESTS[flag], has: TESTS[flag].has(ledger) }))
