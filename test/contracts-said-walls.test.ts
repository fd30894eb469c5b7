import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type NoteBody,
  addNote,
  appendToContract,
  importContracts,
  letIn,
  notesOf,
  takeSeat,
  verifyContracts,
} from '../src/commissioning/contracts/store.ts'
import { aContract, indicators } from '../src/domain/contracts/a-contract.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { pence } from '../src/domain/money/pence.ts'
import type { Query } from '../src/platform/database/database.ts'
import { catalogueFaults } from '../src/platform/database/walls.ts'
import { importRecord, keepAccounts } from '../src/record/log.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// What is said beside a ledger before it counts, tried past everything that the service checks: the database alone says who may say
// and read what, and that a price goes into the ledger by a provider’s hand only where a buyer has offered it word for word.

const ON = day('2026-11-22')
const FROM = day('2027-04-01')
let db: TestDatabase

const as = async <T>(account: string | undefined, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(account === undefined ? 'nobody' : await db.signIn(account), work)

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [
    ...ACCOUNTS,
    { id: 'buyer', name: 'Com Buyer', kind: 'staff', role: 'commissioner' },
    { id: 'lead', name: 'Homely Care', kind: 'staff', role: 'provider' },
    { id: 'sub', name: 'Second Care', kind: 'staff', role: 'provider' },
    { id: 'rival', name: 'Rival Care', kind: 'staff', role: 'provider' },
    { id: 'posing', name: 'Posing', kind: 'public', role: 'commissioner' },
  ])
  const record = await importRecord(db, worldRecord(), { link: worldLinks() })
  const { file } = aContract(indicators())
    .referred('p-1', 'p-2')
    .priced(30, 28)
    .and('subcontracted', { from: 'homely', to: 'second', people: ['p-2'], by: 'homely' })
  const link = new Map([
    ['ama', 'buyer'],
    ['homely', 'lead'],
    ['second', 'sub'],
  ])
  const entries = file.entries.map((entry): ContractEntry => ({ ...entry }))
  await importContracts(db, [{ contract: { ...file, entries }, link, people: new Map([['p-1', record]]) }])
})
afterAll(() => db.drop())

const sound = async () => expect((await verifyContracts(db)).faults).toEqual([])

const PRICE = {
  kind: 'rate-set',
  by: 'ama',
  rate: 'contract',
  service: 'home-care',
  amount: 31,
  from: FROM,
  source: 'As offered',
}
const TERMS = { kind: 'varied', by: 'ama', from: FROM, says: 'Wages rise.' }
const offer = (more: Readonly<Record<string, unknown>> = {}): NoteBody => ({
  kind: 'offered',
  on: ON,
  from: FROM,
  says: 'Wages rise.',
  entries: [TERMS, { ...PRICE, ...more }],
})
const SAID: Readonly<Record<string, NoteBody>> = {
  offered: offer(),
  'offer-withdrawn': { kind: 'offer-withdrawn', on: ON, of: 99, why: 'A slip.' },
  'offer-answered': { kind: 'offer-answered', on: ON, of: 99, accepts: false, why: 'No.' },
  notice: { kind: 'notice', on: ON, last: FROM, why: 'It ends.' },
  moving: {
    kind: 'moving',
    on: ON,
    way: 'hand-back',
    person: 'p-1',
    by: 'homely',
    from: FROM,
    why: 'Nobody is free.',
    asked: 'not-asked',
    meanwhile: 'We go on.',
    entry: 'gone-1',
  },
  'move-off': { kind: 'move-off', on: ON, of: 99, person: 'p-1', why: 'Found somebody.' },
  next: { kind: 'next', on: ON, person: 'p-1', who: 'Second Care', from: FROM, said: 'Good.' },
  word: { kind: 'word', on: ON, person: 'p-1', says: 'I want to stay.' },
}
const MAY_SAY: Readonly<Record<string, readonly string[]>> = {
  offered: ['buyer'],
  // Finance is one of the council’s buyers.
  'offer-withdrawn': ['buyer', 'a-fin'],
  'offer-answered': ['lead'],
  notice: ['buyer', 'a-fin', 'lead'],
  moving: ['lead'],
  'move-off': ['lead'],
  next: ['buyer', 'a-fin', 'a-wrk', 'a-boss'],
  word: ['a-p'],
}
const EVERYBODY = [
  'buyer',
  'lead',
  'sub',
  'rival',
  'posing',
  'a-p',
  'a-wrk',
  'a-boss',
  'a-stranger',
  'a-other-team',
  'a-fin',
]

let turn = 0
const say = (account: string | undefined, body: NoteBody) => {
  turn += 1
  const key = `k-${turn}`
  return as(account, (query) => addNote(query, 'contract-1', body, key))
}

describe('who may say what', () => {
  const cells = Object.keys(SAID).flatMap((what) => EVERYBODY.map((who) => [what, who] as const))
  test.each(cells)('%s: %s', async (what, who) => {
    const body = SAID[what]
    if (body === undefined) throw new Error(what)
    const may = MAY_SAY[what]?.includes(who) === true
    // A buyer sits at the table to be named in what they offer.
    if (what === 'offered' && who !== 'buyer') expect(await say(who, body)).toEqual({ kind: 'denied' })
    else expect(await say(who, body)).toEqual({ kind: may ? 'kept' : 'denied' })
  })

  const unfair: readonly (readonly [string, NoteBody])[] = [
    ['a sustainable rate', offer({ rate: 'sustainable' })],
    ['in a colleague’s name', offer({ by: 'sam' })],
    ['in the provider’s name', offer({ by: 'homely' })],
    ['one person’s needs', { ...offer(), entries: [{ ...TERMS, person: 'p-1' }] } as NoteBody],
    [
      'a payment',
      { ...offer(), entries: [{ kind: 'paid', by: 'ama', settlement: 's', amount: 1 }] } as NoteBody,
    ],
    ['a correction', offer({ corrects: 'rate-set-1', why: 'x' })],
  ]
  test.each(unfair)('%s is not offered', async (_, body) => {
    expect(await say('buyer', body)).toEqual({ kind: 'denied' })
  })

  test('of somebody who is not under the contract nothing is said', async () => {
    expect(await say('buyer', { ...SAID['next'], person: 'p-9' } as NoteBody)).toEqual({ kind: 'denied' })
  })
})

describe('who reads what', () => {
  const abouts = async (account: string | undefined): Promise<readonly string[]> =>
    as(account, async (query) =>
      [...new Set((await notesOf(query, 'contract-1')).map(({ body }) => body.kind))].toSorted(),
    )
  const END = ['notice']
  const PERSON = ['move-off', 'moving', 'next', 'word']
  const OFFERS = ['offer-answered', 'offer-withdrawn', 'offered']
  test.each([
    ['buyer', [...PERSON, ...END, ...OFFERS]],
    ['lead', [...PERSON, ...END, ...OFFERS]],
    // Another was passed on to it: it reads that the contract ends, and nothing of p-1.
    ['sub', END],
    ['a-p', [...PERSON, ...END]],
    ['a-wrk', [...PERSON, ...END]],
    ['rival', []],
    ['posing', []],
    ['a-other-team', []],
    [undefined, []],
  ] as const)('%s', async (account, kinds) => {
    expect(await abouts(account)).toEqual([...kinds].toSorted())
  })
})

test('what the person says stands in nobody’s name: whoever buys sees none', async () => {
  const words = await as('buyer', async (query) =>
    (await notesOf(query, 'contract-1')).filter(({ body }) => body.kind === 'word'),
  )
  expect(words.map(({ name }) => name)).toEqual(['The person'])
})

const entry = (
  id: string,
  more: Partial<Extract<ContractEntry, { kind: 'rate-set' }>> = {},
): ContractEntry => ({
  id,
  on: ON,
  kind: 'rate-set',
  by: 'ama',
  rate: 'contract',
  service: 'home-care',
  amount: pence<'unit'>(3100),
  from: FROM,
  source: 'As offered',
  ...more,
})

/** Answers an offer and adds an entry in one transaction, as the page does; undone again unless it is to stay. */
class Undone extends Error {}
async function accept(
  account: string,
  added: ContractEntry,
  { answer = true, accepts = true, stay = false } = {},
): Promise<string> {
  let kind = ''
  try {
    await as(account, async (query) => {
      const offered = (await notesOf(query, 'contract-1')).findLast(({ body }) => body.kind === 'offered')
      if (answer) {
        turn += 1
        const body: NoteBody = { kind: 'offer-answered', on: ON, of: offered?.number ?? 1, accepts }
        await addNote(query, 'contract-1', body, `a-${turn}`)
      }
      turn += 1
      kind = (await appendToContract(query, 'contract-1', [added], { key: `e-${turn}` })).kind
      if (!stay) throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return kind
}

describe('an offer that is accepted', () => {
  beforeAll(async () => {
    await say('buyer', offer())
  })

  test.each([
    ['another sum', entry('x', { amount: pence<'unit'>(9900) })],
    ['another day', entry('x', { from: day('2027-05-01') })],
    ['in another name', entry('x', { by: 'homely' })],
    ['with a word left out', { ...entry('x'), source: undefined } as ContractEntry],
    ['dated otherwise than its answer', entry('x', { on: day('2026-11-23') })],
  ])('%s is not what was offered', async (_, added) => {
    expect(await accept('lead', added)).toBe('denied')
  })

  test('without an answer, declined, or by somebody else it counts for nothing', async () => {
    expect(await accept('lead', entry('x'), { answer: false })).toBe('denied')
    expect(await accept('lead', entry('x'), { accepts: false })).toBe('denied')
    for (const account of ['sub', 'rival', 'a-p', 'a-wrk'])
      expect(await accept(account, entry('x'))).toBe('denied')
  })

  const without: readonly (readonly [string, string, string, () => Promise<string>])[] = [
    [
      'the words',
      "e = ((said - 'id'::text) - 'on'::text)",
      'true',
      () => accept('lead', entry('x', { amount: pence<'unit'>(9900) })),
    ],
    [
      'the answer',
      "a.body -> 'accepts' = 'true'",
      'true',
      () => accept('lead', entry('x'), { accepts: false }),
    ],
  ]
  test.each(without)('the wall round %s is needed', async (_, part, instead, tried) => {
    expect(await tried()).toBe('denied')
    const [row] = await db.asOwner((query) =>
      query<{ text: string }>("select pg_get_functiondef('roundtable.terms_accepted'::regproc) as text"),
    )
    const text = row?.text ?? ''
    const found = [
      part,
      part
        .replaceAll('::text', '')
        .replace('((said', 'said')
        .replace("'id')", "'id'")
        .replace("'on')", "'on'"),
    ].find((each) => text.includes(each))
    expect(found, text).toBeDefined()
    await db.asOwner((query) => query(text.replace(found ?? '', instead)))
    expect(await tried()).toBe('kept')
    await db.asOwner((query) => query(text))
    expect(await tried()).toBe('denied')
  })

  test('it is in the ledger, once; nothing of it can be accepted again', async () => {
    expect(await accept('lead', entry('as-offered'), { stay: true })).toBe('kept')
    expect(await accept('lead', entry('again'))).toBe('denied')
    await sound()
  })
})

describe('another provider', () => {
  const party = (id: string, name: string) => ({ id, name, role: 'provider' as const })
  test('is let in by a buyer, as the account that it is; by nobody else', async () => {
    const rival = party('rival', 'Rival Care')
    for (const account of [undefined, 'lead', 'sub', 'rival', 'posing', 'a-p', 'a-wrk'])
      expect(await as(account, (query) => letIn(query, 'contract-1', rival))).toBe(false)
    for (const wrong of [
      party('rival', 'Homely Care'),
      party('a-p', 'Petra Lind'),
      party('nobody', 'Nobody'),
    ])
      expect(await as('buyer', (query) => letIn(query, 'contract-1', wrong))).toBe(false)
    expect(await as('buyer', (query) => letIn(query, 'contract-1', rival))).toBe(true)
    expect(await as('buyer', (query) => letIn(query, 'contract-1', rival))).toBe(true)
    // It sits there, and sees nothing until somebody is passed on to it.
    expect(await as('rival', (query) => query('select from roundtable.contract'))).toEqual([])
    await sound()
  })

  test('everybody else still sits down as themselves', async () => {
    expect(await as('a-wrk', (query) => takeSeat(query, 'contract-1', 'social-worker'))).toBe('a-wrk')
    await sound()
  })

  test('the catalogue holds', async () => {
    expect(await db.asOwner((query) => catalogueFaults(query, db.logins))).toEqual([])
  })
})
