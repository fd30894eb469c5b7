import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMAT, type Entry, type RecordFile } from '../src/record/entries.ts'
import { decodeEntry, readFileText } from '../src/record/file.ts'
import { append, importMany, importRecord, keepAccounts, openRecord, verify } from '../src/record/log.ts'
import { policyRows } from '../src/record/policy-rows.ts'
import { worldLinks, ACCOUNTS, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// What the database works out by itself when something is added is the same as what the code works out: where an entry
// belongs, whose own it is, and who stands how to a record.

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, ACCOUNTS)
  await keepAccounts(db, [
    { id: 'one', name: 'One', kind: 'staff', role: 'social-worker', team: 'North' },
    { id: 'two', name: 'Two', kind: 'staff', role: 'social-worker', team: 'South' },
    { id: 'three', name: 'Three', kind: 'public' },
    { id: 'four', name: 'Four', kind: 'staff', role: 'manager', team: 'North' },
  ])
})
afterAll(() => db.drop())

const caseFiles = (): readonly RecordFile[] => {
  const folder = join(import.meta.dirname, 'cases')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.record.json'),
  )
  return names.map((name) => {
    const read = readFileText(readFileSync(join(folder, name), 'utf8'))
    if (read.kind === 'refused') throw new Error(name)
    return read.record
  })
}

/** Every party signs in, one after the other with each account: worker and team, carer and provider, all at once. */
const everybodySignsIn = (record: RecordFile): ReadonlyMap<string, string> => {
  const accounts = ['one', 'two', 'three', 'four']
  return new Map(record.parties.map(({ id }, index) => [id, accounts[index % accounts.length] ?? '']))
}

/** What the database says of the entries and the access of these records, where it is not what was kept. */
const disagreements = (ids: readonly string[]) =>
  db.asOwner(async (query) => ({
    places: await query(
      `select e.record, e.id, e.resource, e.owner, p.resource as sql_resource, p.owner as sql_owner
       from roundtable.entry e cross join lateral roundtable.place_of(e.record, e.body) p
       where e.record = any ($1) and (e.resource, e.action, e.owner) is distinct from (p.resource, p.action, p.owner)`,
      [ids],
    ),
    days: await query(
      `select id from roundtable.entry where record = any ($1) and on_day <> roundtable.day_of(body ->> 'on')`,
      [ids],
    ),
    access: await query(
      `with kept as (
         select record, account, team, party, relationship, sees_as from roundtable.access where record = any ($1)),
       made as (
         select r.id as record, m.* from unnest($1::uuid[]) r(id) cross join lateral roundtable.access_rows(r.id) m)
       (select 'kept only' as which, * from (select * from kept except select * from made) x)
       union all
       (select 'made only', * from (select * from made except select * from kept) y)`,
      [ids],
    ),
  }))

const NONE = { places: [], days: [], access: [] }

test('for every file of the cases, and for the world of the table of access', async () => {
  const records = caseFiles()
  const ids = await importMany(db, [
    ...records.map((record) => ({ record, link: everybodySignsIn(record) })),
    { record: worldRecord(), link: worldLinks() },
    { record: worldRecord(true), link: worldLinks() },
  ])
  expect(ids.length).toBeGreaterThan(10)
  expect(await disagreements(ids)).toEqual(NONE)
})

// Random lives ------------------------------------------------------------------------------------------------------

type Event = {
  readonly days: number
  readonly what: number
  readonly which: number
  readonly earlier: number
  readonly corrects: boolean
}

const event: fc.Arbitrary<Event> = fc.record({
  days: fc.integer({ min: 0, max: 2 }),
  what: fc.integer({ min: 0, max: 12 }),
  which: fc.integer({ min: 0, max: 1 }),
  earlier: fc.nat(1000),
  corrects: fc.boolean(),
})

const PARTIES: RecordFile['parties'] = [
  { id: 'p', name: 'Pat', role: 'person' },
  { id: 'w0', name: 'W0', role: 'social-worker' },
  { id: 'w1', name: 'W1', role: 'assessor' },
  { id: 's0', name: 'S0', role: 'provider' },
  { id: 's1', name: 'S1', role: 'provider' },
  { id: 'c0', name: 'C0', role: 'carer' },
  { id: 'd0', name: 'D0', role: 'deputy' },
  { id: 'm0', name: 'M0', role: 'manager' },
]

/** A life of events that open and close, allocate and leave, start and end, speak of each other and correct each other. */
function lifeOf(events: readonly Event[]): RecordFile {
  const entries: Entry[] = []
  let day = Date.UTC(2026, 0, 1)
  for (const [index, { days, what, which, earlier, corrects }] of events.entries()) {
    day += days * 86_400_000
    const pick = (kind: string) => {
      const found = entries.filter((entry) => entry.kind === kind)
      return found[earlier % Math.max(found.length, 1)]?.id
    }
    const any = entries[earlier % Math.max(entries.length, 1)]?.id
    const [kind, fields] = told(what, which, pick, any)
    if (kind === undefined) continue
    const replaced = corrects ? pick(kind) : undefined
    entries.push(
      decodeEntry({
        id: `e${index}`,
        kind,
        on: new Date(day).toISOString().slice(0, 10),
        by: `w${which}`,
        ...fields,
        ...(replaced === undefined ? {} : { corrects: replaced, why: 'it was otherwise' }),
      }),
    )
  }
  return {
    format: FORMAT,
    person: decodePerson(),
    parties: PARTIES,
    entries,
  }
}

const decodePerson = (): RecordFile['person'] => {
  const read = readFileText(
    JSON.stringify({
      format: FORMAT,
      person: { id: 'p', name: 'Pat', born: '1960-02-29' },
      parties: PARTIES,
      entries: [],
    }),
  )
  if (read.kind === 'refused') throw new Error('no person')
  return read.record.person
}

type Told = readonly [kind: string | undefined, fields?: Readonly<Record<string, unknown>>]

function told(
  what: number,
  which: number,
  pick: (kind: string) => string | undefined,
  any: string | undefined,
): Told {
  const line = which === 0 ? 'L1' : 2
  switch (what) {
    case 0:
      return ['worker', { worker: `w${which}`, event: 'allocated' }]
    case 1:
      return ['worker', { worker: `w${which}`, event: 'left' }]
    case 2:
      return [
        'assessment-opened',
        {
          of: which === 0 ? 'carer' : 'needs',
          subject: which === 0 ? 'c0' : 'p',
          way: 'phone',
          assessor: `w${which}`,
        },
      ]
    case 3: {
      const assessment = pick('assessment-opened')
      return assessment === undefined
        ? [undefined]
        : ['assessment-closed', { assessment, outcome: 'completed' }]
    }
    case 4:
      return ['support-started', { plan: 'plan', line, provider: `s${which}` }]
    case 5:
      return ['support-ended', { plan: 'plan', line, why: 'x' }]
    case 6:
      return any === undefined ? [undefined] : ['dispute', { of: any, says: 'no', wants: 'x' }]
    case 7:
      return any === undefined
        ? [undefined]
        : ['note', { of: any, text: 'x', withheld: { from: ['p'], exemption: 'x', why: 'y' } }]
    case 8:
      return [
        'statement',
        {
          topic: which === 0 ? 'carer-work' : 'hygiene',
          'said-by': `w${which}`,
          ...(which === 0 ? { about: 'c0' } : {}),
          basis: 'told',
          text: 'x',
        },
      ]
    case 9:
      return ['safeguarding', { event: which === 0 ? 'concern' : 'enquiry', about: 'x' }]
    case 10:
      return [
        'measure',
        {
          tool: 'making-it-real',
          items: which === 0 ? { 'heard-listened': 1, 'heard-next': 2 } : { 'heard-listened': 1, dignity: 2 },
          'seen-by': 'person',
        },
      ]
    case 11: {
      const exemption =
        which === 0 ? 'told to a manager and to the worker' : 'told in confidence to a manager'
      return [
        'measure',
        {
          tool: 'making-it-real',
          items: { 'heard-words': 3 },
          'seen-by': 'person',
          withheld: { from: ['p'], exemption, why: 'x' },
        },
      ]
    }
    default: {
      const of = pick('dispute')
      return of === undefined
        ? [undefined]
        : ['dispute-answered', { dispute: of, outcome: 'refused', why: 'x' }]
    }
  }
}

describe('for lives that nobody thought of', () => {
  test('brought in with a file', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { maxLength: 25 }), { minLength: 40, maxLength: 60 }),
        async (lives) => {
          const records = lives.map(lifeOf)
          const ids = await importMany(
            db,
            records.map((record) => ({ record, link: everybodySignsIn(record) })),
          )
          expect(await disagreements(ids)).toEqual(NONE)
        },
      ),
      { numRuns: 8 },
    )
  })

  test('added one at a time, as the service does, and made again from the log', {
    timeout: 120_000,
  }, async () => {
    // A manager who may add everything, for as long as this takes.
    const rows = policyRows()
    const all = ['say', 'dispute', 'judge', 'decide', 'read'].flatMap((action) =>
      [...new Set(rows.map(({ resource }) => resource))].map((resource) => ({
        relationship: 'manager',
        resource,
        action,
      })),
    )
    const own = await testDatabase()
    try {
      await keepAccounts(own, [
        { id: 'one', name: 'One', kind: 'staff', role: 'social-worker', team: 'North' },
        { id: 'two', name: 'Two', kind: 'staff', role: 'social-worker', team: 'South' },
        { id: 'three', name: 'Three', kind: 'public' },
        { id: 'four', name: 'Four', kind: 'staff', role: 'manager', team: 'North' },
      ])
      await own.asOwner((query) =>
        query(
          `insert into roundtable.policy select * from json_to_recordset($1) as x(relationship text, resource text, action text)
           on conflict do nothing`,
          [JSON.stringify(all)],
        ),
      )
      const token = await own.signIn('four')
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 25 }), async (events) => {
          const life = lifeOf(events)
          const id = await importRecord(
            own,
            { ...life, entries: [] },
            { link: new Map([...everybodySignsIn(life), ['m0', 'four']]) },
          )
          await own.scoped(token, async (query) => {
            for (const [index, entry] of life.entries.entries()) {
              const result = await append(query, id, index, [{ ...entry, by: 'm0' }])
              expect(result).toEqual({ kind: 'kept', head: index + 1 })
            }
            expect((await openRecord(query, id))?.entries.length).toBe(life.entries.length)
          })
          expect((await verify(own)).faults).toEqual([])
        }),
        { numRuns: 25 },
      )
    } finally {
      await own.drop()
    }
  })
})
