import { day } from '../src/domain/dates/plain-date.ts'
import { ACTIONS, RELATIONSHIPS, RESOURCES, allows } from '../src/record/access.ts'
import type { Entry, RecordFile } from '../src/record/entries.ts'
import { importMany, keepAccounts } from '../src/record/log.ts'
import { keepPolicy } from '../src/record/policy-rows.ts'
import { whenOfDay } from '../src/record/stamp.ts'
import { MAY_TRY, type Scene, TRIAL, rememberHeads } from './access-cells.ts'
import {
  ACCOUNTS,
  ACTORS,
  type Actor,
  type Table,
  shiftedActors,
  worldLinks,
  worldRecord,
} from './access-world.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The records on which every cell of the table of access is tried: everybody at two of them, everybody's part ended in a
// third, parts that are still to come in a fourth, and parts that will end in a fifth.

export const THE_TABLE: Table = { name: 'the table', allows }

export type Stage = {
  readonly db: TestDatabase
  readonly scenes: readonly Scene[]
  readonly ended: Scene
  readonly toCome: Scene
  readonly toEnd: Scene
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
  const endsLater = endingOn(ENDS)
  const [first = '', second = '', last = '', later = '', until = ''] = await importMany(db, [
    { record: file, link: worldLinks() },
    { record: file, link: worldLinks(shift) },
    // Everybody who was something by their role has lost their sign-in; everybody else's part has come to its end.
    {
      record: over,
      link: new Map([...worldLinks()].filter(([party]) => ['wrk', 'wrk2', 'pvd'].includes(party))),
    },
    { record: ahead, link: worldLinks() },
    { record: endsLater, link: worldLinks() },
  ])
  const scenes = [
    { id: first, file, actors: ACTORS },
    { id: second, file, actors: shiftedActors(shift) },
  ]
  const toCome = { id: later, file: ahead, actors: WITHOUT_PARTS }
  const toEnd = { id: until, file: endsLater, actors: ACTORS }
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
  return { db, scenes, ended, toCome, toEnd, tokens }
}

/** The day on which what is to come starts, and a later one on which what is there ends. */
export const STARTS = '2027-01-15'
export const ENDS = '2027-03-01'

const BY_ENTRY = new Set(['worker', 'provider', 'team', 'manager of the team'])
/** Everybody, without what an entry made of them. */
export const WITHOUT_PARTS: readonly Actor[] = ACTORS.map((actor) =>
  BY_ENTRY.has(actor.name) ? { ...actor, relationships: [], seesAs: [] } : actor,
)

/** The world in which provider and workers are named, and have not started yet. */
const startingOn = (on: string): RecordFile =>
  movedTo(
    on,
    worldRecord(),
    (entry) => entry.kind === 'support-started' || (entry.kind === 'worker' && entry.event === 'allocated'),
  )

/** The world in which all that is to end has its last day written down. */
const endingOn = (on: string): RecordFile =>
  movedTo(
    on,
    worldRecord(true),
    (entry) => entry.kind === 'support-ended' || (entry.kind === 'worker' && entry.event === 'left'),
  )

function movedTo(on: string, file: RecordFile, which: (entry: Entry) => boolean): RecordFile {
  const later = file.entries.filter(which).map((entry): Entry => ({ ...entry, on: whenOfDay(day(on)) }))
  return { ...file, entries: [...file.entries.filter((entry) => !which(entry)), ...later] }
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
