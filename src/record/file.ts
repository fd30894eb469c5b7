import type { z } from 'zod'
import {
  type Entry,
  ENTRY_SCHEMAS,
  FORMAT,
  type Party,
  type Person,
  type RecordFile,
  partySchema,
  personSchema,
  policySchema,
} from './entries.ts'
import { isKind } from './kinds.ts'
import { type Mistake, type Raw, isRaw, listOf, mistakesOf } from './mistakes.ts'
import { decodeBy, readBy } from './quick.ts'
import { isAfter, wrongReferences } from './references.ts'
import { wrongSums } from './sums.ts'

/** The largest file that is read, in bytes. A long life's record is under 2 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024

export type ReadFile =
  | { readonly kind: 'record'; readonly record: RecordFile }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

const refused = (mistakes: readonly Mistake[]): ReadFile => ({ kind: 'refused', mistakes })

/** A whole record from a file's text, or every mistake in it. Nothing is guessed and nothing is dropped. */
export function readFileText(source: string): ReadFile {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return refused([
      { path: 'file', says: `is not JSON: ${error instanceof Error ? error.message : String(error)}` },
    ])
  }
  return readFileValue(value)
}

export function readFileValue(value: unknown): ReadFile {
  if (!isRaw(value)) return refused([{ path: 'file', says: 'must be an object' }])
  const mistakes: Mistake[] = [...wrongOutside(value)]
  const policy = Object.hasOwn(value, 'policy')
    ? taken(policySchema, value['policy'], { at: ['policy'] }, mistakes)
    : undefined
  const person = takePerson(value, mistakes)
  const parties = takeParties(value, mistakes)
  const entries = takeEntries(value, mistakes)
  if (mistakes.length > 0 || person === undefined) return refused(mistakes)
  return {
    kind: 'record',
    record: { format: FORMAT, person, parties, entries, ...(policy === undefined ? {} : { policy }) },
  }
}

/** What a schema makes of a value; where it is not as it must be, nothing, and what is wrong goes to the mistakes. */
function taken<T>(
  schema: z.ZodType<T>,
  value: unknown,
  within: { readonly entry?: string; readonly at: readonly PropertyKey[] },
  mistakes: Mistake[],
): T | undefined {
  const result = readBy(schema, value)
  if (result.success) return result.data
  mistakes.push(...mistakesOf(result.error.issues, value, within))
  return undefined
}

const TOP_KEYS = ['format', 'person', 'parties', 'entries', 'policy']

function wrongOutside(file: Raw): readonly Mistake[] {
  const unknown = Object.keys(file)
    .filter((key) => !TOP_KEYS.includes(key))
    .map((key) => ({ path: key, says: 'unknown key' }))
  const lists = ['parties', 'entries']
    .filter((key) => !Array.isArray(file[key]))
    .map((key) => ({ path: key, says: Object.hasOwn(file, key) ? 'must be a list' : 'missing' }))
  const format =
    file['format'] === FORMAT ? [] : [{ path: 'format', says: `must be ${JSON.stringify(FORMAT)}` }]
  return [...unknown, ...format, ...lists]
}

function takePerson(file: Raw, mistakes: Mistake[]): Person | undefined {
  if (Object.hasOwn(file, 'person')) return taken(personSchema, file['person'], { at: ['person'] }, mistakes)
  mistakes.push({ path: 'person', says: 'missing' })
  return undefined
}

function takeParties(file: Raw, mistakes: Mistake[]): readonly Party[] {
  const parties = listOf(file['parties'])
  const personId = isRaw(file['person']) ? file['person']['id'] : undefined
  const ids = parties.map((party) => (isRaw(party) ? party['id'] : undefined))
  const good = parties.flatMap((value, index): readonly Party[] => {
    const at = `parties[${index}]`
    const party = taken(partySchema, value, { at: ['parties', index] }, mistakes)
    const role = isRaw(value) ? value['role'] : undefined
    if (ids[index] !== undefined && ids.indexOf(ids[index]) !== index) {
      mistakes.push({ path: `${at}.id`, says: `id ${JSON.stringify(ids[index])} used twice` })
    }
    if (role === 'person' && ids[index] !== personId) {
      mistakes.push({ path: `${at}.role`, says: 'only the person has the role person' })
    }
    if (role !== 'person' && personId !== undefined && ids[index] === personId) {
      mistakes.push({ path: `${at}.role`, says: "the person's role must be person" })
    }
    return party === undefined ? [] : [party]
  })
  if (personId !== undefined && !ids.includes(personId)) {
    mistakes.push({
      path: 'person.id',
      says: `the person is not among the parties (${JSON.stringify(personId)})`,
    })
  }
  return good
}

function takeEntries(file: Raw, mistakes: Mistake[]): readonly Entry[] {
  const all = listOf(file['entries'])
  const parties = new Set(listOf(file['parties']).map((party) => (isRaw(party) ? party['id'] : undefined)))
  const byId = new Map<unknown, Raw>()
  for (const entry of all) if (isRaw(entry) && !byId.has(entry['id'])) byId.set(entry['id'], entry)
  const plans = all.filter(isRaw).filter((entry) => entry['kind'] === 'plan')
  let before: Raw | undefined
  return all.flatMap((value, index): readonly Entry[] => {
    if (!isRaw(value)) {
      mistakes.push({ path: `entries[${index}]`, says: 'must be an object' })
      return []
    }
    const entry = takeEntry(value, index, { before, byId }, mistakes)
    if (isKind(value['kind'])) {
      mistakes.push(...wrongReferences(value, parties, byId), ...wrongSums(value, byId, plans))
    }
    before = value
    return entry === undefined ? [] : [entry]
  })
}

type Around = { readonly before: Raw | undefined; readonly byId: ReadonlyMap<unknown, Raw> }

function takeEntry(
  value: Raw,
  index: number,
  { before, byId }: Around,
  mistakes: Mistake[],
): Entry | undefined {
  const id = typeof value['id'] === 'string' && value['id'] !== '' ? value['id'] : `#${index}`
  const wrong = (path: string, says: string) => mistakes.push({ entry: id, path, says })
  if (byId.get(value['id']) !== value) wrong('id', `id ${JSON.stringify(value['id'])} used twice`)
  const schema = schemaFor(value)
  if (schema === undefined) {
    wrong('kind', Object.hasOwn(value, 'kind') ? `unknown kind ${JSON.stringify(value['kind'])}` : 'missing')
  }
  const entry = schema === undefined ? undefined : taken(schema, value, { at: [], entry: id }, mistakes)
  if (before && isAfter(before['on'], value['on'])) {
    wrong(
      'on',
      `out of order: ${String(value['on'])} comes after ${String(before['on'])} (${String(before['id'])})`,
    )
  }
  if (isAfter(value['on'], value['recorded'])) {
    wrong('recorded', `${String(value['recorded'])} is before it happened (${String(value['on'])})`)
  }
  const corrected = byId.get(value['corrects'])
  if (corrected && corrected['kind'] !== value['kind']) {
    wrong('corrects', `a ${String(value['kind'])} cannot correct a ${String(corrected['kind'])}`)
  }
  return entry
}

/** The schema of an entry's kind; one that corrects another must also say why. */
function schemaFor(value: Raw): z.ZodType<Entry> | undefined {
  const schemas = isKind(value['kind']) ? ENTRY_SCHEMAS.get(value['kind']) : undefined
  if (schemas === undefined) return undefined
  const schema: z.ZodType = Object.hasOwn(value, 'corrects') ? schemas.correcting : schemas.plain
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema found by kind gives that kind's type
  return schema as z.ZodType<Entry>
}

/** One entry of a checked file, or of the log. @throws where it is not as the format says: a bug, or a log that was tampered with. */
export function decodeEntry(value: unknown): Entry {
  const schema = isRaw(value) ? schemaFor(value) : undefined
  if (schema === undefined) throw new TypeError('not an entry of a record')
  return decodeBy(schema, value)
}

/** An entry as a file or the log keeps it: money in pounds, keys in the order of the format. */
export function encodeEntry(entry: Entry): Raw {
  const schemas = ENTRY_SCHEMAS.get(entry.kind)
  if (schemas === undefined) throw new TypeError('not an entry of a record')
  const encoded = (entry.corrects === undefined ? schemas.plain : schemas.correcting).encode(entry)
  return encoded
}

/** A record as a file holds it: money in pounds, the keys in the order of the format. */
export const recordValue = (record: RecordFile): Raw => ({
  format: record.format,
  person: record.person,
  parties: record.parties,
  entries: record.entries.map(encodeEntry),
  ...(record.policy === undefined ? {} : { policy: policySchema.encode(record.policy) }),
})

/** The one form in which files are written: the keys in the order of the format, two spaces, a line end at the end. */
export const writeFileText = (record: RecordFile): string =>
  `${JSON.stringify(recordValue(record), null, 2)}\n`
