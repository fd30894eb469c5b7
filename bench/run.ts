import { spawnSync } from 'node:child_process'
import { killNine } from '../test/kill-nine.ts'
import { measureBuilt } from './built.ts'
import { measureCheckCommand } from './check-command.ts'
import { measureExplain } from './explain.ts'
import { type Figure, type Part, inTime, median, tableOf, under } from './figures.ts'
import { measurePages } from './pages.ts'
import { measureIntegrity } from './integrity.ts'
import { ROOT } from './service.ts'
import { measureSlider } from './slider.ts'
import { measureStart, ownFolder } from './start.ts'
import { measureVisits } from './visits.ts'

// `npm run bench` measures on this machine every figure that is asked for. `npm run bench -- explain pages` measures some.

/** So many milliseconds do some files of tests take, with the start of a database. @throws where they do not hold */
function tookTests(...files: readonly string[]): number {
  const began = performance.now()
  const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`${files.join(', ')}: ${run.stdout}${run.stderr}`)
  return performance.now() - began
}

/** The authorisation matrix as the tests try it: every cell in the guard, the database and over HTTP; and what pages name. */
async function measureMatrix(): Promise<readonly Figure[]> {
  return [
    under(
      'every cell of who may do what: guard, database and HTTP agree',
      60_000,
      tookTests('test/access-matrix.test.ts', 'test/access-pages.test.ts'),
      'with the start of a database',
    ),
    {
      what: 'no page names an entry that its reader may not read, whoever they are',
      asked: '',
      measured: inTime(tookTests('test/access-shown.test.ts')),
    },
  ]
}

const INTERLEAVINGS = 500

/** Two people at one plan, and each of a thousand forms sent twice: as the tests try it, only far more often. */
async function measureAtOnce(): Promise<readonly Figure[]> {
  const began = performance.now()
  const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/at-once.test.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, AT_ONCE: String(INTERLEAVINGS) },
  })
  const held = run.status === 0
  if (!held) console.error(`${run.stdout}${run.stderr}`)
  return [
    {
      what: `${INTERLEAVINGS} interleavings of two people at one plan, ${2 * INTERLEAVINGS} forms sent twice`,
      asked: 'nothing lost, one effect each',
      measured: held ? 'nothing lost, one effect each' : 'it does not hold',
      beside: `in ${inTime(performance.now() - began)}`,
      holds: held,
    },
  ]
}

const CYCLES = 30

async function measureKillNine(): Promise<readonly Figure[]> {
  const folder = ownFolder('kill')
  try {
    const cycles = await killNine(folder.path, CYCLES, 1)
    const sum = (of: 'acknowledged' | 'lost' | 'faults') =>
      cycles.reduce((total, cycle) => total + cycle[of], 0)
    return [
      {
        what: `kill -9 while writing, ${CYCLES} times: entries lost that were acknowledged, faults in the log`,
        asked: '0 and 0',
        measured: `${sum('lost')} and ${sum('faults')}`,
        beside: `${sum('acknowledged')} entries acknowledged; back in ${inTime(median(cycles.map(({ restart }) => restart)))}`,
        holds: sum('lost') + sum('faults') === 0,
      },
    ]
  } finally {
    folder.remove()
  }
}

const PARTS: readonly Part[] = [
  { name: 'explain', measure: measureExplain },
  { name: 'rules', measure: () => measureBuilt('rules') },
  {
    name: 'checks',
    measure: async () => [...(await measureBuilt('checks')), ...(await measureCheckCommand())],
  },
  { name: 'settle', measure: () => measureBuilt('settle') },
  { name: 'population', measure: () => measureBuilt('population') },
  { name: 'fairness', measure: () => measureBuilt('fairness') },
  { name: 'suppression', measure: () => measureBuilt('suppression') },
  { name: 'two-by-two', measure: () => measureBuilt('two-by-two') },
  { name: 'invent', measure: () => measureBuilt('invent') },
  { name: 'integrity', measure: measureIntegrity },
  { name: 'visits', measure: measureVisits },
  { name: 'slider', measure: measureSlider },
  { name: 'start', measure: measureStart },
  { name: 'pages', measure: measurePages },
  { name: 'matrix', measure: measureMatrix },
  { name: 'at-once', measure: measureAtOnce },
  { name: 'kill-nine', measure: measureKillNine },
]

async function bench(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name))
  if (unknown.length > 0) {
    console.error(
      `There is no ${unknown.join(', ')} to measure. There is: ${PARTS.map(({ name }) => name).join(', ')}.`,
    )
    return 2
  }
  const figures: Figure[] = []
  for (const { name, measure } of PARTS) {
    if (names.length > 0 && !names.includes(name)) continue
    console.log(`Measuring: ${name}`)
    const measured = await measure()
    console.log(`\n${tableOf(measured)}\n`)
    figures.push(...measured)
  }
  const short = figures.filter(({ holds }) => holds === false)
  console.log(
    short.length === 0 ? 'Every figure holds.' : `${short.length} of ${figures.length} figures fall short.`,
  )
  return short.length === 0 ? 0 : 1
}

process.exitCode = await bench(process.argv.slice(2))
