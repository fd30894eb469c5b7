import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../src/domain/dates/plain-date.ts'
import type { Query } from '../src/platform/database/database.ts'
import { ACTIONS, RELATIONSHIPS, RESOURCES, allows } from '../src/record/access.ts'
import type { Entry, RecordFile } from '../src/record/entries.ts'
import { importMany, keepAccounts, verify } from '../src/record/log.ts'
import { whenOfDay } from '../src/record/stamp.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { MAY_TRY, type Scene, TRIAL, rememberHeads, tryEveryCell } from './access-cells.ts'
import {
  ACCOUNTS,
  ACTORS,
  type Table,
  shiftedActors,
  tossedTable,
  worldLinks,
  worldRecord,
} from './access-world.ts'
import { TEST_DAY, type TestDatabase, testDatabase } from './database.ts'

const THE_TABLE: Table = { name: 'the table', allows }

let db: TestDatabase
let scenes: readonly Scene[]
let ended: Scene
let toCome: Scene
const tokens = new Map<string, string>()

beforeAll(async () => {
  db = await testDatabase()
  await keepAccounts(db, ACCOUNTS)
  const file = worldRecord()
  const over = worldRecord(true)
  const shift = 5
  const ahead = startingOn(STARTS)
  const [first = '', second = '', last = '', later = ''] = await importMany(db, [
    { record: file, link: worldLinks() },
    { record: file, link: worldLinks(shift) },
    // Everybody who was something by their role has lost their sign-in; everybody else's part has come to its end.
    {
      record: over,
      link: new Map([...worldLinks()].filter(([party]) => ['wrk', 'wrk2', 'pvd'].includes(party))),
    },
    { record: ahead, link: worldLinks() },
  ])
  scenes = [
    { id: first, file, actors: ACTORS },
    { id: second, file, actors: shiftedActors(shift) },
  ]
  toCome = {
    id: later,
    file: ahead,
    actors: ACTORS.map((actor) =>
      actor.relationships.includes('provider') ? { ...actor, relationships: [], seesAs: [] } : actor,
    ),
  }
  ended = {
    id: last,
    file: over,
    actors: ACTORS.map(({ name, account }) => ({
      name: `${name}, ended`,
      account,
      relationships: [],
      seesAs: [],
    })),
  }
  await db.asOwner(async (query) => {
    await query(TRIAL)
    await query(MAY_TRY)
    await query(
      `insert into roundtable.look (record, account, name, relationship, page, at)
       select id, 'a-stranger', 'x', 'worker', 'x', now() from roundtable.record`,
    )
    await query(
      `insert into roundtable.submission (record, account, key, digest, head)
       select id, 'a-stranger', 'x', sha256('x'), 0 from roundtable.record`,
    )
  })
  for (const { id } of ACCOUNTS) tokens.set(id, await db.signIn(id))
  await rememberHeads(db)
})
afterAll(() => db.drop())

/** The day on which support that is to come starts. */
const STARTS = '2027-01-15'

/** The world in which the provider has been found, and has not started yet. */
function startingOn(on: string): RecordFile {
  const file = worldRecord()
  const isStart = ({ kind }: Entry) => kind === 'support-started'
  const later = file.entries.filter(isStart).map((entry): Entry => ({ ...entry, on: whenOfDay(day(on)) }))
  return { ...file, entries: [...file.entries.filter((entry) => !isStart(entry)), ...later] }
}

const dayIs = (on: string) => db.asOwner((query) => query('select roundtable.day_is($1)', [on]))

/** The database with another table of access, and the code's own again afterwards. */
async function withTable<T>(table: Table, work: () => Promise<T>): Promise<T> {
  const rows = RELATIONSHIPS.flatMap((relationship) =>
    RESOURCES.flatMap((resource) =>
      ACTIONS.filter((action) => table.allows(relationship, resource, action)).map((action) => ({
        relationship,
        resource,
        action,
      })),
    ),
  )
  await db.asOwner(async (query) => {
    await query('delete from roundtable.policy')
    await query(
      `insert into roundtable.policy
       select * from json_to_recordset($1) as x(relationship text, resource text, action text)`,
      [JSON.stringify(rows)],
    )
  })
  try {
    return await work()
  } finally {
    await db.asOwner(keepPolicy)
  }
}

describe('every cell of the table of access, tried on the database', () => {
  test('who stands to a record in one way sees and adds what the table says, and nothing else', async () => {
    const seen = await tryEveryCell(db, THE_TABLE, scenes, tokens)
    expect(seen.disagreements).toEqual([])
    expect(seen.cells).toBeGreaterThan(10_000)
  })

  test('what has ended opens nothing', async () => {
    const seen = await tryEveryCell(db, THE_TABLE, [ended], tokens)
    expect(seen.disagreements).toEqual([])
  })

  test('support that is to come opens nothing to who will give it, and on its day what it opens', async () => {
    const begun = { ...toCome, actors: ACTORS }
    const says = async (scene: Scene) => (await tryEveryCell(db, THE_TABLE, [scene], tokens)).disagreements
    expect(await says(toCome)).toEqual([])
    await dayIs('2027-01-14')
    expect(await says(toCome)).toEqual([])
    await dayIs(STARTS)
    expect(await says(begun)).toEqual([])
    // Long after, all in one step; and back again, as where a demonstration is set to an earlier day.
    await dayIs(TEST_DAY)
    expect(await says(toCome)).toEqual([])
    await dayIs('2028-06-01')
    expect(await says(begun)).toEqual([])
    await dayIs(TEST_DAY)
    expect((await verify(db)).faults).toEqual([])
  })

  test('nobody who is signed in says what day it is', async () => {
    for (const token of tokens.values()) {
      await expect(
        db.scoped(token, (query) => query("select roundtable.day_is('2027-01-15')")),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        db.scoped(token, (query) => query("update guarded.day set on_day = '2027-01-15'")),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test.each([1, 2, 3])('the database follows the table, whatever it says (tossed with %i)', async (seed) => {
    const table = tossedTable(seed)
    const seen = await withTable(table, () => tryEveryCell(db, table, [...scenes, ended], tokens))
    expect(seen.disagreements).toEqual([])
  })
})

type Mutant = {
  readonly name: string
  readonly make: string
  readonly undo: string
  readonly side: 'reading' | 'adding'
}

/**
 * What is no part of a record is tried by tests of its own: `contracts-access.test.ts` and `sending.test.ts`. How often the
 * policy was written is a number, which `log.test.ts` needs.
 */
const ELSEWHERE = /^roundtable\.(?:contract|visit|address|outbox|policy_change)/

/**
 * Each policy dropped, opened to everybody, and without each of its comparisons in turn; each table without its row
 * security. Made from what the database has, so that a new policy is tried without anyone thinking of it.
 */
async function mutants(query: Query): Promise<readonly Mutant[]> {
  const policies = await query<{
    name: string
    on: string
    cmd: string
    qual: string | null
    check: string | null
  }>(
    `select policyname as name, format('%I.%I', schemaname, tablename) as on, lower(cmd) as cmd, qual, with_check as check
     from pg_policies where schemaname = 'roundtable' and policyname <> 'kept_by_owner' order by tablename, policyname`,
  )
  const tables = await query<{ on: string }>(
    "select format('%I.%I', schemaname, tablename) as on from pg_tables where schemaname = 'roundtable' order by tablename",
  )
  const ofRecords = policies.filter(({ on }) => !ELSEWHERE.test(on))
  const changed = ofRecords.flatMap(({ name, on, cmd, qual, check }): readonly Mutant[] => {
    const text = qual ?? check ?? 'true'
    const word = qual === null ? 'with check' : 'using'
    const side = qual === null ? 'adding' : 'reading'
    const made = (as: string) => `alter policy ${name} on ${on} ${word} (${as})`
    const dropped = {
      name: `${name} on ${on} is dropped`,
      make: `drop policy ${name} on ${on}`,
      undo: `create policy ${name} on ${on} for ${cmd} to roundtable_app ${word} (${text})`,
      side,
    } as const
    if (text === 'true') return [dropped]
    const weaker = [
      'true',
      ...comparisonsIn(text).map((part) => `${text.slice(0, part.from)}true${text.slice(part.to)}`),
    ]
    return [
      dropped,
      ...weaker.map(
        (as) =>
          ({
            name: `${name} on ${on} is weakened to ${as}`,
            make: made(as),
            undo: made(text),
            side,
          }) as const,
      ),
    ]
  })
  const open = tables
    .filter(({ on }) => !ELSEWHERE.test(on))
    .map(
      ({ on }) =>
        ({
          name: `${on} has no row security`,
          make: `alter table ${on} disable row level security`,
          undo: `alter table ${on} enable row level security`,
          side: on === 'roundtable.submission' ? 'adding' : 'reading',
        }) as const,
    )
  // What everybody may see needs no row security to be seen: `start-up checks` insist on it all the same.
  const seenByAll = policies.filter(({ qual }) => qual === 'true').map(({ on }) => on)
  return [...changed, ...open.filter(({ name }) => !seenByAll.some((on) => name.startsWith(`${on} `)))]
}

/** Every `(a = b)` and the like in an expression as the server writes it. */
function comparisonsIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = []
  const open: number[] = []
  // What stands in each open pair of brackets itself, without what stands in brackets in there.
  const own: string[] = ['']
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '(') {
      open.push(at)
      own.push('')
    } else if (sign === ')') {
      const [from, inside] = [open.pop() ?? 0, own.pop() ?? '']
      const compares = / (?:=|<>|&&) | IS NULL$/.test(inside)
      if (compares && !/\b(?:AND|OR|SELECT|FROM|JOIN)\b/.test(inside)) parts.push({ from, to: at + 1 })
    } else {
      own.push(`${own.pop() ?? ''}${sign}`)
    }
  }
  return parts
}

describe('the walls are needed, each of them', () => {
  test('with any policy dropped or weakened, the cells disagree', async () => {
    const tossed = tossedTable(1)
    const survivors: string[] = []
    const all = await db.asOwner(mutants)
    for (const mutant of all) {
      await db.asOwner((query) => query(mutant.make))
      try {
        const seen = await tryEveryCell(db, THE_TABLE, scenes, tokens, mutant.side)
        if (seen.disagreements.length > 0) continue
        const again = await withTable(tossed, () => tryEveryCell(db, tossed, scenes, tokens, mutant.side))
        if (again.disagreements.length === 0) survivors.push(mutant.name)
      } finally {
        await db.asOwner((query) => query(mutant.undo))
      }
    }
    expect(survivors).toEqual([])
    expect(all.length).toBeGreaterThan(75)
    // And put back, everything agrees again.
    expect((await tryEveryCell(db, THE_TABLE, scenes, tokens)).disagreements).toEqual([])
  })
})
