import { beforeAll, expect, test } from 'vitest'
import type { Service } from '../test/the-service.ts'
import { aKeyboard, aMouse } from './hand.ts'
import { lookedOver } from './looked-over.ts'
import { type Way, windowsOn } from './windows.ts'

// A hint for plainer words: it comes when one pauses, is read out politely, is hidden, and never stands in the way.

const windows = windowsOn()
const sitDown = (way: Way) => windows.seatOf('folake-adeyinka', way)

let service: Service
beforeAll(async () => {
  service = await windows.service()
})

const BOX = 'What do you see?'
const KEEP = 'Keep this in the record'
const ASK = 'Look over my words first'
const WRITTEN = 'He is demanding. A POC is in place.'

const lastText = async (record: string): Promise<unknown> => {
  const last = (await service.entriesOf(record)).at(-1)
  return last?.kind === 'statement' ? last.text : undefined
}

test('with a keyboard: hints come at a pause, are announced, hidden one by one, and it is sent all the same', async () => {
  const record = await service.copyOf('elijah-pryce')
  const path = `/records/${record}/conversation/hygiene/say`
  const { page } = await sitDown({})
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.resourceType() === 'fetch') sent.push(request.url())
  })
  const hand = aKeyboard(page)
  await page.goto(path)
  await page.waitForSelector('body.rt-hints-live')
  // Nobody has to ask for what comes by itself.
  expect(await page.getByRole('button', { name: ASK }).isVisible()).toBe(false)

  const box = page.getByRole('textbox', { name: BOX })
  const hints = page.locator('.rt-words__hint')
  const status = page.locator('.govuk-form-group', { has: box }).getByRole('status')
  expect(await status.count()).toBe(1)
  const pause = page.evaluate(
    () =>
      new Promise<number>((known) => {
        let last = 0
        document.addEventListener('input', () => (last = performance.now()))
        const place = document.querySelector('[data-words-for="text"]')
        const seen = new MutationObserver(() => known(performance.now() - last))
        if (place !== null) seen.observe(place, { childList: true })
      }),
  )
  await hand.write(BOX, WRITTEN)
  await hints.nth(1).waitFor()
  // Not while somebody is still writing.
  expect(await pause).toBeGreaterThan(1000)
  expect(await status.innerText()).toBe('2 hints on what you wrote, below the box')
  expect(await hints.first().innerText()).toContain('“He is demanding” It judges the person')
  expect(await box.getAttribute('aria-describedby')).toContain('text-words-count')
  expect(await lookedOver(page)).toEqual([])

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await hints.count()).toBe(1)
  expect(await status.innerText()).toBe('1 hint on what you wrote, below the box')
  expect(await hints.first().innerText()).toContain('“POC”')
  // The focus is on the next of them, and after the last back in the box.
  await page.keyboard.press('Enter')
  expect(await hints.count()).toBe(0)
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  // What was hidden stays hidden, while something new is hinted at.
  await page.keyboard.press('End')
  await page.keyboard.insertText(' She suffers from nerves.')
  await hints.first().waitFor()
  expect(await hints.allInnerTexts()).toHaveLength(1)

  // What is not sent has gone nowhere.
  expect(sent).toEqual([])
  await hand.press(KEEP)
  expect(await lastText(record)).toBe(`${WRITTEN} She suffers from nerves.`)
})

test('with a mouse, on a narrow screen: all hints of a page are hidden at once', async () => {
  const record = await service.copyOf('elijah-pryce')
  const { page } = await sitDown({ width: 320 })
  await page.goto(`/records/${record}/conversation/hygiene/say`)
  await page.waitForSelector('body.rt-hints-live')
  const hand = aMouse(page)
  await hand.write(BOX, WRITTEN)
  await page.locator('.rt-words__hint').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await hand.press(/^Hide all hints/)
  expect(await page.locator('.rt-words__hint').count()).toBe(0)
  await hand.write(BOX, `${WRITTEN} She suffers from nerves.`)
  await hand.press(KEEP)
  expect(await lastText(record)).toBe(`${WRITTEN} She suffers from nerves.`)
})

test.each([1280, 320])(
  'without a script, %i pixels wide: they are asked for, and it is sent all the same',
  async (width) => {
    const record = await service.copyOf('elijah-pryce')
    const { page } = await sitDown({ javaScript: false, width })
    const hand = aMouse(page)
    await page.goto(`/records/${record}/conversation/hygiene/say`)
    const before = await lastText(record)
    await hand.write(BOX, WRITTEN)
    await hand.press(ASK)
    expect(await page.locator('.rt-words__hint').allInnerTexts()).toHaveLength(2)
    expect(await page.locator('main').innerText()).toContain('Nothing is sent yet.')
    expect(await page.getByRole('textbox', { name: BOX }).inputValue()).toBe(WRITTEN)
    expect(await lastText(record)).toBe(before)
    await hand.press(KEEP)
    expect(await lastText(record)).toBe(WRITTEN)
  },
)
