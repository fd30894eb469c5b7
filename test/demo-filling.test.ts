import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { day } from '../src/domain/dates/plain-date.ts'
import { demoAccounts, furnishRecords } from '../src/exchange/demo-council.ts'
import { type DemoFilling, contractsInWords, fillDemo } from '../src/exchange/demo-filling.ts'
import { modelFrom } from '../src/exchange/published-model.ts'
import { verifyContracts } from '../src/commissioning/contracts/store.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// A demonstration that is killed in its first seconds has all that belongs to it after the next start, and nothing twice.

const ROOT = join(import.meta.dirname, '..')
const DEMO = join(ROOT, 'demo')
const model = await modelFrom(join(ROOT, 'allocation', 'northmoor-2026-27.yaml'))
const accounts = await demoAccounts(DEMO)

let db: TestDatabase
const said: string[] = []
const troubles: string[] = []
beforeEach(async () => {
  db = await testDatabase()
  said.length = 0
  troubles.length = 0
})
afterEach(() => db.drop())

const fill = (): DemoFilling =>
  fillDemo(db, {
    folder: DEMO,
    accounts,
    people: 0,
    on: day('2026-11-21'),
    model,
    say: (says) => void said.push(says),
    onTrouble: (says) => void troubles.push(says),
  })

const counted = async (text: string): Promise<number> => {
  const [row] = await db.asOwner((query) => query<{ n: number }>(text))
  return row?.n ?? -1
}
const contracts = () => counted('select count(*) as n from roundtable.contract')
const visits = () => counted('select count(*) as n from roundtable.visit')
const links = () => counted('select count(*) as n from roundtable.contract_person')
/** As long as a contract takes to come in; a filling that stands still lets the test run out of time. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => void setImmediate(resolve))
}

/** Eight files in `demo/contracts`, and as many rows as their logs of visits have after their heads. */
const CONTRACTS = 8
const VISITS = 579 + 738 + 165 + 275

describe('a demonstration that is killed in its first seconds', () => {
  test('between its records and its contracts: the next start brings them in, once', async () => {
    expect(await furnishRecords(db, DEMO, accounts)).toBe(12)
    expect(await contracts()).toBe(0)

    // The next start: the records are there, and none is put in again.
    expect(await furnishRecords(db, DEMO, accounts)).toBe(0)
    const filling = fill()
    await filling.ended
    expect(await contracts()).toBe(CONTRACTS)
    expect(await visits()).toBe(VISITS)
    expect(await links()).toBe(5)
    expect(said).toEqual([`${CONTRACTS} contracts with a year of visits are in.`])
    expect(filling.meanwhile()).toBeUndefined()

    // And the one after that finds all there, and says nothing.
    await fill().ended
    expect(await contracts()).toBe(CONTRACTS)
    expect(await visits()).toBe(VISITS)
    expect(said).toHaveLength(1)
    expect(troubles).toEqual([])
    expect((await verifyContracts(db)).faults).toEqual([])
  })

  test('between two contracts: those that are there are whole, and the next start goes on with the others', async () => {
    await furnishRecords(db, DEMO, accounts)
    const first = fill()
    await until(async () => (await contracts()) > 0)
    expect(first.meanwhile()).toMatch(/^The contracts are still being brought in: \d of 8 are here\./)
    await first.stop()
    const some = await contracts()
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(CONTRACTS)

    await fill().ended
    expect(await contracts()).toBe(CONTRACTS)
    expect(await visits()).toBe(VISITS)
    expect(troubles).toEqual([])
    expect((await verifyContracts(db)).faults).toEqual([])
  })

  test('two starts at once put nothing in twice', async () => {
    const put = await Promise.all([furnishRecords(db, DEMO, accounts), furnishRecords(db, DEMO, accounts)])
    expect(put.toSorted((a, b) => a - b)).toEqual([0, 12])
    await Promise.all([fill().ended, fill().ended])
    expect(await contracts()).toBe(CONTRACTS)
    expect(await visits()).toBe(VISITS)
    expect(await counted('select count(*) as n from roundtable.record')).toBe(12)
    expect(troubles).toEqual([])
  })

  test('in the midst of its records: none of them is there', async () => {
    const broken = {
      ...db,
      asOwner: (work) =>
        db.asOwner(async (query) => {
          const result = await work(query)
          if ((await query('select from roundtable.record limit 1')).length > 0) throw new Error('killed')
          return result
        }),
    } satisfies TestDatabase
    await expect(furnishRecords(broken, DEMO, accounts)).rejects.toThrow('killed')
    expect(await counted('select count(*) as n from roundtable.record')).toBe(0)
    expect(await counted('select count(*) as n from roundtable.address')).toBe(0)
    expect(await furnishRecords(db, DEMO, accounts)).toBe(12)
    expect(await counted('select count(*) as n from roundtable.address')).toBeGreaterThan(10)
  })
})

test('a database that is not the demonstration’s is left alone', async () => {
  await fill().ended
  expect(await contracts()).toBe(0)
})

test('what is told meanwhile', () => {
  expect(contractsInWords(undefined)).toBeUndefined()
  expect(contractsInWords({ here: 3, of: 8 })).toBe(
    'The contracts are still being brought in: 3 of 8 are here. Pages about contracts, providers and what came of support are not whole until all are.',
  )
})
