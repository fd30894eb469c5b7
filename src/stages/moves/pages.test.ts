import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// From admission to home, step by step, with who owes what; the same for the person, the worker and, as far as they may
// see it, the hospital.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'
const WARD = 'marguerite-danso'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

test('she goes home for reasons that she and the worker both read', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/moves`
  for (const account of [HORTENSIA, MARISOL, 'iolanthe-greaves']) {
    const page = await (await service.as(account)).get(path)
    expect(page.words, account).toContain(
      'An assessment is opened The council Done Opened on 26 October 2026, and under way.',
    )
    expect(page.words, account).toContain(
      'Found able to decide on 9 November 2026, after being asked more than once.',
    )
    expect(page.words, account).toContain(
      'A look at how it goes The council Comes later Nobody has looked at how it goes since. It is due by 12 January 2027.',
    )
    expect(page.words, account).toContain('Where Home, on 17 November 2026. Home, with help.')
    expect(page.quotes, account).toContain('Home. To my own bed and my own cat.')
    expect(page.words, account).toContain('She understands it, wants it, and the harm can be made smaller')
    expect(page.words, account).not.toContain('not done')
  }
})

test('the hospital sees every step of the path, and of the rest that it is not shown', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/moves`
  const page = await (await service.as(WARD)).get(path)
  expect(page.words).toContain('The hospital tells the council The hospital Done')
  expect(page.words).toContain('An assessment is opened The council Not shown to you')
  expect(page.words).toContain(
    'Where to live is the person’s decision, or why it is not The council Not shown to you',
  )
  expect(page.words).not.toContain('I would rather that she was cross')
})

test('back in hospital: the path begins again, and leaving names what is not done', async () => {
  const id = await service.copyOf(HORTENSIA)
  const path = (...parts: readonly string[]) => ['/records', id, 'moves', ...parts].join('/')
  const on = (day: string) => ({ 'day-day': day, 'day-month': '11', 'day-year': '2026' })
  const ward = await (await service.as(WARD)).form(path('hospital'))
  expect((await ward.send({ event: 'discharged', to: 'home', ...on('20') })).words).toContain(
    'They are not in hospital, as far as this record knows.',
  )
  expect((await ward.send({ event: 'admitted', ...on('20'), says: 'A fall.' })).location).toBe(path())
  const marisol = await service.as(MARISOL)
  const fit = await marisol.form(path('hospital'))
  await fit.send({ event: 'fit-to-leave', ...on('21') })
  const pressed = await marisol.get(path())
  expect(pressed.words).toContain('Well enough to leave since 21 November 2026.')
  expect(pressed.words).toContain('Being well enough to leave does not end any of them.')
  expect(pressed.words).toContain('What is written of')
  const left = await marisol.form(path('hospital'))
  const leaving = { event: 'discharged', to: 'home', pathway: '1', ...on('21') }
  expect((await left.send(leaving)).words).toContain(
    'Leaving hospital does not end them. Say what happens about each.',
  )
  await left.send({ ...leaving, meanwhile: 'Marisol comes on Monday at ten and goes through each.' })
  const home = await (await service.as(HORTENSIA)).get(path())
  expect(home.words).toContain('You left on 21 November 2026.')
  expect(home.words).toContain('What happens about it Marisol comes on Monday at ten and goes through each.')
})

test('a move from another council shows who owes what', async () => {
  const id = await service.copyOf(HORTENSIA)
  const form = await (await service.as(MARISOL)).form(`/records/${id}/moves/moved`)
  const moved = {
    direction: 'in',
    'day-day': '20',
    'day-month': '11',
    'day-year': '2026',
    plan: 'yes',
    told: 'no',
  }
  expect((await form.send(moved)).words).toContain('Enter the name of the other council')
  await form.send({ ...moved, other: 'Eastmere' })
  const page = await (await service.as(HORTENSIA)).get(`/records/${id}/moves`)
  expect(page.words).toContain('Here from Eastmere, 20 November 2026')
  expect(page.words).toContain('The plan comes along The other council Not done')
  expect(page.words).toContain('Help goes on from the day of the move The council Late')
})
