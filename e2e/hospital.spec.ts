import { expect, test } from 'vitest'
import { lookedOver } from './looked-over.ts'
import {
  askAboutOneDecision,
  fillInHospital,
  putHelpRight,
  sayWhatIThink,
  sayWhetherTheyCan,
  tellHospital,
} from './steps/care.ts'
import { MARISOL, type Who, goTo, openOwnRecord, openRecordOf, reads } from './steps/table.ts'
import { windowsOn } from './windows.ts'

// The woman in hospital goes home, and the next time does not, for reasons that everybody at the table can read; and
// what is kept from the one at home who may be a danger to her is not there for him.

const HORTENSIA: Who = { name: 'Hortensia Lovelock', side: 'public' }
const DORIAN: Who = { name: 'Dorian Lovelock', side: 'public' }

const { windowOf } = windowsOn()

test('she goes home, and the next time does not: each time everybody reads why', async () => {
  // Without scripts, as where they are blocked or did not arrive.
  const hortensia = await windowOf(HORTENSIA, { javaScript: false })
  await openOwnRecord(hortensia)
  await goTo(hortensia, 'moves')
  const home = await reads(hortensia)
  expect(home).toContain('Home, on 17 November 2026. Home, with help.')
  expect(home).toContain('Home. To my own bed and my own cat.')
  expect(home).toContain('Found able to decide on 9 November 2026')
  expect(home).toContain('She understands it, wants it, and the harm can be made smaller')
  await sayWhatIThink(hortensia, 'Being alone at night at home', {
    view: /^Agrees/,
    why: 'It is my own dark.',
  })
  expect(await reads(hortensia)).toContain('You: agrees')

  const marisol = await windowOf(MARISOL)
  await openRecordOf(marisol, HORTENSIA)
  await putHelpRight(marisol, 'Basil Crumpton', {
    how: 'It was right then, and is no longer so',
    text: 'Nothing. He died in March 2024.',
    why: 'She did the ham at his funeral.',
  })
  expect(await reads(marisol)).toContain('Basil Crumpton: Nothing. He died in March 2024.')

  await tellHospital(marisol, { event: 'Went into hospital', day: ['20', '11', '2026'] })
  expect(await reads(marisol)).toContain('In hospital since 20 November 2026')
  await tellHospital(marisol, { event: 'Well enough to leave', day: ['21', '11', '2026'] })
  expect(await reads(marisol)).toContain('Being well enough to leave does not end any of them.')

  await askAboutOneDecision(marisol, {
    decision: 'Where to go from hospital this time',
    kind: 'Where to live',
    day: ['21', '11', '2026'],
    time: 'In the evening',
    help: 'Her glasses\nIolanthe beside her',
    abilities: ['Yes', 'No', 'Yes', 'Yes'],
    shown: 'After a minute it was gone.',
    has: /^Yes, they can/,
  })
  expect(await reads(marisol)).toContain(
    'You say that they can decide this, and that they could not keep it in mind.',
  )
  await sayWhetherTheyCan(marisol, {
    has: /^No, they cannot/,
    because: 'The infection is back.',
    link: 'With the fever, what was said is gone after a minute.',
    again: '24 November 2026, in the morning',
  })
  expect(await reads(marisol)).toContain('The answer has changed from one time to another.')

  const leaving = {
    event: 'Left hospital',
    day: ['21', '11', '2026'],
    to: 'To a place for a while',
    pathway: 'To a place to get stronger for a while',
  } as const
  await tellHospital(marisol, leaving)
  expect(await reads(marisol)).toContain('Leaving hospital does not end them. Say what happens about each.')
  await fillInHospital(marisol, {
    ...leaving,
    meanwhile:
      'Marisol asks her again on 24 November in the morning. Nothing about her house is decided before.',
  })

  await goTo(hortensia, 'moves')
  const away = await reads(hortensia)
  expect(away).toContain('To a place for a while, on 21 November 2026.')
  expect(away).toContain('Not able to decide on 21 November 2026')
  expect(away).toContain('Nothing about her house is decided before.')
  // What was decided the first time is all still there, folded below what counts now.
  await hortensia.page.getByText('Before: in hospital').first().click()
  expect(await reads(hortensia)).toContain('Home, on 17 November 2026. Home, with help.')
})

test('what is kept from him is not there for him', async () => {
  const dorian = await windowOf(DORIAN)
  await dorian.press('Open the record')
  await goTo(dorian, 'support')
  expect(await dorian.page.getByRole('link', { name: /^Staying safe$/ }).count()).toBe(0)
  const record = new URL(dorian.page.url()).pathname.replace(/\/support$/, '')
  for (const room of ['safety', 'deciding/capacity-4', 'safety/show/statement-11']) {
    const answer = await dorian.page.goto(`${record}/${room}`)
    expect(answer?.status(), room).toBe(404)
    expect(await dorian.page.content(), room).not.toMatch(/bank card|minds my card/)
  }
})

const PAGES = [
  [
    'risks',
    'risks/risk-1',
    'risks/weigh',
    'risks/risk-1/view',
    'deciding',
    'deciding/capacity-4',
    'deciding/ask',
  ],
  [
    'deciding/capacity-4/best',
    'deciding/liberty',
    'deciding/liberty/look',
    'advocacy',
    'advocacy/ask',
    'moves',
  ],
  [
    'moves/hospital',
    'moves/moved',
    'safety',
    'safety/concern',
    'conversation/put-right/statement-9',
    'people',
  ],
  [
    'risks?as=easy-read',
    'risks/risk-1?as=easy-read',
    'deciding?as=easy-read',
    'deciding/capacity-4?as=easy-read',
    'deciding/liberty?as=easy-read',
    'advocacy?as=easy-read',
    'moves?as=easy-read',
    'safety?as=easy-read',
    'conversation/put-right/statement-9?as=easy-read',
  ],
  ['moves/plan', 'moves/who', 'moves/hand-back', 'moves/step-done', 'moves/called-off'],
] as const

test.each(PAGES)('pages that everybody can use: %s, %s and on', async (...pages) => {
  const marisol = await windowOf(MARISOL)
  await openRecordOf(marisol, HORTENSIA)
  await marisol.page.getByRole('heading', { level: 1 }).waitFor()
  const record = new URL(marisol.page.url()).pathname
  for (const page of pages) {
    await marisol.page.goto(`${record}/${page}`)
    expect(await lookedOver(marisol.page), page).toEqual([])
  }
})

test.each(['risks/weigh', 'deciding/ask', 'safety/said'])('with everything to mend: %s', async (form) => {
  const marisol = await windowOf(MARISOL)
  await openRecordOf(marisol, HORTENSIA)
  await marisol.page.getByRole('heading', { level: 1 }).waitFor()
  await marisol.page.goto(`${new URL(marisol.page.url()).pathname}/${form}`)
  await marisol.press('Keep this in the record')
  await marisol.page.getByRole('alert').waitFor()
  expect(await lookedOver(marisol.page)).toEqual([])
})
