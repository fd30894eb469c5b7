import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '../src/platform/database/database.ts'
import { type Address, type Query, poolOf, queryOf, withClient } from '../src/platform/database/driver.ts'
import { type Embedded, openEmbedded } from '../src/platform/database/embedded.ts'
import type { Logins } from '../src/platform/database/roles.ts'
import { newToken } from '../src/platform/database/sessions.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { SERVER_SETTINGS } from './one-server.ts'

const urlOf = (address: Address, database: string): string =>
  `postgres://${address.user}:${address.password}@localhost/${database}?host=${encodeURIComponent(address.host)}&port=${address.port}`

const TEMPLATE = 'roundtable_template'
export const TEST_DAY = '2026-11-21'
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

/** What many test files begin with: put in once, and copied with everything else. */
export type Furniture = {
  /** letters and `_`: of the same name is the same furniture */
  readonly name: string
  readonly putIn: (database: Database) => Promise<void>
}

/** A database with everything in it but records, or with furniture too, made once and then copied for each test file. */
async function prepareTemplate(furniture?: Furniture): Promise<string> {
  const name = furniture === undefined ? TEMPLATE : `${TEMPLATE}_${furniture.name}`
  await asSuperuser('postgres', async (query) => {
    await query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    const [found] = await query<{ ready: boolean }>(
      'select datistemplate as ready from pg_database where datname = $1',
      [name],
    )
    if (found?.ready === true) return
    await query(`drop database if exists ${name}`)
    const database = await openOn(name)
    try {
      // Whenever the tests run, the day is one on which everything in the demonstration and the cases has begun.
      await database.asOwner((ask) => ask('select roundtable.day_is($1)', [TEST_DAY]))
      await furniture?.putIn(database)
    } finally {
      await database.close()
    }
    await query(`alter database ${name} is_template true`)
  })
  return name
}

export type TestDatabase = Database & {
  readonly name: string
  /** as DATABASE_URL would name it */
  readonly url: string
  readonly logins: Logins
  readonly owner: Address
  /** The owner's transactions on connections that stay: for tests that ask as the owner after each step. */
  readonly asOwnerOften: Database['asOwner']
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
  furniture?: Furniture,
): Promise<TestDatabase> {
  const server = await testServer()
  const template = await prepareTemplate(furniture)
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser('postgres', (query) =>
    query(`create database ${name} template ${template} owner ${server.owner.user}`),
  )
  const database = await openOn(name, options)
  const owner = ownersOf({ ...server.owner, database: name })
  return {
    ...database,
    asOwnerOften: owner.asOwner,
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
      await owner.close()
      await database.close()
      await asSuperuser('postgres', (query) => query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** As many as one test holds open at the same time. */
const OWNERS = 12

function ownersOf(address: Address): Pick<Database, 'asOwner'> & { readonly close: () => Promise<void> } {
  const pool = poolOf(address, {
    name: 'roundtable/tests/owner',
    max: OWNERS,
    limits: false,
    onLost: () => undefined,
  })
  return {
    asOwner: async (work) => {
      const client = await pool.connect()
      const query = queryOf(client)
      try {
        await query('begin')
        const result = await work(query)
        const { command } = await client.query('commit')
        if (command !== 'COMMIT') throw new Error('A query failed inside the transaction.')
        client.release()
        return result
      } catch (error) {
        // Whatever state the work left it in: the next has one of its own.
        client.release(true)
        throw error
      }
    },
    close: () => pool.end(),
  }
}
