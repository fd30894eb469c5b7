import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aPerson, aWeb } from './a-web.ts'
import { page, redirect } from './answer.ts'
import { text } from './fields.ts'
import { parseForm, textOf } from './form.ts'
import { FormSeal } from './form-seal.tsx'
import { behind, openDoor, type Page } from './page.ts'

const words: Page<undefined> = {
  path: '/words',
  may: 'signed-in',
  maySend: 'signed-in',
  audited: 'nothing personal',
  get: (visit) =>
    page({
      title: 'Words',
      main: (
        <form>
          <FormSeal visit={visit} />
        </form>
      ),
    }),
  post: (visit) => {
    const parsed = parseForm(z.object({ words: text('Enter words') }), visit.form)
    if (parsed.kind === 'bad')
      return page({ bad: true, title: 'Words', main: <p>{textOf(parsed.typed, 'words')}</p> })
    return redirect('/words', 'It is saved.')
  },
}

describe('a page', () => {
  it('works', async () => {
    const web = await aWeb({ routes: behind(openDoor, [words]) })
    const amina = await web.as(aPerson)
    expect((await web.app.inject('/words')).headers.location).toBe('/sign-in?from=%2Fwords')
    const got = await amina.get('/words')
    expect(got.statusCode).toBe(200)
    console.log(got.headers, got.body)
    const bad = await amina.post('/words', { words: '' })
    expect(bad.statusCode).toBe(400)
    const good = await amina.post('/words', { words: 'hello' })
    console.log(good.headers)
    const nope = await web.app.inject({ method: 'POST', url: '/words' })
    console.log(nope.statusCode, nope.body)
    for (const u of ['/%zz', '/health', '/nothing', '/words/%00']) {
      const r = await web.app.inject(u)
      console.log(u, r.statusCode, r.headers['content-security-policy']?.length, r.body.slice(0, 200))
    }
  })
})
