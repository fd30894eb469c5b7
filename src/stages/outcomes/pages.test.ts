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
      expect(page.words, account).toContain('19 March 2026 The worker: ')
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
