import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportContract, linkPerson } from '../src/commissioning/contracts/store.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// The person’s own page of visits: as planned and as they came, month by month, and how to say that one was not so.

let service: Service
let sunita: Visitor
beforeAll(async () => {
  service = await theService()
  sunita = await service.as('sunita-vallory')
})
afterAll(() => service.close())

const at = (person: string, contract: string, ...more: readonly string[]): string =>
  ['/records', service.recordOf(person), 'agreed', contract, 'visits', ...more].join('/')
const HERS = 'back-on-your-feet'

const contested = async (): Promise<readonly ContractEntry[]> =>
  ((await service.database.asOwner((query) => exportContract(query, HERS)))?.entries ?? []).filter(
    ({ kind }) => kind === 'contested',
  )

describe('the visits of a month', () => {
  test('planned and given beside each other, then day by day; no reference and no other person', async () => {
    const { status, words } = await sunita.get(`${at('sunita-vallory', HERS)}?month=2026-10`)
    expect(status).toBe(200)
    // 31 days of 50, 45 and 40 minutes, and on four Sundays a quarter of an hour more in the morning and at noon.
    expect(words).toContain('Planned 71 hours and 45 minutes')
    expect(words).toContain('5 October 2026 08:15 to 09:05: 08:14 to 09:04, 50 of 50 minutes')
    expect(words).not.toContain('r-01')
  })

  test('a month that is none shows the latest; a contract that is not hers is not there', async () => {
    expect((await sunita.get(`${at('sunita-vallory', HERS)}?month=never`)).words).toContain(
      'Visits, November 2026',
    )
    expect((await sunita.get(at('sunita-vallory', 'home-care-east'))).status).toBe(404)
    expect((await sunita.get(at('sunita-vallory', 'none'))).status).toBe(404)
  })

  test('it is reached from what came of it, and a look at it is kept', async () => {
    const { links } = await sunita.get(`/records/${service.recordOf('sunita-vallory')}/agreed`)
    expect(links).toContain(at('sunita-vallory', HERS))
    expect((await sunita.get(`/records/${service.recordOf('sunita-vallory')}/looks`)).words).toContain(
      'visits by a provider',
    )
  })
})

describe('who sees them', () => {
  /** Who stands to her record so that they see her support, and some who do not. Commissioning sees no record. */
  const SEEN: Readonly<Record<string, boolean>> = {
    'sunita-vallory': true,
    'keith-bromwell': true,
    'ama-boateng': false,
    'tobias-winterflood': true,
    'northmoor-homecare': true,
    'brightwater-care': false,
    kumaran: false,
  }
  test.each(Object.entries(SEEN))('%s: %s', async (account, isSeen) => {
    const visitor = await service.as(account)
    const { status, words } = await visitor.get(`${at('sunita-vallory', HERS)}?month=2026-10`)
    expect(status === 200 && words.includes('Planned 71 hours')).toBe(isSeen)
  })

  test('her worker does, and is offered to type in what she says', async () => {
    const record = await service.copyOf('tendai-gwatidzo')
    await service.database.asOwner((query) => linkPerson(query, 'town-wards', 't-02', record))
    const keith = await service.as('keith-bromwell')
    const { status, words } = await keith.get(`/records/${record}/agreed/town-wards/visits?month=2026-10`)
    expect(status).toBe(200)
    expect(words).toContain('There is no log of visits for this month.')
    const own = await keith.get(`${at('tendai-gwatidzo', 'town-wards')}?month=2026-10`)
    expect(own.words).toContain('Say that a visit was not like this')
    const form = await keith.form(
      `${at('tendai-gwatidzo', 'town-wards', 'not-so')}?month=2026-10`,
      at('tendai-gwatidzo', 'town-wards', 'not-so'),
    )
    expect(form.page.words).toContain('How did they tell you?')
  })
})

describe('a visit that was not like this', () => {
  const GOOD = { month: '2026-10', which: 'rr-0439', what: 'Nobody came.' }
  const open = () =>
    sunita.form(`${at('sunita-vallory', HERS, 'not-so')}?month=2026-10`, at('sunita-vallory', HERS, 'not-so'))

  test.each([
    ['no visit', { which: '' }, 'Choose the visit'],
    ['a visit of another month', { which: 'rr-0001' }, 'Choose the visit'],
    ['nothing that happened', { what: ' ' }, 'Say what happened'],
  ])('%s is asked again, with what was typed', async (_, more, says) => {
    const before = await contested()
    const shown = await (await open()).send({ ...GOOD, ...more })
    expect(shown.status).toBe(400)
    expect(shown.words).toContain(says)
    expect(await contested()).toEqual(before)
  })

  test('contests what was reported, in her own name, once; the council has to answer', async () => {
    const before = await contested()
    const { send } = await open()
    expect((await send(GOOD)).status).toBe(303)
    expect((await send(GOOD)).status).toBe(303)
    const after = await contested()
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({
      by: 'r-01',
      why: '5 October 2026, 08:15 to 09:05: Nobody came.',
    })
    const ama = await service.as('ama-boateng')
    expect((await ama.get(`/contracts/${HERS}`)).words).toContain('Nobody came.')
    const again = await (await open()).send({ ...GOOD, which: 'rr-0440' })
    expect(again.status).toBe(400)
    expect(again.words).toContain('You said this of that month before')
  })

  test('of a month of which nothing is reported yet there is no form, and a way to complain', async () => {
    expect((await sunita.get(`${at('sunita-vallory', HERS, 'not-so')}?month=2026-11`)).status).toBe(404)
    expect((await sunita.get(`${at('sunita-vallory', HERS)}?month=2026-11`)).words).toContain('Complain')
  })
})
