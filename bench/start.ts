import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, inTime, median, under } from './figures.ts'
import { startService } from './service.ts'

const RUNS = 5

/** A folder of its own for a database; the embedded server may run as another user, who must be able to get in. */
export function ownFolder(name: string): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `roundtable-${name}-`))
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** From the start of the process to the first page, read whole. */
async function firstPage(data: string): Promise<number> {
  const began = performance.now()
  const service = await startService({ ROUNDTABLE_DATA: data })
  try {
    const answer = await fetch(service.origin)
    const body = await answer.text()
    if (answer.status !== 200 || !body.includes('</html>'))
      throw new Error(`the first page is a ${answer.status}`)
    return performance.now() - began
  } finally {
    await service.stop()
  }
}

/** `npm start` on a data folder that is there already, its server not running; and the very first one. */
export async function measureStart(): Promise<readonly Figure[]> {
  const folder = ownFolder('start')
  try {
    const first = await firstPage(folder.path)
    const runs: number[] = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await firstPage(folder.path))
    return [
      under(
        `cold start to the first page, the database's server with it (median of ${RUNS})`,
        3_000,
        median(runs),
        `longest ${inTime(Math.max(...runs))}; the very first, which makes the database: ${inTime(first)}`,
      ),
    ]
  } finally {
    folder.remove()
  }
}
