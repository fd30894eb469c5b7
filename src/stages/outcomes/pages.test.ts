import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from '../../../test/the-service.ts'

// How it goes with the goals, as each of the three sees it.

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const KUMARAN = 'kumaran'
const PROVIDER = 'saltmarsh-living'

const copyOf = async (person: string) => {
  const id = await service.copyOf(person)
  const before = (await service.entriesOf(id)).length
  return {
    path: (...parts: readonly string[]) => ['/records', id, 'outcomes', ...parts].join('/'),
    added: async () => (await service.entriesOf(id)).slice(before),
  }
}

describe('how it goes with the goals', () => {
  test('person, worker, carer and provider read the same: who saw what, and when', async () => {
    const path = `/records/${service.recordOf(KUMARAN)}/outcomes`
    for (const account of [KUMARAN, 'folake-adeyinka', 'thilagavathy', PROVIDER]) {
      const page = await (await service.as(account)).get(path)
      expect(page.words, account).toContain('“Swim by me. Bus by me.”')
      expect(page.words, account).toContain(', 19 March 2026 Three weeks alone, there and back.')
      expect(page.words, account).toContain('Measured: more than hoped.')
      expect(page.quotes, account).toContain('Kumaran is progressing well against his work outcome.')
      expect(page.links.includes(`${path}/tell`), account).toBe(account !== 'thilagavathy')
    }
  })

  test('the person answers what the provider saw, and neither is overwritten', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const kumaran = await service.as(KUMARAN)
    const form = await kumaran.form(path('tell'))
    const bad = await form.send({ level: '1' })
    expect(bad.words).toContain('Choose which goal it is about')
    expect(bad.words).toContain('Say in a few words how it goes')
    const sent = await form.send({ goal: 'goal-2', says: 'I have no badge.', level: '1' })
    expect(sent.location).toBe(path())
    expect(await added()).toMatchObject([
      { kind: 'progress', goal: 'goal-2', 'seen-by': 'person', level: 1, says: 'I have no badge.' },
    ])
    const page = await (await service.as(PROVIDER)).get(path())
    expect(page.words).toContain('You see it differently. That is worth a talk.')
    expect(page.quotes).toContain('I have no badge.')
    expect(page.quotes).toContain('Kumaran is progressing well against his work outcome.')
  })

  test('a carer says it in the conversation', async () => {
    const { path } = await copyOf(KUMARAN)
    expect((await (await service.as('thilagavathy')).get(path('tell'))).status).toBe(404)
  })
})

describe('a step is taken back', () => {
  test('by whoever said it, with a reason; everyone sees both', async () => {
    const { path, added } = await copyOf(KUMARAN)
    const kumaran = await service.as(KUMARAN)
    const at = path('goals', 'goal-1', 'step')
    await (await kumaran.form(at)).send({ what: 'Ring the pool', who: KUMARAN })
    const [step] = await added()
    expect((await kumaran.get(path())).links).toContain(`${at}?back=yes`)
    const folake = await service.as('folake-adeyinka')
    expect((await folake.get(path())).links).not.toContain(`${at}?back=yes`)
    const form = await kumaran.form(`${at}?back=yes`, at)
    const bad = await form.send({ 'take-back': 'yes' })
    expect(bad.words).toContain('Choose what you take back')
    expect(bad.words).toContain('Say why you take it back')
    await form.send({ 'take-back': 'yes', note: step?.id ?? '', why: 'I went there.' })
    expect((await added()).at(-1)).toMatchObject({ corrects: step?.id, by: KUMARAN, why: 'I went there.' })
    for (const reader of [kumaran, folake]) {
      const page = await reader.get(path())
      expect(page.words).toContain('Taken back (1)')
      expect(page.words).toContain('Struck out: Ring the pool')
      expect(page.quotes).toContain('I went there.')
      expect(page.withClass('govuk-list').join(' ')).not.toContain('You: Ring the pool')
    }
    expect((await kumaran.get(`${path()}?as=easy-read`)).words).toContain(
      'Ring the pool: the step is taken out.',
    )
    // The database lets nobody take back in another’s name.
    const forced = await folake.post(at, { 'take-back': 'yes', note: step?.id ?? '', why: 'x' })
    expect(forced.status).toBe(400)
  })
})
