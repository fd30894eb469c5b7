import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportContract, verifyContracts } from '../src/commissioning/contracts/store.ts'
import type { ContractEntry } from '../src/domain/contracts/entries.ts'
import { type Fields, type Service, type Visitor, theService } from './the-service.ts'

// New terms, a contract’s end, and people who are passed on or handed back: said first, by name and with why, seen by both sides
// and by the person, and in the ledger only once it counts.

let service: Service
let ama: Visitor
let homecare: Visitor
let saltmarsh: Visitor
let brightwater: Visitor
let tendai: Visitor
let keith: Visitor
beforeAll(async () => {
  service = await theService()
  ama = await service.as('ama-boateng')
  homecare = await service.as('northmoor-homecare')
  saltmarsh = await service.as('saltmarsh-living')
  brightwater = await service.as('brightwater-care')
  tendai = await service.as('tendai-gwatidzo')
  keith = await service.as('keith-bromwell')
})
afterAll(async () => {
  expect((await verifyContracts(service.database)).faults).toEqual([])
  await service.close()
})
beforeEach(() => service.turnTo('2026-11-21'))

const ledgerOf = async (contract: string): Promise<readonly ContractEntry[]> =>
  (await service.database.asOwner((query) => exportContract(query, contract)))?.entries ?? []

const on = (name: string, [year, month, day]: readonly [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

const sendTo = async (who: Visitor, path: string, fields: Fields) => (await who.form(path)).send(fields)
const linkIn = async (who: Visitor, path: string, part: string): Promise<string> =>
  (await who.get(path)).links.find((link) => link.includes(part)) ?? ''

const NORTH = '/contracts/northmoor-home-care'
const AT_HOMECARE = '/provider/northmoor-home-care'
const OFFER = {
  ...on('from', ['2027', '4', '1']),
  'price-1': '29.10',
  says: 'The fee letter of 20 November.',
}

describe('new terms', () => {
  const written = async () =>
    (await ledgerOf('northmoor-home-care')).filter(
      (entry) => (entry.kind === 'rate-set' || entry.kind === 'varied') && entry.from === '2027-04-01',
    )

  test('an offer changes nothing; both sides see it beside what stands; declined, everything stays', async () => {
    const { send } = await ama.form(`${NORTH}/terms`)
    expect((await send(OFFER)).status).toBe(303)
    expect((await send(OFFER)).status).toBe(303)
    expect(await written()).toEqual([])
    const bought = await ama.get(await linkIn(ama, NORTH, `${NORTH}/terms/`))
    const given = await homecare.get(await linkIn(homecare, AT_HOMECARE, `${AT_HOMECARE}/terms/`))
    for (const { words } of [bought, given]) {
      expect(words).toContain('£27.60')
      expect(words).toContain('£29.10')
      expect(words).toContain('The fee letter of 20 November.')
    }
    const answer = await sendTo(homecare, given.path, { accepts: 'no' })
    expect(answer.words).toContain('Say why you do not accept them')
    const no = await sendTo(homecare, given.path, { accepts: 'no', why: 'Wages rise by more.' })
    expect(no.status).toBe(303)
    expect(await written()).toEqual([])
    expect((await ama.get(NORTH)).words).toContain(
      'Declined on 21 November 2026 by Northmoor Homecare. “Wages rise by more.”',
    )
  })

  test('accepted, they are in the ledger word for word, once, in the name of who offered them', async () => {
    expect((await sendTo(ama, `${NORTH}/terms`, OFFER)).status).toBe(303)
    const { send } = await homecare.form(await linkIn(homecare, AT_HOMECARE, `${AT_HOMECARE}/terms/`))
    expect((await send({ accepts: 'yes' })).status).toBe(303)
    expect((await send({ accepts: 'yes' })).status).toBe(303)
    expect(await written()).toMatchObject([
      { kind: 'varied', by: 'ama-boateng', on: '2026-11-21', says: 'The fee letter of 20 November.' },
      { kind: 'rate-set', by: 'ama-boateng', rate: 'contract', service: 'home-care', amount: 2910 },
    ])
    const rows = await service.database.asOwner((query) =>
      query<{ written_by: string }>(
        "select distinct written_by from roundtable.contract_entry where kind = 'varied' and contract = 'northmoor-home-care'",
      ),
    )
    expect(rows).toEqual([{ written_by: 'northmoor-homecare' }])
    expect((await ama.get(NORTH)).words).toContain('Accepted on 21 November 2026 by Northmoor Homecare.')
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['today', on('from', ['2026', '11', '21']), 'Terms change from a day to come'],
    ['a day that is gone', on('from', ['2026', '4', '1']), 'Terms change from a day to come'],
    [
      'after the contract',
      on('from', ['2031', '4', '1']),
      'The day must be before the contract ends, on 31 March 2028',
    ],
    ['no day', on('from', ['', '', '']), 'Enter the day from which the new terms count'],
    [
      'below what care costs',
      { 'price-1': '20' },
      '£20.00 is £7.60 an hour below the sustainable rate of £27.60',
    ],
    ['the price that stands', { 'price-1': '29.10' }, 'This is the price that stands now'],
    ['no price', { 'price-1': 'dear' }, 'The price must be pounds from 0.01 to 100,000'],
    ['without saying why', { says: ' ' }, 'Say what changes, and why'],
  ]
  test.each(refusals)('%s is refused, with everything typed kept', async (_, more, says) => {
    const shown = await sendTo(ama, `${NORTH}/terms`, {
      ...OFFER,
      ...on('from', ['2027', '7', '1']),
      'price-1': '30',
      says: 'Kept as typed.',
      ...more,
    })
    expect(shown.status).toBe(400)
    expect(shown.words).toContain(says)
    if (more['says'] === undefined) expect(shown.body).toContain('Kept as typed.')
  })

  test('a population’s numbers change as well; an offer that waits is taken back; one that nobody answered lapses', async () => {
    const at = '/contracts/town-wards/terms'
    const more = { ...on('from', ['2026', '12', '1']), 'group-1': '350', says: 'More people.' }
    expect((await sendTo(ama, at, more)).status).toBe(303)
    expect((await sendTo(ama, at, more)).words).toContain('An offer waits for the provider already')
    const offer = await linkIn(ama, '/contracts/town-wards', `${at}/`)
    expect((await ama.get(offer)).words).toMatch(/people 340 350|people.*350/)
    expect((await sendTo(ama, offer, { why: ' ' })).words).toContain('Say why you take it back')
    expect((await sendTo(ama, offer, { why: 'A slip.' })).status).toBe(303)
    expect((await ama.get(offer)).words).toContain('Taken back on 21 November 2026 by Ama Boateng. “A slip.”')
    expect((await sendTo(ama, at, more)).status).toBe(303)
    const again = await linkIn(homecare, '/provider/town-wards', '/provider/town-wards/terms/')
    service.turnTo('2026-12-02')
    expect((await homecare.get(again)).words).toContain('Nobody answered in time')
    expect((await homecare.post(again, { accepts: 'yes' })).words).toContain('can be answered no more')
  })
})

describe('passed on and handed back', () => {
  const PERSON = '/provider/town-wards/person/t-03'
  const GOING = {
    why: 'Their evening worker leaves.',
    asked: 'agrees',
    said: 'As long as it is before nine.',
    meanwhile: 'We go on with the same workers.',
  }

  test('to a day to come it is said, and in the ledger once somebody says that it happened', async () => {
    const going = { ...GOING, to: 'brightwater-care', ...on('from', ['2026', '12', '1']) }
    const { send } = await homecare.form(`${PERSON}/pass-on`)
    expect((await send(going)).status).toBe(303)
    expect((await send(going)).status).toBe(303)
    expect((await ledgerOf('town-wards')).filter(({ kind }) => kind === 'subcontracted')).toHaveLength(1)
    expect((await ama.get('/contracts/town-wards/person/t-03')).words).toContain(
      'As long as it is before nine.',
    )
    expect((await brightwater.get('/provider/town-wards')).links).not.toContain(PERSON)
    expect((await sendTo(homecare, `${PERSON}/hand-back`, { ...going })).words).toContain(
      'It is said already that this person is to go',
    )
    const move = await linkIn(homecare, PERSON, '/provider/town-wards/move/')
    expect((await sendTo(homecare, move, { happened: 'yes' })).words).toContain('The day has not come yet')
    service.turnTo('2026-12-02')
    expect((await homecare.get('/provider/town-wards')).links).toContain(move)
    expect((await sendTo(homecare, move, { happened: 'yes', 'price-1': '1' })).words).toContain(
      'Care cannot be given for less than the sustainable rate',
    )
    expect((await sendTo(homecare, move, { happened: 'yes' })).status).toBe(303)
    expect((await ledgerOf('town-wards')).at(-1)).toMatchObject({
      kind: 'subcontracted',
      on: '2026-12-01',
      recorded: '2026-12-02',
      people: ['t-03'],
      to: 'brightwater-care',
    })
    expect((await brightwater.get('/provider/town-wards')).links).toContain(PERSON)
  })

  test('handed back: the person, their worker and the council read why, and say who supports them next', async () => {
    service.turnTo('2026-12-02')
    const record = service.recordOf('tendai-gwatidzo')
    const at = `/records/${record}/agreed`
    const back = {
      ...GOING,
      asked: 'against',
      said: 'I want to keep Blessing.',
      ...on('from', ['2026', '12', '20']),
    }
    expect((await sendTo(homecare, '/provider/town-wards/person/t-01/hand-back', back)).status).toBe(303)
    for (const who of [tendai, keith]) {
      const { words } = await who.get(at)
      expect(words).toContain('The provider stops giving the support')
      expect(words).toContain('Their evening worker leaves.')
      expect(words).toContain('Nobody has said it yet. The council has to.')
    }
    expect(
      (await sendTo(tendai, `${at}/town-wards/who-supports`, { says: 'Please ask Blessing.' })).status,
    ).toBe(303)
    const next = {
      who: 'Saltmarsh Living.',
      ...on('from', ['2026', '12', '20']),
      said: 'If Blessing cannot.',
    }
    expect((await sendTo(keith, `${at}/town-wards/who-supports`, next)).status).toBe(303)
    for (const [who, path] of [
      [tendai, at],
      [ama, '/contracts/town-wards/person/t-01'],
      [homecare, '/provider/town-wards/person/t-01'],
    ] as const) {
      const { words } = await who.get(path)
      expect(words, path).toContain('Saltmarsh Living.')
      expect(words, path).toContain('Please ask Blessing.')
    }
    // Nobody who stands to somebody else learns of it.
    expect((await saltmarsh.get('/provider/town-wards/person/t-01')).status).toBe(404)
    expect((await ledgerOf('town-wards')).some(({ kind }) => kind === 'handed-back')).toBe(false)
    service.turnTo('2026-12-20')
    const move = await linkIn(homecare, '/provider/town-wards/person/t-01', '/provider/town-wards/move/')
    expect((await sendTo(homecare, move, { happened: 'yes' })).status).toBe(303)
    expect((await ledgerOf('town-wards')).at(-1)).toMatchObject({
      kind: 'handed-back',
      person: 't-01',
      on: '2026-12-20',
      why: 'Their evening worker leaves.\nThe person does not want it. “I want to keep Blessing.”\nUntil then: We go on with the same workers.',
    })
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['to nobody', { to: '' }, 'Choose the provider'],
    ['before the contract', on('from', ['2020', '1', '1']), 'The day must be within the contract, from'],
    ['no words of theirs', { said: '' }, 'Write what the person said, in their words'],
    ['not saying what they say', { asked: '' }, 'Choose what the person says of it'],
    ['nobody meanwhile', { meanwhile: ' ' }, 'Say who supports them until then'],
    [
      'for less than care costs',
      { 'price-1': '3' },
      'Care cannot be given for less than the sustainable rate',
    ],
  ]
  test.each(refusals)('%s is refused, with everything typed kept', async (_, more, says) => {
    const shown = await sendTo(homecare, '/provider/town-wards/person/t-05/pass-on', {
      ...GOING,
      to: 'brightwater-care',
      ...on('from', ['2026', '12', '1']),
      ...more,
    })
    expect(shown.status).toBe(400)
    expect(shown.words).toContain(says)
    expect(shown.body).toContain('Their evening worker leaves.')
  })

  test('to a provider that the council has let in, and to no other', async () => {
    const at = '/provider/town-wards/person/t-05/pass-on'
    expect((await homecare.get(at)).words).not.toContain('Saltmarsh Supported Living')
    expect(
      (await sendTo(ama, '/contracts/town-wards/providers', { provider: 'saltmarsh-living' })).status,
    ).toBe(303)
    expect((await homecare.get(at)).words).toContain('Saltmarsh Supported Living')
    expect((await saltmarsh.get('/provider/town-wards')).status).toBe(404)
    const today = { ...GOING, to: 'saltmarsh-living', ...on('from', ['2026', '11', '21']) }
    service.turnTo('2026-12-20')
    expect((await sendTo(homecare, at, today)).status).toBe(303)
    expect((await saltmarsh.get('/provider/town-wards')).links).toContain('/provider/town-wards/person/t-05')
  })
})

describe('the end of a contract', () => {
  const AT = '/contracts/home-care-east/end'

  test('the provider gives notice; everybody reads it; it is taken back', async () => {
    const at = '/provider/home-care-east/end'
    const notice = { ...on('last', ['2027', '1', '31']), why: 'We cannot find workers.' }
    const { send } = await homecare.form(at)
    expect((await send(notice)).status).toBe(303)
    expect((await send(notice)).status).toBe(303)
    expect((await ama.get(AT)).words).toContain(
      'The last day is 31 January 2027, in 71 days. “We cannot find workers.”',
    )
    const zofia = await service.as('zofia-wisniewska')
    const { words } = await zofia.get(`/records/${service.recordOf('zofia-wisniewska')}/agreed`)
    expect(words).toContain('The contract with this provider ends. The last day is 31 January 2027.')
    expect((await sendTo(homecare, at, { do: 'back', why: ' ' })).words).toContain('Say why you take it back')
    expect((await sendTo(homecare, at, { do: 'back', why: 'We have found two.' })).status).toBe(303)
    expect((await ama.get(AT)).words).toContain('Nobody has given notice.')
  })

  const refusals: readonly (readonly [string, Record<string, string>, string])[] = [
    ['a day that is gone', on('last', ['2026', '11', '1']), 'Notice is for a day to come'],
    ['after the end', on('last', ['2031', '1', '1']), 'The contract ends before that by itself, on'],
    ['no such day', on('last', ['2027', '2', '30']), 'The day must be a real day'],
    ['without saying why', { why: '' }, 'Say why the contract ends'],
  ]
  test.each(refusals)('notice for %s is refused', async (_, more, says) => {
    const shown = await sendTo(ama, AT, {
      do: 'notice',
      ...on('last', ['2027', '1', '31']),
      why: 'Kept.',
      ...more,
    })
    expect(shown.status).toBe(400)
    expect(shown.words).toContain(says)
  })

  test('it has ended: not before its day, not over care or money, and with nobody forgotten', async () => {
    const end = { do: 'end', endedwhy: 'Awarded to another provider.' }
    const refused = async (more: Record<string, string>, says: string) =>
      expect((await sendTo(ama, AT, { ...end, ...more })).words).toContain(says)
    await refused(on('ended', ['2027', '1', '31']), 'The last day has not come yet')
    await refused(on('ended', ['2026', '6', '30']), 'A period after that day was settled already')
    await refused(on('ended', ['2026', '11', '21']), 'Somebody is still supported and nobody has said')
    const done = { ...end, ...on('ended', ['2026', '11', '21']), known: 'yes' }
    expect((await sendTo(ama, AT, done)).status).toBe(303)
    expect((await ledgerOf('home-care-east')).at(-1)).toMatchObject({ kind: 'ended', on: '2026-11-21' })
    expect((await ama.get(AT)).words).toContain('It ended on 21 November 2026. Awarded to another provider.')
    expect((await homecare.get('/provider/home-care-east/end')).words).toContain(
      'It ended on 21 November 2026',
    )
    expect((await sendTo(ama, '/contracts/home-care-east/terms', OFFER)).words).toContain(
      'The contract has ended. Its terms change no more',
    )
  })
})
