import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../src/domain/dates/plain-date.ts'
import { COLLEAGUES } from '../src/domain/population/invent/at-the-table.ts'
import { USUAL_FAULTS } from '../src/domain/population/invent/faults.ts'
import { invent } from '../src/domain/population/invent/invent.ts'
import { demoAccounts, furnishDemo } from '../src/exchange/demo-council.ts'
import { type FillSettings, type Progress, fillWithInvented, inWords } from '../src/exchange/demo-invented.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { exportWhole } from '../src/record/log.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The invented people of the demonstration come in behind the service: whole, once, and beside the hand-written ones.

const ROOT = join(import.meta.dirname, '..')
const DEMO = join(ROOT, 'demo')
const ON = day('2026-11-21')
const model = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))

let db: TestDatabase
const troubles: string[] = []
const settings = (people: number): FillSettings => ({
  people,
  on: ON,
  model,
  onTrouble: (says) => void troubles.push(says),
})

const invented = () =>
  db.asOwner((query) =>
    query<{ id: string; person: string }>(
      "select id, person_party as person from roundtable.record where person_party like 'invented-%' order by opened_at, id",
    ),
  )
/** How many records each account sees by its own right, the invented staff apart. */
const caseloads = () =>
  db.asOwner((query) =>
    query<{ account: string; records: string }>(
      `select account, count(distinct record) as records from roundtable.access
       where account is not null and account <> all ($1) group by account order by account`,
      [COLLEAGUES.map(({ id }) => id)],
    ),
  )

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

describe('filling Northmoor', () => {
  test('leaves a database alone that is not Northmoor', async () => {
    const filling = fillWithInvented(db, settings(5))
    await filling.ended
    expect(await invented()).toEqual([])
    expect(filling.progress()).toBeUndefined()
  })

  test('stopped half way, the next start goes on, and a third finds it done', async () => {
    await furnishDemo(db, DEMO, await demoAccounts(DEMO))
    const before = await caseloads()
    const half = fillWithInvented(db, settings(30))
    while ((await invented()).length === 0) await new Promise((resolve) => void setTimeout(resolve, 5))
    await half.stop()
    const some = await invented()
    expect(some.length).toBeGreaterThan(0)
    expect(some.length).toBeLessThan(30)

    const dones: number[] = []
    const rest = fillWithInvented(db, { ...settings(30), onDone: (people) => void dones.push(people) })
    await rest.ended
    const all = await invented()
    expect(all).toHaveLength(30)
    expect(new Set(all.map(({ person }) => person)).size).toBe(30)
    expect(dones).toEqual([30 - some.length])
    expect(rest.progress()).toBeUndefined()

    await fillWithInvented(db, { ...settings(30), onDone: (people) => void dones.push(people) }).ended
    expect(await invented()).toEqual(all)
    expect(dones).toHaveLength(1)
    expect(troubles).toEqual([])
    expect(await caseloads()).toEqual(before)
  })

  test('every record is the one that the seed gives, and its team sees it', async () => {
    const ids = new Map((await invented()).map(({ id, person }) => [person, id]))
    for (const { record, traits } of invent({
      people: 30,
      seed: 2026,
      faults: USUAL_FAULTS,
      on: ON,
      model,
    })) {
      const id = ids.get(record.person.id) ?? ''
      expect(await db.asOwner((query) => exportWhole(query, id))).toEqual(record)
      const hasWorker = record.entries.some(({ kind }) => kind === 'worker')
      const teams = await db.asOwner((query) =>
        query<{ team: string }>(
          'select distinct team from roundtable.access where record = $1 and team is not null',
          [id],
        ),
      )
      expect(teams.map(({ team }) => team)).toEqual(hasWorker ? [traits.area] : [])
    }
  })

  test('more people than before come in beside those who are there', async () => {
    const before = await invented()
    const filling = fillWithInvented(db, settings(33))
    await filling.ended
    const after = await invented()
    expect(after).toHaveLength(33)
    expect(before.every(({ id }) => after.some((one) => one.id === id))).toBe(true)
  })

  test('a day before there were prices is told, and nothing is made', async () => {
    await fillWithInvented(db, { ...settings(40), on: day('2025-05-01') }).ended
    expect(await invented()).toHaveLength(33)
    expect(troubles).toEqual([
      'No people were invented. The model has prices from 2025-04-01. A council can be invented for a day at least 183 days later.',
    ])
  })

  test.each<readonly [Progress | undefined, string | undefined]>([
    [undefined, undefined],
    [
      { here: 1420, of: 2000 },
      'Northmoor is still being filled: 1,420 of 2,000 invented people are here. Figures and lists grow until all are.',
    ],
  ])('%j is told to staff', (progress, says) => {
    expect(inWords(progress)).toBe(says)
  })
})
