import { randomInt } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, isLocalPath, type Shown } from './answer.ts'
import { formOf } from './body.ts'
import type { Dress } from './dress.ts'
import type { Form } from './form-text.ts'
import { sentFrom } from './same-origin.ts'
import { nonceOf } from './headers.ts'
import { abandon, settle } from './session.ts'
import { type FreshParts, cut, whole } from './stand-ins.ts'
import { lookedOver } from './looked-over.ts'
import { createSurroundings, pathOf, type Surroundings } from './surroundings.ts'
import { RETRY_AFTER_SECONDS, STATUS, type Trouble } from './trouble.ts'
import { bareDocument, refusedPage, troublePage } from './trouble-page.tsx'

export type ReplySettings = {
  readonly dress: Dress
  readonly today: () => string
  readonly isHttps: boolean
  /** Our own origin, such as `https://care.example.gov.uk`. */
  readonly origin: string
  /** What the layout says at the top of some pages for a while: no such page is kept to be sent again. */
  readonly passing?: (() => string | undefined) | undefined
}

/** The ways in which a request is answered. Each gives the reply back, for a handler to return. */
export type Replies = {
  readonly answer: (request: FastifyRequest, reply: FastifyReply, answer: Answer) => Promise<FastifyReply>
  readonly show: (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Shown,
    status: number,
  ) => Promise<FastifyReply>
  readonly trouble: (request: FastifyRequest, reply: FastifyReply, trouble: Trouble) => Promise<FastifyReply>
  /** A whole document, for parts that answer past Fastify. */
  readonly document: (response: ServerResponse, shown: Shown, status: number) => string
  /** For errors: also answers where the session, the layout or whatever else is broken. */
  readonly failed: (
    request: FastifyRequest,
    reply: FastifyReply,
    trouble: Trouble,
    more?: { readonly reference?: string; readonly retryAfter?: number },
  ) => FastifyReply
}

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/** Eight signs that can be read out on the telephone. */
export const newReference = (): string => {
  const four = () => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return `${four()}-${four()}`
}

/** Names that fit into the header as they are. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** What was typed is shown again only to those who surely typed it on a page of ours. */
const typedHere = (request: FastifyRequest, origin: string): Form | undefined =>
  request.method === 'POST' && sentFrom(request, origin) === 'ours' ? formOf(request) : undefined

const html = (reply: FastifyReply, status: number, document: string | Buffer): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(document)

type Redirect = Answer & { readonly kind: 'redirect' }

async function lead(
  request: FastifyRequest,
  reply: FastifyReply,
  { to, notice }: Redirect,
  around: Surroundings,
) {
  if (!isLocalPath(to)) throw new Error('an answer led to an address that is not ours')
  if (notice !== undefined) around.leaveNotice(request, reply, notice)
  await settle(request)
  return reply.redirect(to, 303)
}

type File = Answer & { readonly kind: 'file' }

async function hand(request: FastifyRequest, reply: FastifyReply, { name, type, body }: File) {
  if (!FILE_NAME.test(name)) throw new Error('a file was to be sent under a name that no header can hold')
  await settle(request)
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(typeof body === 'string' ? body : Buffer.from(body))
}

const freshFor = (reply: FastifyReply): FreshParts => ({
  nonce: () => nonceOf(reply.raw),
  csrf: () => reply.generateCsrf(),
})

export function createReplies({ dress, today, isHttps, origin, passing }: ReplySettings): Replies {
  const around = createSurroundings(today, isHttps)

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Shown,
    status: number,
    looked?: ReadonlyMap<string, string>,
  ) => {
    const notice = around.takeNotice(request, reply)
    const lasts = shown.place !== undefined || passing?.() === undefined
    const kept = notice === undefined && looked === undefined && lasts ? shown.kept : undefined
    const pieces = kept?.pieces ?? cut(dress(shown, around.of(request, status, { notice, looked })))
    if (kept !== undefined) kept.pieces = pieces
    const document = whole(pieces, freshFor(reply))
    // After the page is made: making it may have begun a session, for the token in a form.
    await settle(request)
    return html(reply, status, document)
  }

  const answer: Replies['answer'] = async (request, reply, answered) => {
    switch (answered.kind) {
      case 'page':
        return show(request, reply, answered, answered.status, lookedOver(formOf(request)))
      case 'redirect':
        return lead(request, reply, answered, around)
      case 'file':
        return hand(request, reply, answered)
      case 'refused':
        return show(request, reply, refusedPage(answered, typedHere(request, origin)), 409)
      case 'not-found':
        return show(request, reply, troublePage('not-found'), 404)
    }
    return answered satisfies never
  }

  const failed: Replies['failed'] = (
    request,
    reply,
    trouble,
    { reference, retryAfter = RETRY_AFTER_SECONDS } = {},
  ) => {
    const status = STATUS[trouble]
    if (status === 503) void reply.header('retry-after', String(retryAfter))
    try {
      const shown = troublePage(trouble, { reference, form: typedHere(request, origin) })
      const document = whole(cut(dress(shown, around.of(request, status))), freshFor(reply))
      abandon(request)
      return html(reply, status, document)
    } catch {
      abandon(request)
      return html(reply, status, bareDocument('Sorry, there is a problem with the service', reference))
    }
  }

  return {
    show,
    answer,
    failed,
    trouble: async (request, reply, trouble) =>
      show(
        request,
        reply,
        troublePage(trouble, { form: typedHere(request, origin), from: pathOf(request) }),
        STATUS[trouble],
      ),
    document: (response, shown, status) =>
      whole(cut(dress(shown, around.ofStranger(status))), {
        nonce: () => nonceOf(response),
        csrf: () => '',
      }).toString(),
  }
}
