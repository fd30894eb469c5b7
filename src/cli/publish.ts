import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { OnePerson } from '../domain/population/figures.ts'
import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { accuracyTable, outcomesOf } from '../domain/population/accuracy.ts'
import { calibrate } from '../domain/population/calibrate.ts'
import { EVERYBODY, statistics, yearTo } from '../domain/population/statistics.ts'
import { type OpenFile, openStatistics } from '../exchange/open-statistics.ts'
import { readPeopleFile, readTraitsFile } from '../exchange/people-file.ts'
import { modelFrom } from '../exchange/published-model.ts'
import { reasonOf } from '../exchange/record-files.ts'
import { openSolver } from '../exchange/solver.ts'
import { transparencyDocument, transparencyRecord } from '../exchange/transparency-record.ts'
import { projectFile } from '../platform/database/project-files.ts'
import { everyFigure, makeFigures } from '../record/log-figures.ts'
import { complain, complainOf, dayGiven, print, printJson } from './output.ts'
import { withDatabase } from './with-database.ts'

type Options = {
  readonly people?: string
  readonly traits?: string
  readonly out: string
  readonly on?: string
  readonly json?: boolean
}

/** `publish --out FOLDER`: the open statistics of how the Act is applied, small numbers suppressed. */
export function addPublish(program: Command, done: (code: number) => void): void {
  program
    .command('publish')
    .description('the open statistics of how the Act is applied: CSV, JSON and a data dictionary')
    .requiredOption('--out <folder>', 'where to write the files')
    .option(
      '--people <file>',
      'the records: one a line, or one JSON document (default: the running database)',
    )
    .option('--traits <file>', 'what is known of the people beside their records, one JSON line each')
    .option('--on <date>', 'the end of the year that is told (default: today)')
    .option('--json', 'print one JSON document about what was written')
    .action(async (options: Options) => done(await publish(options)))
}

async function publish(options: Options): Promise<number> {
  const on = dayGiven(options.on)
  if (on === undefined) {
    complain(`--on: no such day: ${options.on ?? ''}`)
    return 2
  }
  if (options.traits !== undefined && options.people === undefined) {
    complain('--traits goes with --people: the database keeps its own.')
    return 2
  }
  const write = (people: readonly OnePerson[]): Promise<number> => writeAll(people, yearTo(on), options)
  if (options.people === undefined) {
    return withDatabase(async (database) => {
      await makeFigures(database)
      return write(await everyFigure(database))
    })
  }
  const traits = options.traits === undefined ? undefined : await readTraitsFile(options.traits)
  if (traits?.kind === 'refused') {
    complainOf(options.traits ?? '', traits.mistakes)
    return 1
  }
  const read = await readPeopleFile(options.people, on, traits?.people)
  if (read.kind === 'refused') {
    complainOf(options.people, read.mistakes)
    return 1
  }
  return write(read.people)
}

/** The model held to account: how near it comes, what would have come nearer, and its transparency record. */
async function accountOf(
  model: Model,
  people: readonly OnePerson[],
  on: PlainDate,
): Promise<readonly OpenFile[]> {
  const accuracy = accuracyTable(outcomesOf({ kind: 'built-up', model }, on, people), model.from)
  const calibration = calibrate(model, on, model.from, people, await openSolver())
  const json = (name: string, value: object): OpenFile => ({
    name,
    type: 'application/json',
    text: `${JSON.stringify(value, null, 2)}\n`,
  })
  return [
    json('accuracy.json', {
      model: { name: model.name, version: model.version },
      accuracy,
      calibration: calibration ?? null,
    }),
    json('transparency-record.json', transparencyDocument(transparencyRecord(model, accuracy))),
  ]
}

async function writeAll(
  people: readonly OnePerson[],
  period: ReturnType<typeof yearTo>,
  { out, json }: Options,
): Promise<number> {
  const model = await modelFrom(projectFile('allocation/northmoor-2026-27.yaml'))
  const found = statistics(people, period)
  const files = [...openStatistics(found, model.council), ...(await accountOf(model, people, period.to))]
  try {
    await mkdir(out, { recursive: true })
    await Promise.all(files.map(({ name, text }) => writeFile(join(out, name), text)))
  } catch (error) {
    complain(`${out}: cannot be written: ${error instanceof Error ? reasonOf(error) : String(error)}`)
    return 1
  }
  const suppressed = found.cells.filter(({ status }) => status === 'suppressed').length
  // How many people there are is a number like any other: it is said as it is published.
  const all = found.cells.find(({ category, division }) => category === 'all' && division === EVERYBODY)
  if (json === true) {
    printJson({
      period,
      people: all?.people ?? null,
      numbers: found.cells.length,
      suppressed,
      files: files.map(({ name }) => join(out, name)),
    })
  } else {
    print(
      `How the Act was applied from ${period.from} to ${period.to}: ${found.cells.length} numbers, ${suppressed} of them suppressed.`,
      ...files.map(({ name }) => `  ${join(out, name)}`),
    )
  }
  return 0
}
