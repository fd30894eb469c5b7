import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../src/record/entries.ts'
import { type Service, theService } from './the-service.ts'

// A carer comes to the pages of eligibility and of money for what is their own, and finds there what their worker finds
// about them, to the penny; and nothing of the person's.

let service: Service

beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

/** `sum`: what stands on the worker's page about the person, in pounds a week, as in `pages.test.ts`. */
const CARERS = [
  { person: 'elijah-pryce', carer: 'gwenllian-pryce', worker: 'folake-adeyinka', sum: '£1,149.44' },
  { person: 'sunita-vallory', carer: 'karan-vallory', worker: 'keith-bromwell', sum: '£494.20' },
  { person: 'kumaran', carer: 'thilagavathy', worker: 'folake-adeyinka', sum: '£212.56' },
  { person: 'zofia-wisniewska', carer: 'stanislaw-wisniewski', worker: 'folake-adeyinka', sum: '£1,357.28' },
  { person: 'tendai-gwatidzo', carer: 'rudo-gwatidzo', worker: 'keith-bromwell', sum: '£981.08' },
  { person: 'hortensia-lovelock', carer: 'dorian-lovelock', worker: 'marisol-etxeberri', sum: '£401.80' },
] as const

const wasAssessed = (entries: readonly Entry[], carer: string): boolean =>
  entries.some(
    (entry) => entry.kind === 'assessment-opened' && entry.of === 'carer' && entry.subject === carer,
  )

test('some of them were assessed, and some not', () => {
  const assessed = CARERS.filter(({ person, carer }) => wasAssessed(service.demoFile(person).entries, carer))
  expect(assessed.length).toBeGreaterThan(1)
  expect(assessed.length).toBeLessThan(CARERS.length)
})

describe.each(CARERS)('$carer, who cares for $person', ({ person, carer, worker, sum }) => {
  const pages = async (path: string) => {
    const at = `/records/${service.recordOf(person)}${path}`
    const [own, workers] = await Promise.all(
      [carer, worker].map(async (account) => (await service.as(account)).get(at)),
    )
    if (own === undefined || workers === undefined) throw new Error('no page')
    return { own, workers }
  }

  test('reads their own sum, the same as their worker does, and not the person’s', async () => {
    const { own, workers } = await pages('/budget')
    expect(own.status).toBe(200)
    expect(workers.words).toContain(sum)
    expect(own.words).not.toContain(sum)
    expect(own.words).not.toContain('What the council has put in writing')
    // The worker sees the sum of each carer, below the person’s.
    const name = service.demoFile(person).parties.find(({ id }) => id === carer)?.name ?? ''
    const [figure] = own.withClass('rt-sum__figure')
    const below = workers.words.split(`${name}: a carer’s own sum`)[1]
    if (figure === undefined) expect(below).toBeUndefined()
    else expect(/£[\d,.]+/.exec(below ?? '')?.[0]).toBe(figure)
    const every = workers.withClass('rt-line__sum').join(' ')
    expect(every).toContain(own.withClass('rt-line__sum').join(' '))
    expect(own.body).toContain('href="/model"') // everybody may see how it is worked out
  })

  test('reads their own eligibility, the same as their worker does, and not the person’s', async () => {
    const { own, workers } = await pages('/eligibility')
    expect(own.status).toBe(200)
    const byName = (verdict: string) => verdict.replace(/decided by .* on/, 'decided by somebody on')
    const all = workers.withClass('rt-verdict').map(byName)
    for (const verdict of own.withClass('rt-verdict').map(byName)) expect(all).toContain(verdict)
    const { entries } = service.demoFile(person)
    const decisions = entries.flatMap((entry) => (entry.kind === 'eligibility' ? [entry] : []))
    const ofCarer = (id: string) =>
      entries.some(
        (entry) => entry.id === id && entry.kind === 'assessment-opened' && entry.subject === carer,
      )
    for (const { assessment, reasons } of decisions.filter((decision) => decision.reasons !== '')) {
      if (!ofCarer(assessment)) expect(own.words).not.toContain(reasons)
    }
    const last = decisions.findLast(({ assessment }) => ofCarer(assessment))
    if (last !== undefined) expect(own.words).toContain(last.reasons)
    else expect(own.withClass('rt-verdict').filter((verdict) => verdict.includes('decided'))).toEqual([])
  })

  test('finds the way there from the record', async () => {
    const record = `/records/${service.recordOf(person)}`
    const { own } = await pages('')
    for (const room of ['conversation', 'budget']) expect(own.body).toContain(`href="${record}/${room}"`)
    const conversation = await pages('/conversation')
    expect(conversation.own.body).toContain(`href="${record}/eligibility"`)
  })
})

test('family and friends, who have nothing of their own there, do not come in', async () => {
  const record = service.recordOf('chan-mei-ling')
  const family = await service.as('chan-ka-ming')
  for (const room of ['eligibility', 'budget']) {
    expect((await family.get(`/records/${record}/${room}`)).status).toBe(404)
    expect((await family.get(`/records/${record}`)).body).not.toContain(`/${room}"`)
  }
})

test('a carer may look at the money and put nothing in the record there', async () => {
  const carer = await service.as('gwenllian-pryce')
  const path = `/records/${service.recordOf('elijah-pryce')}/budget`
  expect((await carer.get(path)).body).not.toContain('<form method="post" action="/records')
  expect((await carer.post(path)).status).toBe(404)
})
