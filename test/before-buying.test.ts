import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, theService } from './the-service.ts'

let service: Service
beforeAll(async () => {
  service = await theService()
})
afterAll(() => service.close())

describe('before buying', () => {
  test('says first what a commissioner should know: the evidence is thin, and outcomes without money may be the better buy', async () => {
    const page = await service.stranger.get('/before-buying')
    expect(page.status).toBe(200)
    expect(page.words).toContain('The evidence for paying on outcomes is thin.')
    expect(page.words).toContain('Counting outcomes without paying for them may be the better buy.')
    expect(page.words).toContain('Under “Plain hours” and “Hours, with outcomes counted” nothing pays better')
  })

  test.each(['hours', 'indicators', 'outcome-fee', 'outcome-fee-no-floor', 'tapering', 'lead-provider'])(
    '%s has a page with all five providers',
    async (way) => {
      const page = await service.stranger.get(`/before-buying/${way}`)
      expect(page.status).toBe(200)
      for (const name of ['Behaves well', 'Picks the likeliest', 'Marks its own work high'])
        expect(page.words).toContain(name)
    },
  )

  test('a way of paying that there is not is no page', async () => {
    expect((await service.stranger.get('/before-buying/by-luck')).status).toBe(404)
  })

  test('the same as data: every run, and the ranges with what was assumed', async () => {
    const csv = await service.stranger.get('/before-buying/runs.csv')
    // A header, and 40 seeds of six ways with five providers.
    expect(csv.body.trimEnd().split('\n')).toHaveLength(1 + 40 * 6 * 5)
    const json: unknown = JSON.parse((await service.stranger.get('/before-buying/ranges.json')).body)
    expect(json).toMatchObject({
      format: 'roundtable/before-buying@1',
      assumed: { people: 240, price: 27.6 },
    })
  })
})
