import { expect, test } from 'vitest'
import { type Who, openOwnRecord, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// An outcome is paid for when the person says that they have it, and not before: nobody else says it for them.

const SUNITA: Who = { name: 'Sunita Vallory', side: 'public' }
const HOMECARE: Who = { name: 'Northmoor Homecare', side: 'staff' }

const { windowOf } = windowsOn()
/** No scripts, as where they are blocked or did not arrive. */
const PLAIN = { javaScript: false }

test('Sunita says that she makes her dal: the provider is paid for it, and not before she did', async () => {
  const homecare = await windowOf(HOMECARE, PLAIN)
  const sunita = await windowOf(SUNITA, PLAIN)

  // The provider has said that it is reached. By itself that pays nothing: it waits for her.
  const november = async (): Promise<string> => {
    await homecare.page.goto('/provider/back-on-your-feet/paid/2026-11-01')
    return reads(homecare)
  }
  const before = await november()
  expect(before).toContain('£1,454.63 for these days')
  expect(before).toMatch(/Held: it waits for something .*To make dal.*nobody has said yet if it was reached/)

  // She reads what it is about and what her word does, and says yes.
  await openOwnRecord(sunita)
  await sunita.follow('Support')
  await sunita.follow('What came of it')
  expect(await reads(sunita)).toContain('Dal on 9 and 11 November. We chopped the onions.')
  await sunita.press(/Say what came of it.*To make dal/)
  expect(await reads(sunita)).toContain('Nobody is treated worse for a no.')
  await sunita.choose('What do you say?', 'Yes, I have it')
  await sunita.write('In your own words', 'From start to finish. And I said what it wants: more salt.')
  await sunita.press('Keep this answer')
  expect(await reads(sunita)).toMatch(/You, 21 November 2026: Yes, I have it/)

  // The sum follows, with her word as its reason.
  const after = await november()
  expect(after).toContain('£1,964.66 for these days')
  expect(after).toMatch(/To make dal[^£]*Confirmed by the person, 21 November 2026/)
  await homecare.page.goto('/provider/back-on-your-feet/person/r-01')
  expect(await reads(homecare)).toContain('Sunita Vallory said on 21 November 2026: yes')
})
