import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { rounds } from '../../domain/checks/steps.ts'
import { holds } from './view.ts'

// The story: asked 5 January 2026, opened 12, closed 26, decided 28; plan 16 February; lines started 23 February.

const stepsOf = (record: ReturnType<typeof aRecord>, on: string) =>
  rounds(record.state(on)).map(({ steps }) =>
    steps.map(({ name, days, allowed, done, late }) =>
      [name, `${days} of ${allowed}`, done === undefined ? 'waits' : 'done', late ? 'late' : '']
        .join(' ')
        .trim(),
    ),
  )

describe('how long each step has taken', () => {
  test('from asking to support', () => {
    expect(stepsOf(aRecord().supported(), '2026-03-23')).toEqual([
      ['open 7 of 28 done', 'close 14 of 42 done', 'plan 19 of 28 done', 'start 7 of 14 done'],
    ])
  })

  test.each<[string, ReturnType<typeof aRecord>, string, readonly string[]]>([
    ['asked, and waiting', aRecord().contacted(), '2026-01-24', ['open 19 of 28 waits']],
    ['asked, and waiting too long', aRecord().contacted(), '2026-02-03', ['open 29 of 28 waits late']],
    [
      'eligible, and waiting for a plan',
      aRecord().foundEligible(),
      '2026-03-01',
      ['open 7 of 28 done', 'close 14 of 42 done', 'plan 32 of 28 waits late'],
    ],
    [
      'one line of two started',
      aRecord().supported().without('support-started-2', 'support-delivered'),
      '2026-03-05',
      ['open 7 of 28 done', 'close 14 of 42 done', 'plan 19 of 28 done', 'start 17 of 14 waits late'],
    ],
  ])('%s', (_name, record, on, steps) => expect(stepsOf(record, on)).toEqual([steps]))

  test('says it in words, with the clock', () => {
    const [round] = rounds(aRecord().contacted().state('2026-01-24'))
    expect(round?.steps.map(({ says }) => says)).toEqual([
      'Day 19 of 28 days. The start of an assessment is due by 2 February 2026.',
    ])
    const [done] = rounds(aRecord().assessed().state('2026-02-01'))
    expect(done?.steps.map(({ says }) => says)).toEqual([
      'It took 7 days. The council gives itself 28 days.',
      'It took 14 days. The council gives itself 42 days.',
    ])
  })

  test('nothing is waited for once the record is closed, or the person did not want it', () => {
    const closed = aRecord().contacted().with('closed', { on: '2026-01-10', why: 'She rang: her son came.' })
    expect(stepsOf(closed, '2026-05-01')).toEqual([[]])
    expect(rounds(closed.state('2026-05-01'))[0]?.ended).toBe('The record was closed on 10 January 2026.')
    const unwanted = aRecord().assessed().but('assessment-closed-1', { outcome: 'refused-by-person' })
    expect(stepsOf(unwanted, '2026-05-01')).toEqual([['open 7 of 28 done', 'close 14 of 42 done']])
    expect(rounds(unwanted.state('2026-05-01'))[0]?.ended).toBe('They did not want an assessment.')
  })

  test('a contact that is about a carer, was turned away or passed on is no wait for the person’s assessment', () => {
    const first = aRecord().contacted()
    expect(rounds(first.but('contact-1', { signs: ['carer-work'] }).state('2026-03-01'))).toEqual([])
    expect(rounds(first.but('contact-1', { outcome: 'passed-on' }).state('2026-03-01'))).toEqual([])
  })

  test('asking again after support is a round of its own, before the one that went before', () => {
    const again = aRecord()
      .supported()
      .with('contact', { on: '2026-05-01', by: 'p', how: 'phone', about: 'It is worse.', outcome: 'assess' })
    expect(stepsOf(again, '2026-05-11')).toEqual([
      ['open 10 of 28 waits'],
      ['open 7 of 28 done', 'close 14 of 42 done', 'plan 19 of 28 done', 'start 7 of 14 done'],
    ])
  })
})

describe('what is on hold', () => {
  const held = aRecord()
    .planned()
    .with('hold', { id: 'h', on: '2026-03-02', stage: 'support', why: 'x', until: '2026-03-20', told: true })

  test.each<[string, typeof held, string, string, boolean]>([
    [
      'until its end',
      held,
      '2026-03-12',
      'It has been on hold for 10 days. It ends on 20 March 2026.',
      false,
    ],
    [
      'past its end',
      held,
      '2026-03-21',
      'It has been on hold for 19 days. It was to end on 20 March 2026: 1 day ago.',
      true,
    ],
    [
      'without an end',
      held.but('h', { until: undefined }),
      '2026-03-12',
      'It has been on hold for 10 days, with no end.',
      false,
    ],
    [
      'taken up again',
      held.with('resume', { on: '2026-03-05', hold: 'h' }),
      '2026-03-12',
      'It went on again on 5 March 2026, after 3 days.',
      false,
    ],
  ])('%s', (_name, record, on, says, overdue) => {
    expect(holds(record.state(on)).map((hold) => [hold.says, hold.overdue])).toEqual([[says, overdue]])
  })
})
