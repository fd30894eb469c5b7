import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportContract, verifyContracts } from '../src/commissioning/contracts/store.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// The rooms of those who buy: contracts, what they owe, figures to talk about, and the market. Whole pages, as the council’s
// commissioner and its finance see them, and as nobody else does.

let service: Service
let ama: Visitor
let tobias: Visitor
beforeAll(async () => {
  service = await theService()
  ama = await service.as('ama-boateng')
  tobias = await service.as('tobias-winterflood')
})
afterAll(() => service.close())

const ledgerOf = async (contract: string): Promise<readonly ContractEntry[]> =>
  (await service.database.asOwner((query) => exportContract(query, contract)))?.entries ?? []

const SOUTH = '/contracts/help-to-live-at-home'
const PAGES = [
  '/contracts',
  SOUTH,
  `${SOUTH}/file`,
  `${SOUTH}/outcomes`,
  `${SOUTH}/outcomes/p-203-outcome-1`,
  `${SOUTH}/answer/challenged-1`,
  `${SOUTH}/settlement/2026-10-01`,
  `${SOUTH}/visits/p-201`,
  `${SOUTH}/flags`,
  `${SOUTH}/flags/creaming`,
  `${SOUTH}/sample`,
  '/market',
  '/market/outcomes',
  '/market/concentration',
  '/market/chains',
]

describe('who comes in', () => {
  test.each(PAGES)('%s: commissioning and finance', async (path) => {
    expect((await ama.get(path)).status).toBe(200)
    expect((await tobias.get(path)).status).toBe(200)
  })

  test.each([
    'keith-bromwell',
    'gurpreet-sandhal',
    'lucjan-marek',
    'brightwater-care',
    'northmoor-homecare',
    'sunita-vallory',
    'iolanthe-greaves',
  ])('%s finds nothing there', async (account) => {
    const visitor = await service.as(account)
    for (const path of PAGES) expect((await visitor.get(path)).status, path).toBe(404)
    const sent = await visitor.post(`${SOUTH}/flags/creaming`, { says: 'x' })
    expect(sent.status).toBe(404)
  })

  test('whoever has not signed in is asked to', async () => {
    for (const path of PAGES) expect((await service.stranger.get(path)).status, path).not.toBe(200)
  })

  test.each([
    '/contracts/none',
    `${SOUTH}/settlement/2026-10-02`,
    `${SOUTH}/answer/p-203-outcome-1`,
    `${SOUTH}/visits/p-999`,
    `${SOUTH}/flags/none`,
  ])('%s is not there', async (path) => {
    expect((await ama.get(path)).status).toBe(404)
  })
})

describe('one contract', () => {
  test('its terms in words and numbers, what is open, and its periods', async () => {
    const { words } = await ama.get(SOUTH)
    expect(words).toContain('20% of the estimated support at the contract’s rate')
    expect(words).toContain('Challenged for p-207: No visits were made on three evenings')
    expect(words).toContain('1 October 2026 to 31 October 2026 To be settled')
    expect(words).toContain('Home care, an hour £28.40 £27.60 None is set')
  })

  test('nobody’s name is on it: a commissioner knows people by a reference', async () => {
    const { words } = await ama.get('/contracts/back-on-your-feet/settlement/2026-10-01')
    expect(words).toContain('r-01')
    expect(words).not.toContain('Sunita')
  })

  test('a line is opened down to the visits, the person’s word and the price', async () => {
    const { words, links } = await ama.get('/contracts/back-on-your-feet/settlement/2026-10-01')
    expect(words).toContain('“To wash my own top half” r-01. Confirmed by the person, 24 September 2026')
    expect(words).toContain(
      'The contract’s rate, £29.60, from 1 April 2026. Set by Ama Boateng, 16 March 2026.',
    )
    const visits = links.find((link) => link.includes('/visits/r-01'))
    expect(visits).toBe('/contracts/back-on-your-feet/visits/r-01?from=2026-10-01&to=2026-10-31')
    const shown = await ama.get(visits ?? '')
    expect(shown.words).toMatch(/93 visits: \d+ made/)
    expect(shown.words).toContain('1 October 2026 08:15 to 09:05')
  })

  test('the year in which the fall is blocked, with its sum', async () => {
    // 101,500 x 0.95^3 x 1.03 = 89,634.27; 82 hours at 24.40 and 7 nights at 44.00 over 365 / 7 weeks = 120,387.43.
    const { words } = await ama.get('/contracts/out-and-about/settlement/2026-11-01')
    expect(words).toContain(
      'Year 4 would be worth £89,634.27; meeting the people’s eligible needs at the rates of 1 November 2026 costs £120,387.43. The fall is blocked: £30,753.16 is missing for the year.',
    )
    expect(words).toContain('The period is not over.')
  })

  test('the file is the contract as it came in', async () => {
    const { body } = await ama.get(`${SOUTH}/file`)
    expect(JSON.parse(body)).toMatchObject({ format: 'roundtable/contract@1' })
  })
})

describe('settling', () => {
  const PERIOD = `${SOUTH}/settlement/2026-10-01`

  test('without having looked it is not settled, and with another sum than was shown neither', async () => {
    const before = (await ledgerOf('help-to-live-at-home')).length
    const { send } = await tobias.form(PERIOD)
    const notLooked = await send({ do: 'settle', sum: '-88608' })
    expect(notLooked.status).toBe(400)
    expect(notLooked.words).toContain('Say that you have looked at what is held')
    const other = await (await tobias.form(PERIOD)).send({ do: 'settle', sum: '-1', looked: 'yes' })
    expect(other.words).toContain('The sum is another one now.')
    expect((await (await tobias.form(PERIOD)).send({ do: 'dance' })).status).toBe(400)
    expect(await ledgerOf('help-to-live-at-home')).toHaveLength(before)
  })

  test('by a named human, once, with what was claimed back by period; then paid', async () => {
    // 298.57 + 288.94 + 298.57: the contested outcome of p-202, in May, June and July.
    const form = await tobias.form(PERIOD)
    expect(form.page.words).toContain('To pay now -£886.08')
    const fields = { do: 'settle', sum: '-88608', looked: 'yes' }
    expect((await form.send(fields)).status).toBe(303)
    expect((await form.send(fields)).status).toBe(303)
    const settled = (await ledgerOf('help-to-live-at-home')).filter(
      (entry) => entry.kind === 'settled' && entry.from === '2026-10-01',
    )
    expect(settled).toMatchObject([
      {
        by: 'tobias-winterflood',
        on: '2026-11-21',
        amount: -88_608,
        parts: [
          { from: '2026-10-01', amount: 0 },
          { from: '2026-05-01', amount: -29_857 },
          { from: '2026-06-01', amount: -28_894 },
          { from: '2026-07-01', amount: -29_857 },
        ],
      },
    ])
    const shown = await tobias.get(PERIOD)
    expect(shown.words).toContain('Write down that it was paid')
    expect((await (await tobias.form(PERIOD)).send({ do: 'pay' })).status).toBe(303)
    expect((await tobias.get(SOUTH)).words).toContain('1 October 2026 to 31 October 2026 Paid')
    expect((await verifyContracts(service.database)).faults).toEqual([])
  })

  test('a period that is not over is not settled, whoever asks', async () => {
    const sent = await tobias.post(`${SOUTH}/settlement/2026-11-01`, {
      do: 'settle',
      sum: '0',
      looked: 'yes',
    })
    expect(sent.status).toBe(400)
    expect(sent.words).toContain('It can be settled when it is over.')
  })

  test('the slower of two is told what changed, and nothing of theirs is kept', async () => {
    const path = '/contracts/northmoor-home-care/settlement/2026-10-01'
    const [first, second] = [await ama.form(path), await tobias.form(path)]
    const sum = /name="sum" value="(-?\d+)"/.exec(first.page.body)?.[1] ?? ''
    const fields = { do: 'settle', sum, looked: 'yes' }
    expect((await first.send(fields)).status).toBe(303)
    const slower = await second.send(fields)
    expect([400, 409]).toContain(slower.status)
    const settled = (await ledgerOf('northmoor-home-care')).filter(
      (entry) => entry.kind === 'settled' && entry.from === '2026-10-01',
    )
    expect(settled).toHaveLength(1)
  })
})

describe('what is open', () => {
  test('an answer needs what was found and how; then the matter is closed', async () => {
    const path = `${SOUTH}/answer/challenged-1`
    const bad = await (await ama.form(path)).send({ says: 'They came.' })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain('Choose what you found')
    expect(bad.body).toContain('They came.')
    const good = await (await ama.form(path)).send({ upheld: 'no', says: 'The logs show all three visits.' })
    expect(good.status).toBe(303)
    expect((await ama.get(SOUTH)).words).not.toContain('Challenged for p-207')
    expect((await ledgerOf('help-to-live-at-home')).at(-1)).toMatchObject({
      kind: 'answered',
      of: 'challenged-1',
      upheld: false,
      by: 'ama-boateng',
    })
  })

  test('an exclusion needs a reason, a sentence, and somebody at the council by name', async () => {
    const path = '/contracts/back-on-your-feet/outcomes/r-05-dress'
    const bad = await (await ama.form(path)).send({ reason: 'hospital' })
    expect(bad.words).toContain('Say in a sentence what happened')
    expect(bad.words).toContain('Choose who approved it')
    const provider = await (await ama.form(path)).send({
      reason: 'hospital',
      why: 'Since 2 November.',
      approver: 'northmoor-homecare',
    })
    expect(provider.status).toBe(400)
    expect(provider.words).toContain('must be somebody at the council, and not a provider')
    expect(await ledgerOf('back-on-your-feet')).not.toContainEqual(
      expect.objectContaining({ kind: 'excluded' }),
    )
    const good = await (await ama.form(path)).send({
      reason: 'hospital',
      why: 'Since 2 November.',
      approver: 'tobias-winterflood',
    })
    expect(good.status).toBe(303)
    expect((await ama.get('/contracts/back-on-your-feet/outcomes')).words).toContain(
      'Excluded: Since 2 November.',
    )
    const again = await ama.post(path, { reason: 'moved', why: 'x', approver: 'tobias-winterflood' })
    expect(again.words).toContain('This outcome is excluded already.')
  })
})

describe('before you trust the figures', () => {
  test('where a test is too weak to see, the page says so, and from how many on it would', async () => {
    const { words } = await ama.get('/contracts/home-care-east/flags')
    expect(words).toContain('That they found nothing is no sign that all is well.')
    expect(words).toContain('Claims: 5 3 in 10 claims in the last tenth of a period: from about 37')
  })

  test('a price below the sustainable rate is a flag with its figure, and a conversation by name; no payment moves', async () => {
    const path = '/contracts/town-wards/flags/under-cost'
    const before = await ledgerOf('town-wards')
    const { words } = await ama.get('/contracts/town-wards/flags')
    expect(words).toContain('£24.80, beside £26.90')
    expect(words).toContain('passed on to Brightwater Care: £24.80; the sustainable rate is £26.90.')
    const empty = await (await ama.form(path)).send({ says: ' ' })
    expect(empty.words).toContain('Write what you say about it')
    expect((await (await ama.form(path)).send({ says: 'Who pays the £2.10?' })).status).toBe(303)
    const kept = await tobias.get(path)
    expect(kept.words).toContain('Who pays the £2.10? Ama Boateng, 2')
    expect(await ledgerOf('town-wards')).toEqual(before)
  })

  test('a sample is drawn from a seed that is written down, and the same seed draws the same', async () => {
    const path = '/contracts/harbour-lead-provider/sample'
    const bad = await (await ama.form(path)).send({ seed: 'twelve' })
    expect(bad.words).toContain('The seed must be a whole number from 0 to 999999999')
    expect((await (await ama.form(path)).send({ seed: '2026' })).status).toBe(303)
    const once = await ama.get(path)
    expect(once.words).toContain('by Ama Boateng, seed 2026')
    expect((await (await tobias.form(path)).send({ seed: '2026' })).status).toBe(303)
    const twice = await ama.get(path)
    const tables = [...twice.body.matchAll(/<tbody[\s\S]*?<\/tbody>/g)].map(([table]) => table)
    expect(tables).toHaveLength(2)
    expect(tables[0]).toBe(tables[1])
    expect((tables[0] ?? '').match(/<tr/g)).toHaveLength(59)
  })
})

describe('the market', () => {
  test('prices beside what came of them, down to what is passed on', async () => {
    const { words } = await ama.get('/market')
    expect(words).toContain('£24.80 £2.10 below £26.90 £32.10')
  })

  test('outcomes in a funnel, with the same in a table', async () => {
    const { words, body } = await ama.get('/market/outcomes')
    expect(body).toContain('aria-labelledby="funnel-title funnel-says"')
    expect(words).toContain('12 of 13, 92.3%, 7 people')
  })

  test('if a provider left: how many people, and whose support it is', async () => {
    const { words } = await ama.get('/market/concentration')
    // Of the harbour wards 24 that were passed on are still supported, of the town wards 3, and the ten in the south.
    expect(words).toContain('If Brightwater Care left, 37 people would need another provider')
    expect(words).toContain('t-01, t-02, t-04')
  })

  test('a chain down to each person, and what stays with the council', async () => {
    const { words } = await ama.get('/market/chains')
    expect(words).toContain('£2.60 was kept on the way. It is £2.10 below the sustainable rate.')
    expect(words).toContain('t-01 20 hours 76.65 of 88 hours £24.80, £2.10 below')
    expect(words).toContain('Who is eligible (section 13)')
  })
})
