import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOPICS } from '../src/domain/outcomes/topics.ts'
import { decodeEntry, readFileValue } from '../src/record/file.ts'
import type { ShownPage } from './a-shown-page.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// What is kept of those who look, what is kept from somebody, and what somebody can take away.

const TENDAI = 'tendai-gwatidzo'
const RUDO = 'rudo-gwatidzo'
const KEITH = 'keith-bromwell'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

/** Every page that shows a part of a record, for the entries and topics that it has. */
async function everyPage(
  visitor: Visitor,
  record: string,
  entries: readonly string[],
): Promise<readonly ShownPage[]> {
  const parts = [
    '',
    '/conversation',
    '/eligibility',
    '/budget',
    '/challenge',
    '/looks',
    '/file',
    '/conversation/need',
    '/conversation/assessment',
    ...TOPICS.flatMap((topic) => [`/conversation/${topic}`, `/conversation/${topic}/say`]),
    ...entries.flatMap((id) => [
      `/conversation/dispute/${id}`,
      `/challenge/${id}`,
      `/eligibility/${id}/decide`,
    ]),
  ]
  const pages: ShownPage[] = [await visitor.get('/')]
  for (const part of parts) pages.push(await visitor.get(`/records/${record}${part}`))
  return pages
}

describe('every look is kept', () => {
  test('with who, what and why they could; the person reads it in their own words', async () => {
    const record = await service.copyOf(TENDAI)
    const path = `/records/${record}`
    for (const [account, page] of [
      [KEITH, '/budget'],
      [RUDO, '/conversation/night'],
      ['bernadette-achterberg', ''],
      ['anneliese-brandt', '/eligibility'],
      ['marisol-etxeberri', ''],
      ['brightwater-care', ''],
    ] as const) {
      expect((await (await service.as(account)).get(`${path}${page}`)).status, account).toBe(200)
    }
    const tendai = await service.as(TENDAI)
    await tendai.get(`${path}/budget`)
    const looks = await tendai.get(`${path}/looks`)
    expect(
      looks
        .withClass('govuk-table__row')
        .slice(1)
        .map((row) => row.replace(/^.*\d\d:\d\d /, ''))
        // Between them stands who wrote in each part, and who was sent a copy.
        .filter(
          (_row, place, rows) =>
            place < rows.findIndex((each) => each.startsWith('Part ')) || place > rows.length - 3,
        ),
    ).toEqual([
      'Brightwater Care the record gives support',
      'Marisol Etxeberri the record in the team, covers when the worker is away',
      'Anneliese Brandt the eligibility named in the record',
      'Bernadette Achterberg the record manages the team',
      'Rudo Gwatidzo the conversation cares for you, unpaid',
      'Keith Bromwell the money on the table works with you',
      // One's own looks stand below those of others.
      'When What you looked at',
      'the money on the table',
    ])
    expect(looks.words).toContain('Eligibility Keith Bromwell (once) 27 October 2026 You, 29 October 2026')
    const workers = await (await service.as(KEITH)).get(`${path}/looks`)
    expect(workers.words).toContain('Tendai Gwatidzo who looked, the money on the table their own record')
    expect(workers.words).toContain('Rudo Gwatidzo the conversation cares for them, unpaid')
    expect(workers.words).toContain('Your own looks When What you looked at')
  })

  test('a page that was not shown is no look, and neither is a form that was sent', async () => {
    const record = await service.copyOf(TENDAI)
    const rudo = await service.as(RUDO)
    for (const page of [
      '/budget/means',
      '/letters',
      '/looks',
      '/file',
      '/conversation/no-such',
      '/challenge/no-such',
    ]) {
      expect((await rudo.get(`/records/${record}${page}`)).status).toBe(404)
    }
    expect((await (await service.as('kumaran')).get(`/records/${record}`)).status).toBe(404)
    expect((await rudo.post(`/records/${record}/conversation/night/say`, { text: 'He rang.' })).status).toBe(
      303,
    )
    expect((await rudo.post(`/records/${record}/conversation/night/say`, { text: '' })).status).toBe(400)
    const looks = await (await service.as(TENDAI)).get(`/records/${record}/looks`)
    expect(looks.words).toContain('Nobody has looked yet.')
  })

  test('taking the record away is a look of its own', async () => {
    const record = await service.copyOf(TENDAI)
    const tendai = await service.as(TENDAI)
    await tendai.get(`/records/${record}/file`)
    expect((await tendai.get(`/records/${record}/looks`)).words).toContain(
      'a copy of the whole record, taken away',
    )
  })
})

describe('what is withheld', () => {
  /** Tendai's record with an entry that is kept from these parties, and another that speaks of it. */
  async function withWithheld(from: readonly string[]) {
    const file = service.demoFile(TENDAI)
    const kept = { from: [...from], exemption: 'serious harm', why: 'His doctor asked for time to tell him.' }
    const secret = decodeEntry({
      id: 'kept-1',
      kind: 'statement',
      on: '2026-11-20',
      by: KEITH,
      topic: 'health',
      'said-by': KEITH,
      basis: 'observed',
      text: 'The scan of quokka day shows a change.',
      level: 1,
      withheld: kept,
    })
    const about = decodeEntry({
      id: 'kept-2',
      kind: 'note',
      on: '2026-11-20',
      by: KEITH,
      of: 'kept-1',
      text: 'Ring the quokka clinic on Monday.',
      withheld: kept,
    })
    const record = await service.put({ ...file, entries: [...file.entries, secret, about] })
    return { record, entries: ['kept-1', 'kept-2', 'dispute-1', 'assessment-opened-1'] }
  }

  test('from the person: on no page, in no file; but that it is, why, and on what ground', async () => {
    const { record, entries } = await withWithheld([TENDAI])
    const pages = await everyPage(await service.as(TENDAI), record, entries)
    expect(pages.filter(({ body }) => body.includes('quokka')).map(({ path }) => path)).toEqual([])
    expect(pages.filter(({ status }) => status >= 500)).toEqual([])
    expect(pages.filter(({ body }) => /kept-[12]/.test(body)).map(({ path }) => path)).toEqual([])
    const timeline = pages.find(({ path }) => path === `/records/${record}`)
    expect(timeline?.words).toContain('Something is not shown to you')
    expect(timeline?.words).toContain(
      'Since 20 November 2026: serious harm. His doctor asked for time to tell him.',
    )
    expect(timeline?.words).toContain('You can ask for this to be looked at again.')
    for (const account of [KEITH, RUDO, 'bernadette-achterberg']) {
      const other = await (await service.as(account)).get(`/records/${record}`)
      expect(other.words, account).toContain('The scan of quokka day shows a change.')
      expect(other.words).not.toContain('Something is not shown to you')
    }
  })

  test('from a carer: on no page, and nothing says that there is anything', async () => {
    const { record, entries } = await withWithheld([RUDO])
    const pages = await everyPage(await service.as(RUDO), record, entries)
    expect(
      pages.filter(({ body }) => body.includes('quokka') || /kept-[12]/.test(body)).map(({ path }) => path),
    ).toEqual([])
    expect(
      pages
        .filter(({ words }) => /not shown to you|withheld|serious harm/.test(words))
        .map(({ path }) => path),
    ).toEqual([])
    const tendai = await (await service.as(TENDAI)).get(`/records/${record}/conversation/health`)
    expect(tendai.quotes).toContain('The scan of quokka day shows a change.')
  })

  test('of the demonstration: the great-nephew reads none of what is withheld from him', async () => {
    const file = service.demoFile('hortensia-lovelock')
    const withheld = file.entries.filter((entry) => entry.withheld?.from.includes('dorian-lovelock'))
    expect(withheld.length).toBeGreaterThan(2)
    const words = withheld.flatMap((entry) =>
      Object.entries(entry).flatMap(([key, value]) =>
        typeof value === 'string' && value.length > 25 && key !== 'on' ? [value] : [],
      ),
    )
    expect(words.length).toBeGreaterThan(2)
    const record = service.recordOf('hortensia-lovelock')
    const pages = await everyPage(
      await service.as('dorian-lovelock'),
      record,
      withheld.map(({ id }) => id),
    )
    for (const page of pages) {
      expect(
        withheld
          .filter(({ id }) => page.body.includes(`"${id}"`) || page.body.includes(`#${id}`))
          .map(({ id }) => id),
        page.path,
      ).toEqual([])
      expect(
        words.filter((text) => page.words.includes(text.slice(0, 25))),
        page.path,
      ).toEqual([])
    }
    const own = await (await service.as('marisol-etxeberri')).get(`/records/${record}`)
    expect(withheld.filter(({ id }) => !own.body.includes(`id="${id}"`))).toEqual([])
  })
})

describe('the file that the person takes away', () => {
  test('is their record in its own format, as far as they read it', async () => {
    const wrong: string[] = []
    for (const person of service.people) {
      const answer = await (await service.as(person)).get(`/records/${service.recordOf(person)}/file`)
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^application\/json/)
      expect(answer.headers['content-disposition']).toBe('attachment; filename="your-record.record.json"')
      const read = readFileValue(JSON.parse(answer.body))
      if (read.kind !== 'record') {
        wrong.push(
          ...read.mistakes.map(({ entry, path, says }) => `${person} ${entry ?? ''} ${path}: ${says}`),
        )
        continue
      }
      const whole = service.demoFile(person)
      expect(read.record.person).toEqual(whole.person)
      const own = whole.entries.filter((entry) => read.record.entries.some(({ id }) => id === entry.id))
      expect(read.record.entries).toEqual(own)
      // What is left out is a carer's own, and nothing else: nothing in the demonstration is withheld from the person.
      const left = whole.entries.filter((entry) => !own.includes(entry))
      expect(left.every((entry) => !('said-by' in entry) || entry['said-by'] !== person)).toBe(true)
    }
    expect(wrong).toEqual([])
  })

  test('is for nobody else to take, save those who act for them and the manager', async () => {
    const record = service.recordOf('hortensia-lovelock')
    const statuses: Record<string, number> = {}
    for (const account of [
      'hortensia-lovelock',
      'philippa-jarrett',
      'bernadette-achterberg',
      'marisol-etxeberri',
      'dorian-lovelock',
      'iolanthe-greaves',
      'kumaran',
    ]) {
      statuses[account] = (await (await service.as(account)).get(`/records/${record}/file`)).status
    }
    expect(statuses).toEqual({
      'hortensia-lovelock': 200,
      'philippa-jarrett': 200,
      'bernadette-achterberg': 200,
      'marisol-etxeberri': 404,
      'dorian-lovelock': 404,
      'iolanthe-greaves': 404,
      kumaran: 404,
    })
  })
})
