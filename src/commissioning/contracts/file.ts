import type { z } from 'zod'
import { type ContractEntry, type ContractFile, type ContractParty } from '../../domain/contracts/entries.ts'
import { type Mistake, type Raw, isRaw, listOf, mistakesOf } from '../../record/mistakes.ts'
import { decodeBy, readBy } from '../../record/quick.ts'
import { wrongInContract } from './checks.ts'
import {
  CONTRACT_FORMAT,
  CONTRACT_KINDS,
  contractPartySchema,
  contractSchema,
  entrySchema,
  isContractKind,
} from './kinds.ts'

export type ReadContract =
  | { readonly kind: 'contract'; readonly contract: ContractFile }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }

const refused = (...mistakes: readonly Mistake[]): ReadContract => ({ kind: 'refused', mistakes })

/** A whole contract from a file's text, or every mistake in it. Nothing is guessed and nothing is dropped. */
export function readContractText(source: string): ReadContract {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return refused({
      path: 'file',
      says: `is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    })
  }
  return readContractValue(value)
}

const TOP_KEYS = ['format', 'contract', 'parties', 'entries']

export function readContractValue(value: unknown): ReadContract {
  if (!isRaw(value)) return refused({ path: 'file', says: 'must be an object' })
  // A file of another version is not read as if it were ours: what its words mean may have changed.
  if (value['format'] !== CONTRACT_FORMAT)
    return refused({ path: 'format', says: `must be ${JSON.stringify(CONTRACT_FORMAT)}` })
  const mistakes: Mistake[] = Object.keys(value)
    .filter((key) => !TOP_KEYS.includes(key))
    .map((key) => ({ path: key, says: 'unknown key' }))
  for (const key of ['parties', 'entries'])
    if (!Array.isArray(value[key]))
      mistakes.push({ path: key, says: Object.hasOwn(value, key) ? 'must be a list' : 'missing' })
  const about = Object.hasOwn(value, 'contract')
    ? taken(contractSchema, value['contract'], { at: ['contract'] }, mistakes)
    : void mistakes.push({ path: 'contract', says: 'missing' })
  const parties = takeParties(value, mistakes)
  const entries = takeEntries(value, mistakes)
  if (mistakes.length > 0 || about === undefined) return refused(...mistakes)
  const contract: ContractFile = { format: CONTRACT_FORMAT, contract: about, parties, entries }
  const wrong = wrongInContract(contract)
  return wrong.length > 0 ? refused(...wrong) : { kind: 'contract', contract }
}

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

function takeParties(file: Raw, mistakes: Mistake[]): readonly ContractParty[] {
  const seen = new Set<string>()
  return listOf(file['parties']).flatMap((value, index): readonly ContractParty[] => {
    const party = taken(contractPartySchema, value, { at: ['parties', index] }, mistakes)
    if (party === undefined) return []
    if (seen.has(party.id))
      mistakes.push({ path: `parties[${index}].id`, says: `id ${JSON.stringify(party.id)} used twice` })
    seen.add(party.id)
    return [party]
  })
}

function takeEntries(file: Raw, mistakes: Mistake[]): readonly ContractEntry[] {
  return listOf(file['entries']).flatMap((value, index): readonly ContractEntry[] => {
    if (!isRaw(value)) {
      mistakes.push({ path: `entries[${index}]`, says: 'must be an object' })
      return []
    }
    const id = typeof value['id'] === 'string' && value['id'] !== '' ? value['id'] : `#${index}`
    const kind = value['kind']
    if (!isContractKind(kind)) {
      const says = Object.hasOwn(value, 'kind') ? `unknown kind ${JSON.stringify(kind)}` : 'missing'
      mistakes.push({ entry: id, path: 'kind', says })
      return []
    }
    const schema = entrySchema(kind, Object.hasOwn(value, 'corrects'))
    const entry = taken(schema, value, { entry: id, at: [] }, mistakes)
    return entry === undefined ? [] : [entry]
  })
}

const KEYS_FIRST = ['id', 'on', 'by', 'recorded', 'corrects', 'kind', 'why']

/** An entry as a file keeps it: money in pounds, keys in the order of the format. */
export function encodeContractEntry(entry: ContractEntry): Raw {
  const encoded: unknown = entrySchema(entry.kind, entry.corrects !== undefined).encode(entry)
  if (!isRaw(encoded)) throw new TypeError('not an entry of a contract')
  const own = Object.keys(CONTRACT_KINDS[entry.kind])
  const order = [...KEYS_FIRST.filter((key) => !own.includes(key)), ...own]
  return Object.fromEntries(
    order.filter((key) => encoded[key] !== undefined).map((key) => [key, encoded[key]]),
  )
}

/** The one form in which contract files are written: the keys in the order of the format, two spaces, a line end at the end. */
export function writeContractText({ format, contract, parties, entries }: ContractFile): string {
  const value = {
    format,
    contract: contractSchema.encode(contract),
    parties: parties.map((party) => contractPartySchema.encode(party)),
    entries: entries.map(encodeContractEntry),
  }
  return `${JSON.stringify(value, null, 2).replace(LIST_OF_WORDS, onOneLine)}\n`
}

/** A list of plain words, each on a line of its own, and what stands before it on its first line. */
const LIST_OF_WORDS = /^( *"[^"\n]*": )\[\n\s+("(?:[^"\\\n]|\\.)*"(?:,\n\s+"(?:[^"\\\n]|\\.)*")*)\n\s+\]/gm
const LINE_WIDTH = 110

/** A list of words goes on one line where it fits, as the formatter of the project would have it. */
function onOneLine(written: string, key: string, words: string): string {
  const line = `${key}[${words.replace(/,\n\s+/g, ', ')}]`
  // A comma may follow.
  return line.length < LINE_WIDTH ? line : written
}

/** An entry as the database gives it back. @throws where it was tampered with */
export function decodeContractEntry(body: unknown): ContractEntry {
  const kind = isRaw(body) ? body['kind'] : undefined
  if (!isRaw(body) || !isContractKind(kind)) throw new TypeError('not an entry of a contract')
  return decodeBy(entrySchema(kind, Object.hasOwn(body, 'corrects')), body)
}

/**
 * What is wrong with entries that are to be added to a ledger, as far as it is seen: the same rules as for a whole file. What was
 * amiss without them (a reader who sees a part sees references to what they do not see) is not held against them.
 */
export function wrongWithAdded(file: ContractFile, added: readonly ContractEntry[]): readonly Mistake[] {
  const before = new Set(wrongInContract(file).map(keyOf))
  return wrongInContract({ ...file, entries: [...file.entries, ...added] }).filter(
    (mistake) => !before.has(keyOf(mistake)),
  )
}

const keyOf = ({ entry, path, says }: Mistake): string => `${entry ?? ''} ${path} ${says}`
