import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopServer } from '../src/platform/database/cluster.ts'
import { dataFolder } from '../src/platform/database/data-folder.ts'
import { readHolder } from '../src/platform/database/holder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the one server that all test files share. */
    readonly serverFolder: string
  }
}

/**
 * One real server for all test files. It is started by the first file that wants a database and joined by the others,
 * so that a run of tests that want none waits for none; it is stopped and removed here when all are done.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roundtable-tests-')))
  // Started by root the server runs as nobody, and must be able to walk in.
  chmodSync(folder, 0o711)
  project.provide('serverFolder', folder)
  return async () => {
    // The last test file may not have gone yet, and has nothing more to ask.
    const holder = readHolder(dataFolder(folder).cluster)
    if (holder !== undefined) await stopServer(holder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Nothing here outlives the run, so that nothing waits for a disk. The tests about crashes have servers of their own. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A log-in is worth little here, and a run of all tests logs in some thousand times.
  scram_iterations: '1',
  max_connections: '400',
}
