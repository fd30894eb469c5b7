import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { busy } from '../database/trouble.ts'
import { A_KEY, aPerson, aWeb, aWorker } from './a-web.ts'
import { type Answer, conflictPage, file, notFound, page, redirect, refused } from './answer.ts'
import { text } from './fields.ts'
import { parseForm, textOf } from './form.ts'
import { FormSeal } from './form-seal.tsx'
import { behind, type Enter, type Knock, openDoor, type Page, type Sent } from './page.ts'

// Milliseconds. A whole service answers here hundreds of times, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const HERS = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
const HIDDEN = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
const ABSENT = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc'

type Ctx = { readonly person: string }

/** A door that notes who knocks, and opens one record to one person. */
function aDoor() {
  const knocks: Knock[] = []
  const steps: string[] = []
  const enter: Enter<Ctx> = async (knock, inside) => {
    knocks.push(knock)
    if (knock.params['record'] !== HERS) return notFound
    steps.push('begin')
    const answer = await inside({ person: 'Amina' })
    steps.push('commit')
    return answer
  }
  return { enter, knocks, steps }
}

const words: Page<Ctx> = {
  path: '/records/:record/words',
  may: { resource: 'conversation', action: 'read' },
  maySend: { resource: 'conversation', action: 'say' },
  audited: 'the conversation',
  get: (visit) =>
    page({
      title: 'Your words',
      main: (
        <form method="post">
          <FormSeal visit={visit} head={7} />
          <p>{visit.ctx.person}</p>
        </form>
      ),
    }),
  post: (visit) => {
    const parsed = parseForm(z.object({ words: text('Enter your words') }), visit.form)
    if (parsed.kind === 'bad') {
      return page({
        bad: true,
        title: 'Your words',
        main: <textarea value={textOf(parsed.typed, 'words')} />,
      })
    }
    return redirect(`/records/${visit.params['record']}/words`, 'Your words are saved.')
  },
}
const path = `/records/${HERS}/words`

const simple = (
  at: string,
  answer: () => Promise<Answer> | Answer,
  may: 'anyone' | 'signed-in' = 'anyone',
): Page<undefined> => ({
  path: at,
  may,
  audited: 'nothing personal',
  get: answer,
})

/** What differs from one answer to the next by chance alone. */
const withoutChance = (body: string): string =>
  body.replaceAll(/nonce="[^"]+"/g, 'nonce').replaceAll(/value="[^"]+"/g, 'value')

describe('a page', () => {
  it('is shown to who may see it, with its door told all it needs', async () => {
    const door = aDoor()
    const web = await aWeb({ routes: behind(door.enter, [words]) })
    const amina = await web.as(aPerson)
    const got = await amina.get(`${path}?from=here&from=there`)
    expect(got.statusCode).toBe(200)
    expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(got.body).toContain('<p>Amina</p>')
    expect(got.body).toContain('name="_head" value="7"')
    expect(door.knocks).toHaveLength(1)
    expect(door.knocks[0]).toMatchObject({
      method: 'get',
      takes: { resource: 'conversation', action: 'read' },
      params: { record: HERS },
      account: aPerson,
      session: amina.token,
      today: '2026-11-20',
      facts: { audited: 'the conversation' },
      query: { from: ['here', 'there'] },
    })
  })

  it('tells the page who it is, and not by what secret', async () => {
    const seen: object[] = []
    const watching: Page<Ctx> = {
      path: '/watching',
      may: 'signed-in',
      maySend: 'signed-in',
      audited: 'nothing personal',
      get: (visit) => {
        seen.push(visit)
        return page({ title: 'A page', main: <p /> })
      },
      post: (visit) => {
        seen.push(visit)
        return redirect('/watching')
      },
    }
    const open: Enter<Ctx> = (knock, inside) => {
      expect(knock.session).toBe(amina.token)
      return inside({ person: 'Amina' })
    }
    const web = await aWeb({ routes: behind(open, [watching]) })
    const amina = await web.as(aPerson)
    await amina.get('/watching')
    await amina.post('/watching')
    expect(seen).toHaveLength(2)
    for (const visit of seen) {
      expect(visit).toMatchObject({ account: aPerson, ctx: { person: 'Amina' } })
      expect(JSON.stringify(visit)).not.toContain(amina.token)
    }
  })

  it('asks a stranger to sign in and remembers where to, without asking the door', async () => {
    const door = aDoor()
    const web = await aWeb({ routes: behind(door.enter, [words]) })
    for (const record of [HERS, ABSENT, 'no-uuid']) {
      const got = await web.get(`/records/${record}/words?a=b`)
      expect(got.statusCode).toBe(303)
      expect(got.headers.location).toBe(`/sign-in?from=%2Frecords%2F${record}%2Fwords%3Fa%3Db`)
    }
    expect(door.knocks).toHaveLength(0)
  })

  it('answers HEAD as GET, without a body', async () => {
    const web = await aWeb({ routes: behind(aDoor().enter, [words]) })
    const amina = await web.as(aPerson)
    const got = await web.app.inject({ method: 'HEAD', url: path, headers: { cookie: amina.cookie } })
    expect(got.statusCode).toBe(200)
    expect(got.body).toBe('')
    expect(Number(got.headers['content-length'])).toBeGreaterThan(100)
  })

  it('is sent only after its door has closed behind it', async () => {
    const door = aDoor()
    const web = await aWeb({ routes: behind(door.enter, [words]) })
    const amina = await web.as(aPerson)
    await amina.get(path)
    expect(door.steps).toEqual(['begin', 'commit'])

    const cannotCommit: Enter<Ctx> = async (_knock, inside) => {
      await inside({ person: 'Amina' })
      throw new Error('could not commit')
    }
    const broken = await aWeb({ routes: behind(cannotCommit, [words]) })
    const got = await (await broken.as(aPerson)).get(path)
    expect(got.statusCode).toBe(500)
    expect(got.body).not.toContain('Amina</p>')
  })
})

describe('what is not there, and what is not theirs', () => {
  it('look the same to the letter, whoever asks', async () => {
    const web = await aWeb({ routes: behind(aDoor().enter, [words]) })
    const amina = await web.as(aPerson)
    const addresses = [
      `/records/${HIDDEN}/words`,
      `/records/${ABSENT}/words`,
      '/records/not-a-uuid/words',
      `/records/${HERS.toUpperCase()}/words`,
      `/records/${HERS}/words/`,
      `/records/${HERS}/nothing`,
      '/nothing',
      '/records/%00/words',
      `/records/${'a'.repeat(5000)}/words`,
      `/records/..%2f${HERS}/words`,
    ]
    const answers = await Promise.all(addresses.map((address) => amina.get(address)))
    const [first] = answers
    for (const answer of answers) {
      expect(answer.statusCode).toBe(404)
      expect(withoutChance(answer.body)).toBe(withoutChance(first?.body ?? ''))
      expect(answer.body).toHaveLength(first?.body.length ?? 0)
      expect(Object.keys(answer.headers)).toEqual(Object.keys(first?.headers ?? {}))
    }
  })

  it('is also where a form is sent that no page takes', async () => {
    const web = await aWeb({
      routes: behind(openDoor, [simple('/only-to-look', () => page({ title: 'A', main: <p /> }))]),
    })
    const amina = await web.as(aPerson)
    expect((await amina.post('/only-to-look')).statusCode).toBe(404)
    expect((await amina.post('/nothing')).statusCode).toBe(404)
  })
})

describe('a form', () => {
  it('is taken, and the next page says so once', async () => {
    const door = aDoor()
    const web = await aWeb({ routes: behind(door.enter, [words]) })
    const amina = await web.as(aPerson)
    const sent = await amina.post(path, { words: 'I want to cook', _head: '7' })
    expect(sent.statusCode).toBe(303)
    expect(sent.headers.location).toBe(path)
    const posted = door.knocks.find(({ method }) => method === 'post')
    expect(posted).toMatchObject({ takes: { resource: 'conversation', action: 'say' } })

    const notice = sent.cookies.find(({ name }) => name === 'roundtable-notice')
    expect(notice).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const cookie = `${amina.cookie}; roundtable-notice=${notice?.value}`
    const next = await web.get(path, { cookie })
    expect(next.body).toContain('<div role="alert">Your words are saved.</div>')
    expect(next.cookies.find(({ name }) => name === 'roundtable-notice')?.value).toBe('')
    expect((await amina.get(path)).body).not.toContain('role="alert"')
  })

  it('shows no notice that was planted, or that belongs to somebody else', async () => {
    const web = await aWeb({ routes: behind(aDoor().enter, [words]) })
    const amina = await web.as(aPerson)
    const tom = await web.as(aWorker)
    const sent = await tom.post(path, { words: 'I want to cook' })
    const his = sent.cookies.find(({ name }) => name === 'roundtable-notice')?.value ?? ''
    const planted = `${Buffer.from('Send money').toString('base64url')}.${his.split('.')[1]}`
    for (const notice of [his, planted, 'x', '.', 'a.b', `${his}x`]) {
      const next = await web.get(path, { cookie: `${amina.cookie}; roundtable-notice=${notice}` })
      expect(next.statusCode).toBe(200)
      expect(next.body).not.toContain('role="alert"')
    }
  })

  it('comes back with what was typed', async () => {
    const web = await aWeb({ routes: behind(aDoor().enter, [words]) })
    const amina = await web.as(aPerson)
    const bad = await amina.post(path, { words: '  ' })
    expect(bad.statusCode).toBe(400)
    expect(bad.body).toContain('<title>Error: Your words</title>')
    const spoilt = await amina.post(path, 'words=I+want%00+to+<b>cook</b>')
    expect(spoilt.statusCode).toBe(400)
    expect(spoilt.body).toContain('I want\ufffd to &lt;b>cook&lt;/b>')
  })

  it('gives the page its key and its head, and not the seal', async () => {
    const sent: Sent<undefined>[] = []
    const taking: Page<undefined> = {
      path: '/taking',
      may: 'signed-in',
      maySend: 'signed-in',
      audited: 'nothing personal',
      post: (visit) => {
        sent.push(visit)
        return redirect('/')
      },
    }
    const web = await aWeb({ routes: behind(openDoor, [taking]) })
    const amina = await web.as(aPerson)
    await amina.post('/taking', 'a=1&b=2&b=3&_head=12')
    await amina.post('/taking', 'a=1')
    expect(sent[0]).toMatchObject({ key: A_KEY, head: '12' })
    expect({ ...sent[0]?.form.values }).toEqual({ a: '1', b: ['2', '3'] })
    expect(sent[1]?.head).toBeUndefined()
  })

  it('is not taken without a proper key', async () => {
    const web = await aWeb({ routes: behind(aDoor().enter, [words]) })
    const amina = await web.as(aPerson)
    for (const key of ['', 'x', `${A_KEY}0`, `${A_KEY}%00`]) {
      const sent = await web.send(path, `_csrf=${await amina.csrf()}&_key=${key}&words=hello`, {
        cookie: amina.cookie,
      })
      expect(sent.statusCode).toBe(400)
    }
  })

  it('from somebody who was signed out is not lost to them', async () => {
    const door = aDoor()
    const web = await aWeb({ routes: behind(door.enter, [words]) })
    const sent = await web.send(path, { words: 'I want to cook for my daughter', level: '2' })
    expect(sent.statusCode).toBe(403)
    expect(sent.body).toContain('You are signed out')
    expect(sent.body).toContain('I want to cook for my daughter')
    expect(sent.body).toContain(`href="/sign-in?from=${encodeURIComponent(path)}"`)
    expect(door.knocks).toHaveLength(0)
    // Nor is it a way to put words on our pages from elsewhere, or where nobody says where it came from.
    const unsaid = await web.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'words=Send+money+to+me',
    })
    expect(unsaid.statusCode).toBe(403)
    expect(unsaid.body).not.toContain('money')
  })
})

describe('the other answers', () => {
  const routes = behind(openDoor, [
    simple('/file', () => file('record.json', 'application/json', '{"a":1}')),
    simple('/bytes', () => file('letter.pdf', 'application/pdf', new Uint8Array([1, 2, 3]))),
    simple('/bad-file', () => file('a"\r\nb.json', 'application/json', '{}')),
    simple('/refused', () => refused(['The price is £4 above the published one.'], '/back')),
    simple('/conflict', () => conflictPage({ title: 'Somebody was quicker', main: <p>Both</p> })),
    simple('/elsewhere', () => redirect('https://elsewhere.example/')),
    simple('/elsewhere-too', () => redirect('//elsewhere.example/')),
    simple('/not-found', () => notFound),
  ])

  it('are what they say', async () => {
    const web = await aWeb({ routes })
    const got = await web.get('/file')
    expect(got.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="record.json"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(got.body).toBe('{"a":1}')
    expect([...(await web.get('/bytes')).rawPayload]).toEqual([1, 2, 3])
    const no = await web.get('/refused')
    expect(no.statusCode).toBe(409)
    expect(no.body).toContain('The price is £4 above the published one.')
    expect((await web.get('/conflict')).statusCode).toBe(409)
    expect((await web.get('/not-found')).statusCode).toBe(404)
  })

  it('never lead elsewhere or break a header: that is a bug of ours', async () => {
    const web = await aWeb({ routes })
    for (const url of ['/elsewhere', '/elsewhere-too', '/bad-file']) {
      const got = await web.get(url)
      expect(got.statusCode).toBe(500)
      expect(got.headers.location).toBeUndefined()
      expect(got.headers['content-disposition']).toBeUndefined()
    }
  })
})

describe('when something breaks', () => {
  const fails = simple('/fails', () => {
    throw Object.assign(new Error('no row for "Amina Yusuf" (name)=(Amina)'), { code: 'XX000' })
  })

  it('says so with a reference that stands in the log, and nothing of what broke', async () => {
    const lines: string[] = []
    const web = await aWeb({
      routes: behind(openDoor, [fails]),
      env: { LOG_LEVEL: 'info' },
      logStream: { write: (line) => void lines.push(line) },
    })
    const got = await web.get('/fails?secret=4711')
    expect(got.statusCode).toBe(500)
    const reference = /<strong>([B-Z2-9]{4}-[B-Z2-9]{4})<\/strong>/.exec(got.body)?.[1]
    expect(reference).toBeDefined()
    expect(got.body).not.toMatch(/Amina|no row|at .*\.ts/)
    const log = lines.join('')
    expect(log).toContain(reference)
    expect(log).toContain('XX000')
    expect(log).toContain('"route":"/fails"')
    expect(log).not.toMatch(/Amina|4711|secret/)
  })

  it('still answers where the layout itself is what breaks', async () => {
    const web = await aWeb({
      dress: () => {
        throw new Error('the layout is broken')
      },
    })
    const got = await web.get('/anything')
    expect(got.statusCode).toBe(500)
    expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(got.body).toContain('<h1>Sorry, there is a problem with the service</h1>')
  })

  it.each(['read', 'write'] as const)('still answers where sessions cannot be %s', async (what) => {
    let isBroken = false
    const web = await aWeb({
      routes: behind(openDoor, [
        simple('/form', (): Answer => page({ title: 'Form', main: <p /> })),
        {
          path: '/with-form',
          may: 'anyone',
          audited: 'nothing personal',
          get: (visit) => page({ title: 'Form', main: <FormSeal visit={visit} /> }),
        },
      ]),
      between: (sessions) => ({
        ...sessions,
        [what]: async (...given: Parameters<typeof sessions.write>) => {
          if (isBroken) throw new Error('the store is broken')
          return sessions[what](...given)
        },
      }),
    })
    const amina = await web.as(aPerson)
    isBroken = true
    const got = what === 'read' ? await amina.get('/form') : await web.get('/with-form')
    expect(got.statusCode).toBe(500)
    expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(got.headers['set-cookie']).toBeUndefined()
    expect(got.body).not.toContain('the store is broken')
  })
})

describe('when too much is asked', () => {
  it('says busy, and when to come back', async () => {
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const slow = simple('/slow', async () => {
      await held
      return page({ title: 'Done', main: <p /> })
    })
    const web = await aWeb({
      routes: behind(openDoor, [slow]),
      env: { PAGES_AT_ONCE: '1', PAGES_WAITING: '1' },
    })
    const first = web.get('/slow')
    const second = web.get('/slow')
    // The third comes once the first two have filled the place and the queue, in whatever order they got there.
    let third = await web.get('/nothing')
    for (let time = 0; time < 1000 && third.statusCode === 404; time += 1) third = await web.get('/nothing')
    expect(third.statusCode).toBe(503)
    expect(third.headers['retry-after']).toBe('5')
    expect(third.body).toContain('Many people are using the service')
    letGo()
    expect((await first).statusCode).toBe(200)
    expect((await second).statusCode).toBe(200)
    expect((await web.get('/slow')).statusCode).toBe(200)
  })

  it('says the same where the database is busy, with what was typed', async () => {
    const isBusy: Enter<Ctx> = () => Promise.reject(busy())
    const web = await aWeb({ routes: behind(isBusy, [words]) })
    const amina = await web.as(aPerson)
    const got = await amina.get(path)
    expect(got.statusCode).toBe(503)
    expect(got.headers['retry-after']).toBe('2')
    const sent = await amina.post(path, { words: 'I want to cook' })
    expect(sent.statusCode).toBe(503)
    expect(sent.body).toContain('I want to cook')
  })

  it('stops one who sends far too much, and nobody else behind the same address', async () => {
    const web = await aWeb({ routes: behind(aDoor().enter, [words]), env: { POSTS_PER_MINUTE: '3' } })
    const amina = await web.as(aPerson)
    const tom = await web.as(aWorker)
    const statuses: number[] = []
    for (let time = 0; time < 4; time += 1) {
      statuses.push((await amina.post(path, { words: `Time number ${time}` })).statusCode)
    }
    expect(statuses).toEqual([303, 303, 303, 429])
    const stopped = await amina.post(path, { words: 'I want to cook' })
    expect(stopped.headers['retry-after']).toMatch(/^\d+$/)
    expect(stopped.body).toContain('Too many tries')
    expect(stopped.body).toContain('I want to cook')
    expect((await tom.post(path, { words: 'Hello there' })).statusCode).toBe(303)
    expect((await amina.get(path)).statusCode).toBe(200)
  })
})

describe('those who watch the service', () => {
  it.each([
    ['well', async () => true, 200, 'ok'],
    ['not well', async () => false, 503, 'not ok'],
    ['cannot say', () => Promise.reject(new Error('away')), 503, 'not ok'],
    ['not asked', undefined, 200, 'ok'],
  ])('are told when it is %s', async (_what, isWell, status, says) => {
    const web = await aWeb({ isWell })
    const got = await web.get('/health')
    expect(got.statusCode).toBe(status)
    expect(got.body).toBe(says)
  })
})

describe('what is written down of a visit', () => {
  it('names nobody: no address, no query, no form, no cookie', async () => {
    const lines: string[] = []
    const web = await aWeb({
      routes: behind(aDoor().enter, [words]),
      env: { LOG_LEVEL: 'debug' },
      logStream: { write: (line) => void lines.push(line) },
    })
    const amina = await web.as(aPerson)
    await amina.get(`${path}?name=Amina`)
    await amina.post(path, { words: 'I want to cook' })
    await amina.get('/nothing/Amina-Yusuf')
    await amina.get('/%zz/Amina')
    await web.send(path, { words: 'I want to cook' }, { origin: 'https://elsewhere.example' })
    await web.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'text/Amina' },
      payload: 'Amina',
    })
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(6)
    expect(log).toContain('"route":"/records/:record/words"')
    for (const secret of ['Amina', 'cook', HERS, amina.token, aPerson.id, '127.0.0.1', 'elsewhere']) {
      expect(log).not.toContain(secret)
    }
  })
})
