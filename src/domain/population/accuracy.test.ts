import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { parseModel } from '../allocation/model.ts'
import { day } from '../dates/plain-date.ts'
import { aPerson } from './a-person.ts'
import { type Outcome, accuracyOf, accuracyTable, outcomesOf } from './accuracy.ts'
import { leastErrorOverSpread } from './calibrate.ts'
import type { PlanFigure } from './figures.ts'

const read = parseModel(
  parse(readFileSync(new URL('../../../allocation/northmoor-2026-27.yaml', import.meta.url), 'utf8')),
)
if (read.kind === 'invalid') throw new Error(JSON.stringify(read.errors))
const MODEL = read.model
const ON = day('2026-11-22')
const SINCE = day('2026-07-01')

const groups = (sex: string) => ({
  age: '65-84',
  sex,
  ethnicity: 'white',
  reason: 'physical',
  area: 'old-town',
  advocate: 'no',
  'clued-up': 'no',
})
const planOf = (weekly: number, on: string): PlanFigure => ({
  on: day(on),
  version: '1',
  broughtOver: false,
  weekly,
  council: weekly,
  reviewBy: null,
  lines: [],
  budget: null,
})
const outcome = (estimate: number, actual: number, on = '2026-05-01', sex = 'female'): Outcome => ({
  estimate,
  actual,
  on: day(on),
  groups: groups(sex),
})

describe('accuracy, by hand', () => {
  // Ten times each of: £100 for £100, £90 for £100, £120 for £100, £100 for £200.
  const forty = Array.from({ length: 10 }, () => [
    outcome(10_000, 10_000),
    outcome(9000, 10_000),
    outcome(12_000, 10_000),
    outcome(10_000, 20_000),
  ]).flat()

  test('each figure', () => {
    const accuracy = accuracyOf(forty)
    expect(accuracy).toMatchObject({
      people: 40,
      // Off by £0, £10, £20 and £100.
      meanError: 3250,
      // 0, 0.1, 0.2 and 0.5 of the cost: half way between 0.1 and 0.2.
      within10: 0.5,
      within20: 0.75,
      sufficient: 0.5,
    })
    expect(accuracy?.medianShareOff).toBeCloseTo(0.15, 12)
    // £410 of £500.
    expect(accuracy?.bias).toBeCloseTo(0.82, 12)
    // Estimates 100, 90, 120, 100, mean 102.5; costs 100, 100, 100, 200, mean 125. Together (-2.5 x -25) + (-12.5 x -25) + (17.5 x -25)
    // + (-2.5 x 75) = -250; alone 6.25 + 156.25 + 306.25 + 6.25 = 475.
    expect(accuracy?.slope).toBeCloseTo(-250 / 475, 12)
  })

  test('of fewer than twenty nothing is told', () => expect(accuracyOf(forty.slice(0, 19))).toBeUndefined())

  test('by group, and for plans made later', () => {
    const men = Array.from({ length: 23 }, () => outcome(8000, 10_000, '2026-08-01', 'male'))
    const table = accuracyTable([...forty, ...men], SINCE)
    expect(table.all?.people).toBe(65)
    expect(table.later).toMatchObject({ people: 25, sufficient: 0, meanError: 2000 })
    expect(table.groups.find(({ group }) => group === 'male')).toMatchObject({
      division: 'sex',
      people: 25,
      bias: 0.8,
    })
    expect(table.groups.find(({ group }) => group === '85-and-over')).toBeUndefined()
  })

  test.each([
    [0.5, 0.87, 1],
    [0.7, 0.71, 0.77],
    [0.8, 0.6, 0.63],
    [0.9, 0.44, 0.45],
  ])(
    'need and cost go together by %d: no model is nearer than %d, and percentile matching %d',
    (r, regression, matching) => {
      const least = leastErrorOverSpread(r)
      expect(least.regression).toBeCloseTo(regression, 2)
      expect(least.percentileMatching).toBeCloseTo(matching, 2)
    },
  )
})

describe('what the model said, beside what the plan costs', () => {
  test('only of people with both', () => {
    const one = aPerson({
      needs: [{ topic: 'hygiene', level: 1, times: 7, minutes: 60, people: null }],
      plans: [planOf(20_000, '2026-05-01')],
    })
    const outcomes = outcomesOf({ kind: 'built-up', model: MODEL }, ON, [
      one,
      aPerson(),
      aPerson({ plans: [planOf(5000, '2026-05-01')] }),
    ])
    expect(outcomes).toHaveLength(1)
    // Seven hours at £27.60.
    expect(outcomes[0]).toMatchObject({ estimate: 19_320, actual: 20_000, on: '2026-05-01' })
  })
})
