import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import { type BackedUp, backup, restore, verify } from '../record/log.ts'
import type { Database } from '../platform/database/database.ts'
import { complain, print, printJson } from './output.ts'
import { withDatabase } from './with-database.ts'

type Options = { readonly json?: boolean }

/** `backup FILE` and `restore FILE`: the whole database into one file, and back into an empty one. */
export function addBackup(program: Command, done: (code: number) => void): void {
  program
    .command('backup')
    .argument('<file>', 'where to write it; there must be no file of that name yet')
    .description('write the whole database into one file, as it is at one moment')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: Options) =>
      done(await withDatabase(async (database) => backUp(database, file, options))),
    )

  program
    .command('restore')
    .argument('<file>', 'what backup wrote')
    .description('bring a backup back into a database that holds no records: all of it, or nothing')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: Options) => {
      // Looked for first: in the database's own transaction it would look as if that could not be reached.
      const trouble = await unreadable(file)
      if (trouble !== undefined) {
        complain(`${file}: ${trouble}`)
        return done(1)
      }
      return done(await withDatabase(async (database) => bringBack(database, file, options)))
    })
}

const TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder.',
  EISDIR: 'it is a folder.',
  EACCES: 'it may not be opened.',
  EEXIST: 'there is a file already, which was left as it is.',
  ENOSPC: 'the disk is full.',
}

/** A file that cannot be read or written, in a sentence; anything else that went wrong says its own. */
function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return TROUBLE[code] ?? error.message
}

async function unreadable(file: string): Promise<string | undefined> {
  try {
    const handle = await open(file, 'r')
    const is = await handle.stat()
    await handle.close()
    return is.isDirectory() ? TROUBLE['EISDIR'] : undefined
  } catch (error) {
    return troubleOf(error)
  }
}

/**
 * Written beside its place and moved there when it is whole, so that no half a backup ever bears the name. Only its owner
 * may read it: it holds everything.
 */
async function backUp(database: Database, file: string, { json }: Options): Promise<number> {
  const half = `${file}.part`
  try {
    // The name is taken first, so that nothing that is there already is written over.
    await (await open(file, 'wx', 0o600)).close()
  } catch (error) {
    complain(`${file}: ${troubleOf(error)}`)
    return 1
  }
  try {
    await rm(half, { force: true })
    const stream = createWriteStream(half, { flags: 'wx', mode: 0o600 })
    const written = finished(stream)
    // Awaited below; until then a full disk must not end the process by itself.
    written.catch(() => undefined)
    const backedUp = await backup(database, async (line) => {
      if (!stream.write(`${line}\n`)) await Promise.race([once(stream, 'drain'), written])
    })
    stream.end()
    await written
    await rename(half, file)
    if (json === true) printJson({ file, ...backedUp })
    else print(`${file}: ${backedUp.rows} rows, SHA-256 ${backedUp.sha256}`)
    return 0
  } catch (error) {
    await Promise.all([rm(half, { force: true }), rm(file, { force: true })])
    complain(`${file}: ${troubleOf(error)}`)
    return 1
  }
}

async function bringBack(database: Database, file: string, { json }: Options): Promise<number> {
  let restored: BackedUp
  try {
    restored = await restore(database, linesOf(file))
  } catch (error) {
    complain(`${file}: ${troubleOf(error)}`)
    return 1
  }
  const { faults, records, entries } = await verify(database)
  if (json === true) printJson({ file, ...restored, records, entries, faults })
  else print(`${restored.rows} rows are back: ${records} records with ${entries} entries.`)
  complainOfFaults(faults)
  return faults.length === 0 ? 0 : 1
}

const complainOfFaults = (faults: readonly { readonly record: string; readonly says: string }[]): void => {
  for (const { record, says } of faults) complain(`${record}: ${says}`)
}

/** The lines of a file one after the other. Only a line feed ends one: what people write may hold every other sign. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const parts = `${rest}${String(chunk)}`.split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
}
