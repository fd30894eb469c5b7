import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aRecord } from '../test/a-record.ts'
import { theService } from '../test/the-service.ts'
import { aKeyboard, aMouse } from './hand.ts'
import { windowsOn } from './windows.ts'

// A finding appears, is answered, is disputed, is mended and goes; the person sees it with a mouse, the worker with a
// keyboard alone.

const windows = windowsOn({ start: () => theService({ on: '2026-04-20' }) })

const main = (page: Page) => page.locator('main').innerText()

test('a finding appears, is answered and contested, is mended and goes, seen by both sides', async () => {
  const service = await windows.service()
  await service.accounts([
    { id: 'p', name: 'Ada Brook', kind: 'public' },
    { id: 'sw', name: 'Noor Haddad', kind: 'staff', role: 'social-worker', team: 'hill' },
  ])
  const lawful = aRecord().withCarer().reviewed()
  const quiet = await service.put(lawful.record())
  const id = await service.put(lawful.but('carer-identified-1', { assessment: 'not-offered' }).record())
  const record = `/records/${id}`
  const ada = aMouse((await windows.seatOf('p', { width: 390 })).page)
  const noor = aKeyboard((await windows.seatOf('sw')).page)
  const toLookAt = /To look at: 1 thing that the law asks for/

  // A whole, lawful record gives nothing.
  await ada.page.goto(`/records/${quiet}`)
  expect(await main(ada.page)).not.toContain('To look at')

  for (const hand of [ada, noor]) {
    await hand.page.goto(record)
    await hand.unfold(toLookAt)
    expect(await main(hand.page)).toContain('The law asks for this')
  }
  expect(await main(ada.page)).toContain('The council has not offered Walter Brook a carer’s assessment.')
  expect(await main(noor.page)).toContain('was identified as a carer on 14 January 2026')

  // The worker says that it is not so, and the person that this is wrong.
  await noor.follow(/^This is not so/)
  await noor.write('Why is it not so?', 'He was asked at the day centre.')
  await noor.press('Keep this answer')
  expect(await main(noor.page)).toContain('To look at: all answered')
  await ada.page.goto(record)
  await ada.unfold(/To look at: all answered/)
  await ada.unfold(/Answered \(1\)/)
  expect(await main(ada.page)).toContain(
    'Noor Haddad said on 20 April 2026 that it is not so: He was asked at the day centre.',
  )
  await ada.follow(/^This answer is wrong/)
  await ada.write('What is wrong?', 'Nobody asked him.')
  await ada.write('What would you like to happen?', 'Ask him.')
  await ada.press('Send this')
  await noor.page.goto(record)
  await noor.unfold(toLookAt)
  expect(await main(noor.page)).toContain('Somebody says that the answer is wrong, so it is shown again.')

  // It is mended where the finding leads.
  await noor.follow(/^Say who helps without pay/)
  await noor.page.waitForURL(`**${record}/conversation/unpaid-help`)
  await noor.choose('Who helps?', 'Walter Brook')
  await noor.write('What do they do?', 'The evenings, and company')
  await noor.choose('Are they willing to go on?', 'Yes')
  await noor.choose('Are they able to go on?', 'Yes')
  await noor.choose('Were they offered an assessment of their own?', 'Yes, and they do not want it')
  await noor.press('Keep this in the record')
  for (const hand of [ada, noor]) {
    for (const at of [record, `${record}/conversation`]) {
      await hand.page.goto(at)
      expect(await main(hand.page)).not.toContain('To look at')
    }
  }
})
