import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// Support as it was agreed and as it came, as those around the table read and write it.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const KUMARAN = 'kumaran'
const WORKER = 'folake-adeyinka'
const PROVIDER = 'saltmarsh-living'

const copyOf = async (person: string) => {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'support', ...parts].join('/'),
    record: (...parts: readonly string[]) => ['/records', id, ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

const week = (from: number, to: number) => ({
  'from-day': `${from}`,
  'from-month': '11',
  'from-year': '2026',
  'to-day': `${to}`,
  'to-month': '11',
  'to-year': '2026',
})

describe('planned against delivered', () => {
  test('the person reads what did not come, as a picture and in figures', async () => {
    const page = await (await service.as(KUMARAN)).get(`/records/${service.recordOf(KUMARAN)}/support`)
    expect(page.words).toContain('What did not come')
    expect(page.words).toContain(
      '1 to 28 September 2026: 10 hours did not come (18 of 28 hours came). 5 visits missed.',
    )
    expect(page.words).toContain('Week by week: what came, of what was due')
    expect(page.words).toContain('18 hours (billed for 28 hours)')
    expect(page.words).toContain('5 missed, 2 late, 5 different people')
    expect(page.words).toContain('You ended it on 20 March 2026: “Marlon is my friend now.')
    expect(page.links).toContain(
      `/records/${service.recordOf(KUMARAN)}/conversation/dispute/support-delivered-1`,
    )
    expect(page.words).not.toContain('Say what came')
  })

  test('worker, manager, carer and provider read the same figures; only the provider’s side may write', async () => {
    const path = `/records/${service.recordOf(KUMARAN)}/support`
    const own = await (await service.as(KUMARAN)).get(path)
    for (const account of [WORKER, 'gurpreet-sandhal', 'thilagavathy', PROVIDER]) {
      const page = await (await service.as(account)).get(path)
      expect(page.status, account).toBe(200)
      expect(page.words, account).toContain('10 hours did not come')
      expect(page.withClass('rt-picture'), account).toEqual(own.withClass('rt-picture'))
    }
    expect((await (await service.as('anjali-kumaran')).get(path)).status).toBe(404)
    expect((await (await service.as('thilagavathy')).get(`${path}/report`)).status).toBe(404)
    expect((await (await service.as(KUMARAN)).get(`${path}/end`)).status).toBe(404)
  })
})

describe('a provider tells what came', () => {
  test('a week with a gap: the person sees it the same day, and contests it', async () => {
    const { path, record, added } = await copyOf(KUMARAN)
    const provider = await service.as(PROVIDER)
    const form = await provider.form(path('report'))
    // Its own line and no other.
    expect(form.page.words).not.toContain('Pool card')
    const bad = await form.send({
      line: 'L3',
      ...week(31, 8),
      planned: 'seven',
      delivered: '5',
      missed: '1.5',
    })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain('The first day must be a real day, such as 2 11 2026')
    expect(bad.words).toContain('Enter a number from 0 to 100,000, with at most two decimals')
    expect(bad.words).toContain('Enter a whole number from 0 to 1,000')
    expect(bad.body).toContain('value="seven"')

    const sent = await form.send({
      line: 'L3',
      ...week(2, 8),
      planned: '7',
      delivered: '4.5',
      missed: '2',
      late: '',
    })
    expect(sent.location).toBe(path())
    expect(await added()).toMatchObject([
      { kind: 'support-delivered', by: PROVIDER, line: 'L3', planned: 7, delivered: 4.5, missed: 2 },
    ])
    const [entry] = await added()

    const kumaran = await service.as(KUMARAN)
    const read = await kumaran.get(path())
    expect(read.words).toContain(
      '2 to 8 November 2026: 2.5 hours did not come (4.5 of 7 hours came). 2 visits missed.',
    )
    const dispute = await kumaran.form(record('conversation', 'dispute', entry?.id ?? ''))
    const contested = await dispute.send({
      says: 'She did not come on Friday either.',
      wants: 'The same lady.',
    })
    expect(contested.status).toBe(303)
    for (const account of [KUMARAN, WORKER, PROVIDER]) {
      const page = await (await service.as(account)).get(path())
      expect(page.words, account).toContain('that this is wrong: She did not come on Friday either.')
    }
  })

  test('the same week twice is refused, and what was typed stays', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const provider = await service.as(PROVIDER)
    const whole = { line: 'L3', ...week(2, 8), planned: '7', delivered: '7' }
    await (await provider.form(path('report'))).send(whole)
    const twice = await (await provider.form(path('report'))).send({ ...whole, delivered: '6' })
    expect(twice.status).toBe(400)
    expect(twice.words).toContain('you have told of some of these days already, on 21 November 2026')
    expect(twice.body).toContain('value="6"')
    expect(await added()).toHaveLength(1)
  })
})

describe('many weeks at once', () => {
  const HEAD = 'line,from,to,planned,delivered,missed,invoiced'

  test('all of it is kept', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const provider = await service.as(PROVIDER)
    const form = await provider.form(path('file'))
    const csv = `${HEAD}\r\nL3,2/11/2026,8/11/2026,7,7,0,7\r\nL3,9/11/2026,15/11/2026,7,5.5,1,5.5`
    expect((await form.send({ csv })).location).toBe(path())
    expect(
      (await added()).map((entry) =>
        entry.kind === 'support-delivered' ? [entry.from, entry.delivered] : [],
      ),
    ).toEqual([
      ['2026-11-02', 7],
      ['2026-11-09', 5.5],
    ])
    // Sent twice, it is kept once.
    expect((await form.send({ csv })).location).toBe(path())
    expect(await added()).toHaveLength(2)
  })

  test('or nothing: the row and the column are named, and what was pasted stays', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const form = await (await service.as(PROVIDER)).form(path('file'))
    const csv = `${HEAD}\nL3,2/11/2026,8/11/2026,7,7,0,7\nL3,9/11/2026,15/11/2026,7,=2+3,1,5`
    const bad = await form.send({ csv })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain(
      'Row 3, column “delivered”: “=2+3” is a formula or has a sign. Write a number, 0 or more.',
    )
    expect(bad.body).toContain('L3,2/11/2026,8/11/2026,7,7,0,7')
    expect((await form.send({ csv: ' ' })).words).toContain('Paste the rows')
    const others = await form.send({ csv: `${HEAD}\nL1,2/11/2026,8/11/2026,7,7,0,7` })
    expect(others.words).toContain('Row 2: That support is given by somebody else.')
    expect(await added()).toEqual([])
  })

  test('or nothing of a hundred thousand, of which one is bad', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const form = await (await service.as(PROVIDER)).form(path('file'))
    const rows = Array.from({ length: 100_000 }, () => 'L3,2/11/2026,8/11/2026,7,7,0,7')
    rows[77_776] = 'L3,2/11/2026,8/11/2026,7,seven,0,7'
    const bad = await form.send({ csv: [HEAD, ...rows].join('\r\n') })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain('Row 77778, column “delivered”')
    expect(await added()).toEqual([])
  })

  test('and nobody who is not signed in sends as much as that', async () => {
    const { path } = await copyOf(KUMARAN)
    const much = { csv: 'L3,2/11/2026,8/11/2026,7,7,0,7\r\n'.repeat(100_000) }
    const answer = await service.stranger.post(path('file'), much)
    expect(answer.status).not.toBe(413)
    expect(answer.words).toContain('You are signed out')
    expect(answer.body).not.toContain('2/11/2026')
  })
})

describe('support starts and ends', () => {
  test('the council starts a line again with another provider, who can then tell what comes', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const worker = await service.as(WORKER)
    const form = await worker.form(path('start'))
    expect((await form.send({})).words).toContain('Choose which support it is')
    expect((await form.send({ line: 'L1', provider: 'saltmarsh-living' })).location).toBe(path())
    expect(await added()).toMatchObject([
      { kind: 'support-started', plan: 'plan-1', line: 'L1', provider: 'saltmarsh-living' },
    ])
    const told = await (await service.as(PROVIDER)).form(path('report'))
    expect(told.page.words).toContain('Swim buddy')
  })

  test('support ends with a reason, and by whom; a provider does not speak for the council', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const provider = await service.as(PROVIDER)
    const form = await provider.form(path('end'))
    expect(form.page.words).toContain('The council must look at needs again before it takes support away.')
    expect(form.page.words).not.toContain('The council Whoever')
    const refused = await form.send({ line: 'L3', byWhom: 'council', why: 'No staff.' })
    expect(refused.words).toContain('What the council decided is for the council to write down.')
    expect((await form.send({ line: 'L3', byWhom: 'provider', why: '' })).words).toContain('Give the reason')
    const sent = await form.send({ line: 'L3', byWhom: 'provider', why: 'No staff.' })
    // With the last of their support they leave the table, so they are led to their first page.
    expect(sent.location).toBe('/')
    expect((await provider.get(path())).status).toBe(404)
    expect(await added()).toMatchObject([{ kind: 'support-ended', line: 'L3', 'by-whom': 'provider' }])
    const read = await (await service.as(KUMARAN)).get(path())
    expect(read.words).toContain('Saltmarsh Supported Living ended it on 21 November 2026: “No staff.”')
  })
})

test('where there is no plan, nothing is due', async () => {
  const page = await (await service.as('leopold-strand')).get(
    `/records/${service.recordOf('leopold-strand')}/support`,
  )
  expect(page.words).toContain('No plan has been issued yet, so no support is due.')
})
