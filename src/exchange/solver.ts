import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Solve, Solved } from '../domain/population/calibrate-fit.ts'

// HiGHS, the solver of the University of Edinburgh, for linear and quadratic problems. It comes as WebAssembly, so the domain
// writes its problems down as text and is handed this. A problem takes it up to a second: it has a thread of its own, so that
// nobody else's page waits behind it.

/** What the thread does. It stands here as text, so that it is the same whether the service was built or not. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads')
  const highs = require(workerData)()
  const figures = (rows, key) => rows.map((row) => [row.Name, row[key] ?? 0])
  parentPort.on('message', async ({ number, problem }) => {
    try {
      const { Status, Columns, Rows } = (await highs).solve(problem)
      const solved = Status === 'Optimal'
        ? { values: figures(Object.values(Columns), 'Primal'), worth: figures(Rows, 'Dual') }
        : undefined
      parentPort.postMessage({ number, solved })
    } catch (error) {
      parentPort.postMessage({ number, trouble: String(error) })
    }
  })
`

type Told = {
  readonly number: number
  readonly solved?: {
    readonly values: readonly (readonly [string, number])[]
    readonly worth: readonly (readonly [string, number])[]
  }
  readonly trouble?: string
}

type Waiting = {
  readonly answer: (solved: Solved | undefined) => void
  readonly fail: (error: Error) => void
}

export type Solver = { readonly solve: Solve; readonly close: () => Promise<void> }

/** Starts the thread; `close` ends it. A problem that the solver cannot even read is a bug, and rejects. */
export function openSolver(): Solver {
  const thread = new Worker(THREAD, {
    eval: true,
    workerData: createRequire(import.meta.url).resolve('highs'),
  })
  // Nobody who only asked for figures is kept from ending.
  thread.unref()
  const waiting = new Map<number, Waiting>()
  let count = 0
  const failAll = (error: Error): void => {
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
  }
  thread.on('message', ({ number, solved, trouble }: Told) => {
    const asked = waiting.get(number)
    waiting.delete(number)
    if (trouble !== undefined) asked?.fail(new Error(`the solver: ${trouble}`))
    else asked?.answer(solved && { values: new Map(solved.values), worth: new Map(solved.worth) })
  })
  thread.on('error', failAll)
  thread.on('exit', () => failAll(new Error('the solver ended')))
  return {
    solve: (problem) =>
      new Promise((answer, fail) => {
        count += 1
        waiting.set(count, { answer, fail })
        thread.ref()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, and no window
        thread.postMessage({ number: count, problem })
      }),
    close: async () => {
      await thread.terminate()
    },
  }
}
