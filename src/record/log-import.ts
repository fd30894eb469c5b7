import { randomUUID } from 'node:crypto'
import { day } from '../domain/dates/plain-date.ts'
import type { Traits } from '../domain/population/traits.ts'
import type { Database, Query } from '../platform/database/database.ts'
import type { RecordFile } from './entries.ts'
import { importFigures } from './log-figures.ts'
import { type Arrival, type RecordRows, rowsOf } from './log-rows.ts'

export type ImportOptions = {
  /** with what each party signs in: party id to account id */
  readonly link?: ReadonlyMap<string, string>
  /** a UUID; a new one where none is given */
  readonly id?: string
  /** what the council knows beside the record: for figures of many, and for nothing else */
  readonly traits?: Omit<Traits, 'person'>
}

/** One record, whole or not at all. @returns its id */
export async function importRecord(
  db: Database,
  record: RecordFile,
  options: ImportOptions = {},
): Promise<string> {
  const [id = ''] = await importMany(db, [{ record, ...options }])
  return id
}

export type Incoming = ImportOptions & { readonly record: RecordFile }

/** So many entries are sent at once: enough that the way there does not count, few enough for the memory. */
const ENTRIES_AT_ONCE = 6_000

/**
 * Many records in one transaction, all or none; read one after the other, so that the list may be longer than the
 * memory. @returns their ids, in order
 */
export const importMany = (
  db: Database,
  incoming: Iterable<Incoming> | AsyncIterable<Incoming>,
  onKept: (records: number) => void = () => undefined,
): Promise<readonly string[]> => db.asOwner((query) => importWithin(query, incoming, onKept))

/** The same as part of a transaction of the owner's. */
export async function importWithin(
  query: Query,
  incoming: Iterable<Incoming> | AsyncIterable<Incoming>,
  onKept: (records: number) => void = () => undefined,
): Promise<readonly string[]> {
  const teams = await teamsOf(query)
  const [now] = await query<{ at: string; today: string }>(
    "select date_trunc('milliseconds', now()) as at, roundtable.today() as today",
  )
  const at = now?.at ?? ''
  const today = day(now?.today ?? '')
  const ids: string[] = []
  let batch: Row[] = []
  let waiting = 0
  // While the server keeps one batch, the next is made.
  let keeping: Promise<void> = Promise.resolve()
  const send = async () => {
    await keeping
    keeping = keep(query, batch)
    // What fails is told by the next `await keeping`; until then it must not look unheard.
    keeping.catch(() => undefined)
    onKept(ids.length)
    batch = []
    waiting = 0
  }
  for await (const { record, link = new Map(), id = randomUUID(), traits } of incoming) {
    const arrival: Arrival = { id, record, link, at, today }
    batch.push({ ...rowsOf(arrival, (account) => teams.get(account)), traits })
    ids.push(id)
    waiting += record.entries.length + record.parties.length + 1
    if (waiting >= ENTRIES_AT_ONCE) await send()
  }
  await send()
  await keeping
  // What was not counted is guessed at: a plan for a list of five thousand must not be one for five.
  if (ids.length >= 100) {
    await query(
      'analyze roundtable.record, roundtable.party, roundtable.entry, roundtable.access, roundtable.standing, guarded.figures',
    )
  }
  return ids
}

export async function teamsOf(query: Query): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; team: string }>(
    'select id, team from roundtable.account where team is not null',
  )
  return new Map(rows.map(({ id, team }) => [id, team]))
}

type Row = RecordRows & { readonly traits: ImportOptions['traits'] | undefined }

async function keep(query: Query, batch: readonly Row[]): Promise<void> {
  if (batch.length === 0) return
  const of = (part: 'parties' | 'entries' | 'withheld' | 'access') =>
    JSON.stringify(batch.flatMap((rows) => rows[part]))
  await query(
    `insert into roundtable.record (id, person, person_party, person_name, born, policy, opened_at, opening, head, head_hash, parties, parties_hash)
     select * from json_to_recordset($1) as x(id uuid, person jsonb, person_party text, person_name text, born date, policy jsonb,
       opened_at timestamptz, opening bytea, head int, head_hash bytea, parties int, parties_hash bytea)`,
    [JSON.stringify(batch.map((rows) => rows.record))],
    'import_record',
  )
  await query(
    `insert into roundtable.party (record, id, number, body, role, account, before, hash)
     select * from json_to_recordset($1) as x(record uuid, id text, number int, body jsonb, role text, account text, before bytea, hash bytea)`,
    [of('parties')],
    'import_party',
  )
  await query(
    `insert into roundtable.entry (record, number, id, kind, resource, action, owner, on_day, body, withheld_from, written_at, written_by, before, hash)
     select * from json_to_recordset($1) as x(record uuid, number int, id text, kind text, resource text, action text, owner text,
       on_day date, body jsonb, withheld_from text[], written_at timestamptz, written_by text, before bytea, hash bytea)`,
    [of('entries')],
    'import_entry',
  )
  await query(
    `insert into roundtable.withheld (record, number, party, on_day, exemption, why)
     select * from json_to_recordset($1) as x(record uuid, number int, party text, on_day date, exemption text, why text)`,
    [of('withheld')],
    'import_withheld',
  )
  await query(
    `insert into roundtable.access (record, account, team, party, relationship, sees_as)
     select * from json_to_recordset($1) as x(record uuid, account text, team text, party text, relationship text, sees_as text[])`,
    [of('access')],
    'import_access',
  )
  await query(
    `insert into roundtable.standing (record, head, person_name, stage, worker, last_on, open_disputes, waiting_since)
     select * from json_to_recordset($1) as x(record uuid, head int, person_name text, stage text, worker text, last_on date, open_disputes int, waiting_since date)`,
    [JSON.stringify(batch.map((rows) => rows.standing))],
    'import_standing',
  )
  await importFigures(
    query,
    batch.map(({ figures, traits }) => ({ ...figures, traits: traits && traitsOf(traits) })),
  )
}

/** Whose they are stands in the row. */
const traitsOf = ({ sex, ethnicity, area, reason }: Omit<Traits, 'person'>) => ({
  sex,
  ethnicity,
  area,
  reason,
})
