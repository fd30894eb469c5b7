import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { IssuerConfig } from '../config.ts'
import { type Account, ISSUER_NAMES, type IssuerName } from '../web/account.ts'
import { formOf } from '../web/body.ts'
import { newReference } from '../web/replies.ts'
import { accountOf, begin, cookieName, cookieOptions, end, signedInOf } from '../web/session.ts'
import { queryOf } from '../web/surroundings.ts'
import type { Part, Tools } from '../web/web.ts'
import { errorForLog } from '../web/log.ts'
import { textOf } from '../web/form-text.ts'
import {
  awayPage,
  choicePage,
  notOursPage,
  signedOutPage,
  signOutPage,
  turnedBackPage,
  unknownPage,
} from './pages.tsx'
import {
  localOrHome,
  MINUTES_TO_COME_BACK,
  packPending,
  type PendingSignIn,
  unpackPending,
} from './pending.ts'
import {
  type CameBack,
  createRelyingParty,
  type RelyingParty,
  type RelyingPartySettings,
} from './relying-party.ts'

export type SignInSettings = {
  readonly issuers: Readonly<Record<IssuerName, IssuerConfig>>
  /** Whose account this is; nothing for those whom nobody here knows, and for closed accounts. */
  readonly accountOf: (issuer: IssuerName, subject: string) => Promise<Account | undefined>
  /** How the issuers are reached; left out, over the network. The demonstration's are in this very process. */
  readonly fetchFor?: ((app: FastifyInstance) => NonNullable<RelyingPartySettings['fetch']>) | undefined
  readonly isDemo: boolean
}

type Parties = Readonly<Record<IssuerName, RelyingParty>>

const callbackPath = (issuer: IssuerName): string => `/sign-in/${issuer}/callback`

/** Signing in and out. The issuer says who somebody is; which account that is, and of which kind, is ours to say. */
export const createSignIn = (settings: SignInSettings): Part => ({
  rows: [
    ...[
      '/sign-in',
      ...ISSUER_NAMES.flatMap((name) => [`/sign-in/${name}`, callbackPath(name)]),
      '/sign-out',
      '/signed-out',
    ].map((path) => ({ method: 'GET', path, may: 'anyone', audited: 'nothing personal' }) as const),
    { method: 'POST', path: '/sign-out', may: 'anyone', audited: 'nothing personal' },
  ],
  among: (scope, tools) => hang(scope, tools, settings),
})

function hang(scope: FastifyInstance, tools: Tools, settings: SignInSettings): void {
  const { replies, config } = tools
  const fetch = settings.fetchFor?.(tools.app)
  const party = (name: IssuerName) =>
    createRelyingParty({
      issuer: settings.issuers[name],
      callback: new URL(callbackPath(name), config.url),
      fetch,
    })
  const parties: Parties = { public: party('public'), staff: party('staff') }

  scope.get('/sign-in', async (request, reply) => {
    const from = fromOf(request)
    if (accountOf(request) !== undefined)
      return replies.answer(request, reply, { kind: 'redirect', to: from })
    return replies.show(request, reply, choicePage(from, settings.isDemo), 200)
  })
  for (const name of ISSUER_NAMES) {
    const onRequest = tools.limitSignIns
    scope.get(`/sign-in/${name}`, { onRequest }, leaving(name, parties, tools))
    scope.get(callbackPath(name), { onRequest }, comingBack(name, parties, tools, settings))
  }
  scope.get('/sign-out', async (request, reply) =>
    accountOf(request) === undefined
      ? reply.redirect('/signed-out', 303)
      : replies.show(
          request,
          reply,
          signOutPage(() => reply.generateCsrf()),
          200,
        ),
  )
  scope.get('/signed-out', async (request, reply) => replies.show(request, reply, signedOutPage(), 200))
  scope.post('/sign-out', { preHandler: whereSignedIn(scope) }, signingOut(parties, tools, settings))
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

const fromOf = (request: FastifyRequest): string => localOrHome(textOf(queryOf(request), 'from'))

const pendingCookie = (isHttps: boolean): string => cookieName('roundtable-sign-in', isHttps)

const leaving =
  (name: IssuerName, parties: Parties, { replies, session }: Tools): Handler =>
  async (request, reply) => {
    const from = fromOf(request)
    try {
      const { to, pending } = await parties[name].leave()
      return reply
        .setCookie(pendingCookie(session.isHttps), packPending({ ...pending, from }), {
          ...cookieOptions(session.isHttps),
          maxAge: MINUTES_TO_COME_BACK * 60,
        })
        .redirect(to.href, 303)
    } catch (error) {
      noteFailure(request, name, error)
      return replies.show(request, reply, awayPage(from), 503)
    }
  }

const comingBack =
  (name: IssuerName, parties: Parties, tools: Tools, settings: SignInSettings): Handler =>
  async (request, reply) => {
    const { replies, session, config } = tools
    mustBeHttps(request, tools)
    const pending = unpackPending(request.cookies[pendingCookie(session.isHttps)])
    void reply.clearCookie(pendingCookie(session.isHttps), cookieOptions(session.isHttps))
    if (pending === undefined) return replies.show(request, reply, notOursPage('/'), 400)
    const { from } = pending
    const came = await cameBack(parties[name], new URL(request.url, config.url), pending, request, name)
    if (came.kind === 'known') return letIn(name, came, from, request, reply, tools, settings)
    const { page, status } = NOT_KNOWN[came.kind]
    return replies.show(request, reply, page(from), status)
  }

const NOT_KNOWN = {
  away: { page: awayPage, status: 503 },
  'turned-back': { page: turnedBackPage, status: 403 },
  'not-ours': { page: notOursPage, status: 400 },
} as const

type Known = CameBack & { readonly kind: 'known' }

async function letIn(
  name: IssuerName,
  { subject, kept }: Known,
  from: string,
  request: FastifyRequest,
  reply: FastifyReply,
  { replies, session }: Tools,
  { accountOf: find }: SignInSettings,
): Promise<FastifyReply> {
  const account = await find(name, subject)
  // An account of the one kind never comes in by the other door, whatever that issuer calls somebody.
  if (account === undefined || account.kind !== name) {
    request.log.warn({ issuer: name, reason: account === undefined ? 'unknown' : 'other kind' }, 'not let in')
    return replies.show(request, reply, unknownPage(name), 403)
  }
  await begin(request, reply, { account, since: session.clock.now().getTime(), ...kept })
  request.log.info({ issuer: name }, 'signed in')
  return replies.answer(request, reply, { kind: 'redirect', to: from })
}

async function cameBack(
  party: RelyingParty,
  url: URL,
  pending: PendingSignIn,
  request: FastifyRequest,
  name: IssuerName,
) {
  try {
    return await party.comeBack(url, pending)
  } catch (error) {
    noteFailure(request, name, error)
    return { kind: 'away' } as const
  }
}

const noteFailure = (request: FastifyRequest, issuer: IssuerName, error: unknown): void =>
  request.log.error(
    { err: errorForLog(error), issuer, reference: newReference() },
    'the issuer could not be used',
  )

/** A secure cookie is not even sent over a connection that says it is plain, and signing in would go round in circles. */
function mustBeHttps(request: FastifyRequest, { session }: Tools): void {
  if (session.isHttps && request.protocol !== 'https') {
    throw new Error(
      'The proxy in front must be one of TRUSTED_PROXIES and send the header X-Forwarded-Proto: https.',
    )
  }
}

/** One who is not signed in has no token either, and signing out twice does no harm. */
function whereSignedIn(scope: FastifyInstance) {
  const check = scope.csrfProtection.bind(scope)
  return (request: FastifyRequest, reply: FastifyReply, done: () => void) =>
    accountOf(request) === undefined ? done() : check(request, reply, done)
}

const signingOut =
  (parties: Parties, { replies, session, config }: Tools, { issuers }: SignInSettings): Handler =>
  async (request, reply) => {
    const signedIn = signedInOf(request)
    if (signedIn !== undefined && textOf(formOf(request).values, 'everywhere') === 'yes') {
      await session.sessions.endAllOf(signedIn.account.id)
    }
    await end(request)
    void reply.clearCookie(cookieName('roundtable', session.isHttps), cookieOptions(session.isHttps))
    if (signedIn?.idToken === undefined) return reply.redirect('/signed-out', 303)
    const issuerEnd = await parties[signedIn.account.kind]
      .endAt(signedIn.idToken, new URL('/signed-out', config.url))
      .catch((error: unknown) => noteFailure(request, signedIn.account.kind, error))
    if (issuerEnd === undefined) return reply.redirect('/signed-out', 303)
    // The policy lets a form lead to the issuer's own origin; to another one, only a link leads.
    if (issuerEnd.origin === issuers[signedIn.account.kind].url.origin)
      return reply.redirect(issuerEnd.href, 303)
    return replies.show(request, reply, signedOutPage(issuerEnd.href), 200)
  }
