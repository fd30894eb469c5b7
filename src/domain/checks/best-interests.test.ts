import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { bestInterestsMissing } from './best-interests.ts'

const BEST = { decided: 'Home, with help', wishes: 'To be at home', 'less-restrictive': 'A home was weighed' }
const LACKING = {
  on: '2026-02-10',
  decision: 'How her care is arranged',
  for: ['home', 'support'],
  'help-given': ['Seen in the morning'],
  understands: false,
  retains: false,
  weighs: false,
  communicates: true,
  because: 'Dementia',
  'has-capacity': false,
}
const lacking = (consulted: readonly string[] | undefined, from = aRecord().planned()) =>
  from.add('capacity', {
    ...LACKING,
    'best-interests': consulted === undefined ? undefined : { ...BEST, consulted },
  })

describe('best-interests-missing', () => {
  test('a plan followed, and there is no record of best interests', () => {
    expect(hits(bestInterestsMissing, lacking(undefined))).toEqual([
      {
        entries: ['capacity-1', 'plan-1'],
        worker:
          'Ada Brook was found to lack capacity on 10 February 2026 (How her care is arranged) and a decision followed on 16 February 2026, but there is no best-interests record.',
        person:
          'Others decided for you on 16 February 2026, but nobody wrote down what is best for you and why.',
        mend: {
          says: 'Consult those close to the person and every attorney or deputy, write down the best-interests decision, and look at what followed again.',
          where: 'conversation',
        },
      },
    ])
  })

  test('nobody close was consulted', () => {
    expect(hits(bestInterestsMissing, lacking(['sw', 'care'])).map(({ person }) => person)).toEqual([
      'Others decided for you on 16 February 2026, but nobody close to you was asked.',
    ])
    expect(hits(bestInterestsMissing, lacking(['sw', 'son']))).toEqual([])
  })

  test('every attorney and deputy is consulted, whoever else was', () => {
    const two = aRecord()
      .planned()
      .party({ id: 'lpa', name: 'Joan Brook', role: 'attorney' })
      .party({ id: 'dep', name: 'Max Hale', role: 'deputy' })
    expect(hits(bestInterestsMissing, lacking(['son', 'lpa'], two)).map(({ worker }) => worker)).toEqual([
      'Ada Brook was found to lack capacity on 10 February 2026 (How her care is arranged) and a decision followed on 16 February 2026, but Max Hale, who may decide for them by law, was not consulted.',
    ])
    expect(hits(bestInterestsMissing, lacking(['lpa', 'dep'], two))).toEqual([])
  })

  test('not before a decision, nor where capacity was found again before it', () => {
    expect(hits(bestInterestsMissing, lacking(undefined, aRecord().foundEligible()))).toEqual([])
    const regained = lacking(undefined).add('capacity', {
      ...LACKING,
      on: '2026-02-14',
      'has-capacity': true,
    })
    expect(hits(bestInterestsMissing, regained)).toEqual([])
  })

  test('not for a finding on something else, such as money', () => {
    expect(hits(bestInterestsMissing, lacking(undefined).but('capacity-1', { for: ['money'] }))).toEqual([])
  })

  test('the record of best interests may stand with a later finding on the same decision', () => {
    const later = lacking(undefined).add('capacity', {
      ...LACKING,
      on: '2026-02-12',
      'best-interests': { ...BEST, consulted: ['son'] },
    })
    expect(hits(bestInterestsMissing, later)).toEqual([])
  })

  test.each([
    ['answer', 'option-answered', { option: 'option-1', outcome: 'accepted', why: 'It fits.' }],
    ['discharge', 'hospital', { event: 'discharged', to: 'home' }],
    ['move', 'moved', { direction: 'out', other: 'Leeds', 'plan-in-place': false }],
  ] as const)('an %s is a decision too', (_, kind, fields) => {
    const followed = lacking(undefined, aRecord().budgeted()).add(kind, { on: '2026-03-01', ...fields })
    expect(hitEntries(bestInterestsMissing, followed)).toEqual([
      ['capacity-1', `${kind}-${kind === 'option-answered' ? 4 : 1}`],
    ])
  })
})
