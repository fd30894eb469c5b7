import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { NOBODY, type Runs } from './binaries.ts'
import { unfit } from './trouble.ts'

/** Where the embedded server keeps its things, and as whom it runs. */
export type DataFolder = {
  /** everything of the server's; made whole or not at all */
  readonly home: string
  /** PostgreSQL's own data folder, in `home` */
  readonly cluster: string
  /** the secret from which every password is worked out, in `home` */
  readonly secret: string
  readonly log: string
  readonly runs: Runs
  /** a sentence where something was done that an operator may wonder at */
  readonly told: readonly string[]
}

const isRoot = () => process.getuid?.() === 0

/** The server's folder below `data`; below the system's temporary folder where root's server could not reach it. */
export function dataFolder(data: string): DataFolder {
  try {
    mkdirSync(data, { recursive: true })
  } catch (error) {
    throw unfit(`The data folder ${resolve(data)} cannot be made: set ROUNDTABLE_DATA to another.`, error)
  }
  const real = realpathSync(resolve(data))
  const near = join(real, 'postgres')
  if (!isRoot()) return folderAt(near, undefined, [])
  const runs = { uid: NOBODY, gid: NOBODY }
  if (existsSync(near)) {
    // Started before by somebody who is not root: it stays theirs.
    const owner = statSync(near)
    if (owner.uid !== 0) return folderAt(near, { uid: owner.uid, gid: owner.gid }, [])
  }
  if (canEnter(real, NOBODY)) return folderAt(near, runs, [])
  const key = createHash('sha256').update(real).digest('hex').slice(0, 16)
  const parent = join(tmpdir(), `roundtable-${key}`)
  ownFolder(parent)
  return folderAt(join(parent, 'postgres'), runs, [
    `The database is kept in ${parent}, as ${real} can only be entered by root; that folder may not outlive a restart of the machine.`,
  ])
}

const folderAt = (home: string, runs: Runs, told: readonly string[]): DataFolder => ({
  home,
  cluster: join(home, 'cluster'),
  secret: join(home, 'secret'),
  log: join(home, 'server.log'),
  runs,
  told,
})

/** Whether somebody who is in none of the groups can go through every folder down to this one. */
function canEnter(folder: string, uid: number): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid: owner } = statSync(at)
    if ((mode & (owner === uid ? 0o100 : 0o001)) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** A folder of a known name in a place that belongs to everybody: ours, or made by us now, or refused. */
function ownFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o711 })
  } catch {
    const found = lstatSync(folder)
    if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
      throw unfit(`${folder} belongs to somebody else: remove it, or set TMPDIR to another folder.`)
    }
  }
}

/** A unix socket's whole path has room for about 107 bytes. */
const LONGEST_SOCKET_FOLDER = 85

/** A new short folder for the socket, which only the server's user can enter. */
export function socketFolder(runs: Runs): string {
  const near = tmpdir().length + 20 <= LONGEST_SOCKET_FOLDER ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(near, 'roundtable-'))
  if (runs !== undefined) chownSync(folder, runs.uid, runs.gid)
  return folder
}

/** Beside the home that it may become: made under its own name, so that two starts cannot build into each other. */
export const homeBeingMade = (home: string): string =>
  `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`
