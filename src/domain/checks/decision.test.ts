import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import {
  carerHelpCounted,
  eligibilityContradicts,
  eligibilityUnreasoned,
  ineligibleNoAdvice,
} from './decision.ts'

const NO = {
  eligible: false,
  needs: [
    { need: 'need-1', eligible: false, why: 'She can wash with long-handled aids.' },
    { need: 'need-2', eligible: false, why: 'She can stay in.' },
  ],
  reasons: 'She manages.',
}
const decided = (fields: Readonly<Record<string, unknown>>) =>
  aRecord().foundEligible().but('eligibility-1', fields)
/** The same needs with other findings, so that they give another answer. */
const found = (fields: Readonly<Record<string, unknown>>) =>
  aRecord().foundEligible().but('need-1', fields).but('need-2', fields)

describe('eligibility-contradicts', () => {
  test('not eligible, against needs that are', () => {
    expect(hits(eligibilityContradicts, decided(NO))).toEqual([
      {
        entries: ['eligibility-1', 'need-1', 'need-2'],
        worker:
          'The decision of 28 January 2026 says not eligible. Under regulation 2 its own needs, taken together, are eligible.',
        person:
          'On 28 January 2026 the council decided: not eligible. By the rules, the needs that it wrote down are eligible. It should look again.',
        mend: {
          says: 'Look at the decision again with the needs in front of you: decide anew, or put right what is recorded.',
          where: 'eligibility',
        },
      },
    ])
  })

  test.each([
    ['every outcome is managed', { test: 'managing' }],
    ['no impact is significant', { impact: 'some' }],
    ['no cause is named', { cause: '' }],
    ['both bear on one outcome', { topics: ['hygiene'] }],
    ['health at risk, which is a carer’s test', { test: 'health' }],
  ])('eligible, where %s', (_, fields) => {
    expect(hitEntries(eligibilityContradicts, found(fields))).toEqual([['eligibility-1', 'need-1', 'need-2']])
    expect(hits(eligibilityContradicts, found(fields).but('eligibility-1', NO))).toEqual([])
  })

  test('one need is refused that counts with the others', () => {
    const needs = [
      { need: 'need-1', eligible: true, why: 'She cannot.' },
      { need: 'need-2', eligible: false, why: 'The bus stops at her door.' },
    ]
    expect(hits(eligibilityContradicts, decided({ needs })).map(({ worker }) => worker)).toEqual([
      'The decision of 28 January 2026 calls “Getting to the club” not eligible. Under regulation 2, on what is recorded, this need is eligible.',
    ])
    expect(hits(eligibilityContradicts, decided({ needs }).but('need-2', { test: 'managing' }))).toEqual([])
    expect(hits(eligibilityContradicts, decided({ needs }).but('need-2', { impact: 'none' }))).toEqual([])
  })

  test('not where the decision is what its needs give', () => {
    expect(hits(eligibilityContradicts, aRecord().foundEligible())).toEqual([])
    expect(hits(eligibilityContradicts, aRecord().withCarer())).toEqual([])
  })

  test('a corrected need counts as corrected', () => {
    const [need] = aRecord()
      .assessed()
      .entries.filter(({ id }) => id === 'need-1')
    const corrected = found({ test: 'managing' }).add('need', {
      ...need,
      id: 'need-3',
      on: '2026-02-05',
      corrects: 'need-1',
      why: 'Written down wrong.',
    })
    expect(hits(eligibilityContradicts, corrected)).toEqual([])
  })

  test('a carer is judged by regulation 3: one outcome, or health at risk; not by time taken', () => {
    const carers = (fields: Readonly<Record<string, unknown>>) =>
      aRecord()
        .withCarer()
        .but('need-carer', { impact: 'significant', ...fields })
    expect(hits(eligibilityContradicts, carers({ test: 'unable' })).map(({ worker }) => worker)).toEqual([
      'The decision of 28 January 2026 says not eligible. Under regulation 3 its own needs, taken together, are eligible.',
    ])
    expect(hitEntries(eligibilityContradicts, carers({ test: 'health' }))).toHaveLength(1)
    expect(hits(eligibilityContradicts, carers({ test: 'slow' }))).toEqual([])
  })
})

describe('carer-help-counted', () => {
  const refused = (why: string, more: Readonly<Record<string, unknown>> = {}) =>
    decided({
      ...NO,
      needs: [
        { need: 'need-1', eligible: false, why },
        { need: 'need-2', eligible: false, why: 'She can.' },
      ],
      ...more,
    })

  test('the reason is that her son does it', () => {
    expect(hits(carerHelpCounted, refused('Her son already washes her every day.'))).toEqual([
      {
        entries: ['eligibility-1', 'need-1'],
        worker:
          'The need “Help to wash and dress in the morning” is called not eligible because a carer meets it (“Her son already washes her every day.”). Eligibility is judged as if no carer helped.',
        person:
          'The council said no to “Help to wash and dress in the morning” because someone helps you with it now. It has to decide as if nobody helped.',
        mend: {
          says: 'Decide the need as if no carer helped; then record apart what a carer is willing and able to do.',
          where: 'eligibility',
        },
      },
    ])
  })

  test('by name, from the reasons as a whole, or only as met, where a carer is named in the need', () => {
    expect(hitEntries(carerHelpCounted, refused('Ben helps with this.'))).toHaveLength(1)
    expect(
      hitEntries(carerHelpCounted, refused('', { reasons: 'Her family looks after her.' })),
    ).toHaveLength(1)
    const met = refused('This need is already met.').but('need-1', {
      'met-by': { carer: 'son', willing: true, able: true },
    })
    expect(hitEntries(carerHelpCounted, met)).toHaveLength(1)
  })

  test.each([
    'She manages with a long-handled sponge.',
    'Judged as if her son did nothing: she can wash herself.',
    'She can do it without help, whoever does it now.',
    'This need is already met.',
    'She sees her family and does her own washing.',
  ])('not for %j', (why) => {
    expect(hits(carerHelpCounted, refused(why))).toEqual([])
  })

  test('not for a need that is called eligible', () => {
    const needs = [{ need: 'need-1', eligible: true, why: 'Her son does it now; she cannot.' }]
    expect(hits(carerHelpCounted, decided({ needs }))).toEqual([])
  })
})

describe('eligibility-unreasoned', () => {
  test('no reasons as a whole, and none for a need', () => {
    const needs = [
      { need: 'need-1', eligible: true, why: 'She cannot.' },
      { need: 'need-2', eligible: true, why: ' ' },
    ]
    expect(hits(eligibilityUnreasoned, decided({ needs, reasons: '' }))).toEqual([
      {
        entries: ['eligibility-1', 'need-2'],
        worker:
          'The eligibility decision of 28 January 2026 gives no reasons for the decision as a whole and for “Getting to the club”.',
        person:
          'The council decided on 28 January 2026 and did not give its reasons for the decision as a whole and for “Getting to the club”. You have a right to them.',
        mend: {
          says: 'Write down the reasons, as a whole and for each need, and send them.',
          where: 'eligibility',
        },
      },
    ])
    expect(hitEntries(eligibilityUnreasoned, decided({ needs }))).toEqual([['eligibility-1', 'need-2']])
    expect(hitEntries(eligibilityUnreasoned, decided({ reasons: '' }))).toEqual([['eligibility-1']])
  })

  test('not with reasons, nor where a later decision gives them', () => {
    expect(hits(eligibilityUnreasoned, aRecord().foundEligible())).toEqual([])
    const again = decided({ reasons: '' }).add('eligibility', {
      on: '2026-02-10',
      assessment: 'assessment-opened-1',
      ...NO,
    })
    expect(hits(eligibilityUnreasoned, again)).toEqual([])
  })
})

describe('ineligible-no-advice', () => {
  const refused = decided(NO)

  test('no advice since', () => {
    expect(hits(ineligibleNoAdvice, refused.without('advice')).map(({ worker }) => worker)).toEqual([
      'Ada Brook was found not eligible on 28 January 2026, and no advice was given since on how to meet, reduce, prevent or delay needs.',
    ])
    expect(hitEntries(ineligibleNoAdvice, refused.but('advice-1', { on: '2026-01-27' }))).toEqual([
      ['eligibility-1'],
    ])
  })

  test('advice on the day or later is enough; eligible asks for none here', () => {
    expect(hits(ineligibleNoAdvice, refused)).toEqual([])
    expect(hits(ineligibleNoAdvice, refused.but('advice-1', { on: '2026-02-04' }))).toEqual([])
    expect(hits(ineligibleNoAdvice, aRecord().foundEligible().without('advice'))).toEqual([])
  })

  test('a carer is owed advice too', () => {
    expect(
      hits(ineligibleNoAdvice, aRecord().withCarer().without('advice-carer')).map(({ person }) => person),
    ).toEqual([
      'The council decided that Walter Brook is not eligible. It still has to tell Walter Brook, in writing, what can help, and has not.',
    ])
  })

  test('advice that was made in a carer’s assessment is the carer’s', () => {
    const carers = refused
      .without('advice')
      .withCarer()
      .but('closed-carer', { on: '2026-03-01' })
      .but('advice-carer', { on: '2026-02-10' })
      .without('decided-carer', 'copy-carer-1', 'copy-carer-2')
    expect(hitEntries(ineligibleNoAdvice, carers, '2026-03-10')).toEqual([['eligibility-1']])
  })
})
