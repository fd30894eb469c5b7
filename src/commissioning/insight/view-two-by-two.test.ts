import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../domain/outcomes/two-by-two.ts'
import { solver } from '../../domain/population/a-solver.ts'
import { linearSolver } from '../../exchange/linear-solver.ts'
import type { Shown } from '../../domain/population/shown-count.ts'
import {
  type Among,
  type Placed,
  amongFrom,
  countsOf,
  foursOf,
  groupsAmong,
  keyOf,
  talkAbout,
} from './view-two-by-two.ts'
import { teamInWords } from './words.ts'

const open = await linearSolver()

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
  const seen = (shown: Shown): number | 'few' => (shown.kind === 'few' ? 'few' : shown.count)
  const numbers = (isWhole: boolean, among: Among = { kind: 'all' }) => {
    const { quarters, unknown, lost } = foursOf(PEOPLE, isWhole ? undefined : open)(among)
    return {
      quarters: quarters.map(({ quarter, count }) => [quarter.wish, quarter.grew, seen(count)]),
      unknown: seen(unknown),
      lost: [seen(lost.met), seen(lost['not-met'])],
    }
  }

  test('as they are, for whoever may open every record behind them', () => {
    expect(numbers(true)).toEqual({
      quarters: [
        ['not-met', true, 7],
        ['met', true, 20],
        ['not-met', false, 0],
        ['met', false, 2],
      ],
      unknown: 9,
      lost: [2, 0],
    })
  })

  test('two people are too few, and what is rounded around them leaves them anything from 1 to 11', () => {
    expect(numbers(false)).toEqual({
      quarters: [
        ['not-met', true, 5],
        ['met', true, 20],
        ['not-met', false, 0],
        ['met', false, 'few'],
      ],
      unknown: 10,
      lost: ['few', 0],
    })
  })

  test('a team or a provider that is not there has nobody', () => {
    expect(numbers(true, { kind: 'team', name: 'nowhere' }).unknown).toBe(0)
  })

  const PLACES: readonly (Place | null)[] = [
    null,
    ...(['met', 'not-met'] as const).flatMap((wish) =>
      (['grew', 'same', 'fell'] as const).map((growth): Place => ({ wish, growth })),
    ),
  ]
  const TEAMS = ['north', 'south', 'west'] as const
  /** How many people of each team stand at each place. */
  const table = fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
      minLength: PLACES.length,
      maxLength: PLACES.length,
    }),
    { minLength: TEAMS.length, maxLength: TEAMS.length },
  )
  const peopleOf = (rows: readonly (readonly number[])[]): readonly Placed[] =>
    rows.flatMap((row, team) =>
      row.flatMap((count, place) =>
        times(count, (index) => placed(PLACES[place] ?? null, `${team}-${place}-${index}`, TEAMS[team])),
      ),
    )

  test('no small number is shown, and none comes out by taking teams from the whole, with a solver', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const people = peopleOf(rows)
        const [safe, true_] = [foursOf(people, open), foursOf(people)]
        const all: readonly Among[] = [
          { kind: 'all' },
          ...TEAMS.map((name): Among => ({ kind: 'team', name })),
        ]
        const bounds: string[] = []
        const sums: string[] = []
        const small: string[] = []
        const say = (name: string, shown: Shown, is: Shown): void => {
          const count = is.kind === 'count' ? is.count : Number.NaN
          if (count > 0 && count < 5) {
            expect(shown.kind).toBe('few')
            small.push(name)
          }
          if (shown.kind === 'few') bounds.push(`1 <= ${name} <= 100000`)
          else if (shown.count === 0) bounds.push(`${name} = 0`)
          else bounds.push(`${Math.max(5, shown.count - 2)} <= ${name} <= ${shown.count + 2}`)
        }
        all.forEach((among, group) => {
          const [four, whole] = [safe(among), true_(among)]
          four.quarters.forEach(({ count }, place) =>
            say(`q${group}x${place}`, count, whole.quarters[place]?.count ?? count),
          )
          say(`u${group}`, four.unknown, whole.unknown)
        })
        for (const name of ['u', 'q0', 'q1', 'q2', 'q3']) {
          const [kind = '', place] = name
          const of = (group: number) => (kind === 'u' ? `u${group}` : `q${group}x${place}`)
          sums.push(`s${name}: ${TEAMS.map((_, team) => `+ ${of(team + 1)}`).join(' ')} - ${of(0)} = 0`)
        }
        const reach = (name: string, goal: 'Minimize' | 'Maximize'): number =>
          solver(
            `${goal}\n obj: ${name}\nSubject To\n ${sums.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd`,
          )?.get(name) ?? Number.NaN
        for (const name of small.slice(0, 3)) {
          const [low, high] = [reach(name, 'Minimize'), reach(name, 'Maximize')]
          expect(high).toBeGreaterThan(4)
          expect(high - low).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('those to talk about: met and lost ground, gained and not met', () => {
    const { metFell, grewAgainst } = talkAbout(PEOPLE, { kind: 'all' })
    expect(metFell).toEqual(['c0', 'c1'])
    expect(grewAgainst).toHaveLength(7)
  })
})

test.each([
  ['eastfield', 'Eastfield'],
  ['old-town', 'Old Town'],
  ['north', 'North'],
  ['west-riding', 'West Riding'],
])('the team %s is called %s', (team, called) => expect(teamInWords(team)).toBe(called))
