import { createReadStream, existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { z } from 'zod'
import {
  type ContractIncoming,
  type NewVisit,
  importContractsWithin,
  importVisits,
} from '../commissioning/contracts/store.ts'
import type { ContractFile } from '../domain/contracts/entries.ts'
import { dayOfMoment } from '../domain/dates/plain-date.ts'
import type { Database } from '../platform/database/database.ts'
import { readContractFile } from './contract-file.ts'
import { csvRows } from './csv-rows.ts'
import { headOf } from './visit-row.ts'

/** By contract and reference: whose record it is, by the id of the person. */
const peopleSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** How many of the contracts are there. */
export type ContractsProgress = { readonly here: number; readonly of: number }

export type ContractSettings = {
  /** the accounts of the demonstration: a party of the same id signs in as it */
  readonly accounts: ReadonlySet<string>
  /** told before each that is missing; never where none is */
  readonly onProgress?: (progress: ContractsProgress) => void
  /** Ends after the contract that is under way; called again it goes on with the next. */
  readonly stopped?: AbortSignal
}

/**
 * Brings in the contracts of the demonstration, with links to the records of some of its people and a year of their
 * visits: each contract whole or not at all, and none twice, so that it can be called again at any time.
 * @returns how many were brought in now
 * @throws if a file has a mistake
 */
export async function bringContracts(
  database: Database,
  folder: string,
  { accounts, onProgress = () => undefined, stopped }: ContractSettings,
): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.contract.json')).toSorted()
  const there = await contractsThere(database)
  const missing: string[] = []
  for (const name of names) {
    const { contract } = named.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
    if (!there.has(contract.id)) missing.push(name)
  }
  if (missing.length === 0) return 0
  const people = peopleSchema.parse(JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')))
  const before = names.length - missing.length
  for (const [brought, name] of missing.entries()) {
    onProgress({ here: before + brought, of: names.length })
    if (stopped?.aborted === true) return brought
    // Pages that were asked for meanwhile come first.
    await breath()
    const contract = await contractIn(join(folder, name))
    await bringOne(database, folder, {
      contract,
      link: new Map(contract.parties.flatMap(({ id }) => (accounts.has(id) ? [[id, id] as const] : []))),
      people: await recordsOf(database, people[contract.contract.id] ?? {}),
    })
  }
  return missing.length
}

/** As much of a contract as tells which one it is: reading all of it takes a hundred times as long. */
const named = z.object({ contract: z.object({ id: z.string() }) })

const contractsThere = async (database: Database): Promise<ReadonlySet<string>> =>
  new Set(
    (await database.asOwner((query) => query<{ id: string }>('select id from roundtable.contract'))).map(
      ({ id }) => id,
    ),
  )

async function contractIn(path: string): Promise<ContractFile> {
  const read = await readContractFile(path)
  if (read.kind !== 'refused') return read.contract
  throw new Error(
    read.mistakes.map(({ entry, path: at, says }) => `${path}: ${entry ?? ''} ${at}: ${says}`).join('\n'),
  )
}

/** The records of people, by the reference under which a contract knows them. */
async function recordsOf(
  database: Database,
  people: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.asOwner((query) =>
    query<{ id: string; person: string }>(
      `select distinct on (person_party) id, person_party as person from roundtable.record
       where person_party = any ($1) order by person_party, opened_at, id`,
      [Object.values(people)],
    ),
  )
  const recordOf = new Map(rows.map(({ id, person }) => [person, id]))
  return new Map(
    Object.entries(people).flatMap(([reference, person]): readonly (readonly [string, string])[] => {
      const record = recordOf.get(person)
      return record === undefined ? [] : [[reference, record]]
    }),
  )
}

/** A contract and its visits in one transaction: where it is killed, neither is there. */
async function bringOne(database: Database, folder: string, incoming: ContractIncoming): Promise<void> {
  const { id } = incoming.contract.contract
  const file = `${id}.visits.csv`
  const log = join(folder, file)
  const visits = existsSync(log) ? await visitsIn(log) : undefined
  await database.asOwner(async (query) => {
    await query("select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('roundtable/demo', 0))")
    // Another start that does the same on this database may have been here first.
    if ((await importContractsWithin(query, [incoming])) !== undefined) return
    if (visits !== undefined) await importVisits(query, id, visits, file)
  })
}

/** The rows of a log that is known to be good, as they are. */
async function visitsIn(path: string): Promise<readonly NewVisit[]> {
  const visits: NewVisit[] = []
  let head: ReturnType<typeof headOf> | undefined
  for await (const rows of csvRows(createReadStream(path))) {
    for (const cells of rows) {
      if (head === undefined) {
        head = headOf(cells)
        continue
      }
      if (!('visit' in head)) throw new Error(`${path}: ${head.join(', ')}`)
      const at = head
      const cell = (column: keyof typeof at): string => cells[at[column] ?? -1] ?? ''
      if (cell('visit') === '') continue
      const on = dayOfMoment(cell('planned_start'))
      if (on === undefined) throw new Error(`${path}: ${cell('visit')} was planned for no day`)
      const made = cell('start') !== '' && cell('end') !== ''
      visits.push({
        visit: cell('visit'),
        person: cell('person'),
        day: on,
        service: cell('service'),
        line: cell('line'),
        worker: cell('worker'),
        plannedStart: cell('planned_start'),
        plannedEnd: cell('planned_end'),
        ...(made ? { started: cell('start'), ended: cell('end') } : {}),
        state: made ? 'made' : cell('state') === 'missed' ? 'missed' : 'no-log',
        agreed: 0,
      })
    }
  }
  return visits
}
