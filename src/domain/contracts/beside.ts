import type { PlainDate } from '../dates/plain-date.ts'
import type { Pence } from '../money/pence.ts'
import type { ContractEntryOf } from './entries.ts'
import { type Ledger, every, rateOn } from './ledger.ts'
import { peopleIn } from './lead-provider.ts'
import type { Group, Service } from './terms.ts'

// What is said beside a ledger before anything of it counts: terms that are offered, notice that is given, and where somebody
// is to go. The ledger has what came of it; nothing here pays or changes a price.

/** Who said it, by name, on which day, and its number in the chain of what is said. */
type Signed = { readonly number: number; readonly name: string; readonly on: PlainDate }

/** What stands in the ledger once the provider accepts: its day and its id come with the acceptance. */
export type OfferedEntry =
  | Omit<ContractEntryOf<'rate-set'>, 'id' | 'on'>
  | Omit<ContractEntryOf<'varied'>, 'id' | 'on'>

/** Under a contract nobody has a name: what somebody says of themselves is said by this. The database puts it in (migration 0020). */
export const THE_PERSON = 'The person'

export const ASKED = ['agrees', 'against', 'not-asked'] as const
/** What somebody thinks of being passed on: nobody’s silence is a yes. */
export type Asked = (typeof ASKED)[number]

export const MOVES = ['pass-on', 'hand-back'] as const
export type MoveWay = (typeof MOVES)[number]

type Kinds = {
  offered: { readonly from: PlainDate; readonly says: string; readonly entries: readonly OfferedEntry[] }
  'offer-answered': { readonly of: number; readonly accepts: boolean; readonly why?: string | undefined }
  'offer-withdrawn': { readonly of: number; readonly why: string }
  /** `last`: the last day of the contract */
  notice: { readonly last: PlainDate; readonly why: string }
  'notice-withdrawn': { readonly of: number; readonly why: string }
  /** `entry`: the id of the entry that says it has happened, in the ledger from that day on */
  moving: {
    readonly way: MoveWay
    readonly person: string
    readonly by: string
    readonly to?: string | undefined
    readonly from: PlainDate
    readonly why: string
    readonly asked: Asked
    readonly said?: string | undefined
    /** who supports them until somebody else does */
    readonly meanwhile: string
    readonly entry: string
  }
  'move-off': { readonly of: number; readonly person: string; readonly why: string }
  /** who supports them next, where the provider or the contract goes */
  next: { readonly person: string; readonly who: string; readonly from: PlainDate; readonly said: string }
  /** what the person says of it, or who acts or speaks for them */
  word: { readonly person: string; readonly says: string }
}
export type BesideKind = keyof Kinds
export type BesideOf<K extends BesideKind> = { [P in K]: Signed & { readonly kind: P } & Kinds[P] }[K]
export type Beside = BesideOf<BesideKind>
/** The same before it is kept: who says it, and its number, come with the keeping. */
export type Unsaid<K extends BesideKind> = {
  [P in K]: { readonly kind: P; readonly on: PlainDate } & Kinds[P]
}[K]

const isKind =
  <K extends BesideKind>(kind: K) =>
  (each: Beside): each is Beside & BesideOf<K> =>
    each.kind === kind

export const besideOfKind = <K extends BesideKind>(beside: readonly Beside[], kind: K) =>
  beside.filter(isKind(kind))

export type OfferState = 'waits' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed'
export type Offer = {
  readonly offered: BesideOf<'offered'>
  readonly state: OfferState
  readonly answer?: BesideOf<'offer-answered'> | BesideOf<'offer-withdrawn'>
}

/** Every offer of new terms, the newest first. One that nobody answered by its day can be accepted no more. */
export const offersOf = (beside: readonly Beside[], today: PlainDate): readonly Offer[] =>
  besideOfKind(beside, 'offered')
    .map((offered): Offer => {
      const answer = [
        ...besideOfKind(beside, 'offer-answered'),
        ...besideOfKind(beside, 'offer-withdrawn'),
      ].find(({ of }) => of === offered.number)
      if (answer === undefined) return { offered, state: today > offered.from ? 'lapsed' : 'waits' }
      if (answer.kind === 'offer-withdrawn') return { offered, state: 'withdrawn', answer }
      return { offered, state: answer.accepts ? 'accepted' : 'declined', answer }
    })
    .toReversed()

/** A price that changes, beside what it was on the day before and what is sustainable on its first day. */
export type PriceChange = {
  readonly service: Service
  readonly was: Pence<'unit'> | undefined
  readonly will: Pence<'unit'>
  readonly sustainable: Pence<'unit'> | undefined
}
export type GroupChange = { readonly group: Group; readonly was: number; readonly will: number }
export type Changes = { readonly prices: readonly PriceChange[]; readonly groups: readonly GroupChange[] }

/**
 * What an offer changes in numbers, beside what stood on the day on which it was made. What it changes in words alone changes no
 * sum: the settlement knows prices and the numbers of a population, and nothing else of terms that change.
 */
export function changesOf(ledger: Ledger, { on, from, entries }: BesideOf<'offered'>): Changes {
  const { terms } = ledger.award
  const before = { ...ledger, byKind: new Map(ledger.byKind) }
  for (const kind of ['rate-set', 'varied'] as const)
    before.byKind.set(
      kind,
      every(ledger, kind).filter((entry) => entry.on <= on && !isOf(entries, entry)),
    )
  const prices = entries.flatMap((entry): readonly PriceChange[] => {
    const service =
      entry.kind === 'rate-set' ? terms.services.find(({ id }) => id === entry.service) : undefined
    return entry.kind !== 'rate-set' || service === undefined
      ? []
      : [
          {
            service,
            was: rateOn(before, { rate: 'contract', service: service.id }, from)?.amount,
            will: entry.amount,
            sustainable: rateOn(before, { rate: 'sustainable', service: service.id }, from)?.amount,
          },
        ]
  })
  const groups = entries.flatMap((entry) => (entry.kind === 'varied' ? (entry.groups ?? []) : []))
  return {
    prices,
    groups:
      terms.model !== 'lead-provider'
        ? []
        : groups.flatMap((change): readonly GroupChange[] => {
            const group = terms.groups.find(({ id }) => id === change.group)
            return group === undefined
              ? []
              : [{ group, was: peopleIn(before, group, from), will: change.people }]
          }),
  }
}

/** The entry came from this very offer: it is not what was there before. */
const isOf = (
  offered: readonly OfferedEntry[],
  entry: ContractEntryOf<'rate-set'> | ContractEntryOf<'varied'>,
): boolean =>
  offered.some(
    (each) =>
      each.kind === entry.kind &&
      each.from === entry.from &&
      (each.kind === 'rate-set' && entry.kind === 'rate-set'
        ? each.service === entry.service && each.amount === entry.amount && each.source === entry.source
        : each.kind === 'varied' && entry.kind === 'varied' && each.says === entry.says),
  )

/** The notice that stands: the last one that was not taken back. */
export const noticeOf = (beside: readonly Beside[]): BesideOf<'notice'> | undefined =>
  besideOfKind(beside, 'notice').findLast(
    ({ number }) => !besideOfKind(beside, 'notice-withdrawn').some(({ of }) => of === number),
  )

/** `due`: its day has come, and nobody has said whether it happened. */
export type MoveState = 'planned' | 'due' | 'done' | 'off'
export type Move = {
  readonly moving: BesideOf<'moving'>
  readonly state: MoveState
  readonly off?: BesideOf<'move-off'>
}

/** Everybody who was, or is to be, passed on or handed back, the newest first; of one person where one is named. */
export const movesOf = (
  beside: readonly Beside[],
  ledger: Ledger,
  { today, person }: { readonly today: PlainDate; readonly person?: string | undefined },
): readonly Move[] =>
  besideOfKind(beside, 'moving')
    .filter((moving) => person === undefined || moving.person === person)
    .map((moving): Move => {
      if (ledger.byId.has(moving.entry)) return { moving, state: 'done' }
      const off = besideOfKind(beside, 'move-off').find(({ of }) => of === moving.number)
      if (off !== undefined) return { moving, state: 'off', off }
      return { moving, state: moving.from <= today ? 'due' : 'planned' }
    })
    .toReversed()

/** Who supports somebody next, as it was said last. */
export const nextFor = (beside: readonly Beside[], person: string): BesideOf<'next'> | undefined =>
  besideOfKind(beside, 'next').findLast((each) => each.person === person)

/** What somebody said of it, in order. */
export const wordsOf = (beside: readonly Beside[], person: string): readonly BesideOf<'word'>[] =>
  besideOfKind(beside, 'word').filter((each) => each.person === person)
