import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { SHEET, picturedIn } from './pictures.ts'

// What a page must be for everybody: every rule that a program can try, no scrolling sideways on a narrow screen, and
// a sheet of paper that begins with its heading.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** Findings that stand, each with where it is and why it may. Nothing else is left out. */
const STAND: readonly { readonly rule: string; readonly at: RegExp; readonly why: string }[] = [
  {
    rule: 'region',
    at: /govuk-back-link/,
    why: 'GOV.UK Frontend puts the back link before the main part and outside of landmarks, so that it comes first.',
  },
]

/** Half as long as the one that would be taken by itself, and read by every page anew. */
const AXE = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** @returns a sentence for every finding of axe that does not stand */
async function axeFinds(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page, axeSource: AXE })
    // What passes is not asked for, which on a long page is most of the work.
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] })
    // Everything is in the page itself, without frames, so the quicker of axe's two ways will do.
    .setLegacyMode(true)
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => !STAND.some(({ rule, at }) => rule === id && at.test(html)))
      .map(({ html, target }) => `${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 160)}`),
  )
}

/** Of the text, and of what a script would make wider: 320 pixels is also what 1280 are at a zoom of 400%. */
export const NARROW = 320

async function sideways(page: Page, width: number): Promise<readonly string[]> {
  return page.evaluate((room) => {
    if (document.documentElement.scrollWidth <= room) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > room + 0.5 && element.children.length === 0,
    )
    const names = wide
      .slice(0, 3)
      .map((element) => `${element.tagName} “${(element.textContent ?? '').slice(0, 40)}”`)
    return [
      `scrolls sideways at ${room} pixels, to ${document.documentElement.scrollWidth}: ${names.join(', ')}`,
    ]
  }, width)
}

/** What is left to press or to go to on paper, what stands before the heading, and what stays folded away. */
async function onPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      element.getBoundingClientRect().height > 1
    const idle = 'nav, button, [role="button"], .govuk-back-link, .govuk-skip-link, .rt-no-print'
    for (const element of document.querySelectorAll(idle)) {
      // A control of an open form is part of what the form asks; one that leads on is not.
      if (isSeen(element)) wrong.push(`is still there on paper: ${element.outerHTML.slice(0, 80)}`)
    }
    const main = document.querySelector('main')
    const words = main === null ? null : document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    let first: Element | null = null
    while (words?.nextNode()) {
      const holder = words.currentNode.parentElement
      if (holder !== null && (words.currentNode.textContent ?? '').trim() !== '' && isSeen(holder)) {
        first = holder
        break
      }
    }
    const begins = 'h1, [class^="govuk-caption"], .govuk-error-summary, .govuk-notification-banner'
    if (first?.closest(begins) == null)
      wrong.push(`begins on paper with ${first?.outerHTML.slice(0, 80) ?? 'nothing'}`)
    for (const details of document.querySelectorAll('details:not([open])')) {
      const folded = [...details.children].filter((child) => child.tagName !== 'SUMMARY')
      if (isSeen(details) && !folded.some(isSeen))
        wrong.push(`is folded away on paper: ${details.textContent?.slice(0, 60)}`)
    }
    return wrong
  })
}

/** Looks a page over as it stands, and leaves pictures of it where PICTURES names a folder. @returns what is wrong with it, in sentences */
export async function lookedOver(page: Page): Promise<readonly string[]> {
  const folder = process.env['PICTURES']
  if (folder !== undefined) await picturedIn(folder, page)
  const size = page.viewportSize()
  const found = [...(await axeFinds(page))]
  await page.setViewportSize({ width: NARROW, height: 800 })
  found.push(...(await sideways(page, NARROW)))
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: SHEET, height: 800 })
  found.push(...(await sideways(page, SHEET)))
  if (size !== null) await page.setViewportSize(size)
  found.push(...(await onPaper(page)))
  await page.emulateMedia({ media: null })
  return found
}
