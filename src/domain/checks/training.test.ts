import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { assessorUntrained, specialistMissing } from './training.ts'

const trained = (id: string, ...training: readonly string[]) =>
  aRecord().party({ id, name: 'Kay Moss', role: 'assessor', training })

describe('assessor-untrained: the assessor', () => {
  const byKay = { assessor: 'kay' }

  test('neither registered nor trained', () => {
    expect(
      hits(assessorUntrained, trained('kay', 'deafblind').assessed().but('assessment-opened-1', byKay)),
    ).toEqual([
      {
        entries: ['assessment-opened-1', 'assessment-closed-1'],
        worker:
          'Kay Moss, who made the assessment opened on 12 January 2026, is shown neither as a registered professional nor as trained in Care Act assessment.',
        person: 'Your assessment was made by Kay Moss. Nothing shows that Kay Moss was trained to do it.',
        mend: {
          says: 'Have the assessment made or gone through again by someone trained, or record the training.',
          where: 'conversation',
        },
      },
    ])
  })

  test('either is enough', () => {
    expect(
      hits(
        assessorUntrained,
        trained('kay', 'care-act-assessment').assessed().but('assessment-opened-1', byKay),
      ),
    ).toEqual([])
    const registered = aRecord().party({ id: 'kay', role: 'occupational-therapist', registered: true })
    expect(hits(assessorUntrained, registered.assessed().but('assessment-opened-1', byKay))).toEqual([])
  })

  test('a carer’s assessor is asked the same; an open assessment is not looked at yet', () => {
    expect(hitEntries(assessorUntrained, trained('kay').withCarer().but('opened-carer', byKay))).toEqual([
      ['opened-carer', 'closed-carer'],
    ])
    expect(
      hits(
        assessorUntrained,
        trained('kay').assessed().but('assessment-opened-1', byKay).without('assessment-closed'),
      ),
    ).toEqual([])
  })
})

describe('assessor-untrained: the condition', () => {
  test.each(['Autism and learning disability', 'She is autistic.', 'Asperger’s', 'ASD'])(
    'a cause names autism: %s',
    (cause) => {
      expect(hitEntries(assessorUntrained, aRecord().assessed().but('need-1', { cause }))).toEqual([
        ['assessment-opened-1', 'need-1'],
      ])
    },
  )

  test('a statement names it', () => {
    expect(
      hitEntries(assessorUntrained, aRecord().assessed().but('statement-4', { text: 'I am autistic.' })),
    ).toEqual([['assessment-opened-1', 'statement-4']])
  })

  test.each([
    ['another condition', aRecord().assessed()],
    [
      'a word that only begins alike',
      aRecord().assessed().but('statement-4', { text: 'I asked for autumn flowers as well.' }),
    ],
    [
      'someone else is',
      aRecord().assessed().but('statement-4', { text: 'My brother is autistic.', about: 'son' }),
    ],
  ])('not where it is %s', (_, record) => {
    expect(hits(assessorUntrained, record)).toEqual([])
  })

  test('the assessor knows it, or someone who spoke in the assessment', () => {
    const cause = { cause: 'Autism' }
    const assessor = aRecord().party({
      id: 'sw',
      role: 'social-worker',
      registered: true,
      training: ['autism'],
    })
    expect(hits(assessorUntrained, assessor.assessed().but('need-1', cause))).toEqual([])
    const spoke = trained('kay', 'autism').assessed().but('need-1', cause)
    expect(hitEntries(assessorUntrained, spoke)).toHaveLength(1)
    const inIt = (on: string) =>
      spoke.with('statement', {
        on,
        topic: 'health',
        'said-by': 'kay',
        basis: 'observed',
        text: 'Noise is hard for her.',
      })
    expect(hits(assessorUntrained, inIt('2026-01-26'))).toEqual([])
    expect(hitEntries(assessorUntrained, inIt('2026-01-27'))).toHaveLength(1)
  })
})

describe('specialist-missing', () => {
  const NOTES = { communication: { notes: 'Deafblind since birth. Signs into the hand.' } }

  test('her way of communicating says it', () => {
    expect(hits(specialistMissing, aRecord().person(NOTES).assessed())).toEqual([
      {
        entries: ['assessment-opened-1'],
        worker:
          'Ada Brook is deafblind, and nobody with specific training in that took part in the assessment opened on 12 January 2026.',
        person:
          'You are deafblind. Your assessment has to be made by someone trained for that, and it was not.',
        mend: {
          says: 'Have an assessor with deafblind training make the assessment again.',
          where: 'conversation',
        },
      },
    ])
    const interpreter = aRecord()
      .person({ communication: { interpreter: 'deaf-blind interpreter' } })
      .assessed()
    expect(hitEntries(specialistMissing, interpreter)).toHaveLength(1)
  })

  test('a statement or a cause says it', () => {
    expect(
      hitEntries(
        specialistMissing,
        aRecord().assessed().but('statement-4', { text: 'I am deaf and blind.' }),
      ),
    ).toEqual([['assessment-opened-1', 'statement-4']])
    expect(
      hitEntries(specialistMissing, aRecord().assessed().but('need-2', { cause: 'Deafblindness' })),
    ).toEqual([['assessment-opened-1', 'need-2']])
  })

  test('not where someone trained for it took part', () => {
    const made = trained('kay', 'care-act-assessment', 'deafblind').person(NOTES).assessed()
    expect(hits(specialistMissing, made.but('assessment-opened-1', { assessor: 'kay' }))).toEqual([])
    expect(hits(specialistMissing, made.but('statement-8', { 'said-by': 'kay' }))).toEqual([])
  })

  test.each(['I am deaf in one ear.', 'I am registered blind.'])('not for %s', (text) => {
    expect(hits(specialistMissing, aRecord().assessed().but('statement-4', { text }))).toEqual([])
  })
})
