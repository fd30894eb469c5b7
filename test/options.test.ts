import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, EntryOf } from '../src/record/entries.ts'
import { type Service, theService } from './the-service.ts'

// Ways to meet a need, side by side: put on the table by anybody who may speak of the plan, priced, liked and answered.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const MAEVE = 'maeve-orourke-dsouza'
const FOLAKE = 'folake-adeyinka'
const LUCJAN = 'lucjan-marek'
const SUNITA = 'sunita-vallory'
const KEITH = 'keith-bromwell'

async function theRecordOf(person: string) {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'plan', 'options', ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}
const only = <K extends Entry['kind']>(entries: readonly Entry[], kind: K): EntryOf<K> => {
  expect(entries.map((entry) => entry.kind)).toEqual([kind])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind was compared in the line above
  return entries[0] as EntryOf<K>
}

describe('side by side', () => {
  test('the person and the worker read the same options, prices and likes, and only “you” turns', async () => {
    const at = `/records/${service.recordOf(SUNITA)}/plan/options`
    const [sunita, keith] = [
      await (await service.as(SUNITA)).get(at),
      await (await service.as(KEITH)).get(at),
    ]
    const sums = ['No cost', '£276.00', '£186.00', '£151.80', '£48.00', '£7.90', '£62.00']
    expect(sunita.withClass('rt-sum__figure--s')).toEqual(sums)
    expect(keith.withClass('rt-sum__figure--s')).toEqual(sums)
    // 2.5 × £19.20 = £48.00; × 365 ÷ 7 = £2,502.86 (2502.857…).
    for (const page of [sunita, keith]) {
      expect(page.words).toContain('2.5 hours × £19.20 · £2,502.86 a year')
      expect(page.words).toContain('The published price of a personal assistant is £19.20 an hour')
    }
    expect(sunita.words).toContain('Builds what you can do')
    expect(sunita.words).toContain('Liked: first, by you. You proposed it on 20 April 2026.')
    expect(keith.words).toContain('Builds what they can do')
    expect(keith.words).toContain(
      'Liked: first, by Sunita Vallory. Sunita Vallory proposed it on 20 April 2026.',
    )
    expect(sunita.words).toContain('The goal: “Swimming on Tuesdays, on my own if I can”')
    expect(sunita.words).toContain('Accepted, 28 April 2026, by Keith Bromwell.')
  })

  test('the clock of an idea without an answer is there for both chairs', async () => {
    const at = `/records/${service.recordOf(MAEVE)}/plan/options`
    // Two ideas, one of them under two needs. Proposed on Monday 21 September 2026; 20 working days later is Monday 19 October.
    const late = 'The council owed an answer with a reason by 19 October 2026. It is 24 working days late.'
    for (const account of [MAEVE, FOLAKE]) {
      const page = await (await service.as(account)).get(at)
      expect(page.withClass('rt-notice--missing')).toEqual([late, late, late])
    }
  })

  test('who may not read the needs sees the options, and no word of a need', async () => {
    const page = await (await service.as(LUCJAN)).get(`/records/${service.recordOf(MAEVE)}/plan/options`)
    expect(page.status).toBe(200)
    expect(page.words).toContain('A taxi there and back, twice a week')
    expect(page.words).toContain('A need that you cannot read')
    expect(page.words).not.toContain('Washing and dressing')
  })

  test('family who may not read a plan come to no page', async () => {
    const page = await (await service.as('bridie-mulvaney')).get(
      `/records/${service.recordOf('patrick-mulvaney')}/plan/options`,
    )
    expect(page.status).toBe(404)
  })
})

const IDEA = {
  needs: '3',
  what: 'A rail card, and a friend at the other end',
  form: 'own-idea',
  amount: '1',
  unit: 'month',
  price: '',
  effect: 'builds',
}

describe('an idea of one’s own', () => {
  test('without a price is owed one; priced, liked most and accepted, and everybody reads each', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const [maeve, folake, lucjan] = [
      await service.as(MAEVE),
      await service.as(FOLAKE),
      await service.as(LUCJAN),
    ]
    const form = await maeve.form(`${path('new')}?need=need-3`)
    expect(form.page.body).toMatch(/value="3"[^>]* checked/)
    const sent = await form.send(IDEA)
    expect([sent.status, sent.location]).toEqual([303, path()])
    const seen = await maeve.get(path())
    expect(seen.words).toContain('The council owes you an answer with a reason.')
    expect(seen.words).toContain('1 month. The council owes a price for this.')
    expect(seen.words).toContain('day 0 of 20 working days, due by 18 December 2026')
    const idea = only(await added(), 'option')
    expect(idea).toMatchObject({ needs: ['need-3'], 'proposed-by': MAEVE, by: MAEVE })
    expect(idea).not.toHaveProperty('price')

    const refused = await (await folake.form(path(idea.id, 'answer'))).send({
      outcome: 'accepted',
      why: 'Yes.',
    })
    expect(refused.status).toBe(400)
    expect(refused.words).toContain('It has no price yet.')
    expect(refused.body).toContain('>Yes.<')

    const sum = { amount: '1', unit: 'month', price: '30', from: 'The railway’s own page' }
    const notHis = await (await lucjan.form(path(idea.id, 'price'))).send(sum)
    expect(notHis.words).toContain('The price is for whoever wrote it down to put, or for the worker.')
    const priced = await (await folake.form(path(idea.id, 'price'))).send(sum)
    expect(priced.status).toBe(303)
    // 12 × £30.00 = £360.00 a year; × 7 ÷ 365 = £6.90 a week; × 365 ÷ 7 = £359.79 of whole pence.
    const after = await maeve.get(path())
    expect(after.words).toContain('£6.90 a week')
    expect(after.words).toContain('1 month × £30.00 · £359.79 a year')
    expect(after.words).toContain('You proposed it on 21 November 2026.')

    // As the page has them: a power attachment (first), a taxi (fourth), and the idea that nobody has placed yet.
    const ranks = await maeve.form(`${path('liked')}?need=need-3`)
    const liked = await ranks.send({ 'liked-1': '2', 'liked-2': '4', 'liked-3': '1' })
    expect(liked.status).toBe(303)
    const notes = (await added()).flatMap((entry) => (entry.kind === 'note' ? [[entry.of, entry.text]] : []))
    expect(notes).toEqual([
      ['option-6', 'How much it is liked: 2.'],
      [(await added())[1]?.id, 'How much it is liked: 1.'],
    ])
    const ranked = await folake.get(path())
    expect(ranked.words).toContain('Liked: second, by Maeve O’Rourke-D’Souza.')

    const latest = (await added()).findLast((entry) => entry.kind === 'option' && entry.what === IDEA.what)
    const answered = await (await folake.form(path(latest?.id ?? '', 'answer'))).send({
      outcome: 'accepted',
      why: 'It gets her to work for the price of one taxi.',
    })
    expect(answered.status).toBe(303)
    const read = await maeve.get(path())
    expect(read.words).toContain('It gets her to work for the price of one taxi.')
    expect(read.words).not.toContain('due by 18 December 2026')
  })

  test('is refused with its ground, and the person reads why; before that the worker is told what the law says', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const folake = await service.as(FOLAKE)
    const form = await folake.form(path('option-4', 'answer'))
    expect(form.page.words).toContain('No risk has been weighed in this record.')
    const noGround = await form.send({ outcome: 'refused', why: 'Mrs Okonta has moved.' })
    expect(noGround.words).toContain('Choose the ground on which it is not accepted.')
    expect(noGround.body).toContain('Mrs Okonta has moved.')
    const sent = await form.send({
      outcome: 'refused',
      ground: 'not-available',
      why: 'Mrs Okonta has moved.',
    })
    expect(sent.status).toBe(303)
    expect(only(await added(), 'option-answered')).toMatchObject({
      option: 'option-4',
      ground: 'not-available',
    })
    const page = await (await service.as(MAEVE)).get(path())
    expect(page.words).toContain('It cannot be had. Mrs Okonta has moved.')
  })

  test('of a worker at the published price, or written down for the person', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const folake = await service.as(FOLAKE)
    const form = await folake.form(path('new'))
    const whose = await form.send({ ...IDEA, form: 'agency', unit: 'hour', amount: '2' })
    expect(whose.words).toContain('Choose whose idea it is')
    const sent = await form.send({ ...IDEA, form: 'agency', unit: 'hour', amount: '2', proposedBy: MAEVE })
    expect(sent.status).toBe(303)
    expect(only(await added(), 'option')).toMatchObject({
      'proposed-by': MAEVE,
      by: FOLAKE,
      price: 2760,
      weekly: 5520,
    })
  })

  test('of a broker, for a need that they may not read: named by its place', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const form = await (await service.as(LUCJAN)).form(path('new'))
    expect(form.page.words).toContain('A need that you cannot read (2)')
    expect(form.page.body).not.toContain('Keeping the flat fit to live in')
    const sent = await form.send({ ...IDEA, needs: '2', form: 'agency', unit: 'hour', proposedBy: 'me' })
    expect(sent.status).toBe(303)
    expect(only(await added(), 'option')).toMatchObject({
      // In the order in which the options name them: washing, school mornings, the flat, getting about.
      needs: ['need-4'],
      'proposed-by': LUCJAN,
      weekly: 2760,
    })
  })

  test('sent twice is one idea', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const form = await (await service.as(MAEVE)).form(path('new'))
    expect((await form.send(IDEA)).status).toBe(303)
    expect((await form.send(IDEA)).status).toBe(303)
    expect(await added()).toHaveLength(1)
  })

  test('by who was slower: the words stay, and what changed is said', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const slow = await (await service.as(MAEVE)).form(path('new'))
    const quick = await (await service.as(FOLAKE)).form(path('new'))
    expect((await quick.send({ ...IDEA, proposedBy: 'me' })).status).toBe(303)
    const sent = await slow.send({ ...IDEA, what: 'My own car pool' })
    expect(sent.status).toBe(409)
    expect(sent.words).toContain('Somebody added to this record while you were writing.')
    expect(sent.body).toContain('My own car pool')
    expect(await added()).toHaveLength(1)
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a price below zero', { price: '-1' }, 'The price must be between £0 and £100,000'],
    ['a price that is no number', { price: 'NaN' }, 'The price must be between £0 and £100,000'],
    ['no amount', { amount: '' }, 'Enter how much of it'],
    ['nothing of it', { amount: '0' }, 'How much must be more than 0'],
    ['a huge text', { what: 'x'.repeat(2001) }, 'Use 2,000 characters or fewer'],
    ['a need that is not there', { needs: '99' }, 'That need is not in the record.'],
    ['no need', { needs: '' }, 'Choose the need that it meets'],
    ['a unit of its own', { unit: 'furlong' }, 'Choose what it is counted in'],
  ])('with %s comes back with what to mend and everything typed', async (_name, more, says) => {
    const { path, added } = await theRecordOf(MAEVE)
    const sent = await (await service.as(MAEVE)).post(path('new'), { ...IDEA, what: 'My own idea', ...more })
    expect(sent.status).toBe(400)
    expect(sent.words).toContain(says)
    expect(sent.body).toContain(more['what'] ?? 'My own idea')
    expect(await added()).toEqual([])
  })
})

describe('what there is near by', () => {
  test('fits the need, and becomes an option with its price and its words', async () => {
    const { path, added } = await theRecordOf(MAEVE)
    const maeve = await service.as(MAEVE)
    const page = await maeve.get(path())
    expect(page.words).toContain('Places and groups near by')
    const swim = service.directory.services.find(({ name }) => name === 'Tidewell pool: quiet swim')
    const link = `${path('new')}?need=need-3&service=${swim?.id}`
    expect(page.links).toContain(link)
    const form = await maeve.form(link)
    expect(form.page.body).toMatch(/name="price"[^>]* value="3\.90"/)
    expect(form.page.body).toContain('Tidewell pool: quiet swim, Tidewell Leisure Trust.')
    const sent = await form.send({
      needs: '3',
      what: 'Tidewell pool: quiet swim',
      form: 'community',
      amount: '1',
      unit: 'visit',
      price: '3.90',
      effect: 'builds',
    })
    expect(sent.status).toBe(303)
    expect(only(await added(), 'option')).toMatchObject({ form: 'community', price: 390, weekly: 390 })
  })

  test('a service that is not in the directory begins an empty form', async () => {
    const { path } = await theRecordOf(MAEVE)
    const form = await (await service.as(MAEVE)).get(`${path('new')}?need=need-3&service=none`)
    expect(form.status).toBe(200)
    expect(form.words).not.toContain('Tidewell')
  })
})
