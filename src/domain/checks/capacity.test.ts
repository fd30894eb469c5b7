import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { capacityNotAssessed, capacityUnhelped, capacityUnreasoned } from './capacity.ts'

const FOUND = {
  decision: 'How her care is arranged',
  for: ['support'],
  'help-given': ['Seen in the morning, her best time'],
  understands: true,
  retains: true,
  weighs: true,
  communicates: true,
  'has-capacity': true,
}
const found = (record: ARecord, fields: Readonly<Record<string, unknown>> = {}) =>
  record.add('capacity', { on: '2026-02-10', ...FOUND, ...fields })
const lacking = (fields: Readonly<Record<string, unknown>> = {}) =>
  found(aRecord().assessed(), { retains: false, because: 'Dementia', 'has-capacity': false, ...fields })

describe('capacity-not-assessed', () => {
  const doubted = aRecord()
    .planned()
    .but('statement-1', { doubts: ['capacity'] })

  test('a plan, with capacity in doubt', () => {
    expect(hits(capacityNotAssessed, doubted)).toEqual([
      {
        entries: ['statement-1', 'plan-1'],
        worker:
          'Before the plan of 16 February 2026 capacity was in doubt, and nobody had assessed whether Ada Brook could decide this. Capacity is assumed until it is shown otherwise.',
        person:
          'Your plan was made on 16 February 2026. Nobody checked first whether you could decide that yourself. You can decide unless it is shown that you cannot.',
        mend: {
          says: 'Assess capacity for this decision, with all the help the person needs, and look at the decision again.',
          where: 'plan',
        },
      },
    ])
  })

  test('assessed for support by the day of the plan', () => {
    expect(hits(capacityNotAssessed, found(doubted))).toEqual([])
    expect(hits(capacityNotAssessed, found(doubted, { on: '2026-02-16' }))).toEqual([])
    expect(hitEntries(capacityNotAssessed, found(doubted, { on: '2026-02-17' }), '2026-03-01')).toHaveLength(
      1,
    )
  })

  test('assessed for another decision does not do', () => {
    expect(hitEntries(capacityNotAssessed, found(doubted, { for: ['money', 'health'] }))).toHaveLength(1)
  })

  test.each([
    [
      'a refusal of an assessment',
      'assessment',
      aRecord().assessed().but('assessment-closed-1', { outcome: 'refused-by-person' }),
      'assessment-closed-1',
    ],
    [
      'a discharge',
      'home',
      aRecord().assessed().with('hospital', { on: '2026-02-12', event: 'discharged', to: 'home' }),
      'hospital-1',
    ],
    [
      'a move',
      'home',
      aRecord()
        .assessed()
        .with('moved', { on: '2026-02-12', direction: 'out', other: 'Leeds', 'plan-in-place': false }),
      'moved-1',
    ],
    [
      'an end of support',
      'support',
      aRecord().reviewed().without('plan', 'personal-budget', 'sign-off').with('support-ended', {
        on: '2026-05-01',
        plan: 'plan-1',
        line: 'L1',
        why: 'She said so.',
        'by-whom': 'person',
      }),
      'support-ended-1',
    ],
  ] as const)('%s asks for capacity for %s', (_, what, record, entry) => {
    const inDoubt = record.but('statement-1', { doubts: ['capacity'] })
    expect(hitEntries(capacityNotAssessed, inDoubt)).toEqual([['statement-1', entry]])
    expect(hits(capacityNotAssessed, found(inDoubt, { on: '2026-01-20', for: [what] }))).toEqual([])
  })

  test('not where nobody doubts, or only that she can take part, or doubts came later', () => {
    expect(hits(capacityNotAssessed, aRecord().planned())).toEqual([])
    expect(
      hits(
        capacityNotAssessed,
        aRecord()
          .planned()
          .but('statement-1', { doubts: ['taking-part'] }),
      ),
    ).toEqual([])
    const later = aRecord()
      .planned()
      .with('statement', {
        on: '2026-03-01',
        topic: 'health',
        'said-by': 'son',
        basis: 'observed',
        text: 'She is muddled.',
        doubts: ['capacity'],
      })
    expect(hits(capacityNotAssessed, later)).toEqual([])
  })

  test('not for an end that the provider made, nor a plan that was brought over', () => {
    const ended = aRecord()
      .assessed()
      .but('statement-1', { doubts: ['capacity'] })
      .with('support-ended', {
        on: '2026-05-01',
        plan: 'plan-1',
        line: 'L1',
        why: 'The firm closed.',
        'by-whom': 'provider',
      })
    expect(hits(capacityNotAssessed, ended)).toEqual([])
    expect(hits(capacityNotAssessed, doubted.but('plan-1', { 'brought-over': true }))).toEqual([])
  })

  describe('others decide for her', () => {
    test('her son agrees to the plan, and she is not asked', () => {
      const answered = aRecord().planned().but('response-1', { by: 'son' })
      expect(hits(capacityNotAssessed, answered).map(({ worker }) => worker)).toEqual([
        'Before the plan of 16 February 2026 someone else decided in their place, and nobody had assessed whether Ada Brook could decide this. Capacity is assumed until it is shown otherwise.',
      ])
      expect(hits(capacityNotAssessed, found(answered))).toEqual([])
    })

    test('her son refuses the assessment for her', () => {
      const refused = aRecord()
        .assessed()
        .but('assessment-closed-1', { outcome: 'refused-by-person', by: 'son' })
      expect(hitEntries(capacityNotAssessed, refused)).toEqual([['assessment-closed-1']])
    })

    test('not where she answered too, nor where her attorney did, nor where he only disagrees', () => {
      const both = aRecord()
        .planned()
        .with('response', { by: 'son', to: 'plan-1', extent: 'agrees', says: 'Yes.' })
      expect(hits(capacityNotAssessed, both)).toEqual([])
      const attorney = aRecord()
        .party({ id: 'lpa', role: 'attorney' })
        .planned()
        .but('response-1', { by: 'lpa' })
      expect(hits(capacityNotAssessed, attorney)).toEqual([])
      expect(
        hits(capacityNotAssessed, aRecord().planned().but('response-1', { by: 'son', extent: 'disagrees' })),
      ).toEqual([])
    })
  })
})

describe('capacity-unhelped', () => {
  test.each([[[]], [['', ' ']]])('lacking, with no help given: %j', (help) => {
    expect(hits(capacityUnhelped, lacking({ 'help-given': help })).map(({ worker }) => worker)).toEqual([
      'Lack of capacity was found on 10 February 2026 (How her care is arranged) with no help given beforehand. All practicable help comes first.',
    ])
  })

  test('not where help was given, or capacity was found', () => {
    expect(hits(capacityUnhelped, lacking())).toEqual([])
    expect(hits(capacityUnhelped, found(aRecord().assessed(), { 'help-given': [] }))).toEqual([])
  })
})

describe('capacity-unreasoned', () => {
  test('all four abilities are there', () => {
    expect(hits(capacityUnreasoned, lacking({ retains: true })).map(({ worker }) => worker)).toEqual([
      'Lack of capacity was found on 10 February 2026 (How her care is arranged), but all four abilities are recorded as there.',
    ])
  })

  test.each([undefined, ''])('no cause is named: %j', (because) => {
    expect(hits(capacityUnreasoned, lacking({ because })).map(({ person }) => person)).toEqual([
      'On 10 February 2026 it was said that you cannot decide this yourself: How her care is arranged. But it does not say what the cause is.',
    ])
  })

  test('not where one ability is lacking and the cause is named, nor where capacity was found', () => {
    expect(hits(capacityUnreasoned, lacking())).toEqual([])
    expect(hits(capacityUnreasoned, found(aRecord().assessed()))).toEqual([])
  })
})
