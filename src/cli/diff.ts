import type { Command } from 'commander'
import { plainDate } from '../domain/dates/plain-date.ts'
import { inWords, penceFromPounds } from '../domain/money/pence.ts'
import { modelFrom } from '../exchange/published-model.ts'
import { type RecordDifference, recordDifference } from '../exchange/record-difference.ts'
import { readRecordFile } from '../exchange/record-files.ts'
import { projectFile } from '../platform/database/project-files.ts'
import { complain, complainOf, endWithReader, print, printJson } from './output.ts'

type Options = {
  readonly from: string
  readonly to: string
  readonly json?: boolean
  readonly model?: string
}

/** `diff FILE --from DATE --to DATE`: what changed between two days, in words and money. */
export function addDiff(program: Command, done: (code: number) => void): void {
  program
    .command('diff')
    .argument('<file>', 'a record file')
    .description(
      'what changed between two days: what was added, the plan in words and money, and what follows',
    )
    .requiredOption('--from <date>', 'the earlier day, as it stood at its end')
    .requiredOption('--to <date>', 'the later day, as it stood at its end')
    .option('--json', 'print one JSON document')
    .option('--model <file>', 'the published allocation model (default: the demo council’s)')
    .action(async (file: string, options: Options) => {
      endWithReader()
      return done(await differ(file, options))
    })
}

async function differ(file: string, options: Options): Promise<number> {
  const [from, to] = [plainDate(options.from), plainDate(options.to)]
  if (from === undefined || to === undefined) {
    const [name, given] = from === undefined ? ['--from', options.from] : ['--to', options.to]
    complain(`${name}: no such day: ${given}`)
    return 2
  }
  if (from > to) {
    complain(`--from: ${from} is after --to, ${to}`)
    return 2
  }
  const read = readRecordFile(file)
  const model = await modelFrom(options.model ?? projectFile('allocation/northmoor-2026-27.yaml')).catch(
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  if (model instanceof Error) {
    complain(model.message)
    return 1
  }
  if (read.kind === 'refused') {
    complainOf(file, read.mistakes)
    return 1
  }
  const difference = recordDifference(read.record, from, to, model)
  if (options.json === true) printJson(difference)
  else print(...inPlainText(difference))
  return 0
}

const pounds = (amount: number): string => inWords(penceFromPounds<'week'>(amount) ?? neverPence(amount))

/** @throws always: what was made from whole pence is whole pence again. */
function neverPence(amount: number): never {
  throw new RangeError(`not pounds and pence: ${amount}`)
}

function moneyInWords(called: string, [from, to]: readonly [number, number], each: string): string {
  if (from === to) return `${called}: ${pounds(to)}${each}, as before.`
  const by = Math.round(Math.abs(to - from) * 100) / 100
  return `${called}: was ${pounds(from)}${each}, now ${pounds(to)}: ${pounds(by)} ${to > from ? 'more' : 'less'}.`
}

function planLines(plan: RecordDifference['plan']): readonly string[] {
  if (plan === null) return ['PLAN', '  There is none.']
  const named = (of: typeof plan.from) => (of === null ? 'none' : `version ${of.version} (${of.status})`)
  const heading =
    plan.from?.entry === plan.to?.entry
      ? `PLAN: ${named(plan.to)}, the same one`
      : `PLAN: from ${named(plan.from)} to ${named(plan.to)}`
  const [onceFrom, onceTo] = plan.once
  return [
    heading,
    ...plan.lines.map(({ says }) => `  ${says}`),
    ...plan.says.map((sentence) => `  ${sentence}`),
    ...plan.texts.map(({ of, from, to }) => `  ${of}: was “${from}”, now “${to}”.`),
    ...(plan.unchanged === 0
      ? []
      : [`  ${plan.unchanged} ${plan.unchanged === 1 ? 'line is' : 'lines are'} as before.`]),
    `  ${moneyInWords('In all', plan.weekly, ' a week')}`,
    `  ${moneyInWords('The council’s part', plan.council, ' a week')}`,
    ...(onceFrom === 0 && onceTo === 0 ? [] : [`  ${moneyInWords('Once', plan.once, '')}`]),
  ]
}

const named = (entries: readonly string[] | undefined): string =>
  entries === undefined || entries.length === 0 ? '' : ` [${entries.join(', ')}]`

function inPlainText({ person, from, to, entries, plan, facts }: RecordDifference): readonly string[] {
  return [
    `${person}, from ${from} to ${to}.`,
    '',
    `ADDED: ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`,
    ...entries.map(
      ({ id, kind, on, by, says, corrects }) =>
        `  ${on} ${kind}, ${by}${says === undefined ? '' : `: ${says.replaceAll(/\s+/g, ' ')}`}${corrects === undefined ? '' : ` (puts ${corrects} right)`} [${id}]`,
    ),
    '',
    ...planLines(plan),
    '',
    facts.length === 0 ? 'Nothing else is otherwise.' : 'WHAT FOLLOWS',
    ...facts.map(({ says, entries: of }) => `  ${says}${named(of)}`),
  ]
}
