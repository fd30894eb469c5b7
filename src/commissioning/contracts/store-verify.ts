import type { ContractEntry } from '../../domain/contracts/entries.ts'
import type { Database, Query } from '../../platform/database/database.ts'
import { canonical } from '../../record/log-hash.ts'
import type { Raw } from '../../record/mistakes.ts'
import { decodeContractEntry } from './file.ts'
import { batchHash, contractEntryHash, contractOpening, contractPartyHash, noteHash } from './store-hash.ts'
import { columnsOfEntry, placesInContract } from './store-import.ts'
import { digestOfVisits } from './store-visits.ts'

/** Something in a contract that is not as the service wrote it. */
export type ContractFault = { readonly contract: string; readonly number?: number; readonly says: string }

export type ContractsVerified = {
  readonly contracts: number
  readonly entries: number
  readonly visits: number
  readonly faults: readonly ContractFault[]
}

type ContractRow = {
  readonly id: string
  readonly name: string
  readonly council: string
  readonly opening: Buffer
  readonly head: number
  readonly head_hash: Buffer
  readonly parties: number
  readonly parties_hash: Buffer
  readonly notes: number
  readonly notes_hash: Buffer
  readonly batches: number
  readonly batches_hash: Buffer
}
type Linked = {
  readonly number: number
  readonly before: Buffer
  readonly hash: Buffer
  readonly body: Raw
  readonly written_at: string
  readonly written_by: string | null
}

/**
 * Holds every contract against itself: its four chains (entries, parties, notes, batches of visits), the columns against the
 * entries, the visits against the digest of their batch, and the list of who supports whom against what the ledger gives.
 */
export const verifyContracts = (db: Database): Promise<ContractsVerified> =>
  db.asOwner(async (query) => {
    await query('set transaction isolation level repeatable read, read only')
    const contracts = await query<ContractRow>(
      `select id, name, council, opening, head, head_hash, parties, parties_hash, notes, notes_hash, batches, batches_hash
       from roundtable.contract order by id`,
    )
    const faults: ContractFault[] = []
    let visits = 0
    for (const contract of contracts) {
      faults.push(...(await faultsOfOne(query, contract)))
      const [count] = await query<{ visits: number }>(
        'select count(*)::int as visits from roundtable.visit where contract = $1',
        [contract.id],
      )
      visits += count?.visits ?? 0
    }
    return {
      contracts: contracts.length,
      entries: contracts.reduce((sum, { head }) => sum + head, 0),
      visits,
      faults,
    }
  })

type Chain = {
  /** what one link is called in a sentence */
  readonly what: string
  readonly end: number
  readonly endHash: Buffer
  readonly hashOf: (before: Buffer, row: Linked) => Buffer
}

/** The first bad link, as everything after it hangs on it. */
function chainFault(
  contract: ContractRow,
  rows: readonly Linked[],
  { what, end, endHash, hashOf }: Chain,
): readonly ContractFault[] {
  const wrong = (says: string, number?: number): readonly ContractFault[] => [
    { contract: contract.id, ...(number === undefined ? {} : { number }), says },
  ]
  let before = contract.opening
  for (const [index, row] of rows.entries()) {
    const number = index + 1
    if (row.number !== number) return wrong(`${what} ${number} is missing.`, number)
    if (!row.before.equals(before))
      return wrong(`${what} ${number} does not follow from the one before.`, number)
    if (!row.hash.equals(hashOf(before, row)))
      return wrong(`${what} ${number} was changed after it was written.`, number)
    before = row.hash
  }
  if (rows.length !== end)
    return wrong(`The end was cut off: there were ${end} of ${what.toLowerCase()}, and are ${rows.length}.`)
  return before.equals(endHash) ? [] : wrong(`The last ${what.toLowerCase()} is not the one that was kept.`)
}

async function faultsOfOne(query: Query, contract: ContractRow): Promise<readonly ContractFault[]> {
  const { id } = contract
  if (!contractOpening(contract).equals(contract.opening))
    return [{ contract: id, says: 'What the contract is called was changed.' }]
  const signed = (row: Linked) => ({
    contract: id,
    number: row.number,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  })
  const parties = await query<Linked>(
    `select number, before, hash, body, '' as written_at, null as written_by
     from roundtable.contract_party where contract = $1 order by number`,
    [id],
  )
  const entries = await query<Linked & { readonly columns: Raw }>(
    `select number, before, hash, body, written_at, written_by,
       json_build_object('id', id, 'kind', kind, 'reach', reach, 'person', person, 'on_day', on_day) as columns
     from roundtable.contract_entry where contract = $1 order by number`,
    [id],
  )
  const notes = await query<Linked & { readonly about: string }>(
    `select number, before, hash, body, written_at, written_by, about
     from roundtable.contract_note where contract = $1 order by number`,
    [id],
  )
  const faults = [
    ...chainFault(contract, parties, {
      what: 'Party',
      end: contract.parties,
      endHash: contract.parties_hash,
      hashOf: (before, row) => contractPartyHash(before, id, row.number, row.body),
    }),
    ...chainFault(contract, entries, {
      what: 'Entry',
      end: contract.head,
      endHash: contract.head_hash,
      hashOf: (before, row) => contractEntryHash(before, signed(row), row.body),
    }),
    ...chainFault(contract, notes, {
      what: 'Note',
      end: contract.notes,
      endHash: contract.notes_hash,
      hashOf: (before, row) => noteHash(before, signed(row), notes[row.number - 1]?.about ?? '', row.body),
    }),
    ...(await batchFaults(query, contract)),
  ]
  return faults.length > 0 ? faults : [...columnFaults(id, entries), ...(await listFaults(query, id))]
}

function columnFaults(
  contract: string,
  entries: readonly (Linked & { readonly columns: Raw })[],
): readonly ContractFault[] {
  const whole: ContractEntry[] = []
  for (const { number, body } of entries) {
    try {
      whole.push(decodeContractEntry(body))
    } catch {
      return [{ contract, number, says: `Entry ${number} is not an entry of the format.` }]
    }
  }
  const places = placesInContract(whole)
  return whole.flatMap((entry, index): readonly ContractFault[] => {
    const place = places[index]
    const columns = entries[index]?.columns
    return place !== undefined && canonical(columnsOfEntry(entry, place)) === canonical(columns)
      ? []
      : [{ contract, number: index + 1, says: `The columns of entry ${index + 1} are not what it says.` }]
  })
}

type VisitRow = Parameters<typeof digestOfVisits>[0][number]

async function batchFaults(query: Query, contract: ContractRow): Promise<readonly ContractFault[]> {
  const { id } = contract
  const batches = await query<
    Omit<Linked, 'body'> & { readonly name: string; readonly visits: number; readonly digest: Buffer }
  >(
    `select number, before, hash, written_at, written_by, name, visits, digest
     from roundtable.visit_batch where contract = $1 order by number`,
    [id],
  )
  const chained = chainFault(
    contract,
    batches.map((batch) => ({ ...batch, body: {} })),
    {
      what: 'Batch of visits',
      end: contract.batches,
      endHash: contract.batches_hash,
      hashOf: (before, row) => {
        const batch = batches[row.number - 1]
        return batch === undefined
          ? Buffer.alloc(0)
          : batchHash(
              before,
              { contract: id, number: row.number, writtenAt: row.written_at, writtenBy: row.written_by },
              batch,
            )
      },
    },
  )
  if (chained.length > 0) return chained
  const faults: ContractFault[] = []
  for (const batch of batches) {
    const rows = await query<VisitRow>(
      `select contract, person, day, visit, turn, service, line, worker, planned_start, planned_end, started, ended,
         state, agreed, why, batch
       from roundtable.visit where contract = $1 and batch = $2`,
      [id, batch.number],
    )
    if (rows.length !== batch.visits || !digestOfVisits(rows).equals(batch.digest)) {
      faults.push({
        contract: id,
        number: batch.number,
        says: `The visits of batch ${batch.number} (${batch.name}) are not those that were brought in.`,
      })
    }
  }
  const [stray] = await query<{ visit: string }>(
    `select v.visit from roundtable.visit v
     where v.contract = $1 and not exists (
       select from roundtable.visit_batch b where b.contract = v.contract and b.number = v.batch) limit 1`,
    [id],
  )
  if (stray !== undefined)
    faults.push({ contract: id, says: `The visit ${stray.visit} came in with no batch.` })
  return faults
}

async function listFaults(query: Query, contract: string): Promise<readonly ContractFault[]> {
  const [row] = await query<{ same: boolean }>(
    `select not exists (
       (select person, party, account from roundtable.contract_giver where contract = $1
        except select * from roundtable.givers_of($1))
       union all
       (select * from roundtable.givers_of($1)
        except select person, party, account from roundtable.contract_giver where contract = $1)) as same`,
    [contract],
  )
  return row?.same === true
    ? []
    : [{ contract, says: 'The list of who supports whom is not what the ledger gives.' }]
}
