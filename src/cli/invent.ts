import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import { FAULT_NAMES, PLANTABLE, readFaults } from '../domain/population/invent/faults.ts'
import {
  type InventedPerson,
  type Inventing,
  LARGEST_SEED,
  MOST_PEOPLE,
  invent,
  whyNot,
} from '../domain/population/invent/invent.ts'
import { modelFrom } from '../exchange/published-model.ts'
import { projectFile } from '../platform/database/project-files.ts'
import { recordValue } from '../record/file.ts'
import { complain, dayGiven, endWithReader, print } from './output.ts'

type Options = {
  readonly people?: string
  readonly seed?: string
  readonly faults: string
  readonly out?: string
  readonly json?: boolean
  readonly on?: string
  readonly model?: string
}

/** Digits and nothing else, within bounds; undefined where it is no such number. */
function wholeNumber(text: string | undefined, from: number, to: number): number | undefined {
  const number = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : undefined
  return number !== undefined && number >= from && number <= to ? number : undefined
}

const faultsInWords = (): string =>
  FAULT_NAMES.map((name) => {
    const { usual, is, of } = PLANTABLE[name]
    return `  ${name} (${is === 'rate' ? 'share' : 'size'}, usually ${usual}): ${of}`
  }).join('\n')

/** `invent --people N --seed S`: an invented council, as a stream of records. */
export function addInvent(program: Command, done: (code: number) => void): void {
  program
    .command('invent')
    .description(
      'an invented council: whole records of people who do not exist; the same seed gives the same bytes',
    )
    .option('--people <number>', `how many people, 1 to ${MOST_PEOPLE}`)
    .option('--seed <number>', `a whole number from 0 to ${LARGEST_SEED}`)
    .option('--faults <list>', 'none, all, or names with a share: clipped-visits=0.2,stuck=0.1', 'all')
    .option('--out <folder>', 'write records.jsonl, traits.jsonl and truth.jsonl into a folder')
    .option('--json', 'print one JSON document: each person with record, traits and truth')
    .option('--on <date>', 'the day on which the council stands (default: today)')
    .option('--model <file>', 'the published allocation model (default: the demo council’s)')
    .addHelpText('after', `\nFaults that can be planted, and of whom:\n${faultsInWords()}`)
    .action(async (options: Options) => {
      const asked = await inventingFrom(options)
      if (typeof asked === 'string') {
        complain(asked)
        return done(2)
      }
      if (asked instanceof Error) {
        complain(asked.message)
        return done(1)
      }
      if (options.out !== undefined) return done(await writeFolder(options.out, asked))
      endWithReader()
      await (options.json === true ? printDocument(asked) : printLines(asked))
      return done(0)
    })
}

/** What was asked for. A sentence where it was asked wrongly, an error where the model cannot be read. */
async function inventingFrom(options: Options): Promise<Inventing | string | Error> {
  const people = wholeNumber(options.people, 1, MOST_PEOPLE)
  if (people === undefined) return `--people must be a whole number from 1 to ${MOST_PEOPLE}.`
  const seed = wholeNumber(options.seed, 0, LARGEST_SEED)
  if (seed === undefined) return `--seed must be a whole number from 0 to ${LARGEST_SEED}.`
  const faults = readFaults(options.faults)
  if (faults.kind === 'refused') return `--faults: ${faults.says}`
  const on = dayGiven(options.on)
  if (on === undefined) return `--on: no such day: ${options.on ?? ''}`
  if (options.out !== undefined && options.json === true)
    return '--out writes files and --json prints: choose one of them.'
  const model = await modelFrom(options.model ?? projectFile('allocation/northmoor-2026-27.yaml')).catch(
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  )
  if (model instanceof Error) return model
  const why = whyNot({ on, model })
  return why === undefined ? { people, seed, faults: faults.faults, on, model } : `--on: ${why}`
}

type Sink = { readonly write: (text: string) => boolean } & NodeJS.EventEmitter

/** So much is gathered before it is written: a write for each person is mostly waiting. */
const AT_ONCE = 64 * 1024

/** Writes as fast as whoever reads takes it, and no faster. */
function writerTo(sink: Sink) {
  let gathered = ''
  const flush = async (): Promise<void> => {
    const text = gathered
    gathered = ''
    if (text !== '' && !sink.write(text)) await once(sink, 'drain')
  }
  return {
    write: async (text: string): Promise<void> => {
      gathered += text
      if (gathered.length >= AT_ONCE) await flush()
    },
    flush,
  }
}

async function printLines(asked: Inventing): Promise<void> {
  const { write, flush } = writerTo(process.stdout)
  for (const { record } of invent(asked)) await write(`${JSON.stringify(recordValue(record))}\n`)
  await flush()
}

const valueOf = ({ record, traits, truth }: InventedPerson) => ({
  record: recordValue(record),
  traits,
  truth,
})

/** One document, written as it comes: a council is larger than the memory. */
async function printDocument(asked: Inventing): Promise<void> {
  const { write, flush } = writerTo(process.stdout)
  const { people, seed, on, model } = asked
  const head = { people, seed, on, model: `${model.name} version ${model.version}` }
  await write(`${JSON.stringify(head).slice(0, -1)},"council":[`)
  let isFirst = true
  for (const person of invent(asked)) {
    await write(`${isFirst ? '' : ','}\n${JSON.stringify(valueOf(person))}`)
    isFirst = false
  }
  await write('\n]}\n')
  await flush()
}

const FILES = ['records.jsonl', 'traits.jsonl', 'truth.jsonl'] as const

const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Into a folder that is new, or that holds none of the three files: nobody's council is written over. */
async function writeFolder(folder: string, asked: Inventing): Promise<number> {
  try {
    await mkdir(folder, { recursive: true })
    const there = (await readdir(folder)).filter((name) => FILES.some((file) => file === name))
    if (there.length > 0) {
      complain(`${folder}: there is a ${there[0] ?? ''} already. Name another folder.`)
      return 1
    }
    await writeFiles(folder, asked)
    print(`${asked.people} invented people are in ${folder}: ${FILES.join(', ')}. Nobody in them is real.`)
    return 0
  } catch (error) {
    complain(`${folder}: cannot be written: ${sayError(error)}`)
    return 1
  }
}

async function writeFiles(folder: string, asked: Inventing): Promise<void> {
  const open = (name: string) => createWriteStream(join(folder, name), { flags: 'wx' })
  const streams = FILES.map(open)
  // What fails while another is waited for is told by `finished` below; until then it must not look unheard.
  const ends = streams.map((stream) => finished(stream))
  for (const end of ends) end.catch(() => undefined)
  const [records, traits, truths] = streams.map(writerTo)
  const all = Promise.all(ends)
  const write = async (): Promise<void> => {
    for (const person of invent(asked)) {
      await records?.write(`${JSON.stringify(recordValue(person.record))}\n`)
      await traits?.write(`${JSON.stringify(person.traits)}\n`)
      await truths?.write(`${JSON.stringify(person.truth)}\n`)
    }
    for (const writer of [records, traits, truths]) await writer?.flush()
    for (const stream of streams) stream.end()
  }
  await Promise.race([Promise.all([write(), all]), all])
}
