import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_ANEW } from '../src/table/caseload-findings.ts'
import { ON_A_SHEET } from '../src/table/sheets.ts'
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

test('a manager finds everybody of a long list, fifty on a page, and the numbers over all of them on each', async () => {
  for (let copy = 0; copy < 2 * ON_A_SHEET; copy += 1) await service.copyOf('tendai-gwatidzo')
  const bernadette = await service.as('bernadette-achterberg')
  let first = await bernadette.get('/')
  for (let look = 0; look < 600 && first.words.includes(UNCOUNTED); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    first = await bernadette.get('/')
  }
  const [, all] = /You see 1 to 50 of (\d+) people\./.exec(first.words) ?? []
  const people = Number(all)
  expect(people).toBeGreaterThan(2 * ON_A_SHEET)
  const pages = Math.ceil(people / ON_A_SHEET)
  const opened = (links: readonly string[]) => links.filter((link) => link.startsWith('/records/'))
  const seen: string[] = []
  const sums = new Set<string | undefined>()
  for (let number = 1; number <= pages; number += 1) {
    const page = await bernadette.get(`/?team=${number}`)
    expect(page.status).toBe(200)
    seen.push(...opened(page.links))
    sums.add(/In \d+ of \d+ records something stands out[^.]*\./.exec(page.words)?.[0])
    if (number < pages) expect(page.links).toContain(`/?team=${number + 1}`)
  }
  // Everybody once, in the order in which one list would have them: what is latest first.
  expect(new Set(seen).size).toBe(people)
  expect(seen).toHaveLength(people)
  expect(seen.slice(0, ON_A_SHEET)).toEqual(opened(first.links))
  expect([...sums]).toEqual([expect.stringMatching(new RegExp(`^In \\d+ of ${people} records`))])
  // What no page of ours leads to gives the nearest that there is.
  expect(opened((await bernadette.get('/?team=999')).links)).toEqual(seen.slice((pages - 1) * ON_A_SHEET))
  expect(opened((await bernadette.get('/?team=two')).links)).toEqual(opened(first.links))
}, 300_000)

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
