import { describe, expect, test } from 'vitest'
import { day } from '../dates/plain-date.ts'
import {
  CELLS,
  type Cell,
  type OutcomeFacts,
  type Sight,
  type Wish,
  countPlaces,
  isToTalkAbout,
  placeOf,
  twoByTwo,
  wishFound,
} from './two-by-two.ts'

const sight = (on: string, by: Sight['by'], more: Partial<Sight>): Sight => ({
  on: day(on),
  by,
  entry: `${by}-${on}`,
  ...more,
})
const wish = (more: Partial<Wish>): Wish => ({
  entry: 'goal-1',
  on: day('2026-01-01'),
  type: 'gain',
  topics: ['community'],
  words: 'The bus by me',
  now: 1,
  hoped: 3,
  seen: [],
  ...more,
})

describe('was it met?', () => {
  test.each<[string, Partial<Wish>, string | undefined]>([
    ['nobody has seen anything', {}, undefined],
    ['the step hoped for', { seen: [sight('2026-02-01', 'person', { level: 3 })] }, 'met'],
    ['a step short', { seen: [sight('2026-02-01', 'person', { level: 2 })] }, 'not-met'],
    ['the provider alone says so', { seen: [sight('2026-02-01', 'provider', { level: 4 })] }, undefined],
    [
      'the provider says so after the person said no',
      { seen: [sight('2026-02-01', 'person', { level: 1 }), sight('2026-03-01', 'provider', { level: 4 })] },
      'not-met',
    ],
    [
      'the worker speaks last',
      { seen: [sight('2026-02-01', 'person', { level: 2 }), sight('2026-03-01', 'worker', { level: 3 })] },
      'met',
    ],
    [
      'both on one day: the person decides, whichever was written first',
      { seen: [sight('2026-02-01', 'person', { level: 2 }), sight('2026-02-01', 'worker', { level: 4 })] },
      'not-met',
    ],
    [
      'attained as hoped goes before the step',
      { seen: [sight('2026-02-01', 'person', { level: 2, attained: 0 })] },
      'met',
    ],
    [
      'attained less than hoped',
      { seen: [sight('2026-02-01', 'worker', { level: 4, attained: -1 })] },
      'not-met',
    ],
    [
      'kept as it was',
      { type: 'keep', hoped: undefined, seen: [sight('2026-02-01', 'person', { level: 1 })] },
      'met',
    ],
    [
      'not kept',
      { type: 'keep', hoped: undefined, seen: [sight('2026-02-01', 'person', { level: 0 })] },
      'not-met',
    ],
    [
      'losing no more than feared',
      { type: 'slow-decline', now: 3, hoped: 2, seen: [sight('2026-02-01', 'person', { level: 2 })] },
      'met',
    ],
    [
      'the sea is on no ladder',
      { type: 'experience', seen: [sight('2026-02-01', 'person', { level: 4 })] },
      undefined,
    ],
    [
      'the sea was seen',
      { type: 'experience', seen: [sight('2026-02-01', 'person', { attained: 2 })] },
      'met',
    ],
  ])('%s', (_, more, expected) => {
    expect(wishFound(wish(more))?.found).toBe(expected)
  })
})

const rungs = (...seen: readonly Sight[]): OutcomeFacts['rungs'] => [{ topic: 'community', seen }]

describe('where one person stands', () => {
  const met = wish({ seen: [sight('2026-06-01', 'person', { attained: 0 })] })
  const notMet = wish({ seen: [sight('2026-06-01', 'person', { attained: -1 })] })
  const from = sight('2026-01-01', 'person', { level: 2 })

  test.each<[string, OutcomeFacts, string | undefined]>([
    [
      'met and grew',
      { wishes: [met], rungs: rungs(from, sight('2026-06-01', 'person', { level: 3 })) },
      'met-grew',
    ],
    [
      'met and fell',
      { wishes: [met], rungs: rungs(from, sight('2026-06-01', 'person', { level: 1 })) },
      'met-fell',
    ],
    [
      'not met, the same',
      { wishes: [notMet], rungs: rungs(from, sight('2026-06-01', 'person', { level: 2 })) },
      'not-met-same',
    ],
    [
      'half of what was wanted is not most of it',
      { wishes: [met, notMet], rungs: rungs(from, sight('2026-06-01', 'person', { level: 3 })) },
      'not-met-grew',
    ],
    ['seen once', { wishes: [met], rungs: rungs(from) }, undefined],
    [
      'seen twice on one day',
      { wishes: [met], rungs: rungs(from, sight('2026-01-01', 'person', { level: 4 })) },
      undefined,
    ],
    [
      'the person saw it once and the worker once: two pairs of eyes are no climb',
      { wishes: [met], rungs: rungs(from, sight('2026-06-01', 'worker', { level: 4 })) },
      undefined,
    ],
    [
      'the worker saw it twice, the person once',
      {
        wishes: [met],
        rungs: rungs(
          from,
          sight('2026-01-01', 'worker', { level: 1 }),
          sight('2026-06-01', 'worker', { level: 2 }),
        ),
      },
      'met-grew',
    ],
    [
      'what the provider sees counts for nothing',
      {
        wishes: [met],
        rungs: rungs(
          sight('2026-01-01', 'provider', { level: 0 }),
          sight('2026-06-01', 'provider', { level: 4 }),
        ),
      },
      undefined,
    ],
    [
      'two up and one down is up',
      {
        wishes: [met],
        rungs: [
          ...rungs(from, sight('2026-06-01', 'person', { level: 4 })),
          { topic: 'hygiene', seen: [from, sight('2026-06-01', 'person', { level: 1 })] },
        ],
      },
      'met-grew',
    ],
  ])('%s', (_, facts, expected) => {
    const place = placeOf(facts)
    expect(place === undefined ? undefined : `${place.wish}-${place.growth}`).toBe(expected)
    const answer = twoByTwo(facts)
    expect(answer.kind).toBe(expected === undefined ? 'needs' : 'known')
  })

  test('with its reasons, in words', () => {
    const answer = twoByTwo({
      wishes: [
        wish({ seen: [sight('2026-06-01', 'person', { level: 3 })] }),
        wish({ words: 'The sea', type: 'experience' }),
      ],
      rungs: rungs(from, sight('2026-06-01', 'person', { level: 3 })),
    })
    expect(answer.kind === 'known' && answer.because.map(({ says }) => says)).toEqual([
      '“The bus by me” was met: on 1 June 2026 the person said “I do this with equipment, technology or more time”. Hoped for: “I do this with equipment, technology or more time”.',
      '“The sea”: nobody can say yet whether it was met. It is left out.',
      'Getting out and about: 1 step up, as the person saw it on 1 January 2026 and on 1 June 2026.',
    ])
  })

  test('the ones to talk about are the two corners', () => {
    expect(CELLS.filter((cell) => isToTalkAbout(placeOfCell(cell)))).toEqual(['met-fell', 'not-met-grew'])
  })
})

const placeOfCell = (cell: Cell) =>
  ({
    wish: cell.startsWith('not-met') ? 'not-met' : 'met',
    growth: cell.endsWith('grew') ? 'grew' : cell.endsWith('same') ? 'same' : 'fell',
  }) as const

const cells = (...counts: readonly number[]) => ({
  people: counts.reduce((sum, n) => sum + n, 0),
  unknown: counts[6] ?? 0,
  cells: {
    'met-grew': counts[0] ?? 0,
    'met-same': counts[1] ?? 0,
    'met-fell': counts[2] ?? 0,
    'not-met-grew': counts[3] ?? 0,
    'not-met-same': counts[4] ?? 0,
    'not-met-fell': counts[5] ?? 0,
  },
})

describe('many people', () => {
  test('are counted, those of whom it is not known apart', () => {
    expect(
      countPlaces([
        { wish: 'met', growth: 'grew' },
        { wish: 'met', growth: 'grew' },
        undefined,
        { wish: 'not-met', growth: 'fell' },
      ]),
    ).toEqual(cells(2, 0, 0, 0, 0, 1, 1))
  })
})
