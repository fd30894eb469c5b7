import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../dates/plain-date.ts'
import { type Allowance, countInUnit, tookUntil, waitingFor } from './waiting.ts'

const planned = aRecord().planned()
const working: Allowance = {
  from: day('2026-03-27'),
  count: 20,
  unit: 'working-days',
  stages: ['review'],
  what: 'An answer',
}
const calendar: Allowance = { ...working, from: day('2026-03-01'), count: 28, unit: 'days' }

describe('how long a step has been waited for', () => {
  // 27 March 2026 is a Friday; Good Friday is 3 April and Easter Monday 6 April.
  test.each<[string, Allowance, string, string]>([
    [
      'on the day itself',
      working,
      '2026-03-27',
      'Day 0 of 20 working days. An answer is due by 28 April 2026.',
    ],
    ['over a weekend', working, '2026-03-30', 'Day 1 of 20 working days. An answer is due by 28 April 2026.'],
    ['over Easter', working, '2026-04-07', 'Day 5 of 20 working days. An answer is due by 28 April 2026.'],
    [
      'on the last day',
      working,
      '2026-04-28',
      'Day 20 of 20 working days. An answer is due by 28 April 2026.',
    ],
    ['a day late', working, '2026-04-29', 'An answer was due by 28 April 2026. It is 1 working day late.'],
    // The early May bank holiday is 4 May.
    [
      'a weekend late',
      working,
      '2026-05-05',
      'An answer was due by 28 April 2026. It is 4 working days late.',
    ],
    ['in calendar days', calendar, '2026-03-20', 'Day 19 of 28 days. An answer is due by 29 March 2026.'],
    [
      'late in calendar days',
      calendar,
      '2026-04-01',
      'An answer was due by 29 March 2026. It is 3 days late.',
    ],
  ])('%s', (_name, allowance, on, says) => {
    expect(waitingFor(planned.state(on), allowance)?.says).toBe(says)
  })

  test('a hold that was told, with a reason and an end, stops the clock', () => {
    const held = planned.with('hold', {
      on: '2026-03-10',
      stage: 'review',
      why: 'She asked us to wait.',
      until: '2026-03-24',
      told: true,
    })
    expect(waitingFor(held.state('2026-03-20'), calendar)?.says).toBe(
      'Day 19 of 42 days. An answer is due by 12 April 2026. The clock stood still for 14 days, because of a hold.',
    )
  })

  test('a hold that nobody was told of does not', () => {
    const held = planned.with('hold', {
      on: '2026-03-10',
      stage: 'review',
      why: 'Busy.',
      until: '2026-03-24',
      told: false,
    })
    expect(waitingFor(held.state('2026-03-20'), calendar)?.due).toBe('2026-03-29')
  })

  test('where no calendar of bank holidays reaches, no day is promised', () => {
    const far = { ...working, from: day('1999-03-01') }
    expect(waitingFor(planned.state('2026-03-20'), far)).toBeUndefined()
  })
})

describe('how long a step took', () => {
  test.each<[string, string, string]>([
    ['in time', '2026-03-13', 'It took 12 days. The council gives itself 28 days.'],
    ['on the last day', '2026-03-29', 'It took 28 days. The council gives itself 28 days.'],
    ['late', '2026-03-30', 'It took 29 days. The council gives itself 28 days, so this was 1 day late.'],
  ])('%s', (_name, done, says) => {
    expect(tookUntil(planned.state('2026-05-01'), calendar, day(done))).toBe(says)
  })
})

test.each<[number, Allowance['unit'], string]>([
  [1, 'days', '1 day'],
  [0, 'days', '0 days'],
  [1, 'working-days', '1 working day'],
  [2, 'working-days', '2 working days'],
])('%d in %s', (count, unit, words) => expect(countInUnit(count, unit)).toBe(words))
