import { createReadStream, existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type ContractIncoming,
  type NewVisit,
  importContractsWithin,
  importVisits,
} from '../commissioning/contracts/store.ts'
import { dayOfMoment } from '../domain/dates/plain-date.ts'
import type { Query } from '../platform/database/database.ts'
import { readContractFile } from './contract-file.ts'
import { csvRows } from './csv-rows.ts'
import { headOf } from './visit-row.ts'

/** By contract and reference: whose record it is, by the id of the person. */
const peopleSchema = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * The contracts of the demonstration, with links to the records of some of its people and a year of their visits.
 * @param recordOf the record of a person, by the person's id
 * @throws if a file has a mistake
 */
export async function furnishContracts(
  query: Query,
  folder: string,
  {
    accounts,
    recordOf,
  }: {
    readonly accounts: ReadonlySet<string>
    readonly recordOf: (person: string) => string | undefined
  },
): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.contract.json')).toSorted()
  const people = peopleSchema.parse(JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')))
  const incoming: ContractIncoming[] = []
  for (const name of names) {
    const read = await readContractFile(join(folder, name))
    if (read.kind === 'refused')
      throw new Error(
        read.mistakes.map(({ entry, path, says }) => `${name}: ${entry ?? ''} ${path}: ${says}`).join('\n'),
      )
    const { contract } = read
    const linked = Object.entries(people[contract.contract.id] ?? {}).flatMap(
      ([reference, person]): readonly (readonly [string, string])[] => {
        const record = recordOf(person)
        return record === undefined ? [] : [[reference, record]]
      },
    )
    incoming.push({
      contract,
      link: new Map(contract.parties.flatMap(({ id }) => (accounts.has(id) ? [[id, id] as const] : []))),
      people: new Map(linked),
    })
  }
  const failed = await importContractsWithin(query, incoming)
  if (failed !== undefined) throw new Error(`the contract ${failed.id} is there twice`)
  for (const { contract } of incoming) {
    const log = join(folder, `${contract.contract.id}.visits.csv`)
    if (existsSync(log))
      await importVisits(
        query,
        contract.contract.id,
        await visitsIn(log),
        `${contract.contract.id}.visits.csv`,
      )
  }
  return incoming.length
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
