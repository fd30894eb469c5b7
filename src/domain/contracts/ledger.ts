import { type PlainDate, addDays } from '../dates/plain-date.ts'
import type {
  ContractEntry,
  ContractEntryOf,
  ContractFile,
  ContractKind,
  ContractParty,
  RateKind,
} from './entries.ts'
import { type Span, holdsDay } from './span.ts'

/** Care given to one person in some days, from an entry or summed up from a log of visits. Units of the service. */
export type CareGiven = Span & {
  readonly person: string
  readonly service: string
  readonly line: string
  readonly planned: number
  readonly delivered: number
  /** planned, and no log says whether it was given: neither given nor missed */
  readonly unlogged: number
  readonly visits: number
  readonly missed: number
  /** visits of less than 0.8 of the time planned */
  readonly short: number
  /** how many visits each worker made */
  readonly workers: readonly (readonly [worker: string, visits: number])[]
  /** ids of the entries that it rests on; none where it comes from a log of visits */
  readonly entries: readonly string[]
}

/** What a log of visits comes to. `minutes`: how many logged visits took so many whole minutes. `percent`: how many took so many whole per cent of their planned time. */
export type VisitLog = {
  readonly care: readonly CareGiven[]
  readonly minutes: ReadonlyMap<number, number>
  readonly percent: ReadonlyMap<number, number>
}

/** A contract as it stood at the end of a day: what was known then, with corrections in the place of what they correct. */
export type Ledger = {
  readonly contract: ContractFile['contract']
  readonly on: PlainDate
  readonly award: ContractEntryOf<'awarded'>
  /** first day to last, or to the day on which it ended early */
  readonly span: Span
  readonly entries: readonly ContractEntry[]
  readonly byId: ReadonlyMap<string, ContractEntry>
  readonly byKind: ReadonlyMap<ContractKind, readonly ContractEntry[]>
  readonly parties: ReadonlyMap<string, ContractParty>
  readonly care: readonly CareGiven[]
  /** Periods whose care is in a log of visits that was not given: they cannot be worked out again. */
  readonly unread: readonly Span[]
  readonly log?: VisitLog
}

export const recordedOn = (entry: ContractEntry): PlainDate => entry.recorded ?? entry.on

/** The entry that stands for each one: itself, or the last in the chain of those that correct it. */
function standing(entries: readonly ContractEntry[]): ReadonlyMap<string, ContractEntry> {
  const byId = new Map<string, ContractEntry>()
  const first = new Map<string, string>()
  const known = new Map<string, readonly string[]>()
  for (const entry of entries) {
    const original = entry.corrects === undefined ? entry.id : (first.get(entry.corrects) ?? entry.corrects)
    first.set(entry.id, original)
    const ids = [...(known.get(original) ?? []), entry.id]
    known.set(original, ids)
    for (const id of ids) byId.set(id, entry)
  }
  return byId
}

/**
 * What was known of a contract at the end of a day. `undefined` where it was not yet awarded.
 * A log of visits stands in the place of entries that say what was given.
 */
export function foldContract(file: ContractFile, on: PlainDate, log?: VisitLog): Ledger | undefined {
  const known = file.entries.filter((entry) => recordedOn(entry) <= on)
  const byId = standing(known)
  const entries = [...new Set(known.map((entry) => byId.get(entry.id) ?? entry))]
  const award = ofKind(entries, 'awarded').at(0)
  if (award === undefined) return undefined
  const ended = ofKind(entries, 'ended').at(-1)
  const given = ofKind(entries, 'delivered').map(careOf)
  const settledFromVisits = ofKind(entries, 'settled').filter((each) => each.visits === true)
  return {
    contract: file.contract,
    on,
    award,
    span: { from: award.from, to: ended !== undefined && ended.on < award.to ? ended.on : award.to },
    entries,
    byId,
    byKind: groupByKind(entries),
    parties: new Map(file.parties.map((party) => [party.id, party])),
    care: [...given, ...(log?.care ?? [])],
    unread: settledFromVisits.filter((each) => !(log?.care ?? []).some((care) => holdsDay(each, care.from))),
    ...(log === undefined ? {} : { log }),
  }
}

const careOf = (entry: ContractEntryOf<'delivered'>): CareGiven => ({
  person: entry.person,
  service: entry.service,
  line: entry.line,
  from: entry.from,
  to: entry.to,
  planned: entry.planned,
  delivered: entry.delivered,
  unlogged: entry.unlogged ?? 0,
  visits: entry.visits ?? 0,
  missed: entry.missed ?? 0,
  short: entry.short ?? 0,
  workers: (entry.workers ?? []).map(({ worker, visits }) => [worker, visits] as const),
  entries: [entry.id],
})

const isKind = <K extends ContractKind>(kind: K) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind is compared here, and it tells the entries apart
  ((entry: ContractEntry) => entry.kind === kind) as (
    entry: ContractEntry,
  ) => entry is ContractEntry & ContractEntryOf<K>

export const ofKind = <K extends ContractKind>(
  entries: readonly ContractEntry[],
  kind: K,
): readonly ContractEntryOf<K>[] => entries.filter(isKind(kind))

function groupByKind(entries: readonly ContractEntry[]): ReadonlyMap<ContractKind, readonly ContractEntry[]> {
  const groups = new Map<ContractKind, ContractEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.kind)
    if (group === undefined) groups.set(entry.kind, [entry])
    else group.push(entry)
  }
  return groups
}

/** All entries of a kind that stand, in order. */
export const every = <K extends ContractKind>(ledger: Ledger, kind: K): readonly ContractEntryOf<K>[] =>
  ofKind(ledger.byKind.get(kind) ?? [], kind)

/** The entry of a kind that an id stands for now. */
export function entryOf<K extends ContractKind>(
  ledger: Ledger,
  kind: K,
  id: string | undefined,
): ContractEntryOf<K> | undefined {
  const entry = id === undefined ? undefined : ledger.byId.get(id)
  return entry === undefined ? undefined : ofKind([entry], kind)[0]
}

/** The same entry, whatever has been corrected since. */
export const isSameEntry = (ledger: Ledger, a: string, b: string): boolean =>
  a === b || (ledger.byId.has(a) && ledger.byId.get(a) === ledger.byId.get(b))

/** The rate in force on a day. */
export function rateOn(
  ledger: Ledger,
  of: { readonly rate: RateKind; readonly service: string },
  day: PlainDate,
): ContractEntryOf<'rate-set'> | undefined {
  let found: ContractEntryOf<'rate-set'> | undefined
  for (const entry of every(ledger, 'rate-set')) {
    if (entry.rate !== of.rate || entry.service !== of.service) continue
    if (entry.from <= day && (found === undefined || entry.from >= found.from)) found = entry
  }
  return found
}

/** People whom the provider supports on a day: accepted, and neither declined nor handed back by then. */
export function peopleOn(ledger: Ledger, day: PlainDate): readonly string[] {
  const people = new Set<string>()
  for (const entry of ledger.entries.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (entry.on > day) continue
    if (entry.kind === 'accepted') {
      const person = entryOf(ledger, 'referred', entry.referral)?.person
      if (person !== undefined) people.add(person)
    }
    if (entry.kind === 'handed-back') people.delete(entry.person)
  }
  return [...people]
}

/** The day before: the last on which the old state holds. */
export const dayBefore = (day: PlainDate): PlainDate => addDays(day, -1)
