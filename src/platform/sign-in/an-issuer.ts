import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Server as Listener } from 'node:net'

/** An issuer for tests, on a port of its own, that can be told to misbehave. It signs in whoever it is told to. */
export type AnIssuer = {
  readonly url: URL
  readonly will: Will
  /** How often each of its addresses was asked. */
  readonly asked: Record<string, number>
  readonly close: () => Promise<void>
}

/** What it does next; tests change it. */
export type Will = {
  subject: string
  /** Fails at its first question, so many times. */
  failures: number
  /** Answers that somebody turned back. */
  turnsBack: boolean
  /** Changes what an id token says. */
  claims: Record<string, unknown>
  /** Signs with a key that it does not publish. */
  signsWrongly: boolean
  /** Where it ends its own session, if it offers that. */
  endsAt: string | undefined
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const readBody = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(String(chunk)))
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

type Code = { readonly nonce: string; readonly challenge: string; readonly callback: string }

export const CLIENT = { clientId: 'roundtable', clientSecret: 'the secret of the client' }

const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

export async function anIssuer(path = ''): Promise<AnIssuer> {
  const published = keyPair()
  const hidden = keyPair()
  const codes = new Map<string, Code>()
  const asked: Record<string, number> = {}
  const will: Will = {
    subject: 'somebody',
    failures: 0,
    turnsBack: false,
    claims: {},
    signsWrongly: false,
    endsAt: undefined,
  }
  let issuer = ''

  const idToken = (nonce: string): string => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, sub: will.subject, aud: CLIENT.clientId, iat: now, exp: now + 300, nonce }
    const head = base64url({ alg: 'ES256', kid: 'one' })
    const said = `${head}.${base64url({ ...claims, ...will.claims })}`
    const { privateKey } = will.signsWrongly ? hidden : published
    return `${said}.${sign('sha256', Buffer.from(said), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }

  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    const callback = new URL(query.get('redirect_uri') ?? '')
    if (will.turnsBack) callback.searchParams.set('error', 'access_denied')
    else {
      const code = randomUUID()
      codes.set(code, {
        nonce: query.get('nonce') ?? '',
        challenge: query.get('code_challenge') ?? '',
        callback: query.get('redirect_uri') ?? '',
      })
      callback.searchParams.set('code', code)
    }
    callback.searchParams.set('state', query.get('state') ?? '')
    response.writeHead(303, { location: callback.href }).end()
  }

  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = await readBody(request)
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const secret = `${encodeURIComponent(CLIENT.clientId)}:${encodeURIComponent(CLIENT.clientSecret).replaceAll('%20', '+')}`
    const isClient = request.headers.authorization === `Basic ${Buffer.from(secret).toString('base64')}`
    const fits =
      code !== undefined && verifier === code.challenge && form.get('redirect_uri') === code.callback
    response.setHeader('content-type', 'application/json')
    if (!isClient) response.writeHead(401).end(JSON.stringify({ error: 'invalid_client' }))
    else if (!fits) response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant' }))
    else {
      const answer = {
        access_token: 'x',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: idToken(code.nonce),
      }
      response.end(JSON.stringify(answer))
    }
  }

  const discovery = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    ...(will.endsAt === undefined ? {} : { end_session_endpoint: will.endsAt }),
  })

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const at = url.pathname.slice(path.length)
    asked[at] = (asked[at] ?? 0) + 1
    const json = (value: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (at === '/.well-known/openid-configuration' && will.failures > 0) {
      will.failures -= 1
      response.writeHead(500).end()
    } else if (at === '/.well-known/openid-configuration') json(discovery())
    else if (at === '/keys') {
      json({
        keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }],
      })
    } else if (at === '/authorize') authorize(url.searchParams, response)
    else if (at === '/token') await token(request, response)
    else response.writeHead(404).end()
  }

  const server = createServer((request, response) => void answer(request, response))
  const port = await listening(server)
  issuer = `http://localhost:${port}${path}`
  return {
    url: new URL(issuer),
    will,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const listening = (server: Listener): Promise<number> =>
  new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

/** A port that nobody has just now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
