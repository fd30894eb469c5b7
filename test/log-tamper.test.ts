import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Query } from '../src/platform/database/database.ts'
import { decodeEntry } from '../src/record/file.ts'
import { append, headsOf, importMany, keepAccounts, verify } from '../src/record/log.ts'
import { aRecord } from './a-record.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// Somebody who can do everything in the database, the owner, changes what was written. It cannot be prevented; it shows.

let db: TestDatabase
let target = ''
let bystander = ''
let entries = 0

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    { id: 'ada', name: 'Ada Brook', kind: 'public' },
    { id: 'noor', name: 'Noor Haddad', kind: 'staff', role: 'social-worker', team: 'North' },
  ])
  const file = aRecord()
    .supported()
    .with('note', { text: 'x', withheld: { from: ['p'], exemption: 'serious harm', why: 'y' } } as never)
    .file()
  const link = new Map([
    ['p', 'ada'],
    ['sw', 'noor'],
  ])
  const ids = await importMany(db, [
    { record: file, link },
    { record: file, link },
  ])
  ;[target = '', bystander = ''] = ids
  entries = file.entries.length
  // Some entries that the service itself wrote, too.
  const said = decodeEntry({
    id: 'said',
    kind: 'statement',
    on: '2026-07-01',
    by: 'p',
    topic: 'hygiene',
    'said-by': 'p',
    basis: 'lived',
    text: 'x',
  })
  const token = await db.signIn('ada')
  await db.scoped(token, (query) => append(query, target, entries, [said, { ...said, id: 'said-2' }]))
  entries += 2
})
afterAll(() => db.drop())

/** What shows after a change, which is then undone. */
async function shows(...changes: readonly string[]): Promise<Awaited<ReturnType<typeof verify>>['faults']> {
  return afterChanges(changes, async () => (await verify(db)).faults)
}

async function afterChanges<T>(changes: readonly string[], look: () => Promise<T>): Promise<T> {
  const tables = [
    'roundtable.record',
    'roundtable.party',
    'roundtable.entry',
    'roundtable.withheld',
    'roundtable.access',
    'roundtable.standing',
    'guarded.figures',
  ] as const
  await db.asOwner(async (query) => {
    for (const table of tables) await query(`create table ${copyOf(table)} as table ${table}`)
    await query('alter table roundtable.withheld drop constraint withheld_record_number_fkey')
    for (const change of changes) await query(change.replaceAll('TARGET', `'${target}'`))
  })
  try {
    return await look()
  } finally {
    await db.asOwner(async (query) => {
      for (const table of tables.toReversed()) await query(`delete from ${table}`)
      for (const table of tables) await putBack(query, table)
      await query(
        'alter table roundtable.withheld add foreign key (record, number) references roundtable.entry',
      )
    })
    expect((await verify(db)).faults).toEqual([])
  }
}

const copyOf = (table: string): string => table.replace(/^[a-z]+\./, 'guarded.copy_')

async function putBack(query: Query, table: string): Promise<void> {
  const [row] = await query<{ columns: string }>(
    `select string_agg(format('%I', attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  await query(`insert into ${table} (${row?.columns}) select ${row?.columns} from ${copyOf(table)}`)
  await query(`drop table ${copyOf(table)}`)
}

test('what nobody touched verifies', async () => {
  expect(await verify(db)).toEqual({ records: 2, entries: 2 * entries - 2, faults: [] })
})

describe('shows, with the first bad entry named', () => {
  const body = (change: string, where: string) =>
    `update roundtable.entry set body = ${change} where record = TARGET and ${where}`

  test.each([
    [
      'a word changed',
      7,
      [body("jsonb_set(body, '{note}', '\"another word\"')", 'number = 7')],
      /Entry 7 .* was changed/,
    ],
    [
      'a day changed',
      3,
      [body("jsonb_set(body, '{on}', '\"2020-01-01\"')", 'number = 3')],
      /Entry 3 .* was changed/,
    ],
    [
      'who wrote it changed',
      2,
      ["update roundtable.entry set written_by = 'noor' where record = TARGET and number = 2"],
      /Entry 2 .* was changed/,
    ],
    [
      'when it was written changed',
      2,
      [
        "update roundtable.entry set written_at = written_at - interval '1 day' where record = TARGET and number = 2",
      ],
      /Entry 2 .* was changed/,
    ],
    [
      'an entry taken out',
      5,
      ['delete from roundtable.entry where record = TARGET and number = 5'],
      /Entry 5 is missing/,
    ],
    [
      'an entry taken out and the gap closed',
      5,
      [
        'delete from roundtable.entry where record = TARGET and number = 5',
        'update roundtable.entry set number = -number where record = TARGET and number > 5',
        'update roundtable.entry set number = -number - 1 where record = TARGET and number < 0',
      ],
      /Entry 5 .* does not follow/,
    ],
    [
      'two entries changed places',
      4,
      [
        'update roundtable.entry set number = 1000004 where record = TARGET and number = 4',
        'update roundtable.entry set number = 4 where record = TARGET and number = 5',
        'update roundtable.entry set number = 5 where record = TARGET and number = 1000004',
      ],
      /Entry 4 .* does not follow/,
    ],
    [
      'an entry put in between',
      4,
      [
        'update roundtable.entry set number = number + 1000000 where record = TARGET and number >= 4',
        `insert into roundtable.entry (record, number, id, kind, resource, action, owner, on_day, body, withheld_from, written_at, written_by, before, hash)
         select record, 4, 'put-in', kind, resource, action, owner, on_day, jsonb_set(body, '{id}', '"put-in"'), withheld_from, written_at, written_by, before, hash
         from roundtable.entry where record = TARGET and number = 3`,
        'update roundtable.entry set number = number - 999999 where record = TARGET and number > 1000000',
      ],
      /Entry 4 .* does not follow/,
    ],
  ] as const)('%s', async (_, number, changes, says) => {
    // Numbers below 1 are used in passing only.
    const faults = await shows('alter table roundtable.entry drop constraint entry_number_check', ...changes)
    expect(faults).toEqual([{ record: target, number, says: expect.stringMatching(says) as string }])
    await db.asOwner((query) =>
      query('alter table roundtable.entry add constraint entry_number_check check (number > 0)'),
    )
  })

  test('the end cut off', async () => {
    const faults = await shows(
      `delete from roundtable.entry where record = TARGET and number > ${entries - 2}`,
    )
    expect(faults).toEqual([
      {
        record: target,
        number: entries - 1,
        says: `The record should have ${entries} entries and has ${entries - 2}.`,
      },
    ])
  })

  test.each([
    [
      'whose record it is',
      "update roundtable.record set person = jsonb_set(person, '{name}', '\"Another\"') where id = TARGET",
      /Who the record is about/,
    ],
    [
      'the name in the list of records',
      "update roundtable.record set person_name = 'Another' where id = TARGET",
      /columns about the person/,
    ],
    [
      'the policy of the record',
      'update roundtable.record set policy = \'{"standards": {"open-days": 999}}\' where id = TARGET',
      /Who the record is about/,
    ],
    [
      'a party',
      "update roundtable.party set body = jsonb_set(body, '{name}', '\"Another\"') where record = TARGET and number = 2",
      /Party 2 .* was changed/,
    ],
    [
      'what a party is',
      "update roundtable.party set role = 'manager' where record = TARGET and id = 'son'",
      /columns of party/,
    ],
    [
      'a party taken out',
      "delete from roundtable.party where record = TARGET and id = 'son'",
      /Party 7|should have 7 parties/,
    ],
    [
      'where an entry belongs',
      "update roundtable.entry set resource = 'people' where record = TARGET and kind = 'financial-assessment'",
      /columns of entry/,
    ],
    [
      'from whom it is kept',
      "update roundtable.entry set withheld_from = '{}' where record = TARGET and kind = 'note'",
      /columns of entry/,
    ],
    [
      'the notice that it is kept',
      'delete from roundtable.withheld where record = TARGET',
      /list of what is withheld/,
    ],
    [
      'who has access',
      "insert into roundtable.access (record, account, party, relationship) values (TARGET, 'noor', 'son', 'self')",
      /list of who has access/,
    ],
    [
      'who had access',
      "delete from roundtable.access where record = TARGET and account = 'ada'",
      /list of who has access/,
    ],
    [
      'where it stands',
      "update roundtable.standing set stage = 'closed' where record = TARGET",
      /list of where the record stands/,
    ],
    [
      'what it adds to the figures of many',
      `update guarded.figures set figures = jsonb_set(figures, '{stage}', '"closed"') where record = TARGET`,
      /list of what it adds to the figures/,
    ],
    [
      'that it adds to them at all',
      'delete from guarded.figures where record = TARGET',
      /list of what it adds to the figures/,
    ],
    [
      'what the record says of its end',
      'update roundtable.record set head = head - 1 where id = TARGET',
      /should have/,
    ],
    [
      'the hash that the record keeps',
      "update roundtable.record set head_hash = sha256('x') where id = TARGET",
      /last entry is not the one/,
    ],
  ])('%s changed', async (_, change, says) => {
    const faults = await shows(change)
    expect(faults.length).toBe(1)
    expect(faults[0]).toMatchObject({ record: target, says: expect.stringMatching(says) as string })
  })
})

describe('with the heads that were kept elsewhere, also shows', () => {
  const cutClean = [
    'delete from roundtable.entry where record = TARGET and number = LAST',
    `update roundtable.record r set head = head - 1, head_hash = (select hash from roundtable.entry e where e.record = r.id order by number desc limit 1) where id = TARGET`,
  ]
  const withHeads = async (changes: readonly string[], heads: string) =>
    afterChanges(
      changes.map((change) => change.replaceAll('LAST', String(entries))),
      async () => ({ alone: (await verify(db)).faults, together: (await verify(db, { heads })).faults }),
    )

  test('an end that was cut off so well that nothing else shows it', async () => {
    const { alone, together } = await withHeads(
      [
        ...cutClean,
        'update roundtable.standing set head = head - 1 where record = TARGET',
        'update guarded.figures set head = head - 1 where record = TARGET',
      ],
      await headsOf(db),
    )
    expect(alone).toEqual([])
    expect(together).toEqual([
      {
        record: target,
        number: entries,
        says: `The end of the log was cut off: it had ${entries} entries and has ${entries - 1}.`,
      },
    ])
  })

  test('a record that is gone altogether', async () => {
    const { alone, together } = await withHeads(
      [
        'delete from roundtable.withheld where record = TARGET',
        'delete from roundtable.access where record = TARGET',
        'delete from roundtable.standing where record = TARGET',
        'delete from roundtable.entry where record = TARGET',
        'delete from roundtable.party where record = TARGET',
        'delete from roundtable.record where id = TARGET',
      ],
      await headsOf(db),
    )
    expect(alone).toEqual([])
    expect(together).toEqual([{ record: target, number: entries, says: 'The record is gone.' }])
  })

  test('a last entry that was written anew, hash and all', async () => {
    const heads = await headsOf(db)
    const forged = heads.replace(/^(\S+ \d+ )[0-9a-f]{64}/m, `$1${'0'.repeat(64)}`)
    expect(() => forged.split('\n')).not.toThrow()
    await expect(verify(db, { heads: forged })).rejects.toThrow('The list of heads is not whole')
    const { together } = await withHeads(
      [
        `update roundtable.entry set hash = sha256('x') where record = TARGET and number = ${entries}`,
        "update roundtable.record set head_hash = sha256('x') where id = TARGET",
      ],
      heads,
    )
    expect(together.map(({ says }) => says)).toContain(`Entry ${entries} is not the one that it was.`)
  })

  test('nothing, where the log only grew', async () => {
    const heads = await headsOf(db)
    const said = decodeEntry({
      id: 'grown',
      kind: 'statement',
      on: '2026-07-01',
      by: 'p',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'x',
    })
    const token = await db.signIn('ada')
    const { head } = await db.scoped(token, async (query) => {
      const [row] = await query<{ head: number }>('select head from roundtable.record where id = $1', [
        bystander,
      ])
      return { head: row?.head ?? 0 }
    })
    expect(await db.scoped(token, (query) => append(query, bystander, head, [said]))).toMatchObject({
      kind: 'kept',
    })
    expect((await verify(db, { heads })).faults).toEqual([])
    expect(heads).not.toMatch(/Ada|Brook/)
  })
})
