import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import type { Config } from '../config.ts'
import { LARGEST_BODY } from './body.ts'
import { readFormText, emptyForm } from './form-text.ts'
import { BARE_HEADERS } from './headers.ts'
import { type LogSettings, logOptions } from './log.ts'
import { bareDocument } from './trouble-page.tsx'

/** Where an address that cannot even be read is answered, with a page like any other. */
export const UNREADABLE = '/unreadable-address'

/** An address with broken percent signs, or none that begins with a slash. */
function isUnreadable(url: string): boolean {
  if (!url.startsWith('/')) return true
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return false
  } catch {
    return true
  }
}

/** What the connection said that is no request at all: answered by hand, for there is nothing yet to hang a page on. */
function answerNoRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (socket.destroyed || !socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  const body = bareDocument('We could not read what was sent')
  const headers = { ...BARE_HEADERS, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

/** How the server itself is set up. */
export const serverOptions = (
  config: Pick<Config, 'trustProxy'>,
  log: LogSettings,
): FastifyServerOptions => ({
  logger: logOptions(log),
  logController: new LogController({ disableRequestLogging: true }),
  trustProxy: config.trustProxy,
  bodyLimit: LARGEST_BODY,
  // Somebody may send slowly, but not for ever.
  requestTimeout: 60_000,
  // While stopping, what has begun is finished.
  return503OnClosing: false,
  rewriteUrl: (request: IncomingMessage) => {
    const url = request.url ?? ''
    return isUnreadable(url) ? UNREADABLE : url
  },
  routerOptions: {
    // Any length reaches us and is judged there: the router's own answer repeats the address.
    maxParamLength: 16_384,
    querystringParser: (text) => {
      const read = readFormText(text)
      return { ...(read.kind === 'form' ? read.form : emptyForm).values }
    },
  },
  clientErrorHandler: answerNoRequest,
  frameworkErrors: (_error, _request, reply) => {
    reply.raw.writeHead(400, { ...BARE_HEADERS }).end(bareDocument('We could not read what was sent'))
  },
})

/** Begins to answer. @throws an error that says in a sentence what to do, where the port cannot be had */
export async function listen(
  app: FastifyInstance,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'EADDRINUSE') {
      throw new Error(`Another program uses port ${port} already. Set PORT to another number.`, {
        cause: error,
      })
    }
    if (code === 'EACCES') {
      throw new Error(`Port ${port} may not be used by this user. Set PORT to a number above 1024.`, {
        cause: error,
      })
    }
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') {
      throw new Error(`This machine is not known as ${host}. Set HOST to localhost or 0.0.0.0.`, {
        cause: error,
      })
    }
    throw error
  }
}
