import { join } from 'node:path'
import { render } from 'preact-render-to-string'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { parseModel } from '../../domain/allocation/model.ts'
import { parsePointsModel } from '../../domain/allocation/points.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { aPerson } from '../../domain/population/a-person.ts'
import { draftFile } from '../../exchange/model-file.ts'
import { fromYaml, modelFrom, pointsFrom } from '../../exchange/published-model.ts'
import { linearSolver } from '../../exchange/linear-solver.ts'
import { openSolver } from '../../exchange/solver.ts'
import type { SeenFigures } from '../../record/log.ts'
import { type Calibrating, calibrating } from './calibrating.ts'
import { CalibrationPage } from './calibration.tsx'
import type { AtInsight } from './door.ts'
import { type Calibrated, FILES, draftOf, filesOf, tryAt } from './view-calibration.ts'
import { askedFor } from './view-what-if.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'allocation')
const model = await modelFrom(join(FOLDER, 'northmoor-2026-27.yaml'))
const points = await pointsFrom(join(FOLDER, 'northmoor-points-2026-27.yaml'))
const ON = day('2026-11-21')

/**
 * A plan that costs £30 an hour of washing and £21 an hour of going out. Half were agreed before the model was made, when the
 * published prices were £26.30 and £18.10 instead of £27.60 and £19.20, and cost as much less.
 */
const someone = (index: number): SeenFigures => {
  const [home, out] = [1 + (index % 11), index % 5]
  const then = (2630 * home + 1810 * out) / (2760 * home + 1920 * out)
  const weekly = Math.round((3000 * home + 2100 * out) * (index % 2 === 0 ? then : 1))
  const one = aPerson({
    needs: [
      { topic: 'hygiene', level: 1, times: home, minutes: 60, people: null },
      { topic: 'community', level: 2, times: out, minutes: 60, people: null },
    ],
    levels: [4, 1, 4, 4, 4, 4, 4, 4, 2, 4],
    plans: [
      {
        on: day(index % 2 === 0 ? '2026-01-05' : '2026-06-01'),
        version: '1',
        broughtOver: false,
        weekly,
        council: weekly,
        reviewBy: null,
        lines: [],
        budget: null,
      },
    ],
  })
  return {
    ...one,
    figures: { ...one.figures, place: null, owed: [], workers: { soFar: 1, since: null } },
    team: 'north',
    record: null,
    worker: null,
  }
}

const at = (people: number, of: AtInsight['of'] = { kind: 'council' }): AtInsight => ({
  of,
  people: Array.from({ length: people }, (_, index) => someone(index)),
  isBehind: false,
  model,
  today: ON,
  linearSolver,
  before: async () => [],
  publish: async () => false,
})

/** One for all tests here: to start its thread takes longer than what it solves. */
const shared = openSolver()
afterAll(() => shared.close())
const opens: Calibrating['openSolver'] = () => ({ solve: shared.solve, close: async () => undefined })
const tools: Calibrating = { points, openSolver: opens }
const wordsOf = (who: AtInsight, standing: Parameters<typeof CalibrationPage>[0]['standing']): string =>
  render(<CalibrationPage at={who} standing={standing} points={points} />)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

async function done(who: AtInsight, room = calibrating(tools)): Promise<Calibrated> {
  for (;;) {
    const standing = await room(who, false)
    if (standing.kind === 'done') return standing.found
  }
}

describe('the page', () => {
  test('the three prices beside each other, what they are not, and when and of what they were made', async () => {
    const who = at(200)
    const words = wordsOf(who, { kind: 'done', found: await done(who), stale: false })
    expect(words).toContain(
      'Worked out on 21 November 2026 from 100 plans for help at home agreed before 1 April 2026, and tried on 100 plans agreed since.',
    )
    expect(words).toContain('Home care from an agency £27.60 £30.00 £30.00')
    expect(words).toContain('A personal assistant £19.20 £21.00 £21.00')
    expect(words).toContain('awake at night: too few plans to say, so left as it is £21.72 £21.72 £21.72')
    expect(words).toContain('It is never put in force by itself.')
    // In force no sum is enough, and the fitted ones are enough for all.
    expect(words).toContain('The sum was enough for 0% 100% 100%')
    expect(words).toContain('White 100 92%, enough for 0% 100%, enough for 100%')
    expect(words).not.toContain('Work it out again')
  })

  test('a team with too few plans is told so, and shown where the council’s are', async () => {
    const who = at(90, { kind: 'team', team: 'north' })
    const words = wordsOf(who, { kind: 'done', found: await done(who), stale: false })
    expect(words).toContain('There are too few agreed plans to fit prices on.')
    expect(words).toContain('One team often has too few.')
    expect(words).not.toContain('Prices an hour')
  })

  test('while it is being worked out', () => {
    const words = wordsOf(at(0), { kind: 'working' })
    expect(words).toContain('This is being worked out now.')
    expect(words).toContain('Look again')
  })
})

describe('behind the page', () => {
  const never: Calibrating = {
    points,
    openSolver: () => ({ solve: () => new Promise(() => undefined), close: async () => undefined }),
  }

  test('nobody waits longer than a moment, and the work is begun once', async () => {
    const opened = vi.fn<Calibrating['openSolver']>(never.openSolver)
    const room = calibrating({ points, openSolver: opened })
    const who = at(200)
    const both = await Promise.all([room(who, false), room(who, true)])
    expect(both).toEqual([{ kind: 'working' }, { kind: 'working' }])
    expect(opened).toHaveBeenCalledTimes(1)
  })

  test('what was found stays while figures change, says so, and is made anew on asking', async () => {
    const room = calibrating(tools)
    const [before, after] = [at(200), at(240)]
    const first = await done(before, room)
    expect(await room(before, true)).toEqual({ kind: 'done', found: first, stale: false })
    const stale = await room(after, false)
    expect(stale).toEqual({ kind: 'done', found: first, stale: true })
    expect(wordsOf(after, stale)).toContain('The figures have changed since. Work it out again')
    await room(after, true)
    const second = await done(after, room)
    expect(second.prices?.fittedOn).toBe(120)
    // Each oversight has its own: a team is never shown the council's.
    expect((await done(at(80, { kind: 'team', team: 'north' }), room)).prices).toBeUndefined()
    expect(await done(after, room)).toBe(second)
  })

  test('where it fails, whoever waits hears of it, and the next who asks begins anew', async () => {
    let fails = true
    const room = calibrating({
      points,
      openSolver: () =>
        fails ? { solve: () => Promise.reject(new Error('broken')), close: async () => undefined } : opens(),
    })
    const who = at(200)
    await expect(room(who, false)).rejects.toThrow('broken')
    fails = false
    expect((await done(who, room)).prices?.leastSquares?.prices[0]).toBe(3000)
  })
})

describe('to try it', () => {
  test('the address of the what-if page moves just these prices, and is taken there', async () => {
    const found = await done(at(200))
    const address = found.prices && tryAt(model, found.prices, found.prices.leastSquares)
    expect(address).toBe('/insight/what-if?agency=30&personal-assistant=21&version=3')
    const query = new URLSearchParams(address?.split('?')[1])
    const asked = askedFor(model, ON, (name) => query.get(name) ?? '')
    expect(asked.errors).toEqual([])
    expect([...asked.moves]).toEqual([
      ['agency', 30],
      ['personal-assistant', 21],
    ])
  })

  test('every file is a model that the service would read, with the version of the one in force and a draft by name', async () => {
    const found = await done(at(200))
    expect(filesOf(found, model, points)).toEqual(FILES)
    for (const name of FILES) {
      const draft = draftOf(found, model, points, name)
      if (draft === undefined) throw new Error(name)
      const value = fromYaml(draftFile(draft))
      const read = draft.kind === 'built-up' ? parseModel(value) : parsePointsModel(value)
      expect(read).toMatchObject({ kind: 'model', model: { version: draft.model.version } })
      expect(draft.model.name).toMatch(/fitted to agreed plans \(a draft\)$/)
    }
    const draft = draftOf(found, model, points, 'nearest.yaml')
    const [agency] = draft?.kind === 'built-up' ? draft.model.prices : []
    expect(agency).toMatchObject({ price: 3000, from: '2026-04-01' })
    expect(agency?.source).toContain('Fitted to 100 plans agreed before 1 April 2026')
    // That page says nothing of this price.
    expect(agency?.url).toBeUndefined()
  })

  test('without plans, or points, there is no file of them', async () => {
    expect(filesOf(await done(at(20)), model, points)).toEqual([])
    const found = await done(at(200), calibrating({ points: undefined, openSolver: opens }))
    expect(filesOf(found, model, undefined)).toEqual(['nearest.yaml', 'enough.yaml'])
  })
})
