import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { projectFile } from '../platform/database/project-files.ts'
import { type Checked, type HowToCheck, type ToCheck, checkOne } from './check-one.ts'
import { complainOf } from './output.ts'

// Many files are checked by two threads, a batch at a time, and printed in the order in which they were named. No more
// than a few batches are held at once, so ten thousand files take no more memory than a hundred.

const THREADS = 2
const BATCH = 24
/** Fewer files are checked sooner than a thread is started. */
const WORTH_A_THREAD = 4 * BATCH
/** How many batches may be under way, or wait for one before them, at one time. */
const AHEAD = 3 * THREADS

type Task = { readonly files: readonly ToCheck[]; readonly how: HowToCheck }
type Check = (task: Task) => Promise<readonly Checked[]>
type Checkers = { readonly check: Check; readonly close: () => Promise<void> }

const AS_THREAD = 'roundtable check'
export const isThread = (): boolean => workerData === AS_THREAD

const here: Checkers = {
  check: async ({ files, how }) => files.map((file) => checkOne(file, how)),
  close: async () => {},
}

/** What a thread does: the same command, asked by its parent. @returns when the parent has no more */
export async function serveAsThread(): Promise<void> {
  const port = parentPort
  if (port === null) return
  port.on('message', (task: Task) => {
    void here.check(task).then((checked) => port.postMessage(checked))
  })
  await once(port, 'close')
}

/** A thread runs what was built; from the source, where there is none to run, everything is done here. */
const isBuilt = !import.meta.url.endsWith('.ts')

function inThreads(): Checkers {
  const idle = Array.from(
    { length: THREADS },
    () => new Worker(projectFile('bin/roundtable.mjs'), { argv: ['check'], workerData: AS_THREAD }),
  )
  const all = [...idle]
  const wanting: ((thread: Worker) => void)[] = []
  const free = (thread: Worker): void => {
    const next = wanting.shift()
    if (next === undefined) idle.push(thread)
    else next(thread)
  }
  const take = async (): Promise<Worker> =>
    idle.pop() ?? new Promise<Worker>((resolve) => void wanting.push(resolve))
  return {
    check: async (task) => {
      const thread = await take()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, and no window
      thread.postMessage(task)
      // Rejects where the thread fails: a bug, which ends the command.
      const [checked]: readonly Checked[][] = await once(thread, 'message')
      free(thread)
      return checked ?? []
    },
    close: async () => {
      await Promise.all(all.map(async (thread) => thread.terminate()))
    },
  }
}

type Progress = { readonly done: (files: number) => void; readonly end: () => void }

/** A bar for whoever waits at a terminal while the result goes elsewhere; what is printed to it shows by itself how far it is. */
async function progressOf(files: number): Promise<Progress> {
  if (files < WORTH_A_THREAD || !process.stderr.isTTY || process.stdout.isTTY) {
    return { done: () => {}, end: () => {} }
  }
  const { default: bars } = await import('cli-progress')
  const bar = new bars.SingleBar({
    format: '{bar} {value} of {total} records, {eta_formatted} to go',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(files, 0)
  return { done: (count) => bar.increment(count), end: () => bar.stop() }
}

/** Writes to standard output, and waits where it is slower than we are. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/**
 * Holds files against the law and prints what was found as it comes; what is wrong with a file goes to standard error,
 * and the others are checked all the same. @returns the exit code: 1 where a file was wrong
 */
export async function checkFiles(files: readonly string[], how: HowToCheck): Promise<number> {
  const isLong = files.some(hasLines)
  const threaded = isBuilt && (isLong || files.length >= WORTH_A_THREAD)
  const checkers = threaded ? inThreads() : here
  // How many records a file of lines holds is known at its end.
  const progress = await progressOf(isLong ? 0 : files.length)
  let wrong = false
  let printed = 0
  try {
    if (how.json) await write('[')
    for await (const batch of inOrder(files, how, checkers.check)) {
      for (const checked of batch) {
        if (checked.kind === 'wrong') {
          wrong = true
          complainOf(checked.file, checked.mistakes)
          continue
        }
        await write(how.json ? `${printed === 0 ? '\n' : ',\n'}${checked.says}` : `${checked.says}\n`)
        printed += 1
      }
      progress.done(batch.length)
    }
    if (how.json) await write(printed === 0 ? ']\n' : '\n]\n')
  } finally {
    progress.end()
    await checkers.close()
  }
  return wrong ? 1 : 0
}

const hasLines = (file: string): boolean => file.endsWith('.jsonl')

/** What was named, one record after the other: a file of lines is never held whole. */
async function* recordsIn(files: readonly string[]): AsyncGenerator<ToCheck> {
  for (const file of files) {
    if (hasLines(file)) yield* linesIn(file)
    else yield file
  }
}

/** The records of a file with one a line. Where it has none, or cannot be read, the file itself: what is wrong is said of it. */
async function* linesIn(file: string): AsyncGenerator<ToCheck> {
  let number = 0
  let found = false
  try {
    for await (const text of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    })) {
      number += 1
      if (text.trim() === '') continue
      found = true
      yield { file: `${file}:${number}`, text }
    }
  } catch {
    found = false
  }
  if (!found) yield file
}

/** The batches as they were named, a few of them under way at once. */
async function* inOrder(
  files: readonly string[],
  how: HowToCheck,
  check: Check,
): AsyncGenerator<readonly Checked[]> {
  const under: Promise<readonly Checked[]>[] = []
  let batch: ToCheck[] = []
  const send = (): void => {
    const task = check({ files: batch, how })
    // Awaited in its turn below; until then a failure must not end the process by itself.
    task.catch(() => {})
    under.push(task)
    batch = []
  }
  for await (const one of recordsIn(files)) {
    batch.push(one)
    if (batch.length < BATCH) continue
    send()
    if (under.length >= AHEAD) yield (await under.shift()) ?? []
  }
  if (batch.length > 0) send()
  for (const task of under) yield await task
}
