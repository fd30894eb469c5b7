import type { FastifyInstance } from 'fastify'
import { isAway, isBusy } from '../database/trouble.ts'
import { isTurnedAway } from './gate.ts'
import { newReference, type Replies } from './replies.ts'
import { RETRY_AFTER_SECONDS, troubleOf } from './trouble.ts'

/** One line for each answer: the pattern of the path and no more of it. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'answered')
  })
}

/** Seconds after which to come back, where the database is busy or away for now. */
export const databaseComesBack = (error: unknown): number | undefined =>
  isBusy(error) || isAway(error) ? (error.retryAfter ?? RETRY_AFTER_SECONDS) : undefined

export function failWith(
  app: FastifyInstance,
  replies: Replies,
  comeBack: (error: unknown) => number | undefined,
): void {
  app.setErrorHandler((error, request, reply) => {
    const retryAfter = comeBack(error)
    const trouble = isTurnedAway(error) || retryAfter !== undefined ? 'busy' : troubleOf(error)
    if (trouble !== 'broken') {
      request.log.info({ trouble, route: request.routeOptions.url ?? 'none' }, 'refused')
      return replies.failed(request, reply, trouble, retryAfter === undefined ? {} : { retryAfter })
    }
    const reference = newReference()
    request.log.error({ err: error, reference, route: request.routeOptions.url ?? 'none' }, 'failed')
    return replies.failed(request, reply, trouble, { reference })
  })
}
