import { once } from 'node:events'
import { setImmediate as breath } from 'node:timers/promises'
import { Worker, parentPort, workerData } from 'node:worker_threads'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { OnePerson } from '../domain/population/figures.ts'
import {
  type Cell,
  type Earlier,
  type Statistics,
  type ToPublish,
  countYears,
  hideSmall,
  yearTo,
} from '../domain/population/statistics.ts'
import { TABLES } from '../domain/population/statistics-tables.ts'
import { projectFile } from '../platform/database/project-files.ts'
import { linearSolver } from './linear-solver.ts'

// What to hide is decided over all tables and months at once, which takes seconds. It is done in a thread of its own, with the
// same code, so that nobody's page waits for it. Only counts go there, and no person.

const AS_THREAD = 'roundtable publish'
export const isPublishingThread = (): boolean => workerData === AS_THREAD

/** What the thread does: one piece of work, asked by its parent. */
export async function serveAsPublishingThread(): Promise<void> {
  const port = parentPort
  if (port === null) return
  const [work]: readonly ToPublish[] = await once(port, 'message')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, and no window
  if (work !== undefined) port.postMessage(hideSmall(work, await linearSolver()))
}

/** A thread runs what was built: the command whose files these become. @throws where it ends without an answer */
export async function hideInThread(work: ToPublish): Promise<readonly Cell[]> {
  const thread = new Worker(projectFile('bin/roundtable.mjs'), {
    argv: ['publish', '--out', '.'],
    workerData: AS_THREAD,
  })
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, and no window
    thread.postMessage(work)
    return await new Promise((answer, fail) => {
      thread.once('message', answer)
      thread.once('error', fail)
      thread.once('exit', () => fail(new Error('the thread ended before it answered')))
    })
  } finally {
    await thread.terminate()
  }
}

/** From the source, where there is nothing built to run, it is done here. */
const isBuilt = !import.meta.url.endsWith('.ts')
const hide = async (work: ToPublish): Promise<readonly Cell[]> =>
  isBuilt ? hideInThread(work) : hideSmall(work, await linearSolver())

/** The open statistics of the year that ends on a day, without holding up whatever else this process does. */
export async function statisticsBehind(
  people: readonly OnePerson[],
  to: PlainDate,
  earlier: readonly Earlier[],
): Promise<Statistics> {
  const period = yearTo(to)
  const counting = countYears(people, period, { earlier })
  for (;;) {
    const { done, value } = counting.next()
    if (done === true) return { period, tables: TABLES, detail: value.detail, cells: await hide(value) }
    await breath()
  }
}
