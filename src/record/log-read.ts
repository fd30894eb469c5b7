import type { Query } from '../platform/database/database.ts'
import { day } from '../domain/dates/plain-date.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { Relationship } from './access.ts'
import {
  type Entry,
  FORMAT,
  type Party,
  type Person,
  type Policy,
  type RecordFile,
  partySchema,
  personSchema,
  policySchema,
} from './entries.ts'
import { decodeEntry } from './file.ts'
import { NO_MEMORY, type OpenedMemory } from './log-memory.ts'
import { decodeBy } from './quick.ts'
import type { Standing } from './stages.ts'
import { inOrder } from './standing.ts'

/** That something is withheld from the reader, and on what ground: never silence, and never what it is. */
export type WithheldNotice = {
  readonly on: PlainDate
  readonly exemption: string
  readonly why: string
}

/** A record as far as its reader may see it. */
export type OpenRecord = {
  readonly id: string
  readonly person: Person
  readonly parties: readonly Party[]
  readonly policy?: Policy
  /** what the reader may see, in order */
  readonly entries: readonly Entry[]
  readonly withheld: readonly WithheldNotice[]
  /** to be handed to `append`: where the record stood when it was read */
  readonly head: number
  /** how the reader stands to the record, strongest first */
  readonly relationships: readonly Relationship[]
  /** who the reader is at the table, where they have a place: what they write is `by` this party */
  readonly myParty?: string
  /** changes with anything that the reader may see of the record, and with how they stand to it */
  readonly version: string
}

type Row = {
  readonly person: unknown
  readonly policy: unknown
  readonly head: number
  readonly parties: readonly unknown[] | null
  readonly entries: readonly unknown[] | null
  readonly withheld:
    | readonly { readonly on: string; readonly exemption: string; readonly why: string }[]
    | null
  readonly access: readonly Seat[] | null
}
type Seat = { readonly relationship: string; readonly party: string | null }

type Versioned = Row & { readonly version: string }

/**
 * The record as far as its reader may see it; undefined where they may not know of it, as where there is none. What is
 * in the memory already is not read again, where the database says that it is still what this reader sees.
 */
export async function openRecord(
  query: Query,
  id: string,
  memory: OpenedMemory = NO_MEMORY,
): Promise<OpenRecord | undefined> {
  if (!isRecordId(id)) return undefined
  const known = memory.known(id)
  if (known.size > 0) {
    const [now] = await query<{ readonly version: string | null }>(VERSION, [id], 'version_of_record')
    if (now === undefined || now.version === null) return undefined
    const remembered = known.get(now.version)
    if (remembered !== undefined) {
      memory.keep(id, now.version, remembered)
      return remembered
    }
  }
  const [row] = await query<Versioned>(OPEN, [id], 'open_record')
  if (row === undefined) return undefined
  const opened = openedFrom(id, row)
  memory.keep(id, row.version, opened)
  return opened
}

function openedFrom(id: string, row: Versioned): OpenRecord {
  const seats = row.access ?? []
  const relationships = inOrder(seats.map(({ relationship }) => relationship))
  const myParty = relationships
    .map(
      (relationship) =>
        seats.find((seat) => seat.relationship === relationship && seat.party !== null)?.party,
    )
    .find((party) => typeof party === 'string')
  return {
    id,
    ...tableOf(row),
    entries: (row.entries ?? []).map(decodeEntry),
    withheld: (row.withheld ?? []).map(({ on, exemption, why }) => ({ on: day(on), exemption, why })),
    head: row.head,
    relationships,
    version: row.version,
    ...(typeof myParty === 'string' ? { myParty } : {}),
  }
}

const VERSION = 'select roundtable.version_for($1) as version'

/** In one statement, so that the version is that of all the rest. */
const OPEN = `
  select roundtable.version_for(r.id) as version, r.person, r.policy, r.head,
    (select json_agg(p.body order by p.number) from roundtable.party p where p.record = r.id) as parties,
    (select json_agg(e.body order by e.on_day, e.number) from roundtable.entry e where e.record = r.id) as entries,
    (select json_agg(json_build_object('on', w.on_day, 'exemption', w.exemption, 'why', w.why) order by w.number)
     from (select distinct w.number, w.on_day, w.exemption, w.why from roundtable.withheld w where w.record = r.id) w) as withheld,
    (select json_agg(json_build_object('relationship', a.relationship, 'party', a.party) order by a.party)
     from roundtable.access a where a.record = r.id) as access
  from roundtable.record r where r.id = $1`

/** A record out of many, as far as its reader may see it. */
export type OneOfMany = Pick<OpenRecord, 'id' | 'person' | 'parties' | 'policy' | 'entries'>

/** Many records in one statement, for lists; those that the reader may not know of are absent, as those that are not there. */
export async function openMany(query: Query, ids: readonly string[]): Promise<readonly OneOfMany[]> {
  const rows = await query<Pick<Row, 'person' | 'policy' | 'parties' | 'entries'> & { readonly id: string }>(
    OPEN_MANY,
    [ids.filter(isRecordId)],
    'open_many',
  )
  return rows.map((row) => ({
    id: row.id,
    ...tableOf(row),
    entries: (row.entries ?? []).map(decodeEntry),
  }))
}

const OPEN_MANY = `
  select r.id, r.person, r.policy,
    (select json_agg(p.body order by p.number) from roundtable.party p where p.record = r.id) as parties,
    (select json_agg(e.body order by e.on_day, e.number) from roundtable.entry e where e.record = r.id) as entries
  from roundtable.record r where r.id = any ($1::uuid[])`

const RECORD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from outside can be a record's id at all. */
export const isRecordId = (text: string): boolean => RECORD_ID.test(text)

/** Who sits at the table, as the database gives it. @throws where the log was tampered with. */
export function tableOf(
  row: Pick<Row, 'person' | 'policy' | 'parties'>,
): Pick<RecordFile, 'person' | 'parties' | 'policy'> {
  return {
    person: decodeBy(personSchema, row.person),
    parties: (row.parties ?? []).map((party) => decodeBy(partySchema, party)),
    ...(row.policy === null ? {} : { policy: decodeBy(policySchema, row.policy) }),
  }
}

/** The record in a file, as far as the reader may see it; undefined where they may not take it away. */
export async function exportRecord(query: Query, id: string): Promise<RecordFile | undefined> {
  if (!isRecordId(id)) return undefined
  const [may] = await query<{ may: boolean }>(
    `select exists (
       select from roundtable.access a join roundtable.policy p on p.relationship = a.relationship
       where a.record = $1 and p.resource = 'people' and p.action = 'export') as may`,
    [id],
  )
  return may?.may === true ? exportWhole(query, id) : undefined
}

/** The same without asking who may: for the owner, on the command line. */
export async function exportWhole(query: Query, id: string): Promise<RecordFile | undefined> {
  if (!isRecordId(id)) return undefined
  const [row] = await query<Row>(OPEN, [id])
  if (row === undefined) return undefined
  return { format: FORMAT, ...tableOf(row), entries: (row.entries ?? []).map(decodeEntry) }
}

/** One line of a list of people. What the reader may not know of a record is absent. */
export type CaseloadLine = {
  readonly record: string
  readonly personName: string
  readonly relationships: readonly Relationship[]
  readonly stage?: Standing
  readonly worker?: string
  readonly lastOn?: PlainDate
  readonly openDisputes?: number
  readonly waitingSince?: PlainDate
  /** the number of the entry up to which all this was worked out */
  readonly head?: number
}

type CaseloadRow = {
  readonly record: string
  /** null where the reader may not know whose record it is, which no relationship is kept from today */
  readonly person_name: string | null
  readonly relationships: readonly string[]
  readonly stage: Standing | null
  readonly worker: string | null
  readonly last_on: string | null
  readonly open_disputes: number | null
  readonly waiting_since: string | null
  readonly head: number | null
}

/**
 * The records to which the reader stands in one of these ways (in any way where none is given), by name.
 * A worker's caseload is `['worker']`, a manager's team `['manager']`, what one covers for `['team']`.
 */
export async function caseload(query: Query, as?: readonly Relationship[]): Promise<readonly CaseloadLine[]> {
  const rows = await query<CaseloadRow>(
    // Each standing by its record: a plan that reads all of them costs three times as much for two hundred people.
    `select mine.record, mine.relationships, s.stage, s.worker, s.last_on, s.open_disputes, s.waiting_since, s.head,
       coalesce(s.person_name, (select r.person_name from roundtable.record r where r.id = mine.record)) as person_name
     from (
       select a.record, array_agg(distinct a.relationship) as relationships
       from roundtable.access a
       where $1::text[] is null or a.relationship = any ($1)
       group by a.record) mine
     left join lateral (select * from roundtable.standing st where st.record = mine.record offset 0) s on true
     order by person_name, mine.record`,
    [as === undefined ? null : [...as]],
    'caseload',
  )
  return rows.map((row) => ({
    record: row.record,
    personName: row.person_name ?? '',
    relationships: inOrder(row.relationships),
    ...(row.stage === null ? {} : { stage: row.stage, openDisputes: row.open_disputes ?? 0 }),
    ...(row.worker === null ? {} : { worker: row.worker }),
    ...(row.last_on === null ? {} : { lastOn: day(row.last_on) }),
    ...(row.waiting_since === null ? {} : { waitingSince: day(row.waiting_since) }),
    ...(row.head === null ? {} : { head: row.head }),
  }))
}

/**
 * Changes whenever what `caseload` gives may have changed, of the list or of a record in it; undefined where that is not counted,
 * which it is not for `team`.
 */
export async function caseloadVersion(
  query: Query,
  as: readonly Relationship[],
): Promise<string | undefined> {
  const [row] = await query<{ version: string | null }>(
    'select roundtable.list_version($1) as version',
    [[...as]],
    'list_version',
  )
  return row?.version ?? undefined
}

/** Who looked. */
export type Look = {
  /** ISO 8601 in UTC */
  readonly at: string
  readonly account: string
  readonly name: string
  readonly relationship: string
  readonly page: string
}

/** Keeps that the reader looked, in the transaction in which they do; `relationship` says why they could. */
export async function keepLook(
  query: Query,
  record: string,
  page: string,
  relationship: Relationship,
): Promise<void> {
  await query(
    'insert into roundtable.look (record, page, relationship) values ($1, $2, $3)',
    [record, page, relationship],
    'keep_look',
  )
}

/**
 * Keeps the look of somebody who comes back to a page, where the record is to them still what it was under this version.
 * @returns whether it is: where it is not, nothing was kept, and the page has to be made anew
 */
export async function keepLookAgain(
  query: Query,
  { record, version, page, relationship }: LookAgain,
): Promise<boolean> {
  const [row] = await query<{ same: boolean }>(
    'select roundtable.looked_again($1, $2, $3, $4) as same',
    [record, version, page, relationship],
    'looked_again',
  )
  return row?.same === true
}

export type LookAgain = {
  readonly record: string
  readonly version: string
  readonly page: string
  readonly relationship: Relationship
}

/** Who looked at a record, the latest first; nothing for whoever may not know. */
export const looks = (query: Query, record: string, most = 500): Promise<readonly Look[]> =>
  query<Look>(
    `select at, account, name, relationship, page from roundtable.look
     where record = $1 order by at desc, id desc limit $2`,
    [record, most],
    'looks',
  )
