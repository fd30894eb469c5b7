import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { owed } from './owed.ts'

const of = (record: ARecord, on: string) =>
  owed(record.state(on)).map(({ what, whose, since, waiting }) => [what, whose, since, waiting?.late])

/** Asked on 5 January; the council gives itself 28 days to begin, 42 to end an assessment, 28 for a plan, 20 working days to answer. */
const asked = aRecord().with('contact', {
  id: 'c',
  on: '2026-01-05',
  by: 'p',
  how: 'phone',
  about: 'Help at home',
})

describe('the next step', () => {
  test('an assessment, from the day of asking: in time on 2 February, a day late on the 3rd', () => {
    expect(of(asked, '2026-02-02')).toEqual([['The start of an assessment', 'council', '2026-01-05', 0]])
    expect(of(asked, '2026-02-03')).toEqual([['The start of an assessment', 'council', '2026-01-05', 1]])
  })

  test('nothing where whoever asked was given advice and wanted no more', () => {
    expect(of(asked.but('c', { outcome: 'advice-only' }), '2026-06-01')).toEqual([])
  })

  test('then its end, a decision, and a plan', () => {
    const opened = asked.with('assessment-opened', {
      id: 'a',
      on: '2026-01-12',
      by: 'sw',
      of: 'needs',
      subject: 'p',
      way: 'face-to-face',
      assessor: 'sw',
    })
    // 42 days after 12 January is 23 February.
    expect(of(opened, '2026-02-28')).toEqual([['The end of the assessment', 'council', '2026-01-12', 5]])
    const closed = opened.with('assessment-closed', {
      on: '2026-02-20',
      by: 'sw',
      assessment: 'a',
      outcome: 'completed',
    })
    expect(of(closed, '2026-02-28')).toEqual([
      ['A decision on eligibility', 'council', '2026-02-20', undefined],
    ])
    const decided = closed.with('eligibility', {
      on: '2026-03-02',
      by: 'sw',
      assessment: 'a',
      eligible: true,
      needs: [],
      reasons: 'x',
    })
    // 28 days after 2 March is 30 March.
    expect(of(decided, '2026-04-02')).toEqual([['A plan', 'council', '2026-03-02', 3]])
  })
})

describe('beside it', () => {
  const planned = aRecord().planned()

  test('an issued plan that nobody has answered is the person’s move', () => {
    const unanswered = planned.without('response')
    expect(of(unanswered, planned.lastDay()).map(([what, whose]) => [what, whose])).toContainEqual([
      'An answer to the plan',
      'person',
    ])
  })

  test('a disagreement is owed an answer within 20 working days, and nothing once it is answered', () => {
    const disputed = asked.with('dispute', {
      id: 'd',
      on: '2026-01-05',
      by: 'p',
      of: 'c',
      says: 'no',
      wants: 'x',
    })
    // 20 working days after Monday 5 January is Monday 2 February; Tuesday is a working day late.
    expect(of(disputed, '2026-02-03')).toContainEqual([
      'An answer to a disagreement',
      'council',
      '2026-01-05',
      1,
    ])
    const answered = disputed.with('dispute-answered', {
      on: '2026-01-20',
      by: 'mgr',
      dispute: 'd',
      outcome: 'refused',
      why: 'x',
    })
    expect(of(answered, '2026-02-03').map(([what]) => what)).toEqual(['The start of an assessment'])
  })

  test('what is latest comes first', () => {
    const two = asked.with('complaint', { id: 'k', on: '2026-01-06', by: 'p', about: 'x', wants: 'y' })
    expect(of(two, '2026-02-20').map(([what]) => what)).toEqual([
      'The start of an assessment',
      'An answer to a complaint',
    ])
  })
})

test('nothing is owed in a record that is whole and in time, nor in a closed one', () => {
  const supported = aRecord().supported()
  expect(of(supported, supported.lastDay())).toEqual([])
  expect(of(asked.with('closed', { on: '2026-01-06', by: 'sw', why: 'moved away' }), '2027-01-01')).toEqual(
    [],
  )
})
