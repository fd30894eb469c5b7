import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWeb } from './a-web.ts'

let folder: string
let web: Awaited<ReturnType<typeof aWeb>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-assets-'))
  mkdirSync(join(folder, 'fonts'))
  writeFileSync(join(folder, 'roundtable.css'), 'body{}')
  writeFileSync(join(folder, 'fonts', 'a.woff2'), 'font')
  writeFileSync(join(folder, 'left-over.js'), 'alert(1)')
  writeFileSync(join(folder, '.secret'), 'secret')
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ 'roundtable.css': 'abc123', 'fonts/a.woff2': 'def456' }),
  )
  web = await aWeb({ assets: folder })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('an asset', () => {
  it.each([
    ['/assets/roundtable.css?v=abc123', 'public, max-age=31536000, immutable'],
    ['/assets/fonts/a.woff2?v=def456', 'public, max-age=31536000, immutable'],
    ['/assets/roundtable.css?v=old', 'public, no-cache'],
    ['/assets/roundtable.css', 'public, no-cache'],
    ['/assets/fonts/a.woff2?v=abc123', 'public, no-cache'],
  ])('%s may be kept: %s', async (url, cacheControl) => {
    const got = await web.get(url)
    expect(got.statusCode).toBe(200)
    expect(got.headers['cache-control']).toBe(cacheControl)
    expect(got.headers['x-content-type-options']).toBe('nosniff')
    expect(got.headers['content-security-policy']).toBeDefined()
    expect(got.headers['set-cookie']).toBeUndefined()
  })

  it('has the type of its name', async () => {
    expect((await web.get('/assets/roundtable.css')).headers['content-type']).toMatch(/^text\/css/)
    expect((await web.get('/assets/fonts/a.woff2')).headers['content-type']).toBe('font/woff2')
  })

  it('is not sent again where the browser has it', async () => {
    const { etag } = (await web.get('/assets/roundtable.css')).headers
    expect((await web.get('/assets/roundtable.css', { 'if-none-match': String(etag) })).statusCode).toBe(304)
  })

  it.each([
    '/assets/',
    '/assets',
    '/assets/nothing.css',
    '/assets/left-over.js',
    '/assets/manifest.json',
    '/assets/.secret',
    '/assets/fonts',
    '/assets/fonts/',
    '/assets/../package.json',
    '/assets/..%2f..%2fetc/passwd',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/assets/roundtable.css%00',
    '/assets//etc/passwd',
    '/assets/fonts/..%5ca.woff2',
  ])('%s is not one', async (url) => {
    const got = await web.get(url)
    expect([400, 404]).toContain(got.statusCode)
    expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(got.headers['cache-control']).toBe('no-store')
    expect(got.body).toMatch(/Page not found|We could not read what was sent/)
  })

  it('costs no look at the session', async () => {
    await web.get('/assets/roundtable.css', { cookie: `roundtable=${'a'.repeat(43)}` })
    expect(web.sessions.counts.reads).toBe(0)
  })
})
