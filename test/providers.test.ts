import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContract } from '../src/commissioning/contracts/store.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// The room of whoever gives support under a contract: only their own people, and never the person’s word.

let service: Service
let homecare: Visitor
let brightwater: Visitor
beforeAll(async () => {
  service = await theService()
  homecare = await service.as('northmoor-homecare')
  brightwater = await service.as('brightwater-care')
})
afterAll(() => service.close())

const ledger = async (contract: string): Promise<readonly ContractEntry[]> =>
  service.database.asOwner(async (query) => (await openContract(query, contract))?.file.entries ?? [])

const last = async (contract: string, kind: ContractEntry['kind']) =>
  (await ledger(contract)).findLast((entry) => entry.kind === kind)

const HEAD = 'visit,person,service,line,worker,planned_start,planned_end,start,end,state'
const visit = (
  id: string,
  more: Partial<Record<'worker' | 'start' | 'end' | 'state' | 'planned_end' | 'person', string>> = {},
) =>
  [
    id,
    more.person ?? 'r-01',
    'home-care',
    'L1',
    more.worker ?? 'w-90',
    '2026-11-20T08:00:00Z',
    more.planned_end ?? '2026-11-20T09:00:00Z',
    more.start ?? '',
    more.end ?? '',
    more.state ?? '',
  ].join(',')

describe('whom a provider sees', () => {
  test('every contract of theirs, and their own part in it', async () => {
    const list = await homecare.get('/provider')
    expect(list.words).toContain('Back on your feet')
    expect(list.words).toContain('The whole contract')
    expect(list.words).not.toContain('Out and about')
    expect((await brightwater.get('/provider')).words).toContain('People passed on to you')
  })

  test('the people passed on to them and nobody else', async () => {
    const page = await brightwater.get('/provider/town-wards')
    expect(page.words).toContain('Tendai Gwatidzo')
    expect(page.links).toContain('/provider/town-wards/person/t-02')
    for (const other of ['t-03', 't-05', 't-06', 't-07'])
      expect(page.links).not.toContain(`/provider/town-wards/person/${other}`)
    expect((await brightwater.get('/provider/town-wards/person/t-03')).status).toBe(404)
    expect((await homecare.get('/provider/town-wards/person/t-03')).status).toBe(200)
  })

  test('what the whole contract pays is the affair of who has it', async () => {
    const [period = ''] = (await homecare.get('/provider/town-wards/paid')).links.filter((href) =>
      href.includes('/paid/2026-10'),
    )
    expect((await homecare.get(period)).status).toBe(200)
    expect((await brightwater.get(period)).status).toBe(404)
  })

  test.each(['ama-boateng', 'keith-bromwell', 'sunita-vallory', 'saltmarsh-living'])(
    '%s finds nothing here',
    async (account) => {
      const visitor = await service.as(account)
      expect((await visitor.get('/provider/back-on-your-feet')).status).toBe(404)
      expect((await visitor.post('/provider/back-on-your-feet/bring', { csv: HEAD })).status).toBe(404)
    },
  )

  test('a look at a person is kept, and the person is shown it', async () => {
    await homecare.get('/provider/back-on-your-feet/person/r-01')
    const sunita = await service.as('sunita-vallory')
    const looks = await sunita.get(`/records/${service.recordOf('sunita-vallory')}/looks`)
    expect(looks.words).toContain('what was agreed with a provider')
  })
})

describe('outcomes claimed', () => {
  test('a claim asks the person, and pays nothing by itself', async () => {
    const form = await homecare.form('/provider/back-on-your-feet/claim/r-01-swim')
    expect((await form.send({ says: '' })).words).toContain('Say what they can do now')
    expect((await form.send({ says: 'She goes by bus.', level: '3' })).status).toBe(303)
    expect(await last('back-on-your-feet', 'claimed')).toMatchObject({
      by: 'northmoor-homecare',
      outcome: 'r-01-swim',
      level: 3,
      says: 'She goes by bus.',
    })
    const sunita = await service.as('sunita-vallory')
    const page = await sunita.get(`/records/${service.recordOf('sunita-vallory')}/agreed`)
    expect(page.words).toContain('She goes by bus.')
    expect(page.words).toContain('Asks for an answer')
  })

  test('what waits for an answer is not claimed again', async () => {
    const again = await homecare.form('/provider/back-on-your-feet/claim/r-01-swim')
    expect((await again.send({ says: 'Really.' })).words).toContain('It is not to be claimed now')
  })

  test('what the person said may be contested: somebody at the council answers', async () => {
    const confirmed = (await ledger('town-wards')).find(
      (entry) => entry.kind === 'confirmed' && entry.by === 't-02',
    )
    const form = await brightwater.form(`/provider/town-wards/contest/${confirmed?.id ?? ''}`)
    expect((await form.send({ why: 'She was asked on a bad day.' })).status).toBe(303)
    expect(await last('town-wards', 'contested')).toMatchObject({ by: 'brightwater-care', of: confirmed?.id })
    expect((await form.send({ why: 'Once more.' })).status).not.toBe(303)
  })
})

describe('visits in', () => {
  const path = '/provider/back-on-your-feet/bring'
  const send = async (...rows: readonly string[]) =>
    (await homecare.form(path)).send({ csv: [HEAD, ...rows].join('\n') })
  const page = async () => (await homecare.get('/provider/back-on-your-feet/visits/r-01?month=2026-11')).words

  test.each([
    [
      'ends before it starts',
      visit('n-1', { start: '2026-11-20T08:30:00Z', end: '2026-11-20T08:00:00Z' }),
      'row 2, end: it ends',
    ],
    [
      'somebody who was not referred',
      visit('n-1', { person: 'z-99' }),
      'row 2, person: “z-99” was not referred',
    ],
    [
      'a time without its offset',
      visit('n-1', { start: '2026-11-20T08:00:00', end: '2026-11-20T09:00:00Z' }),
      'row 2, start: must be a day and a time with its offset',
    ],
    [
      'a plan that ends before it starts',
      visit('n-1', { planned_end: '2026-11-20T07:00:00Z' }),
      'row 2, planned_end',
    ],
  ])('%s: the row and column are named, and nothing is kept', async (_, row, says) => {
    const before = await page()
    const sent = await send(row)
    expect(sent.status).toBe(400)
    expect(sent.words).toContain(says)
    expect(await page()).toBe(before)
  })

  test('one bad row refuses the good ones too; what was pasted stays in the form', async () => {
    const good = visit('n-2', { start: '2026-11-20T08:00:00Z', end: '2026-11-20T08:55:00Z' })
    const before = await page()
    const sent = await send(good, visit('n-3', { state: 'perhaps' }))
    expect(sent.words).toContain('row 3, state')
    expect(sent.body).toContain('n-2,r-01')
    expect(await page()).toBe(before)
  })

  test('a worker with two people at once is refused, also where one came in before', async () => {
    const one = visit('n-4', { start: '2026-11-20T08:00:00Z', end: '2026-11-20T09:00:00Z' })
    const other = visit('n-5', { person: 'r-02', start: '2026-11-20T08:30:00Z', end: '2026-11-20T09:30:00Z' })
    expect((await send(one, other)).words).toContain('w-90 was with r-01 and r-02 at once')
    expect((await send(one)).status).toBe(303)
    expect((await send(other)).words).toContain('w-90 was with r-01 at that time')
  })

  test('a missing log is a state of its own: neither made nor missed', async () => {
    expect((await send(visit('n-6'))).status).toBe(303)
    const shown = await page()
    expect(shown).toContain('There is no log')
    expect(shown).toMatch(/\d+ without a log/)
    expect((await send(visit('n-6'))).words).toContain('it was brought in before')
  })

  test('a log that turns up later puts the visit right, with why; the one before stays', async () => {
    const found = visit('n-6', { worker: 'w-91', start: '2026-11-20T08:01:00Z', end: '2026-11-20T08:58:00Z' })
    const sent = await (await homecare.form(path)).send({
      csv: [HEAD, found].join('\n'),
      why: 'The phone was found.',
    })
    expect(sent.status).toBe(303)
    expect(await page()).toContain('Put right: The phone was found.')
  })
})

describe('how the sum came about', () => {
  test('the provider reads the same lines and reasons as the council', async () => {
    const [period = ''] = (await homecare.get('/provider/back-on-your-feet/paid')).links.filter((href) =>
      href.includes('/paid/2026-09-01'),
    )
    const page = await homecare.get(period)
    expect(page.status).toBe(200)
    expect(page.words).toContain('The floor under the contract')
    expect(page.words).toContain('How this came about')
    const ama = await service.as('ama-boateng')
    expect((await ama.get('/contracts/back-on-your-feet')).status).toBe(200)
  })

  test('an invoice is held against what was given, line by line, and nothing of it is kept', async () => {
    const before = (await ledger('back-on-your-feet')).length
    const rows = [
      'person,service,from,to,units,amount',
      // 21.15 hours were given in November 2025, at £28.60 an hour.
      'r-02,home-care,2025-11-01,2025-11-30,21.15,604.89',
      'r-02,home-care,2025-12-01,2025-12-31,99,3000',
      'r-02,home-care,2025-11-01,2025-11-30,21.15,604.89',
      'z-99,home-care,2025-11-01,2025-11-30,1,1',
    ]
    const form = await homecare.form('/provider/back-on-your-feet/invoice')
    const page = await form.send({ csv: rows.join('\n') })
    expect(page.words).toContain('It fits')
    expect(page.words).toContain('More than was given')
    expect(page.words).toContain('The same person, service and days as a line above')
    expect(page.words).toContain('No such person or service here')
    expect((await form.send({ csv: 'person,service\n' })).words).toContain(
      'Row 1: there is no column “from”.',
    )
    expect((await ledger('back-on-your-feet')).length).toBe(before)
  })
})

describe('a challenge to a subcontractor', () => {
  test('waits for the one who comes to the door; their answer is heard and settles nothing', async () => {
    const keith = await service.as('keith-bromwell')
    const record = service.recordOf('tendai-gwatidzo')
    const form = await keith.form(`/records/${record}/agreed/town-wards/challenge`)
    expect((await form.send({ says: 'Nobody has gone to Spokes with him.' })).status).toBe(303)
    const room = await brightwater.get('/provider/town-wards')
    expect(room.words).toContain('Answer a challenge about Tendai Gwatidzo')
    const [link = ''] = room.links.filter((href) => href.includes('/answer/'))
    const answer = await brightwater.form(link)
    expect((await answer.send({ agrees: 'no' })).words).toContain('Say what was done, and what happens now')
    expect((await answer.send({ agrees: 'no', says: 'His worker left in June.' })).status).toBe(303)
    const seen = await keith.get(`/records/${record}/agreed`)
    expect(seen.words).toContain('The provider has answered. It is not settled yet.')
    expect(await last('town-wards', 'answered')).toMatchObject({ by: 'brightwater-care', upheld: false })
  })
})
