import { describe, expect, test } from 'vitest'
import { type ARecord, aRecord } from '../../test/a-record.ts'
import { carersEligibility, personEligibility } from './gives.ts'

const eligible = (record: ARecord): boolean | string => {
  const { given } = personEligibility(record.state())
  return given.kind === 'known' ? given.value.eligible : given.kind
}

describe('what the recorded facts give, beside what the council decided', () => {
  test('nothing where nobody was assessed', () => {
    const { assessment, decided, compared, given } = personEligibility(aRecord().contacted().state())
    expect([assessment, decided, compared]).toEqual([undefined, undefined, undefined])
    expect(given.kind).toBe('does-not-apply')
  })

  test('two outcomes by one need, and a significant impact: eligible, before anyone decided', () => {
    const { subject, assessment, decided, compared } = personEligibility(aRecord().assessed().state())
    expect(subject).toBe('p')
    expect(assessment?.id).toBe('assessment-opened-1')
    expect(decided).toBeUndefined()
    expect(compared).toBeUndefined()
    expect(eligible(aRecord().assessed())).toBe(true)
  })

  test('what is missing is asked for, and is not a no', () => {
    expect(eligible(aRecord().assessed().without('need-2').but('need-1', { cause: '' }))).toBe('needs')
  })

  test('one outcome is not enough for an adult', () => {
    const one = aRecord()
      .assessed()
      .without('need-2')
      .but('need-1', { topics: ['hygiene'] })
    expect(eligible(one)).toBe(false)
  })

  test('a decision that is the same does not differ, and one that is not does', () => {
    const differs = (record: ARecord) => {
      const { compared } = personEligibility(record.state())
      return compared?.kind === 'known' ? compared.value.differs : undefined
    }
    const yes = [
      { need: 'need-1', eligible: true, why: 'She cannot.' },
      { need: 'need-2', eligible: true, why: 'Nor this.' },
    ]
    expect(differs(aRecord().foundEligible())).toBe(false)
    expect(differs(aRecord().foundEligible().but('eligibility-1', { eligible: false, needs: yes }))).toBe(
      true,
    )
  })

  test('a decision that names a need which was corrected since is held beside the correction', () => {
    const need = aRecord()
      .foundEligible()
      .entries.find(({ id }) => id === 'need-1')
    const corrected = aRecord()
      .foundEligible()
      .add('need', {
        ...need,
        id: 'need-1-right',
        on: '2026-02-20',
        corrects: 'need-1',
        why: 'A word was wrong.',
      })
    const { compared } = personEligibility(corrected.state())
    expect(compared?.kind === 'known' ? compared.value.needs.map((one) => one.need) : []).toEqual([
      'need-1-right',
      'need-2',
    ])
    expect(compared?.kind === 'known' ? compared.value.differs : undefined).toBe(false)
  })

  test('the decision is that on the latest assessment: an older one is not carried over', () => {
    const again = aRecord().foundEligible().with('assessment-opened', {
      id: 'again',
      on: '2026-06-01',
      of: 'reassessment',
      subject: 'p',
      way: 'phone',
      assessor: 'sw',
    })
    const { assessment, decided } = personEligibility(again.state())
    expect(assessment?.id).toBe('again')
    expect(decided).toBeUndefined()
  })
})

describe('a carer’s own', () => {
  const record = aRecord().withCarer().foundEligible()
  test('is judged by the carer’s needs, and held beside the decision on them', () => {
    const { subject, assessment, decided, given, compared } = carersEligibility(record.state(), 'husband')
    expect([subject, assessment?.id, decided?.id]).toEqual(['husband', 'opened-carer', 'decided-carer'])
    expect(given.kind === 'known' ? given.value.eligible : given.kind).toBe(false)
    expect(compared?.kind === 'known' ? compared.value.differs : undefined).toBe(false)
  })

  test('needs one outcome and not two', () => {
    const one = record.but('need-carer', { test: 'unable', impact: 'significant' })
    const { given, compared } = carersEligibility(one.state(), 'husband')
    expect(given.kind === 'known' ? given.value.eligible : given.kind).toBe(true)
    expect(compared?.kind === 'known' ? compared.value.differs : undefined).toBe(true)
  })

  test('has no rule here where the person cared for is a child', () => {
    const child = record.person({ born: '2010-05-02' })
    expect(carersEligibility(child.state(), 'husband').given.kind).toBe('does-not-apply')
    const grown = child.person({ born: '2008-01-30' })
    expect(carersEligibility(grown.state('2026-01-30'), 'husband').given.kind).toBe('known')
    expect(carersEligibility(grown.state('2026-01-29'), 'husband').given.kind).toBe('does-not-apply')
  })
})
