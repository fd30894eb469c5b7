import type { PlainDate } from '../domain/dates/plain-date.ts'
import { type Place, placeOf } from './access.ts'
import { type Entry, type RecordFile, policySchema } from './entries.ts'
import { encodeEntry } from './file.ts'
import { figuresColumns } from './log-figures.ts'
import { entryHash, hex, openingHash, partyHash } from './log-hash.ts'
import type { Raw } from './mistakes.ts'
import {
  type AccessRow,
  type Signing,
  type StandingRow,
  accessRows,
  foldWhole,
  standingRow,
} from './standing.ts'
import { dayOfWhen } from './values.ts'

// A record as rows of the database, as an import keeps it and as `verify` expects to find it.

export type EntryRow = {
  readonly record: string
  readonly number: number
  readonly id: string
  readonly kind: string
  readonly resource: string
  readonly action: string
  readonly owner: string | null
  readonly on_day: string
  readonly body: Raw
  readonly withheld_from: readonly string[]
  readonly written_at: string
  readonly written_by: string | null
  readonly before: string
  readonly hash: string
}

export type RecordRows = {
  readonly record: Readonly<Record<string, unknown>> & {
    readonly id: string
    readonly head: number
    readonly head_hash: string
  }
  readonly parties: readonly Readonly<Record<string, unknown>>[]
  readonly entries: readonly EntryRow[]
  readonly withheld: readonly Readonly<Record<string, unknown>>[]
  readonly access: readonly Readonly<Record<string, unknown>>[]
  readonly standing: Readonly<Record<string, unknown>>
  readonly figures: ReturnType<typeof figuresColumns>
}

/** Where every entry belongs, in order. */
export function placesOf(entries: readonly Entry[]): readonly Place[] {
  const soFar = new Map<string, Entry>()
  return entries.map((entry) => {
    const place = placeOf(entry, (id) => soFar.get(id))
    soFar.set(entry.id, entry)
    return place
  })
}

/** What the columns of an entry say, all of it worked out from the entry itself. */
export const columnsOf = (entry: Entry, place: Place) => ({
  id: entry.id,
  kind: entry.kind,
  resource: place.resource,
  action: place.action,
  owner: place.owner ?? null,
  on_day: dayOfWhen(entry.on),
  withheld_from: entry.withheld?.from ?? [],
})

export const withheldRows = (record: string, number: number, entry: Entry) =>
  [...new Set(entry.withheld?.from ?? [])].map((party) => ({
    record,
    number,
    party,
    on_day: dayOfWhen(entry.on),
    exemption: entry.withheld?.exemption ?? '',
    why: entry.withheld?.why ?? '',
  }))

export const accessColumns = (record: string, row: AccessRow) => ({
  record,
  account: row.account,
  team: row.team,
  party: row.party,
  relationship: row.relationship,
  sees_as: row.seesAs,
})

export const standingColumns = (record: string, head: number, row: StandingRow) => ({
  record,
  head,
  person_name: row.personName,
  stage: row.stage,
  worker: row.worker,
  last_on: row.lastOn,
  open_disputes: row.openDisputes,
  waiting_since: row.waitingSince,
})

export type Arrival = {
  readonly id: string
  readonly record: RecordFile
  /** with what each party signs in, where they do */
  readonly link: ReadonlyMap<string, string>
  /** ISO 8601 in UTC, to the millisecond */
  readonly at: string
  /** the day for which the database works out who has access */
  readonly today: PlainDate
}

/** A whole record that comes in with a file. */
export function rowsOf({ id, record, link, at, today }: Arrival, teamOf: Signing['teamOf']): RecordRows {
  const policy = record.policy === undefined ? null : policySchema.encode(record.policy)
  const opening = openingHash(id, record.person, policy)
  const places = placesOf(record.entries)
  const signing: Signing = { accountOf: (party) => link.get(party), teamOf }
  const state = foldWhole(record)

  let before = opening
  const parties = record.parties.map((party, index) => {
    const hash = partyHash(before, id, index + 1, party)
    const row = {
      record: id,
      id: party.id,
      number: index + 1,
      body: party,
      role: party.role,
      account: link.get(party.id) ?? null,
      before: hex(before),
      hash: hex(hash),
    }
    before = hash
    return row
  })
  const partiesHash = before

  before = opening
  const entries = record.entries.map((entry, index): EntryRow => {
    const body = encodeEntry(entry)
    const hash = entryHash(before, { record: id, number: index + 1, body, writtenAt: at, writtenBy: null })
    const place = places[index]
    if (place === undefined) throw new Error('an entry without a place')
    const row = {
      record: id,
      number: index + 1,
      ...columnsOf(entry, place),
      body,
      written_at: at,
      written_by: null,
      before: hex(before),
      hash: hex(hash),
    }
    before = hash
    return row
  })
  const head = entries.length
  return {
    record: {
      id,
      person: record.person,
      person_party: record.person.id,
      person_name: record.person.name,
      born: dayOfWhen(record.person.born),
      policy,
      opened_at: at,
      opening: hex(opening),
      head,
      head_hash: hex(before),
      parties: parties.length,
      parties_hash: hex(partiesHash),
    },
    parties,
    entries,
    withheld: record.entries.flatMap((entry, index) => withheldRows(id, index + 1, entry)),
    access: accessRows(state, signing, today).map((row) => accessColumns(id, row)),
    standing: standingColumns(id, head, standingRow(state, signing)),
    figures: figuresColumns(id, head, state),
  }
}
