import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { invoicedUndelivered, manyHands, notDelivered, workerChurn } from './supporting.ts'

const started = aRecord().supported().without('support-delivered')

/** Under the line for the mornings, of 7 hours a week. */
const delivered = (
  record: ARecord,
  from: string,
  to: string,
  planned: number,
  given: number,
  fields: Readonly<Record<string, unknown>> = {},
) =>
  record.add('support-delivered', {
    on: to,
    by: 'care',
    plan: 'plan-1',
    line: 'L1',
    from,
    to,
    planned,
    delivered: given,
    ...fields,
  })

describe('not-delivered', () => {
  // 23 February 2026 is a Monday; four weeks from it end on Sunday 22 March.
  const month = (given: number) => delivered(started, '2026-02-23', '2026-03-22', 28, given)

  test('under nine tenths over four weeks', () => {
    expect(hits(notDelivered, month(25))).toEqual([
      {
        entries: ['support-delivered-1', 'plan-1'],
        worker:
          '“Home care each morning”: in the four weeks from 23 February 2026 only 25 of 28 hours were delivered, and nothing in the record was done about it since.',
        person:
          'In the four weeks from 23 February 2026 you got 25 of 28 hours that were planned for “Home care each morning”. The record does not show that anything was done about it.',
        mend: {
          says: 'Ask the person and the provider what happened, and see that the need is met.',
          where: 'support',
        },
      },
    ])
    // Nine tenths of 28 hours are 25.2.
    expect(hits(notDelivered, month(25.2))).toEqual([])
  })

  const week = (record: ARecord, from: string, to: string, given: number) =>
    delivered(record, from, to, 7, given)
  const weeks = (a: number, b: number, c: number, d: number) =>
    week(
      week(
        week(week(started, '2026-02-23', '2026-03-01', a), '2026-03-02', '2026-03-08', b),
        '2026-03-09',
        '2026-03-15',
        c,
      ),
      '2026-03-16',
      '2026-03-22',
      d,
    )

  test('weeks are summed: a bad one among good ones is no bad month', () => {
    expect(hits(notDelivered, weeks(7, 4, 7, 7.2))).toEqual([])
    expect(hitEntries(notDelivered, weeks(7, 4, 7, 7))).toEqual([
      ['support-delivered-1', 'support-delivered-2', 'support-delivered-3', 'support-delivered-4', 'plan-1'],
    ])
  })

  test('the worst four weeks in a row, wherever they begin', () => {
    const fifth = week(weeks(7, 7, 6, 6), '2026-03-23', '2026-03-29', 5)
    expect(hits(notDelivered, fifth)[0]?.worker).toContain('from 2 March 2026 only 24 of 28 hours')
  })

  test('three weeks are too few; four weeks of working days are four weeks', () => {
    expect(hits(notDelivered, delivered(started, '2026-02-23', '2026-03-15', 21, 5))).toEqual([])
    const days = [
      ['2026-02-23', '2026-02-27'],
      ['2026-03-02', '2026-03-06'],
      ['2026-03-09', '2026-03-13'],
      ['2026-03-16', '2026-03-20'],
    ].reduce((record, [from = '', to = '']) => delivered(record, from, to, 5, 4), started)
    expect(hits(notDelivered, days)).toHaveLength(1)
    expect(hits(notDelivered, days.without('support-delivered-2'))).toEqual([])
  })

  test('a longer period counts by its days', () => {
    expect(hits(notDelivered, delivered(started, '2026-03-01', '2026-03-31', 31, 20))[0]?.worker).toContain(
      '18.06 of 28 hours',
    )
  })

  const since = (kind: Parameters<ARecord['add']>[0], fields: Readonly<Record<string, unknown>>) =>
    month(20).add(kind, { on: '2026-03-25', ...fields })

  test.each([
    ['a complaint came', since('complaint', { by: 'son', about: 'Missed mornings.', wants: 'Them back.' })],
    [
      'it was reviewed',
      since('review', {
        type: 'unplanned',
        changed: false,
        found: 'Short.',
        'leads-to': 'no-change',
        involved: ['p'],
      }),
    ],
    ['a note names it', since('note', { text: 'Written to Brightwater.', of: 'support-delivered-1' })],
    ['a note names the need', since('note', { text: 'Rang her about the mornings.', of: 'need-1' })],
    ['a new version came', withSecondPlan(month(20), [line('L1')], { on: '2026-03-25' })],
    ['another provider came', since('support-started', { plan: 'plan-1', line: 'L1', provider: 'club' })],
    ['somebody else pays', month(20).but('plan-1', { lines: [line('L1', { funder: 'nhs' })] })],
  ])('not where %s', (_, record) => {
    expect(hits(notDelivered, record)).toEqual([])
  })

  test.each([
    ['a note about nothing in particular', since('note', { text: 'One worker comes, not two.' })],
    [
      'a complaint from before it',
      month(20).add('complaint', { on: '2026-03-01', by: 'son', about: 'Cold tea.', wants: 'Hot tea.' }),
    ],
    ['the next report', delivered(month(20), '2026-03-23', '2026-04-19', 28, 28)],
  ])('%s is nothing done about it', (_, record) => {
    expect(hits(notDelivered, record)).toHaveLength(1)
  })

  test('the council’s own share is the measure', () => {
    expect(hits(notDelivered, month(25).standards({ 'delivered-share': 0.85 }))).toEqual([])
  })
})

describe('invoiced-undelivered', () => {
  const invoiced = (units: number | undefined) =>
    delivered(started, '2026-02-23', '2026-03-22', 28, 27, { invoiced: units })

  test('more was invoiced than delivered', () => {
    expect(hits(invoicedUndelivered, invoiced(28))).toEqual([
      {
        entries: ['support-delivered-1'],
        worker:
          '“Home care each morning”, 23 February 2026 to 22 March 2026: 28 hours invoiced, 27 delivered.',
        person:
          'For 23 February 2026 to 22 March 2026 the provider of “Home care each morning” asked to be paid for 28 hours and gave you 27. You should not pay for what you did not get.',
        mend: { says: 'Query the invoice, and correct any charge to the person.', where: 'support' },
      },
    ])
    expect(hits(invoicedUndelivered, invoiced(27))).toEqual([])
    expect(hits(invoicedUndelivered, invoiced(undefined))).toEqual([])
  })
})

describe('many-hands', () => {
  const week = (fields: Readonly<Record<string, unknown>>, to = '2026-03-01') =>
    delivered(started, '2026-02-23', to, 7, 7, fields)

  test('more than six workers in a week', () => {
    expect(hits(manyHands, week({ workers: 7 }))[0]?.worker).toBe(
      '“Home care each morning”, the week from 23 February 2026: 7 different workers came in a week.',
    )
    expect(hits(manyHands, week({ workers: 6 }))).toEqual([])
  })

  test('over 15% of visits late; an hour holds two visits at most', () => {
    // 7 hours are 14 visits at most, and 15% of them 2.1.
    expect(hits(manyHands, week({ late: 3 }))[0]?.worker).toContain('3 visits were late')
    expect(hits(manyHands, week({ late: 2 }))).toEqual([])
    const visits = week({ late: 2 }).but('plan-1', { lines: [line('L1', { unit: 'visit' })] })
    expect(hits(manyHands, visits)).toHaveLength(1)
  })

  test('a period of more than ten days is no week', () => {
    expect(hits(manyHands, week({ workers: 9 }, '2026-03-04'))).toHaveLength(1)
    expect(hits(manyHands, week({ workers: 9 }, '2026-03-05'))).toEqual([])
  })
})

describe('worker-churn', () => {
  const allocated = (...when: readonly (readonly [worker: string, on: string])[]) =>
    when.reduce(
      (record, [worker, on]) => record.add('worker', { on, by: 'mgr', worker, event: 'allocated' }),
      aRecord().contacted(),
    )

  test('three different workers in twelve months', () => {
    const three = allocated(['sw', '2026-01-10'], ['mgr', '2026-05-01'], ['fin', '2026-12-20'])
    expect(hits(workerChurn, three)[0]?.worker).toBe(
      '3 workers were allocated in 12 months: Noor Haddad, Lena Osei and Tom Pike.',
    )
    expect(hits(workerChurn, three, '2027-01-09')).toHaveLength(1)
    expect(hits(workerChurn, three, '2027-01-10')).toEqual([])
  })

  test('one who comes back is the same worker', () => {
    expect(
      hits(workerChurn, allocated(['sw', '2026-01-10'], ['mgr', '2026-05-01'], ['sw', '2026-06-01'])),
    ).toEqual([])
  })
})
