import { type PlainDate, daysBetween } from '../domain/dates/plain-date.ts'
import type { Entry, EntryOf, Party, Person, Policy, RecordFile } from './entries.ts'
import type { Kind } from './kinds.ts'
import type { Standing } from './stages.ts'
import { dayOfWhen } from './values.ts'

/** An entry as it was told, with what became of it. */
export type Told = {
  readonly entry: Entry
  readonly day: PlainDate
  /** the day on which it was written down */
  readonly recorded: PlainDate
  /** the entry that replaced this one: this one is shown struck out */
  readonly correctedBy?: string
}

export type Dispute = {
  readonly dispute: EntryOf<'dispute'>
  /** the disputed entry as it stands, where the reader may see it */
  readonly of: Entry | undefined
  readonly answers: readonly EntryOf<'dispute-answered'>[]
  readonly open: boolean
}

/** A record as it stood, and as far as it was known, on a day. Made by `foldRecord` and by nothing else. */
export type RecordState = {
  readonly on: PlainDate
  readonly person: Person
  readonly parties: ReadonlyMap<string, Party>
  readonly policy: Policy | undefined
  /** everything that was told, in order, the corrected entries too */
  readonly told: readonly Told[]
  /** what stands: a correction stands in the place and on the day of what it corrects */
  readonly entries: readonly Entry[]
  readonly byKind: ReadonlyMap<Kind, readonly Entry[]>
  /** by id; the id of a corrected entry finds the one that stands in its place */
  readonly byId: ReadonlyMap<string, Entry>
  readonly disputes: readonly Dispute[]
  /**
   * What was written down for a day that is still to come, in the order of those days; nothing else in the state knows of
   * it. The format keeps no day of writing for it, so that a look back shows it whenever it was written.
   */
  readonly ahead: readonly Ahead[]
  readonly standing: Standing
}

/** What may be known before its day: a start, an end, and who comes or goes. */
const AHEAD = ['support-started', 'support-ended', 'worker', 'assessment-opened'] as const
export type Ahead = EntryOf<(typeof AHEAD)[number]>

function aheadOf(entries: readonly Entry[], on: PlainDate): readonly Ahead[] {
  const found = entries.filter(
    (entry): entry is Ahead => AHEAD.some((kind) => kind === entry.kind) && dayOfWhen(entry.on) > on,
  )
  const corrected = new Set(found.map(({ corrects }) => corrects))
  return found.filter(({ id }) => !corrected.has(id))
}

type Source = Pick<RecordFile, 'person' | 'parties' | 'entries' | 'policy'>

/** The record on the day `on`: nothing that happened later, and nothing that was only written down later. */
export function foldRecord(record: Source, on: PlainDate): RecordState {
  const known = record.entries
    .map((entry) => ({ entry, day: dayOfWhen(entry.on), recorded: dayOfWhen(entry.recorded ?? entry.on) }))
    .filter(({ day, recorded }) => day <= on && recorded <= on)
  const correctedBy = new Map<string, Entry>()
  for (const { entry } of known) if (entry.corrects !== undefined) correctedBy.set(entry.corrects, entry)

  const told = known.map(({ entry, day, recorded }): Told => {
    const replacement = correctedBy.get(entry.id)
    return replacement === undefined
      ? { entry, day, recorded }
      : { entry, day, recorded, correctedBy: replacement.id }
  })
  const byId = new Map<string, Entry>()
  const entries: Entry[] = []
  const knownIds = new Set(known.map(({ entry }) => entry.id))
  for (const { entry } of known) {
    // Where a reader may see a correction and not what it corrects, it stands in its own place.
    if (entry.corrects !== undefined && knownIds.has(entry.corrects)) continue
    const standing = lastCorrection(entry, correctedBy, byId)
    entries.push(standing)
    byId.set(entry.id, standing)
  }
  const byKind = groupByKind(entries)
  const parties = new Map(record.parties.map((party) => [party.id, party]))
  const disputes = foldDisputes(byKind, byId)
  const state = {
    on,
    person: record.person,
    parties,
    policy: record.policy,
    told,
    entries,
    byKind,
    byId,
    disputes,
    ahead: aheadOf(record.entries, on),
  }
  return { ...state, standing: standingOf(state) }
}

/** Follows a chain of corrections to its end; every id on the way then finds the entry that stands. */
function lastCorrection(
  entry: Entry,
  correctedBy: ReadonlyMap<string, Entry>,
  byId: Map<string, Entry>,
): Entry {
  const chain: string[] = []
  let last = entry
  for (let next = correctedBy.get(last.id); next !== undefined; next = correctedBy.get(last.id)) {
    chain.push(next.id)
    last = next
  }
  const standing = last === entry ? entry : { ...last, on: entry.on }
  for (const id of chain) byId.set(id, standing)
  return standing
}

function groupByKind(entries: readonly Entry[]): ReadonlyMap<Kind, readonly Entry[]> {
  const groups = new Map<Kind, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.kind)
    if (group) group.push(entry)
    else groups.set(entry.kind, [entry])
  }
  return groups
}

type Folding = Omit<RecordState, 'standing'>

/** All entries of a kind that stand, in order. */
export function all<K extends Kind>(state: Pick<RecordState, 'byKind'>, kind: K): readonly EntryOf<K>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `groupByKind` puts each entry under its own kind
  return (state.byKind.get(kind) ?? []) as readonly EntryOf<K>[]
}

export const latest = <K extends Kind>(state: Pick<RecordState, 'byKind'>, kind: K): EntryOf<K> | undefined =>
  all(state, kind).at(-1)

/** The entry of that kind that stands under an id. */
export function find<K extends Kind>(
  state: Pick<RecordState, 'byId'>,
  kind: K,
  id: string | undefined,
): EntryOf<K> | undefined {
  const entry = id === undefined ? undefined : state.byId.get(id)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind has just been compared
  return entry?.kind === kind ? (entry as EntryOf<K>) : undefined
}

export const nameOf = (state: Pick<RecordState, 'parties'>, party: string): string =>
  state.parties.get(party)?.name ?? party

/** Someone is an earlier entry than another where it stands before it in the record. */
export const isBefore = (state: Pick<RecordState, 'entries'>, a: Entry, b: Entry): boolean =>
  state.entries.indexOf(a) < state.entries.indexOf(b)

function foldDisputes(byKind: RecordState['byKind'], byId: RecordState['byId']): readonly Dispute[] {
  const folding = { byKind }
  return all(folding, 'dispute').map((dispute) => {
    const answers = all(folding, 'dispute-answered').filter(
      (answer) => byId.get(answer.dispute)?.id === dispute.id,
    )
    return { dispute, of: byId.get(dispute.of), answers, open: answers.length === 0 }
  })
}

/** The open disputes of an entry: until they are settled, everything that rests on it is marked. */
export const openDisputesOf = (state: Pick<RecordState, 'disputes'>, id: string): readonly Dispute[] =>
  state.disputes.filter((dispute) => dispute.open && dispute.of?.id === id)

/** The person's own assessments (needs, transition, reassessment), or a carer's where `subject` is one. */
export const assessmentsOf = (
  state: Pick<RecordState, 'byKind' | 'person'>,
  subject: string,
): readonly EntryOf<'assessment-opened'>[] =>
  all(state, 'assessment-opened').filter((opened) =>
    subject === state.person.id ? opened.of !== 'carer' : opened.of === 'carer' && opened.subject === subject,
  )

export const closingOf = (state: Folding, opened: EntryOf<'assessment-opened'>) =>
  all(state, 'assessment-closed').find((closed) => state.byId.get(closed.assessment)?.id === opened.id)

/** The council's latest decision on an assessment. */
export const decisionOn = (state: Folding, opened: EntryOf<'assessment-opened'>) =>
  all(state, 'eligibility').findLast((decided) => state.byId.get(decided.assessment)?.id === opened.id)

type Asked = Pick<RecordState, 'byKind' | 'byId'>

/** What was asked and has no answer: an answer to an entry that was corrected answers the correction. */
const without = <E extends Entry>(
  state: Asked,
  asked: readonly E[],
  answered: readonly string[],
): readonly E[] => {
  const done = new Set(answered.map((id) => state.byId.get(id)?.id ?? id))
  return asked.filter(({ id }) => !done.has(id))
}

export const openComplaints = (state: Asked): readonly EntryOf<'complaint'>[] =>
  without(
    state,
    all(state, 'complaint'),
    all(state, 'complaint-answered').map(({ complaint }) => complaint),
  )

/** Requests for a review that nobody has said yes or no to. */
export const openReviewRequests = (state: Asked): readonly EntryOf<'review-asked'>[] =>
  without(
    state,
    all(state, 'review-asked').filter(({ answered }) => answered === undefined),
    all(state, 'review-answered').map(({ asked }) => asked),
  )

export const openOptions = (state: Asked): readonly EntryOf<'option'>[] =>
  without(
    state,
    all(state, 'option'),
    all(state, 'option-answered').map(({ option }) => option),
  )

/** Holds that nobody has ended. */
export const openHolds = (state: Asked): readonly EntryOf<'hold'>[] =>
  without(
    state,
    all(state, 'hold'),
    all(state, 'resume').map(({ hold }) => hold),
  )

/** The plan in force: the last one that was issued. */
export const planInForce = (state: Pick<RecordState, 'byKind'>): EntryOf<'plan'> | undefined =>
  all(state, 'plan').findLast((plan) => plan.status === 'issued')

/** The one place where it is worked out how far a record has come. */
function standingOf(state: Folding): Standing {
  const closed = latest(state, 'closed')
  const place = (entry: Entry | undefined) => (entry === undefined ? -1 : state.entries.indexOf(entry))
  const asked = Math.max(place(latest(state, 'contact')), place(latest(state, 'assessment-opened')))
  if (closed !== undefined && place(closed) > asked) return 'closed'

  const opened = assessmentsOf(state, state.person.id).at(-1)
  const plan = planInForce(state)
  const planIsNewer = place(plan) > place(opened)
  if (opened !== undefined && !planIsNewer) {
    const closing = closingOf(state, opened)
    if (closing === undefined) return 'conversation'
    const decided = decisionOn(state, opened)
    if (closing.outcome === 'completed') {
      if (decided === undefined || !decided.eligible) return 'eligibility'
      const budget = place(latest(state, 'indicative-budget')) > place(decided)
      const drafted = place(latest(state, 'plan')) > place(decided)
      return budget || drafted ? 'plan' : 'budget'
    }
  }
  if (plan === undefined) return 'contact'
  return reviewIsOpen(state, place(plan)) ? 'review' : 'support'
}

function reviewIsOpen(state: Folding, plan: number): boolean {
  const after = (entry: Entry) => state.entries.indexOf(entry) > plan
  const asked = openReviewRequests(state).some(
    (ask) =>
      after(ask) &&
      !all(state, 'review').some((review) => state.entries.indexOf(review) > state.entries.indexOf(ask)),
  )
  const found = latest(state, 'review')
  return asked || (found !== undefined && after(found) && found['leads-to'] !== 'no-change')
}

/** Days since somebody first asked, while no assessment has been opened; for lists of who waits. */
export function daysWaiting(state: RecordState): number | undefined {
  const contact = all(state, 'contact').at(-1)
  if (state.standing !== 'contact' || contact === undefined) return undefined
  return daysBetween(dayOfWhen(contact.on), state.on)
}

/** Who is allocated to the person today: the last one who came and has not left. */
export function workerOf(state: Pick<RecordState, 'byKind'>): string | undefined {
  const events = all(state, 'worker')
  const left = new Set<string>()
  for (const event of events.toReversed()) {
    if (event.event === 'left') left.add(event.worker)
    else if (!left.has(event.worker)) return event.worker
  }
  return undefined
}
