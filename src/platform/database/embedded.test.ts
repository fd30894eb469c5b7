import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { killNine } from '../../../test/kill-nine.ts'
import { stopServer } from './cluster.ts'
import { dataFolder } from './data-folder.ts'
import { withClient } from './driver.ts'
import { type Embedded, openEmbedded } from './embedded.ts'
import { holderFile, isAlive, readHolder } from './holder.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'roundtable-data-'))
  chmodSync(data, 0o711)
})
afterEach(async () => {
  const holder = readHolder(dataFolder(data).cluster)
  if (holder !== undefined && holder.pid !== process.pid && isAlive(holder.pid)) await stopServer(holder)
  rmSync(data, { recursive: true, force: true })
})

const one = async ({ owner }: Embedded) =>
  (await withClient(owner, 'tests', (query) => query<{ n: number }>('select 1 as n')))[0]?.n

type Other = {
  readonly child: ChildProcess
  readonly server: Promise<number>
  readonly leave: () => Promise<void>
}

/** Another process that opens the same folder. */
function otherProcess(): Other {
  const script = join(import.meta.dirname, '../../../test/hold-database.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, data], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
  })
  let wrong = ''
  child.stderr.on('data', (text: Buffer) => (wrong += text.toString()))
  const server = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => resolve(Number(text.toString())))
    child.on('exit', () => reject(new Error(wrong)))
  })
  const leave = async () => {
    child.stdin.end('go\n')
    await gone
  }
  return { child, server, leave }
}

describe('the server that comes with it', () => {
  test('starts, keeps its things to itself, stops with its last user, and starts again with what was kept', async () => {
    const first = await openEmbedded(data)
    const pid = first.pid()
    expect(await one(first)).toBe(1)
    await withClient(first.owner, 'tests', (query) => query('create table public.kept as select 7 as n'))
    const settings = await withClient(first.owner, 'tests', (query) =>
      query<{ name: string; setting: string }>(
        "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'listen_addresses', 'server_encoding', 'synchronous_commit')",
      ),
    )
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
    })
    const holder = readHolder(dataFolder(data).cluster)
    expect(statSync(holder?.socketFolder ?? '').mode & 0o777).toBe(0o700)
    expect(statSync(join(first.home, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(first.home).mode & 0o077).toBe(0)
    await first.release()
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(holder?.socketFolder ?? '')).toBe(false)

    const second = await openEmbedded(data)
    const rows = await withClient(second.owner, 'tests', (query) => query('select n from public.kept'))
    expect(rows).toEqual([{ n: 7 }])
    await second.release()
  })

  test('lets in nobody without its password', async () => {
    const embedded = await openEmbedded(data)
    const intruder = withClient({ ...embedded.owner, password: 'guess' }, 'tests', (query) =>
      query('select 1'),
    )
    await expect(intruder).rejects.toMatchObject({ code: '28P01' })
    await embedded.release()
  })

  test('is shared by those who open the folder, and outlives each of them but the last', async () => {
    const [first, second] = await Promise.all([openEmbedded(data), openEmbedded(data)])
    const other = otherProcess()
    expect(second.pid()).toBe(first.pid())
    expect(await other.server).toBe(first.pid())
    await first.release()
    await other.leave()
    expect(await one(second)).toBe(1)
    await second.release()
    expect(isAlive(second.pid())).toBe(false)
  })

  test('is one, however many start at the same moment in a folder that is new', async () => {
    const others = [otherProcess(), otherProcess(), otherProcess()]
    const servers = await Promise.all(others.map(({ server }) => server))
    expect(new Set(servers).size).toBe(1)
    for (const { leave } of others) await leave()
    expect(isAlive(servers[0] ?? 0)).toBe(false)
    const left = readFileSync(join(dataFolder(data).home, 'server.log'), 'utf8')
    expect(left).not.toContain('PANIC')
  })

  test('is joined where the one who started it was killed', async () => {
    const other = otherProcess()
    const server = await other.server
    other.child.kill('SIGKILL')
    const embedded = await openEmbedded(data)
    expect(embedded.pid()).toBe(server)
    expect(await one(embedded)).toBe(1)
    await embedded.release()
    // Whoever started it is dead, so that somebody else takes note of its end, in their own time.
    await expect.poll(() => isAlive(server), { timeout: 20_000 }).toBe(false)
  })

  test('comes back by itself, at the same address, where it is killed under its users', async () => {
    const embedded = await openEmbedded(data)
    const killed = embedded.pid()
    process.kill(killed, 'SIGKILL')
    // What it had started for a user may answer once more before it is gone as well.
    const isNew = async () => (await one(embedded).catch(() => 0)) === 1 && embedded.pid() !== killed
    await expect.poll(isNew, { timeout: 60_000 }).toBe(true)
    await embedded.release()
    expect(isAlive(embedded.pid())).toBe(false)
  })
})

describe('whoever holds the folder', () => {
  /** What a server wrote about itself that was started by `pid` and does not answer. */
  const claim = (pid: number, since = Math.floor(Date.now() / 1000)) => {
    const { cluster } = dataFolder(data)
    writeFileSync(
      holderFile(cluster),
      [pid, cluster, since, 5432, join(data, 'no-socket'), '', '', 'ready   ', ''].join('\n'),
    )
  }

  const makeFolder = async () => {
    const embedded = await openEmbedded(data)
    await embedded.release()
  }

  test('is named, at once, where they live and do not answer', async () => {
    await makeFolder()
    claim(process.pid)
    const started = performance.now()
    await expect(openEmbedded(data)).rejects.toThrow(`held by process ${process.pid}, which does not answer`)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(readHolder(dataFolder(data).cluster)?.pid).toBe(process.pid)
  })

  test('is followed where they are dead', async () => {
    await makeFolder()
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => {
      dead.on('exit', resolve)
    })
    claim(dead.pid ?? 0)
    const embedded = await openEmbedded(data)
    expect(await one(embedded)).toBe(1)
    await embedded.release()
  })

  test.runIf(existsSync('/proc/self/stat'))(
    'is followed where their number was given to another process since',
    async () => {
      await makeFolder()
      // This process began long after the server that the file speaks of.
      claim(process.pid, 1_000_000_000)
      const embedded = await openEmbedded(data)
      expect(await one(embedded)).toBe(1)
      await embedded.release()
    },
  )

  test('a start that was killed half-way leaves nothing that is taken for a database', async () => {
    const half = join(data, 'postgres.new-999999-abcd')
    mkdirSync(join(half, 'cluster'), { recursive: true })
    const embedded = await openEmbedded(data)
    expect(await one(embedded)).toBe(1)
    expect(existsSync(half)).toBe(false)
    await embedded.release()
  })
})

test.runIf(process.getuid?.() === 0)(
  'a folder that only root can enter is served from one that the server can, and it says so',
  async () => {
    chmodSync(data, 0o700)
    const embedded = await openEmbedded(data)
    try {
      expect(await one(embedded)).toBe(1)
      expect(embedded.told.join(' ')).toMatch(/The database is kept in .*, as .* can only be entered by root/)
      expect(embedded.home.startsWith(data)).toBe(false)
    } finally {
      await embedded.release()
      rmSync(join(embedded.home, '..'), { recursive: true, force: true })
      chmodSync(data, 0o711)
    }
  },
)

test('killed in the middle of writing: nothing that was acknowledged is lost, and everything verifies', {
  timeout: 240_000,
}, async () => {
  const cycles = await killNine(data, 3, 7)
  expect(cycles.map(({ victim }) => victim)).toEqual(['service', 'server', 'both'])
  for (const { acknowledged, lost, faults } of cycles) {
    expect(acknowledged).toBeGreaterThan(0)
    expect({ lost, faults }).toEqual({ lost: 0, faults: 0 })
  }
})
