import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type AnswerDispute, answerDispute } from './decide.ts'

const raised = aRecord().assessed().with('dispute', {
  id: 'no',
  on: '2026-02-01',
  by: 'p',
  of: 'statement-1',
  says: 'Ten times.',
  wants: 'Ten.',
})

const command: AnswerDispute = {
  stamp: { id: 'new', on: day('2026-02-20'), by: 'sw' },
  dispute: 'no',
  outcome: 'accepted',
  why: ' The notes of the visit say ten. ',
}
const answering = (more: Partial<AnswerDispute>, record = raised): Decision =>
  answerDispute({ ...command, ...more }, record.state())
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('answering a dispute', () => {
  test('the outcome with its reason, by somebody else', () => {
    expect(answering({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-02-20',
          by: 'sw',
          kind: 'dispute-answered',
          dispute: 'no',
          outcome: 'accepted',
          why: 'The notes of the visit say ten.',
        },
      ],
    })
  })

  const answered = raised.with('dispute-answered', {
    on: '2026-02-10',
    dispute: 'no',
    outcome: 'refused',
    why: 'No.',
  })
  test.each<[string, Partial<AnswerDispute>, typeof raised, readonly string[]]>([
    ['of nothing', { dispute: 'statement-1' }, raised, ['That dispute is not in the record.']],
    ['that has its answer', {}, answered, ['This has been answered already.']],
    [
      'by whoever raised it',
      { stamp: { ...command.stamp, by: 'p' } },
      raised,
      ['Whoever raised it cannot answer it: somebody else must.'],
    ],
    ['without a reason', { why: ' ' }, raised, ['Give the reason. They will read it.']],
    [
      'with everything wrong at once',
      { stamp: { ...command.stamp, by: 'p' }, why: '' },
      answered,
      [
        'This has been answered already.',
        'Whoever raised it cannot answer it: somebody else must.',
        'Give the reason. They will read it.',
      ],
    ],
  ])('is refused %s', (_name, more, record, expected) =>
    expect(says(answering(more, record))).toEqual(expected),
  )
})
