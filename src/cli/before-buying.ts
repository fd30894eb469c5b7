import type { Command } from 'commander'
import { documentOf, inRange, nearly, percent, seen, whole } from '../commissioning/before-buying/view.ts'
import { ASSUMED, type Assumptions, BOUNDS } from '../domain/contracts/before-buying/assumptions.ts'
import { type Cell, cellsOf } from '../domain/contracts/before-buying/ranges.ts'
import { type Run, runsOf } from '../domain/contracts/before-buying/run.ts'
import { WAYS } from '../domain/contracts/before-buying/ways.ts'
import { roundToPenny } from '../domain/money/pence.ts'
import { runsToCsv } from '../exchange/before-buying-csv.ts'
import { complain, endWithReader, print, printJson } from './output.ts'

type Options = Readonly<Record<string, string | boolean | undefined>>

const MOST_SEEDS = 500

/** What may be put in, and what it is. Money is pounds; shares are 0 to 1. */
const ASKED: Readonly<Record<keyof Assumptions, string>> = {
  people: 'people referred in the year',
  hours: 'hours of support a week that one person needs, on average',
  sustainable: 'pounds that an hour costs to give: the published sustainable rate',
  price: 'pounds that the contract pays an hour, where it pays by the hour',
  alone: 'of the outcomes, the share that would come without any support',
  less: 'the share of hours that somebody no longer needs after their outcome',
  upfront: 'outcome fee: the share that no outcome hangs on',
  falls: 'falling value: by how much it falls to the second year',
  share: 'lead provider: the council’s share of what care costs more or less',
  corridor: 'lead provider: how far that is followed',
  pool: 'lead provider: the pool for outcomes, of the sum for the population',
}

const isMoney = (name: keyof Assumptions): boolean => name === 'sustainable' || name === 'price'
const shown = (name: keyof Assumptions, value: number): number => (isMoney(name) ? value / 100 : value)

/** `before-buying`: the same invented people under every way of paying, with providers that behave well and badly. */
export function addBeforeBuying(program: Command, done: (code: number) => void): void {
  const command = program
    .command('before-buying')
    .description('try ways of paying on invented people, with providers that behave well and badly')
    .option('--seeds <number>', `how many times, from seed 1 on (at most ${MOST_SEEDS})`, '40')
    .option('--json', 'print one JSON document: what was assumed, and the ranges')
    .option('--csv', 'print every run as a row')
  for (const name of NAMES) {
    const [least, most] = BOUNDS[name]
    const says = `${ASKED[name]}: ${shown(name, least)} to ${shown(name, most)} (else ${shown(name, ASSUMED[name])})`
    command.option(`--${name} <number>`, says)
  }
  command.action(async (options: Options) => {
    endWithReader()
    const read = readAssumptions(options)
    if (read.kind === 'bad') {
      complain(...read.says)
      return done(2)
    }
    const runs = await runAll(read.assumed, read.seeds)
    if (options['csv'] === true) process.stdout.write(runsToCsv(runs))
    else if (options['json'] === true) printJson(documentOf(read.assumed, cellsOf(runs)))
    else print(...inWords(cellsOf(runs), read.assumed))
    return done(0)
  })
}

const NAMES = [
  'people',
  'hours',
  'sustainable',
  'price',
  'alone',
  'less',
  'upfront',
  'falls',
  'share',
  'corridor',
  'pool',
] as const satisfies readonly (keyof Assumptions)[]

type Read =
  | { readonly kind: 'good'; readonly assumed: Assumptions; readonly seeds: number }
  | { readonly kind: 'bad'; readonly says: readonly string[] }

function readAssumptions(options: Options): Read {
  const says: string[] = []
  const number = (name: keyof Assumptions): number => {
    const given = options[name]
    if (typeof given !== 'string') return ASSUMED[name]
    const value = isMoney(name) ? Math.round(Number(given) * 100) : Number(given)
    const [least, most] = BOUNDS[name]
    if (given.trim() === '' || !(value >= least && value <= most))
      says.push(`--${name}: must be from ${shown(name, least)} to ${shown(name, most)}, and not ${given}`)
    else if (name === 'people' && !Number.isInteger(value))
      says.push(`--people: must be a whole number, and not ${given}`)
    return value
  }
  const assumed: Assumptions = {
    people: number('people'),
    hours: number('hours'),
    sustainable: roundToPenny<'unit'>(orNought(number('sustainable'))),
    price: roundToPenny<'unit'>(orNought(number('price'))),
    alone: number('alone'),
    less: number('less'),
    upfront: number('upfront'),
    falls: number('falls'),
    share: number('share'),
    corridor: number('corridor'),
    pool: number('pool'),
  }
  const seeds = Number(options['seeds'])
  if (!Number.isInteger(seeds) || seeds < 1 || seeds > MOST_SEEDS)
    says.push(`--seeds: must be a whole number from 1 to ${MOST_SEEDS}, and not ${String(options['seeds'])}`)
  return says.length > 0 ? { kind: 'bad', says } : { kind: 'good', assumed, seeds }
}

/** What is no number has been complained of by then, and is never counted with. */
const orNought = (value: number): number => (Number.isFinite(value) ? value : 0)

async function runAll(assumed: Assumptions, seeds: number): Promise<readonly Run[]> {
  const bar = process.stderr.isTTY ? await progress(seeds) : undefined
  const runs: Run[] = []
  for (let seed = 1; seed <= seeds; seed += 1) {
    runs.push(...runsOf(assumed, seed))
    bar?.update(seed)
  }
  bar?.stop()
  return runs
}

async function progress(seeds: number) {
  const { default: bars } = await import('cli-progress')
  const bar = new bars.SingleBar({ format: '{bar} {value} of {total} seeds', clearOnComplete: true })
  bar.start(seeds, 0)
  return bar
}

const inWords = (cells: readonly Cell[], { people }: Assumptions): readonly string[] => [
  `${people} invented people; the middle of ${cells[0]?.seeds ?? 0} seeds, and the range in which eight of ten lie.`,
  ...WAYS.flatMap((way) => [
    '',
    `${way}. Shown by its own figures: ${seen(cells, way).join(', ') || 'nothing'}.`,
    ...cells
      .filter((cell) => cell.way === way)
      .map(
        (cell) =>
          `  ${cell.behaviour.padEnd(11)} costs ${inRange(cell.cost, nearly)}; reached ${inRange(cell.reached, whole)}; hours given ${inRange(cell.given, percent)}; left without ${inRange(cell.without, whole)}; brings the provider ${inRange(cell.extra, nearly)} more`,
      ),
  ]),
]
