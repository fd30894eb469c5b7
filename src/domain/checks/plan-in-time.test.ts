import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, newLine, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { planLate, planNotCopied, supportLate } from './plan-in-time.ts'

describe('plan-late', () => {
  // Found eligible on 28 January 2026: 28 days end on 25 February.
  const decided = aRecord().foundEligible()

  test('no plan when the standard has ended', () => {
    expect(hits(planLate, decided, '2026-02-25')).toEqual([])
    expect(hits(planLate, decided, '2026-02-27')).toEqual([
      {
        entries: ['eligibility-1'],
        worker:
          'Needs were found eligible on 28 January 2026, and the standard for a plan is 28 days; none has been issued, 2 days late so far.',
        person:
          'On 28 January 2026 the council agreed that it must help. It says that it makes a plan within 28 days; no plan has come, 2 days late so far.',
        mend: {
          says: 'Issue the plan, or agree a hold with the person, with a reason and an end date.',
          where: 'plan',
        },
      },
    ])
  })

  test('a plan that came late is said to be late; a draft is no plan', () => {
    const issued = (on: string) => aRecord().planned().but('plan-1', { on })
    expect(hits(planLate, issued('2026-02-25'))).toEqual([])
    expect(hitEntries(planLate, issued('2026-02-26'))).toEqual([['eligibility-1', 'plan-1']])
    expect(hits(planLate, issued('2026-02-26'))[0]?.worker).toContain('on 26 February 2026, 1 day late')
    const draft = aRecord().planned().but('plan-1', { status: 'draft' })
    expect(hits(planLate, draft, '2026-02-26')).toHaveLength(1)
  })

  test.each([
    ['nothing was found eligible', decided.but('eligibility-1', { eligible: false })],
    [
      'it was decided again that nothing is',
      decided.with('eligibility', {
        on: '2026-02-12',
        assessment: 'assessment-opened-1',
        eligible: false,
        needs: [],
        reasons: 'She manages again.',
      }),
    ],
    [
      'the clock stood still',
      decided.with('hold', {
        on: '2026-02-02',
        stage: 'plan',
        why: 'She is abroad.',
        until: '2026-02-16',
        told: true,
      }),
    ],
    ['the record was closed', decided.with('closed', { on: '2026-02-10', why: 'She has died.' })],
    [
      'she moved away',
      decided.with('moved', { on: '2026-02-10', direction: 'out', other: 'Leeds', 'plan-in-place': false }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(planLate, record, '2026-02-28')).toEqual([])
  })

  test('a carer’s needs are planned for too, unless a plan serves them already', () => {
    const carers = (on: string) =>
      aRecord()
        .withCarer()
        .planned()
        .but('decided-carer', {
          on,
          eligible: true,
          needs: [{ need: 'need-carer', eligible: true, why: 'He has no time of his own.' }],
        })
    expect(hitEntries(planLate, carers('2026-03-02'), '2026-04-01')).toEqual([['decided-carer']])
    const served = carers('2026-03-02').but('plan-1', {
      lines: [line('L1'), line('L2'), newLine('L3', { needs: ['need-carer'] })],
    })
    expect(hits(planLate, served, '2026-04-01')).toEqual([])
  })
})

describe('support-late', () => {
  // Issued on 16 February 2026: 14 days end on 2 March.
  const waiting = aRecord().planned()

  test('a line has not started when the standard has ended', () => {
    const one = aRecord().supported().without('support-started-2')
    expect(hits(supportLate, one, '2026-03-02')).toEqual([])
    expect(hits(supportLate, one, '2026-03-03')).toEqual([
      {
        entries: ['plan-1'],
        worker:
          '“The club, with its bus” in the plan of 16 February 2026 was to start within 14 days; it has not started, 1 day late so far.',
        person:
          'Your plan of 16 February 2026 promised you “The club, with its bus” within 14 days; it has not begun, 1 day late so far.',
        mend: { says: 'Start the support, or arrange another way until it can.', where: 'support' },
      },
    ])
  })

  test('started late', () => {
    const late = aRecord().supported().but('support-started-1', { on: '2026-03-05' })
    expect(hits(supportLate, late, '2026-03-20')[0]?.worker).toContain(
      'it started on 5 March 2026, 3 days late',
    )
  })

  test('what was delivered, or paid directly, had begun', () => {
    const delivered = aRecord().supported().without('support-started-1')
    expect(hits(supportLate, delivered)).toEqual([])
    const paid = waiting
      .but('plan-1', { lines: [line('L1', { way: 'direct-payment' })] })
      .with('direct-payment', { on: '2026-03-01', plan: 'plan-1', weekly: 135, way: 'person' })
    expect(hits(supportLate, paid, '2026-03-20')).toEqual([])
    expect(hits(supportLate, paid.without('direct-payment'), '2026-03-20')).toHaveLength(1)
  })

  test('a plan that was brought over is owed as well', () => {
    expect(hits(supportLate, waiting.but('plan-1', { 'brought-over': true }), '2026-03-20')).toHaveLength(2)
  })

  test.each([
    ['somebody else pays', waiting.but('plan-1', { lines: [line('L1', { funder: 'nhs' })] })],
    [
      'she moved away',
      waiting.with('moved', { on: '2026-02-20', direction: 'out', other: 'Leeds', 'plan-in-place': true }),
    ],
    [
      'the clock stood still',
      waiting.with('hold', {
        on: '2026-02-18',
        stage: 'support',
        why: 'She is in hospital.',
        until: '2026-03-18',
        told: true,
      }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(supportLate, record, '2026-03-20')).toEqual([])
  })

  const supported = aRecord().reviewed()

  test('a line that goes on need not start again; a new one must', () => {
    const goesOn = withSecondPlan(supported, [line('L1', { amount: 9 }), line('L2')])
    expect(hits(supportLate, goesOn, '2026-10-30')).toEqual([])
    const added = withSecondPlan(supported, [line('L1'), line('L2'), newLine('L3', {})])
    expect(hitEntries(supportLate, added, '2026-10-30')).toEqual([['plan-2']])
  })

  test('the same line in another form, or with another provider, is new support', () => {
    const other = withSecondPlan(supported, [line('L1', { form: 'personal-assistant', provider: 'club' })])
    expect(hits(supportLate, other, '2026-10-30')).toHaveLength(1)
  })

  test('a line that was ended does not go on', () => {
    const ended = supported.with('support-ended', {
      on: '2026-08-01',
      plan: 'plan-1',
      line: 'L1',
      why: 'The agency closed.',
      'by-whom': 'provider',
    })
    expect(hits(supportLate, withSecondPlan(ended, [line('L1'), line('L2')]), '2026-10-30')).toHaveLength(1)
  })

  test('a new version in between does not set the clock back, nor is one gap told twice', () => {
    const again = withSecondPlan(waiting, [line('L1')], { on: '2026-02-25' })
    expect(hits(supportLate, again, '2026-03-20').map(({ worker }) => worker)).toEqual([
      '“Home care each morning” in the plan of 16 February 2026 was to start within 14 days; it has not started, 18 days late so far.',
    ])
  })
})

describe('plan-not-copied', () => {
  // Issued on 16 February 2026: 14 days end on 2 March.
  const uncopied = aRecord().planned().without('copy-3')

  test('no copy went to the person', () => {
    expect(hits(planNotCopied, uncopied, '2026-03-02')).toEqual([])
    expect(hits(planNotCopied, uncopied, '2026-03-03')).toEqual([
      {
        entries: ['plan-1'],
        worker:
          'A copy of the plan of 16 February 2026 was to go to Ada Brook within 14 days; none has gone, 1 day late so far.',
        person:
          'You should have your own copy of your plan of 16 February 2026 within 14 days; it has not been sent, 1 day late so far.',
        mend: { says: 'Give the person a copy, in the form they can use.', where: 'plan' },
      },
    ])
  })

  test('a copy to an attorney is theirs; one to the son is not, and a late one is late', () => {
    const to = (party: string, on = '2026-02-20') =>
      uncopied
        .party({ id: 'lpa', role: 'attorney' })
        .with('copy', { on, of: 'plan-1', to: party, as: 'letter' })
    expect(hits(planNotCopied, to('lpa'), '2026-03-20')).toEqual([])
    expect(hits(planNotCopied, to('son'), '2026-03-20')).toHaveLength(1)
    expect(hits(planNotCopied, to('p', '2026-03-06'))[0]?.worker).toContain(
      'it went on 6 March 2026, 4 days late',
    )
  })

  test('not for a plan that another replaced in time, nor one from before the record', () => {
    const replaced = withSecondPlan(uncopied, [line('L1')], { on: '2026-03-01' })
    expect(hits(planNotCopied, replaced, '2026-03-10')).toEqual([])
    expect(hits(planNotCopied, uncopied.but('plan-1', { 'brought-over': true }), '2026-03-10')).toEqual([])
  })
})
