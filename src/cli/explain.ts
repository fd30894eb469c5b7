import { join } from 'node:path'
import type { Command } from 'commander'
import { type Explanation, explain } from '../exchange/explanation.ts'
import { modelFrom } from '../exchange/published-model.ts'
import { readRecordFile } from '../exchange/record-files.ts'
import { projectFile } from '../platform/database/project-files.ts'
import { foldRecord } from '../record/state.ts'
import { complain, complainOf, dayGiven, print, printJson } from './output.ts'

type Options = { readonly json?: boolean; readonly on?: string; readonly model?: string }

const MODEL = 'allocation/northmoor-2026-27.yaml'
/** Where the build keeps the published models as they read: `scripts/keep-code.mjs`. */
const keptModels = (): string => join(projectFile('package.json'), '..', 'dist', 'models.kept')

/** `explain FILE`: where a record stands, with every reason down to the entries. */
export function addExplain(program: Command, done: (code: number) => void): void {
  program
    .command('explain')
    .argument('<file>', 'a record file')
    .description(
      'where the record stands: eligibility, money, plan, what is next and what is late, with reasons',
    )
    .option('--json', 'print one JSON document')
    .option('--on <date>', 'the day to explain it on (default: today)')
    .option('--model <file>', 'the published allocation model (default: the demo council’s)')
    .action(async (file: string, options: Options) => {
      const on = dayGiven(options.on)
      if (on === undefined) {
        complain(
          options.on === undefined
            ? 'The setting ROUNDTABLE_ON must be a day that exists, written as 2026-11-20.'
            : `--on: no such day: ${options.on}`,
        )
        return done(2)
      }
      const read = readRecordFile(file)
      const model = await modelFrom(options.model ?? projectFile(MODEL), keptModels()).catch(
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      )
      if (model instanceof Error) {
        complain(model.message)
        return done(1)
      }
      if (read.kind === 'refused') {
        complainOf(file, read.mistakes)
        return done(1)
      }
      const explanation = explain(foldRecord(read.record, on), model)
      if (options.json === true) printJson(explanation)
      else print(...inPlainText(explanation))
      return done(0)
    })
}

const money = (amount: number | null): string =>
  amount === null ? 'not known yet' : `£${amount.toFixed(2)} a week`

type Because = readonly { readonly says: string; readonly entries?: readonly string[] | undefined }[]

const because = (steps: Because, indent: string): readonly string[] =>
  steps.map(
    ({ says, entries }) =>
      `${indent}${says}${entries === undefined || entries.length === 0 ? '' : ` [${entries.join(', ')}]`}`,
  )

function eligibilityLines({ eligibility }: Pick<Explanation, 'eligibility'>): readonly string[] {
  const verdict =
    eligibility.eligible === null
      ? 'The recorded facts do not settle it yet.'
      : `The recorded facts ${eligibility.eligible ? 'meet' : 'do not meet'} the rules.`
  const decided =
    eligibility.decided === undefined
      ? 'The council has not decided.'
      : `The council decided on ${eligibility.decided.on}: ${eligibility.decided.eligible ? 'eligible' : 'not eligible'}.`
  return [verdict, decided, ...because(eligibility.because, '  ')]
}

function moneyLines({ indicative }: Pick<Explanation, 'indicative'>): readonly string[] {
  const range =
    indicative.weekly === null || indicative.low === null || indicative.high === null
      ? ''
      : ` (from £${indicative.low.toFixed(2)} to £${indicative.high.toFixed(2)})`
  const disputed =
    'ifDisputedStands' in indicative && indicative.ifDisputedStands !== undefined
      ? [`If what is disputed stands: ${money(indicative.ifDisputedStands)}.`]
      : []
  return [
    `${money(indicative.weekly)}, indicative${range}`,
    ...disputed,
    ...indicative.lines.flatMap((line) => [
      `  ${line.id}: ${money(line.weekly)}`,
      ...because(line.because, '    '),
    ]),
  ]
}

function inPlainText(explanation: Explanation): readonly string[] {
  const { on, person, stage, plan, next, findings, carers } = explanation
  return [
    `${person}, on ${on}. Stage: ${stage}.`,
    '',
    'ELIGIBILITY',
    ...eligibilityLines(explanation),
    '',
    'MONEY',
    ...moneyLines(explanation),
    ...(carers ?? []).flatMap((carer) => [
      '',
      `CARER: ${carer.name}`,
      ...eligibilityLines(carer),
      ...moneyLines(carer),
    ]),
    ...(plan === undefined
      ? []
      : [
          '',
          `PLAN, version ${plan.version} (${plan.status}): ${money(plan.weekly)}`,
          ...plan.lines.map((line) => `  ${line.line}: ${line.what}, ${money(line.weekly)}`),
        ]),
    '',
    ...(next.length === 0
      ? ['Nobody waits for anything.']
      : ['NEXT', ...next.map(({ says }) => `  ${says}`)]),
    '',
    findings.length === 0 ? 'Nothing stands out against the law.' : 'TO LOOK AT',
    ...findings.flatMap((finding) => [
      `  ${finding.level}: ${finding.worker} (${finding.check}; ${finding.citation})`,
    ]),
  ]
}
