import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Dress } from './dress.ts'
import { databaseComesBack, failWith, logAnswers } from './failing.ts'
import { createGate } from './gate.ts'
import { hangRoutes } from './hang.ts'
import { helmetOptions, OTHER_HEADERS } from './headers.ts'
import { type Limit, limiter } from './limits.ts'
import type { LogSettings } from './log.ts'
import type { Route } from './page.ts'
import { preparePages } from './prepare.ts'
import { createReplies, type Replies } from './replies.ts'
import { serverOptions, UNREADABLE } from './server.ts'
import type { Sessions, SessionSettings } from './session.ts'
import { ASSETS_PATH, serveAssets } from './static-files.ts'
import { missingRows, rowsOf, tableFaults, type TableRow } from './table.ts'

/** What a part of the platform gets that hangs addresses of its own: sign-in, and the demonstration's issuer. */
export type Tools = {
  readonly app: FastifyInstance
  readonly replies: Replies
  readonly session: SessionSettings
  readonly config: Config
  /** As a route's `onRequest`: refuses far too many tries to sign in. */
  readonly limitSignIns: Limit
}

/** Addresses that are no pages. They say what they are, as pages do. */
export type Part = {
  readonly rows: readonly TableRow[]
  /** Among the pages: with sessions, tokens and forms. */
  readonly among?: ((scope: FastifyInstance, tools: Tools) => void) | undefined
  /** Beside the pages, with the headers alone. */
  readonly beside?: ((scope: FastifyInstance, tools: Tools) => Promise<void>) | undefined
}

export type WebSettings = {
  readonly config: Config
  readonly clock: Clock
  readonly sessions: Sessions
  readonly routes: readonly Route[]
  readonly parts: readonly Part[]
  readonly dress: Dress
  /** What the layout says at the top of pages without a place, for a while. */
  readonly passing?: (() => string | undefined) | undefined
  /** The folder of built assets, with their manifest; left out, there are none. */
  readonly assets?: string | undefined
  /** Seconds after which to come back, where an error means busy or away for now; the database's do unless told. */
  readonly comeBack?: ((error: unknown) => number | undefined) | undefined
  /** Whether all that the service stands on is there; what `/health` says to those who watch. */
  readonly isWell?: (() => Promise<boolean>) | undefined
  readonly logStream?: LogSettings['stream']
}

export type Web = {
  readonly app: FastifyInstance
  /** Every address that answers, and who may. */
  readonly table: readonly TableRow[]
}

/** Puts the web together by hand: what is not named here is not there. */
export async function createWeb(settings: WebSettings): Promise<Web> {
  const { config, clock, routes, parts, dress } = settings
  const isHttps = config.url.protocol === 'https:'
  const otherRows = [
    ...parts.flatMap((part) => part.rows),
    ...OWN_ROWS,
    ...(settings.assets === undefined ? [] : [ASSETS_ROW]),
  ]
  const table = [...rowsOf(routes), ...otherRows]
  stopAt(tableFaults(routes, otherRows))

  const app: FastifyInstance = Fastify(
    serverOptions(config, { level: config.logLevel, stream: settings.logStream }),
  )
  const hung = noteRoutes(app)
  const replies = createReplies({
    dress,
    today: clock.today,
    isHttps,
    origin: config.url.origin,
    passing: settings.passing,
  })
  const gate = createGate(config.limits)
  const sessionSettings = { sessions: settings.sessions, clock, hours: config.session.hours, isHttps }
  failWith(app, replies, settings.comeBack ?? databaseComesBack)
  logAnswers(app)
  const issuers = config.signIn.kind === 'issuers' ? [config.signIn.public, config.signIn.staff] : []
  await app.register(helmet, helmetOptions(isHttps, [...new Set(issuers.map(({ url }) => url.origin))]))
  // On the response itself, as helmet's are: a part that answers past Fastify has them too.
  app.addHook('onRequest', async (_request, { raw }) => {
    for (const [name, value] of Object.entries(OTHER_HEADERS)) raw.setHeader(name, value)
  })
  if (settings.assets !== undefined) await serveAssets(app, settings.assets)
  app.get(HEALTH, async (_request, reply) => {
    const isWell = (await settings.isWell?.().catch(() => false)) ?? true
    return reply
      .code(isWell ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .send(isWell ? 'ok' : 'not ok')
  })

  await app.register(rateLimit, { global: false })
  const limitSignIns = limiter(app, config.limits.signInsPerMinute)
  const limitPosts = limiter(app, config.limits.postsPerMinute)
  const tools: Tools = { app, replies, session: sessionSettings, config, limitSignIns }
  await app.register(async (scope) => {
    await preparePages(scope, sessionSettings, config, gate)
    scope.setNotFoundHandler(async (request, reply) => replies.trouble(request, reply, 'not-found'))
    scope.get(UNREADABLE, async (request, reply) => replies.trouble(request, reply, 'malformed'))
    hangRoutes(scope, routes, { replies, gate, today: clock.today, limitPosts })
    for (const part of parts) part.among?.(scope, tools)
  })
  for (const part of parts) {
    if (part.beside !== undefined) await app.register(async (scope) => part.beside?.(scope, tools))
  }
  await app.ready()
  stopAt(missingRows(hung, table))
  return { app, table }
}

/** For those who watch whether the service answers at all. */
const HEALTH = '/health'

const OWN_ROWS: readonly TableRow[] = [
  { method: 'GET', path: HEALTH, may: 'anyone', audited: 'nothing personal' },
  { method: 'GET', path: UNREADABLE, may: 'anyone', audited: 'nothing personal' },
]
const ASSETS_ROW: TableRow = {
  method: 'GET',
  path: `${ASSETS_PATH}/*`,
  may: 'anyone',
  audited: 'nothing personal',
}

/** @throws where the pages contradict each other: a mistake of ours, to be seen at the start */
function stopAt(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join(' '))
}

/** Notes every address as it is hung, whoever hangs it. */
function noteRoutes(app: FastifyInstance): ReadonlySet<string> {
  const hung = new Set<string>()
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') hung.add(`${one} ${url}`)
  })
  return hung
}
