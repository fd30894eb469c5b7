import { randomBytes } from 'node:crypto'
import { renderToString } from 'preact-render-to-string'
import { createClock } from '../clock.ts'
import { type Config, readConfig } from '../config.ts'
import type { Account } from './account.ts'
import type { Dress } from './dress.ts'
import { CSRF_FIELD, FormSeal, KEY_FIELD } from './form-seal.tsx'
import { type Sessions, sessionFor } from './session.ts'
import { type SessionsInMemory, sessionsInMemory } from './sessions-in-memory.ts'
import { createWeb, type WebSettings } from './web.ts'

/** A whole web for tests, without a port: `aWeb({ routes })`, then `as(account)` and `app.inject`. */

export const settingsFor = (env: Readonly<Record<string, string>> = {}): Config => {
  const read = readConfig({ LOG_LEVEL: 'silent', ...env })
  if (read.kind === 'bad') throw new Error(read.says.join(' '))
  return read.config
}

/** The least that a layout must do. */
export const plainDress: Dress = (shown, around) => {
  const signOut =
    around.account === undefined
      ? ''
      : `<p>Signed in as ${around.account.id}</p><form method="post" action="/sign-out">${renderToString(FormSeal({ visit: around }))}</form>`
  const notice = around.notice === undefined ? '' : `<div role="alert">${around.notice}</div>`
  return (
    `<!DOCTYPE html><html lang="en"><head><title>${shown.bad === true ? 'Error: ' : ''}${shown.title}</title></head>` +
    `<body><script nonce="${around.nonce}">0</script>${signOut}${notice}<main>${renderToString(shown.main)}</main></body></html>`
  )
}

export const aPerson: Account = {
  id: '11111111-1111-4111-8111-111111111111',
  kind: 'public',
  name: 'Amina Yusuf',
  role: null,
  team: null,
}
export const aWorker: Account = {
  id: '22222222-2222-4222-8222-222222222222',
  kind: 'staff',
  name: 'Tom Reed',
  role: 'social-worker',
  team: 'north',
}

export const A_KEY = '33333333-3333-4333-8333-333333333333'

type Some = Partial<Omit<WebSettings, 'config' | 'sessions' | 'clock'>> & {
  readonly env?: Readonly<Record<string, string>>
  readonly now?: () => Date
  /** Stands between the web and its sessions, to fail or to count. */
  readonly between?: (sessions: SessionsInMemory) => Sessions
}

type Fields = Readonly<Record<string, string>> | string

const encoded = (fields: Fields): string =>
  typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()

export async function aWeb({ env = {}, now = () => new Date(), between = (same) => same, ...some }: Some) {
  const config = settingsFor(env)
  const sessions = sessionsInMemory(now, config.session.idleMinutes)
  const { app, table } = await createWeb({
    config,
    clock: createClock('2026-11-20', now),
    sessions: between(sessions),
    routes: [],
    parts: [],
    dress: plainDress,
    ...some,
  })
  const isHttps = config.url.protocol === 'https:'
  const sessionCookie = isHttps ? '__Host-roundtable' : 'roundtable'
  /** What a proxy in front says. */
  const proxied = isHttps ? { 'x-forwarded-proto': 'https', host: config.url.host } : {}

  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({ url, headers: { ...proxied, ...headers } })

  /** A form as a browser sends it from a page of ours; no more is put in than is given. */
  const send = (url: string, fields: Fields, headers: Readonly<Record<string, string>> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: config.url.origin,
        'sec-fetch-site': 'same-origin',
        ...proxied,
        ...headers,
      },
      payload: encoded(fields),
    })

  /** Somebody who is signed in: their cookie, and forms that carry their token and a key. */
  const as = async (account: Account) => {
    const token = randomBytes(32).toString('base64url')
    const until = new Date(now().getTime() + config.session.hours * 3_600_000)
    await sessions.write(token, sessionFor(account, now()), until)
    const cookie = `${sessionCookie}=${token}`
    const csrf = async (): Promise<string> => {
      const page = await get('/no-such-page', { cookie })
      return new RegExp(`name="${CSRF_FIELD}" value="([^"]+)"`).exec(page.body)?.[1] ?? ''
    }
    const post = async (url: string, fields: Fields = '') => {
      const seal = encoded({ [CSRF_FIELD]: await csrf(), [KEY_FIELD]: A_KEY })
      return send(url, [seal, encoded(fields)].filter((part) => part !== '').join('&'), { cookie })
    }
    return { cookie, token, csrf, post, get: (url: string) => get(url, { cookie }) }
  }
  return { app, table, sessions, config, get, send, as, sessionCookie }
}
