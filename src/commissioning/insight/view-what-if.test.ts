import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { parseModel } from '../../domain/allocation/model.ts'
import { day } from '../../domain/dates/plain-date.ts'
import { gainsInWords, groupsInWords } from '../../domain/population/gains-words.ts'
import type { Gains, GroupGains } from '../../domain/population/gains.ts'
import { askedFor, fewWithOthers, mostTouched, queryOf } from './view-what-if.ts'

const read = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (read.kind === 'invalid') throw new Error('the published model does not read')
const { model } = read
const asked = (query: string) => {
  const values = new URLSearchParams(query)
  return askedFor(model, day('2026-11-21'), (name) => values.get(name) ?? '')
}

describe('what is asked for', () => {
  test.each([
    ['', []],
    ['agency=27.60', []],
    [
      'agency=£ 26.60&contingency=5%25',
      [
        ['agency', 26.6],
        ['contingency', 5],
      ],
    ],
    [`version=${model.version}&awake=90`, [['awake', 90]]],
  ])('%j moves %j', (query, moves) => {
    const { errors, moves: found } = asked(query)
    expect(errors).toEqual([])
    expect([...found]).toEqual(moves)
  })

  test.each([
    'agency=',
    'agency=0',
    'agency=1,000,000',
    'agency=NaN',
    'typical=-1',
    'version=x',
    'awake=9e9',
  ])('%j moves nothing, and but for an empty box a sentence says why', (query) => {
    const found = asked(query)
    expect(found.moves.size).toBe(0)
    expect(found.model).toBe(model)
    expect(found.errors.length).toBe(query === 'agency=' ? 0 : 1)
  })

  test('the address says the same again', () => {
    const { moves } = asked('agency=26.60&contingency=2.5')
    expect([...asked(queryOf(model, moves)).moves]).toEqual([...moves])
  })
})

test('those whose sum changes most come first, who lose before who gain; nobody without a record', () => {
  const touched = mostTouched(
    ['a', null, 'b', 'c', 'd'],
    Float64Array.of(100, 100, 100, 100, Number.NaN),
    Float64Array.of(110, 1, 40, 100, 50),
    10,
  )
  expect(touched.map(({ record }) => record)).toEqual(['b', 'a'])
})

const gains = (people: number, lose: number, change = -100 * lose): Gains => ({
  people,
  lose,
  gain: 0,
  before: people * 1000,
  after: people * 1000 + change,
  belowCostBefore: 0,
  belowCostAfter: lose,
})

describe('what somebody reads who may not see each', () => {
  test('where fewer than five are touched, neither how many nor how much', () => {
    const { facts, parts, says } = gainsInWords(gains(50, 3), 0, false)
    const text = JSON.stringify([facts, parts, says])
    expect(text).toContain('Too few people are touched to show it')
    expect(text).not.toMatch(/£3\.00|"3"|£497\.00/)
    expect(gainsInWords(gains(50, 3), 0, true).says).toBe('£3.00 less a week. 3 would lose, 0 would gain.')
  })

  test('who takes everything shown from the totals is left with five people or more, or with no group', () => {
    const people = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(people, (sizes) => {
        const groups = sizes.map((size) => gains(size, Math.floor(size / 3)))
        const hidden = groups.filter((_, index) => groupsInWords(groups, false)[index]?.kind === 'hidden')
        const left = hidden.reduce((sum, group) => sum + group.people, 0)
        const all = sizes.reduce((sum, size) => sum + size, 0)
        const there = sizes.filter((size) => size > 0).length
        expect(hidden.length === 0 || left === all || (left >= 5 && hidden.length > 1) || there === 1).toBe(
          true,
        )
        for (const [index, shown] of groupsInWords(groups, false).entries()) {
          if (shown.kind === 'shown') expect(sizes[index] === 0 || (sizes[index] ?? 0) >= 5).toBe(true)
        }
      }),
    )
  })

  test('a group of three is hidden, and the next smallest with it: nothing comes out by taking away', () => {
    const shown = groupsInWords([gains(200, 20), gains(3, 1), gains(40, 8)], false)
    expect(shown.map(({ kind }) => kind)).toEqual(['shown', 'hidden', 'hidden'])
    // One and two are three together: a third goes with them.
    expect(
      groupsInWords([gains(1, 1), gains(2, 1), gains(40, 8), gains(90, 8)], false).map(({ kind }) => kind),
    ).toEqual(['hidden', 'hidden', 'hidden', 'shown'])
    expect(groupsInWords([gains(3, 1), gains(4, 1), gains(40, 8)], false).map(({ kind }) => kind)).toEqual([
      'hidden',
      'hidden',
      'shown',
    ])
    expect(groupsInWords([gains(3, 1), gains(40, 8)], true).every(({ kind }) => kind === 'shown')).toBe(true)
  })
})

describe('the few who are not 18 yet', () => {
  const group = (id: string, people: number, lose: number): GroupGains => ({
    division: 'age',
    group: id,
    people,
    lose,
    gain: 0,
    before: 100 * people,
    after: 90 * people,
    belowCostBefore: 1,
    belowCostAfter: 2,
  })

  test('stand with the next ages, so that they hide nobody else', () => {
    const [first, ...others] = fewWithOthers([
      group('under-18', 3, 1),
      group('18-64', 40, 10),
      group('85-and-over', 9, 0),
    ])
    expect(first).toEqual({
      division: 'age',
      group: 'under-65',
      people: 43,
      lose: 11,
      gain: 0,
      before: 4_300,
      after: 3_870,
      belowCostBefore: 2,
      belowCostAfter: 4,
    })
    expect(others.map((each) => each.group)).toEqual(['85-and-over'])
  })

  test('stand by themselves where they are enough, and where nobody is of the next ages', () => {
    const enough = [group('under-18', 5, 1), group('18-64', 40, 10)]
    expect(fewWithOthers(enough)).toEqual(enough)
    const alone = [group('under-18', 2, 1), group('65-84', 40, 10)]
    expect(fewWithOthers(alone)).toEqual(alone)
  })
})
