import { describe, expect, it } from 'vitest'
import { aPerson, aWeb } from './a-web.ts'
import { page } from './answer.ts'
import { houseDress } from './house-dress.tsx'
import { behind, openDoor, type Page } from './page.ts'

const dress = houseDress({
  council: 'Northmoor Council',
  footer: [{ text: 'Privacy', href: '/privacy' }],
  assets: {
    styles: '/assets/a.css?v=1',
    script: '/assets/a.js?v=1',
    fonts: [],
    icon: '/assets/icon.svg?v=1',
  },
  navigation: [{ text: 'Home', href: '/' }],
})

const plain: Page<undefined> = {
  path: '/plain',
  may: 'anyone',
  audited: 'nothing personal',
  get: () => page({ title: 'A page', main: <h1>A page</h1> }),
}
const bad: Page<undefined> = {
  path: '/bad',
  may: 'anyone',
  audited: 'nothing personal',
  get: () =>
    page({
      title: 'A form',
      bad: true,
      main: <h1>A form</h1>,
      before: <p>Back</p>,
      place: { text: 'Amina', href: '/amina' },
      navigation: [{ text: 'Budget', href: '/budget' }],
    }),
}

describe('the house’s layout', () => {
  it('dresses a page for a stranger, with the nonce on every script and no session begun', async () => {
    const web = await aWeb({ routes: behind(openDoor, [plain]), dress })
    const got = await web.get('/plain')
    const nonce = /'nonce-([^']+)'/.exec(String(got.headers['content-security-policy']))?.[1]
    const scripts = got.body.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(got.body).toContain('<title>A page – Roundtable – Northmoor Council</title>')
    expect(got.body).toContain('>Home</a>')
    expect(got.body).not.toMatch(/ style="| on[a-z]+="|<style/)
    expect(got.headers['set-cookie']).toBeUndefined()
  })

  it('offers to sign out with a form that works', async () => {
    const web = await aWeb({ routes: behind(openDoor, [plain]), dress })
    const amina = await web.as(aPerson)
    const got = await amina.get('/plain')
    expect(got.body).toContain('Amina Yusuf')
    expect(got.body).toContain('<form action="/sign-out" method="post">')
    expect(await amina.csrf()).not.toBe('')
  })

  it('passes on what a page says of itself, and of errors', async () => {
    const web = await aWeb({ routes: behind(openDoor, [bad]), dress })
    const got = await web.get('/bad')
    expect(got.body).toContain('<title>Error: A form – Roundtable – Northmoor Council</title>')
    expect(got.body).toContain('<p>Back</p>')
    expect(got.body).toContain('>Budget</a>')
    expect(got.body).not.toContain('>Home</a>')
    expect((await web.get('/nothing')).body).toContain(
      '<title>Page not found – Roundtable – Northmoor Council</title>',
    )
  })
})
