import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import {
  type EndSupport,
  type ReportRow,
  type ReportSupport,
  type StartSupport,
  endSupport,
  reportFile,
  reportSupport,
  startSupport,
} from './decide.ts'

// The plan of the story has L1, home care by `care`, 7 hours a week, and L2, the club, a day a week; both started on
// 23 February 2026, and what came is told of up to 22 March.

const supported = aRecord().supported()
const planned = aRecord().planned()
const stamp = { id: 'support-delivered-f00d', on: day('2026-04-20'), by: 'care' }

const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('support starts', () => {
  const command: StartSupport = { stamp: { ...stamp, by: 'sw' }, line: 'L1', provider: 'care' }
  const start = (more: Partial<StartSupport>, record = planned) =>
    startSupport({ ...command, ...more }, record.state('2026-04-20'))

  test('a line of the plan, with who gives it', () => {
    expect(start({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'support-delivered-f00d',
          on: '2026-04-20',
          by: 'sw',
          kind: 'support-started',
          plan: 'plan-1',
          line: 'L1',
          provider: 'care',
        },
      ],
    })
  })

  test('on an earlier day, which stands beside the day on which it was written down', () => {
    expect(start({ day: day('2026-03-02') })).toMatchObject({
      kind: 'done',
      entries: [{ kind: 'support-started', on: '2026-03-02', recorded: '2026-04-20', plan: 'plan-1' }],
    })
    const today = start({ day: day('2026-04-20') })
    expect(today.kind === 'done' ? today.entries[0] : {}).not.toHaveProperty('recorded')
  })

  test('of a line that a later version kept: under the version that was in force on that day', () => {
    const twice = withSecondPlan(planned, [line('L1'), line('L2')])
    const on = (when: string) => {
      const decision = startSupport({ ...command, day: day(when) }, twice.state('2026-12-01'))
      return decision.kind === 'done' && decision.entries[0]?.kind === 'support-started'
        ? decision.entries[0].plan
        : says(decision)
    }
    expect(
      startSupport(
        { ...command, stamp: { ...command.stamp, on: day('2026-12-01') } },
        twice.state('2026-12-01'),
      ).kind,
    ).toBe('done')
    expect(on('2026-03-02')).toBe('plan-1')
  })

  test.each([
    ['2027-04-22', '22 April 2027 is more than a year ahead. Check the year.'],
    [
      '2026-02-15',
      'No plan gave “Home care each morning” on 15 February 2026: it was first issued on 16 February 2026.',
    ],
  ])('not on %s', (when, sentence) => expect(says(start({ day: day(when) }))).toEqual([sentence]))

  test('on a day to come: it stands on that day, and nothing is said of when it was written', () => {
    const decision = start({ day: day('2026-05-04') })
    expect(decision).toMatchObject({
      kind: 'done',
      entries: [{ on: '2026-05-04', line: 'L1', provider: 'care' }],
    })
    expect(decision.kind === 'done' ? decision.entries[0] : {}).not.toHaveProperty('recorded')
    // 2026-04-20 and 366 days.
    expect(says(start({ day: day('2027-04-21') }))).toEqual([])
  })

  const coming = planned.with('support-started', {
    on: '2026-05-04',
    by: 'sw',
    plan: 'plan-1',
    line: 'L1',
    provider: 'care',
  })

  test('not twice on days to come, and earlier than was thought', () => {
    const twice =
      '“Home care each morning” is in the record already: it starts on 4 May 2026. If it starts later, first say that it does not start on that day.'
    expect(says(start({ day: day('2026-05-04') }, coming))).toEqual([twice])
    expect(says(start({ day: day('2026-05-11') }, coming))).toEqual([twice])
    expect(says(start({ day: day('2026-04-27') }, coming))).toEqual([])
    expect(says(start({}, coming))).toEqual([])
  })

  test('not at all, said before its day: it ends on the day on which it would have started', () => {
    const end = (more: Partial<EndSupport>) =>
      endSupport(
        {
          stamp: { ...stamp, by: 'sw' },
          line: 'L1',
          why: ' He is in hospital. ',
          byWhom: 'council',
          ...more,
        },
        coming.state('2026-04-20'),
      )
    expect(end({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'support-delivered-f00d',
          on: '2026-05-04',
          by: 'sw',
          kind: 'support-ended',
          plan: 'plan-1',
          line: 'L1',
          why: 'He is in hospital.',
          'by-whom': 'council',
        },
      ],
    })
    expect(says(end({ day: day('2026-05-05'), why: '' }))).toEqual([
      '“Home care each morning” has not started yet: it starts on 4 May 2026. To say that it will not, leave the day empty.',
      'Give the reason. The person will read it.',
    ])
    expect(says(end({ stamp: { ...stamp, by: 'club' }, byWhom: 'provider' }))).toEqual([
      'You can only end support that you give yourself.',
    ])
    const takenBack = coming.with('support-ended', {
      on: '2026-05-04',
      by: 'sw',
      plan: 'plan-1',
      line: 'L1',
      why: 'x',
    })
    expect(says(start({ day: day('2026-05-11') }, takenBack))).toEqual([])
  })

  test('not again while it still ran', () => {
    const over = supported.with('support-ended', { on: '2026-04-01', plan: 'plan-1', line: 'L1', why: 'x' })
    expect(says(start({ day: day('2026-03-31') }, over))).toEqual([
      '“Home care each morning” ran until 1 April 2026. It cannot begin again before that.',
    ])
    expect(says(start({ day: day('2026-04-01') }, over))).toEqual([])
  })

  const ended = supported.with('support-ended', { on: '2026-04-01', plan: 'plan-1', line: 'L1', why: 'x' })
  test('again after its end, and with somebody else', () => {
    expect(says(start({ provider: 'club' }, ended))).toEqual([])
  })

  test.each<[string, Partial<StartSupport>, typeof planned, readonly string[]]>([
    ['of no plan', {}, aRecord().budgeted(), ['Choose a line of the plan.']],
    ['of no line', { line: 'L9' }, planned, ['Choose a line of the plan.']],
    ['twice', {}, supported, ['“Home care each morning” has started already, on 23 February 2026.']],
    ['by somebody who is no provider', { provider: 'son' }, planned, ['Choose who gives the support.']],
    ['by nobody', { provider: '' }, planned, ['Choose who gives the support.']],
    [
      'by a provider for another',
      { stamp: { ...stamp, by: 'care' }, provider: 'club' },
      planned,
      ['You can only start support that you give yourself.'],
    ],
  ])('is refused %s', (_name, more, record, expected) => expect(says(start(more, record))).toEqual(expected))
})

describe('support ends', () => {
  const command: EndSupport = {
    stamp: { ...stamp, by: 'sw' },
    line: 'L1',
    why: ' She moves. ',
    byWhom: 'person',
  }
  const end = (more: Partial<EndSupport>, record = supported) =>
    endSupport({ ...command, ...more }, record.state('2026-04-20'))

  test('on an earlier day, which stands beside the day on which it was written down', () => {
    expect(end({ day: day('2026-03-22') })).toMatchObject({
      kind: 'done',
      entries: [{ kind: 'support-ended', on: '2026-03-22', recorded: '2026-04-20' }],
    })
  })

  test.each([
    ['2027-04-22', '22 April 2027 is more than a year ahead. Check the year.'],
    ['2026-02-22', '“Home care each morning” started on 23 February 2026, after that day.'],
  ])('not on %s', (when, sentence) => expect(says(end({ day: day(when) }))).toContain(sentence))

  test.each(['2026-04-21', '2027-04-21'])('on a day to come, %s, which is no day of writing', (when) => {
    const decision = end({ day: day(when) })
    expect(decision).toMatchObject({ kind: 'done', entries: [{ kind: 'support-ended', on: when }] })
    expect(decision.kind === 'done' ? decision.entries[0] : {}).not.toHaveProperty('recorded')
  })

  describe('where it ends on a day to come already', () => {
    const ending = supported.with('support-ended', { on: '2026-05-10', plan: 'plan-1', line: 'L1', why: 'x' })
    const ON_10_MAY =
      '“Home care each morning” is in the record already: it ends on 10 May 2026. If it goes on after that, say that it starts on the day after.'

    test.each([
      ['2026-05-09', []],
      ['2026-05-10', [ON_10_MAY]],
      ['2026-05-11', [ON_10_MAY]],
    ])('an end on %s', (when, expected) => expect(says(end({ day: day(when) }, ending))).toEqual(expected))

    test('it can go on from the day after, and not before', () => {
      const start = (when: string) =>
        says(
          startSupport(
            { stamp: { ...stamp, by: 'sw' }, line: 'L1', provider: 'care', day: day(when) },
            ending.state('2026-04-20'),
          ),
        )
      expect(start('2026-05-10')).toEqual([
        '“Home care each morning” has started already, on 23 February 2026.',
      ])
      expect(start('2026-05-11')).toEqual([])
    })
  })

  test('not before days on which it came', () => {
    const later = supported.with('support-delivered', {
      on: '2026-04-13',
      by: 'care',
      plan: 'plan-1',
      line: 'L1',
      from: '2026-04-06',
      to: '2026-04-12',
      planned: 7,
      delivered: 7,
    })
    expect(says(end({ day: day('2026-04-05') }, later))).toEqual([
      '“Home care each morning” came after that day: 6 to 12 April 2026 is in the record.',
    ])
    expect(says(end({ day: day('2026-04-08') }, later))).toEqual([])
  })

  test('with the reason and by whom', () => {
    expect(end({})).toMatchObject({
      kind: 'done',
      entries: [
        { kind: 'support-ended', plan: 'plan-1', line: 'L1', why: 'She moves.', 'by-whom': 'person' },
      ],
    })
  })

  test.each<[string, Partial<EndSupport>, typeof planned, readonly string[]]>([
    ['before its start', {}, planned, ['Choose support that has started and not ended.']],
    [
      'twice',
      {},
      supported.with('support-ended', { on: '2026-04-01', plan: 'plan-1', line: 'L1', why: 'x' }),
      ['Choose support that has started and not ended.'],
    ],
    ['without a reason', { why: ' ' }, supported, ['Give the reason. The person will read it.']],
    [
      'by a provider of another’s support',
      { stamp: { ...stamp, by: 'club' } },
      supported,
      ['You can only end support that you give yourself.'],
    ],
    [
      'by a provider in the council’s name',
      { stamp, byWhom: 'council' },
      supported,
      ['What the council decided is for the council to write down.'],
    ],
  ])('is refused %s', (_name, more, record, expected) => expect(says(end(more, record))).toEqual(expected))
})

describe('telling what came', () => {
  const command: ReportSupport = {
    stamp,
    line: 'L1',
    from: day('2026-04-06'),
    to: day('2026-04-12'),
    planned: 7,
    delivered: 5.5,
    missed: 1,
  }
  const report = (more: Partial<ReportSupport>, record = supported) =>
    reportSupport({ ...command, ...more }, record.state('2026-04-20'))

  test('of one week; what was left empty is left out', () => {
    expect(report({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'support-delivered-f00d',
          on: '2026-04-20',
          by: 'care',
          kind: 'support-delivered',
          plan: 'plan-1',
          line: 'L1',
          from: '2026-04-06',
          to: '2026-04-12',
          planned: 7,
          delivered: 5.5,
          missed: 1,
        },
      ],
    })
  })

  test('by the council, of anybody’s support; of a week that came on top of the plan; of support that has ended', () => {
    const ended = supported.with('support-ended', { on: '2026-04-15', plan: 'plan-1', line: 'L1', why: 'x' })
    expect(says(report({ stamp: { ...stamp, by: 'sw' } }))).toEqual([])
    expect(says(report({ delivered: 9 }))).toEqual([])
    expect(says(report({}, ended))).toEqual([])
  })

  test.each<[string, Partial<ReportSupport>, typeof supported, readonly string[]]>([
    ['of what has not started', {}, planned, ['Choose support that has started.']],
    ['of no line', { line: 'L9' }, supported, ['Choose support that has started.']],
    [
      'of another’s support',
      { stamp: { ...stamp, by: 'club' } },
      supported,
      ['That support is given by somebody else.'],
    ],
    [
      'that ends before it begins',
      { to: day('2026-04-05') },
      supported,
      ['The last day comes before the first day.'],
    ],
    [
      'of days to come',
      { from: day('2026-04-15'), to: day('2026-04-21') },
      supported,
      ['The last day, 21 April 2026, is still to come.'],
    ],
    [
      'of more than a month',
      { from: day('2026-03-24'), to: day('2026-04-24'), stamp: { ...stamp, on: day('2026-05-01') } },
      supported,
      ['Tell of a week at a time: 31 days are the most.'],
    ],
    [
      'of days before its start',
      { from: day('2026-02-09'), to: day('2026-02-15') },
      supported,
      ['“Home care each morning” started on 23 February 2026, after these days.'],
    ],
    [
      'of days that were told of',
      { from: day('2026-03-16'), to: day('2026-03-22') },
      supported,
      ['“Home care each morning”: you have told of some of these days already, on 23 March 2026.'],
    ],
    [
      // Seven days of 24 hours, two helpers at once.
      'of more hours than there are',
      { delivered: 337 },
      supported,
      ['“Home care each morning”: there are no more than 336 hours in these days, for two helpers at once.'],
    ],
  ])('is refused %s', (_name, more, record, expected) => {
    expect(says(report(more, record))).toEqual(expected)
  })
})

describe('a file of many weeks', () => {
  const week = (row: number, from: string, to: string, more: Partial<ReportRow> = {}): ReportRow => ({
    row,
    line: 'L1',
    from: day(from),
    to: day(to),
    planned: 7,
    delivered: 7,
    ...more,
  })
  const first = week(2, '2026-03-30', '2026-04-05')
  const second = week(3, '2026-04-06', '2026-04-12', { delivered: 4 })
  const file = (rows: readonly ReportRow[], by = 'care') =>
    reportFile({ stamp: { ...stamp, by }, rows }, supported.state('2026-04-20'))

  test('each row is an entry, with an id of its own that ends as the form’s does', () => {
    const decision = file([first, second])
    expect(decision).toMatchObject({
      kind: 'done',
      entries: [
        { id: 'support-delivered-row-2-f00d', from: '2026-03-30', delivered: 7 },
        { id: 'support-delivered-row-3-f00d', from: '2026-04-06', delivered: 4 },
      ],
    })
  })

  test.each<[string, readonly ReportRow[], readonly string[]]>([
    ['nothing in it', [], ['There is no row under the names of the columns.']],
    [
      'one row that is wrong: nothing is kept, and it is named',
      [first, week(3, '2026-04-06', '2026-04-12', { line: 'L7' })],
      ['Row 3, column “line”: “L7” is no support that has started. These have: L1, L2.'],
    ],
    [
      'a row of another’s support',
      [first, week(3, '2026-04-06', '2026-04-12', { line: 'L2' })],
      ['Row 3: That support is given by somebody else.'],
    ],
    [
      'the same days twice, wherever they stand',
      [second, week(4, '2026-04-12', '2026-04-18'), first],
      ['Row 4: it tells of days that row 3 tells of as well.'],
    ],
    [
      'more rows than belong to one person',
      Array.from({ length: 1001 }, () => first),
      ['There are 1001 rows. Send 1000 at most at a time.'],
    ],
  ])('is refused with %s', (_name, rows, expected) => expect(says(file(rows))).toEqual(expected))

  test('names ten faults at most', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ ...first, row: index + 2, line: `X${index}` }))
    expect(says(file(rows))).toHaveLength(10)
  })
})
