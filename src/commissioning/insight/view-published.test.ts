import { describe, expect, test } from 'vitest'
import { keptRows } from '../../domain/population/earlier.ts'
import type { OpenRow, OpenStatistics } from './store-published.ts'
import { headlines, isBeside, pictureOf, suppressedIn } from './view-published.ts'

type OpenTable = OpenStatistics['tables'][number]

const row = (category: string, people: number | null, by = 'everybody', group = by): OpenRow => ({
  category,
  category_words: category,
  by,
  group,
  group_words: group,
  people,
  status: people === null ? 'suppressed' : people === 0 ? 'zero' : 'rounded',
})
const table = (id: string, rows: readonly OpenRow[]): OpenTable => ({
  id,
  title: id,
  about: id,
  rows: [...rows],
})

const contacts = table('contacts', [
  row('assess', 400),
  row('advice-only', 300),
  row('screened-out', 50),
  row('passed-on', 200),
  row('not-recorded', 0),
  row('none', 1050),
])
const year = (to: string, screenedOut: number | null) =>
  keptRows({ from: '2025-09-30', to }, [
    { table: 'contacts', category: 'screened-out', by: 'everybody', group: 'everybody', people: screenedOut },
  ])

const saying = (says: string, found: ReturnType<typeof headlines>) => found.find((each) => each.says === says)

describe('what is read first', () => {
  test('numbers, shares of a whole, and what they were before: figures written out by hand', () => {
    const found = headlines([contacts], year('2026-09-30', 35), 'Suppressed')
    expect(saying('People who asked the council for help', found)).toEqual({
      table: 'contacts',
      says: 'People who asked the council for help',
      people: '950',
      share: '',
      change: undefined,
    })
    // 50 of 950: 5.26 in a hundred.
    expect(saying('Turned away without an assessment', found)).toEqual({
      table: 'contacts',
      says: 'Turned away without an assessment',
      people: '50',
      share: 'about 5 in 100 of the 950 who asked',
      change: '15 more',
    })
  })

  test.each([
    [50, 'the same'],
    [65, '15 fewer'],
    [null, undefined],
  ])('%s before: %s', (before, expected) => {
    const found = headlines([contacts], year('2026-09-30', before), 'Suppressed')
    expect(saying('Turned away without an assessment', found)?.change).toBe(expected)
  })

  test('a suppressed number is said to be so, and nothing is added up over it', () => {
    const hidden = table('contacts', [row('assess', 400), row('screened-out', null), row('passed-on', 200)])
    const found = headlines([hidden], year('2026-09-30', 35), 'Suppressed')
    expect(found.map(({ people, share, change }) => [people, share, change])).toEqual([
      ['Suppressed', '', undefined],
      ['Suppressed', '', undefined],
    ])
  })

  test('where parts are suppressed the wide number that says the same is told', () => {
    const waits = table('waits', [
      row('waits-0-28', 40),
      row('waits-29-56', null),
      row('waits-57-182', null),
      row('waits-over-182', 30),
      row('waits', 120),
    ])
    const found = headlines([waits], undefined, 'Suppressed')
    expect(saying('Waiting for an assessment on the last day', found)?.people).toBe('120')
    expect(saying('Waiting for more than six months', found)?.share).toBe(
      'about 25 in 100 of the 120 who wait',
    )
  })

  test('a table that an older publication has not got is left out', () => {
    expect(headlines([], undefined, 'Suppressed')).toEqual([])
  })

  test('who is not meant by a table, and how many numbers are suppressed', () => {
    expect(['none', 'no-plan', 'given-none', 'not-told', 'not-eligible'].map(isBeside)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(suppressedIn([contacts, table('x', [row('a', null), row('b', 5, 'sex', 'female')])])).toEqual({
      numbers: 8,
      hidden: 1,
    })
  })

  test('who asked is everybody less who did not, where what came of it is suppressed', () => {
    const hidden = table('contacts', [
      row('assess', 400),
      row('screened-out', null),
      row('none', 600),
      row('all', 1_200),
    ])
    const found = headlines([hidden], undefined, 'Suppressed')
    expect(saying('People who asked the council for help', found)?.people).toBe('600')
  })
})

describe('a picture', () => {
  const rowsOf = (upheld: number | null, none: number | null) => [
    row('upheld', upheld),
    row('not-upheld', 15),
    { ...row('complained', 25), detail: 'wide' as const },
    row('none', none),
    row('all', 2_000),
    row('upheld', 5, 'sex', 'female'),
  ]

  test('has every part where all are shown', () => {
    const found = pictureOf(rowsOf(10, 1_975))
    expect([found?.shown.map(({ people }) => people), found?.rest]).toEqual([[10, 15], 0])
  })

  test('has the rest of the whole for what is suppressed: 2,000 less 1,975 less 15', () => {
    expect(pictureOf(rowsOf(null, 1_975))?.rest).toBe(10)
  })

  test('is not drawn where nobody can tell how much is missing', () => {
    expect(pictureOf(rowsOf(null, null))).toBeUndefined()
  })
})
