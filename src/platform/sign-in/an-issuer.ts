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
type KeyPair = ReturnType<typeof keyPair>

type State = {
  readonly path: string
  readonly will: Will
  readonly asked: Record<string, number>
  readonly codes: Map<string, Code>
  readonly published: KeyPair
  readonly hidden: KeyPair
  issuer: string
}

function idToken({ issuer, will, published, hidden }: State, nonce: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: issuer, sub: will.subject, aud: CLIENT.clientId, iat: now, exp: now + 300, nonce }
  const said = `${base64url({ alg: 'ES256', kid: 'one' })}.${base64url({ ...claims, ...will.claims })}`
  const { privateKey } = will.signsWrongly ? hidden : published
  const mark = sign('sha256', Buffer.from(said), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `${said}.${mark.toString('base64url')}`
}

function authorize({ will, codes }: State, query: URLSearchParams, response: ServerResponse): void {
  const given = (name: string): string => query.get(name) ?? ''
  const callback = new URL(given('redirect_uri'))
  if (will.turnsBack) callback.searchParams.set('error', 'access_denied')
  else {
    const code = randomUUID()
    codes.set(code, {
      nonce: given('nonce'),
      challenge: given('code_challenge'),
      callback: given('redirect_uri'),
    })
    callback.searchParams.set('code', code)
  }
  callback.searchParams.set('state', given('state'))
  response.writeHead(303, { location: callback.href }).end()
}

async function token(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await readBody(request)
  const code = state.codes.get(form.get('code') ?? '')
  state.codes.delete(form.get('code') ?? '')
  const verifier = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  const secret = `${CLIENT.clientId}:${CLIENT.clientSecret.replaceAll(' ', '+')}`
  const isClient = request.headers.authorization === `Basic ${Buffer.from(secret).toString('base64')}`
  const fits = code !== undefined && verifier === code.challenge && form.get('redirect_uri') === code.callback
  response.setHeader('content-type', 'application/json')
  if (!isClient) response.writeHead(401).end(JSON.stringify({ error: 'invalid_client' }))
  else if (!fits) response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant' }))
  else {
    const tokens = { access_token: 'x', token_type: 'Bearer', id_token: idToken(state, code.nonce) }
    response.end(JSON.stringify(tokens))
  }
}

const discovery = ({ issuer, will }: State) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  ...(will.endsAt === undefined ? {} : { end_session_endpoint: will.endsAt }),
})

const keys = ({ published }: State) => ({
  keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }],
})

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { path, will, asked } = state
  const url = new URL(request.url ?? '', 'http://localhost')
  const at = url.pathname.slice(path.length)
  asked[at] = (asked[at] ?? 0) + 1
  const json = (value: unknown) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
  if (at === '/.well-known/openid-configuration' && will.failures > 0) {
    will.failures -= 1
    response.writeHead(500).end()
  } else if (at === '/.well-known/openid-configuration') json(discovery(state))
  else if (at === '/keys') json(keys(state))
  else if (at === '/authorize') authorize(state, url.searchParams, response)
  else if (at === '/token') await token(state, request, response)
  else response.writeHead(404).end()
}

const willing = (): Will => ({
  subject: 'somebody',
  failures: 0,
  turnsBack: false,
  claims: {},
  signsWrongly: false,
  endsAt: undefined,
})

export async function anIssuer(path = ''): Promise<AnIssuer> {
  const state: State = {
    path,
    will: willing(),
    asked: {},
    codes: new Map(),
    published: keyPair(),
    hidden: keyPair(),
    issuer: '',
  }
  const server = createServer((request, response) => void answer(state, request, response))
  const port = await listening(server)
  state.issuer = `http://localhost:${port}${path}`
  return {
    url: new URL(state.issuer),
    will: state.will,
    asked: state.asked,
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
