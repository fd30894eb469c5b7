import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { SUPERUSER, logTail, makeCluster, pause, readSecret, spawnServer, stopServer } from './cluster.ts'
import { type DataFolder, dataFolder } from './data-folder.ts'
import { type Address, clientSettings, withClient } from './driver.ts'
import { type Holder, isGone, readHolder } from './holder.ts'
import { derive } from './secrets.ts'
import { codeOf, saysAway, unfit } from './trouble.ts'

/** A real PostgreSQL server in the project's data folder, shared by every process that opens the folder. */
export type Embedded = {
  readonly owner: Address
  /** the server's superuser: for the few rights that only it can take away or give, and for tests */
  readonly admin: Address
  readonly home: string
  readonly pid: () => number
  /** sentences that an operator should read once */
  readonly told: readonly string[]
  /** Leaves; whoever is last stops the server. */
  readonly release: () => Promise<void>
}

export type EmbeddedOptions = {
  /** further server settings, by name */
  readonly settings?: Readonly<Record<string, string>>
  readonly database?: string
}

export const OWNER = 'roundtable_owner'
/** Everyone who uses the server holds this lock shared, in the database `postgres`; whoever gets it alone may stop it. */
const PRESENCE = 'pg_catalog.hashtextextended($1, 0)'
const PRESENCE_NAME = 'roundtable/presence'

type Present = { readonly client: Client; readonly holder: Holder }

/** Joins the server that runs on this folder, or starts it. @throws a sentence that names who holds the folder. */
export async function openEmbedded(data: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const folder = dataFolder(data)
  const binaries = findBinaries(folder.runs)
  if (!isMade(folder)) await makeCluster(folder, binaries)
  const secret = readSecret(folder)
  const database = options.database ?? 'roundtable'
  const password = derive(secret, SUPERUSER)
  const run = () => present(folder, binaries, password, options.settings ?? {})
  const mine = { here: await run(), leaving: false }

  const watch = (): void => {
    mine.here.client.on('end', () => {
      // The server went from under us (it crashed or was killed): bring it back, so that nobody has to.
      if (!mine.leaving) void comeBack()
    })
  }
  const comeBack = async (): Promise<void> => {
    for (let wait = 50; !mine.leaving; wait = Math.min(wait * 2, 5_000)) {
      try {
        mine.here = await run()
        return mine.leaving ? await leave(mine.here) : watch()
      } catch {
        await pause(wait)
      }
    }
  }
  watch()

  const address = (user: string, into: string): Address => ({
    host: mine.here.holder.socketFolder,
    port: mine.here.holder.port,
    database: into,
    user,
    password: derive(secret, user),
  })
  await makeDatabase(address(SUPERUSER, 'postgres'), derive(secret, OWNER), database)
  return {
    owner: address(OWNER, database),
    admin: address(SUPERUSER, database),
    home: folder.home,
    pid: () => mine.here.holder.pid,
    told: [...binaries.told, ...folder.told],
    release: async () => {
      mine.leaving = true
      await leave(mine.here)
    },
  }
}

function isMade(folder: DataFolder): boolean {
  try {
    readHolder(folder.cluster)
  } catch (error) {
    throw unfit(
      `The database folder ${folder.home} belongs to another user of this machine: run Roundtable as that user, or set ROUNDTABLE_DATA to another folder.`,
      error,
    )
  }
  return existsSync(folder.cluster)
}

/** Connected to the server of this folder and counted among its users; the server started where there was none. */
async function present(
  folder: DataFolder,
  binaries: Binaries,
  password: string,
  settings: Readonly<Record<string, string>>,
): Promise<Present> {
  const started = performance.now()
  let unanswered: number | undefined
  let child: ChildProcess | undefined
  for (;;) {
    const holder = readHolder(folder.cluster)
    if (holder === undefined || isGone(holder, folder.cluster)) {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
        // What exits at once has lost the race to another start, or finds the dead server's last children still there.
        if (child !== undefined && performance.now() - started > 15_000) {
          throw unfit(`The database server does not start in ${folder.home}: ${logTail(folder)}`)
        }
        if (child !== undefined) await pause(100)
        child = spawnServer(folder, binaries, holder, settings)
      }
    } else if (holder.ready) {
      const answer = await join(holder, password)
      if (typeof answer === 'object') return answer
      // A server that is going takes no more users: wait, then start the next one.
      unanswered = answer === 'leaving' ? undefined : (unanswered ?? performance.now())
      if (unanswered !== undefined && performance.now() - unanswered > 1_000) throw heldBy(holder, folder)
    } else if (performance.now() - started > 60_000) {
      throw heldBy(holder, folder)
    }
    await pause(10)
  }
}

const heldBy = (holder: Holder, folder: DataFolder) =>
  unfit(
    `The database folder ${folder.home} is held by process ${holder.pid}, which does not answer at ${holder.socketFolder}: end that process, or set ROUNDTABLE_DATA to another folder.`,
  )

async function join(holder: Holder, password: string): Promise<Present | 'leaving' | 'silent'> {
  const address = {
    host: holder.socketFolder,
    port: holder.port,
    database: 'postgres',
    user: SUPERUSER,
    password,
  }
  const client = new Client(clientSettings(address, { name: `roundtable/${process.pid}`, limits: false }))
  client.on('error', () => {
    // 'end' follows, and is listened to.
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ counted: boolean }>(
      `select pg_catalog.pg_try_advisory_lock_shared(${PRESENCE}) as counted`,
      [PRESENCE_NAME],
    )
    if (rows[0]?.counted === true) return { client, holder }
    await client.end()
    return 'leaving'
  } catch (error) {
    await client.end().catch(() => undefined)
    if (codeOf(error) === '28P01') {
      throw unfit(
        `Process ${holder.pid} runs a database server on this folder, but not with this folder's password.`,
        error,
      )
    }
    // 57P01 and 57P03: it is stopping or starting. No socket: it may be about to make it.
    if (codeOf(error).startsWith('57P')) return 'leaving'
    if (saysAway(error) || codeOf(error) === 'EACCES') return 'silent'
    throw error
  }
}

async function leave({ client, holder }: Present): Promise<void> {
  try {
    await client.query(`select pg_catalog.pg_advisory_unlock_shared(${PRESENCE})`, [PRESENCE_NAME])
    const { rows } = await client.query<{ alone: boolean }>(
      `select pg_catalog.pg_try_advisory_lock(${PRESENCE}) as alone`,
      [PRESENCE_NAME],
    )
    if (rows[0]?.alone === true) await stopServer(holder)
  } catch {
    // It is gone already: nothing is left to stop.
  }
  await client.end().catch(() => undefined)
}

/**
 * The owner's role and database, once. The owner is no superuser, as in a council's own cluster, so that what works
 * here works there. set_config is taken from everybody in the pattern for new databases: see walls.ts.
 */
async function makeDatabase(admin: Address, ownerPassword: string, database: string): Promise<void> {
  await withClient(admin, `roundtable/${process.pid}/make`, async (query) => {
    const [found] = await query<{ there: boolean }>(
      'select exists (select from pg_catalog.pg_database where datname = $1) as there',
      [database],
    )
    if (found?.there === true) return
    await query('select pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended($1, 0))', ['roundtable/make'])
    const [quoted] = await query<{ role: string | null; database: string | null }>(
      `select
         (select pg_catalog.format('create role %I login createrole password %L', $1::text, $2::text)
          where not exists (select from pg_catalog.pg_roles where rolname = $1)) as role,
         (select pg_catalog.format('create database %I owner %I', $3::text, $1::text)
          where not exists (select from pg_catalog.pg_database where datname = $3)) as database`,
      [OWNER, ownerPassword, database],
    )
    if (typeof quoted?.role === 'string') await query(quoted.role)
    if (typeof quoted?.database === 'string') {
      await withClient({ ...admin, database: 'template1' }, `roundtable/${process.pid}/make`, (pattern) =>
        pattern('revoke execute on function pg_catalog.set_config(text, text, boolean) from public'),
      )
      await query(quoted.database)
    }
  })
}
