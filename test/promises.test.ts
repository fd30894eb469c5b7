import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// A promise over HTTP: written down, read by everybody at the table, late, done or not; nobody else's to settle.

const KEITH = 'keith-bromwell'
const SUNITA = 'sunita-vallory'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const fields = {
  step: 'Ask Brightwater for the visit sheets of the summer',
  party: KEITH,
  'by-day': '27',
  'by-month': '11',
  'by-year': '2026',
}

test('is written down, read on both first pages, late after its day, and settled with what was said', async () => {
  const record = await service.copyOf(SUNITA)
  const path = `/records/${record}/promises`
  const [keith, sunita] = [await service.as(KEITH), await service.as(SUNITA)]
  expect((await sunita.get(path)).words).toContain('Nobody has promised anything here yet.')

  // The person writes down what was promised to them.
  expect((await sunita.post(`${path}/add`, fields)).location).toBe(path)
  expect((await sunita.get(path)).words).toContain('Written down by you, 21 November 2026.')
  for (const visitor of [keith, sunita]) {
    const first = await visitor.get(`/records/${record}`)
    expect(first.words).toContain('by 27 November 2026: Ask Brightwater for the visit sheets of the summer.')
  }

  service.turnTo('2026-11-30')
  expect((await sunita.get(path)).words).toContain('It is 3 days late.')
  const form = await keith.get(`${path}/settle`)
  const promise = /name="promise"[^>]*value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const refused = await keith.post(`${path}/settle`, { promise, became: 'not-done', says: '' })
  expect([refused.status, refused.words.includes('Say why it was not done.')]).toEqual([400, true])
  expect(
    (await keith.post(`${path}/settle`, { promise, became: 'done', says: 'They came by post.' })).status,
  ).toBe(303)
  const settled = await sunita.get(path)
  expect(settled.words).toContain('Done 30 November 2026, says Keith Bromwell. “They came by post.”')
  expect(settled.words).toContain('Nothing is open.')
  service.turnTo('2026-11-21')
})

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['nothing to do', { step: ' ' }, 'Say what will be done'],
  ['nobody', { party: '' }, 'Choose who does it'],
  ['somebody who is not here', { party: 'dorothy-abernethy' }, 'Choose who does it.'],
  ['no day', { 'by-day': '', 'by-month': '', 'by-year': '' }, 'Enter the day by which it is done'],
  ['31 February', { 'by-day': '31', 'by-month': '2' }, 'The day must be a real day, such as 5 12 2026'],
  ['a day that has passed', { 'by-day': '1' }, '1 November 2026 has passed.'],
])('%s comes back with what to mend, and nothing is kept', async (_name, more, says) => {
  const record = await service.copyOf(SUNITA)
  const before = await service.entriesOf(record)
  const answer = await (await service.as(KEITH)).post(`/records/${record}/promises/add`, {
    ...fields,
    ...more,
  })
  expect(answer.status).toBe(400)
  expect(answer.words).toContain(says)
  if (more['step'] === undefined) expect(answer.body).toContain('Ask Brightwater for the visit sheets')
  expect(await service.entriesOf(record)).toEqual(before)
})
