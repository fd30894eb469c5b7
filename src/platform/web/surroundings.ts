import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Around } from './dress.ts'
import type { Values } from './form-text.ts'
import { openNotice, sealNotice } from './notice.ts'
import { accountOf, cookieName, cookieOptions, secretOf } from './session.ts'
import { CSRF_STAND_IN, NONCE_STAND_IN } from './stand-ins.ts'

/** What the layout is told around a page, from the request. */
export type Surroundings = {
  readonly of: (
    request: FastifyRequest,
    status: number,
    more?: Pick<Around, 'looked'> & { readonly notice?: string | undefined },
  ) => Around
  /** Of somebody whom no session tells us about. */
  readonly ofStranger: (status: number) => Around
  /** The sentence to show once, taken from the browser so that it is not shown again. */
  readonly takeNotice: (request: FastifyRequest, reply: FastifyReply) => string | undefined
  readonly leaveNotice: (request: FastifyRequest, reply: FastifyReply, words: string) => void
}

const SECONDS_TO_ARRIVE = 60

export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

const isValues = (query: unknown): query is Values => typeof query === 'object' && query !== null

/** What stands after the question mark, read as forms are. */
export const queryOf = (request: FastifyRequest): Values => (isValues(request.query) ? request.query : {})

export function createSurroundings(today: () => string, isHttps: boolean): Surroundings {
  const noticeCookie = cookieName('roundtable-notice', isHttps)
  const options = cookieOptions(isHttps)
  return {
    of: (request, status, more = {}) => ({
      account: accountOf(request),
      path: pathOf(request),
      nonce: NONCE_STAND_IN,
      csrf: () => CSRF_STAND_IN,
      notice: more.notice,
      looked: more.looked,
      status,
      today: today(),
    }),
    ofStranger: (status) => ({
      account: undefined,
      path: '/',
      nonce: NONCE_STAND_IN,
      csrf: () => '',
      notice: undefined,
      status,
      today: today(),
    }),
    takeNotice: (request, reply) => {
      // Parts beside the pages have neither cookies nor sessions.
      const cookies: typeof request.cookies | undefined = request.cookies
      const sealed = cookies?.[noticeCookie]
      if (sealed === undefined || request.method !== 'GET') return undefined
      void reply.clearCookie(noticeCookie, options)
      return openNotice(sealed, secretOf(request))
    },
    leaveNotice: (request, reply, words) => {
      const secret = secretOf(request)
      if (secret === undefined) return
      void reply.setCookie(noticeCookie, sealNotice(words, secret), { ...options, maxAge: SECONDS_TO_ARRIVE })
    },
  }
}
