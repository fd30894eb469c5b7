import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aBrowser, askWithin, formAction } from '../sign-in/a-browser.ts'
import { signInParts } from '../sign-in/parts.ts'
import { aPerson, aWeb, settingsFor } from '../web/a-web.ts'
import { DemoPeople } from './people.ts'

// Milliseconds. A whole service answers here hundreds of times, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const people = DemoPeople.parse({
  public: [
    {
      heading: 'People',
      people: [{ subject: 'amina', name: 'Amina <b>Yusuf</b>', says: 'Lives with MS & a "cat".' }],
    },
    {
      heading: 'Those close to them',
      people: [{ subject: 'sam', name: 'Sam Hill', says: 'Amina’s husband.' }],
    },
  ],
  staff: [
    { heading: 'Social workers', people: [{ subject: 'tom', name: 'Tom Reed', says: 'Works with Amina.' }] },
  ],
})

const env = { PORT: '3000' }
const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((kind) => vi.spyOn(console, kind))
const said = () => consoles.flatMap((spy) => spy.mock.calls)

let web: Awaited<ReturnType<typeof aWeb>>
beforeAll(async () => {
  const parts = signInParts(
    settingsFor(env),
    async (_issuer, subject) => (subject === 'amina' ? aPerson : undefined),
    people,
  )
  web = await aWeb({ env, parts })
})
afterAll(() => vi.restoreAllMocks())

const aVisitor = () => aBrowser(web.config.url, askWithin(web.app, {}))

describe('the page on which somebody chooses who they are', () => {
  it('lists the people of its issuer in their groups, each with a line, as buttons of one form', async () => {
    const choose = await aVisitor().go('/sign-in/public')
    expect(choose.status).toBe(200)
    expect(choose.body.match(/<h2[^>]*>[^<]+/g)?.map((heading) => heading.replace(/<[^>]*>/, ''))).toEqual([
      'People',
      'Those close to them',
    ])
    const buttons = [...choose.body.matchAll(/<button[^>]* value="([^"]+)"[^>]*aria-describedby="([^"]+)"/g)]
    expect(buttons.map(([, subject, about]) => [subject, about])).toEqual([
      ['amina', 'about-amina'],
      ['sam', 'about-sam'],
    ])
    expect(choose.body).toContain('Lives with MS &amp; a &quot;cat&quot;.')
    expect(choose.body).not.toContain('<b>Yusuf')
    expect(choose.body).not.toContain('Tom Reed')
    expect(choose.body.match(/<form/g)).toHaveLength(1)
  })

  it('is as strictly kept as any page, and so is every answer of the issuer', async () => {
    const visitor = aVisitor()
    const choose = await visitor.go('/sign-in/public')
    const inside = await visitor.go(formAction(choose), { subject: 'amina' })
    const answers = await Promise.all(
      [
        ...choose.way,
        ...inside.way,
        '/demo-issuer/public/.well-known/openid-configuration',
        '/demo-issuer/public/nothing',
      ].map((address) => web.get(new URL(address, web.config.url).pathname)),
    )
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("form-action 'self'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('is worth nothing without the browser in which it was opened', async () => {
    const mine = aVisitor()
    const choose = await mine.go('/sign-in/public')
    for (const form of [undefined, { subject: 'amina' }]) {
      const refused = await aVisitor().go(choose.url, form)
      expect(refused.status).toBe(400)
      expect(refused.body).toContain('Please start again')
    }
    expect((await mine.go(choose.url)).status).toBe(200)
  })

  it.each(['', 'tom', 'nobody', 'Amina', '__proto__', '%00', 'amina\u0000'])(
    'knows nobody called %j',
    async (subject) => {
      const visitor = aVisitor()
      const refused = await visitor.go(formAction(await visitor.go('/sign-in/public')), { subject })
      expect(refused.status).toBe(400)
      expect(visitor.cookie('roundtable')).toBeUndefined()
    },
  )

  it('takes no choice from another site', async () => {
    const visitor = aVisitor()
    const choose = await visitor.go('/sign-in/public')
    const cookie = [...visitor.jar.values()].map(({ name, value }) => `${name}=${value}`).join('; ')
    const sent = await web.send(
      choose.url.pathname,
      { subject: 'amina' },
      { cookie, origin: 'https://elsewhere.example' },
    )
    expect(sent.statusCode).toBe(403)
  })
})

describe('the issuer', () => {
  it.each(['public', 'staff'])('says who it is under the service’s own address: %s', async (name) => {
    const answer = await web.app.inject({
      url: `/demo-issuer/${name}/.well-known/openid-configuration`,
      headers: {
        host: 'elsewhere.example',
        'x-forwarded-host': 'elsewhere.example',
        'x-forwarded-proto': 'https',
      },
    })
    const about: Record<string, unknown> = answer.json()
    expect(about).toMatchObject({
      issuer: `http://localhost:3000/demo-issuer/${name}`,
      authorization_endpoint: `http://localhost:3000/demo-issuer/${name}/auth`,
      token_endpoint: `http://localhost:3000/demo-issuer/${name}/token`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    })
    expect(about['end_session_endpoint']).toBeUndefined()
    expect(answer.body).not.toContain('elsewhere')
  })

  it('has keys of its own, made at the start, and keeps the secret half', async () => {
    const keys = await Promise.all(
      ['public', 'staff'].map(
        async (name) => (await web.get(`/demo-issuer/${name}/jwks`)).json<{ keys: object[] }>().keys,
      ),
    )
    expect(keys.map((set) => set.length)).toEqual([1, 1])
    expect(keys[0]).not.toEqual(keys[1])
    for (const set of keys) for (const key of set) expect(Object.keys(key)).not.toContain('d')
  })

  it.each([
    ['GET', '/auth', ''],
    ['GET', '/auth?client_id=nobody&response_type=code&scope=openid', ''],
    [
      'GET',
      '/auth?client_id=roundtable&response_type=code&scope=openid&redirect_uri=https://elsewhere.example',
      '',
    ],
    ['GET', '/auth/nothing', ''],
    ['GET', '/auth?%zz', ''],
    ['GET', `/auth?a=${'b'.repeat(10_000)}`, ''],
    ['GET', '/nothing', ''],
    ['GET', '/people/nothing', ''],
    ['GET', '/people/%00', ''],
    ['GET', '/session/end', ''],
    ['GET', '/me', ''],
    ['POST', '/auth', 'client_id=roundtable'],
    ['POST', '/token', ''],
    ['POST', '/token', 'grant_type=authorization_code&code=guess&client_id=roundtable'],
    ['POST', '/token', '__proto__=1&%zz=%00'],
    ['POST', '/token', '{"a":1}'],
    ['POST', '/token', `a=${'b'.repeat(500_000)}`],
    ['POST', '/people/nothing', 'subject=amina'],
    ['POST', '/people/nothing', '__proto__=1'],
    ['POST', '/nothing', 'a=1'],
  ] as const)('answers %s %s with no more than that it is wrong', async (method, path, payload) => {
    const answer = await web.app.inject({
      method,
      url: `/demo-issuer/public${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...(method === 'POST' ? { payload } : {}),
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.headers.location).toBeUndefined()
    expect(answer.body).not.toMatch(/\bat .+\.js:\d+/)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('tells its one client what was wrong, and nobody else', async () => {
    const answer = await web.get(
      '/demo-issuer/public/auth?client_id=roundtable&response_type=code&scope=openid',
    )
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toMatch(/^http:\/\/localhost:3000\/sign-in\/public\/callback\?error=/)
  })

  it('says nothing on the console', () => {
    expect(said()).toEqual([])
  })
})

describe('the people of the demonstration', () => {
  it.each([
    { public: [], staff: people.staff },
    { public: people.public, staff: [{ heading: 'Nobody', people: [] }] },
    { public: people.public },
    { ...people, extra: [] },
    {
      public: [{ heading: 'People', people: [{ subject: 'A b', name: 'A', says: 'B' }] }],
      staff: people.staff,
    },
  ])('are told in full or not at all', (wrong) => {
    expect(DemoPeople.safeParse(wrong).success).toBe(false)
  })
})
