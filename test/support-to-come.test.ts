import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../src/domain/dates/plain-date.ts'
import type { Entry } from '../src/record/entries.ts'
import { encodeEntry, readFileValue } from '../src/record/file.ts'
import { verify } from '../src/record/log.ts'
import { whenOfDay } from '../src/record/stamp.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
import { valueOf } from './a-shown-page.ts'
import { type Service, theService } from './the-service.ts'

// A provider whose support is to come finds nothing, and on its day the record: over HTTP, as the day goes on.

const STARTS = '2026-11-24'

let service: Service
let record = ''
beforeAll(async () => {
  service = await theService()
  await service.accounts(ACCOUNTS)
  const file = worldRecord()
  // In the order of their days, as a file has them.
  const isStart = ({ kind }: Entry) => kind === 'support-started'
  const entries = [
    ...file.entries.filter((entry) => !isStart(entry)),
    ...file.entries.filter(isStart).map((entry): Entry => ({ ...entry, on: whenOfDay(day(STARTS)) })),
  ]
  record = await service.put({ ...file, entries }, worldLinks())
})
afterAll(() => service.close())

const opens = async (account: string): Promise<readonly number[]> => {
  const visitor = await service.as(account)
  const rooms = ['', '/plan', '/support', '/people']
  const pages = await Promise.all(rooms.map((room) => visitor.get(`/records/${record}${room}`)))
  return pages.map(({ status }) => status)
}
const listed = async (): Promise<boolean> =>
  (await (await service.as('a-pvd')).get('/')).links.includes(`/records/${record}`)

test('a provider reads a record from the day on which its support starts, and not before', async () => {
  expect(await opens('a-pvd')).toEqual([404, 404, 404, 404])
  expect(await listed()).toBe(false)
  // For those who are at the table anyway it makes no difference.
  expect(await opens('a-p')).toEqual([200, 200, 200, 200])

  service.turnTo('2026-11-23')
  expect(await opens('a-pvd')).toEqual([404, 404, 404, 404])

  service.turnTo(STARTS)
  expect(await opens('a-pvd')).toEqual([200, 200, 200, 200])
  expect(await listed()).toBe(true)
  expect((await verify(service.database)).faults).toEqual([])

  service.turnTo('2026-11-21')
  expect(await opens('a-pvd')).toEqual([404, 404, 404, 404])
  expect((await verify(service.database)).faults).toEqual([])
})

test('many who come in the first moment of the day all find what is open on it', async () => {
  service.turnTo('2026-11-22')
  expect(await opens('a-pvd')).toEqual([404, 404, 404, 404])
  const visitor = await service.as('a-pvd')
  service.turnTo(STARTS)
  const pages = await Promise.all(Array.from({ length: 12 }, () => visitor.get(`/records/${record}/support`)))
  expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
})

const started = (to: string, year = '2026') => ({
  line: 'L1',
  provider: 'saltmarsh-living',
  'day-day': to,
  'day-month': '11',
  'day-year': year,
})

test('a start on a day to come is written in the form, and everybody at the table reads the day', async () => {
  service.turnTo('2026-11-21')
  const dot = await service.copyOf('dorothy-abernethy')
  const [worker, person, provider] = await Promise.all(
    ['marisol-etxeberri', 'dorothy-abernethy', 'saltmarsh-living'].map((account) => service.as(account)),
  )
  if (worker === undefined || person === undefined || provider === undefined) throw new Error('nobody came')
  const path = `/records/${dot}/support`

  const wrong = await worker.post(`${path}/start`, started('23', '2028'))
  expect(wrong.status).toBe(400)
  expect(wrong.words).toContain('23 November 2028 is more than a year ahead. Check the year.')
  expect(valueOf(wrong.formTo(`${path}/start`) || wrong.body, 'day-year')).toBe('2028')

  expect((await worker.post(`${path}/start`, started('23'))).status).toBe(303)
  for (const one of [worker, person]) {
    const page = await one.get(path)
    expect(page.words).toContain('Starts on 23 November 2026')
    expect(page.words).toContain('Saltmarsh Supported Living from 23 November 2026')
    const first = await one.get(`/records/${dot}`)
    expect(first.words).toContain('Still to come')
    expect(first.words).toContain('23 November 2026, support starts: Saltmarsh Supported Living')
  }
  expect((await provider.get(path)).status).toBe(404)
  const again = await worker.post(`${path}/start`, started('23'))
  expect(again.words).toContain('is in the record already: it starts on 23 November 2026.')

  // What went out in a file comes in again.
  const out = await service.entriesOf(dot)
  expect(
    readFileValue(
      JSON.parse(JSON.stringify({ ...service.demoFile('dorothy-abernethy'), entries: out.map(encodeEntry) })),
    ).kind,
  ).toBe('record')

  service.turnTo('2026-11-23')
  expect((await provider.get(path)).status).toBe(200)
  expect((await person.get(path)).words).toContain('Saltmarsh Supported Living since 23 November 2026')
  expect((await verify(service.database)).faults).toEqual([])
})

test('a start to come can be taken back, with a reason, and then nobody is let in on that day', async () => {
  service.turnTo('2026-11-21')
  const dot = await service.copyOf('dorothy-abernethy')
  const worker = await service.as('marisol-etxeberri')
  const person = await service.as('dorothy-abernethy')
  const path = `/records/${dot}/support`
  expect((await worker.post(`${path}/start`, started('23'))).status).toBe(303)
  const form = await worker.get(`${path}/end`)
  expect(form.words).toContain('Starts on 23 November 2026. This has not started.')
  const sent = await worker.post(`${path}/end`, {
    line: 'L1',
    byWhom: 'council',
    why: 'The door is not ready.',
  })
  expect(sent.status).toBe(303)
  const page = await person.get(path)
  expect(page.words).not.toContain('Starts on 23 November 2026')
  expect((await person.get(`/records/${dot}`)).words).toContain('The door is not ready.')
  service.turnTo('2026-11-23')
  expect((await (await service.as('saltmarsh-living')).get(path)).status).toBe(404)
  expect((await verify(service.database)).faults).toEqual([])
})

test('an end on a day to come is written in the form, and everybody reads it before, on and after the day', async () => {
  service.turnTo('2026-11-21')
  const sunita = await service.copyOf('sunita-vallory')
  const path = `/records/${sunita}/support`
  const [worker, person, provider] = await Promise.all(
    ['keith-bromwell', 'sunita-vallory', 'northmoor-homecare'].map((account) => service.as(account)),
  )
  if (worker === undefined || person === undefined || provider === undefined) throw new Error('nobody came')
  const ends = (to: string, more = {}) => ({
    line: 'L2',
    byWhom: 'person',
    why: 'I cook for myself from December.',
    'day-day': to,
    'day-month': '11',
    'day-year': '2026',
    ...more,
  })
  const wrong = await worker.post(`${path}/end`, ends('30', { 'day-year': '2028' }))
  expect([wrong.status, wrong.words.includes('30 November 2028 is more than a year ahead.')]).toEqual([
    400,
    true,
  ])
  expect(wrong.body).toContain('I cook for myself from December.')

  expect((await worker.post(`${path}/end`, ends('30'))).location).toBe(path)
  for (const one of [worker, person, provider]) {
    const { words } = await one.get(path)
    expect(words).toContain('Ends on 30 November 2026')
    expect(words).toContain(
      'It ends on 30 November 2026: “I cook for myself from December.” Until then it goes on.',
    )
    expect((await one.get(`/records/${sunita}`)).words).toContain('Still to come')
  }
  const again = await worker.post(`${path}/end`, ends('30'))
  expect(again.words).toContain('is in the record already: it ends on 30 November 2026.')

  service.turnTo('2026-11-30')
  expect((await person.get(path)).words).toContain('Last day today')
  service.turnTo('2026-12-01')
  const after = (await person.get(path)).words
  expect(after).not.toContain('Last day today')
  expect(after).toContain('ended it on 30 November 2026: “I cook for myself from December.”')
  // The mornings go on: whoever gives them reads on.
  expect((await provider.get(path)).status).toBe(200)
  expect((await verify(service.database)).faults).toEqual([])
  service.turnTo('2026-11-21')
})
