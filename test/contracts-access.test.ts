import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContractValue } from '../src/commissioning/contracts/file.ts'
import {
  addNote,
  addVisits,
  appendToContract,
  contractsSeen,
  importContracts,
  notesOf,
  openContract,
  takeSeat,
  visitsOf,
} from '../src/commissioning/contracts/store.ts'
import { MAY_ADD } from '../src/commissioning/contracts/ways.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import type { Query } from '../src/platform/database/database.ts'
import { importRecord, keepAccounts } from '../src/record/log.ts'
import { ACCOUNTS, ACTORS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// Who sees what of a contract, and who may add what. The world’s record is p-1’s; p-2 and p-3 are nobody whom anybody here knows.
// p-1 and p-2 were passed on from the lead to a second provider, p-3 was not.

const raw = (id: string, kind: string, fields: Readonly<Record<string, unknown>>) => ({
  id,
  on: '2026-05-01',
  by: 'com',
  kind,
  ...fields,
})
const perPerson = (person: string) => [
  raw(`referred-${person}`, 'referred', { person }),
  raw(`accepted-${person}`, 'accepted', { referral: `referred-${person}`, by: 'lead' }),
  raw(`agreed-${person}`, 'outcome-agreed', {
    person,
    package: `${person}-1`,
    goal: 'Walk to the shop',
    weight: 1,
    from: '2026-05-01',
    due: '2026-12-31',
    estimate: [{ service: 'care', units: 10 }],
  }),
  raw(`claimed-${person}`, 'claimed', { outcome: `agreed-${person}`, by: 'lead' }),
]

const FILE = {
  format: 'roundtable/contract@1',
  contract: { id: 'c-1', name: 'Home care', council: 'Northmoor Council' },
  parties: [
    { id: 'com', name: 'Com Buyer', role: 'commissioner' },
    { id: 'lead', name: 'Lead Care', role: 'provider' },
    { id: 'sub', name: 'Second Care', role: 'provider' },
  ],
  entries: [
    raw('awarded', 'awarded', {
      provider: 'lead',
      manager: 'com',
      from: '2026-05-01',
      to: '2027-04-30',
      terms: {
        model: 'outcome-fee',
        services: [{ id: 'care', what: 'Home care', unit: 'hour' }],
        floor: 'sustainable-rate',
        guards: [],
        settled: 'month',
        measures: [],
        upfront: 0.2,
        anyway: 0,
        again: 91,
      },
    }),
    raw('rate', 'rate-set', { rate: 'contract', service: 'care', amount: 30, from: '2026-05-01' }),
    ...['p-1', 'p-2', 'p-3'].flatMap(perPerson),
    raw('passed', 'subcontracted', {
      by: 'lead',
      from: 'lead',
      to: 'sub',
      people: ['p-1', 'p-2'],
      rates: [{ service: 'care', amount: 25 }],
    }),
    raw('settled', 'settled', {
      from: '2026-05-01',
      to: '2026-05-31',
      on: '2026-06-01',
      amount: 10,
      parts: [{ from: '2026-05-01', to: '2026-05-31', amount: 10 }],
    }),
  ],
}
const ALL = FILE.entries.map(({ id }) => id)
const TERMS = ['awarded', 'rate']
const of = (person: string) =>
  ['referred', 'accepted', 'agreed', 'claimed'].map((what) => `${what}-${person}`)

let db: TestDatabase

const as = async <T>(account: string | undefined, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(account === undefined ? 'nobody' : await db.signIn(account), work)

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    ...ACCOUNTS,
    { id: 'buyer', name: 'Com Buyer', kind: 'staff', role: 'commissioner' },
    { id: 'money', name: 'Fin Ance', kind: 'staff', role: 'finance' },
    { id: 'lead', name: 'Lead Care', kind: 'staff', role: 'provider' },
    { id: 'sub', name: 'Second Care', kind: 'staff', role: 'provider' },
    { id: 'rival', name: 'Rival Care', kind: 'staff', role: 'provider' },
    { id: 'posing', name: 'Posing', kind: 'public', role: 'commissioner' },
  ])
  const record = await importRecord(db, worldRecord(), { link: worldLinks() })
  const read = readContractValue(FILE)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.mistakes))
  const link = new Map([
    ['com', 'buyer'],
    ['lead', 'lead'],
    ['sub', 'sub'],
  ])
  await importContracts(db, [{ contract: read.contract, link, people: new Map([['p-1', record]]) }])
  await as('lead', (query) =>
    addVisits(
      query,
      'c-1',
      ['p-1', 'p-2', 'p-3'].map((person, index) => ({
        visit: `v-${person}`,
        person,
        day: day('2026-06-03'),
        service: 'care',
        line: 'L1',
        worker: 'w-1',
        plannedStart: `2026-06-03T0${index + 6}:00:00Z`,
        plannedEnd: `2026-06-03T0${index + 6}:30:00Z`,
        started: `2026-06-03T0${index + 6}:00:00Z`,
        ended: `2026-06-03T0${index + 6}:30:00Z`,
        state: 'made' as const,
        agreed: 0,
      })),
      'june.csv',
    ),
  )
  await as('buyer', (query) =>
    addNote(query, 'c-1', { kind: 'flag', flag: 'creaming', says: 'Let us talk.' }, 'k1'),
  )
  await as('buyer', (query) =>
    addNote(query, 'c-1', { kind: 'sample', seed: 7, on: '2026-06-01', outcomes: ['agreed-p-1'] }, 'k2'),
  )
})
afterAll(() => db.drop())

const entriesSeen = (account: string | undefined) =>
  as(account, async (query) =>
    (await openContract(query, 'c-1'))?.file.entries.map(({ id }) => id).toSorted(),
  )
const visitsSeen = (account: string | undefined) =>
  as(account, async (query) =>
    (
      await query<{ person: string }>(
        'select person from roundtable.visit where contract = $1 order by person',
        ['c-1'],
      )
    ).map(({ person }) => person),
  )

describe('who sees what of a contract', () => {
  test.each(['buyer', 'money', 'lead', 'a-fin'])('%s sees all of it', async (account) => {
    expect(await entriesSeen(account)).toEqual(ALL.toSorted())
    expect(await visitsSeen(account)).toEqual(['p-1', 'p-2', 'p-3'])
  })

  test('a provider that it was passed on to sees the people who were passed on, and no settlement', async () => {
    expect(await entriesSeen('sub')).toEqual([...TERMS, ...of('p-1'), ...of('p-2'), 'passed'].toSorted())
    expect(await visitsSeen('sub')).toEqual(['p-1', 'p-2'])
  })

  /** Those who stand to p-1’s record so that they are told what concerns p-1, by the name of the actor in the world. */
  const TOLD = [
    'self',
    'attorney',
    'deputy',
    'advocate',
    'worker',
    'professional',
    'manager',
    'team',
    'manager of the team',
  ]

  test.each(ACTORS.filter(({ name }) => name !== 'finance').map((actor) => [actor.name, actor.account]))(
    '%s of p-1’s record',
    async (name, account) => {
      const told = TOLD.includes(name)
      expect(await entriesSeen(account)).toEqual(
        told ? [...TERMS, ...of('p-1'), 'passed'].toSorted() : undefined,
      )
      expect(await visitsSeen(account)).toEqual(told ? ['p-1'] : [])
      const lines = await as(account, contractsSeen)
      expect(lines.map(({ people }) => people)).toEqual(told ? [1] : [])
    },
  )

  test('of the chain they see the link with nobody else in it, and no price', async () => {
    const opened = await as('a-p', (query) => openContract(query, 'c-1'))
    const passed = opened?.file.entries.find(({ id }) => id === 'passed')
    expect(passed).toMatchObject({ from: 'lead', to: 'sub', people: ['p-1'] })
    expect(passed).not.toHaveProperty('rates')
  })

  test.each(['rival', 'posing', 'a-stranger', undefined])(
    '%s does not learn that there is a contract',
    async (account) => {
      expect(await entriesSeen(account)).toBeUndefined()
      expect(await visitsSeen(account)).toEqual([])
      expect(await as(account, contractsSeen)).toEqual([])
      for (const table of [
        'contract',
        'contract_party',
        'contract_entry',
        'contract_person',
        'contract_giver',
        'contract_note',
        'visit_batch',
        'visit',
      ])
        expect(await as(account, (query) => query(`select 1 from roundtable.${table}`))).toEqual([])
    },
  )

  test('whose record a reference means is told to those who may see the record, and to no commissioner', async () => {
    const links = (account: string) =>
      as(account, (query) => query('select person from roundtable.contract_person'))
    expect(await links('a-wrk')).toHaveLength(1)
    expect(await links('a-p')).toHaveLength(1)
    expect(await links('buyer')).toEqual([])
    expect(await links('lead')).toEqual([])
    expect(await links('a-other-team')).toEqual([])
    const opened = await as('a-wrk', (query) => openContract(query, 'c-1'))
    expect([...(opened?.people.values() ?? [])].map(({ name }) => name)).toEqual(['Petra Lind'])
  })

  test('a provider reads what is asked of it, and not whose outcomes were drawn', async () => {
    const kinds = async (account: string) =>
      (await as(account, (query) => notesOf(query, 'c-1'))).map(({ body }) => body.kind)
    expect(await kinds('buyer')).toEqual(['flag', 'sample'])
    expect(await kinds('lead')).toEqual(['flag'])
    expect(await kinds('sub')).toEqual([])
    expect(await kinds('a-wrk')).toEqual([])
    expect(await kinds('a-p')).toEqual([])
  })

  test('one person’s visits', async () => {
    const asked = { contract: 'c-1', person: 'p-1', from: day('2026-06-01'), to: day('2026-06-30') }
    expect(await as('a-p', (query) => visitsOf(query, asked))).toMatchObject([
      { visit: 'v-p-1', started: '2026-06-03T06:00:00Z', state: 'made', turn: 0 },
    ])
    expect(await as('a-p', (query) => visitsOf(query, { ...asked, person: 'p-2' }))).toEqual([])
  })
})

/** Each kind once, about p-1 where it is about somebody; by whom is put in. */
const TRIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'rate-set': { rate: 'contract', service: 'care', amount: 31, from: '2027-01-01' },
  referred: { person: 'p-1' },
  accepted: { referral: 'referred-p-1' },
  declined: { referral: 'referred-p-1', why: 'x' },
  'outcome-agreed': {
    person: 'p-1',
    package: 'p-1-2',
    goal: 'Cook',
    weight: 1,
    from: '2026-07-01',
    due: '2026-12-31',
    estimate: [],
  },
  delivered: {
    person: 'p-1',
    service: 'care',
    line: 'L1',
    from: '2026-05-01',
    to: '2026-05-31',
    planned: 1,
    delivered: 1,
  },
  claimed: { outcome: 'agreed-p-1' },
  confirmed: { outcome: 'agreed-p-1', reached: true },
  contested: { of: 'agreed-p-1', why: 'x' },
  excluded: { outcome: 'agreed-p-1', reason: 'other', why: 'x', approver: 'com' },
  remeasured: { person: 'p-1', level: 2 },
  challenged: { person: 'p-1', says: 'x' },
  varied: { person: 'p-1', from: '2026-07-01', says: 'x' },
  'handed-back': { person: 'p-1', why: 'x' },
  settled: { from: '2026-06-01', to: '2026-06-30', amount: 1, parts: [] },
  paid: { settlement: 'settled', amount: 1 },
  adjusted: { from: '2026-06-01', to: '2026-06-30', amount: 1, why: 'x', approver: 'com' },
  ended: { why: 'x' },
  awarded: { provider: 'rival' },
}

/** Past everything that the service checks: the statement itself. Undone again, so that each try finds the same ledger. */
async function tryToAdd(account: string, kind: string, by: string, person = 'p-1'): Promise<boolean> {
  const fields = JSON.parse(JSON.stringify(TRIES[kind]).replaceAll('p-1', person)) as object
  const body = { id: 'new', on: '2026-06-10', kind, ...fields, by }
  try {
    await as(account, async (query) => {
      const [held] = await query<{ head: number; head_hash: Buffer; written_at: string; actor: string }>(
        'select * from roundtable.hold_contract($1, null)',
        ['c-1'],
      )
      if (held === undefined) throw new Error('denied')
      await query(
        `insert into roundtable.contract_entry (contract, number, body, written_at, written_by, before, hash)
         values ('c-1', $1, $2, $3, $4, $5, sha256('x'))`,
        [held.head + 1, JSON.stringify(body), held.written_at, held.actor, held.head_hash],
      )
      throw new Error('undo')
    })
  } catch (error) {
    return error instanceof Error && error.message === 'undo'
  }
  return false
}

describe('who may add what to a contract', () => {
  const KINDS = Object.keys(TRIES)
  const allowed = async (account: string, by: string, person?: string) => {
    const found: string[] = []
    for (const kind of KINDS) if (await tryToAdd(account, kind, by, person)) found.push(kind)
    return found.toSorted()
  }

  test('the council’s commissioning', async () => {
    expect(await allowed('buyer', 'com')).toEqual([
      'adjusted',
      'ended',
      'excluded',
      'paid',
      'rate-set',
      'referred',
      'settled',
      'varied',
    ])
  })
  test('the provider, in its own name', async () => {
    const its = ['accepted', 'claimed', 'contested', 'declined', 'delivered', 'handed-back']
    expect(await allowed('lead', 'lead')).toEqual(its)
    expect(await allowed('sub', 'sub')).toEqual(its)
    expect(await allowed('sub', 'sub', 'p-3')).toEqual([])
    expect(await allowed('sub', 'lead')).toEqual([])
    expect(await allowed('lead', 'p-1')).toEqual([])
  })
  test('the person, in their own name: nothing is reached because somebody else says so', async () => {
    const own = ['confirmed', 'contested', 'outcome-agreed']
    expect(await allowed('a-p', 'p-1')).toEqual(own)
    expect(await allowed('a-att', 'p-1')).toEqual(own)
    expect(await allowed('a-adv', 'p-1')).toEqual(own)
    expect(await allowed('a-wrk', 'p-1')).toEqual(own)
    expect(await allowed('a-p', 'p-2', 'p-2')).toEqual([])
    for (const account of ['a-car', 'a-fam', 'a-fri', 'a-nhs', 'a-bro', 'a-pvd', 'a-pro', 'rival', 'buyer'])
      expect(await allowed(account, 'p-1')).toEqual([])
  })
  test('a social worker sits down as one, and challenges', async () => {
    const challenge: ContractEntry = {
      id: 'challenged-1',
      kind: 'challenged',
      on: day('2026-06-10'),
      by: 'a-cover',
      person: 'p-1',
      says: 'Nobody has walked with her since May.',
    }
    expect(await as('a-cover', (query) => appendToContract(query, 'c-1', [challenge]))).toMatchObject({
      kind: 'wrong',
    })
    expect(await as('a-cover', (query) => takeSeat(query, 'c-1', 'manager'))).toBeUndefined()
    expect(await as('a-other-team', (query) => takeSeat(query, 'c-1', 'social-worker'))).toBeUndefined()
    const kept = await as('a-cover', async (query) => {
      expect(await takeSeat(query, 'c-1', 'social-worker')).toBe('a-cover')
      return appendToContract(query, 'c-1', [challenge], { key: 'k' })
    })
    expect(kept).toMatchObject({ kind: 'kept' })
    // The same form twice is one challenge; another one under its key is told apart.
    expect(await as('a-cover', (query) => appendToContract(query, 'c-1', [challenge], { key: 'k' }))).toEqual(
      kept,
    )
    const other = { ...challenge, says: 'Something else.' }
    expect(
      await as('a-cover', (query) => appendToContract(query, 'c-1', [other], { key: 'k' })),
    ).toMatchObject({ kind: 'key-reused' })
  })
  test('what the database holds of who may add is what the code says', async () => {
    const rows = await db.asOwner((query) =>
      query<{ kind: string; way: string }>('select kind, way from roundtable.contract_may_add'),
    )
    const inCode = Object.entries(MAY_ADD).flatMap(([kind, ways]) => ways.map((way) => `${kind} ${way}`))
    expect(rows.map(({ kind, way }) => `${kind} ${way}`).toSorted()).toEqual(inCode.toSorted())
  })
  test.each([
    ['changes the ledger', 'update roundtable.contract_entry set body = body'],
    ['empties it', 'delete from roundtable.contract_entry'],
    ['changes a visit', "update roundtable.visit set state = 'missed'"],
    ['takes a visit away', 'delete from roundtable.visit'],
    ['reads a month of visits beside the wall', 'select * from roundtable.visit_2026_06'],
    ['links a record', "insert into roundtable.contract_person select 'c-1', 'p-2', gen_random_uuid()"],
    ['makes itself a giver', "insert into roundtable.contract_giver values ('c-1', 'p-3', 'sub', 'sub')"],
    ['makes the list anew', "select roundtable.rebuild_givers('c-1')"],
    ['says who may add', "insert into roundtable.contract_may_add values ('paid', 'giver')"],
    [
      'adds to a batch that is closed',
      "insert into roundtable.visit (contract, person, day, visit, service, line, worker, planned_start, planned_end, state, batch) select 'c-1', 'p-1', '2026-06-04', 'late', 'care', 'L1', '', now(), now() + interval '1 hour', 'missed', 1",
    ],
  ])('a provider %s: refused', async (_name, statement) => {
    await expect(as('lead', (query) => query(statement))).rejects.toThrow()
  })
})
