import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../src/platform/database/trouble.ts'
import type { Query } from '../src/platform/database/database.ts'
import {
  append,
  everyFigure,
  figuresSeen,
  figuresVersion,
  importMany,
  keepAccounts,
  lastPublished,
  makeFigures,
  oversight,
  publishFigures,
  verify,
} from '../src/record/log.ts'
import { demoRecords } from '../src/exchange/demo-council.ts'
import { decodeEntry } from '../src/record/file.ts'
import { keptFigures } from '../src/record/log-figures.ts'
import { foldWhole } from '../src/record/standing.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The figures of many people: who sees them in the database, that they follow the log, and that nobody else ever does.

const STAFF = [
  { id: 'a-commissioner', name: 'Ama', kind: 'staff', role: 'commissioner' },
  { id: 'a-bossy-public', name: 'Public', kind: 'public', role: 'commissioner' },
] as const

const TRAITS = { sex: 'female', ethnicity: 'black', area: 'millbrook', reason: 'physical' } as const

/** Keys of entries that hold what somebody said. */
const WORDS = ['text', 'says', 'why', 'wants', 'about', 'words', 'note', 'what']

let db: TestDatabase
let record = ''
const tokens = new Map<string, string>()

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, [...ACCOUNTS, ...STAFF])
  const [id = ''] = await importMany(db, [{ record: worldRecord(), link: worldLinks(), traits: TRAITS }])
  record = id
  for (const { id: account } of [...ACCOUNTS, ...STAFF]) tokens.set(account, await db.signIn(account))
})
afterAll(() => db.drop())

const as = <T>(account: string | undefined, work: (query: Query) => Promise<T>): Promise<T> =>
  db.scoped(account === undefined ? '' : (tokens.get(account) ?? ''), work)

/** The code with which the database refuses. */
async function refusal(account: string | undefined, statement: string, values: readonly unknown[] = []) {
  try {
    await as(account, (query) => query(statement, values))
    return undefined
  } catch (error) {
    return codeOf(error)
  }
}

const EVERYBODY = [undefined, ...ACCOUNTS.map(({ id }) => id), ...STAFF.map(({ id }) => id)]
/** In `access-world.ts` the manager of the team of the allocated worker; another manages another team. */
const BOSS = 'a-boss'

describe('who sees the figures of many', () => {
  test('the manager of the team and a commissioner, and nobody else', async () => {
    const seen: Record<string, number> = {}
    for (const account of EVERYBODY) {
      const rows = await as(account, figuresSeen)
      if (rows.length > 0) seen[account ?? 'nobody'] = rows.length
    }
    expect(seen).toEqual({ [BOSS]: 1, 'a-commissioner': 1 })
  })

  test('of whom, in words', async () => {
    expect(await as(BOSS, oversight)).toEqual({ kind: 'team', team: 'North' })
    expect(await as('a-commissioner', oversight)).toEqual({ kind: 'council' })
    expect(await as('a-other-boss', oversight)).toEqual({ kind: 'team', team: 'South' })
    expect(await as('a-bossy-public', oversight)).toBeUndefined()
    expect(await as(undefined, oversight)).toBeUndefined()
  })

  test('which record it is, and who works with the person, a manager learns and a commissioner does not', async () => {
    const [own] = await as(BOSS, figuresSeen)
    expect(own?.record).toBe(record)
    expect(own?.worker).not.toBeNull()
    const [one] = await as('a-commissioner', figuresSeen)
    expect(one).toMatchObject({ record: null, worker: null, traits: { ...TRAITS, person: 'somebody' } })
    expect(one?.team).toBe(own?.team)
  })

  test.each(['guarded.figures', 'guarded.publication'])('nobody reads or writes %s itself', async (table) => {
    for (const account of EVERYBODY) {
      expect(await refusal(account, `select * from ${table}`)).toBe('42501')
      expect(await refusal(account, `delete from ${table}`)).toBe('42501')
    }
  })

  test('nobody keeps a row without the key of the service', async () => {
    const row = [record, 'a guess', 1, 1, '{}']
    for (const account of ['a-commissioner', BOSS]) {
      expect(await refusal(account, 'select roundtable.keep_figures($1, $2, $3, $4, $5)', row)).toBe('42501')
    }
  })

  test('no row has the name of a person, or a word that was said', async () => {
    const records = await demoRecords(join(import.meta.dirname, '..', 'demo'))
    expect(records.size).toBeGreaterThan(8)
    for (const [name, file] of records) {
      const text = JSON.stringify(keptFigures(foldWhole(file)))
      const people = file.parties.filter(({ role }) => role !== 'provider' && role !== 'nhs')
      expect(
        people.map((one) => one.name).filter((one) => text.includes(one)),
        name,
      ).toEqual([])
      const words = file.entries
        .flatMap((entry) => Object.entries(entry))
        .flatMap(([key, value]) => (WORDS.includes(key) && typeof value === 'string' ? [value] : []))
      expect(words.length).toBeGreaterThan(10)
      expect(
        words.filter((said) => text.includes(JSON.stringify(said))),
        name,
      ).toEqual([])
    }
  })
})

describe('the figures follow the log', () => {
  test('an entry changes them in its own transaction, and what is kept is what the log gives', async () => {
    const version = await as('a-commissioner', figuresVersion)
    const [before] = await as('a-commissioner', figuresSeen)
    const head = (
      await db.asOwner((query) =>
        query<{ head: number }>('select head from roundtable.record where id = $1', [record]),
      )
    ).at(0)
    const asked = decodeEntry({
      id: 'asks-again',
      kind: 'review-asked',
      on: '2026-11-20',
      by: 'wrk',
      why: 'Section 27(1)(b): it is time.',
    })
    const kept = await as('a-wrk', (query) => append(query, record, head?.head ?? 0, [asked]))
    expect(kept.kind).toBe('kept')
    const [after] = await as('a-commissioner', figuresSeen)
    expect(after?.figures.reviewsAsked.length).toBe((before?.figures.reviewsAsked.length ?? 0) + 1)
    // What the council knows beside the record is not touched by what happens in it.
    expect(after?.traits).toEqual(before?.traits)
    expect(await as('a-commissioner', figuresVersion)).not.toBe(version)
    expect((await verify(db)).faults).toEqual([])
  })

  test('rows that are missing, behind or of an older shape are made again at a start', async () => {
    const whole = await everyFigure(db)
    expect(await makeFigures(db)).toBe(0)
    for (const change of [
      'delete from guarded.figures',
      `update guarded.figures set figures = '{}', shape = 1000`,
      `update guarded.figures set figures = '{}', head = head - 1`,
    ]) {
      await db.asOwner((query) => query(change))
      expect(await makeFigures(db)).toBe(1)
      expect((await everyFigure(db)).map(({ figures }) => figures)).toEqual(
        whole.map(({ figures }) => figures),
      )
    }
    expect((await verify(db)).faults).toEqual([])
  })
})

describe('publishing', () => {
  test('nobody has published: there is nothing to read', async () => {
    expect(await as(undefined, lastPublished)).toBeUndefined()
  })

  test('a commissioner publishes once a month, by name, and everybody reads it', async () => {
    const out = { people: 5 }
    for (const account of EVERYBODY.filter((id) => id !== 'a-commissioner')) {
      const values = ['2026-11-21', '{}']
      expect(await refusal(account, 'select roundtable.publish_figures($1, $2)', values)).toBe('42501')
    }
    expect(await as('a-commissioner', (query) => publishFigures(query, '2026-11-21', out))).toBe(true)
    expect(await as('a-commissioner', (query) => publishFigures(query, '2026-11-22', { people: 10 }))).toBe(
      false,
    )
    const read = { on_day: '2026-11-21', body: out, name: 'Ama' }
    expect(await as(undefined, lastPublished)).toEqual(read)
    expect(await as('a-fam', lastPublished)).toEqual(read)
    expect(await as('a-commissioner', (query) => publishFigures(query, '2026-12-01', { people: 10 }))).toBe(
      true,
    )
  })
})
