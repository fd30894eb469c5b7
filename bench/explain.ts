import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Figure, inTime, median, timesAs, under } from './figures.ts'
import { COMMAND, ON, ROOT } from './service.ts'

/** A published case retold, of 60 entries. */
export const SIXTY = join(ROOT, 'test', 'cases', 'lawful-plain', 'as-it-was.record.json')

const RUNS = 11

function timeOf(...options: readonly string[]): number {
  const began = performance.now()
  const run = spawnSync(process.execPath, options, { cwd: ROOT, env: { ...process.env, ROUNDTABLE_ON: ON } })
  const took = performance.now() - began
  if (run.status !== 0) throw new Error(`${options.join(' ')}: ${run.stderr.toString()}`)
  return took
}

/** `explain` as a whole process, beside a process that does nothing; by turns, so that both meet the same machine. */
export async function measureExplain(): Promise<readonly Figure[]> {
  timeOf(COMMAND, 'explain', SIXTY, '--json')
  const runs = Array.from({ length: RUNS }, () => ({
    bare: timeOf('-e', '0'),
    explain: timeOf(COMMAND, 'explain', SIXTY, '--json'),
  }))
  const bare = median(runs.map((run) => run.bare))
  const explains = runs.map((run) => run.explain)
  return [
    under(
      `explain, 60 entries, whole process (median of ${RUNS}, quickest ${inTime(Math.min(...explains))})`,
      300,
      median(explains),
      timesAs(median(explains), bare, 'node -e 0'),
    ),
  ]
}
