import type { Locator, Page } from 'playwright-core'

// What a hand does on a page, in the words that stand there. One moves a mouse, the other has nothing but a keyboard;
// the steps of a journey are the same for both.

type Name = string | RegExp

export type Hand = {
  readonly page: Page
  /** a link */
  readonly follow: (name: Name) => Promise<void>
  /** a button */
  readonly press: (name: Name) => Promise<void>
  readonly write: (label: Name, text: string) => Promise<void>
  /** one of a group of radios */
  readonly choose: (legend: Name, option: Name) => Promise<void>
  /** one of a group of checkboxes */
  readonly tick: (legend: Name, option: Name) => Promise<void>
  /** what is folded up behind a summary */
  readonly unfold: (summary: Name) => Promise<void>
}

const inGroup = (page: Page, legend: Name, role: 'radio' | 'checkbox', option: Name): Locator =>
  page.getByRole('group', { name: legend }).getByRole(role, { name: option }).first()

const link = (page: Page, name: Name): Locator => page.getByRole('link', { name }).first()
const button = (page: Page, name: Name): Locator => page.getByRole('button', { name }).first()
const box = (page: Page, label: Name): Locator => page.getByRole('textbox', { name: label }).first()
const summary = (page: Page, name: Name): Locator => page.locator('summary').filter({ hasText: name }).first()

export const aMouse = (page: Page): Hand => ({
  page,
  follow: (name) => link(page, name).click(),
  press: (name) => button(page, name).click(),
  write: (label, text) => box(page, label).fill(text),
  choose: (legend, option) => inGroup(page, legend, 'radio', option).check(),
  tick: (legend, option) => inGroup(page, legend, 'checkbox', option).check(),
  unfold: (name) => summary(page, name).click(),
})

const MOST_TABS = 400

/** Goes on with the tab key until the one is reached, as somebody does who sees where the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const wanted = await target.elementHandle()
  for (let step = 0; step < MOST_TABS; step += 1) {
    if (await wanted?.evaluate((element) => element === element.ownerDocument.activeElement)) {
      await mustShowFocus(page)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(target)}`)
}

/** Whoever has no mouse must see where they are. */
async function mustShowFocus(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null) return false
    // A radio or a checkbox is drawn by its label.
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined
    const drawn = [getComputedStyle(focused), ...(label ? [getComputedStyle(label, '::before')] : [])]
    return drawn.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    )
  })
  if (!shown) throw new Error('the focus cannot be seen')
}

const leaves = async (page: Page, key: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

export const aKeyboard = (page: Page): Hand => ({
  page,
  follow: async (name) => {
    await tabTo(page, link(page, name))
    await leaves(page, 'Enter')
  },
  press: async (name) => {
    await tabTo(page, button(page, name))
    await leaves(page, 'Enter')
  },
  write: async (label, text) => {
    await tabTo(page, box(page, label))
    await page.keyboard.insertText(text)
  },
  choose: async (legend, option) => {
    const wanted = inGroup(page, legend, 'radio', option)
    const name = await wanted.getAttribute('name')
    // The tab key goes into a group of radios once; within it the arrow keys go round.
    const focused = () =>
      page.evaluate(() =>
        document.activeElement instanceof HTMLInputElement ? document.activeElement.name : '',
      )
    for (let step = 0; step < MOST_TABS && (await focused()) !== name; step += 1)
      await page.keyboard.press('Tab')
    await mustShowFocus(page)
    await page.keyboard.press('Space')
    for (let step = 0; step < 20 && !(await wanted.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown')
    if (!(await wanted.isChecked())) throw new Error(`the keyboard does not choose ${String(option)}`)
  },
  tick: async (legend, option) => {
    await tabTo(page, inGroup(page, legend, 'checkbox', option))
    await page.keyboard.press('Space')
  },
  unfold: async (name) => {
    await tabTo(page, summary(page, name))
    await page.keyboard.press('Enter')
  },
})
