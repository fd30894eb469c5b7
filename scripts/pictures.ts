/** Makes `docs/pictures/` anew from the running service: `npx tsx scripts/pictures.ts`. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { aService } from './a-service.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'docs', 'pictures')
const WIDTH = 1280

/** The day of the demonstration, so that the same pictures come out on any day. */
const ON = '2026-11-21'

type Picture = {
  readonly name: string
  readonly as: 'public' | 'staff'
  readonly person: string
  /** within the record of Sunita Vallory */
  readonly page: string
  /** a part of the page to open first */
  readonly open?: string
  /** the picture ends above this element */
  readonly until: string
}

const RECORD_OF = 'Sunita Vallory'
const PICTURES: readonly Picture[] = [
  {
    name: 'conversation',
    as: 'public',
    person: 'Sunita Vallory',
    page: 'conversation/hygiene',
    until: '.rt-still-right',
  },
  {
    name: 'conversation-worker',
    as: 'staff',
    person: 'Keith Bromwell',
    page: 'conversation/hygiene',
    until: '.rt-still-right',
  },
  {
    name: 'money',
    as: 'public',
    person: 'Sunita Vallory',
    page: 'budget',
    open: 'li[id$="hygiene"] summary >> nth=0',
    until: 'li[id$="hygiene"] + li',
  },
]

/**
 * Chooses somebody on the demonstration's sign-in page, and opens the record from their first page. Everybody has a
 * browser context of their own, closed with the browser: this Chromium is one process, and ends with its first context.
 */
async function signIn(browser: Browser, url: string, { as, person }: Picture): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } })
  await page.goto(`${url}/sign-in/${as}`)
  await page.getByRole('button', { name: person, exact: true }).click()
  await page.waitForURL(`${url}/`)
  await page.locator('main a', { hasText: as === 'public' ? 'Open your record' : RECORD_OF }).click()
  await page.waitForURL(/\/records\//)
  return page
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const page = await signIn(browser, url, picture)
  const record = /\/records\/[^/?]+/.exec(page.url())?.[0]
  if (record === undefined)
    throw new Error(`${picture.person} did not come to a record, but to ${page.url()}`)
  await page.goto(`${url}${record}/${picture.page}`)
  await page.evaluate('document.fonts.ready')
  if (picture.open !== undefined) await page.locator(picture.open).click()
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)')
  const end = await page.locator(picture.until).boundingBox()
  if (end === null) throw new Error(`${picture.page} has no ${picture.until}`)
  const path = join(FOLDER, `${picture.name}.png`)
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y: 0, width: WIDTH, height: Math.floor(end.y) },
  })
  console.log(path)
}

const ready = spawnSync(process.execPath, [join(ROOT, 'scripts', 'ready.mjs')], { stdio: 'inherit' })
if (ready.status !== 0) process.exit(1)
mkdirSync(FOLDER, { recursive: true })
const service = await aService({ ROUNDTABLE_ON: ON })
try {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
  })
  try {
    for (const picture of PICTURES) await take(browser, service.url, picture)
  } finally {
    await browser.close()
  }
} finally {
  await service.stop()
}
