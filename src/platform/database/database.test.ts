import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, asSuperuser, testDatabase } from '../../../test/database.ts'
import { keepPolicy } from '../../record/policy-rows.ts'
import { openDatabase } from './database.ts'
import { withClient } from './driver.ts'
import { openEmbedded } from './embedded.ts'
import { holdingMigrations, migrate, readMigrations } from './migrate.ts'
import { newToken } from './sessions.ts'
import { isBusy } from './trouble.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.asOwner((query) =>
    query(
      "insert into roundtable.account (id, name, kind) values ('ada', 'Ada', 'public'), ('ben', 'Ben', 'public')",
    ),
  )
})
afterAll(() => db.drop())

const inAnHour = () => new Date(Date.now() + 3_600_000)

describe('one transaction', () => {
  test('is of the role that sees rows by policies only, and leaves nothing of itself in the connection', async () => {
    const small = await testDatabase({ gate: { inside: 1 } })
    try {
      const ask = 'select current_user as role, session_user as login, current_setting($1, true) as token'
      const token = newToken()
      const during = await small.scoped(token, (query) => query(ask, ['app.session']))
      expect(during).toEqual([{ role: 'roundtable_app', login: 'roundtable_login', token }])
      expect(await small.scoped('', (query) => query(ask, ['app.session']))).toMatchObject([{ token: '' }])
      await small.scoped(token, (query) => query('select 1 / 0')).catch(() => undefined)
      expect(await small.scoped('', (query) => query(ask, ['app.session']))).toMatchObject([{ token: '' }])
    } finally {
      await small.drop()
    }
  })

  test('that failed is not done, also where its failure was hidden', async () => {
    const hidden = db.asOwner(async (query) => {
      await query("insert into roundtable.account (id, name, kind) values ('cat', 'Cat', 'public')")
      await query('select 1 / 0').catch(() => undefined)
    })
    await expect(hidden).rejects.toThrow('nothing of it was kept')
    const hiddenFromReader = db.scoped('', (query) => query('select 1 / 0').catch(() => undefined))
    await expect(hiddenFromReader).rejects.toThrow('nothing of it was kept')
    expect(await db.asOwner((query) => query("select id from roundtable.account where id = 'cat'"))).toEqual(
      [],
    )
  })

  test('takes no query after its end', async () => {
    let late: (() => Promise<unknown>) | undefined
    await db.scoped('', async (query) => {
      late = () => query('select 1')
      await query('select 1')
    })
    await expect(late?.()).rejects.toThrow('after its transaction had ended')
  })

  test('takes one statement at a time', async () => {
    await expect(db.scoped('', (query) => query('select 1; select 2'))).rejects.toMatchObject({
      code: '42601',
    })
  })

  test('gives numbers, days and moments as they are', async () => {
    const [row] = await db.scoped('', (query) =>
      query(
        "select 9007199254740991 as big, date '2026-03-29' as day, timestamptz '2026-03-29 01:30:00.1234+01' as at, null as nothing",
      ),
    )
    expect(row).toEqual({
      big: 9_007_199_254_740_991,
      day: '2026-03-29',
      at: '2026-03-29T00:30:00.123Z',
      nothing: null,
    })
    await expect(db.scoped('', (query) => query('select 9007199254740993 as big'))).rejects.toThrow(
      'too large a number',
    )
  })

  test('waits its turn, and where too many wait it is told so at once', async () => {
    const small = await testDatabase({ gate: { inside: 2, waiting: 3, patience: 5_000 } })
    try {
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, () => small.scoped('', (query) => query('select pg_sleep(0.1)'))),
      )
      expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(5)
      expect(results.filter((result) => result.status === 'rejected' && isBusy(result.reason)).length).toBe(7)
      expect(small.load()).toEqual({ inside: 0, waiting: 0 })
      // And then everything is as before.
      expect(await small.scoped('', (query) => query('select 1 as n'))).toEqual([{ n: 1 }])
    } finally {
      await small.drop()
    }
  })

  test('that waits too long for another, or takes too long itself, says to come back and is not done', async () => {
    const waited = db.asOwner(async (query) => {
      await query('lock table roundtable.canary')
      return db
        .asOwner(async (other) => {
          await other("set local lock_timeout = '50ms'")
          await other('lock table roundtable.canary')
        })
        .catch((error: unknown) => error)
    })
    expect(await waited).toMatchObject({ trouble: 'busy', retryAfter: 2 })
    const long = db.scoped('', async (query) => {
      await query("set local statement_timeout = '50ms'")
      await query('select pg_sleep(5)')
    })
    await expect(long).rejects.toMatchObject({ trouble: 'busy', retryAfter: 2 })
    expect(await db.scoped('', (query) => query('select 1 as n'))).toEqual([{ n: 1 }])
  })

  test('says that the database is away where its connection is taken from it, and the next one has another', async () => {
    const cut = db.scoped('', async (query) => {
      const [me] = await query<{ pid: number }>('select pg_backend_pid() as pid')
      await asSuperuser(db.name, (admin) => admin('select pg_terminate_backend($1)', [me?.pid]))
      await query('select pg_sleep(1)')
    })
    await expect(cut).rejects.toMatchObject({ trouble: 'away', retryAfter: 5 })
    expect(await db.scoped('', (query) => query('select 1 as n'))).toEqual([{ n: 1 }])
  })
})

describe('a session', () => {
  test('is read as it was written, and is nothing once it has ended', async () => {
    const token = newToken()
    expect(await db.sessions.read(token)).toBeUndefined()
    await db.sessions.write(token, { account: 'ada', csrf: 'x', steps: [1, 2] }, inAnHour())
    expect(await db.sessions.read(token)).toEqual({ account: 'ada', csrf: 'x', steps: [1, 2] })
    await db.sessions.write(token, { csrf: 'y' }, inAnHour())
    expect(await db.sessions.read(token)).toEqual({ csrf: 'y' })
    await db.sessions.end(token)
    expect(await db.sessions.read(token)).toBeUndefined()
  })

  test('ends with its time, with its account, and with all of the account', async () => {
    const [late, closed, other, kept] = [newToken(), newToken(), newToken(), newToken()]
    await db.sessions.write(late, { account: 'ada' }, new Date(Date.now() - 1))
    expect(await db.sessions.read(late)).toBeUndefined()
    for (const token of [closed, other]) await db.sessions.write(token, { account: 'ada' }, inAnHour())
    await db.sessions.write(kept, { account: 'ben' }, inAnHour())
    await db.asOwner((query) => query("update roundtable.account set active = false where id = 'ada'"))
    expect(await db.sessions.read(closed)).toBeUndefined()
    await db.asOwner((query) => query("update roundtable.account set active = true where id = 'ada'"))
    expect(await db.sessions.read(closed)).toEqual({ account: 'ada' })
    await db.sessions.endAllOf('ada')
    expect(await db.sessions.read(closed)).toBeUndefined()
    expect(await db.sessions.read(other)).toBeUndefined()
    expect(await db.sessions.read(kept)).toEqual({ account: 'ben' })
  })

  test('ends where it is not used for too long, and lives on where it is', async () => {
    const token = newToken()
    await db.sessions.write(token, { account: 'ada' }, inAnHour())
    const age = (minutes: number) =>
      db.asOwner((query) =>
        query("update guarded.session set seen = now() - make_interval(mins => $1) where account = 'ada'", [
          minutes,
        ]),
      )
    const seen = async () =>
      (
        await db.asOwner((query) =>
          query<{ at: string }>("select seen as at from guarded.session where account = 'ada'"),
        )
      )[0]?.at
    await age(119)
    const before = await seen()
    expect(await db.sessions.read(token)).toEqual({ account: 'ada' })
    const touched = await seen()
    expect(touched).not.toBe(before)
    // A second reading within the minute writes nothing.
    await db.sessions.read(token)
    expect(await seen()).toBe(touched)
    await age(121)
    expect(await db.sessions.read(token)).toBeUndefined()
    await db.sessions.sweep()
    expect(await db.asOwner((query) => query("select from guarded.session where account = 'ada'"))).toEqual(
      [],
    )
  })

  test('is kept by the hash of its token only', async () => {
    const token = newToken()
    await db.sessions.write(token, { account: 'ben' }, inAnHour())
    const rows = await db.asOwner((query) =>
      query<{ row: string }>('select s::text as row from guarded.session s'),
    )
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })

  test('is opened for whom a sign-in service means, and for nobody else', async () => {
    await db.asOwner((query) =>
      query("insert into guarded.identity values ('https://issuer', 'subject-1', 'ada')"),
    )
    expect(await db.sessions.accountOf('https://issuer', 'subject-1')).toEqual({
      id: 'ada',
      name: 'Ada',
      kind: 'public',
      role: null,
      team: null,
    })
    expect(await db.sessions.accountOf('https://other', 'subject-1')).toBeUndefined()
    expect(await db.sessions.accountOf('https://issuer', 'subject-2')).toBeUndefined()
  })
})

describe('a start', () => {
  const again = () => openDatabase({ url: db.url, logins: db.logins, prepare: keepPolicy })

  test('a second time, and by another process at the same moment, changes nothing', async () => {
    const state = () =>
      db.asOwner((query) =>
        query(
          `select (select count(*) from guarded.migration) as migrations, (select count(*) from roundtable.policy) as policy,
             (select md5(string_agg(hash::text, '')) from guarded.capability) as keys`,
        ),
      )
    const before = await state()
    await asSuperuser(db.name, (query) =>
      query('grant execute on function pg_catalog.set_config(text, text, boolean) to public'),
    )
    const opened = await Promise.all([again(), again(), again()])
    await Promise.all(opened.map((one) => one.close()))
    expect(await state()).toEqual(before)
  })

  test.each([
    [
      'alter table roundtable.entry no force row level security',
      'alter table roundtable.entry force row level security',
      'Row security is not forced on roundtable.entry.',
    ],
    [
      'alter table roundtable.look disable row level security',
      'alter table roundtable.look enable row level security',
      'Row security is not forced on roundtable.look.',
    ],
    [
      'create policy x on roundtable.canary for select using (true)',
      'drop policy x on roundtable.canary',
      'sees the canary',
    ],
    [
      'grant update on roundtable.entry to roundtable_app',
      'revoke update on roundtable.entry from roundtable_app',
      'roundtable_app may update on entry.',
    ],
    [
      'grant insert on roundtable.access to roundtable_app',
      'revoke insert on roundtable.access from roundtable_app',
      'roundtable_app may insert on access.',
    ],
    [
      'grant select on roundtable.entry to public',
      'revoke select on roundtable.entry from public',
      'everybody may select on entry.',
    ],
    [
      'grant select on roundtable.record to roundtable_login',
      'revoke select on roundtable.record from roundtable_login',
      'roundtable_login may select on record.',
    ],
    [
      'grant execute on function roundtable.rebuild_access(uuid) to public',
      'revoke execute on function roundtable.rebuild_access(uuid) from public',
      'Everybody may call roundtable.rebuild_access.',
    ],
    [
      'alter function roundtable.actor() reset search_path',
      'alter function roundtable.actor() set search_path = pg_catalog, pg_temp',
      'roundtable.actor does not fix where it looks names up.',
    ],
    [
      'grant create on schema roundtable to roundtable_app',
      'revoke create on schema roundtable from roundtable_app',
      'roundtable_app may create things in roundtable.',
    ],
    [
      'create table roundtable.extra (x int)',
      'drop table roundtable.extra',
      'Row security is not forced on roundtable.extra.',
    ],
    ['delete from roundtable.canary', 'insert into roundtable.canary values (1)', 'The canary is missing'],
  ])('is refused after: %s', async (harm, mend, says) => {
    await db.asOwner((query) => query(harm))
    try {
      await expect(again()).rejects.toThrow(says)
    } finally {
      await db.asOwner((query) => query(mend))
    }
    await (await again()).close()
  })

  test('is refused where a role of the service was given more', async () => {
    // Roles are the whole server's, and the other tests share theirs: this one has a server of its own.
    const data = mkdtempSync(join(tmpdir(), 'roundtable-roles-'))
    // Started by root, the server runs as nobody and must be able to walk in.
    chmodSync(data, 0o711)
    const server = await openEmbedded(data)
    const start = () => openDatabase({ data, prepare: keepPolicy })
    const asAdmin = (text: string) =>
      withClient({ ...server.admin, database: 'postgres' }, 'roundtable/tests', (query) => query(text))
    try {
      await (await start()).close()
      await asAdmin('alter role roundtable_app bypassrls')
      await expect(start()).rejects.toThrow('The role roundtable_app has rights that it must not have.')
      await asAdmin('alter role roundtable_app nobypassrls')
      await asAdmin('grant roundtable_app to roundtable_door')
      await expect(start()).rejects.toThrow('roundtable_door is a member of roundtable_app.')
      await asAdmin('revoke roundtable_app from roundtable_door')
      await (await start()).close()
    } finally {
      await server.release()
      rmSync(data, { recursive: true, force: true })
    }
  })
})

describe('migrations', () => {
  const withFolder = async (
    files: Readonly<Record<string, string>>,
    work: (folder: string) => Promise<void>,
  ) => {
    const folder = mkdtempSync(join(tmpdir(), 'roundtable-migrations-'))
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      await work(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const run = (folder: string) =>
    withClient(db.owner, 'tests', (query, client) =>
      holdingMigrations(query, () => migrate(query, (text) => client.query(text), readMigrations(folder))),
    )
  const ours = readMigrations(join(import.meta.dirname, '../../../db/migrations'))
  const known = Object.fromEntries(ours.map(({ name, text }) => [name, text]))
  const next = `${String(ours.length + 1).padStart(4, '0')}-next.sql`

  test('run once, in order, each whole or not at all', async () => {
    await withFolder(
      { ...known, [next]: 'create table guarded.next (x int); create table guarded.next (x int)' },
      async (folder) => {
        await expect(run(folder)).rejects.toThrow(`The migration ${next} failed, and nothing of it was kept`)
      },
    )
    await withFolder(
      { ...known, [next]: 'create table guarded.next (x int); drop table guarded.next' },
      async (folder) => {
        expect(await run(folder)).toEqual([next])
        expect(await run(folder)).toEqual([])
      },
    )
  })

  test('that are changed, or unknown to this version, stop the start', async () => {
    const [first] = ours
    await withFolder({ ...known, [first?.name ?? '']: '-- changed' }, async (folder) => {
      await expect(run(folder)).rejects.toThrow(
        `The migration ${first?.name} is not the one that the database ran`,
      )
    })
    await withFolder(known, async (folder) => {
      await expect(run(folder)).rejects.toThrow(`which this version does not know`)
    })
    await db.asOwner((query) => query('delete from guarded.migration where name = $1', [next]))
  })

  test('with a gap in their numbers are refused', async () => {
    await withFolder({ '0001-a.sql': '', '0003-b.sql': '' }, async (folder) => {
      expect(() => readMigrations(folder)).toThrow('The migration 0003-b.sql should have the number 2.')
    })
  })

  test('comment every table, and check what a column may hold', async () => {
    const silent = await db.asOwner((query) =>
      query(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('roundtable', 'guarded') and c.relkind = 'r' and c.relname not in ('migration', 'next')
           and obj_description(c.oid) is null`,
      ),
    )
    expect(silent).toEqual([])
  })
})
