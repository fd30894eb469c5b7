import type { Database, Query } from '../platform/database/database.ts'
import type { Entry, RecordFile } from './entries.ts'
import { decodeEntry } from './file.ts'
import { teamsOf } from './log-import.ts'
import { canonical, entryHash, openingHash, partyHash } from './log-hash.ts'
import { type Fault, headFaults, readHeads } from './log-heads.ts'
import { tableOf } from './log-read.ts'
import { accessColumns, columnsOf, placesOf, standingColumns, withheldRows } from './log-rows.ts'
import type { Raw } from './mistakes.ts'
import { type Signing, accessRows, foldWhole, standingRow } from './standing.ts'
import { dayOfWhen } from './values.ts'

export type Verified = {
  readonly records: number
  readonly entries: number
  readonly faults: readonly Fault[]
}

type EntryRow = {
  readonly record: string
  readonly number: number
  readonly body: Raw
  readonly columns: Raw
  readonly written_at: string
  readonly written_by: string | null
  readonly before: Buffer
  readonly hash: Buffer
}
type PartyRow = {
  readonly record: string
  readonly number: number
  readonly id: string
  readonly role: string
  readonly account: string | null
  readonly body: Raw
  readonly before: Buffer
  readonly hash: Buffer
}
type RecordRow = {
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
type Lists = {
  readonly withheld: readonly Raw[]
  readonly access: readonly Raw[]
  readonly standing: readonly Raw[]
}
type Kept = {
  readonly record: RecordRow
  readonly parties: readonly PartyRow[]
  readonly entries: readonly EntryRow[]
  readonly lists: Lists
}

const AT_ONCE = 200

/**
 * Holds everything against itself: the chain of every record, the columns against the entries, and every list against
 * what the log gives when it is made again. A chain alone cannot show that its end was cut off and the record's row
 * changed to match, or that a whole database was replaced by an older copy: for that, give the heads that were kept
 * elsewhere (`headsOf`).
 */
export const verify = (db: Database, options: { readonly heads?: string } = {}): Promise<Verified> =>
  db.asOwner(async (query) => {
    await query('set transaction isolation level repeatable read, read only')
    const teams = await teamsOf(query)
    const faults: Fault[] = []
    let records = 0
    let entries = 0
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const batch = await readBatch(query, after)
      for (const kept of batch) faults.push(...faultsOf(kept, (account) => teams.get(account)))
      records += batch.length
      entries += batch.reduce((sum, kept) => sum + kept.entries.length, 0)
      const last = batch.at(-1)
      if (last === undefined || batch.length < AT_ONCE) break
      after = last.record.id
    }
    if (options.heads !== undefined) faults.push(...(await headFaults(query, readHeads(options.heads))))
    return { records, entries, faults }
  })

async function readBatch(query: Query, after: string): Promise<readonly Kept[]> {
  const records = await query<RecordRow>(
    `select id, person, policy, person_party, person_name, born, opening, head, head_hash, parties, parties_hash
     from roundtable.record where id > $1 order by id limit $2`,
    [after, AT_ONCE],
  )
  const ids = records.map(({ id }) => id)
  const parties = await query<PartyRow>(
    `select record, number, id, role, account, body, before, hash
     from roundtable.party where record = any ($1) order by record, number`,
    [ids],
  )
  const entries = await query<EntryRow>(
    `select record, number, body, written_at, written_by, before, hash,
       json_build_object('id', id, 'kind', kind, 'resource', resource, 'action', action, 'owner', owner,
         'on_day', on_day, 'withheld_from', withheld_from) as columns
     from roundtable.entry where record = any ($1) order by record, number`,
    [ids],
  )
  const lists = await query<Lists & { readonly record: string }>(
    `select r.id as record,
       array(select row_to_json(w) from roundtable.withheld w where w.record = r.id) as withheld,
       array(select json_build_object('record', a.record, 'account', a.account, 'team', a.team, 'party', a.party,
         'relationship', a.relationship, 'sees_as', a.sees_as) from roundtable.access a where a.record = r.id) as access,
       array(select row_to_json(s) from roundtable.standing s where s.record = r.id) as standing
     from roundtable.record r where r.id = any ($1)`,
    [ids],
  )
  const partiesOf = byRecord(parties)
  const entriesOf = byRecord(entries)
  const listsOf = byRecord(lists)
  return records.map((record) => ({
    record,
    parties: partiesOf.get(record.id) ?? [],
    entries: entriesOf.get(record.id) ?? [],
    lists: listsOf.get(record.id)?.[0] ?? { withheld: [], access: [], standing: [] },
  }))
}

function byRecord<Row extends { readonly record: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.record)
    if (group) group.push(row)
    else groups.set(row.record, [row])
  }
  return groups
}

/** What is wrong with one record; of a chain only the first bad link, as everything after it hangs on it. */
function faultsOf(kept: Kept, teamOf: Signing['teamOf']): readonly Fault[] {
  const { record } = kept
  const wrong = (says: string, number?: number): Fault => ({
    record: record.id,
    ...(number === undefined ? {} : { number }),
    says,
  })
  const chained = [...openingFaults(kept, wrong), ...partyFaults(kept, wrong), ...entryFaults(kept, wrong)]
  // Lists made from a log that is not to be trusted say nothing.
  return chained.length > 0 ? chained : listFaults(kept, teamOf, wrong)
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

function entryFaults({ record, entries }: Kept, wrong: Wrong): readonly Fault[] {
  let before = record.opening
  const decoded: Entry[] = []
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
    try {
      decoded.push(decodeEntry(row.body))
    } catch {
      return [wrong(`${named} is not an entry of the format.`, number)]
    }
  }
  if (record.head !== entries.length) {
    const says = `The record should have ${record.head} entries and has ${entries.length}.`
    return [wrong(says, Math.min(record.head, entries.length) + 1)]
  }
  if (!record.head_hash.equals(before))
    return [wrong('The last entry is not the one that the record names.', record.head)]
  return columnFaults(entries, decoded, wrong)
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
function listFaults(kept: Kept, teamOf: Signing['teamOf'], wrong: Wrong): readonly Fault[] {
  const { record, lists } = kept
  const table = tableOf({ ...record, parties: kept.parties.map(({ body }) => body) })
  const numbered = kept.entries.map(({ number, body }) => ({ number, entry: decodeEntry(body) }))
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
    access: accessRows(state, signing).map((row) => accessColumns(record.id, row)),
    standing: [standingColumns(record.id, record.head, standingRow(state, signing))],
  }
  const names = {
    withheld: 'what is withheld',
    access: 'who has access',
    standing: 'where the record stands',
  } as const
  return (['withheld', 'access', 'standing'] as const)
    .filter((list) => !sameRows(lists[list], expected[list]))
    .map((list) => wrong(`The list of ${names[list]} is not what the log gives.`))
}

const compareDays = (a: Entry, b: Entry): number => {
  const [dayA, dayB] = [dayOfWhen(a.on), dayOfWhen(b.on)]
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0
}

const sameRows = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  canonical(a.map(canonical).toSorted()) === canonical(b.map(canonical).toSorted())
