import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import {
  amountInWords,
  cameInWords,
  daysInWords,
  earlierLines,
  gaps,
  linesToReport,
  supportLines,
} from './view.ts'
import { day } from '../../domain/dates/plain-date.ts'

const bare = aRecord().supported().without('support-delivered')
const told = (from: string, to: string, planned: number, delivered: number, record = bare) =>
  record.with('support-delivered', {
    on: '2026-04-20',
    by: 'care',
    plan: 'plan-1',
    line: 'L1',
    from,
    to,
    planned,
    delivered,
  })

const only = (record: typeof bare, on = '2026-04-21') => supportLines(record.state(on))[0]

describe('what became of each line', () => {
  test.each<[string, typeof bare, string, readonly string[]]>([
    ['waits for its start', aRecord().planned(), '2026-03-01', ['L1 waiting', 'L2 waiting']],
    ['runs', bare, '2026-03-01', ['L1 running', 'L2 running']],
    [
      'has ended',
      bare.with('support-ended', { on: '2026-03-02', plan: 'plan-1', line: 'L2', why: 'x' }),
      '2026-03-03',
      ['L1 running', 'L2 ended'],
    ],
    [
      'runs again',
      bare
        .with('support-ended', { on: '2026-03-02', plan: 'plan-1', line: 'L2', why: 'x' })
        .with('support-started', { on: '2026-03-09', plan: 'plan-1', line: 'L2', provider: 'club' }),
      '2026-03-10',
      ['L1 running', 'L2 running'],
    ],
  ])('%s', (_name, record, on, standing) => {
    expect(supportLines(record.state(on)).map(({ line, standing: is }) => `${line.line} ${is}`)).toEqual(
      standing,
    )
  })

  test('the clock of a start that is waited for', () => {
    // The plan is of 16 February 2026; 14 days.
    expect(only(aRecord().planned(), '2026-02-26')?.clock?.says).toBe(
      'Day 10 of 14 days. Its start is due by 2 March 2026.',
    )
    expect(only(bare)?.clock).toBeUndefined()
  })

  test('no plan, no line', () => {
    expect(supportLines(aRecord().budgeted().state())).toEqual([])
  })

  test('a line that the new plan has no more is support of an earlier plan', () => {
    const plan = aRecord()
      .planned()
      .entries.find(({ kind }) => kind === 'plan')
    const lines = plan?.['lines']
    const second = bare.add('plan', {
      ...plan,
      id: 'plan-2',
      on: '2026-04-01',
      version: 2,
      lines: Array.isArray(lines) ? lines.slice(0, 1) : [],
    })
    expect(
      supportLines(second.state('2026-04-02')).map(({ line, standing }) => [line.line, standing]),
    ).toEqual([['L1', 'running']])
    expect(earlierLines(second.state('2026-04-02')).map(({ line }) => line.line)).toEqual(['L2'])
  })
})

describe('planned against delivered', () => {
  // The plan gives 7 hours a week.
  test.each<[string, typeof bare, { due: number; gap: number; plannedLess: boolean }, string]>([
    [
      'all of it',
      told('2026-04-06', '2026-04-12', 7, 7),
      { due: 7, gap: 0, plannedLess: false },
      '7 of 7 hours',
    ],
    [
      'some of it',
      told('2026-04-06', '2026-04-12', 7, 5.5),
      { due: 7, gap: 1.5, plannedLess: false },
      '5.5 of 7 hours',
    ],
    [
      'more than that',
      told('2026-04-06', '2026-04-12', 7, 8),
      { due: 7, gap: 0, plannedLess: false },
      '8 of 7 hours',
    ],
    [
      'planned less than the plan gives: the plan counts',
      told('2026-04-06', '2026-04-12', 4, 4),
      { due: 7, gap: 3, plannedLess: true },
      '4 of 7 hours',
    ],
    [
      'planned more than the plan gives: that counts',
      told('2026-04-06', '2026-04-12', 9, 8),
      { due: 9, gap: 1, plannedLess: false },
      '8 of 9 hours',
    ],
    [
      'four weeks',
      told('2026-03-02', '2026-03-29', 28, 18),
      { due: 28, gap: 10, plannedLess: false },
      '18 of 28 hours',
    ],
    [
      'some days: visits need not be spread evenly, so what was planned counts',
      told('2026-04-06', '2026-04-08', 2, 2),
      { due: 2, gap: 0, plannedLess: false },
      '2 of 2 hours',
    ],
  ])('%s', (_name, record, expected, words) => {
    const line = only(record)
    const [period] = line?.periods ?? []
    expect(period).toMatchObject(expected)
    expect(line && period && cameInWords(period, line.line)).toBe(words)
  })

  test('the latest first', () => {
    const two = told('2026-04-06', '2026-04-12', 7, 7, told('2026-03-30', '2026-04-05', 7, 6))
    expect(only(two)?.periods.map(({ from }) => from)).toEqual(['2026-04-06', '2026-03-30'])
  })

  test('an open dispute of a period is seen with it', () => {
    const disputed = told('2026-04-06', '2026-04-12', 7, 7).with('dispute', {
      on: '2026-04-21',
      by: 'p',
      of: 'support-delivered-1',
      says: 'Nobody came on Friday.',
      wants: '',
    })
    expect(only(disputed)?.periods[0]?.disputes.map(({ dispute }) => dispute.says)).toEqual([
      'Nobody came on Friday.',
    ])
  })
})

describe('gaps', () => {
  test('of the last four weeks that were told of', () => {
    const record = told(
      '2026-04-06',
      '2026-04-12',
      7,
      5,
      told('2026-03-16', '2026-03-22', 7, 6, told('2026-03-09', '2026-03-15', 7, 1)),
    )
    expect(gaps(record.state('2026-04-21')).map(({ period }) => [period.from, period.gap])).toEqual([
      ['2026-04-06', 2],
      ['2026-03-16', 1],
    ])
  })
})

test.each([
  ['hour', 7, '7 hours a week'],
  ['visit', 1, '1 visit a week'],
  ['week', 1, 'every week'],
  ['month', 1, 'every month'],
  ['once', 1, 'once'],
] as const)('%s, %d: %s', (unit, amount, words) => expect(amountInWords({ unit, amount })).toBe(words))

test('a provider tells of its own lines, the council of all', () => {
  const lines = (party: string) => linesToReport(bare.state('2026-04-21'), party).map(({ line }) => line.line)
  expect(lines('care')).toEqual(['L1'])
  expect(lines('club')).toEqual(['L2'])
  expect(lines('sw')).toEqual(['L1', 'L2'])
  expect(linesToReport(aRecord().planned().state('2026-04-21'), 'sw')).toEqual([])
})

test.each([
  ['2026-11-02', '2026-11-08', '2 to 8 November 2026'],
  ['2026-10-26', '2026-11-01', '26 October to 1 November 2026'],
  ['2026-12-28', '2027-01-03', '28 December 2026 to 3 January 2027'],
  ['2026-11-02', '2026-11-02', '2 November 2026'],
])('%s to %s in words', (from, to, words) => {
  expect(daysInWords({ from: day(from), to: day(to) })).toBe(words)
})
