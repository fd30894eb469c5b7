import type { Query } from '../../platform/database/database.ts'
import { codeOf } from '../../platform/database/trouble.ts'

/** Where a contract stands, held for the rest of the transaction, so that whoever comes second waits. */
export type Held = {
  readonly head: number
  readonly head_hash: Buffer
  readonly parties: number
  readonly parties_hash: Buffer
  readonly notes: number
  readonly notes_hash: Buffer
  readonly batches: number
  readonly batches_hash: Buffer
  readonly written_at: string
  readonly actor: string
  readonly actor_name: string
  readonly sent_head: number | null
  readonly sent_digest: Buffer | null
}

/** Undefined where the contract is none of the reader's, as where there is none. */
export async function holdContract(query: Query, contract: string, key?: string): Promise<Held | undefined> {
  const [held] = await query<Held>(
    'select * from roundtable.hold_contract($1, $2)',
    [contract, key ?? null],
    'hold_contract',
  )
  return held
}

/** A refusal of the database leaves the rest of the transaction as it was. */
export async function unlessDenied(query: Query, work: () => Promise<void>): Promise<boolean> {
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
