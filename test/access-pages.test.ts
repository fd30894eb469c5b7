import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyAllows, isAction, isResource } from '../src/record/access.ts'
import type { RecordFile } from '../src/record/entries.ts'
import type { TableRow } from '../src/platform/web/table.ts'
import { WAYS, WORLD, type Way, ask, everybodyAt, find, paramOf, reads, recordRows } from './access-ways.ts'
import { ACCOUNTS, ACTORS, type Actor, worldLinks, worldRecord } from './access-world.ts'
import type { ShownPage } from './a-shown-page.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// Every page of a record, asked for and sent to, by somebody who stands to it in every way there is: open where the table
// of access says so, and where it does not the same page as for a record that is not there.

let service: Service
/** The world of `access-world.ts` without most of what its parties own: quicker to open, and it has every way to stand. */
let file: RecordFile
let record = ''
/** The same world after everything that made somebody something by an entry has come to its end. */
let ended = ''
let visitorOf: (actor: Actor) => Visitor

beforeAll(async () => {
  service = await theService()
  await service.accounts(ACCOUNTS)
  file = {
    ...WORLD,
    entries: WORLD.entries.filter(({ id }) => !id.startsWith('kept-') && !LEFT_OUT.test(id)),
  }
  record = await service.put(file, worldLinks())
  const byEntry = ['wrk', 'wrk2', 'pvd']
  ended = await service.put(
    worldRecord(true),
    new Map([...worldLinks()].filter(([party]) => byEntry.includes(party))),
  )
  visitorOf = await everybodyAt(service)
})
afterAll(() => service.close())

const LEFT_OUT = /^own-(?:people|asking|safeguarding|eligibility|means|plan|support)-/

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
  expect(recordRows(service).length).toBeGreaterThan(15)
  expect(recordRows(service).filter(({ path }) => WAYS[paramOf(path)] === undefined)).toEqual([])
})

test('of a record that is not there every address gives one page', async () => {
  const [actor] = ACTORS.filter(({ account }) => account === 'a-wrk')
  if (actor === undefined) throw new Error('nobody to ask')
  for (const row of recordRows(service)) {
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
  const cellsLeft = recordRows(service)
    .flatMap((row) => ACTORS.map((actor) => ({ row, actor })))
    .values()
  // A few at a time, so that neither the service nor its database waits for the other.
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { row, actor } of cellsLeft) await tryRow(row, actor)
    }),
  )
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
  for (const row of recordRows(service)) {
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
