import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { AREAS, ETHNICITIES, SEXES, SUPPORT_REASONS } from '../src/domain/population/traits.ts'
import { importMany } from '../src/record/log.ts'
import type { Service } from '../test/the-service.ts'
import { aKeyboard, aMouse } from './hand.ts'
import { lookedOver } from './looked-over.ts'
import { windowsOn } from './windows.ts'

// A commissioner moves a price and sees what it would do, with scripts and without; publishes, and a journalist reads it; a
// person who draws on support comments on a line, and the council answers there.

const COPIES = 10

const windows = windowsOn()
const sitDown = async (account: string | undefined, javaScript = true): Promise<Page> =>
  (await windows.seatOf(account, { javaScript, width: javaScript ? 1280 : 390 })).page

let service: Service
beforeAll(async () => {
  service = await windows.service()
  const files = service.people.map((person) => service.demoFile(person))
  await importMany(
    service.database,
    Array.from({ length: COPIES }, (_, copy) => copy).flatMap((copy) =>
      files.map((record, index) => ({
        record,
        traits: {
          sex: SEXES[(copy + index) % SEXES.length] ?? 'female',
          ethnicity: ETHNICITIES[copy % ETHNICITIES.length] ?? 'white',
          area: AREAS[index % AREAS.length] ?? 'highmoor',
          reason: SUPPORT_REASONS[index % SUPPORT_REASONS.length] ?? 'physical',
        },
      })),
    ),
  )
})

const result = (page: Page): Promise<string> => page.locator('#what-if-now figcaption').innerText()

test('a commissioner moves a price and sees at once what it would do', async () => {
  const page = await sitDown('ama-boateng')
  const ama = aMouse(page)
  await page.goto('/')
  await ama.follow('Insight')
  await ama.follow('What if')
  const slider = page.getByRole('slider', { name: /^Home care from an agency, slider/ })
  await slider.waitFor()
  expect(await result(page)).toBe('No change. 0 would lose, 0 would gain.')
  await slider.focus()
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowLeft')
  // Twenty steps of 5p: £26.60, in the box as well as on the slider.
  expect(await page.getByRole('textbox', { name: /^Home care from an agency, pounds/ }).inputValue()).toBe(
    '26.60',
  )
  const live = await result(page)
  expect(live).toMatch(/^£[\d,.]+ less a week\. \d+ would lose, 0 would gain\.$/)

  // When it rests the groups follow, and the whole is the same as the server says.
  await page.waitForURL(/agency=26\.6/)
  await page.goto('/insight/what-if?agency=26.60')
  expect(await result(page)).toBe(live)
  expect(await lookedOver(page)).toEqual([])

  await slider.waitFor()
  await page.keyboard.press('Tab')
  await slider.focus()
  await page.keyboard.press('Home')
  expect(await page.locator('[data-lever="agency"] .rt-lever__end').innerText()).toBe(
    'This is as low as it goes here: £13.80 an hour.',
  )
})

test('without scripts a form does the same', async () => {
  const page = await sitDown('ama-boateng', false)
  await page.goto('/insight/what-if')
  expect(await page.getByRole('slider').count()).toBe(0)
  await page.getByLabel(/^Home care from an agency, pounds/).fill('26.60')
  await page.getByRole('button', { name: 'Show what it would do' }).click()
  expect(await result(page)).toMatch(/^£[\d,.]+ less a week\. \d+ would lose, 0 would gain\.$/)
  await page.getByLabel(/^Home care from an agency, pounds/).fill('a lot')
  await page.getByRole('button', { name: 'Show what it would do' }).click()
  expect(await page.locator('main').innerText()).toContain('There is a problem')
})

test('a manager opens one person, with the sum before and after', async () => {
  const page = await sitDown('bernadette-achterberg')
  const bernadette = aKeyboard(page)
  await page.goto('/insight/what-if?agency=20.00')
  await bernadette.follow('Record 1')
  await page.getByRole('heading', { name: 'What a change would do to this sum' }).waitFor()
  await bernadette.unfold(/^How this was worked out: /)
  expect(await page.locator('main').innerText()).toContain('£20.00')
})

test('a commissioner publishes, and a journalist reads it', async () => {
  const commissioner = await sitDown('ama-boateng')
  const publish = commissioner.getByRole('button', { name: 'Publish in my name' })
  // What would be published is worked out behind the page, which says so and can be opened again.
  do await commissioner.goto('/insight/publish')
  while ((await publish.count()) === 0)
  await publish.click()
  const page = await sitDown(undefined)
  const journalist = aMouse(page)
  await page.goto('/')
  await journalist.follow('How the Act is applied')
  expect(await page.locator('main').innerText()).toContain('Published by Ama Boateng')
  await page.getByLabel('Show by').selectOption({ label: 'Area' })
  await journalist.press('Show')
  expect(await page.locator('main').innerText()).toContain('Millbrook')
  expect(await lookedOver(page)).toEqual([])
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /^This table as CSV/ })
      .first()
      .click(),
  ])
  expect(csv.suggestedFilename()).toMatch(/\.csv$/)
})

test('somebody who draws on support comments on a line, and the council answers there', async () => {
  const tendai = aMouse(await sitDown('tendai-gwatidzo'))
  await tendai.page.goto('/model')
  await tendai.unfold('Washing and keeping clean: 4 lines')
  await tendai.follow(/^Comment on Washing and keeping clean: “I do part of this/)
  await tendai.write('What do you think of this line?', 'It takes me longer on bad days.')
  await tendai.press('Send your comment')
  expect(await tendai.page.locator('main').innerText()).toContain('Not shown yet')

  const ama = aMouse(await sitDown('ama-boateng'))
  await ama.page.goto('/model/comments')
  await ama.follow(/^Open/)
  await ama.choose('Is it shown?', 'Show it to everybody')
  await ama.write('Your reason, or the council’s answer', 'We will ask twenty people in spring.')
  await ama.press('Keep')

  await tendai.page.reload()
  const main = await tendai.page.locator('main').innerText()
  expect(main).toContain('We will ask twenty people in spring.')
  expect(main).toContain('Ama Boateng')
})
