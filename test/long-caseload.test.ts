import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_ANEW } from '../src/table/caseload-findings.ts'
import { type Service, theService } from './the-service.ts'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

const UNCOUNTED = 'Not counted yet'

test('a worker with many people sees the list at once, and what is owed in each a moment later', async () => {
  for (let copy = 0; copy < MOST_ANEW + 5; copy += 1) await service.copyOf('tendai-gwatidzo')
  const keith = await service.as('keith-bromwell')
  const first = await keith.get('/')
  expect(first.status).toBe(200)
  expect(first.words.split('Tendai Gwatidzo').length).toBeGreaterThan(MOST_ANEW)
  expect(first.words).toContain(UNCOUNTED)
  let page = first
  // It is counted behind the page, with nobody to say when it is done.
  for (let look = 0; look < 600 && page.words.includes(UNCOUNTED); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    page = await keith.get('/')
  }
  expect(page.words).not.toContain(UNCOUNTED)
  expect(page.words).toContain('A plan: due by 24 November 2026. The council’s move, and 1 more')
  // Once more it is the very same page.
  expect((await keith.get('/')).words).toBe(page.words)
})

test('those whom a worker merely covers for stand on a page of their own', async () => {
  const marisol = await service.as('marisol-etxeberri')
  const home = await marisol.get('/')
  expect(home.words).not.toContain('Tendai Gwatidzo')
  expect(home.words).toContain('Others in your team’s care, whom you cover for while a colleague is away')
  const team = await marisol.get('/team')
  expect(team.words).toContain('Tendai Gwatidzo')
  expect(team.words).toContain('Each look is kept, and the person can see it.')
  const folake = await service.as('folake-adeyinka')
  expect((await folake.get('/team')).words).not.toContain('Tendai Gwatidzo')
  const tendai = await service.as('tendai-gwatidzo')
  expect((await tendai.get('/team')).words).toContain('There is nobody whom you cover for.')
})
