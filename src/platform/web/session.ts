import { randomBytes } from 'node:crypto'
import { callbackify } from 'node:util'
import type { FastifySessionOptions, SessionStore } from '@fastify/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { type Account, ISSUER_NAMES } from './account.ts'

const SIGNED_IN = z.object({
  account: z.object({
    id: z.string(),
    kind: z.enum(ISSUER_NAMES),
    name: z.string(),
    role: z.string().nullable(),
    team: z.string().nullable(),
  }),
  /** Epoch milliseconds. */
  since: z.number(),
  /** Only where the issuer takes it back at sign-out. */
  idToken: z.string().optional(),
})
export type SignedIn = z.output<typeof SIGNED_IN>

/** What is stored of a session; `account` is the id of who is signed in, for the store to know too. */
const STORED = z.object({
  account: z.string().optional(),
  /** The secret behind the tokens in this session's forms. */
  csrf: z.string().optional(),
  signedIn: SIGNED_IN.optional(),
})
export type SessionData = {
  readonly account?: string
  readonly csrf?: string | undefined
  readonly signedIn?: SignedIn
}

/** Where sessions are kept, by their secret token; the store itself should keep no more than its hash. */
export type Sessions = {
  /** Nothing for one that has ended, is past its end, was not used for too long, or whose account is closed. */
  readonly read: (token: string) => Promise<unknown>
  readonly write: (token: string, data: SessionData, expiresAt: Date) => Promise<void>
  readonly end: (token: string) => Promise<void>
  readonly endAllOf: (account: string) => Promise<void>
}

// The session plugin's own way to say what a session holds.
declare module 'fastify' {
  interface Session {
    csrf?: string | undefined
    signedIn?: SignedIn | undefined
  }
}

/** Under this name the token plugin keeps its secret in the session. */
export const CSRF_SECRET = 'csrf'

const HOUR = 3_600_000

/** 256 bits. */
const newToken = (): string => randomBytes(32).toString('base64url')
const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** `__Host-` lets no other host set it and none but https carry it; on this machine's plain http it cannot be had. */
export const cookieName = (name: string, isHttps: boolean): string => (isHttps ? `__Host-${name}` : name)

export const cookieOptions = (isHttps: boolean) =>
  ({ path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' }) as const

export type SessionSettings = {
  readonly sessions: Sessions
  readonly clock: Clock
  /** How long one lasts at most, however much it is used. */
  readonly hours: number
  readonly isHttps: boolean
}

/** How the session plugin is set up: rolling off, nothing kept of a visitor who left nothing. */
export const sessionOptions = (settings: SessionSettings): FastifySessionOptions => ({
  cookieName: cookieName('roundtable', settings.isHttps),
  cookie: cookieOptions(settings.isHttps),
  rolling: false,
  saveUninitialized: false,
  idGenerator: newToken,
  // The token is a secret of 256 bits by itself; a signature would add a key to keep and nothing else.
  secret: {
    sign: (token) => token,
    unsign: (token) => ({ valid: isToken(token), renew: false, value: token }),
  },
  store: storeFor(settings),
})

function storeFor({ sessions, clock, hours }: SessionSettings): SessionStore {
  const endOf = (signedIn: SignedIn | undefined): Date =>
    new Date((signedIn?.since ?? clock.now().getTime()) + hours * HOUR)

  const read = async (token: string) => {
    const { data } = STORED.safeParse(await sessions.read(token))
    // What an older version wrote, or what is past our own limit, is as good as none.
    if (data === undefined || data.account !== data.signedIn?.account.id) return null
    if (data.signedIn !== undefined && endOf(data.signedIn) <= clock.now()) return null
    return { cookie: { originalMaxAge: null }, csrf: data.csrf, signedIn: data.signedIn }
  }
  const write = async (
    token: string,
    { csrf, signedIn }: Pick<FastifyRequest['session'], 'csrf' | 'signedIn'>,
  ) => {
    const whose = signedIn === undefined ? {} : { account: signedIn.account.id, signedIn }
    await sessions.write(token, { ...whose, csrf }, endOf(signedIn))
  }
  return {
    get: (token, callback) => callbackify(read)(token, callback),
    set: (token, session, callback) => callbackify(write)(token, session, callback),
    destroy: (token, callback) => callbackify(sessions.end)(token, callback),
  }
}

/** What is stored for somebody who signs in: for tests and tools that write it by themselves. */
export const sessionFor = (account: Account, since: Date): SessionData => ({
  account: account.id,
  csrf: randomBytes(18).toString('base64url'),
  signedIn: { account, since: since.getTime() },
})

/** Null after sign-out, and missing beside the pages, whatever the plugin's type says. */
const sessionOf = (request: FastifyRequest): FastifyRequest['session'] | null | undefined => request.session

export const signedInOf = (request: FastifyRequest): SignedIn | undefined => sessionOf(request)?.signedIn

export const accountOf = (request: FastifyRequest): Account | undefined => signedInOf(request)?.account

/** The session's token, where somebody is signed in. */
export const tokenOf = (request: FastifyRequest): string | undefined =>
  accountOf(request) === undefined ? undefined : request.session.sessionId

/** The secret of this session's forms; nothing where it has none yet. */
export const secretOf = (request: FastifyRequest): string | undefined => sessionOf(request)?.csrf

/** Writes what changed, before the answer goes: so that a store that fails gives an error page and not half a reply. */
export async function settle(request: FastifyRequest): Promise<void> {
  const session = sessionOf(request)
  if (session?.sessionId !== undefined && session.isModified()) await session.save()
}

/** Leaves the stored session as it is; for error pages, which may be there because it could not be written. */
export const abandon = (request: FastifyRequest): void => {
  Reflect.set(request, 'session', null)
}

/**
 * A new token for a new sign-in, so that a planted one is worth nothing; the old session ends. All that the session
 * will ever hold goes in now: were a page to write it later, it could bring back one that has ended meanwhile.
 */
export async function begin(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Promise<void> {
  await request.session.regenerate()
  request.session.signedIn = signedIn
  reply.generateCsrf()
}

export async function end(request: FastifyRequest): Promise<void> {
  if (sessionOf(request)?.sessionId !== undefined) await request.session.destroy()
}
