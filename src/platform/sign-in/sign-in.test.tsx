import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DemoPeople } from '../demo-issuer/people.ts'
import { aPerson, aWeb, aWorker, settingsFor } from '../web/a-web.ts'
import type { Account, IssuerName } from '../web/account.ts'
import { page, redirect } from '../web/answer.ts'
import { FormSeal } from '../web/form-seal.tsx'
import { behind, openDoor, type Page as RoutePage } from '../web/page.ts'
import { aBrowser, askWithin, formAction, hidden } from './a-browser.ts'
import { type AnIssuer, anIssuer, CLIENT, freePort } from './an-issuer.ts'
import { signInParts } from './parts.ts'

// Milliseconds. A whole service answers here hundreds of times, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const people: DemoPeople = {
  public: [
    {
      heading: 'People',
      people: [
        { subject: 'amina', name: 'Amina Yusuf', says: 'Lives with MS.' },
        { subject: 'nobody', name: 'Nobody Known', says: 'Has no account.' },
        { subject: 'tom', name: 'Tom at home', says: 'Is called like somebody at work.' },
      ],
    },
  ],
  staff: [
    { heading: 'Social workers', people: [{ subject: 'tom', name: 'Tom Reed', says: 'Works with Amina.' }] },
  ],
}

/** Whose account an issuer's subject is. The last two are set up wrongly, to see that the wall holds all the same. */
const accounts = new Map<string, Account>([
  ['public amina', aPerson],
  ['staff tom', aWorker],
  ['public tom', aWorker],
  ['staff amina', aPerson],
])
const accountOf = async (issuer: IssuerName, subject: string) => accounts.get(`${issuer} ${subject}`)

const me: RoutePage<undefined> = {
  path: '/me',
  may: 'signed-in',
  maySend: 'signed-in',
  audited: 'nothing personal',
  get: (visit) =>
    page({
      title: 'Me',
      main: (
        <p>
          <FormSeal visit={visit} />
          You are {visit.account?.name}
        </p>
      ),
    }),
  post: () => redirect('/me', 'Done.'),
}
const start: RoutePage<undefined> = {
  path: '/',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: 'Start', main: <p>The start page</p> }),
}
const routes = behind(openDoor, [me, start])

/** A whole service on a port. */
async function aService(env: Readonly<Record<string, string>> = {}) {
  const port = await freePort()
  const given = { PORT: String(port), ...env }
  const lines: string[] = []
  const web = await aWeb({
    routes,
    env: { LOG_LEVEL: 'info', ...given },
    parts: signInParts(settingsFor(given), accountOf, people),
    logStream: { write: (line) => void lines.push(line) },
  })
  await web.app.listen({ port, host: 'localhost' })
  const url = new URL(`http://localhost:${port}`)
  return { ...web, url, lines, browser: () => aBrowser(url), close: () => web.app.close() }
}
type Service = Awaited<ReturnType<typeof aService>>

describe('signing in to the demonstration, over the network', () => {
  let service: Service
  beforeAll(async () => {
    service = await aService()
  })
  afterAll(() => service.close())

  it.each([
    ['public', 'amina', 'Amina Yusuf', 'staff'],
    ['staff', 'tom', 'Tom Reed', 'public'],
  ] as const)('as somebody of the %s issuer', async (issuer, subject, name, other) => {
    const browser = service.browser()
    const asked = await browser.go('/me')
    expect(asked.url.pathname + asked.url.search).toBe('/sign-in?from=%2Fme')
    expect(asked.body).toContain(`href="/sign-in/${issuer}?from=%2Fme"`)

    const choose = await browser.go(`/sign-in/${issuer}?from=%2Fme`)
    expect(choose.status).toBe(200)
    expect(choose.url.pathname).toMatch(new RegExp(`^/demo-issuer/${issuer}/people/`))
    expect(choose.body).toContain(`value="${subject}"`)
    expect(choose.body).toContain(`href="/sign-in/${other}"`)

    const inside = await browser.go(formAction(choose), { subject })
    expect(inside.status).toBe(200)
    expect(inside.url.pathname).toBe('/me')
    expect(inside.body).toContain(`You are ${name}`)
    // Nothing of the way in stays in an address, a cookie or the log.
    expect(inside.url.search).toBe('')
    expect(browser.cookie('roundtable-sign-in')).toBeUndefined()
    expect(service.lines.join('')).not.toMatch(/code=|state=|amina|Amina|Tom Reed/)
  })

  it('asks who somebody is each time, also in the same browser', async () => {
    const browser = service.browser()
    for (const issuer of ['public', 'public', 'staff'] as const) {
      const choose = await browser.go(`/sign-in/${issuer}`)
      expect(choose.url.pathname).toMatch(/^\/demo-issuer\/\w+\/people\//)
      await browser.go(formAction(choose), { subject: issuer === 'staff' ? 'tom' : 'amina' })
    }
    expect((await browser.go('/me')).body).toContain('You are Tom Reed')
  })

  it('gives a new token each time, and the one before is worth nothing', async () => {
    const browser = service.browser()
    browser.plant('roundtable', 'p'.repeat(43))
    const choose = await browser.go('/sign-in/public')
    await browser.go(formAction(choose), { subject: 'amina' })
    const first = browser.cookie('roundtable') ?? ''
    expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(first).not.toBe('p'.repeat(43))
    const again = await browser.go('/sign-in/staff')
    await browser.go(formAction(again), { subject: 'tom' })
    expect(browser.cookie('roundtable')).not.toBe(first)

    const thief = service.browser()
    for (const token of ['p'.repeat(43), first]) {
      thief.plant('roundtable', token)
      expect((await thief.go('/me')).url.pathname).toBe('/sign-in')
    }
  })

  it('takes over a token from before the sign-in neither', async () => {
    const browser = service.browser()
    const choose = await browser.go('/sign-in/public')
    // Somebody plants a session that is alive, if nobody's.
    const token = 'q'.repeat(43)
    await service.sessions.write(token, { csrf: 'known to the planter' }, new Date(Date.now() + 60_000))
    browser.plant('roundtable', token)
    const inside = await browser.go(formAction(choose), { subject: 'amina' })
    expect(inside.status).toBe(200)
    expect(browser.cookie('roundtable')).not.toBe(token)
    expect(service.sessions.tokens()).not.toContain(token)
  })

  it('ends at sign-out, on the server too, and the page before shows nothing any more', async () => {
    const browser = service.browser()
    const inside = await browser.go(formAction(await browser.go('/sign-in/public?from=/me')), {
      subject: 'amina',
    })
    const token = browser.cookie('roundtable') ?? ''
    expect(inside.headers.get('cache-control')).toBe('no-store')
    const csrf = hidden(inside, '_csrf')

    expect((await browser.go('/sign-out', { _csrf: 'x' })).status).toBe(403)
    expect((await browser.go('/me')).status).toBe(200)
    const out = await browser.go('/sign-out', { _csrf: csrf })
    expect(out.url.pathname).toBe('/signed-out')
    expect(out.body).toContain('You are signed out')
    expect(browser.cookie('roundtable')).toBeUndefined()

    const thief = service.browser()
    thief.plant('roundtable', token)
    expect((await thief.go('/me')).url.pathname).toBe('/sign-in')
    expect((await thief.go('/me', { _csrf: csrf })).status).toBe(403)
    expect((await browser.go('/sign-out', {})).url.pathname).toBe('/signed-out')
  })

  it('ends everywhere where that is wanted', async () => {
    const [here, there] = [service.browser(), service.browser()]
    for (const browser of [here, there]) {
      await browser.go(formAction(await browser.go('/sign-in/public')), { subject: 'amina' })
    }
    const offer = await here.go('/sign-out')
    expect(offer.body).toContain('Sign out everywhere')
    await here.go('/sign-out', { _csrf: hidden(offer, '_csrf'), everywhere: 'yes' })
    expect((await there.go('/me')).url.pathname).toBe('/sign-in')
    expect((await there.go('/sign-out')).url.pathname).toBe('/signed-out')
  })

  it.each([
    ['public', 'nobody', 'an account that is not there'],
    ['public', 'tom', 'an account of the other kind'],
  ] as const)('does not let in the %s issuer’s %s: %s', async (issuer, subject, _what) => {
    const browser = service.browser()
    const refused = await browser.go(formAction(await browser.go(`/sign-in/${issuer}`)), { subject })
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('We do not know you yet')
    expect((await browser.go('/me')).url.pathname).toBe('/sign-in')
  })

  it('looks the same for an account that is not there and one of the other kind', async () => {
    const bodies = await Promise.all(
      ['nobody', 'tom'].map(async (subject) => {
        const browser = service.browser()
        return (await browser.go(formAction(await browser.go('/sign-in/public')), { subject })).body
      }),
    )
    const [first, second] = bodies.map((body) => body.replaceAll(/nonce="[^"]+"/g, ''))
    expect(first).toBe(second)
  })

  it('leads back only to paths of our own', async () => {
    for (const [from, to] of [
      ['//elsewhere.example/', '/'],
      ['https://elsewhere.example/', '/'],
      ['/\\elsewhere.example', '/'],
      ['/sign-out', '/'],
      ['javascript:alert(1)', '/'],
      ['/me?a=b', '/me'],
    ] as const) {
      const browser = service.browser()
      const choose = await browser.go(`/sign-in/public?from=${encodeURIComponent(from)}`)
      const inside = await browser.go(formAction(choose), { subject: 'amina' })
      expect(inside.url.href, from).toBe(`${service.url.origin}${to}${from === '/me?a=b' ? '?a=b' : ''}`)
      // One who is signed in already is led on at once, and no further.
      const on = await browser.go(`/sign-in?from=${encodeURIComponent(from)}`)
      expect(on.url.origin).toBe(service.url.origin)
    }
  })

  it('does not end a sign-in that another browser began, or none', async () => {
    const [mine, yours] = [service.browser(), service.browser()]
    const choose = await mine.go('/sign-in/public')
    const ready = await mine.go(formAction(choose), { subject: 'amina' })
    const callback = ready.way.find((address) => address.includes('/callback')) ?? ''
    await yours.go('/sign-in/public')
    for (const browser of [yours, service.browser()]) {
      const refused = await browser.go(callback)
      expect(refused.status).toBe(400)
      expect(refused.body).toContain('Please sign in again')
      expect((await browser.go('/me')).url.pathname).toBe('/sign-in')
    }
  })

  it('does not take an answer twice', async () => {
    const browser = service.browser()
    const ready = await browser.go(formAction(await browser.go('/sign-in/public')), { subject: 'amina' })
    const callback = ready.way.find((address) => address.includes('/callback')) ?? ''
    expect((await browser.go(callback)).status).toBe(400)
    // Who is signed in stays so: somebody loaded a page again.
    expect((await browser.go('/me')).status).toBe(200)
  })

  it.each(['', 'x', 'e30', '%00', 'a'.repeat(3000)])(
    'does not trip over what is kept in the browser: %j',
    async (kept) => {
      const browser = service.browser()
      browser.plant('roundtable-sign-in', encodeURIComponent(kept))
      for (const query of ['', '?code=a&state=b', '?error=access_denied', '?code=a&code=b', '?code=%00']) {
        const refused = await browser.go(`/sign-in/public/callback${query}`)
        expect(refused.status).toBe(400)
      }
    },
  )
})

describe('signing in with issuers elsewhere', () => {
  let publicIssuer: AnIssuer
  let staffIssuer: AnIssuer
  let service: Service
  const began = () => ({
    subject: 'amina',
    failures: 0,
    turnsBack: false,
    claims: {},
    signsWrongly: false,
  })

  beforeAll(async () => {
    publicIssuer = await anIssuer('/people')
    staffIssuer = await anIssuer()
    publicIssuer.will.endsAt = `${publicIssuer.url.href}/end`
    publicIssuer.will.failures = 1
    service = await aService({
      OIDC_PUBLIC_ISSUER: publicIssuer.url.href,
      OIDC_PUBLIC_CLIENT_ID: CLIENT.clientId,
      OIDC_PUBLIC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_STAFF_ISSUER: staffIssuer.url.href,
      OIDC_STAFF_CLIENT_ID: CLIENT.clientId,
      OIDC_STAFF_CLIENT_SECRET: CLIENT.clientSecret,
    })
  })
  afterAll(async () => {
    await service.close()
    await publicIssuer.close()
    await staffIssuer.close()
  })
  beforeEach(() => {
    Object.assign(publicIssuer.will, began())
    Object.assign(staffIssuer.will, began(), { subject: 'tom' })
  })

  it('asks them about themselves when they are first needed, and again if that fails', async () => {
    expect(publicIssuer.asked).toEqual({})
    publicIssuer.will.failures = 1
    expect((await service.browser().go('/sign-in/public?from=/me')).body).toContain('You are Amina Yusuf')
    expect(publicIssuer.asked['/.well-known/openid-configuration']).toBe(2)
    expect((await service.browser().go('/sign-in/public?from=/me')).body).toContain('You are Amina Yusuf')
    expect(publicIssuer.asked['/.well-known/openid-configuration']).toBe(2)
  })

  it('shows no demonstration', async () => {
    expect((await service.browser().go('/sign-in')).body).not.toContain('demonstration')
    expect((await service.browser().go('/demo-issuer/public/auth')).status).toBe(404)
  })

  it('keeps the two apart: one issuer’s word is never taken for the other’s', async () => {
    // The staff issuer calls somebody what the public one calls Amina, and an account says so too.
    staffIssuer.will.subject = 'amina'
    const refused = await service.browser().go('/sign-in/staff?from=/me')
    expect(refused.status).toBe(403)
    expect(refused.body).toContain('We do not know you yet')

    // An answer of the one issuer brought to the other one's door.
    const browser = service.browser()
    const way = (await browser.go('/sign-in/public?from=/me')).way
    const callback = new URL(way.find((address) => address.includes('/callback')) ?? '')
    callback.pathname = '/sign-in/staff/callback'
    expect((await browser.go(callback)).status).toBe(400)

    staffIssuer.will.claims = { iss: publicIssuer.url.href }
    staffIssuer.will.subject = 'tom'
    expect((await service.browser().go('/sign-in/staff?from=/me')).status).toBe(503)
  })

  it.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another audience', { aud: 'somebody-else' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['an end long ago', { exp: 1_000_000 }],
    ['no subject', { sub: undefined }],
  ])('does not believe a token with %s', async (_what, claims) => {
    publicIssuer.will.claims = claims
    const browser = service.browser()
    const refused = await browser.go('/sign-in/public?from=/me')
    expect(refused.status).toBe(503)
    expect(refused.body).toContain('You cannot sign in just now')
    expect((await browser.go('/me')).url.pathname).toBe('/sign-in')
  })

  it('does not believe a token that is signed with another key', async () => {
    publicIssuer.will.signsWrongly = true
    expect((await service.browser().go('/sign-in/public?from=/me')).status).toBe(503)
  })

  it('says so when somebody turns back', async () => {
    publicIssuer.will.turnsBack = true
    const back = await service.browser().go('/sign-in/public?from=/me')
    expect(back.status).toBe(403)
    expect(back.body).toContain('You are not signed in')
    expect(back.body).toContain('href="/sign-in?from=%2Fme"')
  })

  it('ends the issuer’s session too at sign-out, where it offers that', async () => {
    const browser = service.browser()
    const inside = await browser.go('/sign-in/public?from=/me')
    const out = await browser.go('/sign-out', { _csrf: hidden(inside, '_csrf') })
    expect(out.url.origin + out.url.pathname).toBe(`${publicIssuer.url.href}/end`)
    expect(out.url.searchParams.get('post_logout_redirect_uri')).toBe(`${service.url.origin}/signed-out`)
    expect(out.url.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect((await browser.go('/me')).url.pathname).toBe('/sign-in')
    // The one that does not offer it is not asked, and none of its token is kept.
    const worker = service.browser()
    const atWork = await worker.go('/sign-in/staff?from=/me')
    expect((await worker.go('/sign-out', { _csrf: hidden(atWork, '_csrf') })).url.pathname).toBe(
      '/signed-out',
    )
  })

  it('lets forms lead to them and nowhere else', async () => {
    const got = await service.browser().go('/')
    expect(got.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${publicIssuer.url.origin} ${staffIssuer.url.origin};`.replace(/;$/, ''),
    )
  })

  it('says so when an issuer does not answer, and works again when it does', async () => {
    const away = await anIssuer()
    const other = await aService({
      OIDC_PUBLIC_ISSUER: away.url.href,
      OIDC_PUBLIC_CLIENT_ID: CLIENT.clientId,
      OIDC_PUBLIC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_STAFF_ISSUER: staffIssuer.url.href,
      OIDC_STAFF_CLIENT_ID: CLIENT.clientId,
      OIDC_STAFF_CLIENT_SECRET: 'a wrong secret',
    })
    try {
      away.will.subject = 'amina'
      away.will.failures = 2
      const refused = await other.browser().go('/sign-in/public?from=/me')
      expect(refused.status).toBe(503)
      expect(refused.body).toContain('You cannot sign in just now')
      expect((await other.browser().go('/sign-in/public?from=/me')).body).toContain('You are Amina Yusuf')
      // Set up wrongly by us: also no fault of who signs in.
      expect((await other.browser().go('/sign-in/staff?from=/me')).status).toBe(503)
      expect(other.lines.join('')).toContain('the issuer could not be used')
    } finally {
      await other.close()
      await away.close()
    }
  })

  it('stops far too many tries', async () => {
    const other = await aService({ SIGN_INS_PER_MINUTE: '5' })
    try {
      const statuses: number[] = []
      for (let time = 0; time < 6; time += 1) {
        const answer = await other.app.inject({ url: '/sign-in/public/callback?code=guess&state=guess' })
        statuses.push(answer.statusCode)
      }
      expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
    } finally {
      await other.close()
    }
  })
})

describe('signing in behind a proxy that ends TLS', () => {
  const env = { ROUNDTABLE_URL: 'https://care.example.gov.uk', ROUNDTABLE_DEMO: 'yes' }
  const aServiceBehind = async (lines: string[] = []) =>
    aWeb({
      routes,
      env: { ...env, LOG_LEVEL: 'info' },
      parts: signInParts(settingsFor(env), accountOf, people),
      logStream: { write: (line) => void lines.push(line) },
    })

  it('works with cookies that no other host and no plain connection carries', async () => {
    const web = await aServiceBehind()
    const browser = aBrowser(web.config.url, askWithin(web.app, { 'x-forwarded-proto': 'https' }))
    const choose = await browser.go('/sign-in/staff?from=/me')
    expect(choose.way.every((address) => address.startsWith('https://care.example.gov.uk/'))).toBe(true)
    const inside = await browser.go(formAction(choose), { subject: 'tom' })
    expect(inside.body).toContain('You are Tom Reed')
    expect(inside.way.every((address) => address.startsWith('https://care.example.gov.uk/'))).toBe(true)
    const names = [...browser.jar.values()]
    expect(names.every(({ secure }) => secure)).toBe(true)
    expect(names.filter(({ path }) => path === '/').map(({ name }) => name)).toEqual(['__Host-roundtable'])
    // The issuer's own cookies share no name with ours, and stay below its own path.
    for (const { name, path } of names) {
      if (name !== '__Host-roundtable') {
        expect(name).toMatch(/^demo-staff-/)
        expect(path).toMatch(/^\/demo-issuer\/staff/)
      }
    }
  })

  it('tells whoever set it up where the proxy does not say that it ended TLS', async () => {
    const lines: string[] = []
    const web = await aServiceBehind(lines)
    const said = await web.app.inject({ url: '/sign-in/public/callback?code=a&state=b' })
    expect(said.statusCode).toBe(500)
    expect(lines.join('')).toContain('X-Forwarded-Proto: https')
  })

  it('takes nobody’s word for the address but a proxy’s that it trusts', async () => {
    const web = await aWeb({
      routes,
      env: { SIGN_INS_PER_MINUTE: '2', PORT: '3000' },
      parts: signInParts(settingsFor(), accountOf, people),
    })
    const statuses: number[] = []
    for (let time = 0; time < 3; time += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${time}` }
      statuses.push((await web.app.inject({ url: '/sign-in/public/callback', headers })).statusCode)
    }
    expect(statuses).toEqual([400, 400, 429])
  })
})
