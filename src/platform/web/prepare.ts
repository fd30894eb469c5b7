import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Config, isLocal } from '../config.ts'
import { formOf, takeForms } from './body.ts'
import { CSRF_FIELD } from './form-seal.tsx'
import { textOf } from './form-text.ts'
import type { Gate } from './gate.ts'
import { sentFrom } from './same-origin.ts'
import { CSRF_SECRET, sessionOptions, type SessionSettings } from './session.ts'
import { troubleError } from './trouble.ts'

/** What every page has before its own work begins, in the order in which it happens. */
export async function preparePages(
  scope: FastifyInstance,
  settings: SessionSettings,
  config: Config,
  gate: Gate,
) {
  scope.addHook('onRequest', async (request, reply) => {
    if (gate.full()) throw troubleError('busy')
    const home = wayHome(request, config)
    if (home !== undefined) return reply.redirect(home, 307)
    if (isChange(request) && sentFrom(request, config.url.origin) === 'elsewhere')
      throw troubleError('not-ours')
    if (request.routeOptions.config.isPage === true) await takePlace(gate, request, reply)
    return undefined
  })
  scope.addHook('onSend', async (request) => places.get(request)?.())
  await scope.register(cookie)
  await scope.register(session, sessionOptions(settings))
  await takeForms(scope)
  await scope.register(csrf, {
    sessionPlugin: '@fastify/session',
    sessionKey: CSRF_SECRET,
    getToken: (request) => textOf(formOf(request).values, CSRF_FIELD),
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page that is read: it waits for its turn before anything is asked of the database, the session included. */
    isPage?: boolean
  }
}

const places = new WeakMap<FastifyRequest, () => void>()

/** Until the page is made; or, where somebody goes before that, until they have gone. */
async function takePlace(gate: Gate, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const leave = await gate.enter()
  places.set(request, leave)
  reply.raw.once('close', leave)
}

const isChange = (request: FastifyRequest): boolean => request.method !== 'GET' && request.method !== 'HEAD'

/**
 * A browser keeps cookies by name of the host, so `127.0.0.1` and `localhost` would be two visitors. On this machine
 * the one is led to the other; a name that is not this machine's is left to the proxy in front.
 */
function wayHome(request: FastifyRequest, { url }: Config): string | undefined {
  if (isChange(request) || !isLocal(url) || request.hostname === url.hostname) return undefined
  const asked = `http://${request.host}`
  return URL.canParse(asked) && isLocal(new URL(asked)) && new URL(asked).port === url.port
    ? `${url.origin}${request.url}`
    : undefined
}
