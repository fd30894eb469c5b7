import type { Client, Pool } from 'pg'
import { type Address, type Query, poolOf, queryOf, withClient } from './driver.ts'
import { type Embedded, openEmbedded } from './embedded.ts'
import { type GateOptions, gate } from './gate.ts'
import { holdingMigrations, migrate, readMigrations } from './migrate.ts'
import { addressOf, hostInWords } from './address.ts'
import { projectFile } from './project-files.ts'
import { type Logins, keepDoor, keepRoles, loginsFor, passwordOf } from './roles.ts'
import { derive } from './secrets.ts'
import { type Sessions, sessionsOver } from './sessions.ts'
import { away, busy, isTrouble, saysAway, saysBusy } from './trouble.ts'
import { checkWalls, wallOffSettings } from './walls.ts'

export type { Query } from './driver.ts'

export type Database = {
  /**
   * One transaction as roundtable_app with the session token in place; no token: sees nothing. What the work hands to
   * `atEnd` goes to the server together with the commit, and is kept or lost with all the rest. @throws busy, away
   */
  readonly scoped: <T>(token: string, work: (query: Query, atEnd: AtEnd) => Promise<T>) => Promise<T>
  /** One transaction as the owner: migrations, imports from the command line, verify, backup. */
  readonly asOwner: <T>(work: (query: Query) => Promise<T>) => Promise<T>
  readonly sessions: Sessions
  /** how many transactions are under way, and how many wait */
  readonly load: () => { readonly inside: number; readonly waiting: number }
  readonly close: () => Promise<void>
  /** A sentence for the start: the embedded server's folder, or the host. */
  readonly where: string
  /** Sentences that an operator should read once. */
  readonly told: readonly string[]
}

/** Takes a query's promise that nobody waits for before the commit. */
export type AtEnd = (asked: Promise<unknown>) => void

export type DatabaseOptions = {
  /** DATABASE_URL: a role that may create roles and owns its database. Without it the embedded server is used. */
  readonly url?: string
  /** The folder in which the embedded server keeps its things. */
  readonly data?: string
  /** The embedded server's database, and further settings of the server, by name: for tests. */
  readonly database?: string
  readonly serverSettings?: Readonly<Record<string, string>>
  /** Brings the tables that are made from code up to date; run as the owner at every start, after the migrations. */
  readonly prepare?: (query: Query) => Promise<void>
  readonly logins?: Logins
  readonly gate?: Partial<GateOptions>
  readonly idleMinutes?: number
  /** What a lost connection says; the work that was under way on it fails by itself. */
  readonly onLost?: (error: Error) => void
}

/** In a value's place: the key with which the service keeps the lists. Put in here, so that no other code holds it. */
export const KEEPER_KEY: unique symbol = Symbol('the key with which the lists are kept')

const GATE: GateOptions = { inside: 16, waiting: 64, patience: 2_000 }

/** Opens the database, brings it up to date, and refuses with a sentence where its walls do not stand. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded =
    options.url === undefined
      ? await openEmbedded(options.data ?? './data', {
          ...(options.database === undefined ? {} : { database: options.database }),
          ...(options.serverSettings === undefined ? {} : { settings: options.serverSettings }),
        })
      : undefined
  const owner = embedded?.owner ?? addressOf(options.url ?? '')
  try {
    return await open(owner, embedded, options)
  } catch (error) {
    await embedded?.release()
    throw isTrouble(error) || !saysAway(error) ? error : away(error)
  }
}

async function open(
  owner: Address,
  embedded: Embedded | undefined,
  options: DatabaseOptions,
): Promise<Database> {
  const logins = options.logins ?? loginsFor(owner.database)
  const keeperKey = derive(owner.password, 'keeper')
  const name = `roundtable/${process.pid}`
  await withClient(owner, `${name}/start`, (query, client) =>
    holdingMigrations(query, async () => {
      await keepRoles(query, logins, owner.password)
      await migrate(query, (text) => client.query(text), readMigrations(projectFile('db/migrations')))
      await keepDoor(query, logins)
      await query(
        `insert into guarded.capability (name, hash) values ('keeper', pg_catalog.sha256(pg_catalog.convert_to($1, 'UTF8')))
         on conflict (name) do update set hash = excluded.hash where capability.hash <> excluded.hash`,
        [keeperKey],
      )
      if (options.prepare !== undefined) await inTransaction(query, client, options.prepare)
    }),
  )
  if (embedded !== undefined) await wallOffSettings({ ...embedded.admin, database: owner.database }, logins)

  const onLost = options.onLost ?? (() => undefined)
  const limits: GateOptions = { ...GATE, ...options.gate }
  const as = (user: string): Address => ({ ...owner, user, password: passwordOf(owner.password, user) })
  const reader = poolOf(as(logins.reader), { name, max: limits.inside, limits: true, onLost })
  const door = poolOf(as(logins.door), { name: `${name}/door`, max: 4, limits: true, onLost })
  const gatekeeper = gate(limits)
  const pools = [reader, door]
  try {
    await checkWalls({
      owner,
      reader: as(logins.reader),
      door: as(logins.door),
      logins,
      embedded: embedded !== undefined,
    })
  } catch (error) {
    await Promise.all(pools.map((pool) => pool.end()))
    throw error
  }
  const doorQuery: Query = (text, values, statement) =>
    saying(() => queryOfPool(door)(text, values, statement))
  return {
    scoped: (token, work) => gatekeeper.through(() => saying(() => scoped(reader, token, keeperKey, work))),
    asOwner: (work) =>
      saying(() => withClient(owner, `${name}/owner`, (query, client) => inTransaction(query, client, work))),
    sessions: sessionsOver(doorQuery, options.idleMinutes),
    load: gatekeeper.load,
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
      await embedded?.release()
    },
    where:
      embedded === undefined
        ? hostInWords(owner)
        : `The database is kept in ${embedded.home}, by a server that comes with Roundtable.`,
    told: embedded?.told ?? [],
  }
}

const queryOfPool =
  (pool: Pool): Query =>
  async <Row>(text: string, values: readonly unknown[] = [], name?: string): Promise<readonly Row[]> => {
    const client = await pool.connect()
    let lost = false
    try {
      return await queryOf(client)<Row>(text, values, name)
    } catch (error) {
      lost = saysAway(error)
      throw error
    } finally {
      client.release(lost)
    }
  }

async function inTransaction<T>(
  query: Query,
  client: Client,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  await query('begin')
  try {
    const result = await work(query)
    await commit(client)
    return result
  } catch (error) {
    await query('rollback').catch(() => undefined)
    throw error
  }
}

/** Work that hid a failed query from us must not look done: the server then answers a commit with a rollback. */
async function commit(client: Client): Promise<void> {
  const { command } = await client.query({ name: 'commit', text: 'commit' })
  if (command !== 'COMMIT')
    throw new Error('A query failed inside the transaction, so that nothing of it was kept.')
}

/**
 * The only way to a record. The role and the token last until the end of the transaction, so that nothing of one
 * request is left in the connection for the next.
 */
async function scoped<T>(
  pool: Pool,
  token: string,
  keeperKey: string,
  work: (query: Query, atEnd: AtEnd) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const plain = queryOf(client)
  let over = false
  let broken = false
  const query: Query = (text, values = [], name) => {
    if (over) return Promise.reject(new Error('A query was made after its transaction had ended.'))
    return plain(
      text,
      values.map((value) => (value === KEEPER_KEY ? keeperKey : value)),
      name,
    )
  }
  const last: Promise<unknown>[] = []
  const atEnd: AtEnd = (asked) => {
    // What fails is told by `Promise.all` below, if nothing fails before it.
    asked.catch(() => undefined)
    last.push(asked)
  }
  try {
    // In one message with the work's first query. Were one of these to fail, that one would be asked by a login without
    // rights, or in a transaction that is spoilt: nothing would be seen.
    const entered = Promise.all([
      plain('begin', [], 'begin'),
      plain(
        "select pg_catalog.set_config('app.session', $1, true), pg_catalog.set_config('role', 'roundtable_app', true)",
        [token],
        'become',
      ),
    ])
    entered.catch(() => undefined)
    const result = await work(query, atEnd)
    over = true
    await Promise.all([entered, ...last, commit(client)])
    return result
  } catch (error) {
    over = true
    broken = saysAway(error)
    if (!broken) {
      await plain('rollback', [], 'rollback').catch(() => {
        broken = true
      })
    }
    throw error
  } finally {
    client.release(broken)
  }
}

/** What a connection says that is gone, and what the server says that was too slow for its time, in our words. */
async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (saysAway(error)) throw away(error)
    throw saysBusy(error) ? busy('The database took too long over something.', error) : error
  }
}
