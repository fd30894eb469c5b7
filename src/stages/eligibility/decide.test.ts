import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { day } from '../../domain/dates/plain-date.ts'
import type { Decision } from '../../record/allowed.ts'
import { type DecideEligibility, decideEligibility } from './decide.ts'

const command: DecideEligibility = {
  stamp: { id: 'new', on: day('2026-01-28'), by: 'sw' },
  assessment: 'assessment-opened-1',
  eligible: true,
  needs: [
    { need: 'need-1', eligible: true, why: ' She cannot wash. ' },
    { need: 'need-2', eligible: false, why: 'The bus stops at the door.' },
  ],
  reasons: ' Two outcomes, and it bears on her dignity. ',
}
const deciding = (more: Partial<DecideEligibility>, record: ARecord = aRecord().assessed()): Decision =>
  decideEligibility({ ...command, ...more }, record.state())
const says = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.because.map((refusal) => refusal.says) : []

describe('the council’s decision on eligibility', () => {
  test('is a named person’s, with a reason overall and one for every need', () => {
    expect(deciding({})).toEqual({
      kind: 'done',
      entries: [
        {
          id: 'new',
          on: '2026-01-28',
          by: 'sw',
          kind: 'eligibility',
          assessment: 'assessment-opened-1',
          eligible: true,
          needs: [
            { need: 'need-1', eligible: true, why: 'She cannot wash.' },
            { need: 'need-2', eligible: false, why: 'The bus stops at the door.' },
          ],
          reasons: 'Two outcomes, and it bears on her dignity.',
        },
      ],
    })
  })

  test('may differ from what the recorded facts give: the software does not decide', () => {
    expect(deciding({ eligible: false }).kind).toBe('done')
  })

  test('is made on each assessment once: on a reassessment again', () => {
    const again = aRecord()
      .foundEligible()
      .with('assessment-opened', {
        on: '2026-06-01',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .with('assessment-closed', {
        on: '2026-06-20',
        assessment: 'assessment-opened-2',
        outcome: 'completed',
      })
    expect(deciding({ assessment: 'assessment-opened-2' }, again).kind).toBe('done')
    expect(says(deciding({}, again))).toEqual(['Eligibility has been decided for this assessment already.'])
  })

  const NOT_COMPLETED = 'The assessment has to be completed before eligibility is decided.'
  test.each<[string, Partial<DecideEligibility>, ARecord, readonly string[]]>([
    [
      'of no assessment',
      { assessment: 'need-1' },
      aRecord().assessed(),
      ['That assessment is not in the record.'],
    ],
    ['while it is open', {}, aRecord().assessed().without('assessment-closed', 'copy'), [NOT_COMPLETED]],
    [
      'after it was withdrawn',
      {},
      aRecord().assessed().but('assessment-closed-1', { outcome: 'withdrawn' }),
      [NOT_COMPLETED],
    ],
    ['twice', {}, aRecord().foundEligible(), ['Eligibility has been decided for this assessment already.']],
    ['without reasons', { reasons: ' ' }, aRecord().assessed(), ['Give the reasons for the decision.']],
    [
      'on a need that is not there',
      { needs: [{ need: 'need-9', eligible: true, why: 'So.' }] },
      aRecord().assessed(),
      ['A decision can be made only on needs in this record.'],
    ],
    [
      'without a reason for a need, which is named',
      { needs: [{ need: 'need-2', eligible: false, why: '' }] },
      aRecord().assessed(),
      ['Give the reason for “Getting to the club”.'],
    ],
    [
      'with all that is missing at once',
      {
        reasons: '',
        needs: [
          { need: 'need-1', eligible: true, why: '' },
          { need: 'need-2', eligible: true, why: '' },
        ],
      },
      aRecord().assessed(),
      [
        'Give the reasons for the decision.',
        'Give the reason for “Help to wash and dress in the morning”.',
        'Give the reason for “Getting to the club”.',
      ],
    ],
  ])('is refused %s', (_name, more, record, expected) =>
    expect(says(deciding(more, record))).toEqual(expected),
  )

  test('a refusal for want of reasons names the section that asks for them', () => {
    const decision = deciding({ reasons: '' })
    expect(decision.kind === 'refused' ? decision.because.flatMap(({ cites }) => cites ?? []) : []).toEqual([
      'CA s13',
    ])
  })
})
