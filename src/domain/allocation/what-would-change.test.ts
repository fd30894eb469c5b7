import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import type { Level } from '../outcomes/ladder.ts'
import { type Topic } from '../outcomes/topics.ts'
import { bothWays, weekOf } from './both-ways.ts'
import { indicativeBudget } from './built-up.ts'
import type { AllocationFacts, Help, Said } from './facts.ts'
import { type Model, parseModel } from './model.ts'
import { whatWouldChange } from './what-would-change.ts'

const parsed = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.errors))
const model: Model = parsed.model

const NAMES: Record<string, string> = { p: 'Sunita Vallory', k: 'Karan Vallory', s: 'Keith Bromwell' }
let next = 0
const said = (by: string, topic: Topic, figures: Partial<Said>, on = '2026-05-01'): Said => {
  next += 1
  return { entry: `said-${next}`, saidBy: by, saidByName: NAMES[by] ?? by, topic, on: day(on), ...figures }
}
const karan = (hours: number, topics: readonly Topic[], more: Partial<Help> = {}): Help => ({
  entry: 'help-1',
  carer: 'k',
  carerName: 'Karan Vallory',
  hoursAWeek: hours,
  topics,
  willing: true,
  able: true,
  agreed: true,
  ...more,
})
const factsWith = (
  needs: readonly Topic[],
  list: readonly Said[],
  help: readonly Help[] = [],
): AllocationFacts => ({
  needs: [{ id: 'need-1', topics: needs }],
  said: list,
  help,
  on: day('2026-05-20'),
})
const changes = (facts: AllocationFacts, line: string) =>
  Object.fromEntries(whatWouldChange(model, facts, line).map((change) => [change.id, change]))
const WASHING = said('p', 'hygiene', { level: 1, times: 8, minutes: 45 })

describe('what would change a line', () => {
  const facts = factsWith(['hygiene'], [WASHING], [karan(0.75, ['hygiene'])])

  test('washing, eight times 45 minutes, with a brother on Sundays: worked by hand', () => {
    const found = whatWouldChange(model, facts, 'hygiene')
    expect(found.map(({ id, difference, says }) => [id, difference, says])).toEqual([
      // 45 minutes at £27.60 are £20.70
      ['one-more', 2_070, 'One more time a week: £20.70 a week more.'],
      ['one-fewer', -2_070, 'One time a week fewer: £20.70 a week less.'],
      // 8 x 15 minutes are 2 hours
      ['longer', 5_520, '15 minutes more each time: £55.20 a week more.'],
      // 6 hours more
      ['two-helpers', 16_560, 'Two helpers at once: £165.60 a week more.'],
      ['level-0', 0, 'Level 0, “Someone does this for me”, instead of level 1: no change to the sum.'],
      [
        'level-2',
        0,
        'Level 2, “I do this if someone prompts me or is nearby”, instead of level 1: no change to the sum.',
      ],
      ['without-k', 2_070, 'If Karan Vallory stopped helping: £20.70 a week more.'],
      // 5.25 h x 24.10 = 126.525, 5.25 h x 32.14 = 168.735
      [
        'price-low',
        -1_837,
        'If all of this support, in every line, had the lowest published price, £24.10 an hour: £18.37 a week less.',
      ],
      [
        'price-high',
        2_384,
        'If all of this support, in every line, had the highest published price, £32.14 an hour: £23.84 a week more.',
      ],
    ])
    expect(found.every((change) => change.weekly === 14_490 + change.difference)).toBe(true)
  })

  test('where times were not said, another level has other typical support', () => {
    const typical = factsWith(['nutrition'], [said('p', 'nutrition', { level: 1 })])
    const found = changes(typical, 'nutrition')
    // level 1: 14 x 30 min = 7 h, 193.20; level 0: 21 x 30 = 10.5 h, 289.80; level 2: 14 x 15 = 3.5 h, 96.60
    expect(found['level-0']?.difference).toBe(9_660)
    expect(found['level-2']?.difference).toBe(-9_660)
    expect(found['one-more']?.difference).toBe(1_380)
  })

  test('doing it alone takes the line away, even where it is the only one', () => {
    const little = {
      ...factsWith([], [said('p', 'community', { level: 3, times: 1, minutes: 60 })]),
      needs: [],
    }
    const found = changes(little, 'community')
    expect(found['level-4']).toMatchObject({ difference: -1_920, weekly: 0, lineDifference: -1_920 })
  })

  test('hours that one line no longer takes come off another: the line and the week are told apart', () => {
    const two = factsWith(
      ['hygiene', 'clothing'],
      [WASHING, said('p', 'clothing', { level: 1, times: 14, minutes: 20 })],
      [karan(7, ['hygiene', 'clothing'])],
    )
    // All 6 h of washing and 1 h of dressing are Karan's; one time fewer sets 45 minutes free for dressing.
    expect(changes(two, 'hygiene')['one-fewer']).toMatchObject({ difference: -2_070, lineDifference: 0 })
    expect(changes(two, 'hygiene')['without-k']).toMatchObject({ difference: 19_320, lineDifference: 16_560 })
  })

  test('sharing is offered where the model has it, and can be taken back', () => {
    const out = factsWith(['community'], [said('p', 'community', { level: 1, times: 2, minutes: 150 })])
    expect(changes(out, 'community')['shared']).toMatchObject({ difference: -4_800 })
    const shared = {
      ...out,
      shared: [{ entry: 'shared-1', topic: 'community' as const, people: 2, agreed: true }],
    }
    expect(changes(shared, 'community')['not-shared']).toMatchObject({ difference: 4_800, lineDifference: 0 })
    expect(changes(shared, 'sharing-community')['not-shared']).toMatchObject({
      difference: 4_800,
      lineDifference: 4_800,
    })
    expect(changes(facts, 'hygiene')['shared']).toBeUndefined()
  })

  test('a night: one more, a waking one, another price', () => {
    const nights = factsWith(['night'], [said('p', 'night', { level: 2, times: 3 })])
    const found = changes(nights, 'night')
    expect(found['one-more']?.says).toBe('One more night a week: £115.56 a week more.') // 9 h x 12.84
    expect(found['level-1']?.difference).toBe(23_976) // 27 h x (21.72 - 12.84)
    expect(found['price-high']?.difference).toBe(10_638) // 27 h x (16.78 - 12.84)
    expect(found['longer']).toBeUndefined()
    const every = factsWith(['night'], [said('p', 'night', { level: 2, times: 7 })])
    expect(changes(every, 'night')['one-more']).toBeUndefined()
  })

  test('travel follows the times', () => {
    const lesson = factsWith(
      ['work-learning'],
      [said('p', 'work-learning', { level: 1, times: 2, minutes: 180 })],
    )
    expect(changes(lesson, 'travel-work-learning')['one-more']).toMatchObject({
      difference: 5_948,
      lineDifference: 188,
    })
  })

  test('what is disputed, if it stands', () => {
    const disputed = said('s', 'hygiene', { level: 1, times: 4, minutes: 45, disputed: true }, '2026-05-04')
    const found = changes(factsWith(['hygiene'], [WASHING, disputed]), 'hygiene')
    expect(found[`stands-${disputed.entry}`]).toMatchObject({
      difference: -8_280,
      says: 'If what Keith Bromwell said on 4 May 2026 stands: £82.80 a week less.',
    })
  })

  test('no line, no changes; contingency follows the rest', () => {
    expect(whatWouldChange(model, facts, 'toilet')).toEqual([])
    const cautious = { ...model, 'contingency-percent': 5 }
    expect(whatWouldChange(cautious, facts, 'contingency')).toEqual([])
    expect(whatWouldChange(cautious, facts, 'hygiene')[0]).toMatchObject({
      difference: 2_173,
      lineDifference: 2_070,
    })
    expect(whatWouldChange(model, { ...facts, said: [] }, 'hygiene')).toEqual([])
  })
})

describe('the sum both ways', () => {
  const every = said('s', 'relationships', { level: 1, times: 1, minutes: 120, disputed: true }, '2026-05-03')
  const old = said('s', 'hygiene', { level: 2, times: 2, minutes: 30, disputed: true }, '2026-05-04')
  const facts = factsWith(
    ['hygiene', 'relationships'],
    [WASHING, said('p', 'relationships', { level: 1, times: 2, minutes: 120 }), every, old],
  )

  test('set aside, if all of it stands, and each alone: worked by hand', () => {
    const { setAside, ifAllStand, each } = bothWays(model, facts)
    // 6 h x 27.60 + 4 h x 19.20 = 165.60 + 76.80; if all stands 1 h x 27.60 + 2 h x 19.20
    expect(weekOf(setAside)).toBe(24_240)
    expect(weekOf(ifAllStand)).toBe(6_600)
    expect(each.map(({ entry, name, topic, difference }) => [entry, name, topic, difference])).toEqual([
      [every.entry, 'Keith Bromwell', 'relationships', -3_840],
      [old.entry, 'Keith Bromwell', 'hygiene', -13_800],
    ])
  })

  test('what was said against a disputed entry gives way if that one stands', () => {
    const theirs = said('s', 'hygiene', { level: 1, times: 4, minutes: 45, disputed: true })
    const instead = said(
      'p',
      'hygiene',
      { level: 1, times: 8, minutes: 45, against: theirs.entry },
      '2026-05-04',
    )
    const { setAside, ifAllStand, each } = bothWays(model, factsWith(['hygiene'], [theirs, instead]))
    expect(weekOf(setAside)).toBe(16_560)
    // Without the later words, 3 h stand instead of 6.
    expect(weekOf(ifAllStand)).toBe(8_280)
    expect(each.map(({ difference }) => difference)).toEqual([-8_280])
  })

  test('disputed help, too', () => {
    const { setAside, each } = bothWays(
      model,
      factsWith(['hygiene'], [WASHING], [karan(2, ['hygiene'], { disputed: true })]),
    )
    expect(weekOf(setAside)).toBe(16_560)
    expect(each).toMatchObject([
      { entry: 'help-1', name: 'Karan Vallory', topic: undefined, difference: -5_520 },
    ])
  })

  test('where the only words are disputed, the one sum is not known, and no difference is made up', () => {
    const only = factsWith(['toilet'], [said('s', 'toilet', { level: 0, disputed: true })])
    const { setAside, ifAllStand, each } = bothWays(model, only)
    expect(setAside).toEqual({ kind: 'needs', facts: [{ fact: 'level', topic: 'toilet' }] })
    expect(weekOf(ifAllStand)).toBe(19_320) // typical: 28 x 15 min = 7 h
    expect(each[0]?.difference).toBeUndefined()
  })

  test('nothing disputed: one sum, both ways', () => {
    const { setAside, ifAllStand, each } = bothWays(model, factsWith(['hygiene'], [WASHING]))
    expect(ifAllStand).toBe(setAside)
    expect(each).toEqual([])
  })

  test('one alone and all together agree where one alone is disputed', () => {
    const figures = fc.record({
      times: fc.nat(20),
      minutes: fc.integer({ min: 5, max: 120 }),
      level: fc.constantFrom<Level>(0, 1, 2, 3, 4),
    })
    fc.assert(
      fc.property(figures, figures, (agreed, disputed) => {
        const list = [
          said('p', 'hygiene', agreed),
          said('s', 'hygiene', { ...disputed, disputed: true }, '2026-05-04'),
        ]
        const { setAside, ifAllStand, each } = bothWays(model, factsWith(['hygiene'], list))
        expect(each[0]?.budget).toEqual(ifAllStand)
        expect((weekOf(setAside) ?? 0) + (each[0]?.difference ?? 0)).toBe(weekOf(ifAllStand))
        expect(setAside).toMatchObject({
          value: { weekly: weekOf(indicativeBudget(model, factsWith(['hygiene'], list.slice(0, 1)))) },
        })
      }),
      { numRuns: 200 },
    )
  })
})
