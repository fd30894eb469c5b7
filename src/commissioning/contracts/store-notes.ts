import type { Query } from '../../platform/database/database.ts'
import { hex } from '../../record/log-hash.ts'
import { decodeBy } from '../../record/quick.ts'
import { noteHash } from './store-hash.ts'
import { holdContract, unlessDenied } from './store-hold.ts'
import { type Note, type NoteBody, aboutOf, noteBody } from './view-notes.ts'

// What stands beside a ledger and changes no payment: what was said about a flag, and samples that were drawn.

type Row = {
  readonly number: number
  readonly body: unknown
  readonly name: string
  readonly written_at: string
}

/** Everything that stands beside a contract, as far as the reader may see it, in order. */
export async function notesOf(query: Query, contract: string): Promise<readonly Note[]> {
  const rows = await query<Row>(
    'select number, body, name, written_at from roundtable.contract_note where contract = $1 order by number',
    [contract],
    'contract_notes',
  )
  return rows.map(({ number, body, name, written_at: at }) => ({
    number,
    body: decodeBy(noteBody, body),
    name,
    at,
  }))
}

export type Noted = { readonly kind: 'kept' | 'denied' | 'key-reused' }

/** Adds a note. @param key the same form sent twice has one effect */
export async function addNote(query: Query, contract: string, body: NoteBody, key: string): Promise<Noted> {
  const held = await holdContract(query, contract, `note ${key}`)
  if (held === undefined) return { kind: 'denied' }
  if (held.sent_head !== null) return { kind: 'kept' }
  const number = held.notes + 1
  const about = aboutOf(body)
  const signed = { contract, number, writtenAt: held.written_at, writtenBy: held.actor }
  const hash = noteHash(held.notes_hash, signed, about, body)
  const kept = await unlessDenied(query, async () => {
    await query(
      'insert into roundtable.contract_submission (contract, account, key, digest, head) values ($1, $2, $3, $4, $5)',
      [contract, held.actor, `note ${key}`, hash, held.head],
      'keep_contract_submission',
    )
    await query(
      `insert into roundtable.contract_note (contract, number, about, body, written_at, written_by, before, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        contract,
        number,
        about,
        JSON.stringify(body),
        held.written_at,
        held.actor,
        hex(held.notes_hash),
        hex(hash),
      ],
      'add_contract_note',
    )
  })
  return { kind: kept ? 'kept' : 'denied' }
}

/** Whether a form was sent before under its key, and what it says is kept. */
export const wasNoted = async (query: Query, contract: string, key: string): Promise<boolean> =>
  ((await holdContract(query, contract, `note ${key}`))?.sent_head ?? null) !== null
