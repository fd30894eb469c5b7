import type { Command } from 'commander'
import { type Ledger, foldContract } from '../domain/contracts/ledger.ts'
import { touches } from '../domain/contracts/span.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { ALL_TESTS, integrity } from '../domain/integrity/every.ts'
import type { Flag } from '../domain/integrity/flag.ts'
import { SAMPLE, chanceFrom, sampleToRemeasure } from '../domain/integrity/remeasure.ts'
import { readContractFile } from '../exchange/contract-file.ts'
import { readVisitsFile } from '../exchange/visits-csv.ts'
import { complain, complainOf, dayGiven, endWithReader, print, printJson } from './output.ts'

type Options = {
  readonly json?: boolean
  readonly on?: string
  readonly seed?: string
  readonly list?: boolean
  readonly visits?: string
}

/** `integrity FILE [BESIDE...]`: a contract held against gaming; with `--seed`, outcomes drawn by lot to be measured again. */
export function addIntegrity(program: Command, done: (code: number) => void): void {
  const command = program
    .command('integrity')
    .argument('[file]', 'a contract file')
    .argument('[beside...]', 'files of the other contracts in the same zone')
    .description(
      'hold a contract against gaming: figures that chance does not explain, each to be talked about',
    )
    .option('--json', 'print one JSON document')
    .option('--on <date>', 'with what was known on this day (default: today)')
    .option('--seed <number>', `draw ${SAMPLE} outcomes by lot, to be measured again; write the seed down`)
    .option(
      '--visits <file>',
      'a log of visits (CSV): how long they were, and, where the contract file does not say it, what was given',
    )
    .option('--list', 'print every test, and what it looks at')
    .action(async (file: string | undefined, beside: readonly string[], options: Options) => {
      endWithReader()
      if (options.list === true) {
        listTests(options.json === true)
        return done(0)
      }
      if (file === undefined) return command.error('error: name a contract file, or use --list')
      return done(await holdAgainst([file, ...beside], options))
    })
}

function listTests(json: boolean): void {
  const tests = ALL_TESTS.map(({ id, looksAt, ask }) => ({ flag: id, looksAt, ask }))
  if (json) return printJson(tests)
  for (const { flag, looksAt, ask } of tests) print(`${flag}: ${looksAt}`, `  ${ask}`)
}

async function holdAgainst(files: readonly string[], options: Options): Promise<number> {
  const on = dayGiven(options.on)
  if (on === undefined) {
    complain(`--on: no such day: ${options.on ?? ''}`)
    return 2
  }
  const seed = options.seed === undefined ? undefined : seedGiven(options.seed)
  if (options.seed !== undefined && seed === undefined) {
    complain(`--seed: must be a whole number from 0 to 4294967295, and not ${options.seed}`)
    return 2
  }
  const ledgers: Ledger[] = []
  for (const [index, file] of files.entries()) {
    const ledger = await ledgerOf(file, on, index === 0 ? options.visits : undefined)
    if (ledger !== undefined) ledgers.push(ledger)
  }
  const [ledger, ...zone] = ledgers
  if (ledger === undefined || ledgers.length < files.length) return 1
  const json = options.json === true
  if (seed === undefined) printFlags(ledger, integrity(ledger, zone), json)
  else printSample(ledger, seed, json)
  return 0
}

/** The ledger of a file; where there is none, what is wrong has been said. */
async function ledgerOf(
  file: string,
  on: PlainDate,
  visits: string | undefined,
): Promise<Ledger | undefined> {
  const read = await readContractFile(file)
  if (read.kind === 'refused') {
    complainOf(file, read.mistakes)
    return undefined
  }
  const ledger = foldContract(read.contract, on)
  if (ledger === undefined) complain(`${file}: the contract was not yet awarded on ${on}.`)
  if (ledger === undefined || visits === undefined) return ledger
  const days = { from: ledger.span.from, to: on < ledger.span.to ? on : ledger.span.to }
  const hasCare = ledger.care.some((care) => touches(care, days))
  const log = await readVisitsFile(visits, ledger, days, hasCare ? 'lengths' : 'care')
  if (log.kind === 'visits') return foldContract(read.contract, on, log.log)
  complainOf(visits, log.mistakes)
  return undefined
}

function seedGiven(text: string): number | undefined {
  const seed = Number(text)
  return /^\d{1,10}$/.test(text) && seed <= 4_294_967_295 ? seed : undefined
}

function printFlags(ledger: Ledger, flags: readonly Flag[], json: boolean): void {
  if (json) {
    return printJson(
      flags.map(({ flag, value, limit, chance, ask, because }) => ({
        flag,
        value,
        limit,
        ...(chance === undefined ? {} : { chance }),
        ask,
        because: because.map(({ says, entries = [] }) => ({ says, entries })),
      })),
    )
  }
  if (flags.length === 0)
    return print(`${ledger.contract.name}, as known on ${ledger.on}: nothing that chance does not explain.`)
  print(
    `${ledger.contract.name}, as known on ${ledger.on}: ${flags.length} to talk about. No payment changes for it.`,
    ...flags.flatMap(({ flag, value, limit, ask, because }) => [
      `  ${flag}: ${value}, beside ${limit}`,
      ...because.map(({ says }) => `    ${says}`),
      `    To ask: ${ask}`,
    ]),
  )
}

function printSample(ledger: Ledger, seed: number, json: boolean): void {
  const drawn = sampleToRemeasure(ledger, chanceFrom(seed)).map(({ id, outcome }) => {
    const agreed = ledger.byId.get(outcome)
    return { outcome, confirmed: id, person: agreed?.kind === 'outcome-agreed' ? agreed.person : '' }
  })
  if (json) return printJson({ seed, remeasure: drawn })
  print(
    `${ledger.contract.name}: ${drawn.length} to be measured again, drawn with seed ${seed} as known on ${ledger.on}.`,
    ...drawn.map(({ outcome, person }) => `  ${person}: ${outcome}`),
  )
}
