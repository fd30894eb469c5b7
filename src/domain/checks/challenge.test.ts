import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { complaintUnanswered, disputeNotCarried, disputeUnanswered, ombudsmanNotTold } from './challenge.ts'

// Said on Monday 2 March 2026; twenty working days end on Monday 30 March.
const dispute = (record: ARecord, of: string) =>
  record.add('dispute', {
    on: '2026-03-02',
    by: 'p',
    of,
    says: 'I said every day.',
    wants: 'That it is put right.',
  })
const answer = (record: ARecord, outcome: string, on = '2026-03-09') =>
  record.add('dispute-answered', { on, by: 'mgr', dispute: 'dispute-1', outcome, why: 'We listened again.' })

describe('dispute-unanswered', () => {
  const disputed = dispute(aRecord().planned(), 'statement-1')

  test('no answer when the standard has ended', () => {
    expect(hits(disputeUnanswered, disputed, '2026-03-30')).toEqual([])
    expect(hits(disputeUnanswered, disputed, '2026-03-31')).toEqual([
      {
        entries: ['dispute-1', 'statement-1'],
        worker:
          'Ada Brook disputed an entry on 2 March 2026. The standard for an answer is 20 working days; none has come, 1 day late so far.',
        person:
          'On 2 March 2026 the council was told that something in your record is wrong. It says that it answers within 20 working days; it has not answered, 1 day late so far.',
        mend: {
          says: 'Answer the dispute: accepted, in part, or refused, with the reason.',
          where: 'challenge',
        },
      },
    ])
  })

  test('it is about the entry that stands, where the one disputed was corrected', () => {
    const corrected = disputed.add('statement', {
      id: 'corrected',
      on: '2026-01-14',
      recorded: '2026-03-03',
      corrects: 'statement-1',
      why: 'A slip.',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'Every day.',
    })
    expect(hitEntries(disputeUnanswered, corrected, '2026-03-31')).toEqual([['dispute-1', 'corrected']])
  })

  test('an answer in time, and one that is late', () => {
    expect(hits(disputeUnanswered, answer(disputed, 'refused', '2026-03-30'))).toEqual([])
    expect(hits(disputeUnanswered, answer(disputed, 'refused', '2026-04-01'))[0]?.worker).toContain(
      'it came on 1 April 2026, 2 days late',
    )
  })
})

describe('dispute-not-carried', () => {
  // Accepted on Monday 9 March 2026; twenty working days, without Good Friday and Easter Monday, end on Wednesday 8 April.
  const accepted = (record = aRecord().planned(), of = 'statement-1', outcome = 'accepted') =>
    answer(dispute(record, of), outcome)
  const decidedAgain = (record: ARecord, on: string) =>
    record.add('eligibility', {
      on,
      assessment: 'assessment-opened-1',
      eligible: true,
      needs: [
        { need: 'need-1', eligible: true, why: 'Every day.' },
        { need: 'need-2', eligible: true, why: 'As before.' },
      ],
      reasons: 'Made again on what is now right.',
    })
  const budgetAgain = (record: ARecord, on: string) =>
    record.add('personal-budget', { on, plan: 'plan-1', weekly: 235, council: 195, person: 40, lines: [] })

  test('the decision and the budget that rested on it were not made again', () => {
    expect(hits(disputeNotCarried, accepted(), '2026-04-08')).toEqual([])
    expect(hitEntries(disputeNotCarried, accepted(), '2026-04-09')).toEqual([
      ['dispute-1', 'dispute-answered-1', 'eligibility-1'],
      ['dispute-1', 'dispute-answered-1', 'personal-budget-1'],
    ])
    expect(hits(disputeNotCarried, accepted(), '2026-04-09')[0]?.worker).toBe(
      'The dispute of 2 March 2026 was accepted, and the eligibility decision of 28 January 2026 rested on what was wrong; it has not been made again, 1 day late so far.',
    )
  })

  test('one of the two is not both', () => {
    const one = decidedAgain(accepted(), '2026-03-20')
    expect(hitEntries(disputeNotCarried, one, '2026-04-20')).toEqual([
      ['dispute-1', 'dispute-answered-1', 'personal-budget-1'],
    ])
    expect(hits(disputeNotCarried, budgetAgain(one, '2026-03-23'), '2026-04-20')).toEqual([])
    const planned = withSecondPlan(one, [line('L1'), line('L2')], { on: '2026-03-23' })
    expect(hits(disputeNotCarried, planned, '2026-04-20')).toEqual([])
  })

  test('made again too late', () => {
    const late = decidedAgain(budgetAgain(accepted(), '2026-03-23'), '2026-04-10')
    expect(hits(disputeNotCarried, late)[0]?.worker).toContain(
      'it was made again on 10 April 2026, 2 days late',
    )
  })

  test('to correct the decision is to make it again', () => {
    const corrected = budgetAgain(accepted(), '2026-03-23').add('eligibility', {
      on: '2026-01-28',
      recorded: '2026-03-20',
      corrects: 'eligibility-1',
      why: 'Made again on what is now right.',
      assessment: 'assessment-opened-1',
      eligible: true,
      needs: [{ need: 'need-1', eligible: true, why: 'Every day.' }],
      reasons: 'As said.',
    })
    expect(hits(disputeNotCarried, corrected, '2026-04-20')).toEqual([])
  })

  test('it is followed where the statement itself was corrected', () => {
    const corrected = accepted().add('statement', {
      on: '2026-01-14',
      recorded: '2026-03-09',
      corrects: 'statement-1',
      why: 'Accepted.',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'Every day.',
      level: 0,
    })
    expect(hits(disputeNotCarried, corrected, '2026-04-09')).toHaveLength(2)
  })

  test('a decision that had been replaced before the answer need not be made again', () => {
    const replaced = withSecondPlan(aRecord().planned(), [line('L2')], { on: '2026-03-04' })
      .add('assessment-opened', {
        id: 'again',
        on: '2026-03-03',
        of: 'reassessment',
        subject: 'p',
        way: 'phone',
        assessor: 'sw',
      })
      .add('eligibility', {
        id: 'decided-again',
        on: '2026-03-03',
        assessment: 'again',
        eligible: true,
        needs: [{ need: 'need-2', eligible: true, why: 'As before.' }],
        reasons: 'New.',
      })
      .add('personal-budget', {
        on: '2026-03-04',
        plan: 'plan-2',
        weekly: 60,
        council: 60,
        person: 0,
        lines: [],
      })
    expect(hits(disputeNotCarried, accepted(replaced), '2026-04-20')).toEqual([])
  })

  test.each([
    ['it was refused', accepted(undefined, undefined, 'refused')],
    ['nothing rests on it', accepted(undefined, 'statement-8')],
    ['nothing was decided yet', accepted(aRecord().assessed())],
  ])('not where %s', (_, record) => {
    expect(hits(disputeNotCarried, record, '2026-04-20')).toEqual([])
  })

  test('accepted in part counts', () => {
    expect(hits(disputeNotCarried, accepted(undefined, undefined, 'partly'), '2026-04-20')).toHaveLength(2)
  })
})

// Said on Monday 2 March 2026; sixty working days, without Easter and the May bank holidays, end on Friday 29 May.
const complaint = aRecord()
  .supported()
  .with('complaint', { on: '2026-03-02', by: 'son', about: 'Missed mornings.', wants: 'Them back.' })
const complaintAnswer = (record: ARecord, on: string, told: boolean) =>
  record.add('complaint-answered', {
    on,
    by: 'mgr',
    complaint: 'complaint-1',
    outcome: 'upheld',
    why: 'They were missed.',
    'ombudsman-told': told,
  })

describe('complaint-unanswered', () => {
  test('no answer when the standard has ended', () => {
    expect(hits(complaintUnanswered, complaint, '2026-05-29')).toEqual([])
    expect(hits(complaintUnanswered, complaint, '2026-06-01')[0]?.worker).toBe(
      'The complaint of 2 March 2026 was to be answered within 60 working days; it has no answer, 3 days late so far.',
    )
    expect(hits(complaintUnanswered, complaintAnswer(complaint, '2026-05-29', true))).toEqual([])
    expect(hits(complaintUnanswered, complaintAnswer(complaint, '2026-06-01', true))).toHaveLength(1)
  })
})

describe('ombudsman-not-told', () => {
  test('the answer does not name the Ombudsman', () => {
    const silent = complaintAnswer(complaint, '2026-03-20', false)
    expect(hitEntries(ombudsmanNotTold, silent)).toEqual([['complaint-1', 'complaint-answered-1']])
    expect(hits(ombudsmanNotTold, complaintAnswer(silent, '2026-03-25', true))).toEqual([])
    expect(hits(ombudsmanNotTold, complaintAnswer(complaint, '2026-03-20', true))).toEqual([])
    expect(hits(ombudsmanNotTold, complaint)).toEqual([])
  })
})
