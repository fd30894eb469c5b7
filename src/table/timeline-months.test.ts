import { describe, expect, test } from 'vitest'
import { aRecord } from '../../test/a-record.ts'
import { type Month, entriesOf, monthsOf, weeksInWords } from './timeline-months.ts'

// The story's plan starts on 23 February 2026: L1 is 7 hours of home care a week, given by `care`.

const bare = aRecord().supported().without('support-delivered')

const week = (record: typeof bare, from: string, to: string, on: string, delivered: number) =>
  record.with('support-delivered', {
    on,
    by: 'care',
    plan: 'plan-1',
    line: 'L1',
    from,
    to,
    planned: 7,
    delivered,
  })

const three = (second: number) =>
  week(
    week(
      week(bare, '2026-03-02', '2026-03-08', '2026-03-09', 7),
      '2026-03-09',
      '2026-03-15',
      '2026-03-16',
      second,
    ),
    '2026-03-16',
    '2026-03-22',
    '2026-03-23',
    7,
  )

const shapeOf = ({ name, happenings, open }: Month) => ({
  name,
  open,
  happenings: happenings.map((one) => (one.kind === 'weeks' ? one.told.length : one.told.entry.kind)),
})

describe('the months of a record', () => {
  test('weeks with nothing between them stand as one, the latest month first', () => {
    const [march, february] = monthsOf(three(7).state('2026-04-01')).map(shapeOf)
    expect(march).toEqual({ name: 'March 2026', open: true, happenings: [3] })
    expect(february?.name).toBe('February 2026')
  })

  test('two weeks are told one by one, and so is a week that somebody disputes', () => {
    const two = week(
      week(bare, '2026-03-02', '2026-03-08', '2026-03-09', 7),
      '2026-03-09',
      '2026-03-15',
      '2026-03-16',
      7,
    )
    expect(monthsOf(two.state('2026-04-01'))[0]?.happenings.map(({ kind }) => kind)).toEqual(['one', 'one'])
    const disputed = three(7).with('dispute', {
      on: '2026-03-24',
      by: 'p',
      of: 'support-delivered-2',
      says: 'Nobody came.',
      wants: '',
    })
    expect(
      shapeOf(monthsOf(disputed.state('2026-04-01'))[0] ?? { name: '', happenings: [], open: false }),
    ).toEqual({
      name: 'March 2026',
      open: true,
      happenings: ['dispute', 'support-delivered', 'support-delivered', 'support-delivered'],
    })
  })

  test('nothing is left out, and older months are folded once ten happenings stand open', () => {
    const state = three(7).state('2026-04-01')
    const months = monthsOf(state)
    const all = months.reduce((sum, month) => sum + entriesOf(month), 0)
    expect(all).toBe(state.told.length)
    let before = 0
    for (const { open, happenings } of months) {
      expect(open).toBe(before === 0 || (before < 10 && before + happenings.length <= 25))
      before += happenings.length
    }
    expect(months.some(({ open }) => !open)).toBe(true)
  })

  test('what is more than a year back is folded by the year', () => {
    // 1 April 2027 is 374 days after 23 March 2026 and 404 days after 21 February 2026.
    expect(monthsOf(three(7).state('2027-04-01')).map(({ name }) => name)).toContain('2026')
    expect(monthsOf(three(7).state('2027-04-01'))[0]?.name).toBe('March 2026')
  })
})

test('weeks in words say what did not come', () => {
  const weeksOf = (second: number) => {
    const state = three(second).state('2026-04-01')
    const [first] = monthsOf(state)[0]?.happenings ?? []
    return first?.kind === 'weeks' ? weeksInWords(state, first) : []
  }
  expect(weeksOf(7)).toEqual(['3 reports, of 2 to 22 March 2026. Everything came that was due.'])
  expect(weeksOf(5.5)).toEqual([
    '3 reports, of 2 to 22 March 2026. Not all of it came:',
    'Home care each morning, 9 to 15 March 2026: 1.5 hours did not come (5.5 of 7 hours came).',
  ])
})
