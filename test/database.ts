import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '../src/platform/database/database.ts'
import { type Address, type Query, withClient } from '../src/platform/database/driver.ts'
import { type Embedded, openEmbedded } from '../src/platform/database/embedded.ts'
import type { Logins } from '../src/platform/database/roles.ts'
import { newToken } from '../src/platform/database/sessions.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { SERVER_SETTINGS } from './one-server.ts'

const urlOf = (address: Address, database: string): string =>
  `postgres://${address.user}:${address.password}@localhost/${database}?host=${encodeURIComponent(address.host)}&port=${address.port}`

const TEMPLATE = 'roundtable_template'
const LOGINS: Logins = { reader: 'roundtable_login', door: 'roundtable_door' }

let joined: Promise<Embedded> | undefined

/** The one server of this run, started by whoever comes first. */
export const testServer = (): Promise<Embedded> =>
  (joined ??= openEmbedded(inject('serverFolder'), { settings: SERVER_SETTINGS }))

/** As the server's superuser, in one of its databases: for what not even the owner may do. */
export async function asSuperuser<T>(database: string, work: (query: Query) => Promise<T>): Promise<T> {
  const server = await testServer()
  return withClient({ ...server.admin, database }, 'roundtable/tests', work)
}

const openOn = (database: string, options: Omit<DatabaseOptions, 'url' | 'data'> = {}): Promise<Database> =>
  openDatabase({
    data: inject('serverFolder'),
    serverSettings: SERVER_SETTINGS,
    database,
    logins: LOGINS,
    prepare: keepPolicy,
    ...options,
  })

/** A database with everything in it but records, made once and then copied for each test file. */
async function prepareTemplate(): Promise<void> {
  await asSuperuser('postgres', async (query) => {
    await query("select pg_advisory_lock(hashtextextended('roundtable/template', 0))")
    const [found] = await query<{ ready: boolean }>(
      'select datistemplate as ready from pg_database where datname = $1',
      [TEMPLATE],
    )
    if (found?.ready === true) return
    await query(`drop database if exists ${TEMPLATE}`)
    const database = await openOn(TEMPLATE)
    await database.close()
    await query(`alter database ${TEMPLATE} is_template true`)
  })
}

export type TestDatabase = Database & {
  readonly name: string
  /** as DATABASE_URL would name it */
  readonly url: string
  readonly logins: Logins
  readonly owner: Address
  /** Signs an account in. @returns the token of its session */
  readonly signIn: (account: string) => Promise<string>
  /** Closes and removes the database. */
  readonly drop: () => Promise<void>
}

/**
 * A database of one's own, with all migrations and the table of access: call it once for each test file, and `drop` it
 * after. The same database as the service has, with the same walls.
 */
export async function testDatabase(
  options: Omit<DatabaseOptions, 'url' | 'data'> = {},
): Promise<TestDatabase> {
  const server = await testServer()
  await prepareTemplate()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser('postgres', (query) =>
    query(`create database ${name} template ${TEMPLATE} owner ${server.owner.user}`),
  )
  const database = await openOn(name, options)
  return {
    ...database,
    name,
    url: urlOf(server.owner, name),
    logins: LOGINS,
    owner: { ...server.owner, database: name },
    signIn: async (account) => {
      const token = newToken()
      await database.sessions.write(token, { account }, new Date(Date.now() + 3_600_000))
      return token
    },
    drop: async () => {
      await database.close()
      await asSuperuser('postgres', (query) => query(`drop database if exists ${name} with (force)`))
    },
  }
}
