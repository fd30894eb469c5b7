import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { assessmentNotCopied, eligibilityNotCopied } from './copies.ts'

describe('eligibility-not-copied: decided on 28 January, so by 11 February', () => {
  const record = aRecord().foundEligible()

  test('not sent', () => {
    expect(hits(eligibilityNotCopied, record.without('copy-2'), '2026-02-11')).toEqual([])
    expect(hits(eligibilityNotCopied, record.without('copy-2'), '2026-02-14')).toEqual([
      {
        entries: ['eligibility-1'],
        worker:
          'Ada Brook was to have a copy of the decision on eligibility, with its reasons, within 14 days of 28 January 2026; none has been sent, 3 days late so far.',
        person:
          'The council has to give you a copy of the decision on eligibility, with its reasons, within 14 days of 28 January 2026; it has not been sent, 3 days late so far.',
        mend: { says: 'Send the copy, in the form that works for them.', where: 'eligibility' },
      },
    ])
  })

  test('sent on the last day is in time, on the next late', () => {
    expect(hits(eligibilityNotCopied, record.but('copy-2', { on: '2026-02-11' }), '2026-06-01')).toEqual([])
    expect(
      hits(eligibilityNotCopied, record.but('copy-2', { on: '2026-02-12' }), '2026-06-01').map(
        ({ worker }) => worker,
      ),
    ).toEqual([
      'Ada Brook was to have a copy of the decision on eligibility, with its reasons, within 14 days of 28 January 2026; it was sent on 12 February 2026, 1 day late.',
    ])
  })

  test.each(['attorney', 'deputy', 'advocate'] as const)('an %s may have it for her', (role) => {
    const sent = record.party({ id: 'x', role }).but('copy-2', { to: 'x' })
    expect(hits(eligibilityNotCopied, sent, '2026-06-01')).toEqual([])
  })

  test('her son may not, nor is a copy of the assessment one of the decision', () => {
    expect(hitEntries(eligibilityNotCopied, record.but('copy-2', { to: 'son' }), '2026-06-01')).toHaveLength(
      1,
    )
    expect(
      hitEntries(eligibilityNotCopied, record.but('copy-2', { of: 'assessment-opened-1' }), '2026-06-01'),
    ).toHaveLength(1)
  })

  test('the council’s own standard counts', () => {
    expect(hitEntries(eligibilityNotCopied, record.standards({ 'copy-days': 1 }))).toEqual([
      ['eligibility-1'],
    ])
  })

  test('a decision that was made again before its copy was due needs none of its own', () => {
    const [first] = record.entries.filter(({ id }) => id === 'eligibility-1')
    const again = (on: string) =>
      record
        .without('copy-2')
        .add('eligibility', { ...first, id: 'eligibility-2', on })
        .with('copy', { on, of: 'eligibility-2', to: 'p', as: 'letter' })
    expect(hits(eligibilityNotCopied, again('2026-02-11'), '2026-06-01')).toEqual([])
    expect(hitEntries(eligibilityNotCopied, again('2026-02-12'), '2026-06-01')).toEqual([['eligibility-1']])
  })

  test('a carer’s decision goes to the carer', () => {
    const carers = aRecord().withCarer()
    expect(hits(eligibilityNotCopied, carers, '2026-06-01')).toEqual([])
    expect(
      hits(eligibilityNotCopied, carers.but('copy-carer-2', { to: 'p' }), '2026-02-12').map(
        ({ person }) => person,
      ),
    ).toEqual([
      'The council has to give Walter Brook a copy of the decision on eligibility, with its reasons, within 14 days of 28 January 2026; it has not been sent, 1 day late so far.',
    ])
  })

  test('a corrected decision keeps its copy', () => {
    const [first] = record.entries.filter(({ id }) => id === 'eligibility-1')
    const corrected = record.add('eligibility', {
      ...first,
      id: 'eligibility-2',
      on: '2026-03-01',
      corrects: 'eligibility-1',
      why: 'A slip.',
    })
    expect(hits(eligibilityNotCopied, corrected, '2026-06-01')).toEqual([])
  })
})

describe('assessment-not-copied: closed on 26 January, so by 9 February', () => {
  const record = aRecord().assessed()

  test('in time on the last day, late on the next, and not sent at all', () => {
    expect(hits(assessmentNotCopied, record.but('copy-1', { on: '2026-02-09' }), '2026-06-01')).toEqual([])
    expect(hitEntries(assessmentNotCopied, record.but('copy-1', { on: '2026-02-10' }), '2026-06-01')).toEqual(
      [['assessment-opened-1', 'assessment-closed-1']],
    )
    expect(
      hits(assessmentNotCopied, record.without('copy'), '2026-02-10').map(({ person }) => person),
    ).toEqual([
      'The council has to give you a copy of the assessment within 14 days of 26 January 2026; it has not been sent, 1 day late so far.',
    ])
  })

  test('not while it is open, nor where it was refused', () => {
    expect(hits(assessmentNotCopied, record.without('copy', 'assessment-closed'), '2026-06-01')).toEqual([])
    expect(
      hits(
        assessmentNotCopied,
        record.without('copy').but('assessment-closed-1', { outcome: 'withdrawn' }),
        '2026-06-01',
      ),
    ).toEqual([])
  })

  test('the carer has their own, and hers does not do', () => {
    const carers = aRecord().withCarer()
    expect(hits(assessmentNotCopied, carers, '2026-06-01')).toEqual([])
    expect(hitEntries(assessmentNotCopied, carers.without('copy-carer-1'), '2026-06-01')).toEqual([
      ['opened-carer', 'closed-carer'],
    ])
  })
})
