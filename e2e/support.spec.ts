import { expect, test } from 'vitest'
import { putOnHold, takeUpAgain } from './steps/contact.ts'
import { answerTheRequest, writeDownTheReview } from './steps/review.ts'
import { sayThatItWasNotLikeThis, sayWhatCame, sendRows, writeDownWhoWasAsked } from './steps/support.ts'
import { type Who, goTo, openOwnRecord, openRecordOf, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// What becomes of a plan: what was given and what was not, who says so, and how it is looked at again. One window knows
// no scripts, as where they are blocked or did not arrive.

const KUMARAN: Who = { name: 'Kumaran', side: 'public' }
const FOLAKE: Who = { name: 'Folake Adeyinka', side: 'staff' }
const PATRICK: Who = { name: 'Patrick Joseph Mulvaney', side: 'public' }
const LUCJAN: Who = { name: 'Lucjan Marek', side: 'staff' }
const SALTMARSH: Who = { name: 'Saltmarsh Supported Living', side: 'staff' }

const { windowOf } = windowsOn()

test('a gap is told, seen and contested on the same day, and the plan is looked at again', async () => {
  const provider = await windowOf(SALTMARSH, { javaScript: false })
  await openRecordOf(provider, KUMARAN)
  await sayWhatCame(provider, {
    support: 'Outreach: café, cooking, friends',
    from: ['2', '11', '2026'],
    to: ['8', '11', '2026'],
    planned: '7',
    came: '4.5',
    missed: '2',
  })
  expect(await reads(provider)).toContain('2.5 hours did not come')
  await sendRows(provider, ['line,from,to,planned,delivered', 'L3,9/11/2026,15/11/2026,7,=7'])
  expect(await reads(provider)).toContain('Row 2, column “delivered”: “=7” is a formula')
  await provider.write(/The rows/, 'line,from,to,planned,delivered\nL3,9/11/2026,15/11/2026,7,7')
  await provider.press('Keep all of this in the record')

  const kumaran = await windowOf(KUMARAN)
  await openOwnRecord(kumaran)
  await sayThatItWasNotLikeThis(kumaran, {
    says: 'She did not come on Friday either.',
    wants: 'The same lady.',
  })
  await goTo(kumaran, 'support')
  expect(await reads(kumaran)).toContain('You say that this is wrong: She did not come on Friday either.')

  const folake = await windowOf(FOLAKE)
  await openRecordOf(folake, KUMARAN)
  await goTo(folake, 'support')
  expect(await reads(folake)).toContain(
    '2 to 8 November 2026: 2.5 hours did not come (4.5 of 7 hours came). 2 visits missed.',
  )
  await answerTheRequest(folake, 'Yes, there will be a review', 'I come on Tuesday at ten.')
  await putOnHold(folake, {
    stage: 'The review',
    why: 'His sister is away until December.',
    until: ['1', '12', '2026'],
    told: 'Yes',
  })
  expect(await reads(folake)).toContain('The review, on hold since 21 November 2026')
  await takeUpAgain(folake)
  await writeDownTheReview(folake, {
    type: 'Review that was asked for',
    involved: ['Kumaran', 'You'],
    found: 'The bus goes well. Nobody is at the café on Fridays.',
    changed: 'No',
    leadsTo: 'The plan stays as it is',
  })
  expect(await reads(folake)).toContain('Who took part: Kumaran and you.')

  await goTo(kumaran, 'review')
  const read = await reads(kumaran)
  expect(read).toContain('The council said yes, on 21 November 2026. I come on Tuesday at ten.')
  expect(read).toContain('The bus goes well. Nobody is at the café on Fridays.')
  expect(read).toContain('By 21 November 2027')
})

test('who was asked to give support is written down by the broker and read by the person', async () => {
  const lucjan = await windowOf(LUCJAN, { javaScript: false })
  await openRecordOf(lucjan, PATRICK)
  await writeDownWhoWasAsked(lucjan, {
    support: 'The flat at Quay Street, with Frank',
    who: 'Harbour Street Homes',
    on: ['20', '11', '2026'],
    answer: 'They cannot',
    said: 'They take nobody before spring.',
  })
  const patrick = await windowOf(PATRICK)
  await openOwnRecord(patrick)
  await goTo(patrick, 'search')
  const page = await reads(patrick)
  expect(page).toContain('3 were asked: 2 said no, 1 has not answered yet.')
  expect(page).toContain('“They take nobody before spring.”')
})
