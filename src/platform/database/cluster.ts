import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Binaries, Runs } from './binaries.ts'
import { type DataFolder, homeBeingMade, socketFolder } from './data-folder.ts'
import { type Holder, holderFile, isAlive, readHolder } from './holder.ts'
import { derive } from './secrets.ts'
import { unfit } from './trouble.ts'

export const SUPERUSER = 'postgres'

/**
 * A new cluster in a folder of its own, which becomes the home in one step: two starts at the same moment each make
 * one, the first to be ready wins, and nothing half-made is ever taken for a database. It takes a second or more, in
 * which whoever starts can read what else is needed.
 */
export async function makeCluster(folder: DataFolder, binaries: Binaries): Promise<void> {
  sweepUnfinished(folder.home)
  const making = homeBeingMade(folder.home)
  mkdirSync(making, { mode: 0o700 })
  give(making, folder.runs)
  const secret = randomBytes(32).toString('hex')
  writeFileSync(join(making, 'secret'), `${secret}\n`, { mode: 0o600 })
  const passwordFile = join(making, 'password')
  writeFileSync(passwordFile, `${derive(secret, SUPERUSER)}\n`, { mode: 0o600 })
  give(passwordFile, folder.runs)
  const words = [
    '-D',
    join(making, 'cluster'),
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    // The order of letters comes with the server, not with the machine: a moved folder keeps its indexes right.
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]
  const trouble = await troubleOf(binaries.initdb, words, folder.runs)
  rmSync(passwordFile, { force: true })
  if (trouble !== undefined) {
    rmSync(making, { recursive: true, force: true })
    throw unfit(`No database could be made in ${folder.home}: ${lastLines(trouble)}`)
  }
  try {
    renameSync(making, folder.home)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(folder.cluster)) throw error
  }
}

/** Runs a program to its end. @returns what it said where it failed */
const troubleOf = (program: string, words: readonly string[], runs: Runs): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(program, words, { cwd: '/', env: environment(), ...runs }, (error, _said, complaint) => {
      resolve(error === null ? undefined : complaint || error.message)
    })
  })

const give = (path: string, runs: Runs): void => {
  if (runs !== undefined) chownSync(path, runs.uid, runs.gid)
}

/** What a start left behind that was killed while it made a cluster. */
function sweepUnfinished(home: string): void {
  const start = `${basename(home)}.new-`
  for (const name of readdirSync(dirname(home)).filter((found) => found.startsWith(start))) {
    const pid = Number(name.slice(start.length).split('-')[0])
    if (!isAlive(pid)) rmSync(join(dirname(home), name), { recursive: true, force: true })
  }
}

export const readSecret = (folder: DataFolder): string => readFileSync(folder.secret, 'utf8').trim()

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
})

/** Nothing listens on the network: only whoever may enter the socket's folder, and has a password, comes in. */
const settings = (sockets: string, more: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries({
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: '120',
    password_encryption: 'scram-sha-256',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...more,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/**
 * Starts the server in a session of its own, so that it neither gets the terminal's Ctrl-C nor dies with us: what was
 * acknowledged is safe in it, and the next process joins it.
 * @param left what the holder before us wrote, where it did not come to tidy up: its socket's folder is used again, so
 *   that processes that were connected find the new server where the old one was
 */
export function spawnServer(
  folder: DataFolder,
  binaries: Binaries,
  left: Holder | undefined,
  more: Readonly<Record<string, string>>,
): ChildProcess {
  const sockets =
    left !== undefined && isOurs(left.socketFolder, folder.runs)
      ? left.socketFolder
      : socketFolder(folder.runs)
  if (left !== undefined && isAlive(left.pid)) bury(folder.cluster, left)
  const grown = existsSync(folder.log) && statSync(folder.log).size > 5 * 1024 * 1024
  const log = openSync(folder.log, grown ? 'w' : 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', folder.cluster, ...settings(sockets, more)], {
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', log, log],
      ...folder.runs,
    })
    child.on('error', () => {
      // Shows as an exit without a server; the log and the sentence say why.
    })
    child.on('exit', () => {
      // One that lost the race to another start, or went in good order, leaves no folder; a crashed one is found by it.
      if (readHolder(folder.cluster)?.socketFolder !== sockets)
        rmSync(sockets, { recursive: true, force: true })
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/**
 * Takes away what a server wrote whose number another process has now. PostgreSQL itself does this where nobody has it,
 * but not here. Moved first and looked at then, as another start may be doing the same and be a step ahead.
 */
function bury(cluster: string, left: Holder): void {
  const file = holderFile(cluster)
  const moved = `${file}.${process.pid}`
  try {
    renameSync(file, moved)
    const found = readHolder(cluster, moved)
    if (found?.pid !== left.pid || found.since !== left.since) linkSync(moved, file)
  } catch {
    // Somebody else was first.
  }
  rmSync(moved, { force: true })
}

function isOurs(path: string, runs: Runs): boolean {
  if (path === '') return false
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined || !found.isDirectory() || found.uid !== (runs?.uid ?? process.getuid?.()))
    return false
  chmodSync(path, 0o700)
  return true
}

/** A fast stop: what is under way is rolled back, what was acknowledged is on disk. @returns whether it went. */
export async function stopServer(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 'SIGINT')
  } catch {
    return !isAlive(holder.pid)
  }
  const deadline = performance.now() + 20_000
  while (isAlive(holder.pid)) {
    if (performance.now() > deadline) return false
    await pause(10)
  }
  if (basename(holder.socketFolder).startsWith('roundtable-')) {
    rmSync(holder.socketFolder, { recursive: true, force: true })
  }
  return true
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export const lastLines = (text: string, count = 4): string =>
  text.trim().split('\n').slice(-count).join(' | ')

export const logTail = (folder: DataFolder): string =>
  existsSync(folder.log) ? lastLines(readFileSync(folder.log, 'utf8').slice(-4000)) : ''
