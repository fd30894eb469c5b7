import { day } from '../src/domain/dates/plain-date.ts'
import { ACTIONS, RELATIONSHIPS, RESOURCES, allows } from '../src/record/access.ts'
import type { Entry, RecordFile } from '../src/record/entries.ts'
import { importMany, keepAccounts } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { whenOfDay } from '../src/record/stamp.ts'
import { MAY_TRY, type Scene, TRIAL, rememberHeads } from './access-cells.ts'
import { ACCOUNTS, ACTORS, type Table, shiftedActors, worldLinks, worldRecord } from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The records on which every cell of the table of access is tried: everybody at two of them, everybody's part ended in a
// third, and support that is still to come in a fourth.

export const THE_TABLE: Table = { name: 'the table', allows }

export type Stage = {
  readonly db: TestDatabase
  readonly scenes: readonly Scene[]
  readonly ended: Scene
  readonly toCome: Scene
  readonly tokens: ReadonlyMap<string, string>
}

/** A database of one's own with all of it, and everybody signed in: `db.drop` it after. */
export async function setStage(): Promise<Stage> {
  const db = await testDatabase()
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
  const scenes = [
    { id: first, file, actors: ACTORS },
    { id: second, file, actors: shiftedActors(shift) },
  ]
  const toCome = {
    id: later,
    file: ahead,
    actors: ACTORS.map((actor) =>
      actor.relationships.includes('provider') ? { ...actor, relationships: [], seesAs: [] } : actor,
    ),
  }
  const ended = {
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
  const tokens = new Map<string, string>()
  for (const { id } of ACCOUNTS) tokens.set(id, await db.signIn(id))
  await rememberHeads(db)
  return { db, scenes, ended, toCome, tokens }
}

/** The day on which support that is to come starts. */
export const STARTS = '2027-01-15'

/** The world in which the provider has been found, and has not started yet. */
function startingOn(on: string): RecordFile {
  const file = worldRecord()
  const isStart = ({ kind }: Entry) => kind === 'support-started'
  const later = file.entries.filter(isStart).map((entry): Entry => ({ ...entry, on: whenOfDay(day(on)) }))
  return { ...file, entries: [...file.entries.filter((entry) => !isStart(entry)), ...later] }
}

/** The database with another table of access, and the code's own again afterwards. */
export async function withTable<T>(db: TestDatabase, table: Table, work: () => Promise<T>): Promise<T> {
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
