import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Query } from '../src/platform/database/database.ts'
import type { Relationship } from '../src/record/access.ts'
import { decodeEntry } from '../src/record/file.ts'
import {
  append,
  importMany,
  keepAccounts,
  keepLook,
  keepLookAgain,
  looks,
  openRecord,
} from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// Whoever comes back to a page that has not changed is shown what they were shown, and their look is kept by the function that says
// that nothing has changed. It must keep every such look, and none that is somebody else's.

let db: TestDatabase
let record = ''
let other = ''
const tokens = new Map<string, string>()

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, ACCOUNTS)
  const ids = await importMany(db, [
    { record: worldRecord(), link: worldLinks() },
    { record: worldRecord(), link: new Map([['wrk', 'a-other-team']]) },
  ])
  record = ids[0] ?? ''
  other = ids[1] ?? ''
  for (const { id } of ACCOUNTS) tokens.set(id, await db.signIn(id))
})
afterAll(() => db.drop())

const as = <T>(account: string, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(tokens.get(account) ?? '', work)
const versionFor = async (account: string, of = record): Promise<string> =>
  (await as(account, (query) => openRecord(query, of)))?.version ?? ''
const again = (account: string, version: string, relationship: Relationship = 'worker', of = record) =>
  as(account, (query) => keepLookAgain(query, { record: of, version, page: 'eligibility', relationship }))
const kept = () =>
  db.asOwner((query) =>
    query<{ record: string; account: string; name: string; relationship: string; page: string }>(
      'select record, account, name, relationship, page from roundtable.look order by id',
    ),
  )

test('keeps the look of whoever comes back, under their own name, as one that was kept at first', async () => {
  const version = await versionFor('a-wrk')
  const before = (await kept()).length
  await as('a-wrk', (query) => keepLook(query, record, 'eligibility', 'worker'))
  expect(await again('a-wrk', version)).toBe(true)
  const [first, second] = (await kept()).slice(before)
  expect(first).toEqual({
    record,
    account: 'a-wrk',
    name: 'Account of wrk',
    relationship: 'worker',
    page: 'eligibility',
  })
  expect(second).toEqual(first)
  const [latest] = await as('a-p', (query) => looks(query, record))
  expect(Date.parse(latest?.at ?? '')).toBeGreaterThan(0)
})

test('keeps nothing, and says so, where something was said meanwhile', async () => {
  const version = await versionFor('a-wrk')
  const head = (await as('a-wrk', (query) => openRecord(query, record)))?.head ?? 0
  const said = decodeEntry({
    id: 'asks-again',
    kind: 'review-asked',
    on: '2026-11-20',
    by: 'wrk',
    why: 'It is time.',
  })
  expect(await as('a-wrk', (query) => append(query, record, head, [said]))).toMatchObject({ kind: 'kept' })
  const before = await kept()
  expect(await again('a-wrk', version)).toBe(false)
  expect(await kept()).toEqual(before)
  expect(await again('a-wrk', await versionFor('a-wrk'))).toBe(true)
})

test('keeps nothing where who may do what was written anew, until the page was made anew', async () => {
  const version = await versionFor('a-wrk')
  await db.asOwner((query) =>
    query("delete from roundtable.policy where relationship = 'friend' and resource = 'people'"),
  )
  expect(await again('a-wrk', version)).toBe(false)
  await db.asOwner(keepPolicy)
  expect(await again('a-wrk', await versionFor('a-wrk'))).toBe(true)
})

test('keeps nothing for whoever shows the version of another, or says that they stand as another does', async () => {
  const [hers, workers] = [await versionFor('a-p'), await versionFor('a-wrk')]
  expect(hers).not.toBe(workers)
  const before = await kept()
  expect(await again('a-p', workers, 'self')).toBe(false)
  expect(await again('a-stranger', workers)).toBe(false)
  expect(await again('a-other-team', workers)).toBe(false)
  expect(await again('a-wrk', workers, 'manager')).toBe(false)
  expect(await again('a-wrk', await versionFor('a-other-team', other), 'worker', other)).toBe(false)
  expect(await again('a-wrk', '')).toBe(false)
  expect(await kept()).toEqual(before)
})

test('keeps nothing of somebody whose session has ended', async () => {
  const version = await versionFor('a-boss')
  expect(await again('a-boss', version, 'manager')).toBe(true)
  await db.sessions.end(tokens.get('a-boss') ?? '')
  const before = await kept()
  expect(await again('a-boss', version, 'manager')).toBe(false)
  expect(await kept()).toEqual(before)
})
