import { describe, expect, test } from 'vitest'
import type { Place } from '../../domain/outcomes/two-by-two.ts'
import {
  type Placed,
  amongFrom,
  countsOf,
  groupsAmong,
  keyOf,
  quartersOf,
  talkAbout,
} from './view-two-by-two.ts'

const placed = (
  place: Place | null,
  record: string,
  team = 'north',
  provider: string | null = null,
): Placed => ({
  record,
  team,
  figures: { place, started: provider === null ? [] : [{ provider }], ended: [] },
})
const times = (count: number, make: (index: number) => Placed): readonly Placed[] =>
  Array.from({ length: count }, (_, index) => make(index))

const MET_GREW: Place = { wish: 'met', growth: 'grew' }
const MET_FELL: Place = { wish: 'met', growth: 'fell' }
const AGAINST: Place = { wish: 'not-met', growth: 'grew' }

const PEOPLE = [
  ...times(20, (index) => placed(MET_GREW, `a${index}`, 'north', 'brightwater-care')),
  ...times(7, (index) => placed(AGAINST, `b${index}`, 'south')),
  ...times(2, (index) => placed(MET_FELL, `c${index}`, 'south', 'brightwater-care')),
  ...times(9, (index) => placed(null, `d${index}`, 'south')),
]

describe('whose', () => {
  test('every team and every provider, and only those', () => {
    expect(groupsAmong(PEOPLE).map(keyOf)).toEqual(['team:north', 'team:south', 'provider:brightwater-care'])
    expect(amongFrom('', PEOPLE)).toEqual({ kind: 'all' })
    expect(amongFrom('team:west', PEOPLE)).toBeUndefined()
    expect(amongFrom('provider:__proto__', PEOPLE)).toBeUndefined()
  })

  test('people of a provider are those to whom it has given support', () => {
    const among = amongFrom('provider:brightwater-care', PEOPLE)
    expect(among && countsOf(PEOPLE, among).people).toBe(22)
  })
})

describe('the four', () => {
  const numbers = (isWhole: boolean) =>
    quartersOf(countsOf(PEOPLE, { kind: 'all' }), isWhole).quarters.map(({ quarter, count }) => [
      quarter.wish,
      quarter.grew,
      count.kind === 'shown' ? count.count : count.why,
    ])

  test('as they are, for whoever may open every record behind them', () => {
    expect(numbers(true)).toEqual([
      ['not-met', true, 7],
      ['met', true, 20],
      ['not-met', false, 0],
      ['met', false, 2],
    ])
  })

  test('two people are too few, and another number goes with them', () => {
    const shown = numbers(false)
    expect(shown.at(-1)).toEqual(['met', false, 'small'])
    expect(shown.filter(([, , count]) => count === 'beside-small').length).toBe(1)
  })

  test('those to talk about: met and lost ground, gained and not met', () => {
    const { metFell, grewAgainst } = talkAbout(PEOPLE, { kind: 'all' })
    expect(metFell).toEqual(['c0', 'c1'])
    expect(grewAgainst).toHaveLength(7)
  })
})
