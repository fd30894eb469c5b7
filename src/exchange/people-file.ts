import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { OnePerson } from '../domain/population/figures.ts'
import { type Traits, readTraits } from '../domain/population/traits.ts'
import { figuresOf } from '../record/figures.ts'
import { LARGEST_FILE, readFileText } from '../record/file.ts'
import type { Mistake } from '../record/mistakes.ts'
import { foldRecord } from '../record/state.ts'
import { reasonOf } from './record-files.ts'

export type ReadPeople<T> =
  | { readonly kind: 'people'; readonly people: readonly T[] }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

/** So many mistakes are told before the reading stops: nobody mends more at once. */
const MOST_MISTAKES = 20
/** One JSON document of many records is held whole, so it may not be larger than this, in bytes. Lines are not held. */
const LARGEST_DOCUMENT = 256 * 1024 * 1024

/**
 * Many records from one file: a record a line, as `invent` writes them; or one JSON document, a record or a list of them.
 * `take` sees one record at a time, so that a file of any length needs no more room than what is made of it.
 */
async function readMany<T>(
  path: string,
  take: (text: string) => T | readonly Mistake[],
): Promise<ReadPeople<T>> {
  const people: T[] = []
  const mistakes: Mistake[] = []
  let number = 0
  let inOne: string[] | undefined
  let held = 0
  const add = (text: string, where: string): void => {
    const taken = take(text)
    if (isMistakes(taken))
      mistakes.push(...taken.map((each) => ({ ...each, path: `${where}: ${each.path}` })))
    else people.push(taken)
  }
  try {
    const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })
    for await (const line of lines) {
      number += 1
      if (line.length > LARGEST_DOCUMENT)
        return refused([{ path: `line ${number}`, says: 'is too long to be a record' }])
      if (inOne === undefined && line.trim() === '') continue
      if (inOne === undefined && people.length + mistakes.length === 0 && !isWhole(line)) inOne = []
      if (inOne === undefined) {
        if (line.length > LARGEST_FILE)
          mistakes.push({ path: `line ${number}`, says: 'is too long to be a record' })
        else add(line, `line ${number}`)
      } else {
        held += line.length + 1
        if (held > LARGEST_DOCUMENT)
          return refused([{ path: 'file', says: 'is too large for one JSON document: give a record a line' }])
        inOne.push(line)
      }
      if (mistakes.length >= MOST_MISTAKES) break
    }
  } catch (error) {
    return refused([
      { path: 'file', says: `cannot be read: ${error instanceof Error ? reasonOf(error) : String(error)}` },
    ])
  }
  if (inOne !== undefined) addDocument(inOne.join('\n'), add, mistakes)
  if (mistakes.length > 0) return refused(mistakes.slice(0, MOST_MISTAKES))
  if (people.length === 0) return refused([{ path: 'file', says: 'is empty: there is nobody in it' }])
  return { kind: 'people', people }
}

const refused = (mistakes: readonly Mistake[]): { kind: 'refused'; mistakes: readonly Mistake[] } => ({
  kind: 'refused',
  mistakes,
})

const isMistakes = (taken: unknown): taken is readonly Mistake[] => Array.isArray(taken)

/** The line is a JSON object by itself, and not the first of many that make one. */
function isWhole(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function addDocument(text: string, add: (text: string, where: string) => void, mistakes: Mistake[]): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    mistakes.push({
      path: 'file',
      says: `is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    })
    return
  }
  const records: unknown =
    typeof value === 'object' && value !== null && 'records' in value ? value.records : value
  if (!Array.isArray(records)) add(text, 'record')
  else records.forEach((record, index) => add(JSON.stringify(record), `record ${index + 1}`))
}

/** The traits of a file by the person that they are of: one JSON line each. */
export async function readTraitsFile(path: string): Promise<ReadPeople<Traits>> {
  return readMany(path, (text): Traits | readonly Mistake[] => {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return [{ path: 'file', says: 'is not JSON' }]
    }
    const read = readTraits(value)
    if (read.kind === 'traits') return read.traits
    return read.says.map((says) => {
      const [key = '', ...rest] = says.split(': ')
      return rest.length === 0 ? { path: 'traits', says } : { path: key, says: rest.join(': ') }
    })
  })
}

/** A population: what each record of a file gives on a day, with the traits beside it. */
export async function readPeopleFile(
  path: string,
  on: PlainDate,
  traits: readonly Traits[] = [],
): Promise<ReadPeople<OnePerson>> {
  const beside = new Map(traits.map((each) => [each.person, each]))
  return readMany(path, (text): OnePerson | readonly Mistake[] => {
    const read = readFileText(text)
    if (read.kind === 'refused') return read.mistakes
    return { figures: figuresOf(foldRecord(read.record, on)), traits: beside.get(read.record.person.id) }
  })
}
