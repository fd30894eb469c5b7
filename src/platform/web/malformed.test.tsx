import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { aPerson, aWeb } from './a-web.ts'
import { page, redirect } from './answer.ts'
import { choice, choices, date, optionalText, pounds, text, wholeNumber } from './fields.ts'
import { parseForm, textOf } from './form.ts'
import { FormSeal } from './form-seal.tsx'
import { behind, type Enter, type Page } from './page.ts'

// Milliseconds. A whole service answers here hundreds of times, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const schema = z.object({
  words: text('Enter your words'),
  name: optionalText({ most: 200 }),
  level: choice(['0', '1', '2', '3', '4'], 'Choose one'),
  wishes: choices(['cook', 'shop', 'swim']),
  price: pounds({ missing: 'Enter it', wrong: 'From £0 to £5,000', from: 0, to: 5000 }),
  times: wholeNumber({ missing: 'Enter it', wrong: 'From 0 to 100', from: 0, to: 100 }),
  moved: date({ missing: 'Enter the day', wrong: 'Must be a real day' }),
})

/** Keeps texts as PostgreSQL does: it throws at what that cannot keep. */
function keepLikeADatabase(value: unknown): void {
  if (typeof value === 'string' && (value.includes('\u0000') || /\p{Cs}/u.test(value))) {
    throw new Error('cannot be kept')
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      keepLikeADatabase(name)
      keepLikeADatabase(inner)
    }
  }
}

const kept: unknown[] = []
const form: Page<undefined> = {
  path: '/records/:record/form',
  params: { record: 'uuid' },
  may: 'signed-in',
  maySend: 'signed-in',
  audited: 'the form',
  get: (visit) => {
    keepLikeADatabase(visit.query)
    return page({ title: 'Form', main: <FormSeal visit={visit} /> })
  },
  post: (visit) => {
    const parsed = parseForm(schema, visit.form)
    if (parsed.kind === 'bad') {
      return page({
        bad: true,
        title: 'Form',
        main: <textarea name="words" value={textOf(parsed.typed, 'words')} />,
      })
    }
    keepLikeADatabase(parsed.value)
    keepLikeADatabase([visit.key, visit.head])
    kept.push(parsed.value)
    return redirect('/done')
  },
}
const enter: Enter<undefined> = async (knock, inside) => {
  keepLikeADatabase(knock.params)
  return inside(undefined)
}

const path = '/records/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/form'
const fine: Readonly<Record<string, string>> = {
  words: 'I want to cook',
  level: '2',
  price: '19.99',
  times: '3',
  'moved-day': '27',
  'moved-month': '3',
  'moved-year': '2026',
}

const web = await aWeb({
  routes: behind(enter, [form]),
  env: { POSTS_PER_MINUTE: '1000000' },
})
let amina: Awaited<ReturnType<typeof web.as>>
let csrf: string
beforeAll(async () => {
  amina = await web.as(aPerson)
  csrf = await amina.csrf()
})

/** The fine form with one field sent raw in its place. */
const withRaw = (field: string, raw: string): string => {
  const { [field]: _, ...others } = fine
  return `${new URLSearchParams(others).toString()}&${field}=${raw}`
}

const sendRaw = (payload: string, headers: Readonly<Record<string, string>> = {}) =>
  web.send(path, `_csrf=${csrf}&_key=33333333-3333-4333-8333-333333333333&${payload}`, {
    cookie: amina.cookie,
    ...headers,
  })

const mustBePlain = (answer: { statusCode: number; body: string }, what: string): void => {
  expect(answer.statusCode, what).toBeGreaterThanOrEqual(200)
  expect(answer.statusCode, what).toBeLessThan(500)
  expect(answer.body, what).not.toMatch(/\bat .+\.(?:ts|js):\d+|FST_|Error:(?! Form<)/)
}

const TEXTS = [
  '%00',
  'a%00b',
  '%01%02%1F%7F',
  '%C2%80%C2%9F',
  '%ED%A0%80',
  '%ED%B0%80',
  '%ED%A0%BD%ED%B8%80',
  '%F4%90%80%80',
  '%FF%FE',
  '%C0%80',
  '%',
  '%%',
  '%2',
  '%zz',
  '%u0041',
  '+',
  '%20',
  '%0D%0A',
  '%E2%80%AEgnp.exe',
  '%E2%80%8B',
  '%EF%BB%BF',
  '%EF%BF%BD',
  '%EF%BF%BF',
  '%F0%9F%91%A9%E2%80%8D%F0%9F%A6%BD',
  'a'.repeat(20_000),
  '%F0%9F%91%A9'.repeat(5000),
  'Z%CC%A7'.repeat(5000),
  '<script>alert(1)</script>',
  '%3C%2Ftextarea%3E%3Cscript%3E',
  '%22%20onfocus%3Dalert(1)%20x%3D%22',
  "'%20or%201%3D1%20--",
  '%24%7B7*7%7D',
  '%7B%7B7*7%7D%7D',
  '..%2F..%2Fetc%2Fpasswd',
  '%5Cu0000',
  'null',
  'undefined',
  'NaN',
  'true',
  '%5B%5D',
  '%7B%7D',
  '%5Bobject+Object%5D',
  '0',
  '-0',
  '1e308',
  '-1e308',
  '1e-320',
  'Infinity',
  '0x1F',
  '1_000',
  '%D9%A1%D9%A2%D9%A3',
  '99999999999999999999',
  '9007199254740993',
  '-1',
  '1.5',
  '1,5',
  '%C2%A3',
  '%C2%A3-1',
  '19.999',
  '31+02',
  '10000',
  '00',
  '2026-11-20',
  '=',
  '==a=b',
  '',
]

const FIELDS = [
  'words',
  'name',
  'level',
  'wishes',
  'price',
  'times',
  'moved-day',
  'moved-month',
  'moved-year',
]

describe('whatever is put into a form', () => {
  it('is taken in full when it is fine', async () => {
    kept.length = 0
    expect((await sendRaw(new URLSearchParams(fine).toString())).statusCode).toBe(303)
    expect(kept).toEqual([
      { words: 'I want to cook', level: '2', wishes: [], price: 1999, times: 3, moved: '2026-03-27' },
    ])
  })

  it.each(FIELDS)('comes back as a page or is kept whole: in %s', async (field) => {
    for (const raw of TEXTS) {
      const answer = await sendRaw(withRaw(field, raw))
      mustBePlain(answer, `${field}=${raw.slice(0, 40)}`)
      expect([303, 400], `${field}=${raw.slice(0, 40)}`).toContain(answer.statusCode)
      if (answer.statusCode === 400) expect(answer.body).toContain('<title>Error: Form</title>')
      expect(answer.body).not.toMatch(/<script>alert|<\/textarea>.*<\/textarea>/)
    }
  })

  it('with a text of a megabyte comes back with all of it', async () => {
    const long = 'a'.repeat(1024 * 1024)
    const answer = await sendRaw(withRaw('words', long))
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain(`>${long}<`)
  })

  it.each([
    ['Zoë Müller-Łukaszewicz', 'Zo%C3%AB+M%C3%BCller-%C5%81ukaszewicz'],
    ['O’Brien', 'O%E2%80%99Brien'],
    ["D'Arcy", "D'Arcy"],
    ['Null', 'Null'],
    ['Aung', 'Aung'],
    ['María de los Ángeles', 'Mar%C3%ADa+de+los+%C3%81ngeles'],
    ['عبد الرحمن', '%D8%B9%D8%A8%D8%AF+%D8%A7%D9%84%D8%B1%D8%AD%D9%85%D9%86'],
    ['李小龍', '%E6%9D%8E%E5%B0%8F%E9%BE%8D'],
    ['X Æ A-12', 'X+%C3%86+A-12'],
    ['Nı̇hat', 'N%C4%B1%CC%87hat'],
    ['می‌خواهم', '%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85'],
  ])('a name is a name: %s', async (name, raw) => {
    kept.length = 0
    expect((await sendRaw(withRaw('name', raw))).statusCode).toBe(303)
    expect(kept).toMatchObject([{ name }])
  })
})

describe('what is no form of ours', () => {
  it.each([
    ['10,000 fields', Array.from({ length: 10_000 }, (_, index) => `f${index}=1`).join('&'), 413],
    ['10,000 times one field', 'words=1&'.repeat(10_000), 413],
    ['more than fits', `words=${'a'.repeat(2 * 1024 * 1024)}`, 413],
    ['a prototype', '__proto__=1', 400],
    ['a prototype with brackets', '__proto__[x]=1', 400],
    ['a constructor', 'constructor.prototype.x=1', 200],
    ['a constructor alone', 'constructor=1', 400],
    ['brackets', 'words[]=1&words[a][b]=2', 400],
    ['a field without a name', '=1', 400],
    ['a name with a NUL', 'wo%00rds=1', 400],
    ['a name of other letters', 'w%C3%B6rter=1', 400],
    ['nothing but joints', '&&&&', 200],
    ['repeated keys everywhere', FIELDS.map((field) => `${field}=1&${field}=2`).join('&'), 200],
    ['JSON', '{"words":"hello"}', 400],
  ])('%s', async (_what, payload, status) => {
    const answer = await sendRaw(payload)
    mustBePlain(answer, payload.slice(0, 40))
    if (status === 200) expect([303, 400]).toContain(answer.statusCode)
    else expect(answer.statusCode).toBe(status)
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'text/html',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/octet-stream',
    'application/x-www-form-urlencodedx',
    'application/x-www-form-urlencoded; charset=utf-16',
    'x',
    '/',
    ';',
    'a/b; c=',
    '%00',
  ])('the content type %s', async (contentType) => {
    const answer = await sendRaw('words=1', { 'content-type': contentType })
    mustBePlain(answer, contentType)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  })

  it.each([
    '_key=',
    '_key=x',
    '_key=a&_key=b',
    '_key=%00',
    '_head=%00',
    `_head=${'9'.repeat(200)}`,
    '_csrf=%00',
  ])('a seal with %s', async (seal) => {
    const others = seal.startsWith('_key') ? '' : '_key=33333333-3333-4333-8333-333333333333&'
    const token = seal.startsWith('_csrf') ? '' : `_csrf=${csrf}&`
    const answer = await web.send(path, `${token}${others}${seal}`, { cookie: amina.cookie })
    mustBePlain(answer, seal)
    expect([400, 403]).toContain(answer.statusCode)
  })
})

describe('whatever is asked for', () => {
  it.each([
    '/%',
    '/%zz',
    '/%00',
    '/%ED%A0%80',
    '/%C0%AF',
    '//',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '/..',
    '/../../etc/passwd',
    '/%2e%2e%2f',
    '/.git/config',
    '/records/%zz/form',
    '/records/%00/form',
    '/records/../form',
    '/records/__proto__/form',
    '/records/constructor/form',
    `/records/${'a'.repeat(10_000)}/form`,
    `/records/${'%41'.repeat(3000)}/form`,
    '/records/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa%00/form',
    '/records/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa%0A/form',
    '/records/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa;x/form',
    `${path}?`,
    `${path}?%`,
    `${path}?a=%00`,
    `${path}?a=%ED%A0%80`,
    `${path}?__proto__=1`,
    `${path}?a[b]=1`,
    `${path}?${'a=1&'.repeat(3000)}`,
    `${path}?a=${'b'.repeat(10_000)}`,
    `${path}#a`,
    '/sign-in?from=%00',
    '/*',
    '/:record',
    '/records/:record/form',
  ])('%s', async (url) => {
    const answer = await amina.get(url)
    mustBePlain(answer, url)
    expect([200, 303, 400, 404]).toContain(answer.statusCode)
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH'] as const)(
    'with the method %s',
    async (method) => {
      const { cookie } = amina
      const answer = await web.app.inject({
        method: method as 'PUT',
        url: path,
        headers: { cookie },
        payload: 'a=1',
      })
      mustBePlain(answer, method)
      expect([400, 403, 404, 415]).toContain(answer.statusCode)
    },
  )

  it.each([
    ['cookie', 'roundtable=%00'],
    ['cookie', 'roundtable'],
    ['cookie', '=; =='],
    ['cookie', `roundtable=${'a'.repeat(8000)}`],
    ['cookie', '__proto__=1; constructor=2'],
    ['cookie', 'roundtable-notice=%zz'],
    ['host', ''],
    ['host', 'a b'],
    ['host', '[::1'],
    ['host', 'elsewhere.example'],
    ['x-forwarded-for', '%00, nobody'],
    ['x-forwarded-proto', 'javascript'],
    ['x-forwarded-host', 'elsewhere.example'],
    ['accept', 'x'],
    ['accept-language', '*'.repeat(5000)],
    ['content-length', '0'],
    ['origin', 'x'],
    ['sec-fetch-site', 'x'],
    ['if-none-match', '*'],
    ['range', 'bytes=0-'],
    ['expect', 'x'],
    ['upgrade', 'websocket'],
    ['transfer-encoding', 'chunked'],
  ])('with the header %s: %s', async (name, value) => {
    const answer = await web.app.inject({ url: path, headers: { cookie: amina.cookie, [name]: value } })
    mustBePlain(answer, `${name}: ${value}`)
    expect(String(answer.headers.location)).not.toContain('elsewhere')
  })
})

describe('chance', () => {
  it('finds no form that breaks a page', async () => {
    const field = fc.constantFrom(...FIELDS, '_head', 'other')
    const value = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((typed) => encodeURIComponent(typed)),
      fc
        .uint8Array({ maxLength: 20 })
        .map((bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
      fc.constantFrom(...TEXTS.filter((typed) => typed.length < 1000)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, value), { maxLength: 12 }), async (fields) => {
        const payload = fields.map(([name, raw]) => `${name}=${raw}`).join('&')
        const answer = await sendRaw(payload)
        mustBePlain(answer, payload)
      }),
      { numRuns: 150 },
    )
  })

  it('finds no address that breaks a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 60 }),
        fc.constantFrom('/', '/records/', `${path}?`),
        async (tail, head) => {
          const url = `${head}${tail.replaceAll(/[^\x21-\x7e]/g, '')}`
          // The one who asks here cannot put every address into words: `/\` is none to them.
          fc.pre(URL.canParse(url, 'http://localhost'))
          mustBePlain(await amina.get(url), url)
        },
      ),
      { numRuns: 150 },
    )
  })
})
