import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { heldReviews, nextReview, openRequests, requests } from './view.ts'

// The plan of the story is of 16 February 2026 and says: review by 13 April 2026. Its light look is of 7 April.
const planned = aRecord().planned()

const duesOf = (record: typeof planned, on: string) =>
  nextReview(record.state(on)).map(({ on: due, late }) => `${due} ${late}`)

describe('when the plan is next looked at', () => {
  test('not at all before there is one', () => {
    expect(nextReview(aRecord().budgeted().state())).toEqual([])
  })

  test('first after eight weeks, then on the plan’s own day, then after a year', () => {
    expect(duesOf(planned, '2026-03-01')).toEqual(['2026-04-13 0', '2026-04-13 0', '2027-02-16 0'])
    expect(nextReview(planned.state('2026-03-01')).map(({ because }) => because)).toEqual([
      'A new plan is looked at lightly within 8 weeks. This one began on 16 February 2026.',
      'The plan itself says: look again by 13 April 2026.',
      'A plan is looked at again at least every 12 months. The last look was on 16 February 2026.',
    ])
  })

  test('late by so many days', () => {
    expect(duesOf(planned, '2026-04-23')[0]).toBe('2026-04-13 10')
  })

  test('a year after the last look', () => {
    expect(duesOf(aRecord().reviewed(), '2026-05-01')).toEqual(['2027-04-07 0'])
  })

  test('the light look of the first weeks is not the review that a plan promises for much later', () => {
    const later = aRecord().reviewed().but('plan-1', { 'review-by': '2026-12-01' })
    expect(duesOf(later, '2026-05-01')).toEqual(['2026-12-01 0', '2027-04-07 0'])
  })

  test('within two months of a yes', () => {
    const accepted = aRecord()
      .reviewed()
      .with('review-asked', { id: 'ask', on: '2026-05-01', by: 'p', why: 'x' })
      .with('review-answered', { on: '2026-05-05', asked: 'ask', outcome: 'accepted', why: 'In June.' })
    expect(duesOf(accepted, '2026-05-06')).toEqual(['2026-07-05 0', '2027-04-07 0'])
  })

  test('never again once every line has ended', () => {
    const ended = aRecord()
      .reviewed()
      .with('support-ended', {
        on: '2026-05-01',
        plan: 'plan-1',
        line: 'L1',
        why: 'moved',
        'by-whom': 'person',
      })
      .with('support-ended', {
        on: '2026-05-01',
        plan: 'plan-1',
        line: 'L2',
        why: 'moved',
        'by-whom': 'person',
      })
    expect(duesOf(ended, '2026-05-02')).toEqual([])
  })
})

describe('requests', () => {
  const asked = planned.with('review-asked', { id: 'ask', on: '2026-03-02', by: 'p', why: 'x' })

  test('wait for an answer, with the clock', () => {
    expect(openRequests(asked.state('2026-03-27')).map(({ clock }) => clock?.says)).toEqual([
      'Day 19 of 20 working days. An answer is due by 30 March 2026.',
    ])
  })

  test('are answered by an answer, by a review that is held, or by what an old record brought', () => {
    const answered = asked.with('review-answered', {
      on: '2026-03-05',
      asked: 'ask',
      outcome: 'refused',
      why: 'No.',
    })
    const held = asked.with('review', {
      on: '2026-03-05',
      type: 'requested',
      changed: false,
      found: 'x',
      'leads-to': 'no-change',
      involved: ['p'],
    })
    const brought = asked.but('ask', { answered: 'refused', 'why-refused': 'Too soon.' })
    for (const record of [answered, held, brought])
      expect(openRequests(record.state('2026-03-27'))).toEqual([])
    expect(requests(answered.state()).map(({ answer }) => [answer?.accepted, answer?.why])).toEqual([
      [false, 'No.'],
    ])
    expect(requests(brought.state()).map(({ answer }) => [answer?.accepted, answer?.why])).toEqual([
      [false, 'Too soon.'],
    ])
    expect(requests(held.state()).map(({ held: look }) => look?.kind)).toEqual(['review'])
  })
})

describe('what came of a review', () => {
  const review = (leadsTo: 'no-change' | 'revise-plan' | 'reassess' | 'end') =>
    planned.with('review', {
      on: '2026-05-01',
      type: 'planned',
      changed: leadsTo === 'reassess',
      found: 'x',
      'leads-to': leadsTo,
      involved: ['p'],
    })
  const followed = (record: typeof planned) => heldReviews(record.state('2026-06-01'))[0]?.followed?.kind

  test('nothing yet, or what it led to', () => {
    const opened = review('reassess').with('assessment-opened', {
      on: '2026-05-10',
      of: 'reassessment',
      subject: 'p',
      way: 'phone',
      assessor: 'sw',
    })
    expect(followed(review('reassess'))).toBeUndefined()
    expect(followed(opened)).toBe('assessment-opened')
    expect(followed(review('revise-plan'))).toBeUndefined()
    expect(followed(review('no-change'))).toBeUndefined()
    expect(
      followed(
        review('end').with('support-ended', { on: '2026-05-03', plan: 'plan-1', line: 'L1', why: 'x' }),
      ),
    ).toBe('support-ended')
  })
})
