import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeContractText } from '../src/commissioning/contracts/file.ts'
import {
  type NewVisit,
  addVisits,
  appendToContract,
  exportContract,
  importContracts,
  openContract,
  verifyContracts,
  visitLog,
  visitsOf,
} from '../src/commissioning/contracts/store.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { foldContract } from '../src/domain/contracts/ledger.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { pence } from '../src/domain/money/pence.ts'
import { demoAccounts, furnishDemo } from '../src/exchange/demo-council.ts'
import type { Query } from '../src/platform/database/database.ts'
import { backup, restore } from '../src/record/log.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The ledgers of the demonstration in the database: out as they came in, only ever added to, and whole.

const DEMO = join(import.meta.dirname, '..', 'demo')
let db: TestDatabase
const as = async <T>(account: string, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(await db.signIn(account), work)

beforeAll(async () => {
  db = await testDatabase()
  await furnishDemo(db, DEMO, await demoAccounts(DEMO))
})
afterAll(() => db.drop())

const names = readdirSync(join(DEMO, 'contracts')).filter((name) => name.endsWith('.contract.json'))

describe('contracts in the database', () => {
  test.each(names)('%s goes out as it came in, byte for byte', async (name) => {
    const text = readFileSync(join(DEMO, 'contracts', name), 'utf8')
    const { contract } = JSON.parse(text) as { contract: { id: string } }
    const kept = await db.asOwner((query) => exportContract(query, contract.id))
    expect(kept === undefined ? '' : writeContractText(kept)).toBe(text)
  })

  test('a contract that is there already is not brought in again, and nothing beside it', async () => {
    const kept = await db.asOwner((query) => exportContract(query, 'town-wards'))
    if (kept === undefined) throw new Error('not there')
    const fresh = { ...kept, contract: { ...kept.contract, id: 'fresh' } }
    expect(await importContracts(db, [{ contract: fresh }, { contract: kept }])).toEqual({
      kind: 'there-already',
      id: 'town-wards',
    })
    expect(await db.asOwner((query) => exportContract(query, 'fresh'))).toBeUndefined()
  })

  test('everything verifies, and Sunita’s year of visits is there', async () => {
    const { contracts, faults } = await verifyContracts(db)
    expect({ contracts, faults }).toEqual({ contracts: names.length, faults: [] })
    const visits = await as('sunita-vallory', (query) =>
      visitsOf(query, {
        contract: 'back-on-your-feet',
        person: 'r-01',
        from: day('2026-05-12'),
        to: day('2026-05-12'),
      }),
    )
    expect(visits.map(({ plannedStart, line }) => [plannedStart, line])).toEqual([
      ['2026-05-12T07:15:00Z', 'L1'],
      ['2026-05-12T11:30:00Z', 'L2'],
      ['2026-05-12T18:30:00Z', 'L1'],
    ])
  })

  test('the database puts every entry where the code does', async () => {
    const rows = await db.asOwner((query) =>
      query<{ contract: string; id: string }>(
        `select e.contract, e.id from roundtable.contract_entry e
         cross join lateral roundtable.place_in_contract(e.contract, e.body) p
         where (p.reach, p.person) is distinct from (e.reach, e.person)`,
      ),
    )
    expect(rows).toEqual([])
  })

  test('the visits of a month come to what was written down of it', async () => {
    const october = { from: day('2026-10-01'), to: day('2026-10-31') }
    const { opened, log } = await as('ama-boateng', async (query) => ({
      opened: await openContract(query, 'back-on-your-feet'),
      log: await visitLog(query, 'back-on-your-feet', [october], new Map([['home-care', 'hour']])),
    }))
    const ledger = opened && foldContract(opened.file, day('2026-11-21'))
    const written = ledger?.care.filter(({ person, from }) => person === 'r-01' && from === october.from)
    const summed = log?.care.filter(({ person }) => person === 'r-01')
    const inBrief = (care: typeof written) =>
      care
        ?.map(({ line, visits, missed, planned }) => [line, visits, missed, Math.round(planned * 100)])
        .toSorted()
    expect(inBrief(summed)).toHaveLength(2)
    expect(inBrief(summed)).toEqual(inBrief(written))
  })
})

const rate: ContractEntry = {
  id: 'rate-new',
  kind: 'rate-set',
  on: day('2026-11-21'),
  by: 'ama-boateng',
  rate: 'contract',
  service: 'home-care',
  amount: pence<'unit'>(2900),
  from: day('2026-12-01'),
}

describe('adding', () => {
  const head = (account: string) =>
    as(account, async (query) => (await openContract(query, 'home-care-east'))?.head)

  test('what does not fit the ledger is named, and the ledger is as it was', async () => {
    const before = await head('ama-boateng')
    const tries: readonly (readonly [ContractEntry, string])[] = [
      [{ ...rate, from: day('2026-10-01') }, 'from'],
      [{ ...rate, id: 'awarded-1' }, 'id'],
      [{ ...rate, service: 'dancing' }, 'service'],
      [{ ...rate, by: 'nobody' }, 'by'],
      [{ ...rate, on: day('2026-01-01'), from: day('2026-12-01') }, 'on'],
    ]
    for (const [entry, path] of tries) {
      const kept = await as('ama-boateng', (query) => appendToContract(query, 'home-care-east', [entry]))
      expect(kept.kind === 'wrong' ? kept.mistakes.map((each) => each.path) : kept.kind).toContain(path)
    }
    expect(await head('ama-boateng')).toBe(before)
  })

  test('kept once, chained, seen by the provider, and told to whoever was slower', async () => {
    const before = await head('ama-boateng')
    const kept = await as('ama-boateng', (query) =>
      appendToContract(query, 'home-care-east', [rate], { expectedHead: before, key: 'one' }),
    )
    expect(kept).toEqual({ kind: 'kept', head: (before ?? 0) + 1 })
    const slower = { ...rate, id: 'rate-slower' }
    expect(
      await as('tobias-winterflood', (query) =>
        appendToContract(query, 'home-care-east', [{ ...slower, by: 'tobias-winterflood' }], {
          expectedHead: before,
        }),
      ),
    ).toMatchObject({ kind: 'overtaken', since: [{ id: 'rate-new' }] })
    const opened = await as('northmoor-homecare', (query) => openContract(query, 'home-care-east'))
    expect(opened?.file.entries.at(-1)).toEqual(rate)
    expect((await verifyContracts(db)).faults).toEqual([])
  })

  test('a provider does not set its own rate', async () => {
    const own = { ...rate, id: 'rate-own', by: 'northmoor-homecare' }
    expect(
      await as('northmoor-homecare', (query) => appendToContract(query, 'home-care-east', [own])),
    ).toEqual({ kind: 'denied' })
  })
})

const visit = (more: Partial<NewVisit>): NewVisit => ({
  visit: 'new-1',
  person: 'r-01',
  day: day('2026-11-21'),
  service: 'home-care',
  line: 'L1',
  worker: 'w-99',
  plannedStart: '2026-11-21T08:00:00Z',
  plannedEnd: '2026-11-21T08:45:00Z',
  started: '2026-11-21T08:02:00Z',
  ended: '2026-11-21T08:44:00Z',
  state: 'made',
  agreed: 0,
  ...more,
})

describe('visits', () => {
  const add = (visits: readonly NewVisit[], account = 'northmoor-homecare') =>
    as(account, (query) => addVisits(query, 'back-on-your-feet', visits, 'typed in'))

  test('one bad visit refuses them all; what is put right stands beside what was logged', async () => {
    expect(await add([visit({})])).toMatchObject({ kind: 'kept', visits: 1 })
    const elsewhere = visit({ visit: 'new-2', person: 'r-03', started: '2026-11-21T08:30:00Z' })
    expect(await add([visit({ visit: 'new-3', worker: 'w-98' }), elsewhere])).toEqual({
      kind: 'wrong',
      mistakes: [{ path: 'visit new-2', says: 'w-99 was with r-01 at that time (visit new-1)' }],
    })
    expect(await add([visit({})])).toMatchObject({
      mistakes: [{ says: 'it was brought in before: say why it is put right' }],
    })
    const { started: _started, ended: _ended, ...planned } = visit({})
    expect(
      await add([{ ...planned, day: day('2026-11-20'), state: 'missed', why: 'Another day.' }]),
    ).toMatchObject({ mistakes: [{ says: 'it was to be on 2026-11-21: it is put right on that day' }] })
    expect(await add([visit({ visit: 'none', worker: 'w-97', why: 'x' })])).toMatchObject({
      mistakes: [{ says: 'it puts right a visit that is not there' }],
    })
    expect(
      await add([{ ...planned, state: 'missed', why: 'Nobody came; the log was of another house.' }]),
    ).toMatchObject({ kind: 'kept' })
    const asked = {
      contract: 'back-on-your-feet',
      person: 'r-01',
      from: day('2026-11-21'),
      to: day('2026-11-21'),
    }
    expect(await as('sunita-vallory', (query) => visitsOf(query, asked))).toMatchObject([
      { visit: 'new-1', turn: 1, state: 'missed', why: 'Nobody came; the log was of another house.' },
    ])
  })

  test('nobody else brings them in', async () => {
    expect(await add([visit({ visit: 'x' })], 'saltmarsh-living')).toEqual({ kind: 'denied' })
    expect(await add([visit({ visit: 'x' })], 'sunita-vallory')).toEqual({ kind: 'denied' })
  })
})

describe('a backup', () => {
  test('holds contracts, notes and visits, and what is restored is whole', async () => {
    const lines: string[] = []
    await backup(db, (line) => void lines.push(line))
    const into = await testDatabase()
    try {
      await restore(into, lines)
      const { contracts, faults, visits } = await verifyContracts(into)
      expect({ contracts, faults }).toEqual({ contracts: names.length, faults: [] })
      expect(visits).toBe((await verifyContracts(db)).visits)
    } finally {
      await into.drop()
    }
  })
})

describe('whoever changes a contract behind the service’s back is found out', () => {
  test.each([
    [
      'an entry',
      `update roundtable.contract_entry set body = jsonb_set(body, '{amount}', '1') where id = 'settled-3' and contract = 'town-wards'`,
    ],
    [
      'the end',
      `delete from roundtable.contract_entry where contract = 'town-wards' and number = (select max(number) from roundtable.contract_entry where contract = 'town-wards')`,
    ],
    [
      'who sees an entry',
      `update roundtable.contract_entry set reach = 'terms' where id = 'settled-3' and contract = 'town-wards'`,
    ],
    [
      'a visit',
      `update roundtable.visit set state = 'missed', started = null, ended = null where contract = 'town-wards' and visit = 'tt-0001'`,
    ],
    ['a visit that goes', `delete from roundtable.visit where contract = 'town-wards' and visit = 'tt-0001'`],
    [
      'a party',
      `update roundtable.contract_party set body = jsonb_set(body, '{name}', '"x"') where id = 'brightwater-care' and contract = 'town-wards'`,
    ],
    [
      'who supports whom',
      `delete from roundtable.contract_giver where contract = 'town-wards' and party = 'brightwater-care'`,
    ],
    ['a name', `update roundtable.contract set name = 'x' where id = 'town-wards'`],
  ])('%s', async (_what, statement) => {
    const before = (await verifyContracts(db)).faults
    expect(before).toEqual([])
    let faults: readonly { contract: string }[] = []
    await expect(
      db.asOwner(async (query) => {
        await query(statement)
        const inside = { ...db, asOwner: <T>(work: (within: Query) => Promise<T>) => work(asIs(query)) }
        faults = (await verifyContracts(inside)).faults
        throw new Error('undo')
      }),
    ).rejects.toThrow('undo')
    expect(faults.map(({ contract }) => contract)).toEqual(['town-wards'])
  })
})

/** The same transaction, in which nobody says again how it is isolated. */
const asIs =
  (query: Query): Query =>
  (text, values, name) =>
    text.startsWith('set transaction') ? Promise.resolve([]) : query(text, values, name)
