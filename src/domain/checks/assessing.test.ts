import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { phoneOnly, selfAssessmentNotOffered, variesIgnored } from './assessing.ts'

const opened = (fields: Readonly<Record<string, unknown>>) =>
  aRecord().assessed().but('assessment-opened-1', fields)
const LACKING = {
  on: '2026-01-14',
  decision: 'Taking part',
  for: ['assessment'],
  'help-given': ['Time'],
  understands: false,
  retains: true,
  weighs: true,
  communicates: true,
  because: 'Dementia',
  'has-capacity': false,
}

describe('self-assessment-not-offered', () => {
  const notOffered = opened({ offered: ['face-to-face', 'phone'] })

  test('offered other ways', () => {
    expect(hits(selfAssessmentNotOffered, notOffered)).toEqual([
      {
        entries: ['assessment-opened-1'],
        worker:
          'The ways offered for the assessment opened on 12 January 2026 do not include a supported self-assessment; Ada Brook was entitled to choose one.',
        person: 'The council did not offer you the choice of filling in the assessment with its help.',
        mend: {
          says: 'Offer a supported self-assessment, now or for the next assessment.',
          where: 'conversation',
        },
      },
    ])
  })

  test('a carer is offered it too', () => {
    const carers = aRecord()
      .withCarer()
      .but('opened-carer', { offered: ['phone'] })
    expect(hits(selfAssessmentNotOffered, carers).map(({ person }) => person)).toEqual([
      'The council did not offer Walter Brook the choice of filling in the assessment with its help.',
    ])
  })

  test.each([
    ['it was among them', aRecord().assessed()],
    ['nobody wrote down what was offered', opened({ offered: undefined })],
    ['it was made in that way', opened({ offered: ['phone'], way: 'supported-self' })],
    ['she lacks capacity', notOffered.add('capacity', LACKING)],
    ['she is a child', notOffered.person({ born: '2008-01-13' })],
    ['the assessment is still open', notOffered.without('assessment-closed')],
  ])('not where %s', (_, record) => {
    expect(hits(selfAssessmentNotOffered, record)).toEqual([])
  })

  test('an adult from the day she is 18', () => {
    expect(hitEntries(selfAssessmentNotOffered, notOffered.person({ born: '2008-01-12' }))).toHaveLength(1)
  })
})

describe('varies-ignored', () => {
  const varies = aRecord().assessed().but('statement-1', { varies: 'On bad days I cannot stand at all' })

  test('a need that names the statement and no period', () => {
    expect(hits(variesIgnored, varies)).toEqual([
      {
        entries: ['need-1', 'statement-1'],
        worker:
          'The need “Help to wash and dress in the morning” was tested as if it were always the same, though it was said to vary (“On bad days I cannot stand at all”).',
        person:
          'It was said that your needs change: “On bad days I cannot stand at all”. The council did not write down over what time it looked.',
        mend: {
          says: 'Look at a period long enough to show the bad days, and write down which.',
          where: 'conversation',
        },
      },
    ])
  })

  test('a need that names no statement rests on its topics', () => {
    expect(hitEntries(variesIgnored, varies.but('need-1', { statements: undefined }))).toEqual([
      ['need-1', 'statement-1'],
    ])
    expect(
      hits(variesIgnored, varies.but('need-1', { statements: undefined, topics: ['clothing'] })),
    ).toEqual([])
  })

  test('not where a period was looked at, nor for a need that names other statements, nor where nothing varies', () => {
    expect(hits(variesIgnored, varies.but('need-1', { over: 'Six weeks, with a diary' }))).toEqual([])
    expect(hits(variesIgnored, varies.but('need-1', { statements: ['statement-2'] }))).toEqual([])
    expect(hits(variesIgnored, aRecord().assessed().but('statement-1', { varies: '' }))).toEqual([])
  })

  test('what was said after the need was written is not what it rests on', () => {
    const later = aRecord().assessed().but('need-1', { statements: undefined }).with('statement', {
      on: '2026-01-20',
      topic: 'hygiene',
      'said-by': 'p',
      basis: 'lived',
      text: 'It comes and goes.',
      varies: 'By the day',
    })
    expect(hits(variesIgnored, later, '2026-02-01')).toEqual([])
  })
})

describe('phone-only', () => {
  const difficulty = { understand: false, retain: true, weigh: false, communicate: false }
  const phoned = opened({ way: 'phone' })
  const hard = phoned.but('advocacy-1', { difficulty, decision: 'referred' })

  test('difficulty in taking part', () => {
    expect(hits(phoneOnly, hard)).toEqual([
      {
        entries: ['assessment-opened-1', 'advocacy-1'],
        worker:
          'The assessment opened on 12 January 2026 was made by phone alone, where difficulty in taking part stands.',
        person:
          'The assessment was made by phone only. Someone should have come to see you, because taking part that way may be hard.',
        mend: { says: 'Visit, and go through the assessment again face to face.', where: 'conversation' },
      },
    ])
  })

  test('doubt about capacity, or capacity lacking', () => {
    expect(hitEntries(phoneOnly, phoned.but('statement-1', { doubts: ['capacity'] }))).toEqual([
      ['assessment-opened-1', 'statement-1'],
    ])
    expect(hitEntries(phoneOnly, opened({ way: 'online' }).add('capacity', LACKING))).toEqual([
      ['assessment-opened-1', 'capacity-1'],
    ])
  })

  test('doubt about taking part is cleared by an entry without difficulty, and stands where there is none', () => {
    const doubted = phoned.but('statement-1', { doubts: ['taking-part'] })
    expect(hits(phoneOnly, doubted)).toEqual([])
    expect(hitEntries(phoneOnly, doubted.without('advocacy'))).toEqual([
      ['assessment-opened-1', 'statement-1'],
    ])
  })

  test.each([
    ['she was visited', hard.but('assessment-opened-1', { way: 'face-to-face' })],
    ['she was visited as well', hard.but('assessment-opened-1', { way: 'combined' })],
    ['nothing makes it hard', phoned],
    [
      'doubt about capacity was settled',
      phoned
        .but('statement-1', { doubts: ['capacity'] })
        .add('capacity', { ...LACKING, 'has-capacity': true }),
    ],
    [
      'the difficulty was found later',
      phoned.with('advocacy', { on: '2026-02-10', difficulty, decision: 'referred' }),
    ],
  ])('not where %s', (_, record) => {
    expect(hits(phoneOnly, record)).toEqual([])
  })
})
