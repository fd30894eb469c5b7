import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { LINES } from '../../../test/a-story.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { carerNotHeard, carerNotOffered, familyImpactSkipped } from './carers.ts'

const CARERS_OWN = [
  'opened-carer',
  'said-carer',
  'need-carer',
  'closed-carer',
  'decided-carer',
  'advice-carer',
  'copy-carer-1',
  'copy-carer-2',
]
const identified = aRecord()
  .withCarer()
  .without(...CARERS_OWN)

describe('carer-not-heard', () => {
  test('a willing carer who said nothing', () => {
    expect(hits(carerNotHeard, identified.without('said-family')).map(({ worker }) => worker)).toEqual([
      'The assessment was closed on 26 January 2026 without a word from Walter Brook, who is a willing carer.',
    ])
  })

  test('a word before the closing is enough, one after it is not', () => {
    expect(hits(carerNotHeard, identified)).toEqual([])
    expect(hitEntries(carerNotHeard, identified.but('said-family', { on: '2026-01-27' }))).toHaveLength(1)
  })

  test('not one who is unwilling, nor one found only later, nor while it is open', () => {
    const silent = identified.without('said-family')
    expect(hits(carerNotHeard, silent.but('carer-identified-1', { willing: false }))).toEqual([])
    expect(hits(carerNotHeard, silent.but('carer-identified-1', { on: '2026-01-27' }))).toEqual([])
    expect(hits(carerNotHeard, silent.without('assessment-closed'))).toEqual([])
  })

  test('a need may be the only place that names them', () => {
    const meets = aRecord()
      .assessed()
      .but('need-1', { 'met-by': { carer: 'son', willing: true, able: true } })
    expect(hitEntries(carerNotHeard, meets)).toHaveLength(1)
  })

  test('what was said for the assessment before does not count for this one', () => {
    const again = identified
      .with('assessment-opened', {
        on: '2027-01-11',
        of: 'reassessment',
        subject: 'p',
        way: 'face-to-face',
        assessor: 'sw',
      })
      .with('assessment-closed', {
        on: '2027-01-25',
        assessment: 'assessment-opened-2',
        outcome: 'completed',
      })
    expect(hitEntries(carerNotHeard, again)).toEqual([['assessment-opened-2', 'assessment-closed-2']])
  })
})

describe('carer-not-offered', () => {
  test('not offered', () => {
    expect(
      hits(carerNotOffered, identified.but('carer-identified-1', { assessment: 'not-offered' })),
    ).toEqual([
      {
        entries: ['carer-identified-1'],
        worker:
          'Walter Brook was identified as a carer on 14 January 2026 and was not offered an assessment.',
        person: 'Walter Brook cares for you. The council has not offered Walter Brook a carer’s assessment.',
        mend: {
          says: 'Offer the carer an assessment of their own, and write down what they answer.',
          where: 'conversation',
        },
      },
    ])
  })

  test('declined is an answer, and the latest answer stands', () => {
    const declined = {
      carer: 'husband',
      provides: 'Evenings',
      willing: true,
      able: true,
      assessment: 'declined',
    } as const
    const first = identified.but('carer-identified-1', { assessment: 'not-offered' })
    expect(
      hits(carerNotOffered, first.with('carer-identified', { on: '2026-01-20', ...declined }), '2026-06-01'),
    ).toEqual([])
  })

  test('accepted: opened on day 28 is in time, on day 29 late, and then not at all', () => {
    const opened = (on: string) =>
      identified.with('assessment-opened', {
        on,
        of: 'carer',
        subject: 'husband',
        way: 'face-to-face',
        assessor: 'sw',
      })
    expect(hits(carerNotOffered, opened('2026-02-11'), '2026-03-01')).toEqual([])
    expect(hits(carerNotOffered, opened('2026-02-12'), '2026-03-01').map(({ worker }) => worker)).toEqual([
      'Walter Brook accepted a carer’s assessment on 14 January 2026, to be opened within 28 days; it was opened on 12 February 2026, 1 day late.',
    ])
    expect(hits(carerNotOffered, identified, '2026-02-11')).toEqual([])
    expect(hitEntries(carerNotOffered, identified, '2026-02-12')).toEqual([['carer-identified-1']])
  })

  describe('someone gives help, and no entry says who they are', () => {
    test('a carer who spoke, once the assessment is closed', () => {
      const spoke = identified.without('carer-identified')
      expect(hits(carerNotOffered, spoke, '2026-01-25')).toEqual([])
      expect(hits(carerNotOffered, spoke, '2026-01-26').map(({ person }) => person)).toEqual([
        'Walter Brook helps you. The council has not offered Walter Brook a carer’s assessment.',
      ])
    })

    test('or, while it is open, after 28 days', () => {
      const open = identified.without('carer-identified', 'assessment-closed', 'copy')
      expect(hits(carerNotOffered, open, '2026-02-11')).toEqual([])
      expect(hitEntries(carerNotOffered, open, '2026-02-12')).toEqual([['said-family']])
    })

    test('a son whom a need or a plan relies on', () => {
      const meets = aRecord()
        .assessed()
        .but('need-1', { 'met-by': { carer: 'son', willing: true, able: true } })
      expect(hitEntries(carerNotOffered, meets, '2026-06-01')).toEqual([['need-1']])
      const planned = aRecord()
        .planned()
        .but('plan-1', {
          lines: [
            LINES[0],
            {
              ...LINES[1],
              form: 'family',
              provider: 'son',
              funder: 'family',
              way: 'none',
              price: 0,
              weekly: 0,
            },
          ],
        })
      expect(hitEntries(carerNotOffered, planned, '2026-06-01')).toEqual([['plan-1']])
    })

    test('not family who only speak, nor one who is paid, nor one who has had an assessment', () => {
      const said = aRecord().assessed().but('statement-1', { 'said-by': 'son' })
      expect(hits(carerNotOffered, said, '2026-06-01')).toEqual([])
      const spoke = identified.without('carer-identified')
      expect(
        hits(carerNotOffered, spoke.party({ id: 'husband', role: 'carer', paid: true }), '2026-06-01'),
      ).toEqual([])
      expect(hits(carerNotOffered, aRecord().withCarer().without('carer-identified'), '2026-06-01')).toEqual(
        [],
      )
    })
  })
})

describe('family-impact-skipped', () => {
  const living = identified.without('said-family')

  test('she lives with a carer, and nobody asked what it means for him', () => {
    expect(hits(familyImpactSkipped, living).map(({ worker }) => worker)).toEqual([
      'Ada Brook lives with Walter Brook, and no statement speaks of what the needs mean for them.',
    ])
  })

  test('a statement on family, or about him, is enough', () => {
    expect(hits(familyImpactSkipped, identified)).toEqual([])
    expect(hits(familyImpactSkipped, living.but('statement-8', { about: 'husband' }))).toEqual([])
  })

  test('not where she lives alone, nor before the closing', () => {
    expect(hits(familyImpactSkipped, aRecord().assessed())).toEqual([])
    expect(hits(familyImpactSkipped, living.without('assessment-closed'))).toEqual([])
    expect(
      hits(
        familyImpactSkipped,
        aRecord().assessed().party({ id: 'lodger', role: 'friend', 'lives-with': true }),
      ),
    ).toEqual([])
  })
})
