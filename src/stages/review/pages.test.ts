import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// The reviews of a plan, as those around the table read and write them.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const KUMARAN = 'kumaran'
const PROVIDER = 'saltmarsh-living'
const WORKER = 'folake-adeyinka'

const copyOf = async (person: string) => {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'review', ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

describe('when it is next, and who asked', () => {
  // His plan says: by 6 November 2026. The light look of 20 November 2025 is not that review; a year after it is the
  // day before today.
  test('the person reads the day, how it was worked out, and the clock of what they asked', async () => {
    const kumaran = await service.as(KUMARAN)
    const page = await kumaran.get(`/records/${service.recordOf(KUMARAN)}/review`)
    expect(page.withClass('rt-verdict')).toEqual(['It was due by 6 November 2026. It is 15 days late.'])
    expect(page.words).toContain('The plan itself says: look again by 6 November 2026.')
    expect(page.words).toContain('That gives 20 November 2026.')
    expect(page.words).toContain('You asked on 11 November 2026')
    // From 12 November: seven working days to the 20th, and the twentieth is 9 December.
    expect(page.words).toContain('Day 7 of 20 working days. An answer is due by 9 December 2026.')
    expect(page.words).toContain('Six weeks in the water.')
    expect(page.words).toContain('Who took part: you, Anjali, Thilagavathy and Folake Adeyinka')
    expect(page.words).not.toContain('Write down a review')
    expect(page.links).not.toContain(`/records/${service.recordOf(KUMARAN)}/review/answer/review-asked-1`)
  })

  test('the worker answers, and the person reads the answer', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const worker = await service.as(WORKER)
    const page = await worker.get(path())
    expect(page.links).toContain(path('answer', 'review-asked-1'))

    const form = await worker.form(path('answer', 'review-asked-1'))
    const bad = await form.send({ why: 'We come on Tuesday.' })
    expect(bad.status).toBe(400)
    expect(bad.words).toContain('Choose whether there will be a review')
    expect(bad.body).toContain('We come on Tuesday.')

    const sent = await form.send({ outcome: 'accepted', why: 'We come on Tuesday.' })
    expect(sent.location).toBe(path())
    expect((await added()).map(({ kind, by }) => [kind, by])).toEqual([['review-answered', WORKER]])
    const read = await (await service.as(KUMARAN)).get(path())
    expect(read.words).toContain('The council said yes, on 21 November 2026. We come on Tuesday.')
    expect(read.words).toContain('It has not been held yet.')

    expect(read.words).not.toContain('Waits for an answer')
  })
})

describe('asking', () => {
  test('whoever gives support asks for him; twice is refused and what was typed stays', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const provider = await service.as(PROVIDER)
    const form = await provider.form(path('ask'))
    const sent = await form.send({ why: 'He is at home on Tuesdays now.' })
    expect(sent.location).toBe(path())
    expect((await added()).map(({ kind, by }) => [kind, by])).toEqual([['review-asked', PROVIDER]])

    const twice = await (await provider.form(path('ask'))).send({ why: 'Please.' })
    expect(twice.status).toBe(400)
    expect(twice.words).toContain('You have asked already. Day 0 of 20 working days.')
    expect(twice.body).toContain('Please.')
  })

  test('a carer reads the reviews, and whoever gives support does not answer or write one down', async () => {
    const { path } = await copyOf(KUMARAN)
    const carer = await service.as('thilagavathy')
    expect((await carer.get(path())).words).not.toContain('Ask for a review')
    expect((await carer.get(path('ask'))).status).toBe(404)
    const provider = await service.as(PROVIDER)
    expect((await provider.get(path())).status).toBe(200)
    expect((await provider.get(path('answer', 'review-asked-1'))).status).toBe(404)
    expect((await provider.get(path('hold'))).status).toBe(404)
  })
})

describe('writing down a review', () => {
  const whole = {
    type: 'requested',
    involved: [KUMARAN, WORKER],
    found: 'The bus goes well. The badge has not come.',
    changed: 'no',
    leadsTo: 'no-change',
  }

  test('it stands in the record, and the next look is a year away', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const worker = await service.as(WORKER)
    const sent = await (await worker.form(path('hold'))).send(whole)
    expect(sent.location).toBe(path())
    expect((await added()).map(({ kind }) => kind)).toEqual(['review'])
    const page = await (await service.as(KUMARAN)).get(path())
    expect(page.withClass('rt-verdict')).toEqual(['By 21 November 2027'])
    expect(page.words).toContain('The badge has not come.')
    expect(page.words).toContain('The plan was looked at on 21 November 2026.')
  })

  test('what goes beyond a review is refused, with the law, and everything typed stays', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const worker = await service.as(WORKER)
    const refused = await (await worker.form(path('hold'))).send({
      ...whole,
      changed: 'yes',
      leadsTo: 'end',
      involved: WORKER,
    })
    expect(refused.status).toBe(400)
    expect(refused.words).toContain('The law asks that needs are assessed again before the plan is ended')
    expect(refused.words).toContain('A review is held with Kumaran, or with someone who speaks for them')
    expect(refused.body).toContain('The badge has not come.')
    expect(await added()).toEqual([])
  })

  test('where somebody was quicker, it says what is new and keeps the words', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const worker = await service.as(WORKER)
    const form = await worker.form(path('hold'))
    await (await (await service.as(PROVIDER)).form(path('ask'))).send({ why: 'He is tired of waiting.' })
    const slower = await form.send(whole)
    expect(slower.status).toBe(409)
    expect(slower.words).toContain('Somebody added to this record while you were writing.')
    expect(slower.words).toContain(
      'New from Saltmarsh Supported Living: Review asked for. He is tired of waiting.',
    )
    expect(slower.body).toContain('The badge has not come.')
    expect((await added()).map(({ kind }) => kind)).toEqual(['review-asked'])
  })
})

test('where there is no plan there is nothing to look at again', async () => {
  const worker = await service.as('marisol-etxeberri')
  const page = await worker.get(`/records/${service.recordOf('leopold-strand')}/review`)
  expect(page.words).toContain('There is no plan yet, so there is nothing to look at again.')
  expect(page.words).not.toContain('Ask for a review')
  expect(page.words).toContain('A review alone can never take support away.')
})
