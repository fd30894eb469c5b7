import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// Help to take part: the four questions, who helps, and how long somebody has waited.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'
const IOLANTHE = 'iolanthe-greaves'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

test('person, advocate and worker read how long it took, and that nobody wrote down a first meeting', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/advocacy`
  for (const account of [HORTENSIA, MARISOL, IOLANTHE]) {
    const page = await (await service.as(account)).get(path)
    expect(page.words, account).toContain(
      'An advocate was asked for on 26 October 2026 and found on 30 October 2026, after 4 days.',
    )
    expect(page.words, account).toContain('Nobody has written down a first meeting: 22 days so far.')
    expect(page.words, account).toContain('To keep it in mind Very hard without help')
    expect(page.words, account).toContain('A safeguarding enquiry 6 November 2026')
    expect(page.links.includes(`${path}/ask`), account).toBe(account === MARISOL)
  }
  expect((await (await service.as('dorian-lovelock')).get(path)).status).toBe(404)
})

test('the advocate writes down when they met; the four are asked again for the plan', async () => {
  const id = await service.copyOf(HORTENSIA)
  const path = (...parts: readonly string[]) => ['/records', id, 'advocacy', ...parts].join('/')
  const iolanthe = await service.as(IOLANTHE)
  const met = await iolanthe.form(path('advocacy-2', 'met'))
  const when = { 'day-day': '2', 'day-month': '11', 'day-year': '2026' }
  expect((await met.send(when)).words).toContain('Say how it goes on')
  expect((await met.send({ ...when, says: 'She rings me when she likes.' })).location).toBe(path())
  expect((await iolanthe.get(path())).words).toContain(
    'The first meeting was on 2 November 2026. She rings me when she likes.',
  )

  const form = await (await service.as(MARISOL)).form(path('ask'))
  const bad = await form.send({ at: 'plan', understand: 'no', retain: 'yes' })
  expect(bad.words).toContain('Choose yes or no: to weigh it up')
  const four = { at: 'plan', understand: 'no', retain: 'yes', weigh: 'no', communicate: 'no' }
  const paid = await form.send({
    ...four,
    supporter: 'brightwater-care',
    agrees: 'yes',
    decision: 'supporter',
  })
  expect(paid.words).toContain('Brightwater Care is paid to give care or treatment.')
  await form.send({
    ...four,
    supporter: 'nobody',
    decision: 'appointed',
    advocate: IOLANTHE,
    says: 'Her again.',
  })
  const page = await (await service.as(HORTENSIA)).get(path())
  expect(page.words).toContain('What was said about it Her again.')
  expect(page.words).toContain('To weigh it up Not very hard')
})

test('an advocate finds everybody whom they speak for on their first page, and gets to each', async () => {
  const iolanthe = await service.as('iolanthe-greaves')
  const home = await iolanthe.get('/')
  expect(home.words).toContain('People you speak for')
  const theirs = service.people.filter((person) =>
    service
      .demoFile(person)
      .entries.some((entry) => entry.kind === 'advocacy' && entry.advocate === 'iolanthe-greaves'),
  )
  expect(theirs.length).toBeGreaterThan(1)
  for (const person of theirs) {
    const path = `/records/${service.recordOf(person)}`
    expect(home.links).toContain(path)
    expect((await iolanthe.get(path)).status).toBe(200)
  }
})
