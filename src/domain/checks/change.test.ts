import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { firstReviewMissing, reviewOverdue, reviewRefused, stoppedFirst } from './change.ts'

const reviewed = aRecord().reviewed()
const review = (record: ARecord, on: string, leadsTo = 'no-change', type = 'planned') =>
  record.add('review', {
    on,
    type,
    changed: false,
    found: 'As it was.',
    'leads-to': leadsTo,
    involved: ['p', 'sw'],
  })

describe('stopped-first', () => {
  const ended = (record: ARecord, fields: Readonly<Record<string, unknown>> = {}) =>
    record.add('support-ended', {
      on: '2026-09-14',
      plan: 'plan-1',
      line: 'L1',
      why: 'Package closed.',
      'by-whom': 'council',
      ...fields,
    })

  test('the council ended support that nothing led to', () => {
    expect(hits(stoppedFirst, ended(reviewed))).toEqual([
      {
        entries: ['support-ended-1', 'plan-1'],
        worker:
          'The council ended “Home care each morning” on 14 September 2026; no review, reassessment or new plan in the 12 weeks before leads to that.',
        person:
          'The council stopped “Home care each morning” on 14 September 2026. It must look again at what you need before it stops your support, and it did not.',
        mend: {
          says: 'Start the support again, and review with the person before any end.',
          where: 'support',
        },
      },
    ])
  })

  test('a review that led to nothing, or that is older than 12 weeks, does not lead to it', () => {
    expect(hits(stoppedFirst, ended(review(reviewed, '2026-08-01', 'no-change')))).toHaveLength(1)
    // 84 days before 14 September is 22 June.
    expect(hits(stoppedFirst, ended(review(reviewed, '2026-06-21', 'end')))).toHaveLength(1)
    expect(hits(stoppedFirst, ended(review(reviewed, '2026-06-22', 'end')))).toEqual([])
  })

  const reassessed = (outcome: string) =>
    reviewed
      .add('assessment-opened', {
        id: 'again',
        on: '2026-08-01',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .add('assessment-closed', { on: '2026-08-20', assessment: 'again', outcome })

  test.each([
    ['a review led to it', ended(review(reviewed, '2026-08-01', 'revise-plan'))],
    ['she was reassessed', ended(reassessed('completed'))],
    ['a new plan came', ended(withSecondPlan(reviewed, [line('L2')], { on: '2026-09-10' }))],
    ['the person ended it', ended(reviewed, { 'by-whom': 'person' })],
    ['the provider did', ended(reviewed, { 'by-whom': 'provider' })],
    ['nobody says who did', ended(reviewed, { 'by-whom': undefined })],
    ['somebody else paid', ended(reviewed.but('plan-1', { lines: [line('L1', { funder: 'nhs' })] }))],
    [
      'she moved away',
      ended(
        reviewed.with('moved', { on: '2026-09-14', direction: 'out', other: 'Leeds', 'plan-in-place': true }),
      ),
    ],
    [
      'another provider went on the next day',
      ended(reviewed).with('support-started', {
        on: '2026-09-15',
        plan: 'plan-1',
        line: 'L1',
        provider: 'club',
      }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(stoppedFirst, record)).toEqual([])
  })

  test('a reassessment that came to nothing does not lead to it', () => {
    expect(hits(stoppedFirst, ended(reassessed('withdrawn')))).toHaveLength(1)
  })
})

describe('review-overdue', () => {
  test('twelve months after the last look', () => {
    // The story's look is of 7 April 2026, and its plan was to be reviewed by 13 April 2026.
    expect(hits(reviewOverdue, reviewed, '2027-04-07')).toEqual([])
    expect(hits(reviewOverdue, reviewed, '2027-04-10')).toEqual([
      {
        entries: ['review-1'],
        worker:
          'After the look of 7 April 2026 a review was due by 7 April 2027; none has been held, 3 days late so far.',
        person:
          'The council was to look at your plan again with you by 7 April 2027; it has not done so, 3 days late so far.',
        mend: {
          says: 'Hold the review with the person, or agree a hold with a reason and an end date.',
          where: 'review',
        },
      },
    ])
  })

  test('held late is late', () => {
    expect(hits(reviewOverdue, review(reviewed, '2027-04-09'))[0]?.worker).toContain(
      'the next look at the plan came on 9 April 2027, 2 days late',
    )
    expect(hits(reviewOverdue, review(reviewed, '2027-04-07'))).toEqual([])
  })

  test('the plan’s own date is overdue by itself', () => {
    const own = aRecord().supported()
    expect(hits(reviewOverdue, own, '2026-04-13')).toEqual([])
    expect(hitEntries(reviewOverdue, own, '2026-04-14')).toEqual([['plan-1']])
  })

  test('the look of the first weeks is not the review that the plan promises for the autumn', () => {
    const autumn = reviewed.but('plan-1', { 'review-by': '2026-10-01' })
    expect(hits(reviewOverdue, autumn, '2026-10-01')).toEqual([])
    expect(hitEntries(reviewOverdue, autumn, '2026-10-02')).toEqual([['plan-1']])
    expect(hits(reviewOverdue, review(autumn, '2026-09-28'), '2026-10-02')).toEqual([])
  })

  test('one review that did not come is told once, from when it was first due', () => {
    const both = reviewed.but('plan-1', { 'review-by': '2026-10-01' })
    expect(hits(reviewOverdue, both, '2027-06-01').map(({ worker }) => worker.slice(0, 74))).toEqual([
      'After the plan of 16 February 2026 a review was due by 1 October 2026; non',
    ])
  })

  test.each([
    [
      'a new plan came in time',
      withSecondPlan(reviewed, [line('L1'), line('L2')], { on: '2027-03-01', 'review-by': '2028-02-01' }),
    ],
    [
      'a reassessment was opened in time',
      reviewed.with('assessment-opened', {
        on: '2027-04-01',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      }),
    ],
    ['the record was closed', reviewed.with('closed', { on: '2027-01-01', why: 'She has died.' })],
    [
      'she moved away',
      reviewed.with('moved', { on: '2027-01-01', direction: 'out', other: 'Leeds', 'plan-in-place': true }),
    ],
    [
      'the clock stood still',
      reviewed.with('hold', {
        on: '2027-03-01',
        stage: 'review',
        why: 'She is in hospital.',
        until: '2027-05-01',
        told: true,
      }),
    ],
    [
      'every line was ended',
      ['L1', 'L2'].reduce(
        (record, id) =>
          record.with('support-ended', {
            on: '2026-12-01',
            plan: 'plan-1',
            line: id,
            why: 'She wanted no more.',
            'by-whom': 'person',
          }),
        reviewed,
      ),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(reviewOverdue, record, '2027-04-20')).toEqual([])
  })

  test('a plan that is older than the record is looked at again too', () => {
    expect(hits(reviewOverdue, reviewed.but('plan-1', { 'brought-over': true }), '2027-04-20')).toHaveLength(
      1,
    )
  })
})

describe('first-review-missing', () => {
  // Eight weeks after 16 February 2026 end on 13 April.
  test('no look by the end of the first eight weeks', () => {
    const unseen = aRecord().supported()
    expect(hits(firstReviewMissing, unseen, '2026-04-13')).toEqual([])
    expect(hits(firstReviewMissing, unseen, '2026-04-14')[0]?.worker).toBe(
      'The first plan, of 16 February 2026, was to have a light-touch look within 8 weeks; none has come, 1 day late so far.',
    )
  })

  test('not where it came, where the plan is older than the record, or where it is not the first', () => {
    expect(hits(firstReviewMissing, reviewed, '2026-06-01')).toEqual([])
    expect(
      hits(firstReviewMissing, aRecord().supported().but('plan-1', { 'brought-over': true }), '2026-06-01'),
    ).toEqual([])
    expect(
      hits(firstReviewMissing, withSecondPlan(reviewed, [line('L1'), line('L2')]), '2026-12-31'),
    ).toEqual([])
  })
})

describe('review-refused', () => {
  // Asked on Monday 1 June 2026; twenty working days end on Monday 29 June.
  const asked = (fields: Readonly<Record<string, unknown>> = {}) =>
    reviewed.add('review-asked', { on: '2026-06-01', by: 'p', why: 'The mornings are too short.', ...fields })
  const answered = (on: string, outcome: 'accepted' | 'refused', why: string) =>
    asked().with('review-answered', { on, asked: 'review-asked-1', outcome, why })

  test('no answer within the standard', () => {
    expect(hits(reviewRefused, asked(), '2026-06-29')).toEqual([])
    expect(hits(reviewRefused, asked(), '2026-06-30')).toEqual([
      {
        entries: ['review-asked-1'],
        worker:
          'A review was asked for on 1 June 2026. The standard for an answer is 20 working days; none has come, 1 day late so far.',
        person:
          'On 1 June 2026 the council was asked to look at your plan again. It says that it answers within 20 working days; it has not answered, 1 day late so far.',
        mend: { says: 'Answer the request: hold the review, or refuse it with the reason.', where: 'review' },
      },
    ])
  })

  test('an answer after the standard is late, whatever it says', () => {
    const late = review(answered('2026-07-06', 'accepted', 'Yes.'), '2026-07-20')
    expect(hits(reviewRefused, late)[0]?.worker).toContain('it came on 6 July 2026, 7 days late')
  })

  test('refused with no reason', () => {
    expect(hits(reviewRefused, answered('2026-06-10', 'refused', ' '))[0]?.worker).toBe(
      'The review asked for on 1 June 2026 was refused with no reason.',
    )
    expect(
      hits(reviewRefused, answered('2026-06-10', 'refused', 'Looked at in April; nothing has changed.')),
    ).toEqual([])
    expect(hits(reviewRefused, asked({ answered: 'refused' }))).toHaveLength(1)
    expect(hits(reviewRefused, asked({ answered: 'refused', 'why-refused': 'Done in April.' }))).toEqual([])
  })

  test('accepted and not held within two months of the answer', () => {
    const accepted = answered('2026-06-10', 'accepted', 'Yes.')
    expect(hits(reviewRefused, accepted, '2026-08-10')).toEqual([])
    expect(hits(reviewRefused, accepted, '2026-08-11')[0]?.worker).toBe(
      'The review asked for on 1 June 2026 was accepted and was to be held within two months; it has not been held, 1 day late so far.',
    )
    expect(hits(reviewRefused, review(accepted, '2026-08-10'), '2026-12-01')).toEqual([])
    expect(hits(reviewRefused, review(accepted, '2026-08-14'))[0]?.worker).toContain(
      'it was held on 14 August 2026, 4 days late',
    )
    expect(hits(reviewRefused, asked({ answered: 'accepted' }), '2026-08-02')).toHaveLength(1)
  })

  test('to hold it is to answer', () => {
    expect(hits(reviewRefused, review(asked(), '2026-06-22'), '2026-12-01')).toEqual([])
  })
})
