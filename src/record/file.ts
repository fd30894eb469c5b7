import type { z } from 'zod'
import {
  type Entry,
  ENTRY_SCHEMAS,
  FORMAT,
  type RecordFile,
  partySchema,
  personSchema,
  policySchema,
} from './entries.ts'
import { isKind } from './kinds.ts'
import { type Mistake, type Raw, isRaw, listOf, mistakesOf } from './mistakes.ts'
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
  const mistakes = [...wrongOutside(value), ...wrongPeople(value), ...wrongEntries(value)]
  if (mistakes.length > 0) return refused(mistakes)
  return { kind: 'record', record: decode(value) }
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
  const policy = Object.hasOwn(file, 'policy') ? wrongBy(policySchema, file['policy'], ['policy']) : []
  return [...unknown, ...format, ...lists, ...policy]
}

const wrongBy = (
  schema: z.ZodType,
  value: unknown,
  at: readonly PropertyKey[],
  entry?: string,
): readonly Mistake[] => {
  const result = schema.safeParse(value)
  return result.success
    ? []
    : mistakesOf(result.error.issues, value, entry === undefined ? { at } : { at, entry })
}

function wrongPeople(file: Raw): readonly Mistake[] {
  const person = Object.hasOwn(file, 'person')
    ? wrongBy(personSchema, file['person'], ['person'])
    : [{ path: 'person', says: 'missing' }]
  const parties = listOf(file['parties'])
  const personId = isRaw(file['person']) ? file['person']['id'] : undefined
  const ids = parties.map((party) => (isRaw(party) ? party['id'] : undefined))
  const each = parties.flatMap((party, index): readonly Mistake[] => {
    const at = `parties[${index}]`
    const twice = ids[index] !== undefined && ids.indexOf(ids[index]) !== index
    const role = isRaw(party) ? party['role'] : undefined
    return [
      ...wrongBy(partySchema, party, ['parties', index]),
      ...(twice ? [{ path: `${at}.id`, says: `id ${JSON.stringify(ids[index])} used twice` }] : []),
      ...(role === 'person' && ids[index] !== personId
        ? [{ path: `${at}.role`, says: 'only the person has the role person' }]
        : []),
      ...(role !== 'person' && personId !== undefined && ids[index] === personId
        ? [{ path: `${at}.role`, says: "the person's role must be person" }]
        : []),
    ]
  })
  const absent =
    personId !== undefined && !ids.includes(personId)
      ? [{ path: 'person.id', says: `the person is not among the parties (${JSON.stringify(personId)})` }]
      : []
  return [...person, ...each, ...absent]
}

function wrongEntries(file: Raw): readonly Mistake[] {
  const all = listOf(file['entries'])
  const parties = new Set(listOf(file['parties']).map((party) => (isRaw(party) ? party['id'] : undefined)))
  const byId = new Map<unknown, Raw>()
  for (const entry of all) if (isRaw(entry) && !byId.has(entry['id'])) byId.set(entry['id'], entry)
  const plans = all.filter(isRaw).filter((entry) => entry['kind'] === 'plan')
  let before: Raw | undefined
  return all.flatMap((entry, index): readonly Mistake[] => {
    if (!isRaw(entry)) return [{ path: `entries[${index}]`, says: 'must be an object' }]
    const mistakes = wrongEntry(entry, index, before, byId)
    if (isKind(entry['kind'])) {
      mistakes.push(...wrongReferences(entry, parties, byId), ...wrongSums(entry, byId, plans))
    }
    before = entry
    return mistakes
  })
}

function wrongEntry(
  entry: Raw,
  index: number,
  before: Raw | undefined,
  byId: ReadonlyMap<unknown, Raw>,
): Mistake[] {
  const id = typeof entry['id'] === 'string' && entry['id'] !== '' ? entry['id'] : `#${index}`
  const mistakes: Mistake[] = []
  const wrong = (path: string, says: string) => mistakes.push({ entry: id, path, says })
  if (byId.get(entry['id']) !== entry) wrong('id', `id ${JSON.stringify(entry['id'])} used twice`)
  const schemas = ENTRY_SCHEMAS.get(String(entry['kind']))
  if (!isKind(entry['kind']) || schemas === undefined) {
    wrong('kind', Object.hasOwn(entry, 'kind') ? `unknown kind ${JSON.stringify(entry['kind'])}` : 'missing')
  } else {
    const schema = Object.hasOwn(entry, 'corrects') ? schemas.correcting : schemas.plain
    mistakes.push(...wrongBy(schema, entry, [], id))
  }
  if (before && isAfter(before['on'], entry['on'])) {
    wrong(
      'on',
      `out of order: ${String(entry['on'])} comes after ${String(before['on'])} (${String(before['id'])})`,
    )
  }
  if (isAfter(entry['on'], entry['recorded'])) {
    wrong('recorded', `${String(entry['recorded'])} is before it happened (${String(entry['on'])})`)
  }
  const corrected = byId.get(entry['corrects'])
  if (corrected && corrected['kind'] !== entry['kind']) {
    wrong('corrects', `a ${String(entry['kind'])} cannot correct a ${String(corrected['kind'])}`)
  }
  return mistakes
}

/** One entry of a checked file, or of the log. @throws where it is not as the format says: a bug, or a log that was tampered with. */
export function decodeEntry(value: unknown): Entry {
  const schemas = isRaw(value) ? ENTRY_SCHEMAS.get(String(value['kind'])) : undefined
  if (!isRaw(value) || schemas === undefined) throw new TypeError('not an entry of a record')
  const schema = Object.hasOwn(value, 'corrects') ? schemas.correcting : schemas.plain
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema found by kind gives that kind's type
  return schema.decode(value) as unknown as Entry
}

function decode(file: Raw): RecordFile {
  return {
    format: FORMAT,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked above by the same schema
    person: personSchema.decode(file['person'] as never),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked above by the same schema
    parties: listOf(file['parties']).map((party) => partySchema.decode(party as never)),
    entries: listOf(file['entries']).map(decodeEntry),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked above by the same schema
    ...(Object.hasOwn(file, 'policy') ? { policy: policySchema.decode(file['policy'] as never) } : {}),
  }
}

/** An entry as a file or the log keeps it: money in pounds, keys in the order of the format. */
export function encodeEntry(entry: Entry): Raw {
  const schemas = ENTRY_SCHEMAS.get(entry.kind)
  if (schemas === undefined) throw new TypeError('not an entry of a record')
  const encoded = (entry.corrects === undefined ? schemas.plain : schemas.correcting).encode(entry)
  return encoded
}

/** The one form in which files are written: the keys in the order of the format, two spaces, a line end at the end. */
export function writeFileText(record: RecordFile): string {
  const value = {
    format: record.format,
    person: record.person,
    parties: record.parties,
    entries: record.entries.map(encodeEntry),
    ...(record.policy === undefined ? {} : { policy: policySchema.encode(record.policy) }),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
