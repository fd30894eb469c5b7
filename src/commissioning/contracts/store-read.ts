import type { ContractEntry, ContractFile, ContractParty } from '../../domain/contracts/entries.ts'
import type { Query } from '../../platform/database/database.ts'
import { decodeBy } from '../../record/quick.ts'
import { decodeContractEntry } from './file.ts'
import { CONTRACT_FORMAT, contractPartySchema, contractSchema } from './kinds.ts'
import { WAYS, type Way } from './ways.ts'

/** Somebody under a contract whose record the reader may see. */
export type PersonSeen = { readonly record: string; readonly name: string }

/** A contract as far as its reader may see it. */
export type OpenContract = {
  readonly id: string
  /** where the ledger stood when it was read: to be handed to `appendToContract` */
  readonly head: number
  /** how many batches of visits have come in */
  readonly batches: number
  /** the entries that the reader may see, as a contract file holds them */
  readonly file: ContractFile
  /** how the reader stands to the contract, or to anybody under it */
  readonly ways: readonly Way[]
  /** the parties of the contract as which the reader acts */
  readonly mine: readonly string[]
  /** by reference: the people whose record the reader may see. A commissioner sees nobody's. */
  readonly people: ReadonlyMap<string, PersonSeen>
  /**
   * By entry: who of the staff typed in what stands in the person’s own name; null where it was written by who acts or speaks for
   * them. What is not in it the person wrote, or it came with a file.
   */
  readonly typedIn: ReadonlyMap<string, string | null>
}

type Row = {
  readonly id: string
  readonly name: string
  readonly council: string
  readonly head: number
  readonly batches: number
  readonly ways: readonly string[]
  readonly mine: readonly string[] | null
  readonly parties: readonly unknown[] | null
  readonly entries: readonly { readonly number: number; readonly body: unknown }[] | null
  readonly links: readonly { readonly number: number; readonly body: unknown }[] | null
  readonly people:
    | readonly { readonly person: string; readonly record: string; readonly name: string }[]
    | null
  readonly typed_in: readonly { readonly id: string; readonly by: string | null }[] | null
}

const OPEN = `
  select c.id, c.name, c.council, c.head, c.batches, roundtable.contract_ways(c.id, null) as ways,
    (select json_agg(p.id order by p.number) from roundtable.contract_party p
     where p.contract = c.id and p.account = roundtable.actor()) as mine,
    (select json_agg(p.body order by p.number) from roundtable.contract_party p where p.contract = c.id) as parties,
    (select json_agg(json_build_object('number', e.number, 'body', e.body) order by e.number)
     from roundtable.contract_entry e where e.contract = c.id) as entries,
    (select json_agg(json_build_object('number', l.number, 'body', l.body) order by l.number)
     from roundtable.contract_links(c.id) l) as links,
    (select json_agg(json_build_object('person', l.person, 'record', l.record, 'name', r.person_name))
     from roundtable.contract_person l join roundtable.record r on r.id = l.record where l.contract = c.id) as people,
    (select json_agg(json_build_object('id', t.id, 'by', t.typed_by)) from roundtable.contract_typed_in(c.id) t) as typed_in
  from roundtable.contract c where c.id = any ($1) order by c.name, c.id`

/** The contract as far as its reader may see it; undefined where they may not know of it, as where there is none. */
export async function openContract(query: Query, id: string): Promise<OpenContract | undefined> {
  const [row] = await query<Row>(OPEN, [[id]], 'open_contract')
  return row === undefined ? undefined : openedFrom(row)
}

function openedFrom(row: Row): OpenContract {
  const numbered = new Map((row.entries ?? []).map(({ number, body }) => [number, body]))
  // A link of the chain that is not theirs to see whole: as far as it concerns the people whom they know.
  for (const { number, body } of row.links ?? []) if (!numbered.has(number)) numbered.set(number, body)
  const entries = [...numbered].toSorted(([a], [b]) => a - b).map(([, body]) => decodeContractEntry(body))
  return {
    id: row.id,
    head: row.head,
    batches: row.batches,
    file: fileOf(row, row.parties ?? [], entries),
    ways: WAYS.filter((way) => row.ways.includes(way)),
    mine: row.mine ?? [],
    people: new Map((row.people ?? []).map(({ person, record, name }) => [person, { record, name }])),
    typedIn: new Map((row.typed_in ?? []).map(({ id, by }) => [id, by])),
  }
}

/** @throws where the database was tampered with */
export const fileOf = (
  about: { readonly id: string; readonly name: string; readonly council: string },
  parties: readonly unknown[],
  entries: readonly ContractEntry[],
): ContractFile => ({
  format: CONTRACT_FORMAT,
  contract: decodeBy(contractSchema, { id: about.id, name: about.name, council: about.council }),
  parties: parties.map((party): ContractParty => decodeBy(contractPartySchema, party)),
  entries,
})

/** One line of a list of contracts. */
export type ContractLine = {
  readonly id: string
  readonly name: string
  readonly ways: readonly Way[]
  /** the contract's terms, from its ledger */
  readonly awarded: Extract<ContractEntry, { kind: 'awarded' }>
  readonly provider: string
  /** how many people were referred, of those whom the reader may see */
  readonly people: number
  readonly ended: boolean
}

type LineRow = {
  readonly id: string
  readonly name: string
  readonly ways: readonly string[]
  readonly awarded: unknown
  readonly provider_name: string | null
  readonly people: number
  readonly ended: boolean
}

/** The contracts to which the reader stands in some way, by name. One that was not yet awarded is in no list. */
export async function contractsSeen(query: Query): Promise<readonly ContractLine[]> {
  const rows = await query<LineRow>(
    `select c.id, c.name, roundtable.contract_ways(c.id, null) as ways,
       (select e.body from roundtable.contract_entry e
        where e.contract = c.id and e.kind = 'awarded' order by e.number limit 1) as awarded,
       (select p.body ->> 'name' from roundtable.contract_party p where p.contract = c.id and p.id = c.provider) as provider_name,
       (select count(distinct e.person)::int from roundtable.contract_entry e
        where e.contract = c.id and e.kind = 'referred') as people,
       exists (select from roundtable.contract_entry e where e.contract = c.id and e.kind = 'ended') as ended
     from roundtable.contract c order by c.name, c.id`,
    [],
    'contracts_seen',
  )
  return rows.flatMap((row): readonly ContractLine[] => {
    const awarded = row.awarded === null ? undefined : decodeContractEntry(row.awarded)
    if (awarded?.kind !== 'awarded') return []
    return [
      {
        id: row.id,
        name: row.name,
        ways: WAYS.filter((way) => row.ways.includes(way)),
        awarded,
        provider: row.provider_name ?? awarded.provider,
        people: row.people,
        ended: row.ended,
      },
    ]
  })
}

/**
 * How every ledger stands, by name of the contract, for those who buy; undefined for anybody else. `stamp` changes with every entry,
 * every party and every batch of visits.
 */
export async function contractsStanding(
  query: Query,
): Promise<readonly { readonly id: string; readonly stamp: string }[] | undefined> {
  const [row] = await query<{
    buys: boolean
    contracts: readonly { readonly id: string; readonly stamp: string }[] | null
  }>(
    `select roundtable.buys() as buys,
       (select json_agg(json_build_object('id', c.id, 'stamp', encode(c.head_hash, 'hex') || ' ' || c.parties || ' ' || c.batches) order by c.name, c.id)
        from roundtable.contract c) as contracts`,
    [],
    'contracts_standing',
  )
  return row?.buys === true ? (row.contracts ?? []) : undefined
}

/** The contracts under which the person of a record is supported, and their reference there; for those who may see the record. */
export const contractOfRecord = (
  query: Query,
  record: string,
): Promise<readonly { readonly contract: string; readonly person: string }[]> =>
  query<{ contract: string; person: string }>(
    `select l.contract, l.person from roundtable.contract_person l
     join roundtable.contract c on c.id = l.contract where l.record = $1 order by l.contract`,
    [record],
    'contract_of_record',
  )
