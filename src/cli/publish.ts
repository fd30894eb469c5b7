import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { OnePerson } from '../domain/population/figures.ts'
import type { Model } from '../domain/allocation/model.ts'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import { accuracyTable, outcomesOf } from '../domain/population/accuracy.ts'
import { type Calibration, type FittedModel, calibrate } from '../domain/population/calibrate.ts'
import { type KeptYear, earlierFrom } from '../domain/population/earlier.ts'
import { EVERYBODY, statistics, yearTo } from '../domain/population/statistics.ts'
import {
  STATISTICS_FILE,
  keptBefore,
  keptYearOf,
  statisticsIn,
} from '../commissioning/insight/store-published.ts'
import { type OpenFile, openStatistics } from '../exchange/open-statistics.ts'
import { isPublishingThread, serveAsPublishingThread } from '../exchange/open-statistics-thread.ts'
import { readPeopleFile, readTraitsFile } from '../exchange/people-file.ts'
import { modelFrom } from '../exchange/published-model.ts'
import { reasonOf } from '../exchange/record-files.ts'
import { linearSolver } from '../exchange/linear-solver.ts'
import { openSolver } from '../exchange/solver.ts'
import {
  type CouncilsOwn,
  transparencyDocument,
  transparencyRecord,
} from '../exchange/transparency-record.ts'
import { ownWordsBeside } from '../exchange/transparency-words.ts'
import { everyFigure, makeFigures } from '../record/log-figures.ts'
import { modelInForce } from './model-in-force.ts'
import { complain, complainOf, dayGiven, print, printJson } from './output.ts'
import { withDatabase } from './with-database.ts'

type Options = {
  readonly people?: string
  readonly traits?: string
  readonly model?: string
  readonly before?: readonly string[]
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
    .option('--model <file>', 'the model in force (default: the one that the service is set to)')
    .option(
      '--before <files...>',
      'the statistics.json of earlier months, to be held against (default: what the database has published)',
    )
    .option('--on <date>', 'the end of the year that is told (default: today)')
    .option('--json', 'print one JSON document about what was written')
    .action(async (options: Options) => {
      if (isPublishingThread()) return serveAsPublishingThread()
      return done(await publish(options))
    })
}

/** The model with what the council says of it beside it. */
type Told = { readonly model: Model; readonly own: CouncilsOwn }

async function toldIn(file: string): Promise<Told> {
  const model = await modelFrom(file)
  return { model, own: await ownWordsBeside(file, model) }
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
  const told = await toldIn(options.model ?? modelInForce()).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  )
  if (told instanceof Error) {
    complain(told.message)
    return 1
  }
  const given = await publishedIn(options.before ?? [])
  if (given === undefined) return 1
  const write = (people: readonly OnePerson[], years: readonly KeptYear[] = given): Promise<number> =>
    writeAll(people, told, yearTo(on), { ...options, years })
  if (options.people === undefined) {
    return withDatabase(async (database) => {
      await makeFigures(database)
      const years = await database.asOwner(keptBefore)
      return write(await everyFigure(database), [...years, ...given])
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

/** What was published before, from its files. Says what is wrong with one that is none, and gives nothing. */
async function publishedIn(paths: readonly string[]): Promise<readonly KeptYear[] | undefined> {
  const years: KeptYear[] = []
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    )
    const year = text instanceof Error ? text : keptIn(text)
    if (year instanceof Error) {
      complain(`${path}: is not a statistics.json that was published: ${reasonOf(year).split('\n')[0] ?? ''}`)
      return undefined
    }
    years.push(year)
  }
  return years
}

function keptIn(text: string): KeptYear | Error {
  try {
    return keptYearOf(statisticsIn([{ name: STATISTICS_FILE, type: 'application/json', text }]))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** What came of a fit. The model that it gives is no part of it: nobody has decided on that. */
const fitIn = (fitted: FittedModel | undefined) =>
  fitted && { prices: fitted.prices, broken: fitted.broken, accuracy: fitted.accuracy }

const calibrationIn = ({ leastSquares, enough, ...calibration }: Calibration) => ({
  ...calibration,
  leastSquares: fitIn(leastSquares) ?? null,
  enough: fitIn(enough) ?? null,
})

/** The model held to account: how near it comes, what would have come nearer, and its transparency record. */
async function accountOf(
  { model, own }: Told,
  people: readonly OnePerson[],
  on: PlainDate,
): Promise<readonly OpenFile[]> {
  const accuracy = accuracyTable(outcomesOf({ kind: 'built-up', model }, on, people), model.from)
  const solver = openSolver()
  const calibration = await calibrate(model, on, model.from, people, solver.solve).finally(solver.close)
  const json = (name: string, value: object): OpenFile => ({
    name,
    type: 'application/json',
    text: `${JSON.stringify(value, null, 2)}\n`,
  })
  return [
    json('accuracy.json', {
      model: { name: model.name, version: model.version },
      accuracy,
      calibration: calibration === undefined ? null : calibrationIn(calibration),
    }),
    json('transparency-record.json', transparencyDocument(transparencyRecord(model, accuracy, own))),
  ]
}

async function writeAll(
  people: readonly OnePerson[],
  told: Told,
  period: ReturnType<typeof yearTo>,
  { out, json, years }: Options & { readonly years: readonly KeptYear[] },
): Promise<number> {
  const open = await linearSolver()
  const found = statistics(people, period, { earlier: years.map(earlierFrom), open })
  const files = [...openStatistics(found, told.model.council), ...(await accountOf(told, people, period.to))]
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
