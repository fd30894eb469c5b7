import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { openDatabase } from '../src/platform/database/database.ts'
import { dataFolder } from '../src/platform/database/data-folder.ts'
import { readHolder } from '../src/platform/database/holder.ts'
import { verify } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'

/** Who is killed: the service, the database server under it (which the service then brings back), or both at once. */
export type Victim = 'service' | 'server' | 'both'

export type Cycle = {
  readonly victim: Victim
  /** entries that were acknowledged before the service was killed */
  readonly acknowledged: number
  /** of these, how many were acknowledged by a server that had been brought back */
  readonly afterReturn: number
  /** acknowledged and not there afterwards */
  readonly lost: number
  /** what `verify` found */
  readonly faults: number
  /** milliseconds until the first query was answered again */
  readonly restart: number
}

/** Kills in the middle of writing, opens again, and counts what is missing. @param seed for the moments of the kills */
export async function killNine(data: string, cycles: number, seed: number): Promise<readonly Cycle[]> {
  const toss = tosser(seed)
  const done: Cycle[] = []
  const victims: readonly Victim[] = ['service', 'server', 'both']
  for (let turn = 0; turn < cycles; turn += 1) {
    done.push(await oneCycle(data, victims[turn % victims.length] ?? 'both', 200 + Math.floor(toss() * 900)))
  }
  return done
}

function tosser(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function oneCycle(data: string, victim: Victim, wait: number): Promise<Cycle> {
  const kept = new Map<string, number>()
  let acknowledged = 0
  const writer = startWriter(data, (id, head) => {
    kept.set(id, Math.max(kept.get(id) ?? 0, head))
    acknowledged += 1
  })
  try {
    return await killAndLook(data, victim, wait, writer, { kept, count: () => acknowledged })
  } finally {
    writer.child.kill('SIGKILL')
  }
}

async function killAndLook(
  data: string,
  victim: Victim,
  wait: number,
  writer: Writer,
  { kept, count }: { readonly kept: ReadonlyMap<string, number>; readonly count: () => number },
): Promise<Cycle> {
  await writer.open
  await pause(wait)
  // On a busy machine the first entry may take longer than that, and a kill before it would try nothing.
  await until(() => count() > 0, writer)
  const server = readHolder(dataFolder(data).cluster)
  if (server === undefined) throw new Error('no server runs')
  const before = count()
  if (victim !== 'service') process.kill(server.pid, 'SIGKILL')
  if (victim === 'server') await until(() => count() > before + 20, writer)
  writer.child.kill('SIGKILL')
  await writer.gone
  const acknowledged = count()

  const started = performance.now()
  const db = await openDatabase({ data, prepare: keepPolicy })
  try {
    const heads = await db.asOwner((query) =>
      query<{ id: string; head: number; entries: number }>(
        `select r.id, r.head, (select count(*) from roundtable.entry e where e.record = r.id) as entries
         from roundtable.record r`,
      ),
    )
    const restart = performance.now() - started
    const there = new Map(heads.map(({ id, head, entries }) => [id, Math.min(head, entries)]))
    const lost = [...kept].reduce((sum, [id, head]) => sum + Math.max(0, head - (there.get(id) ?? 0)), 0)
    const { faults } = await verify(db)
    const afterReturn = victim === 'server' ? acknowledged - before : 0
    return { victim, acknowledged, afterReturn, lost, faults: faults.length, restart }
  } finally {
    await db.close()
  }
}

type Writer = {
  readonly child: ChildProcess
  readonly open: Promise<void>
  readonly gone: Promise<void>
  readonly wrong: () => string
}

function startWriter(data: string, onKept: (id: string, head: number) => void): Writer {
  const script = join(import.meta.dirname, 'kill-nine-writer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, data], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let wrong = ''
  child.stderr?.on('data', (text: Buffer) => (wrong += text.toString()))
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
  })
  const open = new Promise<void>((resolve, reject) => {
    let rest = ''
    child.stdout?.on('data', (text: Buffer) => {
      const lines = (rest + text.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [id = '', head] = line.split(' ')
        if (line === 'open') resolve()
        else onKept(id, Number(head))
      }
    })
    child.on('exit', () => reject(new Error(`the writer ended by itself: ${wrong}`)))
  })
  return { child, open, gone, wrong: () => wrong }
}

async function until(holds: () => boolean, writer: Writer): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!holds()) {
    if (writer.child.exitCode !== null)
      throw new Error(`the service ended with its server: ${writer.wrong()}`)
    if (performance.now() > deadline) throw new Error(`the service did not come back: ${writer.wrong()}`)
    await pause(10)
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
