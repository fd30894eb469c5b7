import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

// Forms that are filled in with a pen: the same questions under the same numbers as on the screen, and where to send them.

const KUMARAN = 'kumaran'
const FOLAKE = 'folake-adeyinka'
const GURPREET = 'gurpreet-sandhal'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const path = (...parts: readonly string[]) => ['/records', service.recordOf(KUMARAN), ...parts].join('/')
const questionsOf = (body: string): readonly string[] =>
  [...body.matchAll(/<(?:h2|legend|label)[^>]*>\s*(\d+\. [^<]+?)\s*</g)].map(([, asks = '']) => asks)

const FORMS: readonly (readonly [number: number, slug: string, screens: readonly string[]])[] = [
  [1, 'hopes', ['outcomes/hopes/community/say']],
  [2, 'goals', ['plan/goal']],
  [
    3,
    'about-me',
    ['about-me', 'strengths', 'family', 'communication', 'history'].map((part) => `about-me/${part}/say`),
  ],
  [4, 'heard', ['outcomes/heard/say']],
  [7, 'wellbeing', ['outcomes/wellbeing/say']],
  [8, 'how-it-goes', ['outcomes/tell']],
]

describe('a form on paper', () => {
  test.each(FORMS)('form %i has the numbers of the screen', async (number, slug, screens) => {
    const kumaran = await service.as(KUMARAN)
    const paper = await kumaran.get(path('paper', slug))
    expect(paper.words).toContain(`Form ${number} `)
    const asked = questionsOf(paper.body)
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.map((question) => Number(question.split('.')[0]))).toEqual(
      asked.map((_, place) => place + 1),
    )
    const shown = new Set<string>()
    for (const screen of screens) {
      const page = await kumaran.get(path(screen))
      expect(page.words).toContain(`This is form ${number}.`)
      expect(page.links).toContain(path('paper', slug))
      for (const question of questionsOf(page.body)) shown.add(question.split('.')[0] ?? '')
      // Where the screen asks one thing at a time, its words may be shorter; its number is the same.
      if (screens.length === 1) expect(questionsOf(page.body)).toEqual(asked)
    }
    expect(shown).toEqual(new Set(asked.map((question) => question.split('.')[0])))
  })

  test.each([
    [5, 'help-to-take-part', 'advocacy/ask', 7],
    [6, 'what-happened', 'safety/concern', 3],
  ] as const)(
    'form %i, which a worker types, has the numbers of the screen',
    async (number, slug, screen, count) => {
      const paper = await (await service.as(KUMARAN)).get(path('paper', slug))
      const page = await (await service.as(FOLAKE)).get(path(screen))
      expect(page.words).toContain(`This is form ${number}.`)
      const numbers = (body: string) => questionsOf(body).map((question) => Number(question.split('.')[0]))
      expect(numbers(paper.body)).toEqual(Array.from({ length: count }, (_, place) => place + 1))
      expect(numbers(page.body)).toEqual(numbers(paper.body))
    },
  )

  test('says where to send it: past the worker where it is about them', async () => {
    const kumaran = await service.as(KUMARAN)
    expect((await kumaran.get(path('paper', 'hopes'))).words).toContain(
      'Give it to Folake Adeyinka, or post it to this address: Adult social care',
    )
    const heard = (await kumaran.get(path('paper', 'heard'))).words
    expect(heard).toContain('Write “For the manager” on it.')
    expect(heard).toMatch(/this address: For the manager\s+Adult social care/)
    expect(heard).toContain('NM1 9RT')
    expect(heard).not.toContain('Folake')
    expect((await (await service.as(FOLAKE)).get(path('paper', 'hopes'))).words).toContain(
      'Give it to your worker',
    )
  })

  test('comes in large print, and each is in the list', async () => {
    const kumaran = await service.as(KUMARAN)
    expect((await kumaran.get(path('paper', 'hopes'))).body).not.toContain('rt-paper--large')
    expect((await kumaran.get(`${path('paper', 'hopes')}?as=large-print`)).body).toContain('rt-paper--large')
    const { links } = await kumaran.get(path('paper'))
    for (const slug of [
      'hopes',
      'goals',
      'about-me',
      'heard',
      'help-to-take-part',
      'what-happened',
      'wellbeing',
      'how-it-goes',
    ])
      expect(links).toEqual(
        expect.arrayContaining([path('paper', slug), `${path('paper', slug)}?as=large-print`]),
      )
    expect((await kumaran.get(path('paper', 'no-such'))).status).toBe(404)
    expect((await (await service.as('tendai-gwatidzo')).get(path('paper', 'hopes'))).status).toBe(404)
  })

  test('asks the person’s own items again, in their words', async () => {
    const id = await service.copyOf(KUMARAN)
    const kumaran = await service.as(KUMARAN)
    const form = await kumaran.form(`/records/${id}/outcomes/wellbeing/say`)
    await form.send({ own: 'I swim when I like', 'own-level': '3' })
    expect((await kumaran.get(`/records/${id}/paper/wellbeing`)).words).toContain('10. I swim when I like')
    expect((await kumaran.get(`/records/${id}/outcomes/wellbeing/say`)).words).toContain(
      '10. I swim when I like',
    )
  })
})

describe('what came on paper is typed by somebody, and says so', () => {
  const HOW = (number: number) => `said on paper, form ${number}, read back`
  const added = async (
    account: string,
    at: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ) => {
    const id = await service.copyOf(KUMARAN)
    const before = (await service.entriesOf(id)).length
    const form = await (await service.as(account)).form(`/records/${id}/${at}`)
    const sent = await form.send(fields)
    expect(sent.status, sent.words).toBe(303)
    return (await service.entriesOf(id)).slice(before)
  }

  test.each([
    [FOLAKE, 'outcomes/hopes/community/say', { text: 'The bus.', hoped: '4' }, 1],
    [FOLAKE, 'plan/goal', { words: 'The bus by me.', topics: 'community', type: 'gain' }, 2],
    [FOLAKE, 'about-me/strengths/say', { text: 'Buses.' }, 3],
    [FOLAKE, 'outcomes/wellbeing/say', { control: '3' }, 7],
    [FOLAKE, 'outcomes/tell', { goal: 'goal-1', says: 'I go by me.' }, 8],
    [GURPREET, 'outcomes/heard/say', { 'heard-listened': '4' }, 4],
  ] as const)('%s types at %s', async (account, at, fields, number) => {
    const [entry] = await added(account, at, { ...fields, channel: HOW(number) })
    expect(entry?.by).toBe(account)
    expect(entry?.note).toBe(HOW(number))
  })

  test('also after what was said about help to take part, and with a concern', async () => {
    const asking = {
      at: 'plan',
      understand: 'no',
      retain: 'no',
      weigh: 'no',
      communicate: 'no',
      supporter: 'nobody',
      decision: 'not-needed',
      says: 'I do it.',
      channel: HOW(5),
    }
    const [asked] = await added(FOLAKE, 'advocacy/ask', asking)
    expect(asked?.note).toBe(`I do it. (${HOW(5)})\n\nAsked for: The plan`)
    const [concern] = await added(FOLAKE, 'safety/concern', {
      about: 'He shouts.',
      wants: 'Quiet.',
      channel: HOW(6),
    })
    expect(concern).toMatchObject({
      kind: 'safeguarding',
      about: 'He shouts.',
      wants: 'Quiet.',
      note: HOW(6),
    })
  })

  test('a person who types their own words is not asked how they were told', async () => {
    const kumaran = await service.as(KUMARAN)
    for (const screen of ['outcomes/hopes/community/say', 'plan/goal', 'outcomes/heard/say'])
      expect((await kumaran.get(path(screen))).body).not.toContain('name="channel"')
    const id = await service.copyOf(KUMARAN)
    const before = (await service.entriesOf(id)).length
    await kumaran.post(`/records/${id}/plan/goal`, {
      words: 'The bus.',
      topics: 'community',
      type: 'gain',
      channel: HOW(2),
    })
    const [goal] = (await service.entriesOf(id)).slice(before)
    expect(goal).toMatchObject({ kind: 'goal', words: 'The bus.' })
    expect(goal).not.toHaveProperty('note')
  })
})
