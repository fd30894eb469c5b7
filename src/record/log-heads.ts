import { createHash } from 'node:crypto'
import type { Database, Query } from '../platform/database/database.ts'

/** Something in the database that is not as the service wrote it. */
export type Fault = {
  readonly record: string
  /** the first bad entry, where it is one */
  readonly number?: number
  readonly says: string
}

/** Where one record stood on some day: what is kept outside the database, so that a cut end or an old copy shows. */
export type Head = {
  readonly record: string
  readonly head: number
  readonly hash: string
  readonly parties: number
  readonly partiesHash: string
}

type Row = {
  readonly record: string
  readonly head: number
  readonly hash: string
  readonly parties: number
  readonly parties_hash: string
}

/**
 * A line for each record, and one over all of them: print it, mail it, or keep it where the database's owner cannot
 * write. It names no person.
 */
export const headsOf = (db: Database): Promise<string> =>
  db.asOwner(async (query) => {
    const rows = await query<Row>(
      `select id as record, head, encode(head_hash, 'hex') as hash, parties, encode(parties_hash, 'hex') as parties_hash
       from roundtable.record order by id`,
    )
    const lines = rows.map(
      (row) => `${row.record} ${row.head} ${row.hash} ${row.parties} ${row.parties_hash}\n`,
    )
    return `${lines.join('')}all ${totalOf(lines)}\n`
  })

const totalOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('')).digest('hex')

const LINE = /^([0-9a-f-]{36}) (\d+) ([0-9a-f]{64}) (\d+) ([0-9a-f]{64})$/

/** @throws a sentence where the text is not one that `headsOf` wrote, whole and unchanged. */
export function readHeads(text: string): readonly Head[] {
  const lines = text.split('\n').filter((line) => line !== '')
  const last = lines.pop()
  if (last !== `all ${totalOf(lines.map((line) => `${line}\n`))}`) {
    throw new RangeError('The list of heads is not whole: its last line does not match the lines before.')
  }
  return lines.map((line) => {
    const [, record = '', head = '', hash = '', parties = '', partiesHash = ''] = LINE.exec(line) ?? []
    if (record === '') throw new RangeError(`The list of heads has a line that is none: ${line.slice(0, 60)}`)
    return { record, head: Number(head), hash, parties: Number(parties), partiesHash }
  })
}

/** A log only grows: every record of then must still be there, and still hold what was its last entry then. */
export async function headFaults(query: Query, heads: readonly Head[]): Promise<readonly Fault[]> {
  const rows = await query<{ record: string; number: number; says: string }>(
    `select h.record, h.head as number,
       case
         when r.id is null then 'The record is gone.'
         when h.head > r.head then format('The end of the log was cut off: it had %s entries and has %s.', h.head, r.head)
         when h.parties > r.parties then 'A party is gone.'
         when h.hash <> encode(coalesce(e.hash, r.opening), 'hex') then format('Entry %s is not the one that it was.', h.head)
         else 'A party is not the one that it was.'
       end as says
     from json_to_recordset($1) as h(record uuid, head int, hash text, parties int, "partiesHash" text)
     left join roundtable.record r on r.id = h.record
     left join roundtable.entry e on e.record = h.record and e.number = h.head
     left join roundtable.party p on p.record = h.record and p.number = h.parties
     where r.id is null or h.head > r.head or h.parties > r.parties
       or h.hash <> encode(coalesce(e.hash, r.opening), 'hex')
       or h."partiesHash" <> encode(coalesce(p.hash, r.opening), 'hex')
     order by h.record`,
    [JSON.stringify(heads)],
  )
  return rows.map(({ record, number, says }) => ({ record, number, says }))
}
