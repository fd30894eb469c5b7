import type { ContractEntry, ContractFile } from '../../domain/contracts/entries.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import { hex } from '../../record/log-hash.ts'
import { decodeContractEntry, encodeContractEntry } from './file.ts'
import { type ContractPlace, placeInContract } from './place.ts'
import { contractEntryHash, contractOpening, contractPartyHash } from './store-hash.ts'
import { fileOf } from './store-read.ts'

/** A contract that comes in with a file. */
export type ContractIncoming = {
  readonly contract: ContractFile
  /** with what each party signs in: party id to account id */
  readonly link?: ReadonlyMap<string, string>
  /** whose record a reference means: person to record */
  readonly people?: ReadonlyMap<string, string>
  /** the account that typed it in; left out where it came with a file */
  readonly writtenBy?: string
}

/** A contract of that id is there already. */
export type NotImported = { readonly kind: 'there-already'; readonly id: string }

/** Many contracts in one transaction, all or none. @returns the id of one that is there already, where one is */
export const importContracts = (
  db: Database,
  incoming: readonly ContractIncoming[],
): Promise<NotImported | undefined> => db.asOwner((query) => importContractsWithin(query, incoming))

/** The same as part of a transaction of the owner's. Nothing is written where one is there already. */
export async function importContractsWithin(
  query: Query,
  incoming: readonly ContractIncoming[],
): Promise<NotImported | undefined> {
  const ids = incoming.map(({ contract }) => contract.contract.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) return { kind: 'there-already', id: twice }
  const [there] = await query<{ id: string }>(
    'select id from roundtable.contract where id = any ($1) order by id limit 1',
    [ids],
  )
  if (there !== undefined) return { kind: 'there-already', id: there.id }
  const [now] = await query<{ at: string }>("select date_trunc('milliseconds', now()) as at")
  for (const one of incoming) await importOne(query, one, now?.at ?? '')
  return undefined
}

/** Where each entry of a ledger belongs, in order. */
export function placesInContract(entries: readonly ContractEntry[]): readonly ContractPlace[] {
  const soFar = new Map<string, ContractPlace>()
  return entries.map((entry) => {
    const place = placeInContract(entry, (id) => soFar.get(id))
    soFar.set(entry.id, place)
    return place
  })
}

/** What the columns of an entry say, all of it worked out from the entry itself. */
export const columnsOfEntry = (entry: ContractEntry, { reach, person }: ContractPlace) => ({
  id: entry.id,
  kind: entry.kind,
  reach,
  person,
  on_day: entry.on,
})

async function importOne(
  query: Query,
  { contract: file, link = new Map(), people = new Map(), writtenBy }: ContractIncoming,
  at: string,
): Promise<void> {
  const { id, name, council } = file.contract
  const opening = contractOpening(file.contract)
  let before = opening
  const parties = file.parties.map((party, index) => {
    const hash = contractPartyHash(before, id, index + 1, party)
    const row = {
      contract: id,
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
  const places = placesInContract(file.entries)
  const entries = file.entries.map((entry, index) => {
    const body = encodeContractEntry(entry)
    const number = index + 1
    const signed = { contract: id, number, writtenAt: at, writtenBy: writtenBy ?? null }
    const hash = contractEntryHash(before, signed, body)
    const place = places[index]
    if (place === undefined) throw new Error('an entry without a place')
    const row = {
      contract: id,
      number,
      ...columnsOfEntry(entry, place),
      body,
      written_at: at,
      written_by: signed.writtenBy,
      before: hex(before),
      hash: hex(hash),
    }
    before = hash
    return row
  })
  await query(
    `insert into roundtable.contract
       (id, name, council, opened_at, opening, head, head_hash, parties, parties_hash, notes_hash, batches_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $5, $5)`,
    [id, name, council, at, opening, entries.length, before, parties.length, partiesHash],
    'import_contract',
  )
  await query(
    `insert into roundtable.contract_party (contract, id, number, body, role, account, before, hash)
     select * from json_to_recordset($1) as x(contract text, id text, number int, body jsonb, role text, account text, before bytea, hash bytea)`,
    [JSON.stringify(parties)],
    'import_contract_party',
  )
  await query(
    `insert into roundtable.contract_entry (contract, number, id, kind, reach, person, on_day, body, written_at, written_by, before, hash)
     select * from json_to_recordset($1) as x(contract text, number int, id text, kind text, reach text, person text, on_day date,
       body jsonb, written_at timestamptz, written_by text, before bytea, hash bytea)`,
    [JSON.stringify(entries)],
    'import_contract_entry',
  )
  for (const [person, record] of people) await linkPerson(query, id, person, record)
  await query('select roundtable.rebuild_givers($1)', [id])
}

/** Says whose record a reference in a contract means. As the owner: who does it must see both. */
export async function linkPerson(
  query: Query,
  contract: string,
  person: string,
  record: string,
): Promise<void> {
  await query(
    'insert into roundtable.contract_person (contract, person, record) values ($1, $2, $3)',
    [contract, person, record],
    'link_contract_person',
  )
}

type Kept = {
  readonly id: string
  readonly name: string
  readonly council: string
  readonly parties: readonly unknown[] | null
  readonly entries: readonly unknown[] | null
}

/** A whole contract without asking who may: for the owner, on the command line. Undefined where there is none. */
export async function exportContract(query: Query, id: string): Promise<ContractFile | undefined> {
  const [row] = await query<Kept>(
    `select c.id, c.name, c.council,
       (select json_agg(p.body order by p.number) from roundtable.contract_party p where p.contract = c.id) as parties,
       (select json_agg(e.body order by e.number) from roundtable.contract_entry e where e.contract = c.id) as entries
     from roundtable.contract c where c.id = $1`,
    [id],
  )
  return row === undefined
    ? undefined
    : fileOf(row, row.parties ?? [], (row.entries ?? []).map(decodeContractEntry))
}
