import { day } from '../domain/dates/plain-date.ts'
import type { Database, Query } from '../platform/database/database.ts'
import {
  type EntryRow,
  type Kept,
  type Lists,
  type PartyRow,
  type RecordRow,
  faultsOf,
} from './log-faults.ts'
import { type Fault, headFaults, readHeads } from './log-heads.ts'
import { teamsOf } from './log-import.ts'

export type Verified = {
  readonly records: number
  readonly entries: number
  readonly faults: readonly Fault[]
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
    const [now] = await query<{ today: string }>('select roundtable.today() as today')
    const today = day(now?.today ?? '')
    const faults: Fault[] = []
    let records = 0
    let entries = 0
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const batch = await readBatch(query, after)
      for (const kept of batch) faults.push(...faultsOf(kept, (account) => teams.get(account), today))
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
       array(select row_to_json(s) from roundtable.standing s where s.record = r.id) as standing,
       array(select json_build_object('record', f.record, 'head', f.head, 'shape', f.shape, 'figures', f.figures)
         from guarded.figures f where f.record = r.id) as figures
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
    lists: listsOf.get(record.id)?.[0] ?? { withheld: [], access: [], standing: [], figures: [] },
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
