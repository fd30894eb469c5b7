import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addByCouncil,
  candidateBy,
  candidatesFor,
  exportContract,
  importContracts,
  openLedger,
  takeSeat,
  verifyContracts,
  wasSent,
  whoCanSit,
} from '../src/commissioning/contracts/store.ts'
import { aContract, indicators } from '../src/domain/contracts/a-contract.ts'
import type { ContractEntry, ContractFile } from '../src/domain/contracts/entries.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import type { Query } from '../src/platform/database/database.ts'
import { codeOf } from '../src/platform/database/trouble.ts'
import { catalogueFaults } from '../src/platform/database/walls.ts'
import { importRecord, keepAccounts } from '../src/record/log.ts'
import { digestOf } from '../src/record/log-hash.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// What the council’s buyers write beyond a ledger’s own entries, tried as statements, past everything that the service checks: the
// database alone says who may open a contract, say whose record a reference means, and write in a reviewer’s name.

const TODAY = day('2026-11-21')
let db: TestDatabase
let record: string

const as = async <T>(account: string | undefined, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(account === undefined ? 'nobody' : await db.signIn(account), work)

const OTHERS = [
  undefined,
  // Finance is one of the council’s buyers.
  ...ACCOUNTS.flatMap(({ id, role }) => (role === 'finance' ? [] : [id])),
  'homely',
  'posing',
  'gone',
] as const

const PARTIES: ContractFile['parties'] = [
  { id: 'buyer', name: 'Com Buyer', role: 'commissioner' },
  { id: 'money', name: 'Fin Ance', role: 'finance' },
  { id: 'homely', name: 'Homely Care', role: 'provider' },
]

/** A contract as the pages make one. */
function aNewOne(id: string, more: Partial<ContractFile> = {}): ContractFile {
  const { file } = aContract(indicators()).priced(30, 28)
  const entries = file.entries.map(
    (entry): ContractEntry =>
      entry.kind === 'awarded'
        ? { ...entry, by: 'buyer', provider: 'homely', manager: 'money' }
        : { ...entry, by: 'buyer' },
  )
  return { ...file, contract: { ...file.contract, id }, parties: PARTIES, entries, ...more }
}

const contracts = () =>
  db.asOwner((query) => query<{ id: string }>('select id from roundtable.contract order by id'))

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    ...ACCOUNTS,
    { id: 'buyer', name: 'Com Buyer', kind: 'staff', role: 'commissioner' },
    { id: 'money', name: 'Fin Ance', kind: 'staff', role: 'finance' },
    { id: 'homely', name: 'Homely Care', kind: 'staff', role: 'provider' },
    { id: 'posing', name: 'Posing', kind: 'public', role: 'commissioner' },
    { id: 'gone', name: 'Gone', kind: 'staff', role: 'commissioner', active: false },
  ])
  record = await importRecord(db, worldRecord(), { link: worldLinks() })
  const { file } = aContract(indicators())
    .referred('p-1', 'p-2')
    .and('outcome-agreed', {
      id: 'agreed-1',
      person: 'p-1',
      package: 'p-1-1',
      goal: 'Walk to the shop',
      weight: 1,
      from: day('2026-05-01'),
      due: day('2026-12-31'),
      estimate: [],
    })
  const link = new Map([
    ['ama', 'buyer'],
    ['homely', 'a-pvd'],
  ])
  await importContracts(db, [{ contract: file, link }])
})
afterAll(() => db.drop())

const sound = async () => expect((await verifyContracts(db)).faults).toEqual([])

describe('a contract that was not there before', () => {
  test('a buyer opens it with the service’s own rights, signed and chained', async () => {
    expect(await as('buyer', (query) => openLedger(query, aNewOne('west')))).toEqual({
      kind: 'kept',
      id: 'west',
    })
    expect(await db.asOwner((query) => exportContract(query, 'west'))).toEqual(aNewOne('west'))
    const rows = await db.asOwner((query) =>
      query<{ written_by: string }>(
        "select distinct written_by from roundtable.contract_entry where contract = 'west'",
      ),
    )
    expect(rows).toEqual([{ written_by: 'buyer' }])
    await sound()
  })

  test('sent twice, and twice at once, it is opened once; another one of its name is not', async () => {
    const both = await Promise.all(
      [1, 2].map(() => as('buyer', (query) => openLedger(query, aNewOne('twice')))),
    )
    expect(both).toEqual([
      { kind: 'kept', id: 'twice' },
      { kind: 'kept', id: 'twice' },
    ])
    expect(await as('buyer', (query) => openLedger(query, aNewOne('twice')))).toMatchObject({ kind: 'kept' })
    const { contract } = aNewOne('twice')
    const other = aNewOne('twice', { contract: { ...contract, name: 'Another' } })
    expect(await as('buyer', (query) => openLedger(query, other))).toEqual({ kind: 'there-already' })
    await sound()
  })

  test.each(OTHERS)('%s opens none', async (account) => {
    const before = await contracts()
    expect(await as(account, (query) => openLedger(query, aNewOne(`of-${account}`)))).toEqual({
      kind: 'denied',
    })
    expect(await contracts()).toEqual(before)
  })

  const award = (
    change: (entry: ContractEntry & { kind: 'awarded' }) => ContractEntry,
  ): Partial<ContractFile> => ({
    entries: aNewOne('x').entries.map((entry) => (entry.kind === 'awarded' ? change(entry) : entry)),
  })
  const parties = (change: (party: ContractFile['parties'][number]) => ContractFile['parties'][number]) => ({
    parties: PARTIES.map(change),
  })
  const refusals: readonly (readonly [string, Partial<ContractFile>])[] = [
    ['without the floor', award((entry) => ({ ...entry, terms: { ...entry.terms, floor: 'none' } }))],
    ['in the name of a colleague', award((entry) => ({ ...entry, by: 'money' }))],
    ['awarded to itself', award((entry) => ({ ...entry, provider: 'money' }))],
    ['answered for by the provider', award((entry) => ({ ...entry, manager: 'homely' }))],
    ['without an award', { entries: aNewOne('x').entries.slice(1) }],
    ['with nothing in it', { entries: [] }],
    [
      'with more than prices after the award',
      {
        entries: [
          ...aNewOne('x').entries,
          { id: 'r', kind: 'referred', on: TODAY, by: 'buyer', person: 'p-9' },
        ],
      },
    ],
    [
      'with somebody who is not there',
      parties((party) => (party.id === 'money' ? { ...party, id: 'nobody' } : party)),
    ],
    [
      'with somebody under another name',
      parties((party) => (party.id === 'money' ? { ...party, name: 'X' } : party)),
    ],
    [
      'with a provider as a buyer',
      parties((party) => (party.id === 'homely' ? { ...party, role: 'finance' } : party)),
    ],
    [
      'with a member of the public as a buyer',
      { parties: [...PARTIES, { id: 'posing', name: 'Posing', role: 'commissioner' }] },
    ],
  ]
  test.each(refusals)('%s: refused, and nothing of it is left', async (_, more) => {
    const before = await contracts()
    expect(await as('buyer', (query) => openLedger(query, aNewOne('bad', more)))).toEqual({ kind: 'denied' })
    expect(await contracts()).toEqual(before)
  })

  test('a link that does not follow from the one before is refused', async () => {
    const { contract } = aNewOne('bent')
    const zero = `\\x${'00'.repeat(32)}`
    const one = `\\x${'11'.repeat(32)}`
    await expect(
      as('buyer', (query) =>
        query('select roundtable.open_contract($1, $2, $3)', [
          JSON.stringify({ ...contract, opening: zero }),
          JSON.stringify(PARTIES.map((body) => ({ body, before: one, hash: one }))),
          '[]',
        ]),
      ),
    ).rejects.toSatisfy((error: unknown) => codeOf(error) === '42501')
  })
})

const CODE = () => record.replaceAll('-', '').slice(-12).toUpperCase().match(/.{4}/g)?.join('-') ?? ''
const sending = (key: string) => ({ key, digest: digestOf(key) })

describe('who can sit at a contract', () => {
  test('a buyer is offered those who buy and those who give, wherever they work; nobody else is offered anybody', async () => {
    const offered = (account: string | undefined) => as(account, whoCanSit)
    for (const account of ['buyer', 'money'])
      expect((await offered(account)).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['buyer', 'money', 'homely']),
      )
    // Neither a member of the public who calls themselves a commissioner, nor one who has left.
    expect((await offered('buyer')).some(({ id }) => id === 'posing' || id === 'gone')).toBe(false)
    for (const account of OTHERS) expect(await offered(account)).toEqual([])
  })
})

describe('whose record a reference means', () => {
  test('a buyer is offered a reference and what the plan has, and sees no record', async () => {
    await as('buyer', async (query) => {
      const { candidates, linked } = await candidatesFor(query, 'contract-1', TODAY)
      expect(candidates.map(({ code }) => code)).toEqual([CODE()])
      expect(candidates[0]?.lines.length).toBeGreaterThan(0)
      expect([...linked]).toEqual([])
      expect(await query('select from roundtable.record')).toEqual([])
      expect(await query('select from roundtable.entry')).toEqual([])
    })
  })

  test.each([...OTHERS, 'buyer', 'money'])(
    '%s gets no whole record without the service’s key',
    async (account) => {
      await expect(
        as(account, (query) =>
          query("select * from roundtable.contract_candidate('contract-1', $1, 'guess')", [record]),
        ),
      ).rejects.toSatisfy((error: unknown) => codeOf(error) === '42501')
    },
  )

  test('the key alone opens no record for anybody but a buyer, and none that no provider of the contract supports', async () => {
    for (const account of OTHERS)
      expect(
        await as(account, (query) => candidateBy(query, 'contract-1', { code: CODE(), today: TODAY })),
      ).toBeUndefined()
    expect(
      await as('buyer', (query) => candidateBy(query, 'west', { code: CODE(), today: TODAY })),
    ).toBeUndefined()
  })

  test.each(OTHERS)('%s is offered nobody, and links nobody', async (account) => {
    const offered = await as(account, (query) =>
      query('select * from roundtable.contract_candidates($1)', ['contract-1']),
    )
    expect(offered).toEqual([])
    await expect(
      as(account, (query) =>
        query('select roundtable.link_contract_person($1, $2, $3)', ['contract-1', 'p-1', record]),
      ),
    ).rejects.toSatisfy((error: unknown) => codeOf(error) === '42501')
  })

  test.each([
    ['somebody who was not referred', 'contract-1', 'p-9'],
    ['somebody under a contract whose provider they do not have', 'west', 'p-1'],
  ])('%s is not linked', async (_, contract, person) => {
    await expect(
      as('buyer', (query) =>
        query('select roundtable.link_contract_person($1, $2, $3)', [contract, person, record]),
      ),
    ).rejects.toSatisfy((error: unknown) => codeOf(error) === '42501')
  })

  test('once, for the same form sent twice; the buyer then sees that there is somebody, and not who', async () => {
    const link = { person: 'p-1', record }
    const add = () =>
      as('buyer', (query) => addByCouncil(query, 'contract-1', { entries: [], link }, sending('link')))
    expect(await as('buyer', (query) => wasSent(query, 'contract-1', sending('link')))).toBe('no')
    expect(await add()).toMatchObject({ kind: 'kept' })
    expect(await as('buyer', (query) => wasSent(query, 'contract-1', sending('link')))).toBe('this')
    const other = { key: 'link', digest: digestOf('other') }
    expect(await as('buyer', (query) => wasSent(query, 'contract-1', other))).toBe('something-else')
    await as('buyer', async (query) => {
      expect(
        await query('select * from roundtable.contract_people_linked($1) person', ['contract-1']),
      ).toEqual([{ person: 'p-1' }])
      expect(await query('select from roundtable.contract_person')).toEqual([])
    })
    expect((await as('a-p', (query) => query('select person from roundtable.contract_person'))).length).toBe(
      1,
    )
    // Nobody is under a contract twice, and no reference means two people.
    await expect(
      as('buyer', (query) =>
        query('select roundtable.link_contract_person($1, $2, $3)', ['contract-1', 'p-2', record]),
      ),
    ).rejects.toSatisfy((error: unknown) => codeOf(error) === '42501')
    for (const account of OTHERS)
      expect(
        await as(account, (query) =>
          query('select from roundtable.contract_people_linked($1)', ['contract-1']),
        ),
      ).toEqual([])
  })
})

const found = (by: string, person = 'p-1'): ContractEntry => ({
  id: `remeasured-${by}-${person}`,
  kind: 'remeasured',
  on: TODAY,
  by,
  person,
  level: 2,
})
const REVIEWER = { id: 'rosa', name: 'Rosa Lane', role: 'reviewer' } as const

describe('what a reviewer found', () => {
  const add = (
    account: string | undefined,
    entry: ContractEntry,
    reviewer?: ContractFile['parties'][number],
  ) =>
    as(account, (query) =>
      addByCouncil(
        query,
        'contract-1',
        { entries: [entry], ...(reviewer === undefined ? {} : { reviewer }) },
        sending(entry.id),
      ),
    )

  test('in the name of one who sits there or sits down for it, and signed by the buyer', async () => {
    expect(await add('buyer', found('ruth'))).toMatchObject({ kind: 'kept' })
    expect(await add('buyer', found('rosa'), REVIEWER)).toMatchObject({ kind: 'kept' })
    expect(await add('buyer', found('rosa', 'p-9'))).not.toMatchObject({ kind: 'kept' })
    // Not in a name of their own, nor in the provider’s or an advocate’s.
    for (const by of ['ama', 'homely', 'ada'])
      expect(await add('buyer', found(by))).not.toMatchObject({ kind: 'kept' })
    await sound()
  })

  test.each(OTHERS)('%s writes none, and seats nobody', async (account) => {
    expect(await add(account, found('ruth'))).not.toMatchObject({ kind: 'kept' })
    expect(
      await add(account, found(`by-${account}`), { ...REVIEWER, id: `by-${account}` }),
    ).not.toMatchObject({ kind: 'kept' })
  })

  test.each([
    ['under an account’s name', { ...REVIEWER, id: 'a-p' }],
    ['under the provider’s', { id: 'x', name: ' homely  CARE', role: 'reviewer' as const }],
    ['as an advocate', { id: 'x', name: 'X', role: 'advocate' as const }],
    ['as a buyer', { id: 'x', name: 'X', role: 'commissioner' as const }],
  ])('a buyer seats nobody %s', async (_, party) => {
    expect(await add('buyer', found(party.id), party)).toEqual({ kind: 'denied' })
  })

  test('a buyer sits down as themselves', async () => {
    expect(await as('money', (query) => takeSeat(query, 'contract-1', 'commissioner'))).toBeUndefined()
    expect(await as('money', (query) => takeSeat(query, 'contract-1', 'finance'))).toBe('money')
    await sound()
  })
})

/** Whether a statement goes through; whatever it did is undone. */
const getsThrough = async (account: string, text: string, values: readonly unknown[]): Promise<boolean> => {
  try {
    await as(account, async (query) => {
      const rows = await query(text, values)
      throw new Error(rows.length > 0 ? 'through' : 'nothing')
    })
  } catch (error) {
    return error instanceof Error && error.message === 'through'
  }
  return false
}

/** An opening of a contract by `homely` in its own name, with every link in its place. */
function openedBy(account: string): readonly unknown[] {
  const zero = `\\x${'00'.repeat(32)}`
  const chain = (bodies: readonly unknown[]) => bodies.map((body) => ({ body, before: zero, hash: zero }))
  const [award] = aNewOne('x').entries
  return [
    JSON.stringify({ id: 'stolen', name: 'Stolen', council: 'Northmoor', opening: zero }),
    JSON.stringify(chain(PARTIES)),
    JSON.stringify(chain([{ ...award, by: account }])),
  ]
}

describe('the walls are needed, each of them', () => {
  type Wall = {
    readonly name: string
    /** functions of the database, each with what is taken out of it */
    readonly without: readonly (readonly [of: string, part: string, instead: string])[]
    readonly account: string
    readonly statement: string
    readonly values: () => readonly unknown[]
  }
  const NOBODY_ASKED = ['roundtable.buys() is not true', 'false'] as const
  const walls: readonly Wall[] = [
    {
      name: 'who opens a contract',
      without: [['open_contract', ...NOBODY_ASKED]],
      account: 'homely',
      statement: 'select roundtable.open_contract($1, $2, $3)',
      values: () => openedBy('homely'),
    },
    {
      name: 'in whose name it is opened',
      without: [['open_contract', "said ->> 'by' IS DISTINCT FROM who", 'false']],
      account: 'buyer',
      statement: 'select roundtable.open_contract($1, $2, $3)',
      values: () => openedBy('money'),
    },
    {
      name: 'who is offered whose records',
      without: [['contract_candidates', 'roundtable.buys()', 'true']],
      account: 'homely',
      statement: "select * from roundtable.contract_candidates('contract-2')",
      values: () => [],
    },
    {
      name: 'that the service alone reads a whole record',
      without: [['contract_candidate', "not guarded.has_key('keeper', key)", 'false']],
      account: 'buyer',
      statement: "select * from roundtable.contract_candidate('contract-2', $1, 'guess')",
      values: () => [record],
    },
    {
      name: 'who links a record',
      without: [
        ['link_contract_person', ...NOBODY_ASKED],
        ['contract_candidates', 'roundtable.buys()', 'true'],
      ],
      account: 'homely',
      statement: "select roundtable.link_contract_person('contract-2', 'p-1', $1)",
      values: () => [record],
    },
    {
      name: 'that only who was referred is linked',
      without: [['link_contract_person', "e.body ->> 'person' = of_person", 'true']],
      account: 'buyer',
      statement: "select roundtable.link_contract_person('contract-2', 'p-9', $1)",
      values: () => [record],
    },
    {
      name: 'who reads which references are linked',
      without: [['contract_people_linked', 'roundtable.buys()', 'true']],
      account: 'homely',
      statement: "select * from roundtable.contract_people_linked('contract-1')",
      values: () => [],
    },
  ]
  beforeAll(async () => {
    const { file } = aContract(indicators()).referred('p-1')
    const contract = { ...file, contract: { ...file.contract, id: 'contract-2' } }
    await importContracts(db, [{ contract, link: new Map([['homely', 'a-pvd']]) }])
  })

  const textOf = async (name: string): Promise<string> => {
    const [row] = await db.asOwner((query) =>
      query<{ text: string }>(
        `select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'roundtable' and p.proname = $1`,
        [name],
      ),
    )
    return row?.text ?? ''
  }

  test.each(walls)('$name', async ({ without, account, statement, values }) => {
    expect(await getsThrough(account, statement, values())).toBe(false)
    const before = new Map<string, string>()
    for (const [of, part, instead] of without) {
      const text = await textOf(of)
      before.set(of, text)
      const at = text.toLowerCase().indexOf(part.toLowerCase())
      expect(at, part).toBeGreaterThan(0)
      const weaker = `${text.slice(0, at)}${instead}${text.slice(at + part.length)}`
      await db.asOwner((query) => query(weaker))
    }
    try {
      expect(await getsThrough(account, statement, values())).toBe(true)
    } finally {
      for (const text of before.values()) await db.asOwner((query) => query(text))
    }
    expect(await getsThrough(account, statement, values())).toBe(false)
  })

  test('the catalogue holds', async () => {
    expect(await db.asOwner((query) => catalogueFaults(query, db.logins))).toEqual([])
  })
})
