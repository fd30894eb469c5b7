import type { PlainDate } from '../domain/dates/plain-date.ts'
import type { Entry, RecordFile } from './entries.ts'
import { decodeEntry } from './file.ts'
import { canonical, entryHash, openingHash, partyHash } from './log-hash.ts'
import { figuresColumns } from './log-figures.ts'
import type { Fault } from './log-heads.ts'
import { tableOf } from './log-read.ts'
import { accessColumns, columnsOf, placesOf, standingColumns, withheldRows } from './log-rows.ts'
import type { Raw } from './mistakes.ts'
import { type Signing, accessRows, foldWhole, standingRow } from './standing.ts'
import { dayOfWhen } from './values.ts'

// One record as the database keeps it, held against what the service would have written.

export type EntryRow = {
  readonly record: string
  readonly number: number
  readonly body: Raw
  readonly columns: Raw
  readonly written_at: string
  readonly written_by: string | null
  readonly before: Buffer
  readonly hash: Buffer
}
export type PartyRow = {
  readonly record: string
  readonly number: number
  readonly id: string
  readonly role: string
  readonly account: string | null
  readonly body: Raw
  readonly before: Buffer
  readonly hash: Buffer
}
export type RecordRow = {
  readonly id: string
  readonly person: Raw
  readonly policy: Raw | null
  readonly person_party: string
  readonly person_name: string
  readonly born: string
  readonly opening: Buffer
  readonly head: number
  readonly head_hash: Buffer
  readonly parties: number
  readonly parties_hash: Buffer
}
/** The lists of one record, each row as one canonical text. */
export type Lists = {
  readonly withheld: readonly Raw[]
  readonly access: readonly Raw[]
  readonly standing: readonly Raw[]
  readonly figures: readonly Raw[]
}
export type Kept = {
  readonly record: RecordRow
  readonly parties: readonly PartyRow[]
  readonly entries: readonly EntryRow[]
  readonly lists: Lists
}

/** What is wrong with one record; of a chain only the first bad link, as everything after it hangs on it. */
export function faultsOf(kept: Kept, teamOf: Signing['teamOf'], today: PlainDate): readonly Fault[] {
  const { record } = kept
  const wrong = (says: string, number?: number): Fault => ({
    record: record.id,
    ...(number === undefined ? {} : { number }),
    says,
  })
  const chained = [...openingFaults(kept, wrong), ...partyFaults(kept, wrong), ...chainFaults(kept, wrong)]
  if (chained.length > 0) return chained
  const entries = decodedEntries(kept)
  if (typeof entries === 'number') {
    return [wrong(`Entry ${entries} is not an entry of the format.`, entries)]
  }
  const misplaced = columnFaults(kept.entries, entries, wrong)
  // Lists made from a log that is not to be trusted say nothing.
  return misplaced.length > 0 ? misplaced : listFaults(kept, entries, { teamOf, today }, wrong)
}

/** Every entry, in order of number; the number of the first that is none. */
function decodedEntries({ entries }: Kept): readonly Entry[] | number {
  const decoded: Entry[] = []
  for (const { number, body } of entries) {
    try {
      decoded.push(decodeEntry(body))
    } catch {
      return number
    }
  }
  return decoded
}

type Wrong = (says: string, number?: number) => Fault

function openingFaults({ record }: Kept, wrong: Wrong): readonly Fault[] {
  if (!openingHash(record.id, record.person, record.policy).equals(record.opening)) {
    return [wrong('Who the record is about was changed.')]
  }
  const { person } = tableOf({ person: record.person, policy: record.policy, parties: [] })
  const same =
    person.id === record.person_party &&
    person.name === record.person_name &&
    dayOfWhen(person.born) === record.born
  return same ? [] : [wrong('The columns about the person are not what the person says.')]
}

function partyFaults({ record, parties }: Kept, wrong: Wrong): readonly Fault[] {
  let before = record.opening
  for (const [index, row] of parties.entries()) {
    const number = index + 1
    if (row.number !== number) return [wrong(`Party ${number} is missing.`)]
    if (!row.before.equals(before))
      return [wrong(`Party ${number} (${row.id}) does not follow from the one before.`)]
    if (!row.hash.equals(partyHash(before, record.id, number, row.body))) {
      return [wrong(`Party ${number} (${row.id}) was changed after it was written.`)]
    }
    if (row.id !== row.body['id'] || row.role !== row.body['role']) {
      return [wrong(`The columns of party ${number} (${row.id}) are not what the party says.`)]
    }
    before = row.hash
  }
  if (record.parties !== parties.length) {
    return [wrong(`The record should have ${record.parties} parties and has ${parties.length}.`)]
  }
  return record.parties_hash.equals(before)
    ? []
    : [wrong('The last party is not the one that the record names.')]
}

function chainFaults({ record, entries }: Kept, wrong: Wrong): readonly Fault[] {
  let before = record.opening
  for (const [index, row] of entries.entries()) {
    const number = index + 1
    const named = `Entry ${number} (${String(row.body['id'])})`
    if (row.number !== number) return [wrong(`Entry ${number} is missing.`, number)]
    if (!row.before.equals(before)) return [wrong(`${named} does not follow from the one before.`, number)]
    const written = {
      record: record.id,
      number,
      body: row.body,
      writtenAt: row.written_at,
      writtenBy: row.written_by,
    }
    if (!row.hash.equals(entryHash(before, written))) {
      return [wrong(`${named} was changed after it was written.`, number)]
    }
    before = row.hash
  }
  if (record.head !== entries.length) {
    const says = `The record should have ${record.head} entries and has ${entries.length}.`
    return [wrong(says, Math.min(record.head, entries.length) + 1)]
  }
  return record.head_hash.equals(before)
    ? []
    : [wrong('The last entry is not the one that the record names.', record.head)]
}

function columnFaults(rows: readonly EntryRow[], entries: readonly Entry[], wrong: Wrong): readonly Fault[] {
  const places = placesOf(entries)
  for (const [index, entry] of entries.entries()) {
    const [row, place] = [rows[index], places[index]]
    if (row === undefined || place === undefined) continue
    if (canonical(row.columns) !== canonical(columnsOf(entry, place))) {
      return [
        wrong(`The columns of entry ${row.number} (${entry.id}) are not what the entry says.`, row.number),
      ]
    }
  }
  return []
}

/** Every list is made again from the log, and must be the one that was kept. */
function listFaults(
  kept: Kept,
  entries: readonly Entry[],
  { teamOf, today }: { readonly teamOf: Signing['teamOf']; readonly today: PlainDate },
  wrong: Wrong,
): readonly Fault[] {
  const { record, lists } = kept
  const table = tableOf({ ...record, parties: kept.parties.map(({ body }) => body) })
  const numbered = entries.map((entry, index) => ({ number: index + 1, entry }))
  const inOrder = numbered.toSorted((a, b) => compareDays(a.entry, b.entry) || a.number - b.number)
  const source: Pick<RecordFile, 'person' | 'parties' | 'entries' | 'policy'> = {
    ...table,
    entries: inOrder.map(({ entry }) => entry),
  }
  const accounts = new Map(kept.parties.map(({ id, account }) => [id, account ?? undefined]))
  const signing: Signing = { accountOf: (party) => accounts.get(party), teamOf }
  const state = foldWhole(source)
  const expected: { readonly [K in keyof Lists]: readonly unknown[] } = {
    withheld: numbered.flatMap(({ number, entry }) => withheldRows(record.id, number, entry)),
    access: accessRows(state, signing, today).map((row) => accessColumns(record.id, row)),
    standing: [standingColumns(record.id, record.head, standingRow(state, signing))],
    figures: [figuresColumns(record.id, record.head, state)],
  }
  const names = {
    withheld: 'what is withheld',
    access: 'who has access',
    standing: 'where the record stands',
    figures: 'what it adds to the figures of many',
  } as const
  return (['withheld', 'access', 'standing', 'figures'] as const)
    .filter((list) => !sameRows(lists[list], expected[list]))
    .map((list) => wrong(`The list of ${names[list]} is not what the log gives.`))
}

const compareDays = (a: Entry, b: Entry): number => {
  const [dayA, dayB] = [dayOfWhen(a.on), dayOfWhen(b.on)]
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0
}

const sameRows = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  canonical(a.map(canonical).toSorted()) === canonical(b.map(canonical).toSorted())
