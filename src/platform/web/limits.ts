import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { accountOf } from './session.ts'
import { troubleError } from './trouble.ts'

/** As a hook of a route: refuses with 429 one who does it far too often. */
export type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/**
 * Counts by who is signed in, so that a whole office behind one address is not one; else by the address.
 * @param most in any minute, of all the routes that share the limit
 */
export function limiter(app: FastifyInstance, most: number): Limit {
  const count = app.createRateLimit({
    max: most,
    timeWindow: 60_000,
    keyGenerator: (request) => accountOf(request)?.id ?? normalizeIP(request.ip),
  })
  return async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    void reply.header('retry-after', String(counted.ttlInSeconds))
    throw troubleError('too-many')
  }
}
