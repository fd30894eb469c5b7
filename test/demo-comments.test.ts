import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { day } from '../src/domain/dates/plain-date.ts'
import { bringComments } from '../src/exchange/demo-comments.ts'
import { demoAccounts, furnishRecords } from '../src/exchange/demo-council.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { modelLines } from '../src/commissioning/insight/view-model-lines.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The demonstration has a conversation about its model: once, however often it starts, and about lines that are there.

const ROOT = join(import.meta.dirname, '..')
const DEMO = join(ROOT, 'demo')
const ON = day('2026-11-22')

let db: TestDatabase
beforeEach(async () => {
  db = await testDatabase()
})
afterEach(() => db.drop())

test('three comments come in, once, each on a line of the model, the last one unread', async () => {
  expect(await bringComments(db, ON)).toBe(0)
  await furnishRecords(db, DEMO, await demoAccounts(DEMO))
  expect(await bringComments(db, ON)).toBe(3)
  expect(await bringComments(db, ON)).toBe(0)

  const comments = await db.asOwner((query) =>
    query<{ line: string; name: string | null; at: string; steps: number }>(
      `select c.line, c.name, to_char(c.at, 'YYYY-MM-DD') as at,
         (select count(*)::int from guarded.comment_step s where s.comment = c.id) as steps
       from guarded.comment c order by c.at`,
    ),
  )
  const lines = new Set(
    modelLines(await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))).map(({ key }) => key),
  )
  expect(comments.filter(({ line }) => !lines.has(line))).toEqual([])
  expect(comments.map(({ name, at, steps }) => [name?.split(' ')[0] ?? null, at, steps])).toEqual([
    ['Maria', '2026-10-06', 2],
    [null, '2026-11-02', 1],
    ['Karan', '2026-11-19', 0],
  ])
})
