import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import type { Model } from '../src/domain/allocation/model.ts'
import type { Directory } from '../src/domain/community/directory.ts'
import { demoAccounts, demoRecords, furnishDemo } from '../src/exchange/demo-council.ts'
import { NORTHMOOR_ADDRESS } from '../src/exchange/demo-council-address.ts'
import { directoryFrom } from '../src/exchange/open-referral.ts'
import { wordsFrom } from '../src/exchange/plain-words-list.ts'
import { modelFrom, pointsFrom } from '../src/exchange/published-model.ts'
import { createClock } from '../src/platform/clock.ts'
import type { Account as SignedInAccount } from '../src/platform/web/account.ts'
import type { Carrier } from '../src/platform/outbox/carrier.ts'
import { settingsFor } from '../src/platform/web/a-web.ts'
import { CSRF_FIELD, HEAD_FIELD, KEY_FIELD } from '../src/platform/web/form-seal.tsx'
import { type Sessions, sessionFor } from '../src/platform/web/session.ts'
import type { Web } from '../src/platform/web/web.ts'
import type { Entry, RecordFile } from '../src/record/entries.ts'
import { type Account, exportWhole, importRecord, keepAccounts } from '../src/record/log.ts'
import { type ShownPage, shownPage, valueOf } from './a-shown-page.ts'
import { type TestDatabase, testDatabase } from './database.ts'

// The whole service for one test file: the app as `main.ts` puts it together, the demonstration's people and records,
// and a database of its own. Without a port unless `listening` is asked for.
//
//   const service = await theService()
//   const tendai = await service.as('tendai-gwatidzo')
//   const page = await tendai.get(`/records/${service.recordOf('tendai-gwatidzo')}/budget`)
//   await tendai.post(`${page.path}/…`, { says: 'It is not so.' })
//
// Records that are only read are the demonstration's own. A test that adds to one takes a copy: `service.copyOf`.

/** The day on which the demonstration stands. */
export const TODAY = '2026-11-21'

const ROOT = join(import.meta.dirname, '..')
const DEMO = join(ROOT, 'demo')
const MODEL = join(ROOT, 'allocation', 'northmoor-2026-27.yaml')
const POINTS = join(ROOT, 'allocation', 'northmoor-points-2026-27.yaml')

export type Fields = Readonly<Record<string, string | readonly string[]>> | string

/** What stands in a form besides its questions. A new key and no head unless told otherwise. */
export type Seal = { readonly key?: string; readonly head?: string; readonly csrf?: string }

/** A form that somebody has before them. */
export type OpenForm = {
  readonly page: ShownPage
  readonly seal: Required<Seal>
  /** Sends it as it was shown: the same token, key and head, however often. */
  readonly send: (fields: Fields) => Promise<ShownPage>
}

export type Visitor = {
  readonly get: (path: string) => Promise<ShownPage>
  /** As from a page of ours, with everything that a form carries. */
  readonly post: (path: string, fields?: Fields, seal?: Seal) => Promise<ShownPage>
  /** Opens the page at `path`, which has a form that is sent to `to`; the page itself unless told otherwise. */
  readonly form: (path: string, to?: string) => Promise<OpenForm>
  readonly cookie: string
}

export type Service = {
  readonly database: TestDatabase
  readonly model: Model
  readonly directory: Directory
  readonly web: Web
  /** where it is reached, or would be */
  readonly origin: string
  /** The demonstration's records, by the id of the person: `tendai-gwatidzo`. */
  readonly recordOf: (person: string) => string
  readonly people: readonly string[]
  /** Another copy of one of them, to add to. @returns its id */
  readonly copyOf: (person: string) => Promise<string>
  /** A record of the test's own; its parties sign in as the accounts of the same id unless told otherwise. */
  readonly put: (record: RecordFile, link?: ReadonlyMap<string, string>) => Promise<string>
  readonly accounts: (accounts: readonly Account[]) => Promise<void>
  /** Everything in a record, seen by nobody's eyes. */
  readonly entriesOf: (record: string) => Promise<readonly Entry[]>
  readonly demoFile: (person: string) => RecordFile
  readonly as: (account: string) => Promise<Visitor>
  readonly stranger: Visitor
  /** Opens the port, once. @returns where */
  readonly listening: () => Promise<URL>
  /** The service works on another day from now on. */
  readonly turnTo: (day: string) => void
  readonly close: () => Promise<void>
}

type Settings = {
  /** Left out, the service works on `TODAY`. */
  readonly on?: string
  readonly env?: Readonly<Record<string, string>>
  /** Left out, nothing is sent from the service. */
  readonly carrier?: Carrier
}

export async function theService({ on = TODAY, env = {}, carrier }: Settings = {}): Promise<Service> {
  const port = await freePort()
  const config = settingsFor({
    PORT: String(port),
    ROUNDTABLE_ON: on,
    // A test presses faster than people do.
    POSTS_PER_MINUTE: '1000000',
    SIGN_INS_PER_MINUTE: '1000000',
    PAGES_AT_ONCE: '64',
    ...env,
  })
  const demo = await demoAccounts(DEMO)
  const tested = await testDatabase(
    { idleMinutes: config.session.idleMinutes },
    {
      name: 'demonstration',
      putIn: async (empty) => {
        await furnishDemo(empty, DEMO, demo)
      },
    },
  )
  const database: TestDatabase = { ...tested, asOwner: tested.asOwnerOften }
  const files = new Map([...(await demoRecords(DEMO)).values()].map((record) => [record.person.id, record]))
  const [model, points] = await Promise.all([modelFrom(MODEL), pointsFrom(POINTS)])
  const directory = await directoryFrom(join(DEMO, 'community-directory.json'))
  const words = await wordsFrom(join(ROOT, 'words', 'plain-words.yaml'))
  let today = on
  const clock = { ...createClock(on), today: () => today }
  const web = await createApp({
    config,
    clock,
    database,
    model,
    points,
    directory,
    councilAddress: NORTHMOOR_ADDRESS,
    words,
    root: ROOT,
    demo,
    carrier,
  })
  const ids = new Map(
    (
      await database.asOwner((query) =>
        query<{ id: string; person_party: string }>('select id, person_party from roundtable.record'),
      )
    ).map(({ id, person_party: person }) => [person, id]),
  )

  const fileOf = (person: string): RecordFile => there(files.get(person), person)
  const put: Service['put'] = async (record, link) => {
    const known = new Set(await accountIds(database))
    const own = record.parties.flatMap(({ id }) => (known.has(id) ? [[id, id] as const] : []))
    return importRecord(database, record, { link: link ?? new Map(own) })
  }
  let address: Promise<string> | undefined
  return {
    database,
    model,
    directory,
    web,
    origin: config.url.origin,
    recordOf: (person) => there(ids.get(person), person),
    people: [...files.keys()],
    copyOf: (person) => put(fileOf(person)),
    put,
    accounts: (accounts) => keepAccounts(database, accounts),
    entriesOf: async (record) =>
      there(await database.asOwner((query) => exportWhole(query, record)), record).entries,
    demoFile: fileOf,
    as: async (account) => visitor(web, config.url.origin, await signIn(database, account)),
    stranger: visitor(web, config.url.origin, ''),
    turnTo: (day) => {
      today = day
    },
    listening: async () => {
      address ??= web.app.listen({ port, host: 'localhost' })
      await address
      return config.url
    },
    close: async () => {
      await web.app.close()
      await database.drop()
    },
  }
}

function there<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`the test asks for ${what}, which is not there`)
  return found
}

const accountIds = async (database: TestDatabase): Promise<readonly string[]> =>
  (await database.asOwner((query) => query<{ id: string }>('select id from roundtable.account'))).map(
    ({ id }) => id,
  )

/** A session as the sign-in leaves it. @returns the cookie */
async function signIn(database: TestDatabase, id: string): Promise<string> {
  const [account] = await database.asOwner((query) =>
    query<SignedInAccount>('select id, kind, name, role, team from roundtable.account where id = $1', [id]),
  )
  const token = await database.signIn(id)
  const sessions: Sessions = database.sessions
  await sessions.write(token, sessionFor(there(account, id), new Date()), new Date(Date.now() + 3_600_000))
  return `roundtable=${token}`
}

const encoded = (fields: Fields): string => {
  if (typeof fields === 'string') return fields
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) pairs.append(name, one)
  }
  return pairs.toString()
}

function visitor({ app }: Web, origin: string, cookie: string): Visitor {
  const host = new URL(origin).host
  /** Kept from page to page, as browsers do: the notice after something was done. */
  const jar = new Map<string, string>()
  const cookies = () => [cookie, ...[...jar].map(([name, value]) => `${name}=${value}`)].join('; ')
  const come = async (path: string, method: 'GET' | 'POST', payload?: string): Promise<ShownPage> => {
    const answer = await app.inject({
      method,
      url: path,
      headers: {
        host,
        cookie: cookies(),
        ...(method === 'GET'
          ? {}
          : {
              origin,
              'sec-fetch-site': 'same-origin',
              'content-type': 'application/x-www-form-urlencoded',
            }),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value } of answer.cookies) {
      if (name === 'roundtable') continue
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return shownPage({ path, status: answer.statusCode, headers: answer.headers, body: answer.body })
  }
  let csrf: Promise<string> | undefined
  const token = () => (csrf ??= come('/', 'GET').then(({ body }) => valueOf(body, CSRF_FIELD)))
  const post: Visitor['post'] = async (path, fields = {}, seal = {}) => {
    const sealed = {
      [CSRF_FIELD]: seal.csrf ?? (await token()),
      [KEY_FIELD]: seal.key ?? randomUUID(),
      ...(seal.head === undefined ? {} : { [HEAD_FIELD]: seal.head }),
    }
    const seals = Object.entries(sealed).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    return come(path, 'POST', [...seals, encoded(fields)].filter((part) => part !== '').join('&'))
  }
  const form: Visitor['form'] = async (path, to = path) => {
    const page = await come(path, 'GET')
    const shown = page.formTo(to)
    const seal = {
      csrf: valueOf(shown, CSRF_FIELD),
      key: valueOf(shown, KEY_FIELD),
      head: valueOf(shown, HEAD_FIELD),
    }
    return { page, seal, send: (fields) => post(to, fields, seal) }
  }
  return { cookie, get: (path) => come(path, 'GET'), post, form }
}

/** A port that nobody listens on. The service has to know its own address before it opens it. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
