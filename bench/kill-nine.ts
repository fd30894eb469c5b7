import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cycle, killNine } from '../test/kill-nine.ts'

// `npx tsx bench/kill-nine.ts [cycles] [seed]`: the service and its database server are killed (SIGKILL) in the middle of
// writing, again and again; nothing that was acknowledged may be missing, and every hash must fit.

const cycles = Number(process.argv[2] ?? 30)
const seed = Number(process.argv[3] ?? 1)
const data = mkdtempSync(join(tmpdir(), 'roundtable-kill-'))
chmodSync(data, 0o711)
try {
  const done = await killNine(data, cycles, seed)
  const sum = (of: (cycle: Cycle) => number) => done.reduce((total, cycle) => total + of(cycle), 0)
  const restarts = done.map(({ restart }) => restart).toSorted((a, b) => a - b)
  console.log(`cycles                       ${done.length} (seed ${seed})`)
  console.log(`entries acknowledged         ${sum(({ acknowledged }) => acknowledged)}`)
  console.log(`  by a server brought back   ${sum(({ afterReturn }) => afterReturn)}`)
  console.log(`acknowledged and lost        ${sum(({ lost }) => lost)}`)
  console.log(`faults that verify found     ${sum(({ faults }) => faults)}`)
  console.log(
    `restart, median and longest  ${restarts[Math.floor(restarts.length / 2)]?.toFixed(0)} ms, ${restarts.at(-1)?.toFixed(0)} ms`,
  )
  process.exitCode = sum(({ lost, faults }) => lost + faults) === 0 ? 0 : 1
} finally {
  rmSync(data, { recursive: true, force: true })
}
