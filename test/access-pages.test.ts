import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyAllows, isAction, isResource, placeOf } from '../src/record/access.ts'
import type { Entry, RecordFile } from '../src/record/entries.ts'
import type { TableRow } from '../src/platform/web/table.ts'
import { ACCOUNTS, ACTORS, type Actor, PLACES_OF_ENTRIES, worldLinks, worldRecord } from './access-world.ts'
import type { ShownPage } from './a-shown-page.ts'
import { type Fields, type Service, type Visitor, theService } from './the-service.ts'

// Every page of a record, asked for and sent to, by somebody who stands to it in every way there is: open where the table
// of access says so, and where it does not the same page as for a record that is not there.

let service: Service
/** The world of `access-world.ts` without most of what its parties own: quicker to open, and it has every way to stand. */
let file: RecordFile
let record = ''
/** The same with all that everybody owns, and what is kept from each. */
let wholeFile: RecordFile
let whole = ''
/** The same world after everything that made somebody something by an entry has come to its end. */
let ended = ''
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  service = await theService()
  await service.accounts(ACCOUNTS)
  wholeFile = worldRecord()
  whole = await service.put(wholeFile, worldLinks())
  file = {
    ...wholeFile,
    entries: wholeFile.entries.filter(({ id }) => !id.startsWith('kept-') && !LEFT_OUT.test(id)),
  }
  record = await service.put(file, worldLinks())
  const byEntry = ['wrk', 'wrk2', 'pvd']
  ended = await service.put(
    worldRecord(true),
    new Map([...worldLinks()].filter(([party]) => byEntry.includes(party))),
  )
  for (const { account } of ACTORS) {
    if (account !== undefined) visitors.set(account, await service.as(account))
  }
})
afterAll(() => service.close())

const LEFT_OUT = /^own-(?:people|asking|safeguarding|eligibility|means|plan|support)-/

const visitorOf = ({ account }: Actor): Visitor =>
  (account === undefined ? undefined : visitors.get(account)) ?? service.stranger

/** What stands for a part of a path: an entry of the record, a topic, or nothing. */
type Way = {
  readonly filled: string
  /** the entry that it is about, which has to be readable too */
  readonly about?: string
  /** nothing is there, for anybody */
  readonly empty?: true
}

const entryWays = (path: string, name: string, ids: readonly string[]): readonly Way[] =>
  ids.map((about) => ({ filled: path.replace(name, about), about }))

/** The ways to fill each address. An address that is not here fails the test: a new page is tried in every cell too. */
const WAYS: Readonly<Record<string, (path: string, actor: Actor) => readonly Way[]>> = {
  ':record': (path) => [{ filled: path }],
  ':topic': (path) =>
    ['hygiene', 'about-me', 'carer-work'].map((topic) => ({ filled: path.replace(':topic', topic) })),
  ':letter': (path) =>
    entryWays(path, ':letter', ['needs-opened', 'old-plan', 'carers-own-car', 'carers-own-car2']),
  ':entry': (path) => entryWays(path, ':entry', PLACES_OF_ENTRIES),
  ':assessment': (path) =>
    entryWays(path, ':assessment', ['needs-opened', 'carers-own-car', 'carers-own-car2']),
  ':as': (path) => [{ filled: path.replace(':as', 'text') }],
  ':part': (path) => [{ filled: path.replace(':part', 'strengths') }],
  ':goal': (path) => entryWays(path, ':goal', ['plan']),
  ':line': (path) => [{ filled: path.replace(':line', 'L1') }],
  ':plan': (path) => entryWays(path, ':plan', ['old-plan']),
  ':to': (path) => entryWays(path.replace(':plan', 'old-plan'), ':to', ['old-plan']),
  // A finding is there for those whose own page offers it: see the test of its own below.
  ':check': (path) => [{ filled: `${path.replace(':check', 'carer-not-offered')}?of=none`, empty: true }],
  ':asked': (path) => entryWays(path, ':asked', ['review-asked']),
  ':held': (path) => entryWays(path, ':held', ['on-hold']),
  ':complaint': (path) => entryWays(path, ':complaint', ['challenge']),
  // A form to print has no entry behind it.
  ':paper': (path) => [{ filled: path.replace(':paper', 'heard') }],
  ':risk': (path) => entryWays(path, ':risk', ['a-risk']),
  ':capacity': (path) => entryWays(path, ':capacity', ['a-finding']),
  ':advocacy': (path) => entryWays(path, ':advocacy', ['an-asking']),
  ':said': (path) => entryWays(path, ':said', ['something-said']),
  // A need, which those read who read the conversation; and what was asked, which a carer does not read.
  ':written': (path) => entryWays(path, ':written', ['conversation', 'asking']),
  // Nothing of these is kept from anybody whom it is for: see the test of its own in `stages/safety`.
  ':kept': (path) => [{ filled: path.replace(':kept', 'none'), empty: true }],
  // Nobody here is supported under a contract: whose those are is tried in `confirm.test.ts` and `contracts-*.test.ts`.
  ':contract': (path) => [{ filled: path.replace(':contract', 'none'), empty: true }],
  ':outcome': (path) => [
    { filled: path.replace(':contract', 'none').replace(':outcome', 'none'), empty: true },
  ],
  ':challenge': (path) => [
    { filled: path.replace(':contract', 'none').replace(':challenge', 'none'), empty: true },
  ],
  ':concern': (path) => entryWays(path, ':concern', ['safeguarding']),
  // Of what each party disputes: one's own, somebody else's, and what is in a carer's own part.
  // An idea of the person’s, for a need that not everybody who may answer it can read.
  ':option': (path) => entryWays(path, ':option', ['an-idea']),
  ':dispute': (path, { party = 'adv' }) =>
    entryWays(path, ':dispute', [
      ...new Set([
        `own-conversation-${party}`,
        `own-money-${party}`,
        'own-conversation-bro',
        'own-capacity-p',
        'own-carers-own-wrk',
        'own-challenge-att',
      ]),
    ]),
}

/** What is sent to each address: never enough to be kept, so that every cell finds the record as the first one did. */
const SENT: Readonly<Record<string, Fields>> = { 'still-right': { statement: 'none' } }

const lastPart = (path: string): string => path.split('/').at(-1) ?? ''
const paramOf = (path: string): string => path.split('/').findLast((part) => part.startsWith(':')) ?? ''

const recordRows = (): readonly TableRow[] =>
  service.web.table.filter(({ path }) => path.startsWith('/records/:record'))

const ask = (visitor: Visitor, row: TableRow, filled: string): Promise<ShownPage> =>
  row.method === 'GET'
    ? visitor.get(filled)
    : visitor.post(filled, SENT[lastPart(row.path)] ?? {}, { head: '0' })

const find = (id: string): Entry | undefined => wholeFile.entries.find((entry) => entry.id === id)

/** Does the actor read this entry, by the table? */
function reads(actor: Actor, entry: Entry): boolean {
  const { resource, owner } = placeOf(entry, find)
  const own = owner !== undefined && owner === actor.party
  const kept = entry.withheld?.from.some((party) => actor.seesAs.includes(party)) === true
  return (
    !kept &&
    (anyAllows(actor.relationships, resource, 'read') ||
      (own && anyAllows(actor.relationships, resource, 'read-own')))
  )
}

/** May the actor come to this page, by the table? One that is read opens to those who read only what is their own. */
function mayCome(actor: Actor, row: TableRow): boolean {
  if (typeof row.may === 'string') throw new Error(`${row.path} of a record is open to ${row.may}`)
  const { resource, action } = row.may
  if (row.orMay !== undefined && mayCome(actor, { ...row, may: row.orMay, orMay: undefined })) return true
  if (!isResource(resource) || !isAction(action))
    throw new Error(`${row.path} takes what is not in the table`)
  return (
    anyAllows(actor.relationships, resource, action) ||
    (action === 'read' && anyAllows(actor.relationships, resource, 'read-own'))
  )
}

/** Without what is new on every page. */
const plain = ({ body }: ShownPage): string =>
  body.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/name="_csrf" value="[^"]*"/g, '')

const headersOf = ({ headers }: ShownPage): unknown => {
  const { 'content-length': _length, 'content-security-policy': _policy, date: _date, ...others } = headers
  return others
}

const AT_ONCE = 6

const nowhere = randomUUID()
const noSuch = new Map<string, Promise<ShownPage>>()
/** What the actor gets of a record that is not there: that it is one page, whatever was asked for, is tried below. */
function ofNoRecord(actor: Actor, row: TableRow, filled: string): Promise<ShownPage> {
  const key = `${actor.account} ${row.method}`
  const page = noSuch.get(key) ?? ask(visitorOf(actor), row, filled.replace(':record', nowhere))
  noSuch.set(key, page)
  return page
}

const isSame = (page: ShownPage, other: ShownPage): boolean =>
  page.status === other.status &&
  plain(page) === plain(other) &&
  JSON.stringify(headersOf(page)) === JSON.stringify(headersOf(other))

/** Why a cell is not as the table says; nothing where it is. */
async function wrongIn(
  actor: Actor,
  row: TableRow,
  way: Way,
  of: string,
  open: boolean,
): Promise<string | undefined> {
  const page = await ask(visitorOf(actor), row, way.filled.replace(':record', of))
  const cell = `${actor.name}: ${row.method} ${way.filled}`
  if (actor.account === undefined) {
    const turned =
      row.method === 'GET'
        ? page.status === 303 && page.location.startsWith('/sign-in?from=')
        : page.status === 403
    return turned ? undefined : `${cell}: signed out, and got ${page.status}`
  }
  if (open) {
    const fits = row.method === 'GET' ? [200] : [303, 400, 409]
    return fits.includes(page.status) ? undefined : `${cell}: open to them, and got ${page.status}`
  }
  if (page.status !== 404) return `${cell}: not open to them, and got ${page.status}`
  return isSame(page, await ofNoRecord(actor, row, way.filled))
    ? undefined
    : `${cell}: can be told from a record that is not there`
}

test('every page of a record can be tried', () => {
  expect(recordRows().length).toBeGreaterThan(15)
  expect(recordRows().filter(({ path }) => WAYS[paramOf(path)] === undefined)).toEqual([])
})

test('of a record that is not there every address gives one page', async () => {
  const [actor] = ACTORS.filter(({ account }) => account === 'a-wrk')
  if (actor === undefined) throw new Error('nobody to ask')
  for (const row of recordRows()) {
    const [way] = WAYS[paramOf(row.path)]?.(row.path, actor) ?? []
    if (way === undefined) continue
    const page = await ask(visitorOf(actor), row, way.filled.replace(':record', nowhere))
    expect(page.status, row.path).toBe(404)
    expect(isSame(page, await ofNoRecord(actor, row, way.filled)), row.path).toBe(true)
  }
})

test('every page x every relationship: open where the table of access says so, and nowhere else', async () => {
  const start = performance.now()
  let cells = 0
  let opened = 0
  const wrong: string[] = []
  const tryRow = async (row: TableRow, actor: Actor): Promise<void> => {
    for (const way of WAYS[paramOf(row.path)]?.(row.path, actor) ?? []) {
      const about = way.about === undefined ? undefined : find(way.about)
      if (way.about !== undefined && about === undefined) continue
      const open = way.empty !== true && mayCome(actor, row) && (about === undefined || reads(actor, about))
      const says = await wrongIn(actor, row, way, record, open)
      if (says !== undefined) wrong.push(says)
      cells += 1
      opened += open ? 1 : 0
    }
  }
  for (const row of recordRows()) {
    // A few at a time, so that neither the service nor its database waits for the other.
    for (let first = 0; first < ACTORS.length; first += AT_ONCE) {
      await Promise.all(ACTORS.slice(first, first + AT_ONCE).map((actor) => tryRow(row, actor)))
    }
  }
  console.log(
    `${cells} cells tried over HTTP, ${opened} of them open, in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )
  expect(wrong).toEqual([])
  expect(cells).toBeGreaterThan(1000)
  expect(opened).toBeGreaterThan(200)
  expect(await service.entriesOf(record)).toHaveLength(file.entries.length)
}, 600_000)

test('what has ended opens nothing: a worker who left, their team, a provider whose support ended', async () => {
  const actors = ACTORS.filter(({ account }) =>
    ['a-wrk', 'a-pvd', 'a-cover', 'a-boss'].includes(account ?? ''),
  )
  expect(actors).toHaveLength(4)
  const wrong: string[] = []
  for (const row of recordRows()) {
    for (const actor of actors) {
      const [way] = WAYS[paramOf(row.path)]?.(row.path, actor) ?? []
      if (way === undefined) continue
      const says = await wrongIn(actor, row, way, ended, false)
      if (says !== undefined) wrong.push(says)
    }
  }
  expect(wrong).toEqual([])
})

test('what the checks found is answered by those whose own page offers it, and by nobody else', async () => {
  const offers = new Map<Actor, readonly string[]>()
  for (const actor of ACTORS) {
    const { links } = await visitorOf(actor).get(`/records/${record}`)
    offers.set(
      actor,
      links.filter((link) => link.includes('/findings/')),
    )
  }
  const every = [...new Set([...offers.values()].flat())]
  // Each is tried by everybody; of the many there are, some from each end of the list.
  const all = every.filter((_, at) => at % Math.ceil(every.length / 6) === 0)
  expect(all.length).toBeGreaterThan(3)
  const wrong: string[] = []
  for (const [actor, offered] of offers) {
    if (actor.account === undefined) continue
    if (offered.length > 0 && !anyAllows(actor.relationships, 'conversation', 'say'))
      wrong.push(`${actor.name} is offered what is not theirs`)
    for (const link of all) {
      const { status } = await visitorOf(actor).get(link)
      if (status !== (offered.includes(link) ? 200 : 404)) wrong.push(`${actor.name}: ${link}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
})

/** Where a page names an entry: as the id of a part of it, in an address, or in what a form sends. */
const NAMED = /(?: id="|\/dispute\/|\/challenge\/|\/eligibility\/|[?&]of=|#| value=")([a-z0-9-]+)(?=["/&])/g

/** Pages that have an easy read view. */
const IN_EASY_READ = [
  'about-me',
  'advocacy',
  'challenge',
  'conversation/correct/conversation',
  'conversation/correct/challenge',
  'conversation/put-right/something-said',
  'deciding',
  'deciding/a-finding',
  'deciding/liberty',
  'moves',
  'outcomes',
  'outcomes/heard',
  'outcomes/hopes',
  'outcomes/wellbeing',
  'risks',
  'risks/a-risk',
  'safety',
] as const

describe('no page shows an entry that its reader may not read', () => {
  test.each(ACTORS.filter(({ relationships }) => relationships.length > 0))('$name', async (actor) => {
    const readable = new Set(wholeFile.entries.filter((entry) => reads(actor, entry)).map(({ id }) => id))
    const hidden = wholeFile.entries.map(({ id }) => id).filter((id) => !readable.has(id))
    for (const row of recordRows().filter(({ method }) => method === 'GET')) {
      for (const way of (WAYS[paramOf(row.path)]?.(row.path, actor) ?? []).slice(0, 2)) {
        const page = await ask(visitorOf(actor), row, way.filled.replace(':record', whole))
        if (page.status !== 200) continue
        const named = new Set([...page.body.matchAll(NAMED)].map(([, id]) => id))
        expect(
          hidden.filter((id) => named.has(id)),
          way.filled,
        ).toEqual([])
      }
    }
    // The same page in easy read opens to the same people, and names nothing else.
    for (const path of IN_EASY_READ) {
      const at = `/records/${whole}/${path}`
      const plainly = await visitorOf(actor).get(at)
      const easy = await visitorOf(actor).get(`${at}?as=easy-read`)
      expect(easy.status, path).toBe(plainly.status)
      const named = new Set([...easy.body.matchAll(NAMED)].map(([, id]) => id))
      expect(
        hidden.filter((id) => named.has(id)),
        `${path} in easy read`,
      ).toEqual([])
    }
    const timeline = await visitorOf(actor).get(`/records/${whole}`)
    const shown = wholeFile.entries.filter(({ id }) => timeline.body.includes(`rt-entry" id="${id}"`))
    expect(shown.map(({ id }) => id)).toEqual([...readable])
  })
})
