import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, type Query, openDatabase } from '../src/platform/database/database.ts'
import { withClient } from '../src/platform/database/driver.ts'
import { passwordOf } from '../src/platform/database/roles.ts'
import { newToken } from '../src/platform/database/sessions.ts'
import { codeOf } from '../src/platform/database/trouble.ts'
import { importRecord, keepAccounts } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, asSuperuser, testDatabase, testServer } from './database.ts'

// Somebody gets a statement of theirs into the service, in the session of a family member, who may see little. Whatever
// they try, they see no more than before, and change nothing.

type House = { readonly db: Database; readonly name: string; readonly token: string; readonly other: string }

let inside: TestDatabase
const houses: Partial<Record<'embedded' | 'elsewhere', House>> = {}

async function furnish(db: Database, name: string): Promise<House> {
  await keepAccounts(db, ACCOUNTS)
  await importRecord(db, worldRecord(), { link: worldLinks() })
  const [token, other] = [newToken(), newToken()]
  await db.sessions.write(token, { account: 'a-fam' }, new Date(Date.now() + 3_600_000))
  await db.sessions.write(other, { account: 'a-wrk' }, new Date(Date.now() + 3_600_000))
  return { db, name, token, other }
}

beforeAll(async () => {
  inside = await testDatabase()
  houses.embedded = await furnish(inside, inside.name)

  // A council's own server: there everybody may call set_config, and nobody of ours could forbid it.
  const server = await testServer()
  const name = `elsewhere_${newToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 12)}`
  await asSuperuser('postgres', (query) => query(`create database ${name} owner ${server.owner.user}`))
  await asSuperuser(name, (query) =>
    query('grant execute on function pg_catalog.set_config(text, text, boolean) to public'),
  )
  const { user, password, host, port } = server.owner
  const url = `postgres://${user}:${password}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`
  houses.elsewhere = await furnish(
    await openDatabase({ url, logins: inside.logins, prepare: keepPolicy }),
    name,
  )
})
afterAll(async () => {
  await houses.elsewhere?.db.close()
  await inside.drop()
})

const house = (which: 'embedded' | 'elsewhere'): House => {
  const found = houses[which]
  if (found === undefined) throw new Error('not furnished')
  return found
}

type Attempt = readonly [name: string, ...statements: readonly (string | readonly [string, ...unknown[]])[]]

const EVERYTHING = 'select * from roundtable.entry'

const ATTEMPTS: readonly Attempt[] = [
  ['takes off the role', 'reset role', EVERYTHING],
  ['takes on the role of the owner', 'set role roundtable_owner', EVERYTHING],
  ['takes on the role of the superuser', 'set role postgres', EVERYTHING],
  ['takes on the role of the door', 'set role roundtable_door', 'select * from guarded.session'],
  ['becomes another user', 'set session authorization postgres', EVERYTHING],
  ['sets the role inside a statement', "select set_config('role', 'postgres', true)", EVERYTHING],
  ['sets the role to none inside a statement', "select set_config('role', 'none', true)", EVERYTHING],
  [
    'sets it by its full name, in a sub-query',
    "select (select pg_catalog.set_config('role', 'roundtable_owner', false))",
    EVERYTHING,
  ],
  [
    'takes off the role and opens a session',
    "select set_config('role', 'none', true), query_to_xml('select guarded.session_write(sha256(''x''), ''a-wrk'', ''{}'', now() + ''1 day'', ''1 day'')', true, true, '')",
  ],
  ['sets a token that was guessed', "set local app.session = 'guess'", EVERYTHING],
  [
    'sets a token that was guessed inside a statement',
    "select set_config('app.session', 'guess', true)",
    EVERYTHING,
  ],
  ['names an actor', "set local app.actor = 'a-wrk'", "set local app.account = 'a-wrk'", EVERYTHING],
  ['turns row security off', 'set local row_security = off', EVERYTHING],
  ['begins a second statement', 'select 1; select * from guarded.session'],
  [
    'begins a second statement that ends the transaction',
    'commit; reset role; select * from guarded.session',
  ],
  ['begins a second statement beside a parameter', ['select $1::text; select * from guarded.session', 'x']],
  ['reads sessions', 'select * from guarded.session'],
  ['reads how people sign in', 'select * from guarded.identity'],
  ['reads the keys', 'select * from guarded.capability'],
  ['reads sessions through XML', "select query_to_xml('select * from guarded.session', true, true, '')"],
  [
    'opens a session',
    "select guarded.session_write(sha256('x'), 'a-wrk', '{}', now() + interval '1 day', interval '1 day')",
  ],
  ['ends the sessions of another', "select guarded.session_end_all('a-wrk')"],
  ['reads a file of the server', "select pg_read_file('/etc/passwd')"],
  ['lists a folder of the server', "select pg_ls_dir('.')"],
  ['imports a file', "select lo_import('/etc/passwd')"],
  ['runs a program', "copy roundtable.policy to program 'id'"],
  ['writes a file', "copy roundtable.policy to '/tmp/roundtable-escape'"],
  ['reads passwords', 'select * from pg_authid'],
  [
    'asks for the whole record',
    "select * from roundtable.whole_record((select id from roundtable.record limit 1), 'guess')",
  ],
  [
    'writes a list',
    "select roundtable.keep_standing((select id from roundtable.record limit 1), 'guess', null)",
  ],
  ['asks whether a key fits', "select guarded.has_key('keeper', 'guess')"],
  ['makes access anew', 'select roundtable.rebuild_access(gen_random_uuid())'],
  [
    'gives themselves access',
    "insert into roundtable.access (record, account, party, relationship) select id, 'a-fam', 'fam', 'worker' from roundtable.record",
  ],
  ['gives their relationship rights', "insert into roundtable.policy values ('family', 'means', 'read')"],
  ['changes the log', 'update roundtable.entry set body = body'],
  ['empties the log', 'delete from roundtable.entry'],
  ['truncates the log', 'truncate roundtable.entry cascade'],
  ['locks the log', 'lock table roundtable.entry in exclusive mode'],
  ['holds rows of the log', 'select * from roundtable.entry for update'],
  ['changes whose record it is', "update roundtable.record set person_name = 'x'"],
  ['takes back a look', 'delete from roundtable.look'],
  [
    'dates a look back',
    "insert into roundtable.look (record, page, relationship, at) select id, 'x', 'family', now() from roundtable.record",
  ],
  [
    'looks in the name of another',
    "insert into roundtable.look (record, page, relationship, account) select id, 'x', 'family', 'a-wrk' from roundtable.record",
  ],
  ['reads what others sent', 'select * from roundtable.submission'],
  ['turns row security off for good', 'alter table roundtable.entry disable row level security'],
  ['drops a policy', 'drop policy seen on roundtable.entry'],
  ['makes a policy', 'create policy mine on roundtable.entry for select using (true)'],
  [
    'makes a trigger',
    'create trigger mine before insert on roundtable.look for each row execute function roundtable.look_arrives()',
  ],
  ['grants themselves rights', 'grant all on roundtable.entry to roundtable_app'],
  ['makes a role', 'create role mallory superuser'],
  ['makes themselves a superuser', 'alter role roundtable_login superuser'],
  ['puts a table in the way', 'create temp table session (account text)'],
  [
    'puts a function in the way',
    "create function roundtable.actor() returns text language sql as 'select ''a-wrk'''",
  ],
  ['makes a schema', 'create schema mine'],
  ['makes an extension', 'create extension dblink'],
  ['lets the search path lie', 'set local search_path = pg_temp, public', EVERYTHING],
  ['runs code', "do $x$ begin perform set_config('role', 'postgres', true); end $x$", EVERYTHING],
]

describe.each(['embedded', 'elsewhere'] as const)('on the %s server', (which) => {
  test.each(ATTEMPTS)('whoever %s gains nothing', async (_, ...statements) => {
    const { db, token } = house(which)
    const before = await fingerprint(db)
    const { entries: most } = await db.scoped(token, seeing)
    const gained = await db
      .scoped(token, async (query) => {
        for (const statement of statements) {
          const [text, ...values] = typeof statement === 'string' ? [statement] : statement
          const rows = await query(text, values)
          if (text === EVERYTHING) expect(rows.length).toBeLessThanOrEqual(most)
        }
        return seeing(query)
      })
      .catch((error: unknown) => {
        expect(codeOf(error)).toMatch(/^(42501|42601|0A000|42883|42P01|42704|22023|42723|25001|54023)$/)
        return { entries: 0, user: 'roundtable_app' }
      })
    expect(gained.entries).toBeLessThanOrEqual(most)
    expect(['roundtable_app', 'roundtable_login']).toContain(gained.user)
    expect(await fingerprint(db)).toEqual(before)
  })

  test('what was hidden cannot be made to show itself in an error', async () => {
    const { db, token } = house(which)
    // Were the condition tried on hidden rows too, it would fail there.
    const tricks = [
      "select number from roundtable.entry where kind = 'indicative-budget' and (body ->> 'kind')::int > 0",
      "select number from roundtable.entry where 1 / (case when resource = 'means' then 0 else 1 end) = 2",
      "select id from roundtable.look where 1 / (case when page = 'x' then 0 else 1 end) = 1",
    ]
    for (const trick of tricks) expect(await db.scoped(token, (query) => query(trick))).toEqual([])
  })

  test('what the planner counted is not told', async () => {
    const { db, token, name } = house(which)
    await db.asOwner((query) => query('analyze roundtable.entry, roundtable.record'))
    const counted = 'select tablename from pg_stats where schemaname = $1 and tablename in ($2, $3)'
    const ask = (query: Query) => query(counted, ['roundtable', 'entry', 'record'])
    expect((await asSuperuser(name, ask)).length).toBeGreaterThan(0)
    expect(await db.scoped(token, ask)).toEqual([])
  })

  test('another token is another session, and no token is none', async () => {
    const { db, other } = house(which)
    const count = (token: string) =>
      db.scoped(
        token,
        async (query) => (await query<{ n: number }>('select count(*) as n from roundtable.entry'))[0]?.n,
      )
    expect(await count(other)).toBeGreaterThan(100)
    expect(await count('')).toBe(0)
    expect(await count('guess')).toBe(0)
    expect(await count(`${other} `)).toBe(0)
    await db.sessions.end(other)
    expect(await count(other)).toBe(0)
  })

  test('the logins by themselves can do nothing', async () => {
    const server = await testServer()
    const { name } = house(which)
    const as = (user: string) => ({
      ...server.owner,
      user,
      database: name,
      password: passwordOf(server.owner.password, user),
    })
    for (const [login, statement] of [
      ['roundtable_login', EVERYTHING],
      ['roundtable_login', 'select * from guarded.session'],
      ['roundtable_login', 'select guarded.session_end_all($1)'],
      ['roundtable_login', 'create temp table x (y int)'],
      ['roundtable_door', EVERYTHING],
      ['roundtable_door', 'select * from guarded.session'],
      ['roundtable_door', 'set role roundtable_app'],
      ['roundtable_door', 'select roundtable.actor()'],
    ] as const) {
      const attempt = withClient(as(login), 'tests', (query) =>
        query(statement, statement.includes('$1') ? ['a-wrk'] : []),
      )
      await expect(attempt, `${login}: ${statement}`).rejects.toMatchObject({ code: '42501' })
    }
  })
})

const seeing = async (query: Query) => {
  const [row] = await query<{ entries: number; user: string }>(
    'select (select count(*) from roundtable.entry) as entries, current_user as user',
  )
  return row ?? { entries: -1, user: '' }
}

/** Everything that an attempt could have changed. */
const fingerprint = (db: Database) =>
  db.asOwner(async (query) => {
    const [row] = await query(
      `select
         (select count(*) from roundtable.entry) as entries, (select count(*) from roundtable.look) as looks,
         (select count(*) from roundtable.access) as access, (select count(*) from roundtable.policy) as policy,
         (select count(*) from guarded.session) as sessions, (select count(*) from pg_policy) as policies,
         (select md5(string_agg(head_hash::text || person_name, '')) from roundtable.record) as heads,
         (select count(*) from pg_roles where rolsuper) as superusers,
         (select count(*) from pg_proc where pronamespace = 'roundtable'::regnamespace) as functions,
         (select count(*) from pg_trigger) as triggers, (select count(*) from pg_class where relkind = 'r') as tables`,
    )
    return row
  })
