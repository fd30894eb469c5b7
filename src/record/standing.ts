import { type PlainDate, day } from '../domain/dates/plain-date.ts'
import { RELATIONSHIPS, type Relationship } from './access.ts'
import type { Entry, Party, RecordFile, Role } from './entries.ts'
import type { Standing } from './stages.ts'
import { type RecordState, all, foldRecord, latest, workerOf } from './state.ts'
import { dayOfWhen } from './values.ts'

// The lists that are made from the log: who stands how to a record, and where a record stands. Pure, so that they can be
// made again at any time with the same result.

/** One way in which somebody, or a team, stands to a record today. */
export type AccessRow = {
  readonly account: string | null
  readonly team: string | null
  readonly party: string | null
  readonly relationship: Relationship
  /** what is withheld from one of these parties is withheld from whoever holds this */
  readonly seesAs: readonly string[]
}

/** Where a record stands, for lists. */
export type StandingRow = {
  readonly personName: string
  readonly stage: Standing
  /** the account of the allocated worker */
  readonly worker: string | null
  /** the day of what happened last */
  readonly lastOn: PlainDate | null
  readonly openDisputes: number
  /** since when somebody waits for an assessment to be opened */
  readonly waitingSince: PlainDate | null
}

/** With what a party signs in, and in which team an account works. */
export type Signing = {
  readonly accountOf: (party: string) => string | undefined
  readonly teamOf: (account: string) => string | undefined
}

type Source = Pick<RecordFile, 'person' | 'parties' | 'entries' | 'policy'>

/** The record with everything in it, whatever day it is: lists do not change by themselves at midnight. */
export const foldWhole = (record: Source): RecordState => foldRecord(record, day('9999-12-31'))

/** Who a party is to the record by their role alone; a provider by giving support, a commissioner not at all. */
const BY_ROLE: Readonly<Record<Role, Relationship | undefined>> = {
  person: 'self',
  carer: 'carer',
  family: 'family',
  friend: 'friend',
  advocate: 'advocate',
  attorney: 'attorney',
  deputy: 'deputy',
  'social-worker': 'professional',
  'occupational-therapist': 'professional',
  assessor: 'professional',
  manager: 'manager',
  commissioner: undefined,
  provider: undefined,
  nhs: 'nhs',
  broker: 'broker',
  finance: 'finance',
}

/** Whoever acts for the person sees no more than the person: what is withheld from the person is withheld from them. */
const seesAs = (party: Party, person: string): readonly string[] =>
  party.role === 'attorney' || party.role === 'deputy' ? [party.id, person] : [party.id]

/**
 * How everybody stands to a record, from its parties and entries.
 * @param today nothing counts before its day: who is to come is nobody yet, and who is to go is still there
 */
export function accessRows(state: RecordState, signing: Signing, today: PlainDate): readonly AccessRow[] {
  const allocated = allocatedParties(state, today)
  const working = new Set([...allocated, ...assessingParties(state, today)])
  const giving = new Set(givingParties(state, today))
  const rows: AccessRow[] = []
  for (const party of state.parties.values()) {
    const account = signing.accountOf(party.id)
    if (account === undefined) continue
    const relationships = [
      BY_ROLE[party.role],
      working.has(party.id) ? ('worker' as const) : undefined,
      giving.has(party.id) ? ('provider' as const) : undefined,
    ].filter((relationship) => relationship !== undefined)
    const seen = seesAs(party, state.person.id)
    for (const relationship of relationships) {
      rows.push({ account, team: null, party: party.id, relationship, seesAs: seen })
    }
  }
  return [...rows, ...teamRows(allocated, signing)]
}

/** The teams of the allocated workers: they cover, and their managers manage. */
function teamRows(allocated: readonly string[], { accountOf, teamOf }: Signing): readonly AccessRow[] {
  const accounts = allocated.map(accountOf).filter((account) => account !== undefined)
  const teams = new Set(accounts.map(teamOf).filter((team) => team !== undefined))
  return [...teams].flatMap((team) =>
    (['team', 'manager'] as const).map((relationship) => ({
      account: null,
      team,
      party: null,
      relationship,
      seesAs: [],
    })),
  )
}

const isBy = (today: PlainDate) => (entry: Entry) => dayOfWhen(entry.on) <= today

/** Everyone who was allocated by today and has not left since. */
function allocatedParties(state: RecordState, today: PlainDate): readonly string[] {
  const last = new Map(
    all(state, 'worker')
      .filter(isBy(today))
      .map((entry) => [entry.worker, entry.event]),
  )
  return [...last].filter(([, event]) => event === 'allocated').map(([party]) => party)
}

/** Everyone whose assessment is open. */
function assessingParties(state: RecordState, today: PlainDate): readonly string[] {
  const closed = new Set(
    all(state, 'assessment-closed')
      .filter(isBy(today))
      .map((closing) => state.byId.get(closing.assessment)?.id),
  )
  return all(state, 'assessment-opened')
    .filter((opened) => isBy(today)(opened) && !closed.has(opened.id))
    .map((opened) => opened.assessor)
}

/**
 * Everyone who gives support under a line that has started by today and not ended. A line keeps its id from one version of the
 * plan to the next, so that it ends by its id, whichever version is named.
 */
function givingParties(state: RecordState, today: PlainDate): readonly string[] {
  const endedAt = new Map<string, number>()
  for (const ended of all(state, 'support-ended').filter(isBy(today))) {
    const line = String(ended.line)
    endedAt.set(line, Math.max(endedAt.get(line) ?? -1, state.entries.indexOf(ended)))
  }
  return all(state, 'support-started')
    .filter(
      (started) =>
        isBy(today)(started) && (endedAt.get(String(started.line)) ?? -1) < state.entries.indexOf(started),
    )
    .map((started) => started.provider)
}

export function standingRow(state: RecordState, { accountOf }: Signing): StandingRow {
  const worker = workerOf(state)
  const contact = latest(state, 'contact')
  const last = state.told.at(-1)
  return {
    personName: state.person.name,
    stage: state.standing,
    worker: (worker === undefined ? undefined : accountOf(worker)) ?? null,
    lastOn: last === undefined ? null : last.day,
    openDisputes: state.disputes.filter((dispute) => dispute.open).length,
    waitingSince: state.standing === 'contact' && contact !== undefined ? dayOfWhen(contact.on) : null,
  }
}

/** The strongest first, as they are named in the table of access. */
export const inOrder = (relationships: Iterable<string>): readonly Relationship[] => {
  const held = new Set(relationships)
  return RELATIONSHIPS.filter((relationship) => held.has(relationship))
}
