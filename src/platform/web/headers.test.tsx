import { createConnection } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import { busy } from '../database/trouble.ts'
import { aPerson, aWeb } from './a-web.ts'
import { type Answer, file, notFound, page, redirect, refused } from './answer.ts'
import { behind, openDoor, type Page } from './page.ts'
import { listen } from './server.ts'

// Milliseconds. A whole service answers here hundreds of times, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const answering = (
  path: string,
  answer: () => Answer,
  may: 'anyone' | 'signed-in' = 'anyone',
): Page<undefined> => ({
  path,
  may,
  maySend: may,
  audited: 'nothing personal',
  get: answer,
  post: answer,
})

const pages = behind(openDoor, [
  answering('/page', () => page({ title: 'A page', main: <p>Hello</p> })),
  answering('/bad', () => page({ title: 'A page', bad: true, main: <p>Hello</p> })),
  answering('/redirect', () => redirect('/page', 'Saved.')),
  answering('/file', () => file('a.json', 'application/json', '{}')),
  answering('/refused', () => refused(['No.'])),
  answering('/not-found', () => notFound),
  answering('/private', () => notFound, 'signed-in'),
  answering('/broken', () => {
    throw new Error('broken')
  }),
  answering('/busy', () => {
    throw busy()
  }),
])

const DEMO = {}
const PRODUCTION = {
  NODE_ENV: 'production',
  ROUNDTABLE_URL: 'https://care.example.gov.uk',
  OIDC_PUBLIC_ISSUER: 'https://people.example.gov.uk/oidc',
  OIDC_PUBLIC_CLIENT_ID: 'roundtable',
  OIDC_PUBLIC_CLIENT_SECRET: 'a secret',
  OIDC_STAFF_ISSUER: 'https://staff.example.gov.uk/',
  OIDC_STAFF_CLIENT_ID: 'roundtable',
  OIDC_STAFF_CLIENT_SECRET: 'another secret',
}

/** Every status that we answer with, and how it comes about. */
async function everyAnswer(env: Readonly<Record<string, string>>) {
  const web = await aWeb({ routes: pages, env: { ...env, POSTS_PER_MINUTE: '20' } })
  const amina = await web.as(aPerson)
  const proxied = web.config.url.protocol === 'https:' ? { 'x-forwarded-proto': 'https' } : {}
  const post = (url: string, contentType: string, payload: string) =>
    web.app.inject({
      method: 'POST',
      url,
      headers: { ...proxied, cookie: amina.cookie, host: web.config.url.host, 'content-type': contentType },
      payload,
    })
  const form = 'application/x-www-form-urlencoded'
  const answers = [
    await amina.get('/page'),
    await web.get('/page'),
    await web.app.inject({
      method: 'HEAD',
      url: '/page',
      headers: { ...proxied, host: web.config.url.host },
    }),
    await amina.post('/redirect'),
    await web.get('/private'),
    await amina.get('/file'),
    await amina.get('/bad'),
    await amina.get('/%zz'),
    await post('/page', form, 'a=1'),
    await amina.get('/not-found'),
    await amina.get('/nothing'),
    await web.app.inject({
      method: 'DELETE',
      url: '/page',
      headers: { ...proxied, host: web.config.url.host },
    }),
    await web.app.inject({
      method: 'OPTIONS',
      url: '/page',
      headers: { ...proxied, host: web.config.url.host },
    }),
    await amina.get('/refused'),
    await post('/page', form, `a=${'a'.repeat(3 * 1024 * 1024)}`),
    await post('/page', form, '__proto__=1'),
    await post('/page', 'application/json', '{}'),
    await amina.get('/broken'),
    await amina.get('/busy'),
    await web.get('/health'),
  ]
  for (let time = 0; time < 21; time += 1) answers.push(await amina.post('/page'))
  return answers
}

const SEEN = [200, 303, 400, 403, 404, 409, 413, 415, 429, 500, 503]

describe.each([
  ['on this machine', DEMO],
  ['in production', PRODUCTION],
])('every answer %s', (_where, env) => {
  const isHttps = env === PRODUCTION

  it('has every header that protects it', async () => {
    const answers = await everyAnswer(env)
    const statuses = [...new Set(answers.map(({ statusCode }) => statusCode))].toSorted((a, b) => a - b)
    expect(statuses).toEqual(SEEN)
    for (const { headers, statusCode } of answers) {
      const policy = String(headers['content-security-policy'])
      expect(policy, String(statusCode)).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/)
      for (const part of [
        "default-src 'none'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split(';')).toContain(part)
      }
      expect(policy).not.toMatch(/unsafe|data:|\*/)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['server']).toBeUndefined()
      expect(headers['strict-transport-security']).toBe(
        isHttps ? 'max-age=31536000; includeSubDomains' : undefined,
      )
      expect(policy.includes('upgrade-insecure-requests')).toBe(isHttps)
    }
  })

  it('lets forms lead to ourselves and to the issuers alone', async () => {
    const web = await aWeb({ env })
    const policy = String((await web.get('/nothing')).headers['content-security-policy'])
    expect(policy.split(';')).toContain(
      isHttps
        ? "form-action 'self' https://people.example.gov.uk https://staff.example.gov.uk"
        : "form-action 'self'",
    )
  })

  it('is a page of ours where it is no file: no status shows the framework', async () => {
    for (const { headers, body, statusCode } of await everyAnswer(env)) {
      if (body === '' || body === '{}' || body === 'ok') continue
      expect(headers['content-type'], String(statusCode)).toBe('text/html; charset=utf-8')
      expect(body).toContain('<title>')
      expect(body).not.toContain('FST_')
    }
  })

  it('carries a nonce of its own', async () => {
    const web = await aWeb({ routes: pages, env })
    const nonces = new Set<string>()
    for (let time = 0; time < 20; time += 1) {
      const { headers, body } = await web.get('/page')
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
      expect(body).toContain(`<script nonce="${nonce}">`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(20)
  })

  it('sets cookies that no script reads and no other site sends', async () => {
    const withForm: Page<undefined> = {
      path: '/form',
      may: 'anyone',
      audited: 'nothing personal',
      get: (visit) => page({ title: 'Form', main: <p>{visit.csrf()}</p> }),
    }
    const web = await aWeb({ routes: [...pages, ...behind(openDoor, [withForm])], env })
    const amina = await web.as(aPerson)
    const lines = [
      (await web.get('/form')).headers['set-cookie'],
      (await amina.post('/redirect')).headers['set-cookie'],
    ]
      .flat()
      .map(String)
    expect(lines).toHaveLength(2)
    const prefix = isHttps ? '__Host-' : ''
    expect(lines[0]).toMatch(new RegExp(`^${prefix}roundtable=[A-Za-z0-9_-]{43};`))
    expect(lines[1]).toMatch(new RegExp(`^${prefix}roundtable-notice=`))
    for (const line of lines) {
      expect(line).toContain('; HttpOnly')
      expect(line).toContain('; SameSite=Lax')
      expect(line).toContain('; Path=/')
      expect(line).not.toContain('Domain')
      expect(line.includes('; Secure')).toBe(isHttps)
    }
  })
})

describe('what is no request at all', () => {
  const say = (port: number, text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = ''
      const socket = createConnection(port, 'localhost', () => socket.write(text))
      socket.on('data', (chunk) => (answer += chunk.toString()))
      socket.on('end', () => resolve(answer))
      socket.on('error', reject)
    })

  it('gets a bare page with the headers, and the connection ends', async () => {
    const web = await aWeb({})
    await web.app.listen({ port: 0, host: 'localhost' })
    const address = web.app.server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    try {
      const garbage = await say(port, 'hello\r\n\r\n')
      expect(garbage).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
      const huge = await say(port, `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)
      expect(huge).toMatch(/^HTTP\/1\.1 431 /)
      for (const answer of [garbage, huge]) {
        expect(answer).toContain("content-security-policy: default-src 'none'")
        expect(answer).toContain('x-content-type-options: nosniff')
        expect(answer).toContain('cache-control: no-store')
        expect(answer).toContain('<h1>We could not read what was sent</h1>')
      }
      const star = await say(port, 'GET * HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')
      expect(star).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
      expect(star).toContain('We could not read what was sent')
      const absolute = await say(
        port,
        'GET http://elsewhere.example/ HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
      )
      expect(absolute).toMatch(/^HTTP\/1\.1 400 /)
    } finally {
      await web.app.close()
    }
  })
})

describe('a port that cannot be had', () => {
  it('is told in a sentence', async () => {
    const [first, second] = [await aWeb({}), await aWeb({})]
    await listen(first.app, { port: 0, host: 'localhost' })
    const address = first.app.server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    try {
      await expect(listen(second.app, { port, host: 'localhost' })).rejects.toThrow(
        `Another program uses port ${port} already. Set PORT to another number.`,
      )
    } finally {
      await first.app.close()
      await second.app.close()
    }
  })
})
