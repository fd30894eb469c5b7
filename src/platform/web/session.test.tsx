import { describe, expect, it, vi } from 'vitest'
import { aPerson, aWeb, aWorker } from './a-web.ts'
import { page } from './answer.ts'
import { FormSeal } from './form-seal.tsx'
import { behind, openDoor, type Page } from './page.ts'

// Milliseconds. A whole service answers here hundreds of times, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const me: Page<undefined> = {
  path: '/me',
  may: 'signed-in',
  audited: 'nothing personal',
  get: ({ account }) => page({ title: 'Me', main: <p>{account?.name}</p> }),
}
const ask: Page<undefined> = {
  path: '/ask',
  may: 'anyone',
  maySend: 'anyone',
  audited: 'nothing personal',
  get: (visit) => page({ title: 'Ask', main: <FormSeal visit={visit} /> }),
  post: () => page({ title: 'Asked', main: <p>Asked</p> }),
}
const look: Page<undefined> = {
  path: '/look',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: 'Look', main: <p>Look</p> }),
}
const routes = behind(openDoor, [me, ask, look])

/** A clock that stands still until it is moved on. */
function aClock() {
  let at = Date.parse('2026-11-20T09:00:00Z')
  return { now: () => new Date(at), minutesLater: (minutes: number) => (at += minutes * 60_000) }
}

describe('a session', () => {
  it('costs one read a page and no write, however many pages are looked at', async () => {
    const web = await aWeb({ routes })
    const amina = await web.as(aPerson)
    const before = { ...web.sessions.counts }
    for (let time = 0; time < 100; time += 1) expect((await amina.get('/me')).statusCode).toBe(200)
    expect(web.sessions.counts.reads - before.reads).toBe(100)
    expect(web.sessions.counts.writes).toBe(before.writes)
  })

  it('is not there for one who only looks, nor asked for where there is no cookie', async () => {
    const web = await aWeb({ routes })
    for (const url of ['/look', '/me', '/nothing', '/%zz', '/health']) {
      expect((await web.get(url)).headers['set-cookie'], url).toBeUndefined()
    }
    expect(web.sessions.counts).toEqual({ reads: 0, writes: 0 })
  })

  it('begins for a stranger who is shown a form, and lets them send it', async () => {
    const web = await aWeb({ routes })
    const got = await web.get('/ask')
    const cookie = `roundtable=${got.cookies[0]?.value}`
    const csrf = /name="_csrf" value="([^"]+)"/.exec(got.body)?.[1] ?? ''
    const key = /name="_key" value="([^"]+)"/.exec(got.body)?.[1] ?? ''
    const sent = await web.send('/ask', { _csrf: csrf, _key: key }, { cookie })
    expect(sent.statusCode).toBe(200)
    expect(web.sessions.counts.writes).toBe(1)
  })

  it('ends when nobody came for an hour, and not while somebody keeps coming', async () => {
    const { now, minutesLater } = aClock()
    const web = await aWeb({ routes, now, env: { SESSION_IDLE_MINUTES: '60' } })
    const amina = await web.as(aPerson)
    for (let time = 0; time < 5; time += 1) {
      minutesLater(59)
      expect((await amina.get('/me')).statusCode).toBe(200)
    }
    minutesLater(60)
    expect((await amina.get('/me')).headers.location).toBe('/sign-in?from=%2Fme')
  })

  it('ends after its hours, however much it is used', async () => {
    const { now, minutesLater } = aClock()
    const web = await aWeb({ routes, now, env: { SESSION_HOURS: '2' } })
    const amina = await web.as(aPerson)
    for (const minutes of [50, 50, 19]) {
      minutesLater(minutes)
      expect((await amina.get('/me')).statusCode).toBe(200)
    }
    minutesLater(1)
    expect((await amina.get('/me')).statusCode).toBe(303)
  })

  it('ends at once where the store says so', async () => {
    const web = await aWeb({ routes })
    const amina = await web.as(aPerson)
    const alsoAmina = await web.as(aPerson)
    const tom = await web.as(aWorker)
    await web.sessions.endAllOf(aPerson.id)
    expect((await amina.get('/me')).statusCode).toBe(303)
    expect((await alsoAmina.get('/me')).statusCode).toBe(303)
    expect((await tom.get('/me')).body).toContain('Tom Reed')
  })

  it.each([
    '',
    'x',
    'a'.repeat(43),
    'a'.repeat(5000),
    '%00',
    '../../etc/passwd',
    "' or 1=1 --",
    `${'a'.repeat(42)}é`,
    'null',
    '{}',
  ])('is none with the token %j, and a new one is never the planted one', async (token) => {
    const web = await aWeb({ routes })
    const cookie = `roundtable=${encodeURIComponent(token)}`
    expect((await web.get('/me', { cookie })).statusCode).toBe(303)
    // What cannot be a token is not even looked up.
    expect(web.sessions.counts.reads).toBe(/^[A-Za-z0-9_-]{43}$/.test(token) ? 1 : 0)
    const begun = await web.get('/ask', { cookie })
    expect(begun.statusCode).toBe(200)
    const given = begun.cookies.find(({ name, value }) => name === 'roundtable' && value !== '')?.value
    expect(given).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(given).not.toBe(token)
    expect(web.sessions.tokens()).toEqual([given])
  })

  it.each([
    { account: aPerson.id },
    { signedIn: { account: aPerson, since: 0 } },
    { account: aWorker.id, signedIn: { account: aPerson, since: Date.now() } },
    { account: aPerson.id, signedIn: { account: { ...aPerson, kind: 'admin' }, since: Date.now() } },
    { account: aPerson.id, signedIn: 'yes' },
  ])('is none where what is stored does not hold together', async (stored) => {
    const web = await aWeb({ routes, between: (sessions) => ({ ...sessions, read: async () => stored }) })
    expect((await web.get('/me', { cookie: `roundtable=${'a'.repeat(43)}` })).statusCode).toBe(303)
  })

  it('is one and the same on this machine by whichever name it is called', async () => {
    const web = await aWeb({ routes })
    for (const host of ['127.0.0.1:3000', '[::1]:3000']) {
      const got = await web.app.inject({ url: '/look?a=b', headers: { host } })
      expect(got.statusCode).toBe(307)
      expect(got.headers.location).toBe('http://localhost:3000/look?a=b')
    }
    for (const host of ['localhost:3000', 'localhost', '127.0.0.1:4000', 'elsewhere.example', 'a b', '']) {
      expect((await web.app.inject({ url: '/look', headers: { host } })).statusCode, host).toBe(200)
    }
  })
})

describe('a form that was not sent from our own page by who is signed in', () => {
  const change: Page<undefined> = {
    path: '/change',
    may: 'signed-in',
    maySend: 'signed-in',
    audited: 'nothing personal',
    post: () => {
      throw new Error('the form was taken')
    },
  }

  it('is never taken', async () => {
    const web = await aWeb({ routes: behind(openDoor, [change]) })
    const amina = await web.as(aPerson)
    const tom = await web.as(aWorker)
    const key = '33333333-3333-4333-8333-333333333333'
    const token = await amina.csrf()
    const mine = { _csrf: token, _key: key }
    const his = { _csrf: await tom.csrf(), _key: key }
    const { cookie } = amina
    const from = (origin: string, site: string) => ({ cookie, origin, 'sec-fetch-site': site })
    const attempts = [
      web.send('/change', { _key: key }, { cookie }),
      web.send('/change', { _csrf: '', _key: key }, { cookie }),
      web.send('/change', { _csrf: 'x', _key: key }, { cookie }),
      web.send('/change', { ...mine, _csrf: `${token}x` }, { cookie }),
      web.send('/change', his, { cookie }),
      web.send('/change', mine, { cookie: tom.cookie }),
      web.send('/change', mine),
      web.send('/change', `_csrf=x&_csrf=${token}&_key=${key}`, { cookie }),
      web.send('/change', mine, from('https://elsewhere.example', 'cross-site')),
      web.send('/change', mine, from('http://localhost:3000', 'cross-site')),
      web.send('/change', mine, from('http://localhost:3000', 'same-site')),
      web.send('/change', mine, from('https://elsewhere.example', 'same-origin')),
      web.send('/change', mine, from('null', 'same-origin')),
      web.send('/change', mine, from('http://localhost:3001', 'same-origin')),
      web.send('/change', mine, from('https://localhost:3000', 'same-origin')),
      web.send('/change', mine, from('http://localhost:3000.elsewhere.example', 'same-origin')),
    ]
    for (const attempt of attempts) expect((await attempt).statusCode).toBe(403)
    const inHeader = await web.send('/change', { _key: key }, { cookie, 'x-csrf-token': token })
    expect(inHeader.statusCode).toBe(403)
    // And it is the guard that refuses them, not the page: with all in order the page is reached.
    expect((await web.send('/change', mine, { cookie })).statusCode).toBe(500)
  })

  it('is refused on every page that takes one', async () => {
    const web = await aWeb({ routes: [...routes, ...behind(openDoor, [change])] })
    const amina = await web.as(aPerson)
    const posts = web.table.filter(({ method }) => method === 'POST')
    expect(posts.map(({ path }) => path)).toEqual(['/ask', '/change'])
    for (const { path } of posts) {
      expect((await web.send(path, {}, { cookie: amina.cookie })).statusCode).toBe(403)
      expect((await web.send(path, {})).statusCode).toBe(403)
    }
  })
})
