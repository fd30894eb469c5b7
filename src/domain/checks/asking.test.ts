import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { assessmentLate, assessmentRefused, urgentUnmet } from './asking.ts'

describe('assessment-refused', () => {
  const turnedAway = (fields: Readonly<Record<string, unknown>>) =>
    aRecord()
      .contacted()
      .but('contact-1', { outcome: 'screened-out', ...fields })

  test('nothing says why', () => {
    expect(hits(assessmentRefused, turnedAway({}))).toEqual([
      {
        entries: ['contact-1'],
        worker:
          'The contact of 5 January 2026 shows signs of need (washing and keeping clean, dressing and getting out and about) and ended without an assessment; no reason stands in the record.',
        person:
          'On 5 January 2026 the council was asked for help and did not look at what is needed. It did not write down why. It has to look at your needs however small they seem, and whatever money you have.',
        mend: { says: 'Open an assessment, or write down the lawful reason why not.', where: 'contact' },
      },
    ])
  })

  test.each([
    ['she has savings above the limit', 'Has savings of £40,000, so told to arrange her own care.'],
    ['she would not be eligible', 'Would not meet the eligibility criteria.'],
    ['her needs are low', 'Low level needs only; sent a leaflet.'],
    ['the council refuses', 'We declined to assess: there is no budget for it this year.'],
  ])('the ground is that %s', (_, note) => {
    expect(hitEntries(assessmentRefused, turnedAway({ outcome: 'advice-only', note }))).toEqual([
      ['contact-1'],
    ])
  })

  test('the reason may stand in a later closing', () => {
    const closed = (why: string) => turnedAway({}).with('closed', { on: '2026-01-06', why })
    expect(hitEntries(assessmentRefused, closed('Over the capital limit.'))).toEqual([
      ['contact-1', 'closed-1'],
    ])
    expect(hits(assessmentRefused, closed('She moved to Leeds on the same day.'))).toEqual([])
  })

  test.each([
    [
      'a lawful reason stands',
      { note: 'She wanted the number of the falls clinic and asked not to be assessed.' },
    ],
    [
      'she declined, whatever she owns',
      { note: 'She has savings and said no to an assessment; told how to ask again.' },
    ],
    ['there is no sign of need', { signs: [] }],
    ['it was passed on', { outcome: 'passed-on' }],
  ])('not where %s', (_, fields) => {
    expect(hits(assessmentRefused, turnedAway(fields))).toEqual([])
  })

  test('not where an assessment is opened, or was open already, or the next call led to one', () => {
    const again = turnedAway({}).with('contact', {
      on: '2026-01-09',
      by: 'son',
      how: 'phone',
      about: 'Again',
      outcome: 'assess',
    })
    expect(hits(assessmentRefused, again)).toEqual([])
    expect(
      hits(assessmentRefused, aRecord().assessed().but('contact-1', { outcome: 'screened-out' })),
    ).toEqual([])
    const during = aRecord()
      .assessed()
      .with('contact', {
        on: '2026-01-20',
        by: 'son',
        how: 'phone',
        about: 'Any news?',
        signs: ['hygiene'],
        outcome: 'advice-only',
      })
    expect(hits(assessmentRefused, during)).toEqual([])
  })

  test('a carer’s call about their own life is answered by a carer’s assessment, not by the person’s', () => {
    const carers = aRecord()
      .assessed()
      .party({ id: 'husband', name: 'Walter Brook', role: 'carer' })
      .with('contact', {
        on: '2026-01-11',
        by: 'husband',
        how: 'phone',
        about: 'I never get out.',
        signs: ['carer-recreation'],
        outcome: 'screened-out',
      })
    expect(hitEntries(assessmentRefused, carers)).toEqual([['contact-2']])
    expect(hits(assessmentRefused, carers.withCarer())).toEqual([])
  })
})

describe('assessment-late: to be opened within 28 days', () => {
  const opened = (on: string) =>
    aRecord()
      .assessed()
      .but('assessment-opened-1', { on })
      .without('statement', 'need', 'goal', 'advocacy', 'assessment-closed', 'copy')

  test('in time on the last day, late on the next', () => {
    expect(hits(assessmentLate, opened('2026-02-02'), '2026-02-20')).toEqual([])
    const [late, ...more] = hits(assessmentLate, opened('2026-02-03'), '2026-02-20')
    expect(more).toEqual([])
    expect(late?.entries).toEqual(['contact-1', 'assessment-opened-1'])
    expect(late?.worker).toBe(
      'The standard is 28 days from a contact to the opening of an assessment: after the contact of 5 January 2026 it was opened on 3 February 2026, 1 day late.',
    )
  })

  test('still to be opened', () => {
    expect(hits(assessmentLate, aRecord().contacted(), '2026-02-02')).toEqual([])
    expect(hits(assessmentLate, aRecord().contacted(), '2026-02-05').map(({ person }) => person)).toEqual([
      'Help was asked for on 5 January 2026. The council says that it begins an assessment within 28 days; this one has not begun, 3 days late so far.',
    ])
  })

  test('the council’s own standard counts', () => {
    expect(
      hitEntries(assessmentLate, opened('2026-01-12').standards({ 'open-days': 6 }), '2026-01-20'),
    ).toEqual([['contact-1', 'assessment-opened-1']])
  })

  test('a hold that she was told of gives more time, one that she was not told of does not', () => {
    const held = (told: boolean) =>
      opened('2026-02-10').with('hold', {
        on: '2026-01-20',
        stage: 'assessment',
        why: 'In hospital',
        until: '2026-02-03',
        told,
      })
    expect(hits(assessmentLate, held(true), '2026-02-20')).toEqual([])
    expect(hitEntries(assessmentLate, held(false), '2026-02-20')).toHaveLength(1)
  })

  test('a carer who calls without a sign being written down may have called for either', () => {
    const carers = aRecord().withCarer().without('assessment-opened-1', 'contact-1').with('contact', {
      id: 'call',
      on: '2026-01-06',
      by: 'husband',
      how: 'phone',
      about: 'I need a rest.',
      outcome: 'assess',
    })
    expect(hits(assessmentLate, carers, '2026-06-01')).toEqual([])
    expect(hitEntries(assessmentLate, carers.but('call', { by: 'son' }), '2026-06-01')).toHaveLength(1)
  })

  test('three calls to one assessment are late once, from the first', () => {
    const calls = opened('2026-02-20')
      .with('contact', { on: '2026-01-19', by: 'son', how: 'phone', about: 'Any news?', outcome: 'assess' })
      .with('contact', { on: '2026-02-18', by: 'son', how: 'phone', about: 'Any news?', outcome: 'assess' })
    expect(hitEntries(assessmentLate, calls, '2026-03-01')).toEqual([['contact-1', 'assessment-opened-1']])
  })

  test.each([
    [
      'the record was closed in time',
      aRecord().contacted().with('closed', { on: '2026-01-20', why: 'She no longer wants one.' }),
    ],
    [
      'she moved away in time',
      aRecord()
        .contacted()
        .with('moved', { on: '2026-01-20', direction: 'out', other: 'Leeds', 'plan-in-place': false }),
    ],
    ['the contact led to no assessment', aRecord().contacted().but('contact-1', { outcome: 'passed-on' })],
    [
      'an assessment was open when the call came',
      aRecord().assessed().with('contact', {
        on: '2026-01-20',
        by: 'son',
        how: 'phone',
        about: 'Any news?',
        outcome: 'assess',
      }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(assessmentLate, record, '2026-05-01')).toEqual([])
  })
})

describe('assessment-late: to be closed within 42 days', () => {
  test('in time on the last day, late on the next, and while it is open', () => {
    const closed = (on: string) => aRecord().assessed().but('assessment-closed-1', { on }).without('copy')
    expect(hits(assessmentLate, closed('2026-02-23'), '2026-03-01')).toEqual([])
    expect(hitEntries(assessmentLate, closed('2026-02-24'), '2026-03-01')).toEqual([
      ['assessment-opened-1', 'assessment-closed-1'],
    ])
    expect(hits(assessmentLate, closed('2026-02-24'), '2026-02-23')).toEqual([])
    const open = aRecord().assessed().without('assessment-closed', 'copy')
    expect(hits(assessmentLate, open, '2026-02-28').map(({ worker }) => worker)).toEqual([
      'The assessment was opened on 12 January 2026, and the standard is to close one within 42 days; it is still open, 5 days late so far.',
    ])
  })

  test('a carer’s assessment has the same standard', () => {
    const late = aRecord()
      .withCarer()
      .but('closed-carer', { on: '2026-03-10' })
      .without('decided-carer', 'copy-carer-1', 'copy-carer-2', 'advice-carer')
    expect(hitEntries(assessmentLate, late, '2026-04-01')).toEqual([['opened-carer', 'closed-carer']])
  })
})

describe('urgent-unmet', () => {
  const urgent = aRecord().contacted().but('contact-1', { urgent: true })

  test('nothing after three days', () => {
    expect(hits(urgentUnmet, urgent, '2026-01-08')).toEqual([])
    expect(hits(urgentUnmet, urgent, '2026-01-09').map(({ worker }) => worker)).toEqual([
      'The contact of 5 January 2026 was urgent. Support, or a worker’s statement that none is needed, was due within 3 days; neither has come, 1 day late so far.',
    ])
  })

  const brought = urgent
    .with('need', {
      text: 'Washing',
      topics: ['hygiene'],
      cause: 'A fall',
      test: 'unable',
      wellbeing: ['dignity'],
      impact: 'significant',
      'impact-why': 'She cannot stand.',
    })
    .with('plan', {
      version: 1,
      status: 'issued',
      'brought-over': true,
      involved: ['p'],
      lines: [
        {
          line: 'L1',
          needs: ['need-1'],
          what: 'Visits',
          form: 'agency',
          unit: 'hour',
          amount: 7,
          price: 25,
          weekly: 175,
          funder: 'council',
          way: 'managed',
          why: '',
        },
      ],
    })
  const started = (on: string) =>
    brought.with('support-started', { on, by: 'care', plan: 'plan-1', line: 'L1', provider: 'care' })
  const said = (on: string, by: string) =>
    urgent.with('statement', {
      on,
      topic: 'health',
      'said-by': by,
      basis: 'observed',
      text: 'She is safe with her son for now.',
    })

  test('support on the third day is in time, on the fourth late', () => {
    expect(hits(urgentUnmet, started('2026-01-08'), '2026-02-01')).toEqual([])
    expect(hits(urgentUnmet, started('2026-01-09'), '2026-02-01').map(({ person }) => person)).toEqual([
      'Help was needed urgently on 5 January 2026. The council says that it acts within 3 days; it acted on 9 January 2026, 1 day late. It can start help before it has assessed you.',
    ])
  })

  test('a worker’s word is an answer, the person’s own is not', () => {
    expect(hits(urgentUnmet, said('2026-01-07', 'sw'), '2026-02-01')).toEqual([])
    expect(hitEntries(urgentUnmet, said('2026-01-07', 'p'), '2026-02-01')).toEqual([['contact-1']])
  })

  test('not where it was not urgent, or she was taken into hospital', () => {
    expect(hits(urgentUnmet, aRecord().contacted(), '2026-02-01')).toEqual([])
    expect(
      hits(urgentUnmet, urgent.with('hospital', { on: '2026-01-06', event: 'admitted' }), '2026-02-01'),
    ).toEqual([])
  })
})
