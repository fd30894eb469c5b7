import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../src/domain/dates/plain-date.ts'
import type { Entry } from '../src/record/entries.ts'
import { verify } from '../src/record/log.ts'
import { whenOfDay } from '../src/record/stamp.ts'
import { ACCOUNTS, worldLinks, worldRecord } from './access-world.ts'
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
