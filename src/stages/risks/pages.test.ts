import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// A risk weighed on both sides, with what each thinks of it, and what happened read with what was known.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const copy = async () => {
  const id = await service.copyOf(HORTENSIA)
  return (...parts: readonly string[]) => ['/records', id, 'risks', ...parts].join('/')
}

test('the person and the worker read the same two sides', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/risks`
  for (const account of [HORTENSIA, MARISOL]) {
    const page = await (await service.as(account)).get(`${path}/risk-1`)
    expect(page.heading).toBe('Being alone at night at home')
    expect(page.words).toContain(
      'What could be good What could go wrong She knows the dark there. The cat. Sleep.',
    )
    expect(page.words).toContain('Another fall; a cold night on the floor; going out of the door.')
    expect(page.words).toContain('Go ahead, made safer')
    expect(page.links).toContain(`${path}/risk-1/view`)
    const list = await (await service.as(account)).get(path)
    expect(list.words).toContain('Nobody has said when to look at this again.')
    expect(list.links).toContain('https://www.legislation.gov.uk/ukpga/2005/9/section/1')
    expect(list.links.includes(`${path}/weigh`)).toBe(account === MARISOL)
  }
})

test('a risk is weighed, contested by family, and read again when something happens', async () => {
  const path = await copy()
  const marisol = await service.as(MARISOL)
  const form = await marisol.form(path('weigh'))
  const bad = await form.send({
    activity: 'The stairs',
    decision: 'go-ahead-with-safeguards',
    'again-day': '31',
    'again-month': '2',
    'again-year': '2027',
  })
  expect(bad.status).toBe(400)
  expect(bad.words).toContain('Say what could be good about it: a risk is weighed on both sides')
  expect(bad.words).toContain('must be a real day, such as 27 3 2027')
  expect(bad.body).toContain('The stairs')
  const whole = {
    activity: 'The stairs to her bed',
    wish: 'I am not sleeping in the parlour like a corpse.',
    good: 'Her own bed.',
    harm: 'A fall on the third step.',
    whom: 'Miss Lovelock.',
    understands: 'She says it herself: the third step is bad.',
    decision: 'go-ahead-with-safeguards',
    why: 'She wants it.',
    'again-day': '15',
    'again-month': '12',
    'again-year': '2026',
  }
  const without = await form.send(whole)
  expect(without.words).toContain('It is to be made safer, and nothing says how.')
  const sent = await form.send({ ...whole, safeguards: 'A second rail\nA light' })
  expect(sent.location).toBe(path())
  const [risk] = (await marisol.get(path())).links.filter(
    (link) => link.includes('/risks/risk-') && !link.endsWith('risk-1'),
  )
  const page = await marisol.get(risk ?? '')
  expect(page.words).toContain('A second rail A light')
  expect(page.words).toContain('Look again on 15 December 2026.')

  const view = await marisol.form(`${risk}/view`)
  expect((await view.send({ view: 'disagrees', says: 'No.' })).words).toContain('Choose who thinks so')
  await view.send({ party: 'philippa-jarrett', view: 'disagrees', says: 'She fell on that step in May.' })
  const hortensia = await service.as(HORTENSIA)
  const own = await hortensia.form(`${risk}/view`)
  expect((await own.send({ party: 'philippa-jarrett', view: 'agrees', says: 'x' })).words).toContain(
    'What somebody thinks is for them to say.',
  )
  await own.send({ view: 'agrees', says: 'It is my house.' })
  const shown = await hortensia.get(risk ?? '')
  expect(shown.words).toContain(
    'Philippa Lovelock-Jarrett: does not agree “She fell on that step in May.” 21 November 2026, written down by Marisol Etxeberri',
  )
  expect(shown.words).toContain('You: agrees “It is my house.”')

  const happened = await marisol.form(path('risk-1', 'happened'))
  const late = await happened.send({ says: 'A fall', 'day-day': '1', 'day-month': '1', 'day-year': '2027' })
  expect(late.words).toContain('It cannot have happened after today, 21 November 2026.')
  await happened.send({
    says: 'She slipped at the door.',
    'day-day': '20',
    'day-month': '11',
    'day-year': '2026',
  })
  const read = await hortensia.get(path('risk-1'))
  expect(read.words).toContain('That something went wrong does not show that the decision was wrong.')
  expect(read.words).toContain('Decided Go ahead, made safer, on 9 November 2026')
  expect(read.words).toContain(
    'Going home from hospital, and living there: able to decide, on 9 November 2026',
  )
})

test('a carer reads a risk and does not write; a stranger finds nothing', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/risks/risk-1`
  const dorian = await service.as('dorian-lovelock')
  expect((await dorian.get(path)).status).toBe(200)
  expect((await dorian.get(`${path}/view`)).status).toBe(404)
  expect((await (await service.as('tendai-gwatidzo')).get(path)).status).toBe(404)
})
