import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// Pictures of every page that is looked over, for the eyes of whoever changes one: no program sees that a page is crooked.

/** In CSS pixels, what an A4 sheet leaves between its margins (see `_print.scss`): what is wider is cut off. */
export const SHEET = 658

/** A desk, a small phone, and a sheet of paper. */
const SIZES = [
  { name: 'wide', width: 1280, media: null },
  { name: 'narrow', width: 320, media: null },
  { name: 'paper', width: SHEET, media: 'print' },
] as const

/** Longer than this nobody looks at a picture in one piece, and the browser does not draw it either. */
const TALLEST = 12_000

const slug = (text: string): string => text.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()

/** The test that runs and the address, as a name for a file: who reads, what stands there, and which page it is. */
const named = (page: Page): string => {
  const test = (expect.getState().currentTestName ?? 'a page').replace(/^.* > (?=nothing keeps )/, '')
  // Which record it is has another name each time.
  const address = new URL(page.url()).pathname.replace(/^\/records\/[^/]+/, '')
  return `${slug(test).slice(0, 120)}.${slug(address).slice(0, 80)}`
}

/** Leaves three pictures of the page in the folder, and the page as it was. */
export async function picturedIn(folder: string, page: Page): Promise<void> {
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const { name, width, media } of SIZES) {
    await page.emulateMedia({ media })
    await page.setViewportSize({ width, height: 900 })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) }
    await page.screenshot({ path: join(folder, `${named(page)}.${name}.png`), fullPage: true, clip })
  }
  await page.emulateMedia({ media: null })
  if (before !== null) await page.setViewportSize(before)
}
