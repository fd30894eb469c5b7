import type { ContractEntry, ContractFile, ContractParty } from '../../domain/contracts/entries.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import { codeOf } from '../../platform/database/trouble.ts'
import { digestOf, hex } from '../../record/log-hash.ts'
import { decodeContractEntry, encodeContractEntry, wrongWithAdded, writeContractText } from './file.ts'
import { contractPartySchema } from './kinds.ts'
import type { AppendedToContract } from './store-append.ts'
import { contractEntryHash, contractPartyHash } from './store-hash.ts'
import type { Held } from './store-hold.ts'
import {
  columnsOfEntry,
  exportContract,
  importContractsWithin,
  linkPerson,
  placesInContract,
} from './store-import.ts'

// What takes more than a buyer's own rights: a contract that was not there before, whose record a reference means, and a
// re-measure in the name of the reviewer who made it. The owner writes it, in one transaction that begins by asking whether the
// account is one of the council's buyers; it is signed with their account like everything else.

/**
 * Works as the owner for one of the council's buyers; undefined where the account is nobody's who buys.
 * @param account of whom the database has said in the door's own transaction that they are signed in
 */
export const forBuyer = <T>(
  database: Database,
  account: string,
  work: (query: Query, account: string) => Promise<T>,
): Promise<T | undefined> =>
  database.asOwner(async (query) => {
    // The same as roundtable.buys(), of an account instead of a session; it cannot be taken away while this goes on.
    const [buyer] = await query<{ id: string }>(
      `select id from roundtable.account
       where id = $1 and active and kind = 'staff' and role in ('commissioner', 'finance') for share`,
      [account],
    )
    return buyer === undefined ? undefined : work(query, buyer.id)
  })

export type OpenedLedger =
  | { readonly kind: 'kept'; readonly id: string }
  /** another contract has this id; nothing was kept */
  | { readonly kind: 'there-already' }
  | { readonly kind: 'denied' }

/** Opens the ledger of a contract that was checked as a file is. The same one sent twice is kept once. */
export async function openLedger(
  database: Database,
  account: string,
  { contract, link }: { readonly contract: ContractFile; readonly link: ReadonlyMap<string, string> },
): Promise<OpenedLedger> {
  try {
    const done = await forBuyer(database, account, async (query): Promise<OpenedLedger> => {
      const failed = await importContractsWithin(query, [{ contract, link, writtenBy: account }])
      if (failed === undefined) return { kind: 'kept', id: contract.contract.id }
      const there = await exportContract(query, failed.id)
      return there !== undefined && beginsWith(there, contract)
        ? { kind: 'kept', id: failed.id }
        : { kind: 'there-already' }
    })
    return done ?? { kind: 'denied' }
  } catch (error) {
    // The same form was sent twice at once, and the other one was first.
    if (codeOf(error) === '23505') return { kind: 'there-already' }
    throw error
  }
}

/** The same contract, whatever was added to it since. */
const beginsWith = (there: ContractFile, sent: ContractFile): boolean =>
  writeContractText({
    ...there,
    parties: there.parties.slice(0, sent.parties.length),
    entries: there.entries.slice(0, sent.entries.length),
  }) === writeContractText(sent)

/** Whether something was kept under this key already, for the buyer who sends it again. */
export const wasSent =
  (contract: string, key: string) =>
  async (query: Query, account: string): Promise<boolean> => {
    const rows = await query(
      'select from roundtable.contract_submission where contract = $1 and account = $2 and key = $3',
      [contract, account, key],
    )
    return rows.length > 0
  }

/** What a buyer adds: entries in their own name or in that of a reviewer who sits down with them, and whose record is meant. */
export type ByCouncil = {
  readonly entries: readonly ContractEntry[]
  readonly parties?: readonly ContractParty[]
  /** person to record */
  readonly people?: ReadonlyMap<string, string>
}

export type CouncilAdding = {
  readonly expectedHead?: number | undefined
  readonly key: string
}

/** Where the contract stands, held for the rest of the transaction: as `hold_contract` gives it to those who stand to it. */
const HOLD = `
  select c.head, c.head_hash, c.parties, c.parties_hash, c.notes, c.notes_hash, c.batches, c.batches_hash,
    date_trunc('milliseconds', now()) as written_at, $2::text as actor, s.head as sent_head, s.digest as sent_digest
  from roundtable.contract c left join roundtable.contract_submission s
    on s.contract = c.id and s.account = $2 and s.key = $3
  where c.id = $1 for update of c`

/**
 * Adds for a buyer, all of it or nothing, by the same rules as a file that comes in.
 * @param decide given the party as which the buyer writes
 */
export async function addByCouncil(
  query: Query,
  { contract, account }: { readonly contract: string; readonly account: string },
  decide: (seat: string) => ByCouncil,
  { expectedHead, key }: CouncilAdding,
): Promise<AppendedToContract> {
  const [held] = await query<Held>(HOLD, [contract, account, key])
  if (held === undefined) return { kind: 'denied' }
  const seat = await seatOf(query, contract, account)
  const made = decide(seat.party.id)
  const bodies = made.entries.map(encodeContractEntry)
  const digest = digestOf([bodies, [...(made.people ?? [])]])
  if (held.sent_head !== null) {
    const same = held.sent_digest !== null && digest.equals(held.sent_digest)
    return same ? { kind: 'kept', head: held.sent_head } : { kind: 'key-reused' }
  }
  if (expectedHead !== undefined && expectedHead !== held.head)
    return overtaken(query, contract, { expectedHead, head: held.head })
  const file = await exportContract(query, contract)
  if (file === undefined) return { kind: 'denied' }
  const parties = [
    ...(seat.isNew ? [seat] : []),
    ...(made.parties ?? []).map((party) => ({ party, account: null })),
  ]
  const seated = { ...file, parties: [...file.parties, ...parties.map(({ party }) => party)] }
  const mistakes = wrongWithAdded(seated, made.entries)
  if (mistakes.length > 0) return { kind: 'wrong', mistakes }
  await sitDown(query, contract, held, parties)
  await write(query, { contract, file: seated, held, entries: made.entries })
  for (const [person, record] of made.people ?? []) await linkPerson(query, contract, person, record)
  const head = held.head + made.entries.length
  await query(
    'insert into roundtable.contract_submission (contract, account, key, digest, head) values ($1, $2, $3, $4, $5)',
    [contract, account, key, digest, head],
  )
  await query('select roundtable.rebuild_givers($1)', [contract])
  return { kind: 'kept', head }
}

async function overtaken(
  query: Query,
  contract: string,
  { expectedHead, head }: { readonly expectedHead: number; readonly head: number },
): Promise<AppendedToContract> {
  const since = await query<{ body: unknown }>(
    'select body from roundtable.contract_entry where contract = $1 and number > $2 order by number',
    [contract, expectedHead],
  )
  return { kind: 'overtaken', head, since: since.map(({ body }) => decodeContractEntry(body)) }
}

type Seat = { readonly party: ContractParty; readonly account: string | null }

/** As which party the buyer writes: the one that they are, or themselves, who sits down now. */
async function seatOf(
  query: Query,
  contract: string,
  account: string,
): Promise<Seat & { readonly isNew: boolean }> {
  const [there] = await query<{ body: unknown }>(
    `select body from roundtable.contract_party
     where contract = $1 and account = $2 and role in ('commissioner', 'finance') order by number limit 1`,
    [contract, account],
  )
  if (there !== undefined) return { party: contractPartySchema.parse(there.body), account, isNew: false }
  const [me] = await query<{ name: string; role: string }>(
    'select name, role from roundtable.account where id = $1',
    [account],
  )
  return { party: contractPartySchema.parse({ id: account, ...me }), account, isNew: true }
}

async function sitDown(query: Query, contract: string, held: Held, parties: readonly Seat[]): Promise<void> {
  let before: Buffer = held.parties_hash
  let number = held.parties
  for (const { party, account } of parties) {
    number += 1
    const hash = contractPartyHash(before, contract, number, party)
    await query(
      `insert into roundtable.contract_party (contract, id, number, body, role, account, before, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [contract, party.id, number, JSON.stringify(party), party.role, account, hex(before), hex(hash)],
    )
    before = hash
  }
  await query('update roundtable.contract set parties = $2, parties_hash = $3 where id = $1', [
    contract,
    number,
    hex(before),
  ])
}

type Writing = {
  readonly contract: string
  readonly file: ContractFile
  readonly held: Held
  readonly entries: readonly ContractEntry[]
}

async function write(query: Query, { contract, file, held, entries }: Writing): Promise<void> {
  const places = placesInContract([...file.entries, ...entries]).slice(file.entries.length)
  let before: Buffer = held.head_hash
  for (const [index, entry] of entries.entries()) {
    const place = places[index]
    if (place === undefined) throw new Error('an entry without a place')
    const number = held.head + index + 1
    const body = encodeContractEntry(entry)
    const signed = { contract, number, writtenAt: held.written_at, writtenBy: held.actor }
    const hash = contractEntryHash(before, signed, body)
    const columns = columnsOfEntry(entry, place)
    await query(
      `insert into roundtable.contract_entry
         (contract, number, id, kind, reach, person, on_day, body, written_at, written_by, before, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        contract,
        number,
        columns.id,
        columns.kind,
        columns.reach,
        columns.person,
        columns.on_day,
        JSON.stringify(body),
        held.written_at,
        held.actor,
        hex(before),
        hex(hash),
      ],
    )
    before = hash
  }
  await query('update roundtable.contract set head = $2, head_hash = $3 where id = $1', [
    contract,
    held.head + entries.length,
    hex(before),
  ])
}
