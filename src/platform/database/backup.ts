import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import type { Query } from './driver.ts'
import { codeOf, unfit } from './trouble.ts'

// The whole database in a text of lines, without any tool beside it: `table<TAB>row as JSON`, first what it is, last how
// many lines and their SHA-256. Hashes, signatures and looks are kept as they are, so that what is restored verifies.
// Left out are sessions, so that nobody is signed in after a restore, and what every start makes from the code.

const FORMAT = 'roundtable/backup@1'

/** In an order in which each row finds what it refers to. */
const TABLES = [
  'roundtable.account',
  'guarded.identity',
  'roundtable.record',
  'roundtable.party',
  'roundtable.entry',
  'roundtable.withheld',
  'roundtable.access',
  'roundtable.standing',
  'roundtable.look',
  'roundtable.submission',
  'roundtable.address',
  'roundtable.outbox',
  'guarded.parcel',
  'guarded.figures',
  'guarded.publication',
  'guarded.comment',
  'guarded.comment_step',
  'roundtable.contract',
  'roundtable.contract_party',
  'roundtable.contract_entry',
  'roundtable.contract_person',
  'roundtable.contract_giver',
  'roundtable.contract_note',
  'roundtable.contract_submission',
  'roundtable.visit_batch',
  'roundtable.visit',
] as const
/** Worked out by the database, or true in that database only. */
const LEFT_OUT = ['holder', 'changed_in', 'kept_in']
const AT_ONCE = 1_000

export type BackedUp = { readonly rows: number; readonly sha256: string }

/** As it was at one moment, while everybody goes on working. @param write takes one line, without its end */
export const backup = (db: Database, write: (line: string) => Promise<void> | void): Promise<BackedUp> =>
  db.asOwner(async (query) => {
    await query('set transaction isolation level repeatable read, read only')
    const hash = createHash('sha256')
    let rows = 0
    const put = async (line: string) => {
      hash.update(`${line}\n`)
      await write(line)
    }
    await put(`format\t${JSON.stringify({ format: FORMAT, migrations: await migrationsOf(query) })}`)
    for (const table of TABLES) {
      await query(`declare rows no scroll cursor for select row_to_json(t)::text as row from ${table} t`)
      for (;;) {
        const some = await query<{ row: string }>(`fetch ${AT_ONCE} from rows`)
        for (const { row } of some) await put(`${table}\t${row}`)
        rows += some.length
        if (some.length < AT_ONCE) break
      }
      await query('close rows')
    }
    const sha256 = hash.digest('hex')
    await write(`end\t${JSON.stringify({ rows, sha256 })}`)
    return { rows, sha256 }
  })

const migrationsOf = async (query: Query): Promise<readonly string[]> => {
  const rows = await query<{ line: string }>(
    "select name || ' ' || checksum as line from guarded.migration order by number",
  )
  return rows.map(({ line }) => line)
}

/**
 * Into a database that holds no records and has run the same migrations; whole or not at all.
 * @throws a sentence where the text is not whole, is of another version, or the database is in use
 */
export const restore = (db: Database, lines: AsyncIterable<string> | Iterable<string>): Promise<BackedUp> =>
  db.asOwner(async (query) => {
    const hash = createHash('sha256')
    let rows = 0
    let waiting: { table: string; rows: string[] } = { table: '', rows: [] }
    let last: string | undefined
    let first = true
    const send = async () => {
      if (waiting.rows.length > 0) await keep(query, waiting.table, waiting.rows)
      rows += waiting.rows.length
    }
    for await (const line of lines) {
      if (line === '') continue
      if (last !== undefined) throw unfit('The backup goes on after its end.')
      const at = line.indexOf('\t')
      const [word, rest] = [line.slice(0, at), line.slice(at + 1)]
      if (word === 'end') {
        last = rest
        continue
      }
      hash.update(`${line}\n`)
      if (first) {
        await checkFit(query, word, rest)
        first = false
        continue
      }
      if (waiting.table !== word || waiting.rows.length >= AT_ONCE) {
        await send()
        waiting = { table: word, rows: [] }
      }
      waiting.rows.push(rest)
    }
    await send()
    const sha256 = hash.digest('hex')
    if (last !== JSON.stringify({ rows, sha256 })) throw unfit(`${NOT_WHOLE}: nothing was restored.`)
    // The numbers of looks go on where they were.
    await query(
      `select pg_catalog.setval(pg_catalog.pg_get_serial_sequence('roundtable.look', 'id'),
         (select coalesce(max(id), 0) + 1 from roundtable.look), false)`,
    )
    // Who has access is what it is on this database's day, which need not be the day of the backup.
    await query(
      `select roundtable.rebuild_access(e.record)
       from (select distinct record from roundtable.entry where kind = 'support-started') e`,
    )
    return { rows, sha256 }
  })

async function checkFit(query: Query, word: string, rest: string): Promise<void> {
  const migrations = await migrationsOf(query)
  if (word !== 'format' || rest !== JSON.stringify({ format: FORMAT, migrations })) {
    throw unfit('This is no backup of this version of Roundtable: restore it with the version that made it.')
  }
  const [used] = await query<{ there: boolean }>('select exists (select from roundtable.record) as there')
  if (used?.there === true) throw unfit('The database holds records already: restore into an empty one.')
  // Who could sign in here comes with the backup, or not at all.
  await query('delete from guarded.session')
  await query('delete from guarded.identity')
  await query('delete from roundtable.account')
}

async function keep(query: Query, table: string, rows: readonly string[]): Promise<void> {
  const known = TABLES.find((name) => name === table)
  if (known === undefined) throw unfit(`The backup has rows of a table that is none: ${table.slice(0, 60)}`)
  const [columns] = await query<{ list: string }>(
    `select string_agg(format('%I', attname), ', ' order by attnum) as list from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> all ($2)`,
    [known, LEFT_OUT],
    'columns_of',
  )
  if (known === 'roundtable.visit') {
    await query(
      `select guarded.make_visit_month(month) from (
         select distinct date_trunc('month', v.day)::date as month from json_to_recordset($1) as v(day date)) months`,
      [`[${rows.join(',')}]`],
    )
  }
  try {
    await query(
      `insert into ${known} (${columns?.list ?? ''}) overriding system value
       select ${columns?.list ?? ''} from json_populate_recordset(null::${known}, $1)`,
      [`[${rows.join(',')}]`],
    )
  } catch (error) {
    // Class 22: not data of this kind; class 23: refers to what is missing, or is there twice.
    throw /^2[23]/.test(codeOf(error)) ? unfit(`${NOT_WHOLE}: nothing was restored.`, error) : error
  }
}

const NOT_WHOLE = 'The backup is not whole'
