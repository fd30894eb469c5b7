import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line } from '../../../test/a-second-plan.ts'
import { hits } from '../../../test/findings.ts'
import { noGainSeen } from './no-gain.ts'

// The club (`L2`) is paid to build; she was at level 1 in getting out when it began, and had her first look on 7 April.
const review = (record: ARecord, leadsTo = 'no-change') =>
  record.add('review', {
    on: '2026-10-05',
    type: 'planned',
    changed: false,
    found: 'As it was.',
    'leads-to': leadsTo,
    involved: ['p'],
  })
const said = (record: ARecord, level: number) =>
  record.add('statement', {
    on: '2026-10-01',
    topic: 'community',
    'said-by': 'p',
    basis: 'lived',
    text: 'I am driven.',
    level,
  })
const still = review(said(aRecord().reviewed(), 1))

describe('no-gain-seen', () => {
  test('two reviews, the ladder has not moved, and nobody asked why', () => {
    expect(hits(noGainSeen, still)).toEqual([
      {
        entries: ['plan-1', 'support-started-2', 'review-1', 'review-2'],
        worker:
          'Mill Lane Club is paid for “The club, with its bus” to build independence since 23 February 2026. Over 2 reviews the ladder has not moved, and nobody has asked why.',
        person:
          '“The club, with its bus” is meant to help you do more for yourself. After 2 reviews the record shows no change. You can ask why, or for something else.',
        mend: {
          says: 'Ask the person and the provider what would help, or change the line.',
          where: 'review',
        },
      },
    ])
  })

  test('a goal that fell short, or the ladder measured again, shows it as well', () => {
    const goal = (attained: number) =>
      review(
        aRecord().reviewed().with('progress', {
          on: '2026-09-01',
          goal: 'goal-1',
          'seen-by': 'provider',
          attained,
          says: 'Slow.',
        }),
      )
    expect(hits(noGainSeen, goal(-1))).toHaveLength(1)
    expect(hits(noGainSeen, goal(0))).toEqual([])
    const measured = (level: 1 | 2) =>
      review(
        aRecord()
          .reviewed()
          .with('measure', {
            on: '2026-09-01',
            tool: 'ladder',
            items: { community: level },
            'seen-by': 'worker',
          }),
      )
    expect(hits(noGainSeen, measured(1))).toHaveLength(1)
    expect(hits(noGainSeen, measured(2))).toEqual([])
  })

  test.each([
    ['the ladder moved', review(said(aRecord().reviewed(), 2))],
    ['nobody has looked at the ladder since', review(aRecord().reviewed())],
    ['there was one review only', said(aRecord().reviewed(), 1)],
    ['a review led to something', review(said(aRecord().reviewed(), 1), 'revise-plan')],
    [
      'somebody complained',
      still.with('complaint', { on: '2026-10-06', by: 'p', about: 'The club.', wants: 'The bus.' }),
    ],
    [
      'a note on the need asks',
      still.with('note', { on: '2026-10-06', text: 'Asked the club.', of: 'need-2' }),
    ],
    [
      'the line keeps and does not build',
      still.but('plan-1', { lines: [line('L1'), line('L2', { effect: 'keeps' })] }),
    ],
    ['somebody else pays', still.but('plan-1', { lines: [line('L1'), line('L2', { funder: 'person' })] })],
    ['it never began', still.without('support-started-2')],
  ])('not where %s', (_, record) => {
    expect(hits(noGainSeen, record)).toEqual([])
  })

  test('a note about something else challenges nothing; one about the plan does', () => {
    const noted = (of: string) => still.with('note', { on: '2026-10-06', text: 'Asked.', of })
    expect(hits(noGainSeen, noted('need-1'))).toHaveLength(1)
    expect(hits(noGainSeen, noted('statement-3'))).toHaveLength(1)
    expect(hits(noGainSeen, noted('plan-1'))).toEqual([])
  })
})
