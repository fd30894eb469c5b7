import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { type Figure, timesAs, under } from './figures.ts'
import { manyRecords } from './many-records.ts'
import { COMMAND, ON, ROOT } from './service.ts'
import { ownFolder } from './start.ts'

const RECORDS = 10_000
const FEW = 1_000

type Run = { readonly took: number; readonly most: number | undefined }

/** The most memory that a process has held so far, in MB: as Linux tells it, and not known elsewhere. */
function mostOf(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** The command as somebody calls it, what it prints going nowhere. */
async function runOver(files: readonly string[]): Promise<Run> {
  const nowhere = openSync(devNull, 'w')
  const began = performance.now()
  const child = spawn(process.execPath, [COMMAND, 'check', '--json', '--on', ON, ...files], {
    cwd: ROOT,
    stdio: ['ignore', nowhere, 'inherit'],
  })
  let most: number | undefined
  const watch = setInterval(() => (most = mostOf(child.pid) ?? most), 50)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearInterval(watch)
  closeSync(nowhere)
  if (code !== 0) throw new Error(`check ended with ${code}`)
  return { took: performance.now() - began, most }
}

/** `check` over ten thousand files, and over a thousand of them: what it holds must not grow with how many there are. */
export async function measureCheckCommand(): Promise<readonly Figure[]> {
  const folder = ownFolder('check')
  try {
    const files: string[] = []
    for (const { text } of manyRecords(RECORDS)) {
      const file = join(folder.path, `${files.length}.json`)
      writeFileSync(file, text)
      files.push(file)
    }
    const few = await runOver(files.slice(0, FEW))
    const many = await runOver(files)
    const began = performance.now()
    for (const file of files) JSON.parse(readFileSync(file, 'utf8'))
    const parsing = performance.now() - began
    const known = few.most !== undefined && many.most !== undefined
    return [
      under(
        `check, ${RECORDS} records of 60 entries, the command whole`,
        20_000,
        many.took,
        timesAs(many.took, parsing, 'JSON.parse of the same files'),
      ),
      {
        what: 'the most memory that it holds',
        asked: 'flat',
        measured: known ? `${many.most?.toFixed(0)} MB` : 'not known on this system',
        ...(known ? { beside: `${few.most?.toFixed(0)} MB over ${FEW} records` } : {}),
        ...(known ? { holds: (many.most ?? 0) < 1.5 * (few.most ?? 0) } : {}),
      },
    ]
  } finally {
    folder.remove()
  }
}
