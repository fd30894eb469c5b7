import { createHash, randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { type PlainDate, day } from '../domain/dates/plain-date.ts'
import { type Relationship, anyAllows, isAction, isResource } from '../record/access.ts'
import type { Party } from '../record/entries.ts'
import { writeFileText } from '../record/file.ts'
import {
  type OpenRecord,
  addParty,
  append,
  colleagues,
  exportRecord,
  keepLook,
  keepLookAgain,
  looks,
  openRecord,
} from '../record/log.ts'
import { type OpenedMemory, openedMemory } from '../record/log-memory.ts'
import { type RecordState, foldRecord } from '../record/state.ts'
import type { Database, Query } from '../platform/database/database.ts'
import type { Account } from '../platform/web/account.ts'
import { type Answer, notFound } from '../platform/web/answer.ts'
import type { Enter, Knock } from '../platform/web/page.ts'
import type { AtTable, Kept } from './at-table.ts'
import { type Posting, postOffice } from './letters/store.ts'
import { type ReachContracts, noContracts } from './under-contract.ts'

/** Thrown to undo a transaction whose page is shown all the same: nothing was decided, so nothing is kept. */
class Undone extends Error {
  readonly answer: Answer
  constructor(answer: Answer) {
    super('nothing was kept')
    this.answer = answer
  }
}

/** What the guard says of a knock: the same table as the database's, asked once more in words. */
const mayWith = (takes: Knock['takes'], relationships: AtTable['reader']['relationships']): boolean => {
  if (takes === 'anyone' || takes === 'signed-in') return false
  const { resource, action } = takes
  if (!isResource(resource) || !isAction(action)) return false
  // Whoever may read only what is their own finds only that: the database shows them no more.
  return (
    anyAllows(relationships, resource, action) ||
    (action === 'read' && anyAllows(relationships, resource, 'read-own'))
  )
}

/** A look is open as well to those who have the page’s other right: they find there what is theirs alone. */
const mayCome = (
  { takes, method, facts }: Knock,
  relationships: AtTable['reader']['relationships'],
): boolean =>
  mayWith(takes, relationships) ||
  (method === 'get' && facts.orMay !== undefined && mayWith(facts.orMay, relationships))

/** What the council publishes: its money, in force today, and the directory of what is near by. */
export type Published = Pick<AtTable, 'model' | 'points' | 'directory' | 'councilAddress'> & {
  /** who carries letters from here; left out, nobody does */
  readonly posting?: Posting | undefined
  /** the ledgers of contracts; left out, there are none */
  readonly contracts?: ReachContracts | undefined
}

/**
 * The door of a record: one transaction in which it is opened as far as the reader may see it, the guard decides, the
 * page is made, and the look or what was added is kept. Denied and absent are the same page.
 */
export const enterRecord = (database: Database, published: Published): Enter<AtTable> => {
  const memory = openedMemory(REMEMBERED)
  const shown = shownPages()
  return async (knock, inside) => {
    const { session } = knock
    if (session === undefined) return notFound
    const again = await shownAgain(database, session, knock, shown)
    if (again !== undefined) return again
    try {
      return await database.scoped(session, async (query, atEnd) => {
        const came = { between: false }
        const open = () => openTable(query, knock, published, memory, came)
        const opened = await open()
        if (opened === undefined) return notFound
        const { table } = opened
        if (!mayCome(knock, table.reader.relationships)) return notFound
        const first = await pageOf(knock, opened, shown, inside)
        // Somebody was quicker after this record was read: what they added has to be on the page that says so.
        const newer = came.between ? await open() : undefined
        const answer = newer === undefined ? first : await inside(newer.table)
        const [strongest] = table.reader.relationships
        if (knock.method === 'get' && strongest !== undefined && answer.kind !== 'not-found') {
          atEnd(keepLook(query, table.record, knock.facts.audited, strongest))
        }
        if (knock.method === 'post' && answer.kind !== 'redirect') throw new Undone(answer)
        return answer
      })
    } catch (error) {
      if (error instanceof Undone) return error.answer
      throw error
    }
  }
}

/** A page as it was shown last, of what it was made, and as whom its reader came. */
type Shown = {
  readonly answer: Answer
  readonly version: string
  readonly on: string
  readonly relationship: Relationship
}

/** So many pages are remembered, of all records together: a page takes some 50 kilobytes. */
const shownPages = () => new LRUCache<string, Shown>({ max: 4_000 })
type ShownPages = ReturnType<typeof shownPages>

/** Where a page is remembered: by its record, its reader and its address. What changes by itself, or may change, has no place. */
const placeOf = ({ account, asked, method, params }: Knock): string | undefined =>
  method === 'post' || account === undefined
    ? undefined
    : JSON.stringify([params['record'], account.id, account.name, asked])

/**
 * The page as it was the last time, where the database says that its record is to this reader still what it was: it then
 * keeps the look as well. The guard let them in under that same version, and nothing of what it decides by has changed.
 */
async function shownAgain(
  database: Database,
  session: string,
  knock: Knock,
  shown: ShownPages,
): Promise<Answer | undefined> {
  const place = placeOf(knock)
  const last = place === undefined ? undefined : shown.get(place)
  const record = knock.params['record']
  if (last === undefined || record === undefined || last.on !== knock.today) return undefined
  const { version, relationship } = last
  const look = { record, version, relationship, page: knock.facts.audited }
  // Not waited for, so that it goes to the server together with the beginning and the end of its transaction.
  let same: Promise<boolean> = Promise.resolve(false)
  await database.scoped(session, (query, atEnd) => {
    same = keepLookAgain(query, look)
    atEnd(same)
    return Promise.resolve()
  })
  return (await same) ? last.answer : undefined
}

/**
 * The page, which is remembered: it is made of the record as its reader sees it today, of who they are and of its
 * address. One that reads more than that, such as who looked, is made anew each time.
 */
async function pageOf(
  knock: Knock,
  { table, version }: Opened,
  shown: ShownPages,
  inside: (table: AtTable) => Promise<Answer>,
): Promise<Answer> {
  const place = placeOf(knock)
  const [relationship] = table.reader.relationships
  if (place === undefined || relationship === undefined) return inside(table)
  let readsMore = false
  const reading =
    <T>(read: () => Promise<T>) =>
    () => {
      readsMore = true
      return read()
    }
  const answer = await inside({
    ...table,
    colleagues: reading(table.colleagues),
    looks: reading(table.looks),
    post: {
      ...table.post,
      addresses: reading(table.post.addresses),
      posted: reading(table.post.posted),
    },
    contracts: {
      ...table.contracts,
      under: reading(table.contracts.under),
    },
    file: reading(table.file),
  })
  if (answer.kind !== 'page' || answer.status !== 200 || readsMore) return answer
  const page = { ...answer, kept: {} }
  shown.set(place, { answer: page, version, relationship, on: knock.today })
  return page
}

/** So many records are remembered: twenty each for fifty people who are at work at one time, in some 200 megabytes. */
const REMEMBERED = 1_000

const states = new WeakMap<OpenRecord, RecordState>()

/** The record today, worked out once for as long as it is remembered. */
function stateOf(opened: OpenRecord, today: PlainDate): RecordState {
  const known = states.get(opened)
  if (known?.on === today) return known
  const state = foldRecord(opened, today)
  states.set(opened, state)
  return state
}

type Opened = { readonly table: AtTable; readonly version: string }

async function openTable(
  query: Query,
  knock: Knock,
  published: Published,
  memory: OpenedMemory,
  came: { between: boolean },
): Promise<Opened | undefined> {
  const opened = await openRecord(query, knock.params['record'] ?? '', memory)
  if (opened === undefined) return undefined
  const today = day(knock.today)
  const seat = opened.myParty === undefined ? seatFor(knock.account, opened.relationships) : undefined
  const party = opened.myParty ?? seat?.id
  const name = entryNameOf(knock)
  // What this very form has added already is set aside, so that the same form sent twice is decided twice alike.
  const own = (id: string) => id.endsWith(`-${name}`)
  const state = opened.entries.some(({ id }) => own(id))
    ? foldRecord({ ...opened, entries: opened.entries.filter(({ id }) => !own(id)) }, today)
    : stateOf(opened, today)
  const table: AtTable = {
    record: opened.id,
    head: opened.head,
    state,
    reader: { party, relationships: opened.relationships },
    // The person is told that something is withheld from them, and on what ground. Anybody else is told nothing: to know
    // that somebody has spoken can be the danger.
    withheld: opened.relationships.includes('self') ? opened.withheld : [],
    ...published,
    stamp: (kind) => ({ id: `${kind}-${name}`, on: today, by: party ?? '' }),
    keep: async (added, head, key): Promise<Kept> => {
      if (seat !== undefined) await addParty(query, opened.id, seat, { mine: true })
      const kept = await append(query, opened.id, headFrom(head) ?? opened.head, added, key)
      switch (kept.kind) {
        case 'kept':
          return { kind: 'kept' }
        case 'overtaken':
          came.between = true
          return { kind: 'overtaken', since: kept.since }
        case 'key-reused':
          return { kind: 'sent-before' }
        case 'denied':
          return { kind: 'denied' }
      }
    },
    seat: (added, colleague) =>
      addParty(
        query,
        opened.id,
        { ...added, id: colleague ?? `party-${name}` },
        colleague === undefined ? {} : { account: colleague },
      ),
    colleagues: () => colleagues(query),
    looks: async () => {
      const all = await looks(query, opened.id)
      return all.map((look) => (look.account === knock.account?.id ? { ...look, name: 'You' } : look))
    },
    post: postOffice(query, opened.id, published.posting),
    contracts: (published.contracts ?? noContracts)(query, opened.id),
    file: async () => {
      const record = await exportRecord(query, opened.id)
      return record === undefined ? '' : writeFileText(record)
    },
  }
  return { table, version: opened.version }
}

/** Where the record stood when the form was shown. What no page of ours has written is where no record stands any more. */
const headFrom = (sent: string | undefined): number | undefined =>
  sent === undefined ? undefined : /^\d{1,9}$/.test(sent) ? Number(sent) : 0

/**
 * What a form adds is named by its sender and its key: sent again it adds the same and not one more, and nobody can give
 * a key that makes the name of what another has added.
 */
function entryNameOf(knock: Knock): string {
  const key = 'key' in knock && typeof knock.key === 'string' ? knock.key : randomUUID()
  return createHash('sha256')
    .update(JSON.stringify([knock.account?.id, key]))
    .digest('hex')
    .slice(0, 12)
}

/** A manager of the team has no part in a record until they act in it; then they sit down at the table by name. */
function seatFor(
  account: Account | undefined,
  relationships: AtTable['reader']['relationships'],
): Party | undefined {
  if (account === undefined || !relationships.includes('manager')) return undefined
  return { id: account.id, name: account.name, role: 'manager' }
}
