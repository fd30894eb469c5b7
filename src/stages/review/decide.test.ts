import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type AnswerReview, type HoldReview, answerReview, askReview, holdReview } from './decide.ts'

const supported = aRecord().supported()
const asked = supported.with('review-asked', {
  id: 'ask',
  on: '2026-05-01',
  by: 'p',
  why: 'It does not work.',
})
const stamp = { id: 'new', on: day('2026-05-12'), by: 'sw' }

const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('asking for a review', () => {
  const ask = (by: string, why: string, record = supported) =>
    askReview({ stamp: { ...stamp, by }, why }, record.state('2026-05-12'))

  test.each(['p', 'care', 'sw'])('by %s, with a reason', (by) => {
    expect(ask(by, ' Nobody comes on Sundays. ')).toEqual({
      kind: 'done',
      entries: [{ id: 'new', on: '2026-05-12', by, kind: 'review-asked', why: 'Nobody comes on Sundays.' }],
    })
  })

  // 4 and 25 May 2026 are bank holidays: 1 May to 12 May are six working days, and the twentieth is 2 June.
  test.each<[string, string, string, typeof supported, readonly string[]]>([
    ['without a reason', 'p', ' ', supported, ['Say why you would like a review.']],
    [
      'twice, while the first waits',
      'p',
      'Again.',
      asked,
      ['You have asked already. Day 6 of 20 working days. An answer is due by 2 June 2026.'],
    ],
  ])('is refused %s', (_name, by, why, record, expected) => {
    expect(says(ask(by, why, record))).toEqual(expected)
  })

  test('somebody else may ask as well', () => {
    expect(says(ask('care', 'She needs more time.', asked))).toEqual([])
  })

  test('and again after the answer', () => {
    const answered = asked.with('review-answered', {
      on: '2026-05-06',
      asked: 'ask',
      outcome: 'refused',
      why: 'There was one last week.',
    })
    expect(says(ask('p', 'It is worse now.', answered))).toEqual([])
  })
})

describe('answering', () => {
  const command: AnswerReview = { stamp, asked: 'ask', outcome: 'refused', why: ' There was one in April. ' }
  const answer = (more: Partial<AnswerReview>, record = asked) =>
    answerReview({ ...command, ...more }, record.state('2026-05-12'))

  test('with the reason', () => {
    expect(answer({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-05-12',
          by: 'sw',
          kind: 'review-answered',
          asked: 'ask',
          outcome: 'refused',
          why: 'There was one in April.',
        },
      ],
    })
  })

  const held = asked.with('review', {
    on: '2026-05-08',
    type: 'requested',
    changed: false,
    found: 'It works again.',
    'leads-to': 'no-change',
    involved: ['p', 'sw'],
  })
  test.each<[string, Partial<AnswerReview>, typeof asked, readonly string[]]>([
    ['of nothing', { asked: 'plan-1' }, asked, ['That request is not in the record.']],
    ['of what was answered by holding it', {}, held, ['This has been answered already.']],
    [
      'by whoever asked, without a reason',
      { stamp: { ...stamp, by: 'p' }, why: '' },
      asked,
      ['Whoever asked cannot answer: somebody else must.', 'Give the reason. They will read it.'],
    ],
  ])('is refused %s', (_name, more, record, expected) => {
    expect(says(answer(more, record))).toEqual(expected)
  })
})

describe('writing down a review', () => {
  const command: HoldReview = {
    stamp,
    type: 'planned',
    changed: false,
    found: ' The mornings go well. ',
    leadsTo: 'no-change',
    involved: ['p', 'sw', 'sw'],
  }
  const hold = (more: Partial<HoldReview>, record = supported) =>
    holdReview({ ...command, ...more }, record.state('2026-05-12'))

  test('with who took part, what was found and what it leads to', () => {
    expect(hold({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-05-12',
          by: 'sw',
          kind: 'review',
          type: 'planned',
          changed: false,
          found: 'The mornings go well.',
          'leads-to': 'no-change',
          involved: ['p', 'sw'],
        },
      ],
    })
  })

  const withAdvocate = supported.party({ id: 'adv', role: 'advocate' })
  test.each<[string, Partial<HoldReview>, typeof supported]>([
    ['changed needs lead to a new assessment', { changed: true, leadsTo: 'reassess' }, supported],
    ['a change of circumstances may leave the plan as it is', { changed: true }, supported],
    ['the plan may be changed where needs are the same', { leadsTo: 'revise-plan' }, supported],
    ['an advocate takes part for the person', { involved: ['adv', 'sw'] }, withAdvocate],
    ['somebody asked for it', { type: 'requested' }, asked],
  ])('%s', (_name, more, record) => expect(says(hold(more, record))).toEqual([]))

  test.each<[string, Partial<HoldReview>, readonly string[]]>([
    ['with nothing found', { found: '' }, ['Say what was found.']],
    [
      'without the person',
      { involved: ['sw', 'care'] },
      ['A review is held with Ada Brook, or with someone who speaks for them. Choose who took part.'],
    ],
    [
      'with somebody who is not at the table',
      { involved: ['p', 'nobody'] },
      ['Choose who took part from those at the table.'],
    ],
    [
      'that changes the plan though needs have changed (section 27(4))',
      { changed: true, leadsTo: 'revise-plan' },
      [
        'Needs or circumstances have changed. The law asks that needs are assessed again before the plan is changed: choose “assess needs again”.',
      ],
    ],
    [
      'that ends support though needs have changed',
      { changed: true, leadsTo: 'end' },
      [
        'Needs or circumstances have changed. The law asks that needs are assessed again before the plan is ended: choose “assess needs again”.',
      ],
    ],
    [
      'that nobody asked for',
      { type: 'requested' },
      ['Nobody has asked for a review: choose another kind of review.'],
    ],
  ])('is refused %s', (_name, more, expected) => expect(says(hold(more))).toEqual(expected))
})
