import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Each row of `docs/what-people-complain-about.md` names a page, and words that stand on it in the demonstration.

type Row = {
  readonly number: string
  readonly page: string
  readonly person: string
  readonly reader: string
  readonly at: string
  readonly words: string
}

const SEEN = /^`([a-z-]+)`(?: as `([a-z-]+)`)? `(\/[a-z0-9/-]*)` “(.+)”$/

function rowOf(line: string): Row {
  const [, number = '', , page = '', , seen = ''] = line.split('|').map((cell) => cell.trim())
  const [, person = '', reader = person, at = '', words = ''] = SEEN.exec(seen) ?? []
  return { number, page: page.replaceAll('`', ''), person, reader, at, words }
}

const text = await readFile(join(import.meta.dirname, '../docs/what-people-complain-about.md'), 'utf8')
const rows = text
  .split('\n')
  .filter((line) => /^\| *\d+ *\|/.test(line))
  .map(rowOf)

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

test('all thirty-nine are there, in order', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 39 }, (_, index) => index + 1),
  )
})

test('each page is an address of the service', () => {
  const pages = service.web.table.filter(({ method }) => method === 'GET').map(({ path }) => path)
  expect(rows.filter(({ page }) => !pages.includes(page)).map(({ number, page }) => [number, page])).toEqual(
    [],
  )
})

describe.each(rows)('$number', ({ page, person, reader, at, words }) => {
  test('is seen in the demonstration', async () => {
    const record = service.recordOf(person)
    const pattern = new RegExp(`^${page.replaceAll(/:[a-z]+/g, '[^/]+')}$`)
    expect(`/records/${record}${at}`).toMatch(pattern)
    const shown = await (await service.as(reader)).get(`/records/${record}${at}`)
    expect([shown.status, shown.words.includes(words) ? words : shown.words]).toEqual([200, words])
  })
})
