import { describe, expect, test } from 'vitest'
import { aContract, indicators } from '../../domain/contracts/a-contract.ts'
import { day } from '../../domain/dates/plain-date.ts'
import {
  type VisitSeen,
  careOn,
  daysOfMonth,
  monthAsked,
  monthOfVisits,
  monthsOf,
  timeInWords,
  toldOf,
} from './view-visits.ts'

/** An hour from eight in the morning in London, in summer: seven in UTC. */
const visit = (more: Partial<VisitSeen> = {}): VisitSeen => ({
  visit: 'v-1',
  day: day('2026-10-05'),
  plannedStart: '2026-10-05T07:00:00Z',
  plannedEnd: '2026-10-05T08:00:00Z',
  started: '2026-10-05T07:00:00Z',
  ended: '2026-10-05T08:00:00Z',
  state: 'made',
  ...more,
})
const from = (started: string, ended: string) => ({
  started: `2026-10-05T${started}:00Z`,
  ended: `2026-10-05T${ended}:00Z`,
})

describe('a visit in plain words', () => {
  test('the time is that of London', () => {
    expect(toldOf(visit())).toMatchObject({
      planned: '08:00 to 09:00',
      came: '08:00 to 09:00, 60 of 60 minutes',
      notes: [],
    })
  })

  test.each([
    ['14 minutes late, and all of it', from('07:14', '08:14'), false, false],
    ['15 minutes late', from('07:15', '08:15'), true, false],
    ['48 of 60 minutes is whole', from('07:00', '07:48'), false, false],
    ['47 of 60 minutes is short', from('07:00', '07:47'), false, true],
    ['late and short', from('07:40', '08:00'), true, true],
  ])('%s', (_, more, isLate, isShort) => {
    expect(toldOf(visit(more))).toMatchObject({ isLate, isShort })
  })

  test('late and short are said with their minutes, and what was put right with why', () => {
    const { notes } = toldOf(visit({ ...from('07:40', '08:00'), why: 'The log was of another day.' }))
    expect(notes).toEqual([
      'They came 40 minutes late.',
      'They left 40 minutes of it out.',
      'This was put right later: The log was of another day.',
    ])
  })

  test.each([
    ['missed', 'Nobody came'],
    ['no-log', 'There is no log. Nobody can tell from it if they came'],
    ['cancelled', 'It was called off before'],
  ] as const)('%s is said as such', (state, came) => {
    expect(toldOf(visit({ state, started: undefined, ended: undefined }))).toMatchObject({
      came,
      givenMinutes: 0,
    })
  })
})

describe('a month', () => {
  test('planned and given beside each other: a long visit does not make up for a short one', () => {
    const month = monthOfVisits([
      visit({ ...from('07:00', '08:40') }),
      visit({ ...from('07:30', '08:00') }),
      visit({ state: 'missed', started: undefined, ended: undefined }),
      visit({ state: 'no-log', started: undefined, ended: undefined }),
      visit({ state: 'cancelled', started: undefined, ended: undefined }),
    ])
    // Four hours were to come, the cancelled one not; 60 and 30 minutes came.
    expect(month).toMatchObject({
      planned: '4 hours',
      given: '1 hour and 30 minutes',
      missed: 1,
      noLog: 1,
      late: 1,
      short: 1,
    })
    expect(month.visits).toHaveLength(5)
  })

  test.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [60, '1 hour'],
    [61, '1 hour and 1 minute'],
    [150, '2 hours and 30 minutes'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(timeInWords(minutes)).toBe(words)
  })

  test('the months of the contract up to today, and the latest where none is asked for', () => {
    const ledger = aContract(indicators()).ledger()
    const months = monthsOf(ledger, day('2026-06-10'))
    expect(months).toEqual(['2026-06', '2026-05', '2026-04'])
    expect(monthAsked(months, '2026-05')).toBe('2026-05')
    expect(monthAsked(months, '2031-01')).toBe('2026-06')
    expect(monthAsked(months, 'never')).toBe('2026-06')
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  })

  test('what was reported for a day, for this person alone', () => {
    const ledger = aContract(indicators()).referred('p-1', 'p-2').gave('p-1', 10).ledger()
    expect(careOn(ledger, 'p-1', day('2026-04-30'))?.delivered).toBe(10)
    expect(careOn(ledger, 'p-1', day('2026-05-01'))).toBeUndefined()
    expect(careOn(ledger, 'p-2', day('2026-04-30'))).toBeUndefined()
  })
})
