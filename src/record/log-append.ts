import { KEEPER_KEY, type Query } from '../platform/database/database.ts'
import { codeOf } from '../platform/database/trouble.ts'
import { type Entry, type Party, type RecordFile, partySchema } from './entries.ts'
import { decodeEntry, encodeEntry } from './file.ts'
import { keepFigures } from './log-figures.ts'
import { digestOf, entryHash, hex, partyHash } from './log-hash.ts'
import { tableOf } from './log-read.ts'
import { standingColumns } from './log-rows.ts'
import { foldWhole, standingRow } from './standing.ts'

export type Appended =
  /** `head` is where the record now stands */
  | { readonly kind: 'kept'; readonly head: number }
  /** somebody else added something that the writer may see: nothing was kept, show it and ask again */
  | { readonly kind: 'overtaken'; readonly head: number; readonly since: readonly Entry[] }
  /** the writer may not add this, or may not know of the record */
  | { readonly kind: 'denied' }
  /** the key was used before, for something else: nothing was kept */
  | { readonly kind: 'key-reused' }

type Held = {
  readonly head: number
  readonly head_hash: Buffer
  readonly parties: number
  readonly parties_hash: Buffer
  readonly written_at: string
  readonly actor: string
  readonly sent_head: number | null
  readonly sent_digest: Buffer | null
}

const hold = async (query: Query, record: string, key: string | undefined): Promise<Held | undefined> => {
  const [held] = await query<Held>(
    'select * from roundtable.hold_record($1, $2)',
    [record, key ?? null],
    'hold_record',
  )
  return held
}

/**
 * Adds entries to a record: all of them or none. Whoever reads and writes at the same time as somebody else comes
 * second, and is told what came in between.
 * @param expectedHead the `head` of the record as the writer read it
 * @param key names what is sent, so that the same form sent twice has one effect and one answer
 */
export async function append(
  query: Query,
  record: string,
  expectedHead: number,
  entries: readonly Entry[],
  key?: string,
): Promise<Appended> {
  const held = await hold(query, record, key)
  if (held === undefined) return { kind: 'denied' }
  const bodies = entries.map(encodeEntry)
  const digest = digestOf(bodies)
  if (held.sent_head !== null) {
    const same = held.sent_digest !== null && digest.equals(held.sent_digest)
    return same ? { kind: 'kept', head: held.sent_head } : { kind: 'key-reused' }
  }
  if (expectedHead !== held.head) {
    const since = await query<{ body: unknown }>(
      'select body from roundtable.entry where record = $1 and number > $2 order by number',
      [record, expectedHead],
      'since',
    )
    // What the writer may not see cannot have changed what they meant.
    if (since.length > 0) {
      return { kind: 'overtaken', head: held.head, since: since.map(({ body }) => decodeEntry(body)) }
    }
  }
  let before = held.head_hash
  const rows = bodies.map((body, index) => {
    const number = held.head + index + 1
    const hash = entryHash(before, {
      record,
      number,
      body,
      writtenAt: held.written_at,
      writtenBy: held.actor,
    })
    const signed = { written_at: held.written_at, written_by: held.actor }
    const row = { record, number, body, ...signed, before: hex(before), hash: hex(hash) }
    before = hash
    return row
  })
  const head = held.head + rows.length
  const kept = await unlessDenied(query, async () => {
    // First, since what is added may end the writer's own right to be here: a provider whose support ends.
    if (key !== undefined) {
      await query(
        'insert into roundtable.submission (record, account, key, digest, head) values ($1, $2, $3, $4, $5)',
        [record, held.actor, key, digest, head],
        'keep_submission',
      )
    }
    await query(
      `insert into roundtable.entry (record, number, body, written_at, written_by, before, hash)
       select * from json_to_recordset($1) as x(record uuid, number int, body jsonb, written_at timestamptz, written_by text, before bytea, hash bytea)
       order by number`,
      [JSON.stringify(rows)],
      'append',
    )
  })
  if (!kept) return { kind: 'denied' }
  if (rows.length > 0) await keepStanding(query, record)
  return { kind: 'kept', head }
}

export type Seated =
  | { readonly kind: 'kept' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'there-already' }

export type Seat = {
  /** the party is the writer themselves: a manager, say, who takes a seat to sign */
  readonly mine?: boolean
  /** the party is a colleague (see `colleagues`), who then sees the record as their role does: takes `decide` in `people` */
  readonly account?: string
}

/**
 * Somebody new at the table. Takes the right to `judge` in `people`. Nobody sits down as more than they are: only staff
 * are given their sign-in so, in a professional's role, and as a manager only who manages already.
 */
export async function addParty(query: Query, record: string, party: Party, seat: Seat = {}): Promise<Seated> {
  const held = await hold(query, record, undefined)
  if (held === undefined) return { kind: 'denied' }
  const body = partySchema.parse(party)
  const number = held.parties + 1
  const [there] = await query<{ there: boolean }>(
    'select exists (select from roundtable.party where record = $1 and id = $2) as there',
    [record, party.id],
  )
  if (there?.there === true) return { kind: 'there-already' }
  const kept = await unlessDenied(query, async () => {
    await query(
      'insert into roundtable.party (record, number, body, account, before, hash) values ($1, $2, $3, $4, $5, $6)',
      [
        record,
        number,
        JSON.stringify(body),
        seat.mine === true ? held.actor : (seat.account ?? null),
        held.parties_hash,
        partyHash(held.parties_hash, record, number, body),
      ],
      'add_party',
    )
  })
  return { kind: kept ? 'kept' : 'denied' }
}

/** A refusal of the database leaves the rest of the transaction as it was. */
async function unlessDenied(query: Query, work: () => Promise<void>): Promise<boolean> {
  await query('savepoint adding', [], 'adding')
  try {
    await work()
    await query('release savepoint adding', [], 'added')
    return true
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    await query('rollback to savepoint adding')
    return false
  }
}

type Whole = {
  readonly head: number
  readonly person: unknown
  readonly policy: unknown
  readonly parties: readonly { readonly body: unknown; readonly account: string | null }[]
  readonly entries: readonly unknown[]
}

/** The lists keep what the whole record now gives, also where its writer sees only part of it. */
async function keepStanding(query: Query, record: string): Promise<void> {
  const [whole] = await query<Whole>(
    'select * from roundtable.whole_record($1, $2)',
    [record, KEEPER_KEY],
    'whole_record',
  )
  if (whole === undefined) throw new Error('a record that was just added to is not there')
  const source: Pick<RecordFile, 'person' | 'parties' | 'entries' | 'policy'> = {
    ...tableOf({ ...whole, parties: whole.parties.map(({ body }) => body) }),
    entries: whole.entries.map(decodeEntry),
  }
  const accounts = new Map(
    source.parties.map((party, index) => [party.id, whole.parties[index]?.account ?? undefined]),
  )
  const state = foldWhole(source)
  const row = standingRow(state, {
    accountOf: (party) => accounts.get(party),
    teamOf: () => undefined,
  })
  await query(
    'select roundtable.keep_standing($1, $2, json_populate_record(null::roundtable.standing, $3))',
    [record, KEEPER_KEY, JSON.stringify(standingColumns(record, whole.head, row))],
    'keep_standing',
  )
  await keepFigures(query, record, whole.head, state)
}
