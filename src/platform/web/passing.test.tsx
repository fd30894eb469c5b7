import { expect, test } from 'vitest'
import { aWeb, aWorker, plainDress } from './a-web.ts'
import type { Answer } from './answer.ts'
import { behind, openDoor } from './page.ts'

const home: Answer = {
  kind: 'page',
  status: 200,
  title: 'Your work',
  main: <h1>Your work</h1>,
  kept: {},
}

test('what is said for a while is gone from pages that are kept, as soon as it is over', async () => {
  let said: string | undefined
  const web = await aWeb({
    routes: behind(openDoor, [
      { path: '/work', may: 'signed-in', audited: 'nothing personal', get: async () => home },
    ]),
    passing: () => said,
    dress: (shown, around) => plainDress(shown, around).replace('<main>', `<main>${said ?? ''}`),
  })
  const worker = await web.as(aWorker)
  const body = async () => (await worker.get('/work')).body
  said = 'Three of eight are here.'
  expect(await body()).toContain('Three of eight are here.')
  said = 'Four of eight are here.'
  expect(await body()).toContain('Four of eight are here.')
  said = undefined
  expect(await body()).not.toContain('of eight are here')
  // Made once now, and sent again as it is.
  expect(await body()).toContain('<h1>Your work</h1>')
  said = 'Back again.'
  expect(await body()).toContain('Back again.')
})
