import type { Beside } from '../../domain/contracts/beside.ts'
import { chainOf } from '../../domain/contracts/chain.ts'
import type { ContractEntryOf, ContractFile } from '../../domain/contracts/entries.ts'
import { type Ledger, entryOf, every, foldContract, isSameEntry } from '../../domain/contracts/ledger.ts'
import type { Model } from '../../domain/contracts/terms.ts'
import { type PlainDate, addDays, addMonths, dateInWords } from '../../domain/dates/plain-date.ts'
import type { EntryOf } from '../../record/entries.ts'
import { type RecordState, all } from '../../record/state.ts'

/** A contract under which the person is supported, as a page of their record gets it. */
export type Under = {
  readonly id: string
  readonly head: number
  readonly file: ContractFile
  readonly ways: readonly string[]
  readonly mine: readonly string[]
  /** the reference under which they are known there */
  readonly person: string
  /** what is said beside the ledger: that the contract ends, and where their support goes */
  readonly beside: readonly Beside[]
}

/** What the person, or who acts for them, has said of an outcome. Saying nothing is none of these, and never a yes. */
export const ANSWERS = ['yes', 'not-yet', 'no', 'not-wanted'] as const
export type SaidOfOutcome = (typeof ANSWERS)[number]

/**
 * The goal attainment scale in plain words: 0 is what was hoped for, -1 on the way to it, -2 no nearer than before. The ledger
 * keeps it, and no money hangs on it.
 */
export const ATTAINED: Readonly<Record<SaidOfOutcome, number | undefined>> = {
  yes: 0,
  'not-yet': -1,
  no: -2,
  'not-wanted': undefined,
}

/** One outcome that was agreed, and what each side says of it. */
export type AgreedOutcome = {
  readonly outcome: ContractEntryOf<'outcome-agreed'>
  readonly claims: readonly ContractEntryOf<'claimed'>[]
  readonly confirmed: readonly ContractEntryOf<'confirmed'>[]
  readonly contests: readonly ContractEntryOf<'contested'>[]
  readonly excluded: ContractEntryOf<'excluded'> | undefined
  /** what was said of it last; undefined where nobody has */
  readonly said: SaidOfOutcome | undefined
  /** the provider says that it is reached, or it is due, and nobody has answered since */
  readonly asks: boolean
}

export type Challenge = {
  readonly challenged: ContractEntryOf<'challenged'>
  readonly answers: readonly ContractEntryOf<'answered'>[]
  /** the answer that settled it, by somebody other than a provider */
  readonly settled: ContractEntryOf<'answered'> | undefined
}

/** A contract under which the person is supported, as their record shows it. */
export type Agreed = {
  readonly under: Under
  readonly ledger: Ledger
  readonly model: Model
  /** who supports them, from the provider that has the contract down to the one that comes to the door */
  readonly chain: readonly string[]
  readonly outcomes: readonly AgreedOutcome[]
  readonly challenges: readonly Challenge[]
}

export const partyName = (ledger: Ledger, id: string): string => ledger.parties.get(id)?.name ?? id

const isProvider = (ledger: Ledger, id: string): boolean => ledger.parties.get(id)?.role === 'provider'

/** Everything that was agreed with somebody under contracts, as known on a day. */
export const agreedUnder = (unders: readonly Under[], on: PlainDate): readonly Agreed[] =>
  unders.flatMap((under): readonly Agreed[] => {
    const ledger = foldContract(under.file, on)
    if (ledger === undefined) return []
    const outcomes = every(ledger, 'outcome-agreed').filter(({ person }) => person === under.person)
    return [
      {
        under,
        ledger,
        model: ledger.award.terms.model,
        chain: chainOf(ledger, under.person),
        outcomes: outcomes.map((outcome) => outcomeOf(ledger, outcome)),
        challenges: challengesFor(ledger, under.person),
      },
    ]
  })

function outcomeOf(ledger: Ledger, outcome: ContractEntryOf<'outcome-agreed'>): AgreedOutcome {
  const same = (id: string) => isSameEntry(ledger, id, outcome.id)
  const claims = every(ledger, 'claimed').filter((each) => same(each.outcome))
  const confirmed = every(ledger, 'confirmed').filter((each) => same(each.outcome))
  const contests = every(ledger, 'contested').filter(
    ({ of }) => same(of) || same(entryOf(ledger, 'confirmed', of)?.outcome ?? ''),
  )
  const excluded = every(ledger, 'excluded').findLast((each) => same(each.outcome))
  const last = confirmed.at(-1)
  const claim = claims.at(-1)
  const isOpen = excluded === undefined && last?.reached !== true
  const claimedSince = claim !== undefined && (last === undefined || claim.on > last.on)
  const isDue = last === undefined && outcome.due <= ledger.on
  return {
    outcome,
    claims,
    confirmed,
    contests,
    excluded,
    said: last === undefined ? undefined : saidBy(last, contests),
    asks: isOpen && (claimedSince || isDue),
  }
}

/** “Not what I wanted” is a no that comes with a contest of the same day. */
function saidBy(
  { reached, attained, on, by }: ContractEntryOf<'confirmed'>,
  contests: readonly ContractEntryOf<'contested'>[],
): SaidOfOutcome {
  if (reached) return 'yes'
  if (contests.some((each) => each.on === on && each.by === by)) return 'not-wanted'
  return attained === ATTAINED['not-yet'] ? 'not-yet' : 'no'
}

/** What social workers raised for somebody, each with what was answered. */
export const challengesFor = (ledger: Ledger, person: string): readonly Challenge[] =>
  every(ledger, 'challenged')
    .filter((each) => each.person === person)
    .map((challenged) => {
      const answers = every(ledger, 'answered').filter(({ of }) => isSameEntry(ledger, of, challenged.id))
      return { challenged, answers, settled: answers.findLast(({ by }) => !isProvider(ledger, by)) }
    })

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The goal in the record that an outcome was agreed for: the one in the same words, whatever stands between them. */
export const goalFor = (state: RecordState, words: string): EntryOf<'goal'> | undefined =>
  all(state, 'goal').findLast((goal) => plain(goal.words) === plain(words))

/** Hours, nights or visits of one month, as planned and as given. */
export type MonthOfCare = {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly what: string
  readonly unit: string
  readonly planned: number
  readonly delivered: number
  readonly unlogged: number
  readonly missed: number
  readonly short: number
}

/** `October 2026` where it is the whole of a month; else from day to day. */
export const daysInWords = ({ from, to }: Pick<MonthOfCare, 'from' | 'to'>): string =>
  from.endsWith('-01') && to === addDays(addMonths(from, 1), -1)
    ? dateInWords(from).replace(/^1 /, '')
    : `${dateInWords(from)} to ${dateInWords(to)}`

/** What was planned and given for somebody, one line for each service and period, the latest first. */
export function careFor(ledger: Ledger, person: string, most = 6): readonly MonthOfCare[] {
  const lines = new Map<string, MonthOfCare>()
  for (const care of ledger.care) {
    if (care.person !== person) continue
    const service = ledger.award.terms.services.find(({ id }) => id === care.service)
    const key = `${care.from} ${care.to} ${care.service}`
    const before = lines.get(key)
    lines.set(key, {
      from: care.from,
      to: care.to,
      what: service?.what ?? care.service,
      unit: service?.unit ?? 'hour',
      planned: (before?.planned ?? 0) + care.planned,
      delivered: (before?.delivered ?? 0) + care.delivered,
      unlogged: (before?.unlogged ?? 0) + care.unlogged,
      missed: (before?.missed ?? 0) + care.missed,
      short: (before?.short ?? 0) + care.short,
    })
  }
  return [...lines.values()].toSorted((a, b) => (a.from < b.from ? 1 : -1)).slice(0, most)
}
