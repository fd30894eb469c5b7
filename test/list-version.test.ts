import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../src/platform/database/trouble.ts'
import type { Query } from '../src/platform/database/database.ts'
import { RELATIONSHIPS, type Relationship } from '../src/record/access.ts'
import { addParty, append, caseload, caseloadVersion, importMany, keepAccounts } from '../src/record/log.ts'
import { decodeEntry } from '../src/record/file.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// A list of many is known again by its version: it changes with everything that the list shows, and with nothing that is
// somebody else's.

let db: TestDatabase
let record = ''
const tokens = new Map<string, string>()
const ALL = RELATIONSHIPS.filter((relationship) => relationship !== 'team')

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    ...ACCOUNTS,
    { id: 'a-far', name: 'Far worker', kind: 'staff', role: 'social-worker' },
  ])
  // Who is nobody in this one has a list of their own, to which the second record belongs.
  const [id = ''] = await importMany(db, [
    { record: worldRecord(), link: worldLinks() },
    { record: worldRecord(), link: new Map([['wrk', 'a-far']]) },
  ])
  record = id
  for (const { id: account } of [...ACCOUNTS, { id: 'a-far' }]) tokens.set(account, await db.signIn(account))
})
afterAll(() => db.drop())

const as = <T>(account: string, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(tokens.get(account) ?? '', work)

const versionOf = (account: string, of: readonly Relationship[] = ALL) =>
  as(account, (query) => caseloadVersion(query, of))
const listOf = (account: string) => as(account, (query) => caseload(query, ALL))

const WATCHED = [...ACCOUNTS.map(({ id }) => id), 'a-far']

/** Whose version is another one after something happened, and whose list is. */
async function changedBy(work: () => Promise<unknown>) {
  const now = async () =>
    new Map(
      await Promise.all(
        WATCHED.map(async (id) => [id, [await versionOf(id), JSON.stringify(await listOf(id))]] as const),
      ),
    )
  const before = await now()
  await work()
  const after = await now()
  const which = (at: 0 | 1) => WATCHED.filter((id) => before.get(id)?.[at] !== after.get(id)?.[at])
  const changed = { versions: which(0), lists: which(1) }
  // Whatever happened: no list is another one under the version that it had.
  expect(changed.versions).toEqual(expect.arrayContaining(changed.lists))
  return changed
}

let sent = 0
async function sayAs(account: string) {
  sent += 1
  const body = { id: `asks-${sent}`, kind: 'review-asked', on: '2026-11-20', by: 'wrk', why: 'It is time.' }
  const [row] = await db.asOwner((query) =>
    query<{ head: number }>('select head from roundtable.record where id = $1', [record]),
  )
  const kept = await as(account, (query) => append(query, record, row?.head ?? 0, [decodeEntry(body)]))
  expect(kept.kind).toBe('kept')
}

test('nothing has happened: the version is the same, and each has one of their own records', async () => {
  expect(await changedBy(() => Promise.resolve())).toEqual({ versions: [], lists: [] })
  expect(await versionOf('a-wrk')).not.toBe(await versionOf('a-far'))
})

test('an entry changes the version of everybody on whose list its record is, and of nobody else', async () => {
  const { versions, lists } = await changedBy(() => sayAs('a-wrk'))
  const near: string[] = []
  for (const id of WATCHED) if ((await listOf(id)).some((line) => line.record === record)) near.push(id)
  expect(lists.length).toBeGreaterThan(3)
  expect(versions).toEqual(near)
  expect(versions).not.toContain('a-far')
  expect(versions).not.toContain('a-cover')
})

test('what was not kept changes nothing', async () => {
  const undone = changedBy(() =>
    as('a-wrk', async (query) => {
      const [row] = await query<{ head: number }>('select head from roundtable.record where id = $1', [
        record,
      ])
      const body = { id: 'undone', kind: 'review-asked', on: '2026-11-20', by: 'wrk', why: 'It is time.' }
      await append(query, record, row?.head ?? 0, [decodeEntry(body)])
      throw new Error('undone')
    }).catch(() => undefined),
  )
  expect(await undone).toEqual({ versions: [], lists: [] })
})

test('a colleague who is brought to the table has another list', async () => {
  const seat = { id: 'new-worker', name: 'Colleague', role: 'social-worker' } as const
  const { versions, lists } = await changedBy(async () => {
    const seated = await as('a-boss', (query) => addParty(query, record, seat, { account: 'a-cover' }))
    expect(seated.kind).toBe('kept')
  })
  expect(lists).toEqual(['a-cover'])
  expect(versions).not.toContain('a-far')
})

test('whose sign-in was ended, or whose session, has no version', async () => {
  await db.asOwner((query) => query("update roundtable.account set active = false where id = 'a-far'"))
  expect(await versionOf('a-far')).toBeUndefined()
  await db.asOwner((query) => query("update roundtable.account set active = true where id = 'a-far'"))
  expect(await versionOf('a-far')).toBeDefined()
  expect(await db.scoped('', (query) => caseloadVersion(query, ALL))).toBeUndefined()
})

test('another policy is another version for everybody', async () => {
  const { versions } = await changedBy(() =>
    db.asOwner(async (query) => {
      await query("delete from roundtable.policy where resource = 'asking'")
      await keepPolicy(query)
    }),
  )
  expect(versions).toEqual(WATCHED)
})

test('what one merely covers for has none, and nobody reads or writes what is counted', async () => {
  expect(await versionOf('a-cover', ['team'])).toBeUndefined()
  for (const account of ['a-wrk', 'a-boss', 'a-p']) {
    for (const statement of [
      'select * from guarded.list_change',
      'delete from guarded.list_change',
      "insert into guarded.list_change values ('account:a-wrk', 0)",
    ]) {
      const refused = await as(account, (query) => query(statement)).then(
        () => undefined,
        (error: unknown) => codeOf(error),
      )
      expect(refused).toBe('42501')
    }
  }
})
