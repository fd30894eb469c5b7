import type { ContractEntry, ContractParty, ContractRole } from '../../domain/contracts/entries.ts'
import type { Query } from '../../platform/database/database.ts'
import { digestOf, hex } from '../../record/log-hash.ts'
import type { Mistake } from '../../record/mistakes.ts'
import { decodeContractEntry, encodeContractEntry, wrongWithAdded } from './file.ts'
import { contractPartySchema } from './kinds.ts'
import { contractEntryHash, contractPartyHash } from './store-hash.ts'
import { holdContract, unlessDenied } from './store-hold.ts'
import { openContract } from './store-read.ts'

export type AppendedToContract =
  /** `head` is where the ledger now stands */
  | { readonly kind: 'kept'; readonly head: number }
  /** somebody added something that the writer may see: nothing was kept, show it and ask again */
  | { readonly kind: 'overtaken'; readonly head: number; readonly since: readonly ContractEntry[] }
  /** the entries do not fit the ledger: nothing was kept */
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] }
  /** not theirs to add, or they may not know of the contract */
  | { readonly kind: 'denied' }
  /** the key was used before, for something else: nothing was kept */
  | { readonly kind: 'key-reused' }

export type Adding = {
  /** the `head` as the writer read it. Left out where nothing that came in between could change what they mean. */
  readonly expectedHead?: number | undefined
  /** names what is sent, so that the same form sent twice has one effect and one answer */
  readonly key?: string | undefined
  /** what the key stands for; left out, it is the entries */
  readonly digest?: Buffer | undefined
}

/**
 * Adds entries to a contract's ledger: all of them or none. The ledger as the writer sees it has to stand with them in it, by
 * the same rules as a file that comes in: what is wrong is named, and the ledger is as it was.
 */
export async function appendToContract(
  query: Query,
  contract: string,
  entries: readonly ContractEntry[],
  { expectedHead, key, digest = digestOf(entries.map(encodeContractEntry)) }: Adding = {},
): Promise<AppendedToContract> {
  const held = await holdContract(query, contract, key)
  if (held === undefined) return { kind: 'denied' }
  const bodies = entries.map(encodeContractEntry)
  if (held.sent_head !== null) {
    const same = held.sent_digest !== null && digest.equals(held.sent_digest)
    return same ? { kind: 'kept', head: held.sent_head } : { kind: 'key-reused' }
  }
  if (expectedHead !== undefined && expectedHead !== held.head) {
    const since = await query<{ body: unknown }>(
      'select body from roundtable.contract_entry where contract = $1 and number > $2 order by number',
      [contract, expectedHead],
      'contract_since',
    )
    if (since.length > 0) {
      return {
        kind: 'overtaken',
        head: held.head,
        since: since.map(({ body }) => decodeContractEntry(body)),
      }
    }
  }
  const opened = await openContract(query, contract)
  if (opened === undefined) return { kind: 'denied' }
  const mistakes = wrongWithAdded(opened.file, entries)
  if (mistakes.length > 0) return { kind: 'wrong', mistakes }
  let before = held.head_hash
  const rows = bodies.map((body, index) => {
    const number = held.head + index + 1
    const signed = { contract, number, writtenAt: held.written_at, writtenBy: held.actor }
    const hash = contractEntryHash(before, signed, body)
    const row = {
      contract,
      number,
      body,
      written_at: held.written_at,
      written_by: held.actor,
      before: hex(before),
      hash: hex(hash),
    }
    before = hash
    return row
  })
  const head = held.head + rows.length
  const kept = await unlessDenied(query, async () => {
    if (key !== undefined) {
      await query(
        'insert into roundtable.contract_submission (contract, account, key, digest, head) values ($1, $2, $3, $4, $5)',
        [contract, held.actor, key, digest, head],
        'keep_contract_submission',
      )
    }
    await query(
      `insert into roundtable.contract_entry (contract, number, body, written_at, written_by, before, hash)
       select * from json_to_recordset($1) as x(contract text, number int, body jsonb, written_at timestamptz, written_by text, before bytea, hash bytea)
       order by number`,
      [JSON.stringify(rows)],
      'append_to_contract',
    )
  })
  return kept ? { kind: 'kept', head } : { kind: 'denied' }
}

/**
 * The signed-in account sits down as a party of the contract, in its own name and as no more than it is: the first time that a
 * social worker, say, challenges something under it. Whoever sits already stays. @returns their party, or undefined where
 * there is no seat for them
 */
export async function takeSeat(
  query: Query,
  contract: string,
  role: Exclude<ContractRole, 'provider' | 'reviewer'>,
): Promise<string | undefined> {
  const held = await holdContract(query, contract)
  if (held === undefined) return undefined
  const [there] = await query<{ id: string }>(
    `select id from roundtable.contract_party
     where contract = $1 and account = $2 and role = $3 order by number limit 1`,
    [contract, held.actor, role],
    'contract_seat',
  )
  if (there !== undefined) return there.id
  const party: ContractParty = contractPartySchema.parse({ id: held.actor, name: held.actor_name, role })
  const number = held.parties + 1
  const kept = await unlessDenied(query, async () => {
    await query(
      'insert into roundtable.contract_party (contract, number, body, account, before, hash) values ($1, $2, $3, $4, $5, $6)',
      [
        contract,
        number,
        JSON.stringify(party),
        held.actor,
        held.parties_hash,
        contractPartyHash(held.parties_hash, contract, number, party),
      ],
      'take_contract_seat',
    )
  })
  return kept ? party.id : undefined
}
