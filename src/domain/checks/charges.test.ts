import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { line, withSecondPlan } from '../../../test/a-second-plan.ts'
import { hitEntries, hits } from '../../../test/findings.ts'
import { chargedUnassessed, reablementCharged } from './charges.ts'

describe('reablement-charged', () => {
  const L1 = { form: 'reablement', effect: 'builds' }
  const reabled = (L1Pays: number | undefined, person: number) =>
    aRecord()
      .supported()
      .but('plan-1', { lines: [line('L1', L1), line('L2')] })
      .but('personal-budget-1', {
        person,
        lines: [
          { line: 'L1', weekly: 175, person: L1Pays },
          { line: 'L2', weekly: 60 },
        ],
      })

  test('the person pays towards the line', () => {
    expect(hits(reablementCharged, reabled(20, 20))).toEqual([
      {
        entries: ['personal-budget-1', 'plan-1'],
        worker:
          'The plan of 16 February 2026 has the person paying for reablement in its first six weeks, which are free.',
        person:
          'You are being asked to pay for help to get your skills back. That help is free for the first six weeks.',
        mend: { says: 'Take the charge away, and pay back what was paid.', where: 'plan' },
      },
    ])
  })

  test('the person pays more than all the rest costs, or is told to pay for the line alone', () => {
    expect(hitEntries(reablementCharged, reabled(undefined, 61))).toHaveLength(1)
    const alone = reabled(undefined, 0).but('plan-1', {
      lines: [line('L1', { ...L1, funder: 'person' }), line('L2')],
    })
    expect(hitEntries(reablementCharged, alone)).toEqual([['plan-1']])
  })

  test('not where the charge is for the rest, or the line is no reablement', () => {
    expect(hits(reablementCharged, reabled(undefined, 60))).toEqual([])
    expect(hits(reablementCharged, reabled(0, 60))).toEqual([])
    expect(hits(reablementCharged, aRecord().supported())).toEqual([])
  })

  test('not after six weeks: it began on 23 February 2026, so from 6 April', () => {
    const charged = (on: string) =>
      withSecondPlan(reabled(undefined, 0), [line('L1', L1)], { on }).with('personal-budget', {
        on,
        plan: 'plan-2',
        weekly: 175,
        council: 155,
        person: 20,
        lines: [{ line: 'L1', weekly: 175, person: 20 }],
      })
    expect(hitEntries(reablementCharged, charged('2026-04-05'))).toEqual([['personal-budget-2', 'plan-2']])
    expect(hits(reablementCharged, charged('2026-04-06'))).toEqual([])
  })
})

describe('charged-unassessed', () => {
  test('the person pays and nobody worked out what they can pay', () => {
    expect(hits(chargedUnassessed, aRecord().planned().without('financial-assessment'))).toEqual([
      {
        entries: ['personal-budget-1'],
        worker: 'The person is to pay £40.00 a week, and no financial assessment was made before that.',
        person:
          'You are asked to pay £40.00 a week. The council must first work out with you what you can pay, and the record does not show that it did.',
        mend: {
          says: 'Assess what the person can pay, set the charge by it, and pay back what was paid beyond it.',
          where: 'budget',
        },
      },
    ])
  })

  test('an assessment that came after the charge does not precede it', () => {
    const after = aRecord().planned().but('financial-assessment-1', { on: '2026-02-17' })
    expect(hitEntries(chargedUnassessed, after)).toEqual([['personal-budget-1']])
  })

  test('the person pays a penny more than the last one says', () => {
    const says = (weekly: number) => aRecord().planned().but('financial-assessment-1', { weekly })
    expect(hitEntries(chargedUnassessed, says(39.99))).toEqual([
      ['personal-budget-1', 'financial-assessment-1'],
    ])
    expect(hits(chargedUnassessed, says(40))).toEqual([])
  })

  test('not where the person pays nothing', () => {
    const free = aRecord()
      .planned()
      .without('financial-assessment')
      .but('personal-budget-1', { council: 235, person: 0 })
    expect(hits(chargedUnassessed, free)).toEqual([])
  })
})
