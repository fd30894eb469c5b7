import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportContract, importContracts, verifyContracts } from '../src/commissioning/contracts/store.ts'
import { aContract, indicators } from '../src/domain/contracts/a-contract.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { day } from '../src/domain/dates/plain-date.ts'
import { type Service, type Visitor, theService } from './the-service.ts'

// What the council’s buyers write in their browser: a contract, whose record a reference means, a price, and a re-measure in the
// name of whoever made it. The ledger’s own rules decide, as for a file; nothing is half kept.

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

const faults = async () => (await verifyContracts(service.database)).faults

const NORTH = '/contracts/northmoor-home-care'
const PRICE = {
  rate: 'contract',
  service: 'home-care',
  amount: '29.10',
  'from-day': '1',
  'from-month': '12',
  'from-year': '2026',
  source: 'The fee letter of 20 November.',
}

describe('a price', () => {
  test('from a day to come, by name, with where it comes from; sent twice it is set once', async () => {
    const { send } = await ama.form(`${NORTH}/rate`)
    expect((await send(PRICE)).status).toBe(303)
    expect((await send(PRICE)).status).toBe(303)
    const set = (await ledgerOf('northmoor-home-care')).filter(
      (entry) => entry.kind === 'rate-set' && entry.from === '2026-12-01',
    )
    expect(set).toMatchObject([
      {
        by: 'ama-boateng',
        on: '2026-11-21',
        rate: 'contract',
        amount: 2910,
        source: 'The fee letter of 20 November.',
      },
    ])
    expect((await ama.get(NORTH)).words).toContain(
      'The contract, Home care: £29.10 from 1 December 2026. Set on 21 November 2026 by Ama Boateng. The fee letter of 20 November.',
    )
    expect(await faults()).toEqual([])
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['nothing chosen', { rate: '' }, 'Choose which price it is'],
    ['no price', { amount: '' }, 'Enter the price in pounds'],
    ['a price of nothing', { amount: '0' }, 'The price must be pounds from 0.01 to 100,000'],
    ['thirds of a penny', { amount: '27.333' }, 'The price must be pounds from 0.01 to 100,000'],
    ['care that is not in the terms', { service: 'gardening' }, 'No service "gardening" in the terms'],
    [
      'a day that is gone',
      { 'from-day': '20', 'from-month': '11' },
      'A price is not changed for days that are gone',
    ],
    ['a day that is none', { 'from-day': '31', 'from-month': '2' }, 'must be a real day'],
    ['after the contract', { 'from-year': '2031' }, 'The contract ends on 31 March 2028.'],
    ['without saying why', { source: ' ' }, 'Say where the price comes from, and why'],
  ]
  test.each(refusals)(
    '%s is refused beside the question, with everything typed kept',
    async (_, more, says) => {
      const before = await ledgerOf('northmoor-home-care')
      const { send } = await ama.form(`${NORTH}/rate`)
      const shown = await send({ ...PRICE, source: 'Kept as typed.', ...more })
      expect(shown.status).toBe(400)
      expect(shown.words).toContain(says)
      if (more['source'] === undefined) expect(shown.body).toContain('Kept as typed.')
      expect(await ledgerOf('northmoor-home-care')).toEqual(before)
    },
  )

  test('below the sustainable rate: refused with its sum, until somebody says that the floor is to pay it', async () => {
    const before = await ledgerOf('northmoor-home-care')
    const { send } = await ama.form(`${NORTH}/rate`)
    const low = { ...PRICE, amount: '26.00' }
    const shown = await send(low)
    expect(shown.status).toBe(400)
    expect(shown.words).toContain('£26.00 is £1.60 an hour below the sustainable rate of £27.60')
    expect(shown.words).toContain('less than the care costs. The floor would pay the difference.')
    expect(await ledgerOf('northmoor-home-care')).toEqual(before)
    expect((await send({ ...low, floor: 'yes' })).status).toBe(303)
    expect(await ledgerOf('northmoor-home-care')).toHaveLength(before.length + 1)
  })
})

describe('a person', () => {
  const EAST = '/contracts/back-on-your-feet'
  const AT = {
    as: 'new',
    'from-day': '1',
    'from-month': '10',
    'from-year': '2026',
    'needs-1': '10.5',
  }

  test('only those whose plan has a line with the provider are offered, and nobody’s name is', async () => {
    const { words } = await ama.get(`${EAST}/link`)
    expect(words).toMatch(/[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4} Home care from an agency, \d/)
    for (const person of service.people) {
      const { name } = service.demoFile(person).person
      expect(words).not.toContain(name)
    }
  })

  test('is linked under a new reference, once; their own record then shows the contract', async () => {
    const { page, send } = await ama.form(`${EAST}/link`)
    const [code = ''] = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(page.words) ?? []
    const before = await ledgerOf('back-on-your-feet')
    expect((await send({ ...AT, who: code })).status).toBe(303)
    expect((await send({ ...AT, who: code })).status).toBe(303)
    const after = await ledgerOf('back-on-your-feet')
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({
      kind: 'referred',
      by: 'ama-boateng',
      on: '2026-10-01',
      recorded: '2026-11-21',
      needs: [{ units: 10.5 }],
    })
    expect(await faults()).toEqual([])
    expect((await ama.get(`${EAST}/link`)).words).not.toContain(code)
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['nobody', { who: '' }, 'Choose the person'],
    [
      'somebody who has no line with the provider',
      { who: '', code: '0000-0000-0000' },
      'Their plan has no line with',
    ],
    ['from a day to come', { 'from-year': '2027' }, 'The day must be today or earlier'],
    ['from before the contract', { 'from-year': '2019' }, 'The day must be within the contract'],
    ['a reference that is not there', { as: 'r-999' }, 'Choose as whom they are known in this contract'],
    ['so many hours', { 'needs-1': 'all' }, 'must be a number from 0 to 1,000'],
  ]
  test.each(refusals)('%s is refused beside the question', async (_, more, says) => {
    const before = await ledgerOf('home-care-east')
    const { page, send } = await tobias.form('/contracts/home-care-east/link')
    const [who = ''] = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(page.words) ?? []
    const shown = await send({ ...AT, who, ...more })
    expect(shown.status).toBe(400)
    expect(shown.words).toContain(says)
    expect(await ledgerOf('home-care-east')).toEqual(before)
  })
})

describe('a new contract', () => {
  const ABOUT = {
    name: 'Home care, west',
    provider: 'saltmarsh-living',
    manager: 'ama-boateng',
    'from-day': '1',
    'from-month': '12',
    'from-year': '2026',
    'to-day': '30',
    'to-month': '11',
    'to-year': '2028',
    zone: 'west',
  }
  const SERVICES = {
    'what-1': 'Home care',
    'unit-1': 'hour',
    'price-1': '28.00',
    'sustainable-1': '27.60',
    source: 'Northmoor’s published sustainable rate, 2026-27',
  }
  const POOL = {
    'group-1': 'People over 65',
    'people-1': '1200',
    'each-1': '365',
    share: '50',
    corridor: '10',
    pool: '10,000',
    'measure-1': 'Still at home',
    'weight-1': '60',
    'floor-1': '50',
    'target-1': '80',
    'anyway-1': '40',
    'measure-2': 'Goes out',
    'weight-2': '40',
    'floor-2': '30',
    'target-2': '60',
    'anyway-2': '20',
  }
  const OF = {
    indicators: { 'measure-1': 'Goes out when they want to' },
    'outcome-fee': { upfront: '20', deadweight: '0', again: '91' },
    tapering: { value: '100000', 'falls-2': '5', 'uplift-2': '3' },
    'lead-provider': POOL,
  } as const
  const whole = (model: keyof typeof OF, more: Record<string, string> = {}): Record<string, string> => ({
    ...ABOUT,
    model,
    settled: 'month',
    ...SERVICES,
    ...OF[model],
    'baseline-missed-visits': '2',
    'allowed-missed-visits': '2',
    ...more,
  })
  const at = (step: string, fields: Record<string, string>): string =>
    `/contracts/new?${new URLSearchParams({ ...fields, step }).toString()}`

  const contracts = async () =>
    (await ama.get('/contracts')).links.filter((link) => link.startsWith('/contracts/'))

  test('page after page, with nothing kept before the end', async () => {
    const before = await contracts()
    for (const step of ['about', 'pays', 'services', 'terms', 'guards', 'check']) {
      const shown = await ama.get(at(step, whole('lead-provider')))
      expect(shown.status, step).toBe(200)
      expect(shown.body).not.toContain('govuk-error-message')
    }
    expect(await contracts()).toEqual(before)
  })

  test.each(['indicators', 'outcome-fee', 'tapering', 'lead-provider'] as const)(
    '%s: checked in words, kept once by name, and seen by its provider',
    async (model) => {
      const before = await contracts()
      const fields = whole(model, { name: `West, ${model}` })
      const { page, send } = await ama.form(at('check', fields), '/contracts/new')
      expect(page.words).toContain('Saltmarsh')
      expect(page.words).toContain('1 December 2026 to 30 November 2028')
      const kept = await send(fields)
      expect(kept.status).toBe(303)
      expect((await send(fields)).status).toBe(303)
      const [added = '', ...more] = (await contracts()).filter((link) => !before.includes(link))
      expect(more).toEqual([])
      expect(kept.headers['location']).toBe(added)
      const ledger = await ledgerOf(decodeURIComponent(added.replace('/contracts/', '')))
      expect(ledger).toMatchObject([
        {
          kind: 'awarded',
          by: 'ama-boateng',
          provider: 'saltmarsh-living',
          terms: { model, floor: 'sustainable-rate' },
        },
        { kind: 'rate-set', rate: 'contract', amount: 2800 },
        { kind: 'rate-set', rate: 'sustainable', amount: 2760 },
      ])
      expect((await ama.get(added)).status).toBe(200)
      const provider = await service.as('saltmarsh-living')
      expect((await provider.get('/provider')).words).toContain(`West, ${model}`)
      expect(await faults()).toEqual([])
    },
  )

  const refusals: readonly (readonly [string, keyof typeof OF, Record<string, string>, string, string])[] = [
    ['no name', 'indicators', { name: '' }, 'pays', 'Enter what the contract is called'],
    ['nobody to have it', 'indicators', { provider: 'ama-boateng' }, 'pays', 'Choose the provider'],
    [
      'nobody to answer for it',
      'indicators',
      { manager: 'saltmarsh-living' },
      'pays',
      'Choose who answers for it',
    ],
    [
      'a contract that ends before it starts',
      'indicators',
      { 'to-year': '2025' },
      'pays',
      'The contract ends on 30 November 2025, before it starts (1 December 2026)',
    ],
    ['a start that is gone', 'indicators', { 'from-year': '2025' }, 'pays', 'It must start today or later'],
    ['no way of paying', 'indicators', { model: '' }, 'services', 'Choose how it pays'],
    [
      'care without a price',
      'indicators',
      { 'price-1': '' },
      'terms',
      'Enter what the contract pays for one',
    ],
    [
      'a price below the sustainable rate, with its sum',
      'indicators',
      { 'price-1': '26.40' },
      'terms',
      '£26.40 is £1.20 an hour below the sustainable rate of £27.60',
    ],
    [
      'weights that do not add up to 1',
      'lead-provider',
      { 'weight-2': '30' },
      'guards',
      'The weights add up to 90%, and must add up to 100%',
    ],
    [
      'a floor above its target',
      'lead-provider',
      { 'floor-1': '90' },
      'guards',
      'The floor, 90%, must be below the target, 80%',
    ],
    [
      'pay for what would have happened anyway',
      'lead-provider',
      { 'anyway-1': '55' },
      'guards',
      '55% would have happened anyway, and is paid for from 50% on',
    ],
    ['more than all of it', 'outcome-fee', { upfront: '120' }, 'guards', 'It must be a number from 0 to 100'],
    ['a year without terms', 'tapering', { 'falls-2': '' }, 'guards', 'Enter how much it falls, in per cent'],
    [
      'half a guard',
      'indicators',
      { 'allowed-missed-visits': '' },
      'check',
      'Enter both figures, or neither',
    ],
  ]
  test.each(refusals)(
    '%s is refused beside the question, on its page',
    async (_, model, more, next, says) => {
      const fields = whole(model, more)
      const before = await contracts()
      const left = await ama.get(at(next, fields))
      expect(left.status).toBe(400)
      expect(left.words).toContain(says)
      expect(left.words).toContain('There is a problem')
      const sent = await ama.post('/contracts/new', fields)
      expect(sent.status).toBe(400)
      expect(sent.words).toContain(says)
      if (more['name'] === undefined) expect(sent.body).toContain('Home care, west')
      expect(await contracts()).toEqual(before)
    },
  )

  test('another row is added without anything being held against what is there', async () => {
    const fields = { ...ABOUT, model: 'indicators', settled: 'month', 'what-1': 'Home care' }
    const shown = await ama.get(at('terms', { ...fields, more: 'services' }))
    expect(shown.status).toBe(200)
    expect(shown.words).toContain('Care 2')
  })
})

describe('a sum put right', () => {
  const PATH = '/contracts/home-care-east/adjust'
  const GOOD = {
    period: '2026-10-01',
    way: 'more',
    amount: '250.00',
    why: 'The travel that the letter of 3 March promised.',
    approver: 'tobias-winterflood',
  }

  test('with why and who approved it; a line of its own in the settlement, for both sides; once', async () => {
    const before = await ledgerOf('home-care-east')
    const { page, send } = await ama.form(PATH)
    // Nobody approves what they write themselves.
    expect(page.words).not.toMatch(/Who at the council approved it\?.*Ama Boateng Put/)
    expect((await send(GOOD)).status).toBe(303)
    expect((await send(GOOD)).status).toBe(303)
    const after = await ledgerOf('home-care-east')
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({
      kind: 'adjusted',
      by: 'ama-boateng',
      from: '2026-10-01',
      to: '2026-10-31',
      amount: 25_000,
      approver: 'tobias-winterflood',
    })
    const says = 'The travel that the letter of 3 March promised.'
    expect((await ama.get('/contracts/home-care-east/settlement/2026-10-01')).words).toContain(says)
    const provider = await service.as('northmoor-homecare')
    expect((await provider.get('/provider/home-care-east/paid/2026-10-01')).words).toContain(says)
    expect(await faults()).toEqual([])
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['no days', { period: '' }, 'Choose the days that it is for'],
    ['days that are no period', { period: '2026-10-02' }, 'Choose the days that it is for'],
    ['neither more nor less', { way: '' }, 'Choose if the provider gets more or less'],
    ['no sum', { amount: '' }, 'Enter the sum in pounds'],
    ['a sum of nothing', { amount: '0' }, 'The sum must be pounds from 0.01'],
    ['without saying why', { why: ' ' }, 'Say why the sum is put right'],
    ['approved by nobody', { approver: '' }, 'Choose who approved it'],
    ['approved by the provider', { approver: 'northmoor-homecare' }, 'Choose who approved it'],
    ['approved by who writes it', { approver: 'ama-boateng' }, 'nobody approves what they write themselves'],
  ]
  test.each(refusals)(
    '%s is refused beside the question, with everything typed kept',
    async (_, more, says) => {
      const before = await ledgerOf('home-care-east')
      const { send } = await ama.form(PATH)
      const shown = await send({ ...GOOD, why: 'Kept as typed.', ...more })
      expect(shown.status).toBe(400)
      expect(shown.words).toContain(says)
      if (more['why'] === undefined) expect(shown.body).toContain('Kept as typed.')
      expect(await ledgerOf('home-care-east')).toEqual(before)
    },
  )
})

describe('what meets somebody’s needs', () => {
  const CONTRACT = 'support-in-the-community'
  const PATH = `/contracts/${CONTRACT}/needs`
  const GOOD = {
    person: 'p-301',
    'from-day': '21',
    'from-month': '11',
    'from-year': '2026',
    'needs-1': '1',
    says: 'He goes to the shop by himself.',
    saved: 'progressed',
    measured: 'Rosalind Okafor-Lane',
    before: '1',
    now: '3',
  }

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['nobody', { person: '' }, 'Choose the person'],
    ['somebody who is not supported', { person: 'p-999' }, 'Choose the person'],
    ['a day that is none', { 'from-day': '31' }, 'The day must be a real day'],
    ['a day outside the contract', { 'from-year': '2031' }, 'The day must be within the contract'],
    ['no hours', { 'needs-1': '' }, 'Enter what they are given in a week'],
    ['so many hours', { 'needs-1': 'all' }, 'It must be a number from 0 to 1,000'],
    ['without saying what changed', { says: '' }, 'Say what changed'],
    ['less without a reason', { saved: '' }, 'It is less than before: say why'],
    ['progress that nobody measured', { measured: '' }, 'Enter the name of who measured it'],
    ['progress without its steps', { before: '' }, 'Choose the step before and the step now'],
    ['progress that is none', { now: '1' }, 'The step now is not above the step before'],
    [
      'progress as the provider has it',
      { measured: 'saltmarsh supported LIVING' },
      'A provider does not measure',
    ],
  ]
  test.each(refusals)(
    '%s is refused beside the question, with everything typed kept',
    async (_, more, says) => {
      const before = await ledgerOf(CONTRACT)
      const { send } = await ama.form(PATH)
      const shown = await send({ ...GOOD, ...more })
      expect(shown.status).toBe(400)
      expect(shown.words).toContain(says)
      if (more['says'] === undefined) expect(shown.body).toContain('He goes to the shop by himself.')
      expect(await ledgerOf(CONTRACT)).toEqual(before)
    },
  )

  test('less, as he does more: with what somebody independent found; counted as the one kind that is an outcome; once', async () => {
    const before = await ledgerOf(CONTRACT)
    const { page, send } = await ama.form(PATH)
    expect(page.words).toContain('It changes nobody’s plan and nobody’s budget')
    expect((await send(GOOD)).status).toBe(303)
    expect((await send(GOOD)).status).toBe(303)
    const after = await ledgerOf(CONTRACT)
    expect(after).toHaveLength(before.length + 2)
    expect(after.slice(-2)).toMatchObject([
      { kind: 'remeasured', person: 'p-301', before: 1, level: 3 },
      { kind: 'varied', by: 'ama-boateng', person: 'p-301', saved: 'progressed', says: GOOD.says },
    ])
    const shown = await ama.get(`/contracts/${CONTRACT}/settlement/2026-11-01`)
    expect(shown.words).toContain(
      'as an independent re-measure shows (the only one of the four that is an outcome)',
    )
    expect(await faults()).toEqual([])
  })
})

describe('what was drawn to be measured again', () => {
  const PATH = '/contracts/harbour-lead-provider/sample'
  const GOOD = {
    who: 'another',
    name: 'Rosalind Okafor-Lane',
    apart: 'yes',
    'on-day': '21',
    'on-month': '11',
    'on-year': '2026',
    reached: 'no',
    level: '2',
  }
  const drawn = async (): Promise<string> => {
    const { links } = await ama.get(PATH)
    return links.find((link) => link.startsWith(`${PATH}/`)) ?? ''
  }

  beforeAll(async () => {
    await (await ama.form(PATH)).send({ seed: '11' })
  })

  test('only what was drawn can be measured again here', async () => {
    expect((await ama.get(`${PATH}/awarded-1`)).status).toBe(404)
    expect(await drawn()).not.toBe('')
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['nobody who looked', { who: '' }, 'Choose who looked, or somebody else'],
    ['somebody without a name', { name: '' }, 'Enter the name of who looked'],
    ['the provider', { name: ' northmoor  HOMECARE ' }, 'A provider does not measure its own work'],
    ['nobody who says that they are independent', { apart: '' }, 'Say that whoever looked does not work for'],
    ['a day to come', { 'on-year': '2027' }, 'The day must be today or earlier'],
    ['a day before it was drawn', { 'on-day': '20' }, 'It was drawn on 21 November 2026.'],
    ['no step', { level: '' }, 'Choose the step'],
    ['a buyer in the reviewer’s place', { who: 'ama-boateng' }, 'Choose who looked, or somebody else'],
  ]
  test.each(refusals)('%s is refused beside the question', async (_, more, says) => {
    const path = await drawn()
    const before = await ledgerOf('harbour-lead-provider')
    const { send } = await ama.form(path)
    const shown = await send({ ...GOOD, ...more })
    expect(shown.status).toBe(400)
    expect(shown.words).toContain(says)
    expect(await ledgerOf('harbour-lead-provider')).toEqual(before)
  })

  test('in the name of who looked, signed by who typed it in, once', async () => {
    const path = await drawn()
    const before = await ledgerOf('harbour-lead-provider')
    const { send } = await ama.form(path)
    expect((await send(GOOD)).status).toBe(303)
    expect((await send(GOOD)).status).toBe(303)
    const after = await ledgerOf('harbour-lead-provider')
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({ kind: 'remeasured', reached: false, level: 2, on: '2026-11-21' })
    const [row] = await service.database.asOwner((query) =>
      query<{ written_by: string }>(
        "select written_by from roundtable.contract_entry where contract = 'harbour-lead-provider' order by number desc limit 1",
      ),
    )
    expect(row?.written_by).toBe('ama-boateng')
    expect((await ama.get(PATH)).words).toContain('21 November 2026, Rosalind Okafor-Lane: not found')
    expect(await faults()).toEqual([])
    expect((await ama.post(path, GOOD)).words).toContain(
      'This was measured again already since it was drawn.',
    )
  })
})

describe('a pattern of challenges', () => {
  test('shows on the contract with its figure and what to ask, by reference; the conversation about it is kept', async () => {
    const built = aContract(indicators())
      .referred('p-1', 'p-2', 'p-3', 'p-4')
      .and('challenged', { id: 'c-1', person: 'p-1', says: 'Nobody went.', on: day('2026-09-01') })
      .and('challenged', { id: 'c-2', person: 'p-2', says: 'Nobody came.', on: day('2026-10-01') })
    await importContracts(service.database, [{ contract: built.file }])
    const { words } = await ama.get('/contracts/contract-1')
    expect(words).toContain(
      'Workers have challenged what was done with 2 of 4 people (50%) in the last 12 months. 2 wait for an answer.',
    )
    expect(words).toContain('p-1 1 September 2026 1 0')
    const path = '/contracts/contract-1/flags/challenges'
    expect((await (await ama.form(path)).send({ says: 'The same worker each time?' })).status).toBe(303)
    expect((await tobias.get(path)).words).toContain('The same worker each time? Ama Boateng')
    expect((await ama.get('/contracts/home-care-east')).words).not.toContain('Workers have challenged')
  })
})

describe('who comes in', () => {
  const PAGES = [
    '/contracts/new',
    '/contracts/northmoor-home-care/rate',
    '/contracts/northmoor-home-care/link',
    '/contracts/northmoor-home-care/adjust',
    '/contracts/northmoor-home-care/needs',
    '/contracts/harbour-lead-provider/sample/none',
  ]
  test.each([
    'keith-bromwell',
    'gurpreet-sandhal',
    'northmoor-homecare',
    'brightwater-care',
    'sunita-vallory',
    'iolanthe-greaves',
  ])('%s finds none of it, and sends nothing', async (account) => {
    const visitor = await service.as(account)
    const before = await ledgerOf('northmoor-home-care')
    for (const path of PAGES) {
      expect((await visitor.get(path)).status, path).toBe(404)
      expect((await visitor.post(path, PRICE)).status, path).toBe(404)
    }
    expect(await ledgerOf('northmoor-home-care')).toEqual(before)
  })

  test('whoever has not signed in is asked to', async () => {
    for (const path of PAGES) expect((await service.stranger.get(path)).status, path).not.toBe(200)
  })
})

describe('somebody who was referred', () => {
  const CONTRACT = 'out-and-about'
  const linked = async (): Promise<string> => {
    const { page, send } = await ama.form(`/contracts/${CONTRACT}/link`)
    const [who = ''] = /[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/.exec(page.words) ?? []
    await send({ who, as: 'new', 'from-day': '1', 'from-month': '11', 'from-year': '2026' })
    return (await ledgerOf(CONTRACT)).findLast(({ kind }) => kind === 'referred')?.id ?? ''
  }

  test('waits for the provider, who says yes, or no and why; once, and nobody else', async () => {
    await service.put(service.demoFile('kumaran'))
    const referral = await linked()
    const path = `/provider/${CONTRACT}/referral/${referral}`
    const saltmarsh = await service.as('saltmarsh-living')
    expect((await saltmarsh.get(`/provider/${CONTRACT}`)).words).toContain('Say if you will support')
    expect((await (await service.as('brightwater-care')).get(path)).status).toBe(404)
    expect((await ama.get(path)).status).toBe(404)

    const { send } = await saltmarsh.form(path)
    expect((await send({})).words).toContain('Choose if you will support them')
    expect((await send({ accepts: 'no' })).words).toContain('Say why you cannot support them')
    const before = (await ledgerOf(CONTRACT)).length
    expect((await send({ accepts: 'yes' })).status).toBe(303)
    expect((await send({ accepts: 'yes' })).status).toBe(303)
    const after = await ledgerOf(CONTRACT)
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toMatchObject({ kind: 'accepted', referral, by: 'saltmarsh-living' })
    expect((await saltmarsh.get(path)).status).toBe(404)
    expect(await faults()).toEqual([])
  })
})
