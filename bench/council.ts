import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { newToken } from '../src/platform/database/sessions.ts'
import { sessionFor } from '../src/platform/web/session.ts'
import { readFileText } from '../src/record/file.ts'
import { type Account, type Incoming, importMany, keepAccounts } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { manyRecords } from './many-records.ts'

// A council of 5,000 records: 25 people who draw on support and open their own, and 25 workers with 200 people each.

export const RECORDS = 5_000
const PEOPLE = 25
const WORKERS = 25

/** Somebody who is signed in, and the records that they open. */
export type User = { readonly cookie: string; readonly records: readonly string[] }

export type Place = { readonly url: string } | { readonly data: string }

const numbered = (index: number): string => index.toString(16).padStart(12, '0')
const recordId = (index: number): string => `00000000-0000-4000-8000-${numbered(index)}`
const personId = (index: number): string => `bench-person-${index}`
const workerId = (index: number): string => `bench-worker-${index}`

const accounts: readonly Account[] = [
  ...Array.from({ length: PEOPLE }, (_, index) => ({
    id: personId(index),
    name: `Person ${index}`,
    kind: 'public' as const,
  })),
  ...Array.from({ length: WORKERS }, (_, index) => ({
    id: workerId(index),
    name: `Worker ${index}`,
    kind: 'staff' as const,
    role: 'social-worker',
    team: `team ${index % 5}`,
  })),
]

function* arrivals(): Generator<Incoming> {
  let index = 0
  for (const { text, person, worker } of manyRecords(RECORDS)) {
    const read = readFileText(text)
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
    const own = index < PEOPLE ? [[person, personId(index)] as const] : []
    const link = new Map([...own, [worker, workerId(index % WORKERS)]])
    yield { id: recordId(index), record: read.record, link }
    index += 1
  }
}

export type Council = {
  readonly users: readonly User[]
  /** how long it took to bring the records in, in milliseconds; undefined where they were there already */
  readonly loading: number | undefined
  readonly close: () => Promise<void>
}

/** Opens the database at `place` and fills it, unless it was filled by an earlier run. @throws where it holds anything else */
export async function openCouncil(place: Place): Promise<Council> {
  const database = await openDatabase({ ...place, prepare: keepPolicy })
  try {
    const loading = await fill(database)
    return { users: await signAllIn(database), loading, close: database.close }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function fill(database: Database): Promise<number | undefined> {
  const [there] = await database.asOwner((query) =>
    query<{ ours: number; all: number }>(
      'select count(*) filter (where id = any ($1::uuid[])) as ours, count(*) as all from roundtable.record',
      [Array.from({ length: RECORDS }, (_, index) => recordId(index))],
    ),
  )
  if (there?.all === RECORDS && there.ours === RECORDS) return undefined
  if (there?.all !== 0)
    throw new Error('The database holds other records. Give the measuring one of its own.')
  await keepAccounts(database, accounts)
  const began = performance.now()
  await importMany(database, arrivals())
  return performance.now() - began
}

async function signAllIn(database: Database): Promise<readonly User[]> {
  const users = accounts.map(async ({ id, kind, name, role = null, team = null }, index): Promise<User> => {
    const token = newToken()
    const now = new Date()
    await database.sessions.write(
      token,
      sessionFor({ id, kind, name, role, team }, now),
      new Date(now.getTime() + 3_600_000),
    )
    const worker = index - PEOPLE
    const records =
      kind === 'public'
        ? [recordId(index)]
        : Array.from({ length: RECORDS / WORKERS }, (_, turn) => recordId(turn * WORKERS + worker))
    return { cookie: `roundtable=${token}`, records }
  })
  return Promise.all(users)
}
