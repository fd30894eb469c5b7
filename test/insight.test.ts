import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AREAS, ETHNICITIES, SEXES, SUPPORT_REASONS } from '../src/domain/population/traits.ts'
import type { RecordFile } from '../src/record/entries.ts'
import { importMany } from '../src/record/log.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// The pages of figures: for whom they open, what they say, and that nothing of one person comes out of them.

let service: Service
let commissioner: Visitor
let manager: Visitor

/** Ten more of each of the demonstration's people, so that a council has enough to be counted. */
const COPIES = 10

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

beforeAll(async () => {
  service = await theService()
  const files: readonly RecordFile[] = service.people.map((person) => service.demoFile(person))
  const many = Array.from({ length: COPIES }, (_, copy) => copy).flatMap((copy) =>
    files.map((record, index) => ({
      record,
      traits: {
        sex: at(SEXES, copy + index),
        ethnicity: at(ETHNICITIES, copy),
        area: at(AREAS, index),
        reason: at(SUPPORT_REASONS, copy * index),
      },
    })),
  )
  await importMany(service.database, many)
  commissioner = await service.as('ama-boateng')
  manager = await service.as('bernadette-achterberg')
})
afterAll(() => service.close())

const ROOMS = ['', '/waits', '/two-by-two', '/fairness', '/what-if', '/calibration', '/publish']

describe('for whom they open', () => {
  test('a commissioner: every room, and each has a heading, one title and a way to the others', async () => {
    for (const room of ROOMS) {
      const page = await commissioner.get(`/insight${room}`)
      expect(page.status, room).toBe(200)
      expect(page.body, room).toContain('The whole council: 130 people')
    }
  })

  test('a manager: their own team, and not what is the council’s', async () => {
    for (const room of ['', '/waits', '/two-by-two', '/what-if', '/calibration']) {
      const page = await manager.get(`/insight${room}`)
      expect(page.status, room).toBe(200)
      expect(page.body, room).toContain('Your team, North: 7 people')
    }
    for (const room of ['/fairness', '/publish']) {
      expect((await manager.get(`/insight${room}`)).status, room).toBe(404)
    }
  })

  test.each(['keith-bromwell', 'tobias-winterflood', 'kumaran', 'rudo-gwatidzo', 'northmoor-homecare'])(
    'nobody else: %s finds nothing there',
    async (account) => {
      const visitor = await service.as(account)
      for (const room of [...ROOMS, '/what-if/hours.bin', '/calibration/nearest.yaml']) {
        expect((await visitor.get(`/insight${room}`)).status, room).toBe(404)
      }
      expect((await visitor.post('/insight/publish')).status).toBe(404)
    },
  )

  test('who is not signed in is asked to sign in', async () => {
    const page = await service.stranger.get('/insight/waits')
    expect(page.status).toBe(303)
    expect(page.location).toMatch(/^\/sign-in\?from=/)
  })

  test('the way there stands on the first page after signing in', async () => {
    expect((await commissioner.get('/')).links).toContain('/insight')
    expect((await manager.get('/')).links).toContain('/insight')
    expect((await (await service.as('keith-bromwell')).get('/')).links).not.toContain('/insight')
  })
})

describe('no name and no way to a record', () => {
  test('for a commissioner, on any page', async () => {
    const names = service.people.map((person) => service.demoFile(person).person.name)
    for (const room of ROOMS) {
      const { body, links } = await commissioner.get(`/insight${room}`)
      expect(
        names.filter((name) => body.includes(name)),
        room,
      ).toEqual([])
      expect(
        links.filter((link) => link.startsWith('/records/')),
        room,
      ).toEqual([])
    }
  })

  test('a manager comes to the records behind a figure, all of them their own', async () => {
    const { links } = await manager.get('/insight/waits')
    const records = links.filter((link) => link.startsWith('/records/'))
    expect(records.length).toBeGreaterThan(0)
    for (const link of new Set(records)) expect((await manager.get(link)).status).toBe(200)
  })

  test('that look is kept, and the person can see it', async () => {
    const tendai = service.recordOf('tendai-gwatidzo')
    await manager.get(`/records/${tendai}/what-if?agency=20.00`)
    const looks = await (await service.as('tendai-gwatidzo')).get(`/records/${tendai}/looks`)
    expect(looks.body).toContain('what a change of prices would do to the sum')
  })
})

describe('choice and independence', () => {
  test('a group that is not there and a group that is too small are the same to a commissioner', async () => {
    const none = await commissioner.get('/insight/two-by-two?of=team:nowhere')
    expect(none.body).toContain('There are fewer than 5 people in this group, or there is no such group.')
    expect(none.body).not.toContain('rt-four')
  })

  test('a manager sees each of their few', async () => {
    const page = await manager.get('/insight/two-by-two?of=team:north')
    expect(page.body).toContain('rt-four')
  })
})

describe('the transparency record', () => {
  test('says where the council writes its own words, and is there as a file, and as one to fill in', async () => {
    const { stranger } = service
    const page = await stranger.get('/model/transparency')
    expect(page.words).toContain('called northmoor-2026-27.transparency.yaml')
    expect(page.words).toContain('The Director of Adult Social Services.')
    expect(page.words).not.toContain('The council has not written this yet.')
    const record: unknown = JSON.parse(
      (await stranger.get('/model/transparency/transparency-record.json')).body,
    )
    expect(record).toMatchObject({ standard: 'Algorithmic Transparency Recording Standard, version 3.0' })
    const toFill = await stranger.get('/model/transparency/to-write.yaml')
    expect(toFill.body).toContain('# 1.3 Senior responsible owner: whoever answers for it')
    expect((await stranger.get('/model/transparency/another.json')).status).toBe(404)
  })
})

describe('what if', () => {
  test('a price moved by a form: the total, who loses, and by group', async () => {
    const before = await manager.get('/insight/what-if')
    expect(before.body).toContain('No change. 0 would lose, 0 would gain.')
    const after = await manager.get('/insight/what-if?version=3&agency=20.00')
    expect(after.status).toBe(200)
    expect(after.body).toMatch(/£[\d,.]+ less a week\. \d+ would lose, 0 would gain\./)
    expect(after.links.some((link) => /^\/records\/[0-9a-f-]+\/what-if\?agency=20/.test(link))).toBe(true)
  })

  test.each([
    ['agency=-3', 'Home care from an agency: enter an amount between £0.01 and £500, such as 27.60'],
    ['agency=lots', 'Home care from an agency: enter an amount between £0.01 and £500, such as 27.60'],
    ['agency=1e9', 'Home care from an agency: enter an amount between £0.01 and £500, such as 27.60'],
    ['contingency=101', 'enter a number from 0 to 100'],
    ['typical=5', 'enter a number from 10 to 300'],
    ['version=2&agency=20', 'You tried this on version 2 of the model. Version 3 is in force now'],
  ])('%s: a clear word, nothing moved, and what was typed is kept', async (query, says) => {
    const page = await commissioner.get(`/insight/what-if?${query}`)
    expect(page.status).toBe(400)
    expect(page.body).toContain('There is a problem')
    expect(page.body).toContain(says)
    expect(page.body).toContain('No change. 0 would lose, 0 would gain.')
    const typed = new URLSearchParams(query)
    typed.delete('version')
    for (const value of typed.values()) expect(page.body).toContain(`value="${value}"`)
  })

  test('a price by which more need would give less money is refused with the reason', async () => {
    const page = await commissioner.get('/insight/what-if?personal-assistant=45')
    expect(page.status).toBe(400)
    expect(page.body).toContain('more need must never give less money')
  })

  test('at the end of a slider the page says so', async () => {
    const page = await manager.get('/insight/what-if?agency=41.40')
    expect(page.body).toContain('This is as high as it goes here: £41.40 an hour.')
  })

  test('one person, whom the viewer may see: both sums, and how each was worked out', async () => {
    const tendai = service.recordOf('tendai-gwatidzo')
    const page = await manager.get(`/records/${tendai}/what-if?agency=20.00`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('£27.60 an hour now')
    expect(page.body).toContain('How this was worked out: Eating and drinking')
    expect((await commissioner.get(`/records/${tendai}/what-if?agency=20.00`)).status).toBe(404)
    expect((await manager.get(`/records/${tendai}/what-if?agency=x`)).status).toBe(400)
  })

  test('what goes to the browser holds hours and no traits', async () => {
    const { body } = await commissioner.get('/insight/what-if/hours.bin')
    expect(body.length).toBeGreaterThan(1000)
    for (const trait of [...AREAS, ...ETHNICITIES, 'female', '"born"'])
      expect(body).not.toContain(`"${trait}"`)
  })
})

/** The form, once what it would publish has been worked out behind the page. */
async function toPublish() {
  while ((await commissioner.get('/insight/publish')).body.includes('is being worked out')) continue
  return commissioner.form('/insight/publish')
}

describe('open statistics', () => {
  test('nothing is published until somebody does; then everybody reads it, with its files', async () => {
    const { stranger } = service
    expect((await stranger.get('/figures')).body).toContain('Nothing has been published yet.')
    expect((await stranger.get('/figures/statistics.json')).status).toBe(404)

    const form = await toPublish()
    expect((await form.send({})).status).toBe(303)
    const page = await stranger.get('/figures')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Published by Ama Boateng on 21 November 2026')
    expect((await stranger.get('/figures?by=ethnicity')).body).toContain('White')
    expect((await stranger.get('/figures?by=ethnicity')).body).not.toContain('is not published. Groups')
    for (const query of ['by=nonsense', 'by=area&table=nonsense'])
      expect((await stranger.get(`/figures?${query}`)).body, query).toContain('is not published. Groups')

    const files = page.links.filter((link) => /^\/figures\/.+\.(?:csv|json)$/.test(link))
    expect(files.length).toBeGreaterThan(5)
    for (const link of new Set(files)) expect((await stranger.get(link)).status, link).toBe(200)
    expect((await stranger.get('/figures/passwords.csv')).status).toBe(404)
  })

  test('twice in a month is refused in words, and what is public stays as it was', async () => {
    const before = await service.stranger.get('/figures/statistics.json')
    const form = await toPublish()
    const again = await form.send({})
    expect(again.status).toBe(400)
    expect(again.body).toContain('This month’s statistics are published already.')
    expect((await service.stranger.get('/figures/statistics.json')).body).toBe(before.body)
  })

  test('no count from 1 to 4 is in any file', async () => {
    const { body } = await service.stranger.get('/figures/statistics.json')
    const counts = [...body.matchAll(/"people": (\d+)/g)].map(([, count]) => Number(count))
    expect(counts.length).toBeGreaterThan(20)
    expect(counts.filter((count) => count % 5 !== 0)).toEqual([])
  })

  test('the next month is held against this one, and carries both', async () => {
    service.turnTo('2026-12-03')
    const form = await toPublish()
    expect((await form.send({})).status).toBe(303)
    const rows = await service.database.asOwner((query) =>
      query<{ on_day: string; years: readonly { readonly to: string }[] }>(
        "select on_day::text, body->'years' as years from guarded.publication order by on_day",
      ),
    )
    expect(rows.map(({ on_day: on, years }) => [on, years.map(({ to }) => to)])).toEqual([
      ['2026-11-21', ['2026-11-21']],
      ['2026-12-03', ['2026-11-21', '2026-12-03']],
    ])
    expect((await service.stranger.get('/figures')).body).toContain('from an earlier month')
  })
})
