import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// Staying safe: what the person wants counts, and what is kept from somebody at home is not there for them.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'
const DORIAN = 'dorian-lovelock'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

test('person, advocate and worker read what she wants, what happened, and from whom it is kept', async () => {
  const path = `/records/${service.recordOf(HORTENSIA)}/safety`
  for (const account of [HORTENSIA, MARISOL, 'iolanthe-greaves']) {
    const page = await (await service.as(account)).get(path)
    expect(page.quotes, account).toContain(
      '“I want my card back in my own bag. I do not want him shouted at. He is a silly boy and his mother was worse.” 6 November 2026',
    )
    expect(page.words, account).toContain('The council looks into it, 6 November 2026')
    expect(page.words, account).toContain('Kept from Dorian Lovelock Serious harm to a person')
    expect(page.words, account).toContain('It took 2 days. The council gives itself 7 days.')
    expect(page.words, account).toContain('If somebody is in danger now, call 999.')
    expect(page.links.includes(`${path}/concern`), account).toBe(account === MARISOL)
  }
})

test('what is kept from somebody at home shows nothing by any address', async () => {
  const id = service.recordOf(HORTENSIA)
  const at = (...parts: readonly string[]) => ['/records', id, ...parts].join('/')
  const dorian = await service.as(DORIAN)
  const nothing = [
    at('safety'),
    at('safety', 'safeguarding-1', 'next'),
    at('safety', 'show', 'safeguarding-1'),
    at('safety', 'show', 'statement-11'),
    at('conversation', 'dispute', 'safeguarding-1'),
    at('conversation', 'dispute', 'statement-11'),
    at('conversation', 'dispute', 'capacity-4'),
    at('deciding', 'capacity-4'),
  ]
  for (const path of nothing) {
    const page = await dorian.get(path)
    expect(page.status, path).toBe(404)
    expect(page.body, path).not.toMatch(/card|bank|Lovelock, 86/i)
  }
  for (const room of ['conversation', 'conversation/money', 'risks', '']) {
    const page = await dorian.get(room === '' ? at() : at(room))
    expect(page.status, room).toBe(200)
    expect(page.words, room).not.toContain('minds my card')
  }
})

test('the worker raises a matter, keeps it from him, goes on with it, and shows it when she is safe', async () => {
  const id = await service.copyOf(HORTENSIA)
  const path = (...parts: readonly string[]) => ['/records', id, 'safety', ...parts].join('/')
  const marisol = await service.as(MARISOL)
  const keep = { from: DORIAN, ground: 'harm', keepWhy: 'She asked for it.', again: 'Every Monday.' }
  const form = await marisol.form(path('said'))
  expect(
    (await form.send({ saidBy: HORTENSIA, topic: 'money', text: 'The purse is thin.' })).words,
  ).toContain('Choose from whom it is kept.')
  const bad = await form.send({ saidBy: HORTENSIA, topic: 'money', text: 'The purse is thin.', from: DORIAN })
  expect(bad.words).toContain('Nothing is kept from anybody without a ground.')
  expect(
    (await form.send({ saidBy: HORTENSIA, topic: 'money', text: 'The purse is thin.', ...keep })).location,
  ).toBe(path())
  const dorian = await service.as(DORIAN)
  expect((await dorian.get(`/records/${id}/conversation/money`)).words).not.toContain('The purse is thin.')

  const next = await marisol.form(path('safeguarding-1', 'next'))
  // The boxes stand as they do for the concern.
  expect(next.page.body).toMatch(/value="dorian-lovelock" checked|checked[^>]*value="dorian-lovelock"/)
  const close = { event: 'closed', about: 'The card is hers again.', why: 'She has it in her bag.' }
  const told = await next.send(close)
  expect(told.words).toContain('The concern is kept from somebody who would read this.')
  expect((await next.send({ ...close, ...keep })).location).toBe(path())
  const page = await (await service.as(HORTENSIA)).get(path())
  expect(page.words).toContain('Closed')
  expect(page.words).toContain('The card is hers again.')

  const show = await marisol.form(path('show', 'statement-11'))
  expect((await show.send({})).words).toContain('Say why it is no longer needed')
  await show.send({ why: 'She told him herself, with Iolanthe there.' })
  expect((await dorian.get(`/records/${id}/conversation/money`)).words).toContain('The boy minds my card.')
  const record = await (await service.as(HORTENSIA)).get(`/records/${id}`)
  expect(record.words).toContain('No longer kept: She told him herself, with Iolanthe there.')
})
