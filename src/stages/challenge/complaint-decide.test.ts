import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type AnswerComplaint, answerComplaint, complain } from './complaint-decide.ts'
import { complaints } from './complaint-view.ts'

const stamp = { id: 'new', on: day('2026-03-20'), by: 'mgr' }
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

const raised = aRecord()
  .assessed()
  .with('complaint', { id: 'c', on: '2026-03-02', by: 'p', about: 'Nobody rang back.', wants: 'A call.' })
const answered = raised.with('complaint-answered', {
  on: '2026-03-10',
  by: 'mgr',
  complaint: 'c',
  outcome: 'upheld',
  why: 'We did not ring.',
  'ombudsman-told': true,
})

describe('a complaint', () => {
  test('says what it is about, and what would put it right where that is given', () => {
    expect(complain({ stamp: { ...stamp, by: 'p' }, about: ' Nobody came. ', wants: ' ' })).toEqual({
      kind: 'done',
      entries: [
        { id: 'new', on: '2026-03-20', by: 'p', kind: 'complaint', about: 'Nobody came.', wants: '' },
      ],
    })
    expect(says(complain({ stamp, about: ' ', wants: 'x' }))).toEqual(['Say what you complain about.'])
  })
})

describe('its answer', () => {
  const command: AnswerComplaint = {
    stamp,
    complaint: 'c',
    outcome: 'upheld',
    why: ' We did not ring. We will on Monday. ',
    ombudsmanTold: true,
  }
  const answer = (more: Partial<AnswerComplaint>, record = raised) =>
    answerComplaint({ ...command, ...more }, record.state('2026-03-20'))

  test('has an outcome, a reason and the way to the Ombudsman', () => {
    expect(answer({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-03-20',
          by: 'mgr',
          kind: 'complaint-answered',
          complaint: 'c',
          outcome: 'upheld',
          why: 'We did not ring. We will on Monday.',
          'ombudsman-told': true,
        },
      ],
    })
  })

  test.each<[string, Partial<AnswerComplaint>, typeof raised, readonly string[]]>([
    ['of nothing', { complaint: 'statement-1' }, raised, ['That complaint is not in the record.']],
    ['twice', {}, answered, ['This has been answered already.']],
    [
      'by whoever complained',
      { stamp: { ...stamp, by: 'p' } },
      raised,
      ['Whoever complained cannot answer it: somebody else must.'],
    ],
    [
      'without a reason and without the Ombudsman',
      { why: '', ombudsmanTold: false },
      raised,
      ['Give the reason. They will read it.', 'An answer has to say that they can go to the Ombudsman.'],
    ],
  ])('is refused %s', (_name, more, record, expected) => expect(says(answer(more, record))).toEqual(expected))
})

describe('the clock', () => {
  test('runs for sixty working days', () => {
    // 2 March 2026 is a Monday. Easter is 3 and 6 April, the bank holidays of May are the 4th and the 25th.
    const [waiting] = complaints(raised.state('2026-03-20'))
    expect(waiting?.clock?.says).toBe('Day 14 of 60 working days. An answer is due by 29 May 2026.')
    expect(complaints(raised.state('2026-06-01'))[0]?.clock?.says).toBe(
      'An answer was due by 29 May 2026. It is 1 working day late.',
    )
  })

  test('and says how long an answer took', () => {
    expect(complaints(answered.state('2026-03-20'))[0]).toMatchObject({
      clock: undefined,
      took: 'It took 6 working days. The council gives itself 60 working days.',
    })
  })
})
