import type { Command } from 'commander'
import type { Step } from '../domain/answer.ts'
import { type Ledger, foldContract } from '../domain/contracts/ledger.ts'
import { settle } from '../domain/contracts/settle.ts'
import type { Settlement } from '../domain/contracts/settlement.ts'
import { type Span, spanInWords } from '../domain/contracts/span.ts'
import { plainDate } from '../domain/dates/plain-date.ts'
import { inWords } from '../domain/money/pence.ts'
import { readContractFile } from '../exchange/contract-file.ts'
import { settlementDocument } from '../exchange/settlement-document.ts'
import { readVisitsFile } from '../exchange/visits-csv.ts'
import { complain, complainOf, dayGiven, endWithReader, print, printJson } from './output.ts'

type Options = {
  readonly period: string
  readonly json?: boolean
  readonly on?: string
  readonly visits?: string
}

/** `FROM..TO`, both days included. Undefined where one of them is no day. */
export function spanGiven(text: string): Span | undefined {
  const [from = '', to = '', more] = text.split('..')
  const first = plainDate(from)
  const last = plainDate(to)
  return first === undefined || last === undefined || more !== undefined
    ? undefined
    : { from: first, to: last }
}

/** `settle FILE --period FROM..TO`: what a contract owes, line by line, with reasons. */
export function addSettle(program: Command, done: (code: number) => void): void {
  program
    .command('settle')
    .argument('<file>', 'a contract file')
    .description('what a contract owes for a period, line by line: what is paid, held and withheld, and why')
    .requiredOption('--period <from..to>', 'first and last day, such as 2026-04-01..2026-04-30')
    .option('--json', 'print one JSON document')
    .option('--on <date>', 'with what was known on this day (default: today)')
    .option('--visits <file>', 'a log of visits (CSV), in place of care that the contract file gives')
    .action(async (file: string, options: Options) => {
      endWithReader()
      return done(await settleFile(file, options))
    })
}

async function settleFile(file: string, options: Options): Promise<number> {
  const on = dayGiven(options.on)
  const period = spanGiven(options.period)
  if (on === undefined) {
    complain(`--on: no such day: ${options.on ?? ''}`)
    return 2
  }
  if (period === undefined) {
    complain(`--period: must be two days, such as 2026-04-01..2026-04-30, and not ${options.period}`)
    return 2
  }
  const read = await readContractFile(file)
  if (read.kind === 'refused') {
    complainOf(file, read.mistakes)
    return 1
  }
  const awarded = foldContract(read.contract, on)
  if (awarded === undefined) {
    complain(`${file}: the contract was not yet awarded on ${on}.`)
    return 1
  }
  const log = options.visits === undefined ? undefined : await readVisitsFile(options.visits, awarded, period)
  if (log?.kind === 'refused') {
    complainOf(options.visits ?? '', log.mistakes)
    return 1
  }
  const ledger = foldContract(read.contract, on, log?.log) ?? awarded
  const answer = settle(ledger.award.terms, ledger, period)
  switch (answer.kind) {
    case 'does-not-apply':
      complain(...answer.because.map((step) => `${file}: ${whereOf(step)}${step.says}`))
      return 1
    case 'needs':
      complain(
        ...answer.facts.map(
          ({ fact, entry }) => `${file}: entry ${entry ?? ''}: no ${fact} was in force for it`,
        ),
      )
      return 1
    case 'known':
      if (options.json === true) printJson(settlementDocument(answer.value))
      else print(...inPlainText(ledger, answer.value))
      return 0
  }
}

const reasons = (steps: readonly Step[], indent: string): readonly string[] =>
  steps.map(({ says, entries = [] }) => {
    const shown = entries.length > 6 ? [...entries.slice(0, 6), `and ${entries.length - 6} more`] : entries
    return `${indent}${says}${shown.length === 0 ? '' : ` [${shown.join(', ')}]`}`
  })

function inPlainText(ledger: Ledger, of: Settlement): readonly string[] {
  const nameOf = (id: string) => ledger.parties.get(id)?.name ?? id
  const notPaid = (heading: string, items: Settlement['held']): readonly string[] =>
    items.length === 0
      ? []
      : [
          '',
          heading,
          ...items.flatMap(({ what, amount, why, owner }) => [
            `  ${what}: ${inWords(amount)}`,
            `    ${why}${owner === undefined ? '' : ` It waits for ${nameOf(owner)}.`}`,
          ]),
        ]
  return [
    `${ledger.contract.name}, ${spanInWords(of.period)}, as known on ${ledger.on}. Model: ${of.model}.`,
    `To pay: ${inWords(of.payable)}`,
    '',
    'LINES',
    ...of.lines.flatMap(({ what, amount, because }) => [
      `  ${what}: ${inWords(amount)}`,
      ...reasons(because, '    '),
    ]),
    ...notPaid('HELD', of.held),
    ...notPaid('WITHHELD', of.withheld),
    ...(of.warnings.length === 0 ? [] : ['', 'TO LOOK AT']),
    ...of.warnings.flatMap(({ flag, because }) => reasons(because, `  ${flag}: `)),
    ...(of.shown.length === 0 ? [] : ['', 'SHOWN; NO MONEY HANGS ON IT HERE']),
    ...of.shown.flatMap(({ because }) => reasons(because, '  ')),
  ]
}

/** The entries that a sentence is about: one by its id, of many the first and how many more. */
function whereOf({ entries = [] }: Step): string {
  const [first, ...more] = entries
  if (first === undefined) return ''
  return `entry ${first}${more.length === 0 ? '' : ` and ${more.length} more`}: `
}
