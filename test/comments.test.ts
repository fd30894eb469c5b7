import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, type Visitor, theService } from './the-service.ts'

// The model open to comment: who may say something about a line, who reads it first, who answers, and what everybody sees.

const LINE = 'need.hygiene.1'
const PATH = `/model/lines/${LINE}`

let service: Service
let tendai: Visitor
let rudo: Visitor
let commissioner: Visitor

beforeAll(async () => {
  service = await theService()
  ;[tendai, rudo, commissioner] = await Promise.all([
    service.as('tendai-gwatidzo'),
    service.as('rudo-gwatidzo'),
    service.as('ama-boateng'),
  ])
})
afterAll(() => service.close())

const shown = async (visitor: Visitor, says: string) => (await visitor.get(PATH)).body.includes(says)

/** The comment's own page, for whoever decides about it. */
const decisionOf = async (says: string): Promise<string> => {
  const { body } = await commissioner.get(PATH)
  const [, id = ''] = new RegExp(`id="([0-9a-f-]{36})">(?:(?!id=").)*${says}`).exec(body) ?? []
  return `/model/comments/${id}`
}

test('every line of the model has an address, and its words', async () => {
  const page = await service.stranger.get('/model')
  const lines = page.links.filter((link) => link.startsWith('/model/lines/'))
  expect(lines.length).toBeGreaterThan(90)
  expect(new Set(lines).size).toBe(lines.length)
  for (const line of [lines[0], lines.at(-1), PATH]) {
    expect((await service.stranger.get(line ?? '')).status, line).toBe(200)
  }
  expect((await service.stranger.get('/model/lines/price.of-nothing')).status).toBe(404)
  expect((await service.stranger.get('/model/lines')).location).toBe('/model#lines')
})

describe('who may comment', () => {
  test('somebody who draws on support, and a carer; not staff, not somebody who is not signed in', async () => {
    expect((await tendai.get(PATH)).body).toContain('What do you think of this line?')
    expect((await rudo.get(PATH)).body).toContain('What do you think of this line?')
    for (const visitor of [commissioner, await service.as('keith-bromwell'), service.stranger]) {
      expect((await visitor.get(PATH)).body).not.toContain('What do you think of this line?')
    }
    const keith = await service.as('keith-bromwell')
    expect((await keith.post(PATH, { says: 'I am staff' })).status).toBe(409)
    expect((await service.stranger.post(PATH, { says: 'I am nobody' })).status).toBe(403)
  })

  test('nothing said, or far too much: said in words, and what was typed is kept', async () => {
    const empty = await tendai.post(PATH, { says: '  ' })
    expect(empty.status).toBe(400)
    expect(empty.body).toContain('Write what you think of this line')
    const long = await tendai.post(PATH, { says: 'x'.repeat(5001) })
    expect(long.status).toBe(400)
    expect(long.body).toContain('x'.repeat(5001))
  })
})

describe('from a comment to its answer', () => {
  const SAYS = 'Forty-five minutes is not enough when my arm is bad'

  test('it is read by a named person before anybody else sees it; sent twice it is one', async () => {
    const form = await tendai.form(PATH)
    expect((await form.send({ says: SAYS })).status).toBe(303)
    expect((await form.send({ says: SAYS })).status).toBe(303)
    expect(await shown(tendai, SAYS)).toBe(true)
    expect(await shown(commissioner, SAYS)).toBe(true)
    expect(await shown(rudo, SAYS)).toBe(false)
    expect(await shown(service.stranger, SAYS)).toBe(false)
    const { body } = await tendai.get(PATH)
    expect(body.split(SAYS)).toHaveLength(2)
    expect(body).toContain('Not shown yet')
  })

  test('who is not asked to decide finds nothing there', async () => {
    const path = await decisionOf(SAYS)
    for (const visitor of [tendai, rudo, await service.as('keith-bromwell')]) {
      expect((await visitor.get(path)).status).toBe(404)
      expect((await visitor.post(path, { kind: 'shown' })).status).toBe(404)
      expect((await visitor.get('/model/comments')).status).toBe(404)
    }
  })

  test('an answer comes after the decision, and a refusal takes a reason', async () => {
    const path = await decisionOf(SAYS)
    const answer = await commissioner.post(path, { kind: 'answer', says: 'Thank you' })
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('Decide first whether it is shown, then answer')
    const hidden = await commissioner.post(path, { kind: 'not-shown' })
    expect(hidden.status).toBe(400)
    expect(hidden.body).toContain('Give the reason why it is not shown')
    expect((await commissioner.post(path, {})).status).toBe(400)
  })

  test('shown and answered: everybody reads it, without a name where none is wanted', async () => {
    const path = await decisionOf(SAYS)
    const sent = await commissioner.post(path, {
      kind: 'shown',
      says: 'We will look at the minutes in April.',
    })
    expect(sent.status).toBe(303)
    const { body } = await service.stranger.get(PATH)
    expect(body).toContain(SAYS)
    expect(body).toContain('We will look at the minutes in April.')
    expect(body).toContain('Ama Boateng')
    expect(body).toContain('Somebody who wants no name shown')
    expect(body).not.toContain('Tendai')
  })

  test('a name is shown where the writer wants it, and a carer is heard like anybody', async () => {
    await rudo.post(PATH, { says: 'I do his buttons before work.', 'by-name': 'yes' })
    await commissioner.post(await decisionOf('I do his buttons'), { kind: 'shown' })
    const { body } = await service.stranger.get(PATH)
    expect(body).toContain('Rudo Gwatidzo')
  })

  test('not shown: its writer reads why and by whom, nobody else sees it', async () => {
    await rudo.post(PATH, { says: 'My neighbour Ms Invented is to blame.' })
    await commissioner.post(await decisionOf('My neighbour'), {
      kind: 'not-shown',
      says: 'It names somebody.',
    })
    const mine = await rudo.get(PATH)
    expect(mine.body).toContain('It names somebody.')
    expect(mine.body).toContain('Decided by Ama Boateng')
    expect(await shown(service.stranger, 'My neighbour')).toBe(false)
    expect(await shown(tendai, 'My neighbour')).toBe(false)
  })

  test('who wrote what is kept by the database from everybody, also where a name is shown', async () => {
    const rows = await service.database.scoped('', (query) =>
      query('select * from roundtable.comments_seen()'),
    )
    expect(rows.length).toBe(2)
    expect(JSON.stringify(rows)).not.toContain('tendai-gwatidzo')
    await expect(
      service.database.scoped('', (query) => query('select * from guarded.comment')),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
