import { afterAll, beforeAll, expect, test } from 'vitest'
import { append, importRecord, keepAccounts, openRecord } from '../src/record/log.ts'
import { aRecord } from './a-record.ts'
import { type TestDatabase, testDatabase } from './database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

test('x', async () => {
  await keepAccounts(db, [{ id: 'ann', name: 'Ann', kind: 'public' }])
  const file = aRecord().supported().file()
  console.log(file.parties)
  const id = await importRecord(db, file, { link: new Map([[file.person.id, 'ann']]) })
  const open = await db.scoped(await db.signIn('ann'), (query) => openRecord(query, id))
  expect(open?.entries).toEqual(file.entries)
  expect(append).toBeDefined()
})
