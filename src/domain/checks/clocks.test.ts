import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { all } from '../../record/state.ts'
import { day } from '../dates/plain-date.ts'
import {
  dayOfEntry,
  dueInDays,
  dueInMonths,
  dueInWeeks,
  dueInWorkingDays,
  lateInWords,
  lateness,
} from './clocks.ts'

const from = day('2026-01-05')
const bare = aRecord().contacted()
const held = (
  fields: { stage?: 'assessment' | 'plan'; why?: string; until?: string; told?: boolean },
  on = '2026-01-10',
) => bare.with('hold', { on, stage: 'assessment', why: 'An interpreter is booked', told: true, ...fields })

describe('when something is due', () => {
  test.each([
    ['28 days', dueInDays, 28, '2026-02-02'],
    ['no days', dueInDays, 0, '2026-01-05'],
    ['part of a day is dropped', dueInDays, 28.9, '2026-02-02'],
    ['8 weeks', dueInWeeks, 8, '2026-03-02'],
    ['20 working days', dueInWorkingDays, 20, '2026-02-02'],
    ['60 working days', dueInWorkingDays, 60, '2026-03-30'],
    ['12 months', dueInMonths, 12, '2027-01-05'],
  ])('%s', (_, dueIn, count, due) => {
    expect(dueIn(bare.state(), from, count)).toBe(due)
  })

  test('bank holidays are no working days: Good Friday and Easter Monday 2026', () => {
    expect(dueInWorkingDays(bare.state(), day('2026-03-30'), 20)).toBe('2026-04-29')
  })

  test('a month from 31 January is the last day of February', () => {
    expect(dueInMonths(bare.state(), day('2026-01-31'), 1)).toBe('2026-02-28')
  })

  test.each([
    ['days beyond every calendar', dueInDays, 1e9],
    ['months beyond every calendar', dueInMonths, 1e9],
    ['working days beyond the bank holidays that are known', dueInWorkingDays, 1e6],
  ])('%s: nothing is ever due, and nothing is thrown', (_, dueIn, count) => {
    expect(dueIn(bare.state(), from, count)).toBeUndefined()
  })
})

describe('a hold', () => {
  const due = (record: typeof bare, ...stages: readonly ('assessment' | 'plan')[]) =>
    dueInDays(record.state('2026-06-01'), from, 28, ...stages)

  test('that was told, with a reason and an end, moves the deadline on by its days', () => {
    // 10 to 20 January: ten days. 2 February and ten days is 12 February.
    expect(due(held({ until: '2026-01-20' }), 'assessment')).toBe('2026-02-12')
  })

  test.each([
    ['nobody was told of', { until: '2026-01-20', told: false }],
    ['has no reason', { until: '2026-01-20', why: ' ' }],
    ['has no end', {}],
    ['is of another stage', { until: '2026-01-20', stage: 'plan' as const }],
  ])('that %s stops nothing', (_, fields) => {
    expect(due(held(fields), 'assessment')).toBe('2026-02-02')
  })

  test('that was resumed before its end counts only to then', () => {
    const resumed = held({ until: '2026-01-20' }).with('resume', { on: '2026-01-13', hold: 'hold-1' })
    expect(due(resumed, 'assessment')).toBe('2026-02-05')
  })

  test('that ran past its end counts only to its end', () => {
    const overrun = held({ until: '2026-01-20' }).with('resume', { on: '2026-03-01', hold: 'hold-1' })
    expect(due(overrun, 'assessment')).toBe('2026-02-12')
  })

  test('that begins on the last day, or after it, is too late', () => {
    expect(due(held({ until: '2026-02-20' }, '2026-02-02'), 'assessment')).toBe('2026-02-02')
    expect(due(held({ until: '2026-02-20' }, '2026-02-01'), 'assessment')).toBe('2026-02-21')
  })

  test('that began before the clock did counts from the clock’s first day', () => {
    expect(due(held({ until: '2026-01-15' }, '2026-01-05'), 'assessment')).toBe('2026-02-12')
  })

  test('two that overlap count once, and one inside the time won by another counts too', () => {
    const two = held({ until: '2026-01-20' }).with('hold', {
      on: '2026-01-15',
      stage: 'assessment',
      why: 'She is ill',
      until: '2026-01-25',
      told: true,
    })
    expect(due(two, 'assessment')).toBe('2026-02-17')
    const after = held({ until: '2026-01-20' }).with('hold', {
      on: '2026-02-10',
      stage: 'assessment',
      why: 'She is ill',
      until: '2026-02-15',
      told: true,
    })
    expect(due(after, 'assessment')).toBe('2026-02-17')
  })

  test('that was corrected counts as corrected', () => {
    const corrected = held({ until: '2026-01-20' }).with('hold', {
      on: '2026-01-21',
      stage: 'assessment',
      why: 'The end was written down wrong',
      until: '2026-01-15',
      told: true,
      corrects: 'hold-1',
    })
    expect(due(corrected, 'assessment')).toBe('2026-02-07')
  })

  test('leaves out its working days where working days are counted', () => {
    // Friday 9 to Friday 16 January: five working days. 2 February and five is 9 February.
    const state = held({ until: '2026-01-16' }, '2026-01-09').state('2026-06-01')
    expect(dueInWorkingDays(state, from, 20, 'assessment')).toBe('2026-02-09')
  })
})

describe('lateness', () => {
  const on = (text: string) => ({ on: day(text) })
  const due = day('2026-02-02')

  test('done on the last day is in time, and so is what can still be done', () => {
    expect(lateness(on('2026-05-01'), due, day('2026-02-02'))).toBeUndefined()
    expect(lateness(on('2026-02-02'), due, undefined)).toBeUndefined()
    expect(lateness(on('2026-05-01'), undefined, undefined)).toBeUndefined()
  })

  test('done a day after is a day late, however long ago', () => {
    expect(lateness(on('2026-05-01'), due, day('2026-02-03'))).toEqual({ due, done: '2026-02-03', days: 1 })
  })

  test('not done counts to the day on which the record is read, and the sentence says which', () => {
    const late = lateness(on('2026-02-14'), due, undefined)
    expect(late).toEqual({ due, done: undefined, days: 12 })
    expect(late && lateInWords(late, 'it was opened', 'it is still not opened')).toBe(
      'it is still not opened, 12 days late so far',
    )
    const done = lateness(on('2026-02-14'), due, day('2026-02-03'))
    expect(done && lateInWords(done, 'it was opened', '')).toBe(
      'it was opened on 3 February 2026, 1 day late',
    )
  })
})

test('a moment counts on its day in London', () => {
  const [contact] = all(
    aRecord().on('2026-07-01').contacted().but('contact-1', { on: '2026-06-30T23:30:00Z' }).state(),
    'contact',
  )
  expect(contact && dayOfEntry(contact)).toBe('2026-07-01')
})
