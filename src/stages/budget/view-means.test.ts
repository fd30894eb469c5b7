import { describe, expect, test } from 'vitest'
import { aRecord } from '../../../test/a-record.ts'
import { chargedNow, meansViews } from './view-means.ts'

const planned = aRecord().planned()
const LINES = [
  { what: 'Pension', kind: 'income', weekly: 250 },
  { what: 'Savings', kind: 'capital', weekly: 0, why: 'Below the limit.' },
  { what: 'To live on', kind: 'allowance', weekly: 162.15 },
  { what: 'Rent', kind: 'disregard', weekly: 35.85, allowed: true },
  { what: 'Heating', kind: 'expense', weekly: 20, allowed: 12, why: 'The rest is what everybody pays.' },
]
// £250.00 − £162.15 − £35.85 − £12.00 = £40.00, and the assessment asks for £40.00.
const withLines = planned.but('financial-assessment-1', { lines: LINES })

describe('an assessment with its working', () => {
  test('its lines give what it asks for, and the picture adds up to what comes in', () => {
    const [view] = meansViews(withLines.state())
    expect(view?.working).toMatchObject({ kind: 'known', value: 4000 })
    expect(view?.differs).toBeUndefined()
    expect(view?.parts).toEqual([
      { name: 'pays', amount: 4000 },
      { name: 'live', amount: 16_215 },
      { name: 'housing', amount: 3585 },
      { name: 'expenses', amount: 1200 },
    ])
    expect(view?.parts.reduce((total, { amount }) => total + amount, 0)).toBe(25_000)
    expect(view?.refused.map(({ what }) => what)).toEqual(['Heating'])
  })

  test.each([
    [45, 'The lines leave £40.00 a week, and £45.00 is asked for: £5.00 more.', 0],
    [30, 'The lines leave £40.00 a week, and less is asked for: £30.00.', 5],
  ])('where it asks for £%s it says so', (weekly, says, parts) => {
    const [view] = meansViews(withLines.but('financial-assessment-1', { weekly }).state())
    expect(view?.differs).toBe(says)
    expect(view?.parts).toHaveLength(parts)
  })

  test('without lines there is no working, and no guess at one', () => {
    const [view] = meansViews(planned.state())
    expect(view?.working).toEqual({ kind: 'does-not-apply', because: [] })
    expect(view?.parts).toEqual([])
  })

  test('the latest first, each with its written copies', () => {
    const twice = withLines
      .with('financial-assessment', {
        on: '2026-05-01',
        by: 'fin',
        weekly: 41,
        capital: 0,
        income: 0,
        expenses: 0,
      })
      .with('copy', { on: '2026-05-02', of: 'financial-assessment-2', to: 'p', as: 'letter' })
    expect(meansViews(twice.state()).map(({ assessment, copies }) => [assessment.id, copies.length])).toEqual(
      [
        ['financial-assessment-2', 1],
        ['financial-assessment-1', 0],
      ],
    )
  })
})

describe('what is charged now', () => {
  const says = (record: typeof planned) => chargedNow(record.state())?.says
  test('no more than the assessment gives', () => {
    expect(says(planned)).toMatch(/asks for £40\.00 a week\. That is no more than the assessment gives\.$/)
  })
  test('more than it gives', () => {
    expect(says(planned.but('financial-assessment-1', { weekly: 31.5 }))).toMatch(
      /That is £8\.50 more than the assessment gives\.$/,
    )
  })
  test('with none at all', () => {
    expect(says(planned.without('financial-assessment'))).toMatch(
      /No financial assessment was made, and nothing may be charged before one is\.$/,
    )
  })
  test('nothing is charged', () => {
    expect(says(planned.but('personal-budget-1', { council: 235, person: 0 }))).toMatch(
      /asks for £0\.00 a week\.$/,
    )
  })
  test('before any budget there is nothing to say', () => expect(says(aRecord().budgeted())).toBeUndefined())
})
