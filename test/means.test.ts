import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, EntryOf } from '../src/record/entries.ts'
import { type Service, theService } from './the-service.ts'

// What somebody can be asked to pay: worked out by finance, read by the person with every line, and by nobody else.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const SUNITA = 'sunita-vallory'
const KEITH = 'keith-bromwell'
const TOBIAS = 'tobias-winterflood'
const MAEVE = 'maeve-orourke-dsouza'

async function theRecordOf(person: string) {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'budget', 'means', ...parts].join('/'),
    record: id,
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}
const only = <K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K> => {
  expect(entries.map((entry) => entry.kind)).toEqual([kind])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind was compared in the line above
  return entries[0] as EntryOf<K>
}

describe('reading it', () => {
  test('the person, the worker and finance read the same sum and the same working', async () => {
    const at = `/records/${service.recordOf(SUNITA)}/budget/means`
    for (const account of [SUNITA, KEITH, TOBIAS, 'bernadette-achterberg']) {
      const page = await (await service.as(account)).get(at)
      expect(page.status, account).toBe(200)
      expect(page.withClass('rt-sum__figure')).toEqual(['£38.40'])
      // £198.60 + £76.70 = £275.30; − £172.05 − £46.10 − £18.75 = £38.40.
      expect(page.words).toContain('Income that counts: £198.60 + £76.70 = £275.30 a week.')
      expect(page.words).toContain('£275.30 − £172.05 − £46.10 − £18.75 = £38.40 a week is left.')
      expect(page.words).toContain('asks for £38.40 a week. That is no more than the assessment gives.')
      expect(page.heading).toBe(
        account === SUNITA ? 'What you can be asked to pay' : 'What the person can be asked to pay',
      )
    }
  })

  test('an expense that was not allowed in full stands with its reason', async () => {
    const page = await (await service.as(MAEVE)).get(`/records/${service.recordOf(MAEVE)}/budget/means`)
    expect(page.words).toContain(
      '£34.50 of £48.50 a week. The physiotherapist is refused because the NHS offers it',
    )
    expect(page.words).toContain('£231.80 − £214.20 − £34.50 is below nought: there is nothing to pay.')
    expect(page.links).toContain(
      `/records/${service.recordOf(MAEVE)}/conversation/dispute/financial-assessment-1`,
    )
  })

  test('a carer and a broker come to no page, and the money page of an advocate has no link there', async () => {
    const record = service.recordOf(SUNITA)
    for (const account of ['karan-vallory', 'lucjan-marek']) {
      const page = await (await service.as(account)).get(`/records/${record}/budget/means`)
      expect(page.status, account).toBe(404)
    }
    const patrick = `/records/${service.recordOf('patrick-mulvaney')}/budget`
    const advocate = await service.as('iolanthe-greaves')
    expect((await advocate.get(patrick)).status).toBe(200)
    expect((await advocate.get(patrick)).links).not.toContain(`${patrick}/means`)
    expect((await advocate.get(`${patrick}/means`)).status).toBe(404)
  })

  test('before any assessment it says that nothing may be charged', async () => {
    const page = await (await service.as('tendai-gwatidzo')).get(
      `/records/${service.recordOf('tendai-gwatidzo')}/budget/means`,
    )
    expect(page.words).toContain(
      'No financial assessment has been made. Until one is made, nothing may be charged.',
    )
  })

  test('the money page leads there', async () => {
    const at = `/records/${service.recordOf(SUNITA)}/budget`
    expect((await (await service.as(SUNITA)).get(at)).links).toContain(`${at}/means`)
  })
})

const GOOD = {
  setting: 'home',
  property: 'none',
  household: 'single-25',
  children: '0',
  premiums: 'disability',
  'capital-1-kind': 'savings',
  'capital-1-whose': 'own',
  'capital-1-what': 'Building society',
  'capital-1-weekly': '5,000',
  'capital-2-kind': 'savings',
  'capital-2-whose': 'shared',
  'capital-2-what': 'Account with her sister',
  'capital-2-weekly': '22,000',
  'capital-2-taken': '11,000',
  'capital-2-why': 'Each put in half: both showed their statements.',
  'income-1-kind': 'work-pension',
  'income-1-what': 'Teacher’s pension',
  'income-1-weekly': '250',
  'income-2-kind': 'mobility-benefit',
  'income-2-what': 'PIP, mobility part',
  'income-2-weekly': '75.75',
  'income-2-taken': '0',
  'income-2-why': 'Never counted.',
  'housing-1-what': 'Rent',
  'housing-1-weekly': '46.10',
  'expense-1-what': 'Heating',
  'expense-1-weekly': '20',
  'expense-1-taken': '12.50',
  'expense-1-why': 'The rest is what everybody pays.',
  circular: 'LAC(DHSC)(2026)1',
  'rate-capital-lower': '14250',
  'rate-capital-upper': '23,250',
  'rate-single-25': '£120.40',
  'rate-disability-single': '53.15',
}

describe('working it out', () => {
  // £250.00 + £7.00 − (£120.40 + £53.15) − £46.10 − £12.50 = £24.85.
  test('is looked at first, then kept; and the person reads every line', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const tobias = await service.as(TOBIAS)
    const form = await tobias.form(path('new'))
    // What an older assessment has as one sum is a line to be told apart.
    expect(form.page.body).toContain('value="11200.00"')
    expect(form.page.body).toContain('value="Savings in the last assessment"')
    const looked = await form.send({ ...GOOD, do: 'check' })
    expect(looked.status).toBe(200)
    expect(looked.withClass('rt-sum__figure')).toEqual(['£24.85'])
    expect(looked.words).toContain('£257.00 − £173.55 − £46.10 − £12.50 = £24.85 a week is left.')
    expect(looked.words).toContain('Of what is owned this counts: £5,000.00 + £11,000.00 = £16,000.00.')
    expect(looked.words).toContain('This is not in the record yet.')
    expect(await added()).toEqual([])

    const sent = await form.send({ ...GOOD, do: 'keep' })
    expect([sent.status, sent.location]).toEqual([303, path()])
    expect(only(await added(), 'financial-assessment')).toMatchObject({
      by: TOBIAS,
      weekly: 2485,
      capital: 1_600_000,
      income: 25_000,
      expenses: 1250,
    })
    const page = await (await service.as(SUNITA)).get(path())
    expect(page.withClass('rt-sum__figure')[0]).toBe('£24.85')
    expect(page.words).toContain('Mobility part of PIP or DLA: none of it counts. Never counted.')
    expect(page.words).toContain('Account with her sister')
    expect(page.words).toContain(
      'Money in a bank or building society, or cash. Theirs together with somebody',
    )
    expect(page.words).toContain('Each put in half: both showed their statements.')
    // Next year nobody chooses the kinds a second time.
    const again = await tobias.get(path('new'))
    expect(again.body).toMatch(/<option value="mobility-benefit" selected/)
    expect(again.body).toContain('value="Never counted."')
    expect(again.body).toMatch(/<option value="shared" selected/)
    expect(again.body).toContain('value="11000.00"')
    expect(page.words).toContain('As entered from the circular: LAC(DHSC)(2026)1')
    expect(page.words).toContain('£12.50 of £20.00 a week. The rest is what everybody pays.')
    expect(page.words).toContain('asks for £38.40 a week. That is £13.55 more than the assessment gives.')
    expect(page.words).toContain('Earlier assessments (1)')
    expect(page.words).toContain('No written copy of it is in the record yet.')
  })

  test('a rate that is missing is asked for and not guessed, and everything typed stays', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const form = await (await service.as(TOBIAS)).form(path('new'))
    for (const go of ['check', 'keep']) {
      const sent = await form.send({ ...GOOD, 'rate-single-25': '', do: go })
      expect(sent.status).toBe(400)
      expect(sent.words).toContain(
        'Enter the minimum income guarantee of a single person from 25 to pension age',
      )
      expect(sent.body).toContain('The rest is what everybody pays.')
    }
    expect(await added()).toEqual([])
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['savings and none', { 'nothing-owned': 'yes' }, 'Take this tick away, or take out the lines above'],
    ['savings below zero', { 'capital-1-weekly': '-5' }, 'Enter an amount in pounds, such as 76.70'],
    ['savings of no kind', { 'capital-1-kind': '' }, 'Choose what kind of savings or property this is'],
    ['savings of nobody', { 'capital-1-whose': '' }, 'Choose whose it is'],
    [
      'savings that are shared, with no share',
      { 'capital-2-taken': '' },
      'How much of it is theirs? Enter how much counts, and say how that was found.',
    ],
    [
      'a share without a reason',
      { 'capital-2-why': '' },
      'Say why this much of it counts. The person reads it.',
    ],
    [
      'more savings than there are',
      { 'capital-1-taken': '5000.01' },
      'Money in a bank or building society, or cash: £5,000.00 of it counts at the most.',
    ],
    [
      'shares, of which no rule was read',
      { 'capital-1-kind': 'investments' },
      'All of it counts unless Schedule 2 leaves it out (regulation 18). Look there, then enter how much counts, and say why.',
    ],
    [
      'the home that they live in, counted',
      { 'capital-1-kind': 'own-home', 'capital-1-taken': '5000' },
      'The home that they own: £0.00 of it counts at the most.',
    ],
    [
      'a home that counts and is in no line',
      { setting: 'care-home', property: 'counts' },
      'The home counts: put it in a line above, with what it is worth',
    ],
    ['an income that is no number', { 'income-1-weekly': 'NaN' }, 'Enter an amount in pounds, such as 76.70'],
    ['an income without its amount', { 'income-1-weekly': '' }, 'Enter an amount in pounds, such as 76.70'],
    ['an income of no kind', { 'income-1-kind': '' }, 'Choose what kind of income “Teacher’s pension” is'],
    [
      'more of an income than the rules let count',
      { 'income-2-taken': '10' },
      'Mobility part of PIP or DLA: £0.00 of it counts at the most.',
    ],
    [
      'an income whose rule was not read',
      { 'income-2-kind': 'other', 'income-2-taken': '' },
      'Look in Schedule 1 whether it counts, then enter how much does, and say why.',
    ],
    ['nothing about a home', { property: '' }, 'Choose whether they own a home'],
    [
      'a home that cannot count',
      { property: 'counts' },
      'Somebody who lives at home lives in the home that they own. It does not count.',
    ],
    ['no household', { household: '' }, 'Choose their household'],
    [
      'a refused expense without a reason',
      { 'expense-1-why': '' },
      'Say why not all of “Heating” is allowed.',
    ],
    ['rates from nowhere', { circular: '' }, 'Say from which circular the rates were entered.'],
    ['the wrong age', { household: 'single-18-24' }, 'Sunita Vallory is 58: not 18 to 24.'],
  ])('%s comes back with what to mend', async (_name, more, says) => {
    const { path, added } = await theRecordOf(SUNITA)
    const sent = await (await service.as(TOBIAS)).post(path('new'), { ...GOOD, ...more, do: 'keep' })
    expect(sent.status).toBe(400)
    expect(sent.words).toContain(says)
    expect(sent.body).toContain('Teacher’s pension')
    expect(await added()).toEqual([])
  })

  test('is for finance alone', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    for (const account of [SUNITA, KEITH, 'bernadette-achterberg']) {
      const visitor = await service.as(account)
      expect((await visitor.get(path('new'))).status, account).toBe(404)
      expect((await visitor.post(path('new'), { ...GOOD, do: 'keep' })).status, account).toBe(404)
      expect((await visitor.get(path())).links).not.toContain(path('new'))
    }
    expect(await added()).toEqual([])
  })

  test('a light touch takes agreement and a reason', async () => {
    const { path, added } = await theRecordOf(SUNITA)
    const form = await (await service.as(TOBIAS)).form(path('light-touch'))
    const fields = { weekly: '0', capital: '500', income: '230', why: 'Only benefits come in.' }
    const refused = await form.send(fields)
    expect(refused.words).toContain('A light touch takes the person’s agreement.')
    expect((await form.send({ ...fields, agreed: 'yes' })).status).toBe(303)
    expect(only(await added(), 'financial-assessment')).toMatchObject({ weekly: 0, 'light-touch': true })
    const page = await (await service.as(SUNITA)).get(path())
    expect(page.words).toContain('A light-touch assessment.')
    expect(page.words).toContain('Only benefits come in.')
  })
})
