import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// What was written is no longer so: struck out and kept, by whoever said or wrote it, or the worker.

const HORTENSIA = 'hortensia-lovelock'
const MARISOL = 'marisol-etxeberri'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const copy = async () => {
  const id = await service.copyOf(HORTENSIA)
  return {
    path: (...parts: readonly string[]) => ['/records', id, ...parts].join('/'),
    last: async () => (await service.entriesOf(id)).at(-1),
  }
}

test('the neighbour who cooked is dead: the worker puts it right, and everyone sees both', async () => {
  const { path, last } = await copy()
  const marisol = await service.as(MARISOL)
  const at = path('conversation', 'put-right', 'carer-identified-1')
  expect((await marisol.get(path())).links).toContain(at)
  expect((await marisol.get(path('conversation', 'unpaid-help'))).links).toContain(at)
  const form = await marisol.form(at)
  const empty = await form.send({})
  expect(empty.words).toContain('Choose what is not right about it')
  expect(empty.words).toContain('Say how you know')
  const sent = await form.send({
    how: 'no-longer',
    text: 'Nothing. He died in March 2024.',
    why: 'Miss Lovelock was at the funeral.',
  })
  expect(sent.location).toBe(path('conversation', 'unpaid-help'))
  expect(await last()).toMatchObject({
    kind: 'carer-identified',
    corrects: 'carer-identified-1',
    carer: 'basil-crumpton',
    hours: 0,
    willing: false,
    able: false,
    why: 'No longer so: Miss Lovelock was at the funeral.',
  })
  const record = await (await service.as(HORTENSIA)).get(path())
  expect(record.words).toContain(
    'This was put right later, on 21 November 2026. No longer so: Miss Lovelock was at the funeral.',
  )
  expect(record.words).toContain(
    'Struck out: Basil Crumpton: A cooked dinner every day, and a look-in at night.',
  )
})

test('the person puts right what she said herself; of what another said she can say that it is wrong', async () => {
  const { path, last } = await copy()
  const hortensia = await service.as(HORTENSIA)
  const own = path('conversation', 'put-right', 'statement-9')
  expect((await hortensia.get(path('conversation', 'community'))).links).toContain(own)
  const form = await hortensia.form(own)
  await form.send({ how: 'wrong', text: 'The van comes until Easter.', why: 'The driver told me.' })
  expect(await last()).toMatchObject({
    corrects: 'statement-9',
    by: HORTENSIA,
    text: 'The van comes until Easter.',
    level: 1,
    times: 1,
  })
  const others = path('conversation', 'put-right', 'statement-10')
  const page = await hortensia.get(others)
  expect(page.words).toContain(
    'Only whoever said this, whoever wrote it down, or the worker can put it right.',
  )
  expect(page.links).toContain(path('conversation', 'dispute', 'statement-10'))
  const forced = await hortensia.post(others, { how: 'wrong', text: 'x', why: 'y' })
  expect(forced.status).toBe(400)
  expect(forced.words).toContain(
    'Only whoever said it, whoever wrote it down, or the worker can put it right.',
  )
})

test('what is kept from somebody cannot be found by this address', async () => {
  const { path } = await copy()
  const dorian = await service.as('dorian-lovelock')
  expect((await dorian.get(path('conversation', 'put-right', 'statement-11'))).status).toBe(404)
  expect((await dorian.get(path('conversation', 'put-right', 'statement-12'))).status).toBe(200)
})

test('what was written down wrongly is put right part by part; a view of somebody’s own by nobody else', async () => {
  const { path, last } = await copy()
  const marisol = await service.as(MARISOL)
  const hortensia = await service.as(HORTENSIA)
  const at = path('conversation', 'correct', 'contact-1')
  expect((await marisol.get(path())).links).toContain(at)
  expect((await hortensia.get(path())).links).not.toContain(at)
  const form = await marisol.form(at)
  const empty = await form.send({ 'part-0': '', 'part-1': '', why: 'The ward rang again.' })
  expect(empty.words).toContain('What was asked: write how it should read.')
  const sent = await form.send({ 'part-0': 'Home, and soon.', 'part-1': '', why: 'The ward rang again.' })
  expect(sent.location).toBe(path())
  expect(await last()).toMatchObject({
    kind: 'contact',
    corrects: 'contact-1',
    about: 'Home, and soon.',
    why: 'The ward rang again.',
  })
  expect((await hortensia.get(path())).words).toContain(
    'This was put right later, on 21 November 2026. The ward rang again.',
  )
  // Hers to say that it is wrong, and not to write over.
  const forced = await hortensia.post(at, { 'part-0': 'x', why: 'y' })
  expect(forced.status).toBe(400)
  expect(forced.words).toContain('Only whoever wrote it down can put it right')
  // What was weighed or decided is weighed or decided anew.
  expect((await marisol.get(path('conversation', 'correct', 'risk-1'))).status).toBe(404)
  expect((await marisol.get(path('conversation', 'correct', 'statement-9'))).status).toBe(404)
})
