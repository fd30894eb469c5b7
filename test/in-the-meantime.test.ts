import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Three things that people complain about and that no kind of entry is for: money and support in the meantime, the choice of a
// care home with what is paid on top, and the search for who gives the support. Each over HTTP, by those whose part it is.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const FOLAKE = 'folake-adeyinka'
const KEITH = 'keith-bromwell'
const LUCJAN = 'lucjan-marek'
const ZOFIA = 'zofia-wisniewska'
const PATRICK = 'patrick-mulvaney'

const on = (name: string, day: number, month: number, year = 2026) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})

describe('in the meantime', () => {
  const good = {
    kind: 'once',
    sum: '£1,300',
    what: 'A bed with a rail',
    ...on('from', 20, 11),
    ...on('to', 21, 12),
    awaits: 'The grant for the bathroom.',
    decidedBy: 'gurpreet-sandhal',
    follows: 'It stays hers.',
    not: 'Whether the grant is given.',
  }

  test('is written down by the worker, read by the person, over after its day, and ended with what came of it', async () => {
    const path = `/records/${await service.copyOf(ZOFIA)}/budget/meantime`
    const [folake, zofia] = [await service.as(FOLAKE), await service.as(ZOFIA)]
    expect((await folake.post(`${path}/new`, good)).location).toBe(path)
    const page = await zofia.get(path)
    for (const says of [
      'A bed with a rail',
      '£1,300.00 once',
      'It ends on 21 December 2026, in 30 days.',
      'Gurpreet Sandhal',
      'It stays hers.',
    ])
      expect(page.words).toContain(says)
    // What was in the record before ended on 7 December.
    service.turnTo('2026-12-08')
    expect((await zofia.get(path)).words).toContain(
      'Its last day was 7 December 2026, 1 day ago, and nobody has written down what came of it.',
    )
    expect((await zofia.get(path.replace('/meantime', ''))).words).toContain(
      'See what is given in the meantime',
    )
    const ended = await folake.post(`${path}/ended`, {
      help: 'note-1',
      ...on('day', 7, 12),
      says: 'The nights are in the plan.',
    })
    expect(ended.location).toBe(path)
    expect((await zofia.get(path)).words).toContain('The nights are in the plan.')
    service.turnTo('2026-11-21')
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['support with a sum', { kind: 'support' }, 'Take the amount out, or choose that it is money'],
    ['money without a sum', { sum: '' }, 'Enter how much money it is'],
    ['a sum below nothing', { sum: '-5' }, 'Enter an amount from £0.01 to £100,000'],
    ['a sum in words', { sum: 'a lot' }, 'Enter an amount from £0.01 to £100,000'],
    ['no end', on('to', 0, 0, 0), 'The day must be a real day'],
    ['an end before its beginning', on('to', 19, 11), 'The last day comes before the first day.'],
    ['nobody who decided it', { decidedBy: '' }, 'Choose who decided it'],
    [
      'somebody of another record',
      { decidedBy: 'bernadette-achterberg' },
      'Choose who of the council decided it.',
    ],
  ])('%s comes back with what to mend, and nothing is kept', async (_name, more, says) => {
    const record = await service.copyOf(ZOFIA)
    const before = await service.entriesOf(record)
    const answer = await (await service.as(FOLAKE)).post(`/records/${record}/budget/meantime/new`, {
      ...good,
      ...more,
    })
    expect([answer.status, answer.words.includes(says)]).toEqual([400, true])
    expect(answer.body).toContain('A bed with a rail')
    expect(await service.entriesOf(record)).toEqual(before)
  })

  test('is for whoever reads the money, and given by the council alone', async () => {
    const path = `/records/${service.recordOf(ZOFIA)}/budget/meantime`
    for (const account of ['stanislaw-wisniewski', 'northmoor-homecare', LUCJAN])
      expect((await (await service.as(account)).get(path)).status).toBe(404)
    const zofia = await service.as(ZOFIA)
    expect((await zofia.get(path)).words).not.toContain('Write down help')
    expect((await zofia.get(`${path}/new`)).status).toBe(404)
    expect((await zofia.post(`${path}/new`, good)).status).toBe(404)
  })
})

describe('the search', () => {
  test('is written down by the broker, read by the person and their advocate, and answered later', async () => {
    const path = `/records/${await service.copyOf(PATRICK)}/support/search`
    const lucjan = await service.as(LUCJAN)
    expect((await lucjan.get(path)).words).toContain('2 were asked: 1 said no, 1 has not answered yet.')
    const fields = {
      asking: 'note-3',
      answer: 'yes',
      ...on('day', 20, 11),
      said: 'A flat with a green door.',
    }
    expect((await lucjan.post(`${path}/answer`, fields)).location).toBe(path)
    for (const account of [PATRICK, 'iolanthe-greaves', KEITH]) {
      const { words } = await (await service.as(account)).get(path)
      expect(words).toContain('They can, 20 November 2026')
      expect(words).toContain('“A flat with a green door.”')
    }
    // Nobody waits for an answer any more.
    expect((await lucjan.get(path)).words).not.toContain('Write down an answer')
  })

  test('is not for family who read what they said and no more', async () => {
    const path = `/records/${service.recordOf(PATRICK)}/support/search`
    expect((await (await service.as('bridie-mulvaney')).get(path)).status).toBe(404)
  })
})

describe('a care home', () => {
  const good = {
    option: 'option-3',
    payer: 'bridie-mulvaney',
    sum: '74.45',
    ...on('from', 1, 12),
    ...on('again', 1, 6, 2027),
    told: 'That it can go up each April.',
    stops: 'She tells Keith.',
    why: 'Bridie asked for it by herself.',
    agreed: 'yes',
  }

  test('says what costs more, by how much, who pays it, until when, and what then', async () => {
    const path = `/records/${await service.copyOf(PATRICK)}/plan/care-home`
    const [keith, patrick] = [await service.as(KEITH), await service.as(PATRICK)]
    const before = await patrick.get(path)
    expect(before.words).toContain('No place without paying on top is in the record yet')
    expect(before.words).toContain('£1,260.00 a week. £74.45 more than the council pays.')
    expect((await keith.post(`${path}/on-top`, good)).location).toBe(path)
    const { words, body } = await patrick.get(path)
    for (const says of ['Paid on top: £74.45 a week', 'Bridie Mulvaney', '1 June 2027', 'She tells Keith.'])
      expect(words).toContain(says)
    expect(body).toContain('It must still meet the needs.')
    service.turnTo('2027-06-02')
    expect((await patrick.get(path)).words).toContain('It was to be looked at again by then.')
    const form = await keith.get(`${path}/on-top-ended`)
    const agreement = /name="agreement"[^>]*value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const missing = await keith.post(`${path}/on-top-ended`, {
      agreement,
      ...on('day', 2, 6, 2027),
      says: ' ',
    })
    expect([missing.status, missing.words.includes('Say why, and what happens now')]).toEqual([400, true])
    const ended = { agreement, ...on('day', 2, 6, 2027), says: 'Her pension. Elm Bank is asked.' }
    expect((await keith.post(`${path}/on-top-ended`, ended)).location).toBe(path)
    expect((await patrick.get(path)).words).toContain('2 June 2027. Her pension. Elm Bank is asked.')
    service.turnTo('2026-11-21')
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['more than the difference', { sum: '74.46' }, 'Nobody pays more than that on top.'],
    ['without agreement', { agreed: '' }, 'Nothing is paid on top unless whoever pays has agreed to it'],
    ['without a place to choose, and no reason', { why: '' }, 'Say why this is agreed all the same.'],
    ['for a home that costs less', { option: 'option-2' }, 'nothing is paid on top.'],
    ['by a provider', { payer: 'harrowmere-house' }, 'Choose who pays.'],
  ])('paid on top %s comes back, and nothing is kept', async (_name, more, says) => {
    const record = await service.copyOf(PATRICK)
    const before = await service.entriesOf(record)
    const answer = await (await service.as(KEITH)).post(`/records/${record}/plan/care-home/on-top`, {
      ...good,
      ...more,
    })
    expect([answer.status, answer.words.includes(says)]).toEqual([400, true])
    expect(answer.body).toContain('That it can go up each April.')
    expect(await service.entriesOf(record)).toEqual(before)
  })

  test('is found from the ways to meet needs, and only where there is one', async () => {
    const link = '/plan/care-home'
    const [patrick, sunita] = [await service.as(PATRICK), await service.as('sunita-vallory')]
    const at = (person: string) => `/records/${service.recordOf(person)}/plan/options`
    expect((await patrick.get(at(PATRICK))).links).toContain(`/records/${service.recordOf(PATRICK)}${link}`)
    expect((await sunita.get(at('sunita-vallory'))).links.filter((each) => each.endsWith(link))).toEqual([])
  })
})
