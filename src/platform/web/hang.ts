import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LARGEST_ROWS, formOf, isMuch } from './body.ts'
import { LOOK_OVER_FIELD } from '../govuk/writing.tsx'
import { CSRF_FIELD, HEAD_FIELD, KEY_FIELD } from './form-seal.tsx'
import { type Form, textOf } from './form-text.ts'
import type { Gate } from './gate.ts'
import type { Limit } from './limits.ts'
import type { Before, Route } from './page.ts'
import type { Replies } from './replies.ts'
import { accountOf, tokenOf } from './session.ts'
import { CSRF_STAND_IN, NONCE_STAND_IN } from './stand-ins.ts'
import { pathOf, queryOf } from './surroundings.ts'
import { readParams } from './table.ts'

export type HangSettings = {
  readonly replies: Replies
  readonly gate: Gate
  readonly today: () => string
  /** Refuses one who sends far too much, before the page gets to work. */
  readonly limitPosts: Limit
}

/** Where somebody is sent who must sign in first; `from` is where they wanted to go. */
export const signInPath = (from: string): string => `/sign-in?from=${encodeURIComponent(from)}`

/** All that the page needs to know, save what its door brings; nothing where a part of the path is not what it must be. */
function visitOf(
  route: Route,
  method: 'get' | 'post',
  request: FastifyRequest,
  today: string,
): Before | undefined {
  const given: unknown = request.params
  const params = readParams(route, typeof given === 'object' && given !== null ? { ...given } : {})
  if (params === undefined) return undefined
  return {
    facts: route,
    method,
    takes: method === 'post' ? (route.maySend ?? route.may) : route.may,
    params,
    account: accountOf(request),
    session: tokenOf(request),
    today,
    query: queryOf(request),
    path: pathOf(request),
    asked: request.url,
    nonce: NONCE_STAND_IN,
    csrf: () => CSRF_STAND_IN,
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SEAL: ReadonlySet<string> = new Set([CSRF_FIELD, KEY_FIELD, HEAD_FIELD, LOOK_OVER_FIELD])

type Seal = { readonly form: Form; readonly key: string; readonly head: string | undefined }

/** Takes the seal off: what the page asked for, and apart from it the key and the head. Nothing where it has no key. */
function unsealed({ values, spoilt }: Form): Seal | undefined {
  const key = textOf(values, KEY_FIELD)
  const head = textOf(values, HEAD_FIELD)
  if (!UUID.test(key) || head.length > 100 || spoilt.has(HEAD_FIELD)) return undefined
  const own: Record<string, string | readonly string[]> = Object.create(null)
  for (const [name, value] of Object.entries(values)) if (!SEAL.has(name)) own[name] = value
  const lookOver = values[LOOK_OVER_FIELD] !== undefined
  return { form: { values: own, spoilt, lookOver }, key, head: head === '' ? undefined : head }
}

/** Gives each page its address. */
export function hangRoutes(scope: FastifyInstance, routes: readonly Route[], settings: HangSettings): void {
  for (const route of routes) {
    if (route.get !== undefined) hangGet(scope, route, route.get, settings)
    if (route.post !== undefined) hangPost(scope, route, route.post, settings)
  }
}

function hangGet(
  scope: FastifyInstance,
  route: Route,
  get: NonNullable<Route['get']>,
  { replies, today }: HangSettings,
): void {
  scope.get(route.path, { config: { isPage: true } }, async (request, reply) => {
    if (route.may !== 'anyone' && accountOf(request) === undefined) {
      return replies.answer(request, reply, { kind: 'redirect', to: signInPath(request.url) })
    }
    const visit = visitOf(route, 'get', request, today())
    if (visit === undefined) return replies.trouble(request, reply, 'not-found')
    return replies.answer(request, reply, await get(visit))
  })
}

function hangPost(
  scope: FastifyInstance,
  route: Route,
  post: NonNullable<Route['post']>,
  { replies, gate, today, limitPosts }: HangSettings,
): void {
  const mustBeSignedIn = async (request: FastifyRequest, reply: FastifyReply) => {
    if (route.maySend === 'anyone' || accountOf(request) !== undefined) return undefined
    return replies.trouble(request, reply, 'signed-out')
  }
  // Signed out comes before the token: a session that has ended has none, and that is what to tell.
  const preHandler = [limitPosts, mustBeSignedIn, scope.csrfProtection.bind(scope)]
  const rows = {
    bodyLimit: LARGEST_ROWS,
    onRequest: async (request: FastifyRequest, reply: FastifyReply) =>
      isMuch(request) ? mustBeSignedIn(request, reply) : undefined,
  }
  scope.post(route.path, { preHandler, ...(route.takesRows ? rows : {}) }, async (request, reply) => {
    const visit = visitOf(route, 'post', request, today())
    if (visit === undefined) return replies.trouble(request, reply, 'not-found')
    const seal = unsealed(formOf(request))
    if (seal === undefined) return replies.trouble(request, reply, 'malformed')
    return replies.answer(request, reply, await gate.run(() => post({ ...visit, ...seal })))
  })
}
