import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { advocacyNotConsidered, advocateMissing, supporterUnsuitable } from './advocacy.ts'

const NONE = { understand: false, retain: false, weigh: false, communicate: false }
const WEIGHING = { ...NONE, weigh: true }
const considered = (fields: Readonly<Record<string, unknown>>) =>
  aRecord()
    .party({ id: 'ward', name: 'Sister Bell', role: 'nhs' })
    .assessed()
    .but('advocacy-1', { difficulty: WEIGHING, ...fields })

describe('advocacy-not-considered', () => {
  const doubting = aRecord()
    .assessed()
    .but('statement-1', { doubts: ['taking-part'] })

  test('someone doubts it, and no entry stands', () => {
    expect(hits(advocacyNotConsidered, doubting.without('advocacy'))).toEqual([
      {
        entries: ['statement-1'],
        worker:
          'On 14 January 2026 a statement doubts that Ada Brook can take part or decide without help, and nobody has considered an advocate.',
        person:
          'Someone thinks that you may find it hard to take part. The council has not asked whether you need an advocate: a person who helps you to have your say.',
        mend: {
          says: 'Look at the four difficulties, and at who could support the person; refer for an advocate where that is needed.',
          where: 'conversation',
        },
      },
    ])
  })

  test('doubt about capacity is doubt too', () => {
    const capacity = aRecord()
      .assessed()
      .without('advocacy')
      .but('statement-1', { doubts: ['capacity'] })
    expect(hitEntries(advocacyNotConsidered, capacity)).toEqual([['statement-1']])
  })

  test('not where it was considered, nor where nobody doubts, nor where the doubt is about someone else', () => {
    expect(hits(advocacyNotConsidered, doubting)).toEqual([])
    expect(hits(advocacyNotConsidered, aRecord().assessed().without('advocacy'))).toEqual([])
    expect(
      hits(
        advocacyNotConsidered,
        aRecord().assessed().without('advocacy').but('statement-1', { doubts: [] }),
      ),
    ).toEqual([])
    expect(
      hits(advocacyNotConsidered, doubting.without('advocacy').but('statement-1', { about: 'son' })),
    ).toEqual([])
  })

  test('what was considered for the carer is not considered for her', () => {
    const carers = doubting
      .without('advocacy')
      .withCarer()
      .but('closed-carer', { on: '2026-02-20' })
      .with('advocacy', { on: '2026-02-10', difficulty: NONE, decision: 'not-needed' })
    expect(hitEntries(advocacyNotConsidered, carers, '2026-03-01')).toEqual([['statement-1']])
  })
})

describe('advocate-missing', () => {
  test.each(['not-referred', 'not-needed'])('difficulty, and %s', (decision) => {
    expect(hits(advocateMissing, considered({ decision })).map(({ worker }) => worker)).toEqual([
      'On 14 January 2026 difficulty in weighing was found. No advocate was arranged, and no suitable person is named who supports instead.',
    ])
  })

  test('a supporter is said to do it and nobody is named', () => {
    expect(hitEntries(advocateMissing, considered({ decision: 'supporter' }))).toEqual([['advocacy-1']])
  })

  test.each([
    ['an advocate was referred for', { decision: 'referred' }],
    ['an advocate was appointed', { decision: 'appointed' }],
    [
      'her son supports her and she agrees',
      { decision: 'not-needed', supporter: 'son', 'person-agrees': true },
    ],
    ['there is no difficulty', { decision: 'not-needed', difficulty: NONE }],
  ])('not where %s', (_, fields) => {
    expect(hits(advocateMissing, considered(fields))).toEqual([])
  })

  test('the latest entry stands', () => {
    const first = considered({ decision: 'not-referred' })
    expect(
      hits(
        advocateMissing,
        first.with('advocacy', { on: '2026-01-20', difficulty: WEIGHING, decision: 'referred' }),
      ),
    ).toEqual([])
    const back = considered({ decision: 'referred' }).with('advocacy', {
      on: '2026-01-20',
      difficulty: WEIGHING,
      decision: 'not-referred',
    })
    expect(hitEntries(advocateMissing, back)).toEqual([['advocacy-2']])
  })
})

describe('supporter-unsuitable', () => {
  test('one who is paid to care', () => {
    expect(
      hits(
        supporterUnsuitable,
        considered({ decision: 'supporter', supporter: 'care', 'person-agrees': true }),
      ).map(({ worker }) => worker),
    ).toEqual([
      'Brightwater Home Care was named on 14 January 2026 as the one who supports, but is paid to give care or treatment.',
    ])
    expect(hitEntries(supporterUnsuitable, considered({ decision: 'supporter', supporter: 'ward' }))).toEqual(
      [['advocacy-1']],
    )
  })

  test('one whom she does not agree to', () => {
    expect(
      hits(
        supporterUnsuitable,
        considered({ decision: 'supporter', supporter: 'son', 'person-agrees': false }),
      ).map(({ person }) => person),
    ).toEqual([
      'The council chose Ben Brook to help you have your say, but you did not agree. It is your choice.',
    ])
  })

  test.each([
    ['her son, and she agrees', { decision: 'supporter', supporter: 'son', 'person-agrees': true }],
    ['nobody said whether she agrees', { decision: 'supporter', supporter: 'son' }],
    ['an advocate does it, and a care worker helps', { decision: 'appointed', supporter: 'care' }],
    [
      'there is no difficulty to support her in',
      { decision: 'not-needed', supporter: 'care', difficulty: NONE },
    ],
  ])('not %s', (_, fields) => {
    expect(hits(supporterUnsuitable, considered(fields))).toEqual([])
  })
})
